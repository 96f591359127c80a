"""A line in which a person is chosen by some letters of the name, the code or the number."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.domain.text.name_order import name_key
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox

OFFERED = 12
LEAST_LETTERS = 24


class PersonChoice(ChoiceBox):
    """A list of people that can be typed into; `chosen_changed` when it is somebody else.

    What is typed is looked for without accents, in any order; the first found is chosen by Enter.
    A whole code, as a scanned card has it, or a whole number means its owner alone.
    """

    chosen_changed = Signal()

    def __init__(self, people: Iterable[Person]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        # One long name must not press the words beside the field together.
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ordered = sorted(people, key=lambda person: (name_key(person.name), person.id))
        self._finder = PersonFinder(ordered)
        self._by_number = {str(person.id): person for person in ordered}
        self._by_code = {person.code.casefold(): person for person in ordered if person.code}
        for person in ordered:
            self.addItem(choice_text(person), person)
        self.setCurrentIndex(-1)
        # Filled at each key with whom the finder finds: Qt itself would want the accents.
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(OFFERED)
        self.setCompleter(completer)
        self.currentIndexChanged.connect(lambda _: self.chosen_changed.emit())
        self.currentIndexChanged.connect(lambda _: self._show_beginning())
        line = self.lineEdit()
        assert line is not None
        line.textEdited.connect(self._offer)
        line.editingFinished.connect(self._on_typed)

    @property
    def chosen(self) -> Person | None:
        """Return the person chosen, None for nobody."""
        found = self.currentData()
        return found if isinstance(found, Person) else None

    def choose(self, number: int) -> None:
        """Choose the person with this number; nobody when they are not in the list."""
        people = [self.itemData(row).id for row in range(self.count())]
        self.setCurrentIndex(people.index(number) if number in people else -1)

    def _found(self, text: str) -> tuple[Person, ...]:
        """Return whom a text can mean, the owner of a whole code or number first."""
        owner = self._by_code.get(text.casefold()) or self._by_number.get(text.lstrip("0"))
        others = self._finder.find(text)
        return (owner, *(p for p in others if p is not owner)) if owner else others

    def _offer(self, text: str) -> None:
        found = self._found(text.strip())[:OFFERED]
        self._offered.setStringList([choice_text(person) for person in found])

    def _on_typed(self) -> None:
        text = self.currentText().strip()
        row = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if row < 0 and text:
            found = self._found(text)
            row = self.findText(choice_text(found[0])) if found else -1
        self.setCurrentIndex(row)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The line says nothing when it is left while names are offered under it.
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self._on_typed()
            self._show_beginning()

    def _show_beginning(self) -> None:
        """Have the number and the name of a long line in sight while nobody types in it."""
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.home(False)


def choice_text(person: Person) -> str:
    """Return a person in one line that tells namesakes apart."""
    parts = (f"{person.id}. {person.name}", person.code, person.delegation)
    return " · ".join(part for part in parts if part)

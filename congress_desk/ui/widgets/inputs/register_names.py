"""Names of the register offered while a name is typed, with or without accents."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.ui.model_index import Index

MOST_OFFERED = 8


class RegisterNames(QCompleter):
    """Fills in the name of whoever is chosen; `person_chosen` carries the rest of the details."""

    person_chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        self._model = QStringListModel()
        super().__init__(self._model, field)
        self._field = field
        self._people: dict[str, Person] = {}
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(MOST_OFFERED)
        field.setCompleter(self)
        field.textEdited.connect(self._offer)
        self.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]

    def set_people(self, people: tuple[Person, ...]) -> None:
        """Offer these people from now on."""
        self._people = {_line(person): person for person in people}

    def _offer(self, typed: str) -> None:
        wanted = fold(typed)
        found = [line for line in self._people if wanted and wanted in fold(line)]
        self._model.setStringList(found[:MOST_OFFERED])

    def _on_activated(self, index: QModelIndex) -> None:
        person = self._people.get(str(index.data()))
        if person is not None:
            self.person_chosen.emit(person)

    def pathFromIndex(self, index: Index) -> str:
        """Put the name alone into the field, not the whole line of the list."""
        person = self._people.get(str(index.data()))
        return person.name if person else super().pathFromIndex(index)


def _line(person: Person) -> str:
    parts = (person.name, vietnamese_date(person.born), person.position, person.code)
    return " · ".join(part for part in parts if part)

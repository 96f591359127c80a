"""A form with PINs: seen by nobody, and Enter goes to the next one that is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from congress_desk.actions.operators.pins import Typed
from congress_desk.domain.operators.operator import Operator
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts

# Longer than any PIN: what is too long is refused in words, never cut without one.
LONGEST = 64
# A long name with its role stands in one line.
WIDTH = 640
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class PinForm(FormDialog):
    """Fields are filled in turn; `sent` is called once none of the PINs is empty."""

    def __init__(
        self, title: str, submit: str, parent: QWidget | None, *, acts: Acts, danger: bool = False
    ) -> None:
        super().__init__(title, submit, parent, acts=acts, danger=danger)
        self.be_wide(WIDTH)
        self.pins: list[QLineEdit] = []
        self._choices: dict[QObject, QComboBox] = {}
        self.submitted.connect(self._on_submitted)

    def sent(self) -> None:
        """Do the act; the PINs are typed."""
        raise NotImplementedError

    def add_pin(self, title: str, name: str) -> QLineEdit:
        """Add a field whose letters nobody sees."""
        line = self.add_line(title, name, longest=LONGEST)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.textEdited.connect(lambda _: self.clear_wrong())
        self.pins.append(line)
        return line

    def add_person(
        self, title: str, name: str, people: Sequence[Operator], chosen: int = 0
    ) -> tuple[QComboBox, QLineEdit]:
        """Add somebody to choose, and their PIN; the arrows in the PIN choose too."""
        words = [(person_words(each), each.id) for each in people]
        person = self.add_choice(title, f"{name}Operator", words, chosen or None)
        pin = self.add_pin(tr("PIN"), f"{name}Pin")
        pin.installEventFilter(self)
        self._choices[pin] = person
        return person, pin

    def typed(self, person: QComboBox, pin: QLineEdit) -> Typed:
        """Return who was chosen with the PIN that stands in the field."""
        return Typed(operator_id=int(person.currentData() or 0), pin=pin.text())

    def send(self, action: Callable[..., Any], *args: Any, **named: Any) -> None:
        """Do an act whose name in the journal comes from the PIN, not from the window."""
        self.run(without_actor(action), *args, **named)

    def refuse_pin(self, words: str, pin: QLineEdit) -> None:
        """Say why a PIN was not taken; it is typed anew."""
        pin.clear()
        self.refuse_words(words, pin)

    def _on_submitted(self) -> None:
        empty = next((pin for pin in self.pins if not pin.text()), None)
        if empty is not None:
            empty.setFocus()
            return
        self.sent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        person = self._choices.get(watched)
        if person is None or not isinstance(event, QKeyEvent) or event.key() not in _ARROWS:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            person.setCurrentIndex(min(max(person.currentIndex() + step, 0), person.count() - 1))
        return True


def person_words(operator: Operator) -> str:
    """Return a name with its role: "Đỗ Văn Trưởng · Trưởng ban kiểm phiếu"."""
    return f"{operator.name} · {role_words(operator)}"


def role_words(operator: Operator) -> str:
    """Return the role of an operator in words."""
    return label("operator_role", operator.role.value)


def without_actor(action: Callable[..., Any]) -> Callable[..., Any]:
    """Return an act as a screen runs it, that finds out by a PIN who does it."""

    def run(file: Any, *args: Any, actor: str, **named: Any) -> Any:
        return action(file, *args, **named)

    return run


def hint_line(words: str, form: FormDialog) -> None:
    """Say something quietly above the next fields."""
    theme.set_tone(form.tell(words), "muted")

"""One field of a person on a form: a line, a line with suggestions, or a list to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import Field
from congress_desk.ui.desks.people.people_view import PeopleView

LONGEST = 2000


class FieldEditor:
    """Holds the `widget` of a field; `value` is what the widget says."""

    def __init__(self, field: Field, view: PeopleView) -> None:
        self.field = field
        self.widget: QLineEdit | QComboBox
        # Kept here: what goes through Qt's item data comes back without its Python type.
        self._values: list[Any] = list(field.choices)
        if field.name == "group_id":
            self._values = [0, *(group.id for group in view.groups)]
            self.widget = _list_of([tr("(in no group)"), *(group.name for group in view.groups)])
        elif field.choices:
            self.widget = _list_of([field.words(value) for value in field.choices])
        else:
            suggested = view.values(field.name) if field.suggested else []
            self.widget = _line(field.hint, suggested)

    def show(self, value: Any) -> None:
        """Show a value of the field; one that is not offered is offered from then on."""
        if isinstance(self.widget, QLineEdit):
            self.widget.setText(self.field.words(value))
            self.widget.setCursorPosition(0)
            return
        if value not in self._values:
            self._values.append(value)
            self.widget.addItem(str(value))
        self.widget.setCurrentIndex(self._values.index(value))

    def value(self) -> Any:
        """Return the value typed or chosen; fields.Unreadable when it is none."""
        if isinstance(self.widget, QLineEdit):
            return self.field.read(self.widget.text())
        return self._values[self.widget.currentIndex()]


def _list_of(choices: list[str]) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.addItems(choices)
    return made


def _line(hint: str, suggested: list[str]) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(LONGEST)
    made.setPlaceholderText(hint)
    if suggested:
        completer = QCompleter(suggested, made)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCompleter(completer)
    return made

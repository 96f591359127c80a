"""Fields for numbers under each other, each with a hint or a refusal at its right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.layout.layouts import grid_in

FIELD_WIDTH = 96


class FieldGrid(QWidget):
    """Enter goes to the next field; after the last one `at_end` says where."""

    def __init__(self, edited: Callable[[], object]) -> None:
        super().__init__()
        self._edited = edited
        self._hints: dict[str, tuple[QLabel, str]] = {}
        self._titles: dict[str, QLabel] = {}
        self.fields: dict[str, NumberField] = {}
        self.at_end: Callable[[], object] = lambda: None
        self._grid = grid_in(self, across=12, down=8, wide=2)

    def add_number(self, key: str, title: str, object_name: str, hint: str = "") -> NumberField:
        """Add a field for a number under those before it."""
        field = NumberField()
        field.setObjectName(object_name)
        field.setAccessibleName(title)
        field.setFixedWidth(theme.px(FIELD_WIDTH))
        theme.set_property(field, "compact", False)
        field.textEdited.connect(lambda _: self._edited())
        field.finished.connect(lambda: self._on_finished(key))
        words = theme.label(hint, tone="muted", wrap=True)
        row = self._grid.rowCount()
        title_label = QLabel(title)
        title_label.setBuddy(field)
        self._grid.addWidget(title_label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(words, row, 2)
        self.fields[key], self._titles[key] = field, title_label
        self._hints[key] = (words, hint)
        return field

    def name(self, key: str, title: str) -> None:
        """Call a field otherwise."""
        self._titles[key].setText(title)
        self.fields[key].setAccessibleName(title)

    def number(self, key: str) -> int | None:
        """Return what stands in a field, None of an empty one."""
        return self.fields[key].value()

    def show_number(self, key: str, number: int | None) -> None:
        """Put a number into a field."""
        self.fields[key].setText("" if number is None else str(number))

    def show_hint(self, key: str, words: str) -> None:
        """Say something quietly beside a field, from now on."""
        label, _ = self._hints[key]
        self._hints[key] = (label, words)
        if label.property("tone") == "muted":
            label.setText(words)

    def say(self, key: str, words: str, tone: str) -> None:
        """Say what is wrong beside a field: tone "wrong" marks the field as well."""
        label, _ = self._hints[key]
        label.setText(words)
        theme.set_tone(label, tone)
        self.fields[key].set_wrong(tone == "wrong")

    def clear(self) -> None:
        """Go back to the hints."""
        for key, (_, hint) in self._hints.items():
            self.say(key, hint, "muted")

    def _on_finished(self, key: str) -> None:
        keys = list(self.fields)
        later = keys[keys.index(key) + 1 :]
        if later:
            self.fields[later[0]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.at_end()

"""The fields of one record on a page: filled, typed into, read when they are to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, Unreadable
from congress_desk.ui.records.fields.field_widgets import FieldEditor, Prose


class RecordForm(QWidget):
    """`edited` when the user changed a field; filling them is silent.

    `prefix` begins the names of the widgets.
    """

    edited = Signal()

    def __init__(self, fields: Sequence[RecordField], prefix: str) -> None:
        super().__init__()
        self._filling = False
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(theme.px(16))
        self._rows.setVerticalSpacing(theme.px(8))
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.editors = {
            field.name: FieldEditor(field, f"{prefix}_{field.name}") for field in fields
        }
        for editor in self.editors.values():
            self._rows.addRow(editor.field.title, editor.widget)
            self._listen(editor.widget)
        self.said = theme.label(tone="wrong", wrap=True)
        self.said.hide()
        self._rows.addRow("", self.said)

    def widget(self, name: str) -> Any:
        """Return the widget of a field."""
        return self.editors[name].widget

    def show_record(self, record: Any) -> None:
        """Fill the fields from a record."""
        self._filling = True
        for editor in self.editors.values():
            editor.show(record)
        self._filling = False
        self._clear()

    def add_row(self, title: str, field: QWidget) -> None:
        """Add one more field above the place where it is said what is wrong."""
        self._rows.insertRow(self._rows.rowCount() - 1, title, field)

    def values(self) -> dict[str, Any] | None:
        """Return what the fields say by name; None, and the first wrong one in red, else."""
        self._clear()
        found: dict[str, Any] = {}
        for name, editor in self.editors.items():
            try:
                found[name] = editor.value()
            except Unreadable as wrong:
                theme.set_property(editor.widget, "wrong", True)
                self.said.setText(str(wrong))
                self.said.show()
                editor.widget.setFocus()
                return None
        return found

    def _clear(self) -> None:
        for editor in self.editors.values():
            theme.set_property(editor.widget, "wrong", False)
        self.said.hide()

    def _listen(self, widget: QWidget) -> None:
        if isinstance(widget, QComboBox):
            widget.activated.connect(self._on_edited)
        elif isinstance(widget, QCheckBox):
            widget.clicked.connect(self._on_edited)
        elif isinstance(widget, QLineEdit):
            widget.textEdited.connect(self._on_edited)
        elif isinstance(widget, Prose):
            widget.textChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()

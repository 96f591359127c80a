"""The card beside a table: every field of the current record, kept as soon as it is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from congress_desk.ui.commands import add_use
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.fields.field_widgets import (
    Prose,
    fill_choices,
    make_widget,
    show_value,
    suggest,
    typed_text,
)
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of
from congress_desk.ui.widgets.layout.pages import scrolling


class RecordCard(QWidget):
    """`edited` carries record, field name and text; `left` when the table is to go on."""

    edited = Signal(object, str, str)
    left = Signal()

    def __init__(self, name: str, *, escape_restores: bool = True) -> None:
        super().__init__()
        self._name = name
        self._fields: dict[str, RecordField] = {}
        self._record: Any = None
        self.widgets: dict[str, Any] = {}
        self._area = scrolling(QWidget())
        self._half: QHBoxLayout | None = None
        column_in(self, self._area, spacing=None)
        if escape_restores:
            add_use(self, "back", self._on_escape)

    def show_fields(self, fields: Sequence[RecordField]) -> None:
        """Show these fields; which there are may have changed, and what they suggest."""
        carded = {field.name: field for field in fields if field.carded}
        if list(carded) != list(self.widgets):
            self.flush()
            self._fields = carded
            self._make_widgets()
        self._fields = carded
        for name, field in self._fields.items():
            widget = self.widgets[name]
            if isinstance(widget, QComboBox):
                fill_choices(widget, field)
            elif isinstance(widget, QLineEdit):
                suggest(widget, field.offered())

    def show_record(self, record: Any) -> None:
        """Show a record; a field of the same record that is being typed into stays."""
        same = self._record is not None and record is not None and record.id == self._record.id
        self._record = record
        self.setEnabled(record is not None)
        for name, field in self._fields.items():
            widget = self.widgets[name]
            if record is not None:
                widget.setEnabled(not field.closed(record))
            if record is not None and isinstance(widget, QLineEdit):
                widget.setPlaceholderText(field.ghost(record) or field.hint)
            if not (same and widget.hasFocus()):
                theme.set_property(widget, "wrong", False)
                show_value(widget, field, record)

    def take_keyboard(self) -> None:
        """Go to the first field."""
        next(iter(self.widgets.values())).setFocus()

    def mark_wrong(self, name: str) -> None:
        """Mark a field whose text cannot be kept."""
        if name in self.widgets:
            theme.set_property(self.widgets[name], "wrong", True)

    def flush(self) -> None:
        """Keep what is being typed."""
        for name, widget in self.widgets.items():
            if widget.hasFocus():
                self._on_left(name)

    def _make_widgets(self) -> None:
        inside = QWidget()
        before: QWidget | None = None
        for widget in self.widgets.values():
            widget.blockSignals(True)  # what goes says no more that it was left
        self.widgets, self._half = {}, None
        self._rows = column_in(inside, spacing=6, margins=(0, 0, 8, 0))
        for name, field in self._fields.items():
            widget = make_widget(field)
            widget.setObjectName(f"{self._name}_{name}")
            widget.setAccessibleName(field.title)
            self._place(field, widget)
            self._connect(name, widget)
            if before is not None:
                self.setTabOrder(before, widget)
            before = self.widgets[name] = widget
        self._rows.addStretch(1)
        inside.setProperty("role", "page")
        self._area.setWidget(inside)

    def _place(self, field: RecordField, widget: QWidget) -> None:
        """Put a field under its caption, and a second half beside the first one."""
        column = column_of(theme.caption(field.title), widget, spacing=2)
        if not field.half:
            self._rows.addLayout(column)
            self._half = None
        elif self._half is None:
            self._half = row_of((column, 1))
            self._rows.addLayout(self._half)
        else:
            self._half.addLayout(column, 1)
            self._half = None

    def _connect(self, name: str, widget: QWidget) -> None:
        kept = partial(self._on_left, name)
        if isinstance(widget, QComboBox):
            widget.activated.connect(lambda _: kept())
        elif isinstance(widget, QLineEdit):
            widget.editingFinished.connect(kept)
        elif isinstance(widget, Prose):
            widget.left.connect(kept)

    def _on_left(self, name: str) -> None:
        if self._record is None:
            return
        field, text = self._fields[name], typed_text(self.widgets[name])
        if text != field.text(self._record):
            self.edited.emit(self._record, name, text)

    def _on_escape(self) -> None:
        record, self._record = self._record, None
        self.show_record(record)
        self.left.emit()

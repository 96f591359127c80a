"""A small form that asks for the fields of a new record, or for one field of many records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.field import RecordField, Unreadable
from congress_desk.ui.records.field_widgets import make_widget, show_value, typed_text
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

_WRONG_FIELD = {
    "task_title_missing": "title",
    "congress_text_title_missing": "title",
    "indicator_name_missing": "name",
    "comment_gist_missing": "gist",
    "task_several_answerable": "answerable",
}


class RecordDialog(FormDialog):
    """Calls `act(values)` for the action and its arguments; `saved` carries what it returned."""

    def __init__(
        self,
        acts: Acts,
        title: str,
        submit: str,
        fields: Sequence[RecordField],
        act: Callable[[dict[str, Any]], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]],
        *,
        record: Any = None,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, parent, acts=acts)
        self._act, self._fields = act, tuple(fields)
        self.widgets: dict[str, Any] = {}
        for field in fields:
            widget = self.widgets[field.name] = make_widget(field)
            self.add_field(field.title, widget, f"new_{field.name}")
            if record is not None:
                show_value(widget, field, record)
        next(iter(self.widgets.values())).setFocus()
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        values: dict[str, Any] = {}
        for field in self._fields:
            widget = self.widgets[field.name]
            try:
                values[field.name] = field.read(typed_text(widget))
            except Unreadable as wrong:
                self.refuse_words(str(wrong), widget)
                return
        self.wrong = {code: self.widgets[name] for code, name in _WRONG_FIELD.items()
                      if name in self.widgets}  # fmt: skip
        action, args, named = self._act(values)
        self.run(action, *args, **named)


class BulkDialog(FormDialog):
    """Sets one of these fields for many records; `act(name, value)` names action and arguments."""

    def __init__(
        self,
        acts: Acts,
        title: str,
        fields: Sequence[RecordField],
        records: Sequence[Any],
        act: Callable[[str, Any], tuple[Callable[..., Any], tuple[Any, ...]]],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, tr("Set for all of them"), parent, acts=acts)
        self._act = act
        self._records, self._fields = tuple(records), tuple(fields)
        self.field, self._stack = QComboBox(), QStackedWidget()
        self._stack.setFixedHeight(theme.px(34))
        told = QLabel(_titles(records))
        told.setWordWrap(True)
        self.form.addRow(tr("Tasks"), told)
        self.widgets = [make_widget(field) for field in fields]
        for field, widget in zip(fields, self.widgets, strict=True):
            self.field.addItem(field.title)
            widget.setObjectName("bulkValue")
            widget.setAccessibleName(tr("New value"))
            self._stack.addWidget(widget)
        self.add_field(tr("Field"), self.field, "bulkField")
        self.form.addRow(tr("New value"), self._stack)
        self._order_tabs()
        self.field.currentIndexChanged.connect(self._on_field)
        self.submitted.connect(self._on_submitted)
        self._on_field(0)

    def _order_tabs(self) -> None:
        before: QWidget = self.field
        for widget in self.widgets:
            self.setTabOrder(before, widget)
            before = widget
        self.setTabOrder(before, self.submit)

    def _on_field(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        field = self._fields[row]
        held = {getattr(record, field.name) for record in self._records}
        if len(held) == 1:
            show_value(self.widgets[row], field, self._records[0])
            self.say(tr("All of them have the same now."), "muted")
        else:
            self.say(tr("They have {count} different values now.", count=len(held)), "muted")

    def _on_submitted(self) -> None:
        row = self.field.currentIndex()
        field, widget = self._fields[row], self.widgets[row]
        try:
            value = field.read(typed_text(widget))
        except Unreadable as wrong:
            self.refuse_words(str(wrong), widget)
            return
        action, args = self._act(field.name, value)
        self.wrong = {"": widget}
        self.run(action, *args)


def _titles(records: Sequence[Any], most: int = 3) -> str:
    shown = "\n".join(f"– {record.title}" for record in records[:most])
    more = len(records) - most
    return shown + ("\n" + tr("… and {count} more", count=more) if more > 0 else "")

"""A small form that asks for the fields of a new record, or for one field of many records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField, Unreadable
from congress_desk.ui.records.fields.field_widgets import FieldEditor, Prose
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts

MOST_FIELDS, _TITLES = 24, 3
_WRONG_FIELD = {
    "task_title_missing": "title",
    "congress_text_title_missing": "title",
    "indicator_name_missing": "name",
    "comment_gist_missing": "gist",
    "task_several_answerable": "answerable",
}


class RecordDialog(FormDialog):
    """Calls `act(values)` for the action and its arguments; `saved` carries what it returned.

    `prefix` begins the names of the widgets. Enter in a field that `saves` of several lines saves.
    `wrong` names the field that a refusal is about, "" the one for every other.
    """

    def __init__(
        self,
        acts: Acts,
        title: str,
        submit: str,
        fields: Sequence[RecordField],
        act: Callable[[dict[str, Any]], tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]],
        *,
        record: Any = None,
        prefix: str = "new",
        wrong: Mapping[str, str] = _WRONG_FIELD,
        saves: Collection[str] = (),
        said: str = "",
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, parent, acts=acts)
        self._act = act
        if said:
            self.tell(said, "strong")
        self.editors = {field.name: self.add_record_field(field, prefix) for field in fields}
        for name, editor in self.editors.items():
            if record is not None:
                editor.show(record)
            if name in saves and isinstance(editor.widget, Prose):
                editor.widget.entered.disconnect()
                editor.widget.entered.connect(self.submitted)
        self.wrong = {
            code: self.editors[name].widget for code, name in wrong.items() if name in self.editors
        }
        next(iter(self.editors.values())).widget.setFocus()
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        values: dict[str, Any] = {}
        for name, editor in self.editors.items():
            try:
                values[name] = editor.value()
            except Unreadable as wrong:
                self.refuse_words(str(wrong), editor.widget)
                return
        action, args, named = self._act(values)
        self.run(action, *args, **named)


class BulkDialog(FormDialog):
    """Sets one of these fields for many records; `act(name, value)` names action and arguments.

    `who` is a title and the words for the records; `first` the field that is offered first.
    """

    def __init__(
        self,
        acts: Acts,
        title: str,
        fields: Sequence[RecordField],
        records: Sequence[Any],
        act: Callable[[str, Any], tuple[Callable[..., Any], tuple[Any, ...]]],
        parent: QWidget | None,
        *,
        who: tuple[str, str],
        first: str = "",
    ) -> None:
        super().__init__(title, tr("Set for all of them"), parent, acts=acts)
        self._act, self._records = act, tuple(records)
        self._editors = [FieldEditor(field, "bulkValue", tr("New value")) for field in fields]
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(theme.px(34))
        whose = theme.label(who[1], "strong", wrap=True)
        self.form.addRow(who[0], whose)
        for editor in self._editors:
            self._stack.addWidget(editor.widget)
        names = [(field.title, field.name) for field in fields]
        self.field = self.add_choice(tr("Field"), "bulkField", names)
        self.field.setMaxVisibleItems(MOST_FIELDS)
        self.form.addRow(tr("New value"), self._stack)
        self.field.currentIndexChanged.connect(self._on_field)
        self.submitted.connect(self._on_submitted)
        self.field.setCurrentIndex(max(self.field.findData(first), 0))
        self._on_field(self.field.currentIndex())

    @property
    def editor(self) -> FieldEditor:
        """Return the editor of the field chosen."""
        return self._editors[self.field.currentIndex()]

    def _on_field(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        held = {getattr(record, self.editor.field.name) for record in self._records}
        if len(held) == 1:
            self.editor.show(self._records[0])
            self.say(tr("All of them have the same now."), "muted")
        else:
            self.say(tr("They have {count} different values now.", count=len(held)), "muted")

    def _on_submitted(self) -> None:
        self.wrong = {"": self.editor.widget}
        try:
            value = self.editor.value()
        except Unreadable as wrong:
            self.refuse_words(str(wrong), self.editor.widget)
            return
        action, args = self._act(self.editor.field.name, value)
        self.run(action, *args)


def titles_text(records: Sequence[Any]) -> str:
    """Return the titles of a few records, and how many more there are."""
    shown = "\n".join(f"– {record.title}" for record in records[:_TITLES])
    more = len(records) - _TITLES
    return shown + ("\n" + tr("… and {count} more", count=more) if more > 0 else "")

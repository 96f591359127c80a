"""What every tab does with its records: keep a typed field, move rows, take them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.actions.undo_change import undo_change
from congress_desk.errors import Refusal
from congress_desk.i18n import act_name, tr
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField, Unreadable
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

Action = Callable[..., Any]


class RecordActs(QObject):
    """`said` carries a tone and words for the notice, `refused` a refusal, `done` that it is over.

    `edit` takes (id, field, value), `order` the ids in their new order; None where they have none.
    """

    said = Signal(str, str)
    refused = Signal(object)
    done = Signal()

    def __init__(
        self,
        tab: RecordTab,
        acts: Acts,
        messages: Messages,
        *,
        edit: Action,
        order: Action | None = None,
    ) -> None:
        super().__init__(tab)
        self._tab, self.acts, self._messages = tab, acts, messages
        self._edit, self._order = edit, order
        self._fields: dict[str, RecordField] = {}
        tab.edited.connect(self._on_edited)
        tab.undo_wanted.connect(self._undo)

    def tell(self, notice: Notice) -> None:
        """Let a notice say what is refused here, and what was done."""
        notice.hear(self._tab)
        self.refused.connect(notice.show_answer)
        self.said.connect(notice.say)
        self.done.connect(notice.hide)

    def show_fields(self, fields: Sequence[RecordField]) -> None:
        """Know how typed texts are read."""
        self._fields = {field.name: field for field in fields}

    def run(self, action: Action, *args: Any, **kwargs: Any) -> None:
        """Do one act; a refusal is shown."""
        self.acts.run(action, *args, done=self._on_done, **kwargs)

    def ask_new(
        self, title: str, submit: str, action: Action, record: Callable[..., Any], start: Any = None
    ) -> RecordDialog:
        """Ask for a new record, added by `action` below the current one, and go to it.

        `record` makes one of the values typed; the form begins as `start` is.
        """
        after = self._tab.current.id if self._tab.current else 0

        def act(values: dict[str, Any]) -> tuple[Action, tuple[Any, ...], dict[str, Any]]:
            return action, (record(**values),), {"after": after}

        asked = [field for field in self._fields.values() if field.asked]
        dialog = RecordDialog(self.acts, title, submit, asked, act, record=start, parent=self._tab)
        dialog.saved.connect(lambda added: self._tab.go_to_when_shown(added.id))
        dialog.open()
        return dialog

    def move(self, by: int) -> None:
        """Move the current row up or down in its own order."""
        tab, record = self._tab, self._tab.current
        if record is None:
            return
        ids = [each.id for each in tab.records.records]
        shown = [each.id for each in tab.records.shown]
        place = shown.index(record.id) + by
        if self._order is not None and 0 <= place < len(shown):
            ids.remove(record.id)
            beside = ids.index(shown[place])
            ids.insert(beside + (by > 0), record.id)
            self.run(self._order, ids)

    def ask_remove(self, question: str, text: str, yes: str, action: Action, *args: Any) -> None:
        """Ask, then take something away; Enter means no."""

        def answered(sure: bool) -> None:
            if sure:
                self.run(action, *args)
            self._tab.table.setFocus()

        self._messages.ask(self._tab, question, text, yes, answered, danger=True)

    def _undo(self) -> None:
        """Take the last change of the records back, a whole list that was read in too."""
        self.acts.run(undo_change, self._tab.commands.place, done=self._on_undone)

    def _on_undone(self, value: str | Refusal) -> None:
        self._on_done(value)
        if not isinstance(value, Refusal):
            self.said.emit("holds", tr("Undone: {act}", act=act_name(value)))

    def _on_edited(self, record: Any, name: str, text: str) -> None:
        try:
            value = self._fields[name].read(text)
        except Unreadable as wrong:
            self._refuse_field(str(wrong), record, name)
            return
        if value == getattr(record, name):
            return
        self.acts.session.act(
            self._edit,
            record.id,
            name,
            value,
            actor=self.acts.actor,
            done=lambda found: self._on_field_done(found, record, name),
        )

    def _on_field_done(self, value: Any, record: Any, name: str) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)
            self._tab.card.mark_wrong(name)
            self._tab.records.go_to(record.id, name)
        else:
            self.done.emit()

    def _refuse_field(self, words: str, record: Any, name: str) -> None:
        refusal = tr("{field}: {words}", field=self._fields[name].title, words=words)
        self.said.emit("wrong", refusal)
        self._tab.card.mark_wrong(name)
        self._tab.records.go_to(record.id, name)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)
        else:
            self.done.emit()

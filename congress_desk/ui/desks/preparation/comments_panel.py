"""The comments gathered on a text: who said what, the answer, and whether it was taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.preparation.texts import add_comment, edit_comment, remove_comment
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment
from congress_desk.i18n import label, tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.ui.commands import Commands
from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import (
    RecordField,
    reading_choice,
    state_choices,
)
from congress_desk.ui.records.forms.record_dialog import RecordDialog
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import column_in

HEIGHT = 204
_SIGNS = {
    CommentState.OPEN: Sign(icon="circle-alert", tone="look"),
    CommentState.TAKEN: Sign(icon="circle-check", tone="holds"),
    CommentState.NOT_TAKEN: Sign(icon="minus", tone="muted"),
}


class CommentsPanel(QWidget):
    """Enter on a comment opens it to be answered; `left` when Escape goes back to the texts."""

    left = Signal()

    def __init__(self, acts: RecordActs) -> None:
        super().__init__()
        self._acts = acts
        self._view: PreparationView | None = None
        self._text: CongressText | None = None
        self.title = ElidedLabel(role="section")
        self.table = DataTable(
            "commentsTable",
            tr("Comments on the text"),
            RecordTableModel(_columns(), self),
            long=(1, 2),
        )
        self.table.chosen.connect(self._edit)
        self.commands = Commands(
            "comments",
            self.table,
            {
                "add": self.add,
                "answer": self._edit_current,
                "remove": self._remove,
                "back": self.left.emit,
            },
            why_not=self._why_not,
        )
        self.answer = command_button(self.commands, "answer", name="answerComment")
        self.remove = command_button(self.commands, "remove", name="removeComment")
        page = column_in(self, spacing=4)
        head = button_row(self.title, self.answer, self.remove)
        page.addLayout(head)
        page.addWidget(self.table, 1)
        self.setFixedHeight(theme.px(HEIGHT))
        self.commands.offer_in(self.table)

    def show_text(self, view: PreparationView, text: CongressText | None) -> None:
        """Show the comments on a text."""
        self._view, self._text = view, text
        held = view.comments_on(text.id) if text else ()
        self.setVisible(bool(view.comments))
        title = text.title if text else ""
        self.title.set_whole(
            tr("Comments: {title}", title=title) if held else tr("No comment on it yet")
        )
        self.table.show_records(held, same=lambda old, new: bool(old.id == new.id))
        self.commands.refresh()

    def _why_not(self, name: str) -> str:
        if name in ("answer", "remove") and self.table.current is None:
            return tr("There is no comment to choose")
        none = name == "add" and self._text is None
        return tr("Choose a text first") if none else ""

    def add(self) -> None:
        """Ask for a new comment on the text."""
        if self._text is None or self._view is None:
            return
        text_id = self._text.id

        def act(values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
            return add_comment, (TextComment(text_id=text_id, **values),), {}

        self._open(tr("Add a comment"), tr("Add the comment"), act, None)

    def _edit_current(self) -> None:
        if self.table.current is not None:
            self._edit(self.table.current)

    def _edit(self, comment: TextComment) -> None:
        def act(values: dict[str, Any]) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
            return edit_comment, (replace(comment, **values),), {}

        self._open(tr("Answer the comment"), tr("Save the comment"), act, comment)

    def _open(self, title: str, submit: str, act: Any, comment: TextComment | None) -> None:
        assert self._view is not None
        fields = comment_fields(self._view)
        start = comment or TextComment(text_id=0, gist="")
        RecordDialog(self._acts.acts, title, submit, fields, act, record=start, parent=self).open()

    def _remove(self) -> None:
        comment: TextComment | None = self.table.current
        if comment is not None:
            self._acts.ask_remove(
                tr("Remove this comment?"),
                tr("{gist}. The journal keeps what is removed.", gist=comment.gist),
                tr("Remove the comment"),
                remove_comment,
                comment.id,
            )


def comment_fields(view: PreparationView) -> tuple[RecordField, ...]:
    """Return what is asked of a comment."""
    states = state_choices("comment_state", CommentState)
    return (
        _field("author", tr("Who said it"), suggestions=view.names),
        _field("gist", tr("What was said"), prose=True),
        _field("answer", tr("Answer"), prose=True),
        RecordField(
            name="taken",
            title=tr("Taken or not"),
            text=lambda c: label("comment_state", c.taken.value),
            key=lambda c: c.taken.value,
            read=reading_choice(states),
            choices=states,
        ),
    )


def _field(name: str, title: str, **more: Any) -> RecordField:
    return RecordField(
        name=name, title=title, text=lambda c: str(getattr(c, name)), key=lambda c: c.id, **more
    )


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Who said it"), text=lambda c: c.author),
        TableColumn(title=tr("What was said"), text=lambda c: c.gist),
        TableColumn(title=tr("Answer"), text=lambda c: c.answer),
        TableColumn(
            title=tr("Taken or not"),
            text=lambda c: label("comment_state", c.taken.value),
            sign=lambda c: _SIGNS[c.taken],
        ),
    )

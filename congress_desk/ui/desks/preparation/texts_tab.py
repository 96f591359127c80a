"""The tab of texts: version, drafter, state, and the comments gathered on the current one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from congress_desk.actions.preparation.one_field import edit_text_field
from congress_desk.actions.preparation.texts import add_text, order_texts, remove_text
from congress_desk.domain.preparation.progress import Standing, day_due, standing
from congress_desk.domain.preparation.text import CongressText, TextState
from congress_desk.domain.text.name_order import name_key
from congress_desk.i18n import tr
from congress_desk.queries.preparation import PreparationView
from congress_desk.queries.text_copies import TextCopiesView, text_copies_view
from congress_desk.ui.desks.preparation.comments_panel import CommentsPanel
from congress_desk.ui.desks.preparation.common_fields import (
    due_field,
    note_field,
    number_field,
    state_field,
    title_field,
)
from congress_desk.ui.desks.preparation.copies_dialog import CopiesDialog, NumberCopiesDialog
from congress_desk.ui.desks.preparation.recipients_dialog import (
    RecipientsDialog,
    copies_field,
    recipients_field,
)
from congress_desk.ui.desks.preparation.task_fields import standing_field
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.records.record_acts import RecordActs
from congress_desk.ui.records.record_tab import RecordTab
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.screen_acts import Acts

_WANTING = Sign(icon="triangle-alert", tone="look")
LEFT_OUT = {"recipients": 1500, "drafter": 1250, "state": 1100, "version": 950}


class TextsTab(RecordTab):
    """The checklist with the comments of the current text under it."""

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__(
            "texts",
            tr("Texts of the congress"),
            tr("Text, drafter or note; no accents needed"),
            ("add", "import", "recipients", "comment", "copies", "up", "down", "remove"),
            alone=("add", "import"),
            left_out=LEFT_OUT,
        )
        self._messages = messages
        self.acts = RecordActs(self, acts, messages, edit=edit_text_field, order=order_texts)
        self.comments = CommentsPanel(self.acts)
        self._fields: tuple[RecordField, ...] = ()
        self._view: PreparationView | None = None
        self.add_below(self.comments)
        self.wanted.connect(self._on_wanted)
        self.records.current_changed.connect(self._on_text)
        self.comments.left.connect(self.table.setFocus)

    def show_view(self, view: PreparationView, today: date) -> None:
        """Show the texts of the file."""
        self._view, self._fields = view, text_fields(view, today)
        self.acts.show_fields(self._fields)
        self.show_records(self._fields, view.texts)
        self.show_lists(text_lists(view, today))
        self.commands.put_away(() if view.distributes else ("recipients", "copies"))
        self._on_text(self.current)

    def _on_text(self, text: CongressText | None) -> None:
        if self._view is not None:
            self.comments.show_text(self._view, text)

    def _on_wanted(self, what: str, texts: tuple[CongressText, ...]) -> None:
        forms: dict[str, Callable[[], None]] = {
            "add": self._add,
            "import": self._ask_file,
            "recipients": lambda: self._ask_recipients(texts),
            "comment": self.comments.add,
            "copies": self._ask_copies,
            "up": lambda: self.acts.move(-1),
            "down": lambda: self.acts.move(1),
            "remove": lambda: self._remove(self.current),
        }
        forms[what]()

    def _add(self) -> None:
        self.acts.ask_new(tr("Add a text"), tr("Add the text"), add_text, CongressText)

    def _ask_file(self) -> None:
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        self._messages.open_file(self, tr("Choose the list of texts"), filters, self._on_file)

    def _on_file(self, path: Path) -> None:
        # The readers of workbooks come along: not before a file is chosen.
        from congress_desk.ui.desks.preparation.text_list_dialog import TextListDialog

        dialog = TextListDialog(self.acts.acts, path, self)
        dialog.saved.connect(lambda _: self.acts.done.emit())
        dialog.open()

    def _ask_recipients(self, chosen: tuple[CongressText, ...]) -> None:
        if self._view is not None:
            dialog = RecipientsDialog(self.acts.acts, self._view.recipients, chosen, self)
            dialog.saved.connect(lambda _: self.acts.done.emit())
            dialog.open()

    def _ask_copies(self) -> None:
        text: CongressText | None = self.current
        if text is not None:
            self.acts.acts.session.ask(text_copies_view, text.id, done=self._open_copies)

    def _open_copies(self, view: TextCopiesView | None) -> None:
        """Show the copies of a text; before they are numbered, ask how many there are."""
        if view is None:
            return
        if view.copies is not None:
            CopiesDialog(self.acts.acts, self._messages, view, self).open()
            return
        dialog = NumberCopiesDialog(self.acts.acts, view, self)
        dialog.saved.connect(lambda copies: self._open_copies(replace(view, copies=copies)))
        dialog.open()

    def _remove(self, text: CongressText) -> None:
        self.acts.ask_remove(
            tr("Remove this text from the list?"),
            tr(
                "{title}. Tasks about it stay. The journal keeps what is removed.", title=text.title
            ),
            tr("Remove the text"),
            remove_text,
            text.id,
        )


def text_fields(view: PreparationView, today: date) -> tuple[RecordField, ...]:
    """Return the fields of texts."""
    return (
        number_field(view.texts),
        title_field("title", tr("Text of the congress")),
        text_field("version", tr("Version"), hint=tr("such as draft 2")),
        _drafter(view),
        due_field(day_due(view.first_day) or today),
        standing_field(today),
        state_field("text_state", TextState),
        *((recipients_field(view), copies_field(view)) if view.distributes else ()),
        _comments(view),
        note_field(),
    )


def text_lists(view: PreparationView, today: date) -> dict[str, Callable[[CongressText], bool]]:
    """Return the parts of the checklist that can be shown alone, by their words."""
    nobody = {tr("Nobody gets it yet"): lambda t: not t.recipients} if view.distributes else {}
    return {
        tr("All texts"): lambda t: True,
        tr("Not done yet"): lambda t: standing(t, today).is_open,
        tr("Late"): lambda t: standing(t, today) is Standing.LATE,
        tr("Due this week"): lambda t: standing(t, today) is Standing.THIS_WEEK,
        tr("Nobody drafts it"): lambda t: not t.drafter,
        tr("Comments wait for an answer"): lambda t: view.open_comments(t.id) > 0,
        **nobody,
    }


def _has_no_drafter(text: CongressText) -> bool:
    return not text.drafter and text.state not in (TextState.FINAL, TextState.ADOPTED)


def _drafter(view: PreparationView) -> RecordField:
    return text_field(
        "drafter",
        tr("Drafted by"),
        sorted_by=name_key,
        suggestions=view.names,
        asked=True,
        sign=lambda t: _WANTING if _has_no_drafter(t) else None,
        remark=lambda t: tr("nobody yet") if _has_no_drafter(t) else "",
    )


def _comments(view: PreparationView) -> RecordField:
    def words(text: CongressText) -> str:
        held = len(view.comments_on(text.id))
        return str(held) if held else ""

    def waiting(text: CongressText) -> str:
        count = view.open_comments(text.id)
        return tr("{count} open", count=count) if count else ""

    return RecordField(
        name="comments",
        title=tr("Comments"),
        text=words,
        key=lambda t: (-view.open_comments(t.id), -len(view.comments_on(t.id))),
        carded=False,
        sign=lambda t: Sign(icon="circle-alert", tone="look") if waiting(t) else None,
        remark=waiting,
    )

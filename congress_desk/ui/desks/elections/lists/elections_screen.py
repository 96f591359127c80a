"""The first page of the desk: every election, where it stands, and the one thing to do next."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.elections.lists import remove_election
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.queries.elections.shares import SharesView, shares_view, votes_by_shares
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.lists.election_dialog import ElectionDialog
from congress_desk.ui.desks.elections.lists.election_view import ElectionView, election_views
from congress_desk.ui.desks.elections.lists.stages import (
    stage_sign,
    stage_words,
    step_place,
    step_words,
)
from congress_desk.ui.desks.elections.result.words import percent_text
from congress_desk.ui.desks.elections.shares.shares_dialog import SharesDialog
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import has_keyboard, lay_out_page, take_keyboard
from congress_desk.ui.widgets.notice import Notice


def election_columns() -> tuple[TableColumn, ...]:
    """Return what the table says of an election."""
    return (
        TableColumn(title=tr("Code"), text=lambda view: view.election.code),
        TableColumn(title=tr("What is elected"), text=lambda view: view.election.title),
        TableColumn(title=tr("Seats"), text=lambda view: str(view.election.seats), number=True),
        TableColumn(
            title=tr("On the list"),
            text=lambda view: str(len(view.election.candidates)),
            number=True,
        ),
        TableColumn(title=tr("Surplus"), text=_surplus_text, number=True),
        TableColumn(
            title=tr("State"), text=stage_words, sign=stage_sign, tone=lambda v: stage_sign(v).tone
        ),
    )


def _surplus_text(view: ElectionView) -> str:
    if view.surplus.number <= 0:
        return "–"
    return f"{percent_text(view.surplus.percent)}%"


class ElectionsScreen(ElectionScreen):
    """A row is gone on with as its state asks for, or its page is opened."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._by_shares = False
        self.head = PageHead(self)
        self.notice = Notice()
        self.table = DataTable(
            "electionsTable",
            tr("Elections"),
            RecordTableModel(election_columns(), self),
            long=(1, 5),
        )
        self.commands = self._make_commands()
        self.commands.refused.connect(self.notice.say_refused)
        self._first = command_button(self.commands, "add", name="addFirstElection", role="primary")
        self._empty = EmptyState(
            "vote",
            tr("No election yet"),
            tr("Add the first election, then put the names on its list."),
            self._first,
        )
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty)
        self.add = command_button(self.commands, "add", name="addElection")
        self.edit = command_button(self.commands, "edit", name="editElection")
        self.remove = command_button(self.commands, "remove", name="removeElection")
        self.open_page = command_button(self.commands, "page", name="openElection")
        self.step = command_button(self.commands, "step", name="electionStep", role="primary")
        self.shares = command_button(self.commands, "shares", name="openShares")
        self.commands.offer_in(self.table)
        self.table.chosen.connect(self._on_chosen)
        self.table.current_changed.connect(self._on_current)
        foot = button_row(self.add, self.edit, self.remove, None, self.open_page, self.step)
        self._register = QWidget()
        self._register.setLayout(button_row(self.shares, None))
        self._register.hide()
        lay_out_page(
            self, self.head, self.notice, self._register, self._body, foot, body=self._body
        )
        self._show_buttons(None)

    def show_record(self, number: int = 0, at: str = "") -> None:
        """Show all elections."""
        self.refresh()

    def refresh(self) -> None:
        """Read the elections again."""
        self._reader.ask(election_views, done=self._on_read)
        self._reader.ask(votes_by_shares, done=self._on_rules)

    def _on_rules(self, by_shares: bool) -> None:
        self._by_shares = by_shares
        self._register.setVisible(by_shares)
        self.commands.refresh()

    def _on_read(self, views: tuple[ElectionView, ...]) -> None:
        self._body.setCurrentWidget(self.table if views else self._empty)
        self.table.show_records(views, same=lambda old, new: old.election.id == new.election.id)
        self.head.show_words(
            tr("Elections"),
            tr("Choose an election; Enter goes on with it.") if views else "",
        )
        self._show_buttons(self.table.current)
        self.add.setVisible(bool(views))
        if not has_keyboard(self):
            take_keyboard(self, self.table if views else self._first)

    def _show_buttons(self, view: ElectionView | None) -> None:
        self.commands.refresh()
        for button in (self.edit, self.remove, self.open_page, self.step):
            button.setVisible(view is not None)

    def _why_not(self, name: str) -> str:
        view: ElectionView | None = self.table.current
        if name == "add":
            return ""
        if name == "shares":
            return "" if self._by_shares else tr("The rules count ballots here, not shares")
        if view is None:
            return tr("Choose an election first")
        held = name == "remove" and bool(view.rounds)
        return tr("An election with a round stays in the file") if held else ""

    def _called(self, name: str) -> str:
        view: ElectionView | None = self.table.current
        return step_words(view) if name == "step" and view is not None else ""

    def _make_commands(self) -> Commands:
        return Commands(
            "elections",
            self,
            {
                "step": self._on_step,
                "add": self._on_add,
                "edit": self._on_edit,
                "remove": self._on_remove,
                "page": self._on_page,
                "shares": self._on_shares,
            },
            why_not=self._why_not,
            words=self._called,
            where={"remove": self.table},
        )

    def _on_current(self, view: ElectionView | None) -> None:
        self._show_buttons(view)

    def _on_chosen(self, view: ElectionView) -> None:
        self.place_wanted.emit(step_place(view))

    def _on_step(self) -> None:
        self.place_wanted.emit(step_place(self.table.current))

    def _on_page(self) -> None:
        self.go("election", self.table.current.election.id)

    def _on_add(self) -> None:
        ElectionDialog(self._acts, None, self).open()

    def _on_edit(self) -> None:
        if self.table.current is not None:
            ElectionDialog(self._acts, self.table.current.election, self).open()

    def _on_shares(self) -> None:
        self._session.ask(shares_view, done=self._on_shares_read)

    def _on_shares_read(self, view: SharesView) -> None:
        SharesDialog(self._acts, view, self._messages, self).open()

    def _on_remove(self) -> None:
        view = self.table.current
        if view is None:
            return
        self._messages.ask(
            self,
            tr("Remove the election {code}?", code=view.election.code),
            tr(
                "{title} and the {count} names on its list leave the file; the journal keeps them.",
                title=view.election.title,
                count=len(view.election.candidates),
            ),
            tr("Remove the election"),
            self._on_remove_answered,
            danger=True,
        )

    def _on_remove_answered(self, yes: bool) -> None:
        view = self.table.current
        if yes and view is not None:
            self._acts.run(remove_election, view.election.id, done=self._on_removed)

    def _on_removed(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.notice.say_problems(value.problems)

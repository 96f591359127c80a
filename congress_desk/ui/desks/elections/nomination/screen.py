"""The page of the way to the ballot: names with their sources, and every step beside them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, PollState
from congress_desk.domain.nomination.steps import Stop, first_undone
from congress_desk.i18n import tr
from congress_desk.queries.nomination import NominationView, nomination_view
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import DeskPlace, paper_place
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.lists.words import COMMANDS, step_tip
from congress_desk.ui.desks.elections.nomination.forms import NominationForms
from congress_desk.ui.desks.elections.nomination.nominee_rows import (
    LONG,
    ROOM,
    in_order,
    nominee_columns,
    same_nominee,
)
from congress_desk.ui.desks.elections.nomination.refusals import why_not
from congress_desk.ui.desks.elections.nomination.steps_side import StepsSide
from congress_desk.ui.desks.elections.nomination.surplus_words import surplus_sentence
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.structure.lines import StructureLines
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice

# The buttons over the table, in the order of the work.
_OVER_TABLE = ("add", "many", "source", "support", "put", "leave", "withdraw", "remove",
               "cancel_poll")  # fmt: skip
_OFFERED = ("put", "leave", "withdraw", "", "source", "support", "", "add", "remove")


# Steps that are done name by name, with the commands over the table.
_DECIDED_ON = (Stop.NOMINATIONS, Stop.WITHDRAWALS)


class NominationScreen(ElectionScreen):
    """The names of an election with where they come from, and the steps before the ballot."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.notice = Notice()
        self._forms = NominationForms(self._acts, messages, self, self.notice.show_answer)
        self._view: NominationView | None = None
        self._election_id = 0
        self._wanted: Stop | None = None
        self.head = PageHead(self, tr("Back to the election"))
        self.head.back.connect(self._on_back)
        self.table: DataTable | None = None
        self.commands = self._make_commands()
        self._body = QStackedWidget()
        self._first = command_button(self.commands, "many", name="addFirstNominees", role="primary")
        self._empty = EmptyState(
            "users",
            tr("No name yet"),
            tr("First the list of the convening committee, then who is nominated at the congress."),
            self._first,
        )
        self._body.addWidget(self._empty)
        self.buttons = {
            name: command_button(self.commands, name, name=f"{name}Nominee") for name in _OVER_TABLE
        }
        self.bar = flowing(*self.buttons.values())
        self.side = StepsSide(self.commands)
        self.side.source_wanted.connect(self._on_source_of_list)
        self.structure = StructureLines()
        self.structure.wanted.connect(self._on_structure)
        self.next_words = theme.subtitle()
        self.papers = command_button(self.commands, "papers", name="nominationPapers")
        self.next = command_button(self.commands, "next", name="nextNominationStep", role="primary")
        self._lay_out()

    def show_record(self, number: int, at: str = "") -> None:
        """Show the names of an election; `at` is the step that the keyboard goes to."""
        self._election_id, self._wanted = number, Stop(at) if at else None
        self._view = None
        self.notice.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the names again."""
        self._reader.ask(nomination_view, self._election_id, done=self._on_read)

    @property
    def view(self) -> NominationView:
        """Return what is shown; there is something before any command is allowed."""
        assert self._view is not None
        return self._view

    @property
    def current(self) -> Nominee | None:
        """Return the name that is chosen."""
        found = self.table.current if self.table else None
        return found if isinstance(found, Nominee) else None

    @property
    def chosen(self) -> Nominee:
        """Return the name that is chosen; without one no command about a name is allowed."""
        assert self.current is not None
        return self.current

    @property
    def poll_waiting(self) -> OpinionPoll | None:
        """Return the poll that waits for its count."""
        polls = self._view.facts.polls if self._view else ()
        return next((poll for poll in polls if poll.state is PollState.PREPARED), None)

    def _on_read(self, view: NominationView) -> None:
        if view.facts.election.id != self._election_id:
            return
        first = self._view is None
        self._view = view
        self._show_table(view)
        title = tr("Before the ballot · {title}", title=view.facts.election.title)
        self.head.show_words(title, surplus_sentence(view.facts))
        self.side.show_steps(view.steps)
        self.structure.show_view(view.structure)
        missing = first_undone(view.steps, view.facts)
        words = step_tip(missing) if missing else tr("Nothing is missing before the ballot.")
        self.next_words.setText(words)
        self.commands.refresh()
        self.next.setVisible(missing is not None)
        if first or not has_keyboard(self):
            take_keyboard(self, self._target())
            self._wanted = None

    def _target(self) -> QWidget:
        wanted = self.side.button_of(self._wanted) if self._wanted else None
        if wanted is not None and wanted.isVisible() and wanted.isEnabled():
            return wanted
        if self.table is not None and self._body.currentWidget() is self.table:
            return self.table
        return self._first

    def _show_table(self, view: NominationView) -> None:
        if self.table is None:
            self.table = self._make_table(view)
        names = sorted(view.facts.nominees, key=in_order)
        self._body.setCurrentWidget(self.table if names else self._empty)
        self.bar.setVisible(bool(names))
        self.table.show_records(names, same=same_nominee)

    def _make_table(self, view: NominationView) -> DataTable:
        model = RecordTableModel(nominee_columns(view.facts.rules), self)
        table = DataTable("nomineesTable", tr("Names and their sources"), model, long=LONG)
        table.current_changed.connect(lambda _: self.commands.refresh())
        self.commands.offer_in(table, _OFFERED)
        table.stand_whole(not self._sides.wide)
        self._body.addWidget(table)
        self.table = table
        self._give_columns_room()
        return table

    def _on_turned(self, wide: bool) -> None:
        if self.table is not None:
            self.table.stand_whole(not wide)

    def _give_columns_room(self) -> None:
        """Leave out what there is no room for, rather than the state of a name."""
        if self.table is not None:
            for place, least in ROOM.items():
                self.table.setColumnHidden(place, self._body.width() < theme.px(least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_columns_room()

    def _lay_out(self) -> None:
        main = QWidget()
        column_in(main, self.bar, (self._body, 1))
        beside = QWidget()
        column_in(beside, self.side, self.structure, None, spacing=12)
        self._body.setMinimumHeight(theme.px(280))
        self._sides = SideBySide(main, beside, side_width=310, room=860)
        self._sides.turned.connect(self._on_turned)
        body = scrolling(self._sides)
        foot = button_row(self.next_words, self.papers, self.next, spacing=16)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)

    def _make_commands(self) -> Commands:
        commands = Commands(
            "nomination",
            self,
            {
                "next": self._on_next,
                "number": lambda: self._forms.number(self.view),
                "add": lambda: self._forms.nominate(self.view),
                "many": lambda: self._forms.many(self.view),
                "source": self._on_source,
                "support": lambda: self._forms.support(self.view, self.chosen),
                "put": lambda: self._forms.put(self.view, self.chosen),
                "leave": lambda: self._forms.leave(self.chosen),
                "withdraw": lambda: self._forms.withdraw(self.view, self.chosen),
                "remove": lambda: self._forms.remove(self.chosen),
                "poll": lambda: self._forms.poll(self.view, self.poll_waiting),
                "cancel_poll": self._on_cancel_poll,
                "list": lambda: self._forms.vote_list(self.view),
                "fix": lambda: self.go("election", self._election_id, "fix"),
                "board": self._on_board,
                "papers": lambda: self.place_wanted.emit(paper_place(kind="nominees")),
            },
            why_not=lambda name: why_not(name, self._view, self.current, self.poll_waiting),
            words=self._called,
            hides={"cancel_poll"},
        )
        commands.refused.connect(self.notice.say_refused)
        return commands

    def _called(self, name: str) -> str:
        if name == "poll" and self.poll_waiting is not None:
            return tr("Record the count of the poll…")
        if name == "board" and self._view is not None:
            if self._view.facts.counters_listed:
                return tr("Replace a counter…")
            if not self._view.facts.board:
                return tr("Make the counting board…")
        if name == "next" and self._view is not None:
            return self._next_words(self._view)
        return ""

    def _next_words(self, view: NominationView) -> str:
        missing = first_undone(view.steps, view.facts)
        if missing is None:
            return ""
        if missing.stop in _DECIDED_ON:
            return tr("Decide on the names…")
        if missing.stop is Stop.COMMITTEE_LIST and view.facts.nominees:
            return tr("Say the source…")
        return self.commands.words(COMMANDS[missing.stop])

    def _on_next(self) -> None:
        missing = first_undone(self.view.steps, self.view.facts)
        if missing is None:
            return
        if missing.stop is Stop.COMMITTEE_LIST and self.view.facts.nominees:
            self._on_source_of_list()
        elif missing.stop in _DECIDED_ON and self.table is not None:
            self._go_to_undecided(missing.stop)
        else:
            self.commands.run(COMMANDS[missing.stop])

    def _go_to_undecided(self, stop: Stop) -> None:
        """Choose the first name that has to be decided on; what can be done stands over it."""
        assert self.table is not None
        for row, nominee in enumerate(self.table.records):
            waits = nominee.withdrawal is not None if stop is Stop.WITHDRAWALS else (
                nominee.is_outside and not nominee.listed and not nominee.left_off
            )  # fmt: skip
            if waits and nominee.stands:
                self.table.select_row(row)
                self.table.setFocus()
                words = tr(
                    "Decide on this name: put it on the list, leave it off, or record the vote on"
                    " its withdrawal."
                )
                self.notice.say("accent", words)
                return

    def _on_source_of_list(self) -> None:
        """Ask once for every name on the list of which nobody has said where it comes from."""
        unsaid = tuple(n for n in self.view.facts.nominees if n.source is None)
        if unsaid:
            self._forms.source(self.view, unsaid)
        else:
            self._forms.many(self.view)

    def _on_source(self) -> None:
        chosen = self.table.selected if self.table else ()
        self._forms.source(self.view, chosen if len(chosen) > 1 else (self.chosen,))

    def _on_cancel_poll(self) -> None:
        if self.poll_waiting is not None:
            self._forms.cancel_poll(self.poll_waiting)

    def _on_board(self) -> None:
        if self.view.facts.board:
            self._forms.board(self.view)
        else:
            self.place_wanted.emit(DeskPlace(desk="duties"))

    def _on_structure(self) -> None:
        if self._view is not None and self._view.structure is not None:
            self.structure_wanted.emit(self._view.structure.set)

    def _on_back(self) -> None:
        self.go("election", self._election_id)

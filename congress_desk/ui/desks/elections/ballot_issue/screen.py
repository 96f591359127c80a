"""The issue register: its lines, what they add up to, and what is written next."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.actions.elections.ballot_issue import strike_issue_line
from congress_desk.domain.ballot_papers.ballot_box import box_of
from congress_desk.domain.ballot_papers.issue_register import IssueKind, IssueLine
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.text.clean_text import fold
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.queries.elections.ballot_issue import IssueView, early_issue_view, issue_view
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.elections.ballot_issue.box_dialogs import BoxesDialog, CastDialog
from congress_desk.ui.desks.elections.ballot_issue.line_dialog import LineDialog, writer_of
from congress_desk.ui.desks.elections.ballot_issue.words import (
    figures,
    head_words,
    issue_columns,
    unit_text,
)
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    column,
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.state_row import StateRow

_KINDS = {
    "hand": IssueKind.HANDED,
    "exchange": IssueKind.EXCHANGED,
    "take_back": IssueKind.TAKEN_BACK,
    "seal": IssueKind.BOX_SEALED,
    "open": IssueKind.RETURNED,
    "destroy": IssueKind.DESTROYED,
}
_BUTTONS = (
    "seal",
    "by_unit",
    "exchange",
    "take_back",
    "open",
    "destroy",
    "strike",
    "minutes",
    "boxes",
    "cast",
)
_TIME, _UNIT, _NOTE = 0, 2, 5
_WITH_TIME = 600
_LINES_SHOWN = 12
_LEAST_ROWS = 6
_LEAST_IN_SIGHT = 96


class IssueScreen(ElectionScreen):
    """The issue register. Nothing here is needed where the accounting is typed instead."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("issueScreen")
        self._view: IssueView | None = None
        self._round_id = self._election_id = 0
        self.head = PageHead(self, tr("Back to the election"))
        self.head.back.connect(self._on_back)
        self.notice = Notice()
        self.table = DataTable(
            "issueTable",
            tr("Issue register"),
            RecordTableModel(issue_columns()),
            long=(_UNIT, _NOTE),
        )
        self.rows = [StateRow() for _ in range(5)]
        self._sums = QVBoxLayout()
        acts = {name: partial(self._open_form, kind) for name, kind in _KINDS.items()}
        self.commands = Commands(
            "issue",
            self,
            {
                **acts,
                "by_unit": self._on_by_unit,
                "strike": self._on_strike,
                "minutes": self._on_minutes,
                "boxes": self._on_boxes,
                "cast": self._on_cast,
            },
            why_not=self._why_not,
            where={"strike": self.table},
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.hand = command_button(self.commands, "hand", name="issue_hand", role="primary")
        self.buttons = {
            name: command_button(self.commands, name, name=f"issue_{name}") for name in _BUTTONS
        }
        self._acts.busy_changed.connect(self.commands.refresh)
        self.table.current_changed.connect(lambda _: self.commands.refresh())
        self.commands.offer_in(self.table, ("strike", "", "hand", "exchange", "take_back"))
        self._lay_out()

    def show_record(self, number: int, at: str = "") -> None:
        """Show the register of a round; the keyboard goes to what is written next.

        At "next" that of the ballots printed for the next round of an election, or of the open one.
        """
        self._round_id, self._election_id = (0, number) if at == "next" else (number, 0)
        self._view = None
        self.notice.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the register again."""
        if self._round_id:
            self._reader.ask(issue_view, self._round_id, done=self._on_read)
        elif self._election_id:
            self._reader.ask(early_issue_view, self._election_id, done=self._on_read)

    def _on_read(self, view: IssueView) -> None:
        if not self._is_of(view):
            return
        first = self._view is None
        self._view = view
        words = tr("Issue register · {title}", title=view.election.title)
        if view.number > 1:
            words = tr("{title} · round {number}", title=words, number=view.number)
        self.head.show_words(words, head_words(view))
        self.buttons["cast"].setVisible(bool(view.boxes))
        self.table.show_columns(issue_columns(view), long=(_UNIT, _NOTE))
        self.table.show_records(view.lines)
        said = figures(view)
        while len(self.rows) < len(said):
            self.rows.append(StateRow())
            self._sums.addWidget(self.rows[-1])
        for row in self.rows[len(said) :]:
            row.hide()
        for row, (tone, sentence) in zip(self.rows, said, strict=False):
            row.show_state(tone, sentence)
            row.show()
        self.commands.refresh()
        if first or not has_keyboard(self):
            take_keyboard(self, self.hand if self.hand.isEnabled() else self.table)

    def _why_not(self, name: str) -> str:
        """Return why a command is refused, "" while it is allowed."""
        view = self._view
        if view is None or self._acts.busy:
            return tr("The register is being read.")
        register = view.register
        if name == "minutes":
            if view.round is None:
                return tr("The minutes are made once the round is open.")
            return "" if register.lines else tr("Nothing is in the register yet.")
        if name == "boxes":
            return ""
        if name == "cast" and not view.boxes:
            return tr("There is one box: say first which boxes there are")
        closed = self._closed(view, name)
        if closed:
            return closed
        if name == "strike":
            line = self.table.current
            return "" if line is not None and line.stands else tr("Choose a line that stands.")
        if name == "take_back" and view.void_out:
            return ""
        opened = register.returned is not None
        if name in ("hand", "by_unit", "exchange", "take_back", "open") and opened:
            return tr("The box is open: nothing more is handed out.")
        if name in ("exchange", "take_back", "open") and not register.is_kept:
            return tr("No paper has been handed out yet.")
        if name == "seal" and not view.unsealed:
            return tr("The box is sealed already.")
        if name == "destroy" and not opened:
            return tr("The box is closed: nobody knows yet which papers are left over.")
        return tr("Nobody is present yet.") if name == "by_unit" and not view.voters else ""

    def _closed(self, view: IssueView, name: str) -> str:
        """Return why nothing is written here, "" where something may be."""
        if view.round is None:
            if name in ("open", "destroy", "cast"):
                return tr("The round is not open yet.")
            may_go = name == "strike" or (name == "take_back" and view.void_out)
            return problem_text(view.closed.first) if view.closed and not may_go else ""
        if view.round.state is not RoundState.COUNTING and name != "destroy":
            return tr("The round is declared or cancelled: its register is closed.")
        return ""

    def _is_of(self, view: IssueView) -> bool:
        """Say whether a view is of what is shown; a round that was opened meanwhile is taken up."""
        if not self._round_id:
            return view.election.id == self._election_id
        return view.round is not None and self._round_id in (view.round.id, view.round.first_count)

    def _open_form(self, kind: IssueKind) -> None:
        if self._view is not None:
            self.notice.hide()
            LineDialog(self._acts, self._messages, self._view, kind, self).open()

    def _on_by_unit(self) -> None:
        """Offer a line for each delegation: as many papers as it has people without one."""
        view = self._view
        if view is None:
            return
        held = {fold(unit): count for unit, count in view.register.units}
        lines = [
            IssueLine(
                kind=IssueKind.HANDED, unit=unit, papers=missing, box_id=box_of(view.boxes, unit)
            )
            for unit, count in view.voters
            if (missing := count - held.get(fold(unit), 0)) > 0
        ]
        if not lines:
            self.notice.say("holds", tr("Every delegation holds as many papers as it has people."))
            return
        unit_lines = [f"{unit_text(line)}: {grouped(line.papers)}" for line in lines[:_LINES_SHOWN]]
        if len(lines) > _LINES_SHOWN:
            unit_lines.append(tr("… and {count} more", count=len(lines) - _LINES_SHOWN))
        papers = sum(line.papers for line in lines)
        self._messages.ask(
            self,
            tr("Hand {papers} papers to {count} delegations?", papers=papers, count=len(lines)),
            "\n".join(unit_lines),
            tr("Hand them out"),
            partial(self._on_by_unit_answered, lines),
        )

    def _on_by_unit_answered(self, lines: list[IssueLine], yes: bool) -> None:
        if yes and self._view is not None:
            write, record_id = writer_of(self._view)
            self._acts.run(write, record_id, lines, done=self.notice.show_answer)

    def _on_strike(self) -> None:
        line = self.table.current
        if line is None:
            return
        ReasonDialog(
            self._acts,
            tr("Strike out this line?"),
            tr(
                "{what}, {papers} papers. The line stays to be read, with the reason; the numbers"
                " follow.",
                what=label("issue_kind", line.kind.value),
                papers=grouped(line.papers),
            ),
            tr("Strike the line out"),
            strike_issue_line,
            line.id,
            why=tr("Why it is struck out"),
            leave=tr("Keep the line"),
            danger=True,
            parent=self,
        ).open()

    def _on_minutes(self) -> None:
        from congress_desk.papers.ballot_issue import ISSUE_MINUTES

        if self._view is not None and self._view.round is not None:
            wanted = paper_place(kind=ISSUE_MINUTES, round_id=self._view.round.id)
            self.place_wanted.emit(wanted)

    def _on_boxes(self) -> None:
        if self._view is not None:
            BoxesDialog(self._acts, self._messages, self._view, self).open()

    def _on_cast(self) -> None:
        if self._view is not None and self._view.round is not None:
            CastDialog(self._acts, self._view, self).open()

    def _on_back(self) -> None:
        if self._view is not None:
            self.go("election", self._view.election.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Rather than cut the name of who did it; the minutes of the issue tell the time.
        self.table.setColumnHidden(_TIME, self.table.width() < theme.px(_WITH_TIME))

    def _lay_out(self) -> None:
        self._sums.setSpacing(theme.px(8))
        for row in self.rows:
            self._sums.addWidget(row)
        tools = flowing(*(self.buttons[name] for name in _BUTTONS), self.hand)
        side = column(theme.section(tr("What it adds up to")), self._sums, spacing=8)
        # One below the other, the table is no slit: then the page scrolls.
        self.table.show_at_least(_LEAST_ROWS)
        sides = SideBySide(self.table, side, side_width=300, room=640)
        sides.turned.connect(lambda wide: self.table.stand_whole(not wide))
        body = scrolling(sides)
        # What scrolls gives way to the words of the title and to all buttons.
        body.setMinimumHeight(theme.px(_LEAST_IN_SIGHT))
        lay_out_page(self, self.head, self.notice, tools, body, body=body)

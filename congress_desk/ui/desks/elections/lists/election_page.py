"""The page of one election: its list, what the rules say of it, its rounds, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.stages import Step
from congress_desk.domain.nomination.steps import Stop
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, message, tr
from congress_desk.queries.congress import congress
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.lists.candidates_panel import CandidatesPanel
from congress_desk.ui.desks.elections.lists.election_side import ElectionSide
from congress_desk.ui.desks.elections.lists.election_view import (
    ElectionView,
    RoundLine,
    election_view,
)
from congress_desk.ui.desks.elections.lists.stages import stage_sign, stage_words
from congress_desk.ui.desks.elections.lists.steps_line import StepsLine
from congress_desk.ui.desks.elections.lists.words import list_sentence, plan_sentence
from congress_desk.ui.desks.elections.result.words import open_label
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.scrolled_beside import ScrolledBeside
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.screen_acts import Acts


class ElectionPage(QWidget):
    """`left` goes back to the list; `open_wanted` opens the next round; `round_wanted` shows one.

    `step_wanted` does what the state asks for where no round can be opened; `structure_wanted`
    carries the set whose structure is asked for; `ballots_wanted` shows the ballot papers,
    `before_wanted` the way to the ballot, at one of its steps or None, `issue_wanted` the issue
    register of a round.
    """

    left = Signal()
    open_wanted = Signal(int)
    round_wanted = Signal(object)
    step_wanted = Signal(object)
    structure_wanted = Signal(object)
    ballots_wanted = Signal(int)
    before_wanted = Signal(int, object)
    issue_wanted = Signal(int)

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = Reader(session, self, self.refresh)
        self._acts = Acts(session, self)
        self._view: ElectionView | None = None
        self._election_id = 0
        self._fix_wanted = False
        self.head = PageHead(self, tr("Back to the elections"))
        self.head.back.connect(self._on_back)
        self.list = CandidatesPanel(self._acts, messages)
        self.steps = StepsLine()
        self.steps.chosen.connect(self._on_step_chosen)
        self.steps.page_wanted.connect(self._on_before_wanted)
        self.side = ElectionSide()
        self.side.round_wanted.connect(self.round_wanted)
        self.side.cancel_wanted.connect(self._on_cancel_wanted)
        self.side.structure_wanted.connect(self._on_structure_wanted)
        self.side.issue_wanted.connect(self.issue_wanted)
        self.next_words = theme.subtitle()
        self.commands = Commands(
            "election",
            self,
            {
                "next": self._on_next,
                "ballots": self._on_ballots_wanted,
                "before": self._on_before_wanted,
                "appoint": self._on_appoint,
                "structure": self._on_structure_wanted,
            },
            why_not=self._why_not,
            words=lambda name: self._next_label() if name == "next" else "",
        )
        self.commands.bind_button(self.side.structure.button, "structure")
        self.side.add_appointment(
            command_button(self.commands, "appoint", name="appoint", role="link")
        )
        self.side.add_ballots(command_button(self.commands, "ballots", name="printBallots"))
        self.next = command_button(self.commands, "next", name="nextStep", role="primary")
        side = ScrolledBeside(self.side)
        sides = SideBySide(self.list, side, room=860, whole=True)
        sides.turned.connect(side.follow)
        sides.turned.connect(lambda wide: self.list.table.stand_whole(not wide))
        body = scrolling(sides)
        foot = button_row(self.next_words, self.next, spacing=16)
        lay_out_page(self, self.head, self.steps, body, foot, body=body)

    def show_election(self, election_id: int) -> None:
        """Show an election; the keyboard goes to its list."""
        self._election_id = election_id
        self._view = None
        self.refresh()

    def refresh(self) -> None:
        """Read the election again."""
        self._reader.ask(election_view, self._election_id, done=self._on_read)

    def _on_read(self, view: ElectionView) -> None:
        if view.election.id != self._election_id or self.list.order_under_way:
            return
        first = self._view is None
        self._view = view
        self.head.show_words(view.election.title, list_sentence(view))
        self.head.show_state(stage_words(view), stage_sign(view).tone)
        self.steps.setVisible(view.steps_recorded or not view.held)
        self.steps.show_steps(view.steps, recorded=view.steps_recorded)
        self.list.show_view(view)
        self.side.show_view(view)
        self._show_next(view)
        if first or not has_keyboard(self):
            take_keyboard(self, self.list.keyboard_target)
        if self._fix_wanted:
            self._fix_wanted = False
            self.list.commands.run("fix")

    def _show_next(self, view: ElectionView) -> None:
        sentence = plan_sentence(view)
        words = tr("Next: {what}", what=sentence.text)
        self.next_words.setText(
            f"{words} — {article_said(sentence.article)}" if sentence.article else words
        )
        self.commands.refresh()

    def _why_not(self, name: str) -> str | None:
        """Return "" for what can be done now, None for what cannot."""
        view = self._view
        if view is None or (name == "next" and view.step is Step.EDIT_LIST):
            return None
        if name == "structure" and not (view.structure and view.structure.structure.number):
            return None
        if name == "appoint" and (view.rounds or not view.course.open_seats):
            return None
        if name == "ballots" and not view.election.candidates:
            return tr("Put names on the list first")
        return ""

    def _next_label(self) -> str:
        view = self._view
        if view is None:
            return ""
        if isinstance(view.plan, Refusal):
            return message(f"step.{view.step.value}")
        return open_label(view.plan, view.last.outcome if view.last else None)

    def _on_back(self) -> None:
        """Close the question about the list first; Escape once more leaves the page."""
        if not self.list.close_question():
            self.left.emit()

    def ask_to_fix(self) -> None:
        """Ask whether to fix the list, as soon as it is read."""
        self._fix_wanted = True

    def _on_before_wanted(self) -> None:
        if self._view is not None:
            self.before_wanted.emit(self._view.election.id, None)

    def _on_step_chosen(self, stop: Stop) -> None:
        if stop is Stop.FROZEN:
            self.list.commands.run("fix")
        elif self._view is not None:
            self.before_wanted.emit(self._view.election.id, stop)

    def _on_next(self) -> None:
        if self._view is None:
            return
        if isinstance(self._view.plan, Refusal):
            self.step_wanted.emit(self._view)
        else:
            self.open_wanted.emit(self._view.election.id)

    def _on_ballots_wanted(self) -> None:
        self.ballots_wanted.emit(self._election_id)

    def _on_appoint(self) -> None:
        self._reader.ask(congress, done=self._ask_appointment)

    def _ask_appointment(self, whole: Congress) -> None:
        """Ask whom the superior appointed; the form is made when it is first asked for."""
        from congress_desk.ui.desks.elections.superior_dialogs import (
            AppointDialog,
            superior_office,
        )

        if self._view is not None:
            superior = superior_office(whole)
            AppointDialog(self._acts, self._view.election, superior, self).open()

    def _on_structure_wanted(self) -> None:
        if self._view is not None and self._view.structure is not None:
            self.structure_wanted.emit(self._view.structure.set)

    def _on_cancel_wanted(self, line: RoundLine) -> None:
        ReasonDialog(
            self._acts,
            tr("Cancel round {number}?", number=line.round.number),
            tr(
                "Only for a round that was opened in error. Its {count} ballots stay in the file"
                " and count no more; the round can be opened again.",
                count=line.entered,
            ),
            tr("Cancel the round"),
            cancel_round,
            line.round.id,
            why=tr("Why it is cancelled"),
            leave=tr("Keep the round"),
            danger=True,
            parent=self,
        ).open()

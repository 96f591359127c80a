"""The page of one election: its list, what the rules say of it, its rounds, and what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.stages import Step
from congress_desk.domain.nomination.steps import Stop
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, message, tr
from congress_desk.queries.congress import congress
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.lists.candidates_panel import CandidatesPanel
from congress_desk.ui.desks.elections.lists.election_side import ElectionSide
from congress_desk.ui.desks.elections.lists.election_view import (
    ElectionView,
    RoundLine,
    election_view,
)
from congress_desk.ui.desks.elections.lists.stages import stage_sign, stage_words, step_place
from congress_desk.ui.desks.elections.lists.steps_line import StepsLine
from congress_desk.ui.desks.elections.lists.words import list_sentence, plan_sentence
from congress_desk.ui.desks.elections.result.words import open_label
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
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


class ElectionPage(ElectionScreen):
    """The list of an election with what the rules say of it, its rounds, and what comes next."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
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
        self.side.place_wanted.connect(self.place_wanted)
        self.side.cancel_wanted.connect(self._on_cancel_wanted)
        self.side.structure_wanted.connect(self._on_structure_wanted)
        self.next_words = theme.subtitle()
        self.commands = Commands(
            "election",
            self,
            {
                "next": self._on_next,
                "ballots": lambda: self.go("ballots", self._election_id),
                "before": self._on_before_wanted,
                "appoint": self._on_appoint,
                "structure": self._on_structure_wanted,
            },
            why_not=self._why_not,
            words=lambda name: self._next_label() if name == "next" else "",
        )
        self.commands.refused.connect(self.list.notice.say_refused)
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

    def show_record(self, number: int, at: str = "") -> None:
        """Show an election; the keyboard goes to its list. At "fix" its list is to be fixed."""
        self._election_id, self._fix_wanted = number, at == "fix"
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
            self.go("elections")

    def _on_before_wanted(self) -> None:
        if self._view is not None:
            self.go("nomination", self._view.election.id)

    def _on_step_chosen(self, stop: Stop) -> None:
        if stop is Stop.FROZEN:
            self.list.commands.run("fix")
        elif self._view is not None:
            self.go("nomination", self._view.election.id, stop)

    def _on_next(self) -> None:
        if self._view is None:
            return
        if isinstance(self._view.plan, Refusal):
            self.place_wanted.emit(step_place(self._view))
        else:
            self.go("next", self._view.election.id)

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

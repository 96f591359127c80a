"""The elections desk: lists, rounds, the count, the gate and the result, one screen at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import Step
from congress_desk.domain.nomination.steps import Stop
from congress_desk.queries.structure import PeopleSet
from congress_desk.ui.desk import Desk, DeskPlace, paper_place
from congress_desk.ui.desks.elections.counting.screen import CountingScreen
from congress_desk.ui.desks.elections.gate.screen import GateScreen
from congress_desk.ui.desks.elections.lists.election_page import ElectionPage
from congress_desk.ui.desks.elections.lists.election_view import (
    ElectionView,
    RoundLine,
    is_to_decide,
    rounds_being_counted,
)
from congress_desk.ui.desks.elections.lists.elections_screen import ElectionsScreen
from congress_desk.ui.desks.elections.opening.screen import OpeningScreen
from congress_desk.ui.desks.elections.result.screen import ResultScreen
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_stack import PageStack

if TYPE_CHECKING:
    from congress_desk.ui.desks.elections.ballot_issue.screen import IssueScreen
    from congress_desk.ui.desks.elections.ballot_papers.screen import BallotsScreen
    from congress_desk.ui.desks.elections.decisions.screen import AfterScreen
    from congress_desk.ui.desks.elections.nomination.screen import NominationScreen
    from congress_desk.ui.desks.elections.passes.screen import PassesScreen
    from congress_desk.ui.desks.elections.sample.screen import SampleScreen
    from congress_desk.ui.desks.elections.structure_page import StructurePage


class ElectionsDesk(Desk):
    """Each screen reads for itself; the count and a form that is being filled keep their own."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._shown_before = False
        self._election_id = 0
        self._screens = stack = PageStack(self)
        self.elections = ElectionsScreen(session, messages, stack)
        self.election = ElectionPage(session, messages, stack)
        self.opening = OpeningScreen(session, stack)
        self.counting = CountingScreen(session, messages, stack)
        self.gate = GateScreen(session, stack)
        self.result = ResultScreen(session, stack)
        self._messages = messages
        self.structure: StructurePage | None = None
        self.ballots: BallotsScreen | None = None
        self.after: AfterScreen | None = None
        self.nomination: NominationScreen | None = None
        self.issue: IssueScreen | None = None
        self.passes: PassesScreen | None = None
        self.sample: SampleScreen | None = None
        for screen in (
            self.elections, self.election, self.opening, self.counting, self.gate, self.result,
        ):  # fmt: skip
            self._screens.addWidget(screen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._screens)
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Say whether ballots were typed that are not in the file."""
        return self.counting.unrecorded() > 0 or (self.passes is not None and self.passes.is_begun)

    @property
    def shown_screen(self) -> QWidget:
        """Return the screen that is shown."""
        shown = self._screens.currentWidget()
        assert shown is not None
        return shown

    def activate(self) -> None:
        """Be shown: the first time with the one count that is under way, if there is just one."""
        if self._shown_before:
            self.refresh()
            return
        self._shown_before = True
        self.show_elections()
        self._session.ask(rounds_being_counted, done=self._on_being_counted)

    def refresh(self) -> None:
        """Read again what is in sight; the count and a form that is being filled keep their own."""
        for screen in (
            self.elections, self.election, self.gate, self.result, self.after, self.nomination,
            self.issue, self.passes, self.sample,
        ):  # fmt: skip
            if screen is not None and screen is self.shown_screen:
                screen.refresh()

    def show_elections(self) -> None:
        """Show all elections."""
        self._screens.setCurrentWidget(self.elections)
        self.elections.refresh()

    def show_election(self, election_id: int) -> None:
        """Show one election with its list and rounds."""
        self._election_id = election_id
        self._screens.setCurrentWidget(self.election)
        self.election.show_election(election_id)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at one election, asked for from another desk."""
        if place.record:
            self.show_election(place.record)

    def show_opening(self, election_id: int) -> None:
        """Show the form that opens the next round of an election."""
        self._election_id = election_id
        self._screens.setCurrentWidget(self.opening)
        self.opening.show_election(election_id)

    def show_counting(self, found: Round) -> None:
        """Show the count of a round."""
        self._election_id = found.election_id
        self._count_again(found.id)

    def show_gate(self, round_id: int) -> None:
        """Show the gate of a round that is being counted."""
        self._screens.setCurrentWidget(self.gate)
        self.gate.show_round(round_id)

    def show_result(self, round_id: int) -> None:
        """Show the result of a declared round."""
        self._screens.setCurrentWidget(self.result)
        self.result.show_round(round_id)

    def show_list_structure(self, wanted: PeopleSet) -> None:
        """Show the structure of a list; the way back goes to its election."""
        self._show_structure(wanted, lambda: self.show_election(wanted.election_id))

    def show_elected_structure(self, wanted: PeopleSet) -> None:
        """Show the structure of the elected of a round; the way back goes to its result."""
        self._show_structure(wanted, lambda: self.show_result(wanted.round_id))

    def show_ballots(self, election_id: int) -> None:
        """Show the ballot papers of an election; made when they are first asked for."""
        self._election_id = election_id
        if self.ballots is None:
            from congress_desk.ui.desks.elections.ballot_papers.screen import BallotsScreen

            self.ballots = BallotsScreen(self._session, self._messages)
            self.ballots.left.connect(self.show_election)
            self.ballots.issue_wanted.connect(self.show_early_issue)
            self._screens.addWidget(self.ballots)
        self._screens.setCurrentWidget(self.ballots)
        self.ballots.show_election(election_id)

    def show_nomination(self, election_id: int, stop: Stop | None = None) -> None:
        """Show the way to the ballot of an election, at one of its steps."""
        if self.nomination is None:
            from congress_desk.ui.desks.elections.nomination.screen import NominationScreen

            self.nomination = made = NominationScreen(self._session, self._messages)
            made.left.connect(self.show_election)
            made.fix_wanted.connect(self._on_fix_wanted)
            made.papers_wanted.connect(self._on_kind_wanted)
            made.organs_wanted.connect(self._on_organs_wanted)
            made.structure_wanted.connect(self.show_proposed_structure)
            self._screens.addWidget(made)
        self._election_id = election_id
        self._screens.setCurrentWidget(self.nomination)
        self.nomination.show_election(election_id, stop)

    def show_proposed_structure(self, wanted: PeopleSet) -> None:
        """Show the structure of a list; the way back goes to the way to its ballot."""
        self._show_structure(wanted, lambda: self.show_nomination(wanted.election_id))

    def _on_fix_wanted(self, election_id: int) -> None:
        self.election.ask_to_fix()
        self.show_election(election_id)

    def _on_kind_wanted(self, kind: str) -> None:
        self.place_wanted.emit(paper_place(kind=kind))

    def _on_organs_wanted(self) -> None:
        self.place_wanted.emit(DeskPlace(desk="duties"))

    def show_issue(self, round_id: int) -> None:
        """Show the issue register of a round."""
        self._issue_screen().show_round(round_id)

    def show_early_issue(self, election_id: int) -> None:
        """Show the issue register of the ballots that are printed for the next round."""
        self._election_id = election_id
        self._issue_screen().show_next(election_id)

    def _issue_screen(self) -> IssueScreen:
        """Bring the issue register in front; made when it is first asked for."""
        if self.issue is None:
            from congress_desk.ui.desks.elections.ballot_issue.screen import IssueScreen

            self.issue = IssueScreen(self._session, self._messages)
            self.issue.left.connect(self.show_election)
            self.issue.minutes_wanted.connect(self._on_issue_minutes_wanted)
            self._screens.addWidget(self.issue)
        self._screens.setCurrentWidget(self.issue)
        return self.issue

    def show_passes(self, round_id: int) -> None:
        """Show where the passes of a round differ; made when that is first asked for."""
        if self.passes is None:
            from congress_desk.ui.desks.elections.passes.screen import PassesScreen

            self.passes = PassesScreen(self._session)
            self.passes.left.connect(self._count_again)
            self._screens.addWidget(self.passes)
        self._screens.setCurrentWidget(self.passes)
        self.passes.show_round(round_id)

    def show_sample(self, round_id: int) -> None:
        """Show the sample of a round; made when it is first asked for."""
        if self.sample is None:
            from congress_desk.ui.desks.elections.sample.screen import SampleScreen

            self.sample = SampleScreen(self._session)
            self.sample.left.connect(self._count_again)
            self.sample.place_wanted.connect(self.place_wanted)
            self._screens.addWidget(self.sample)
        self._screens.setCurrentWidget(self.sample)
        self.sample.show_round(round_id)

    def show_after(self, election_id: int) -> None:
        """Show what may be decided after the newest round of an election."""
        if self.after is None:
            from congress_desk.ui.desks.elections.decisions.screen import AfterScreen

            self.after = AfterScreen(self._session)
            self.after.left.connect(lambda: self.show_election(self._election_id))
            self.after.open_wanted.connect(self.show_opening)
            self.after.report_wanted.connect(self._on_report_wanted)
            self._screens.addWidget(self.after)
        self._election_id = election_id
        self._screens.setCurrentWidget(self.after)
        self.after.show_election(election_id)

    def show_next(self, election_id: int) -> None:
        """Show what comes next in an election: a decision where one is missing, else a round."""
        self._election_id = election_id
        self._session.ask(is_to_decide, election_id, done=self._on_next_known)

    def _on_next_known(self, to_decide: bool) -> None:
        if to_decide:
            self.show_after(self._election_id)
        else:
            self.show_opening(self._election_id)

    def _show_structure(self, wanted: PeopleSet, back: Callable[[], None]) -> None:
        """Make the page when it is first asked for: a start of the window does without it."""
        if self.structure is None:
            from congress_desk.ui.desks.elections.structure_page import StructurePage

            self.structure = StructurePage(self._session, self._messages)
            self._screens.addWidget(self.structure)
        self._screens.setCurrentWidget(self.structure)
        self.structure.show_set(wanted, back)

    def _connect(self) -> None:
        self.elections.page_wanted.connect(self.show_election)
        self.elections.step_wanted.connect(self._on_step_wanted)
        self.election.left.connect(self.show_elections)
        self.election.open_wanted.connect(self.show_next)
        self.election.round_wanted.connect(self._on_line_wanted)
        self.election.step_wanted.connect(self._on_step_wanted)
        self.election.structure_wanted.connect(self.show_list_structure)
        self.election.ballots_wanted.connect(self.show_ballots)
        self.election.before_wanted.connect(self.show_nomination)
        self.election.issue_wanted.connect(self.show_issue)
        self.counting.issue_wanted.connect(self.show_issue)
        self.opening.left.connect(self.show_election)
        self.opening.opened.connect(self.show_counting)
        self.opening.decision_wanted.connect(self.show_after)
        self.opening.ballots_wanted.connect(self.show_ballots)
        self.opening.issue_wanted.connect(self.show_early_issue)
        self.opening.place_wanted.connect(self.place_wanted)
        self.counting.left.connect(self._on_count_left)
        self.counting.result_wanted.connect(self.show_gate)
        self.counting.compare_wanted.connect(self.show_passes)
        self.counting.sample_wanted.connect(self.show_sample)
        self.gate.left.connect(self._count_again)
        self.gate.compare_wanted.connect(self.show_passes)
        self.gate.declared.connect(self.show_result)
        self.result.left.connect(self.show_election)
        self.result.open_wanted.connect(self.show_opening)
        self.result.decide_wanted.connect(self.show_after)
        self.result.recounted.connect(self.show_counting)
        self.result.round_wanted.connect(self._on_round_wanted)
        self.result.papers_wanted.connect(self._on_papers_wanted)
        self.result.structure_wanted.connect(self.show_elected_structure)

    def _count_again(self, round_id: int) -> None:
        self._screens.setCurrentWidget(self.counting)
        self.counting.show_round(round_id)

    def _on_being_counted(self, found: tuple[Round, ...]) -> None:
        if len(found) == 1 and self.shown_screen is self.elections:
            self.show_counting(found[0])

    def _on_step_wanted(self, view: ElectionView) -> None:
        step, last = view.step, view.last
        self._election_id = view.election.id
        if step is Step.EDIT_LIST:
            self.show_election(view.election.id)
        elif last is None and step is Step.SEE_RESULT:
            self.show_after(view.election.id)
        elif step is Step.OPEN_ROUND or last is None:
            self.show_opening(view.election.id)
        elif step is Step.DECLARE:
            self.show_gate(last.round.id)
        else:
            self._on_round_wanted(last.round)

    def _on_line_wanted(self, line: RoundLine) -> None:
        self._on_round_wanted(line.round)

    def _on_round_wanted(self, found: Round) -> None:
        if found.state is RoundState.COUNTING:
            self.show_counting(found)
        else:
            self.show_result(found.id)

    def _on_count_left(self) -> None:
        self.show_election(self._election_id)

    def _on_issue_minutes_wanted(self, round_id: int) -> None:
        from congress_desk.papers.ballot_issue import ISSUE_MINUTES

        self.place_wanted.emit(paper_place(kind=ISSUE_MINUTES, round_id=round_id))

    def _on_report_wanted(self) -> None:
        from congress_desk.papers.elections import SUPERIOR_REPORT

        self.place_wanted.emit(paper_place(kind=SUPERIOR_REPORT, election_id=self._election_id))

    def _on_papers_wanted(self, round_id: int) -> None:
        self.place_wanted.emit(paper_place(round_id=round_id))

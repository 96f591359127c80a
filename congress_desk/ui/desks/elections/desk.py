"""The elections desk: lists, rounds, the count, the gate and the result, one screen at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import Step
from congress_desk.domain.nomination.steps import Stop
from congress_desk.queries.structure import PeopleSet
from congress_desk.ui.desk import DeskPlace, paper_place
from congress_desk.ui.desks.elections.lists.election_view import (
    ElectionView,
    RoundLine,
    is_to_decide,
    rounds_being_counted,
)
from congress_desk.ui.desks.elections.screens import ElectionScreens, Wishes
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session

# What is read again when another place changed it; the others keep what is being typed.
_READ_AGAIN = (
    *("elections", "election", "gate", "result", "after", "nomination", "issue"),
    *("passes", "sample", "scanning"),
)


class ElectionsDesk(ElectionScreens):
    """Each screen reads for itself; the count and a form that is being filled keep their own."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._shown_before = False
        self._election_id = 0

    @property
    def unsaved(self) -> bool:
        """Say whether ballots were typed that are not in the file."""
        made = vars(self)
        typed = "counting" in made and self.counting.unrecorded() > 0
        begun = "scanning" in made and self.scanning.is_begun
        return typed or begun or ("passes" in made and self.passes.is_begun)

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
        shown: Any = self.shown_screen
        if any(vars(self).get(name) is shown for name in _READ_AGAIN):
            shown.refresh()

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
        """Show the ballot papers of an election."""
        self._election_id = election_id
        self._screens.setCurrentWidget(self.ballots)
        self.ballots.show_election(election_id)

    def show_nomination(self, election_id: int, stop: Stop | None = None) -> None:
        """Show the way to the ballot of an election, at one of its steps."""
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
        self._screens.setCurrentWidget(self.issue)
        self.issue.show_round(round_id)

    def show_early_issue(self, election_id: int) -> None:
        """Show the issue register of the ballots that are printed for the next round."""
        self._election_id = election_id
        self._screens.setCurrentWidget(self.issue)
        self.issue.show_next(election_id)

    def show_passes(self, round_id: int) -> None:
        """Show where the passes of a round differ."""
        self._screens.setCurrentWidget(self.passes)
        self.passes.show_round(round_id)

    def show_sample(self, round_id: int) -> None:
        """Show the sample of a round."""
        self._screens.setCurrentWidget(self.sample)
        self.sample.show_round(round_id)

    def show_scanning(self, round_id: int) -> None:
        """Show the scans of a round."""
        self._screens.setCurrentWidget(self.scanning)
        self.scanning.show_round(round_id)

    def show_after(self, election_id: int) -> None:
        """Show what may be decided after the newest round of an election."""
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
        self._screens.setCurrentWidget(self.structure)
        self.structure.show_set(wanted, back)

    def wishes(self) -> Wishes:
        """Say what is done when a screen sends a signal, by screen and signal."""
        return self._wishes_before() | self._wishes_of_the_count() | self._wishes_after()

    def _wishes_before(self) -> Wishes:
        return {
            "elections": {
                "page_wanted": self.show_election, "step_wanted": self._on_step_wanted
            },
            "election": {
                "left": self.show_elections, "open_wanted": self.show_next,
                "round_wanted": self._on_line_wanted, "step_wanted": self._on_step_wanted,
                "structure_wanted": self.show_list_structure, "ballots_wanted": self.show_ballots,
                "before_wanted": self.show_nomination, "issue_wanted": self.show_issue,
            },
            "nomination": {
                "left": self.show_election, "fix_wanted": self._on_fix_wanted,
                "papers_wanted": self._on_kind_wanted, "organs_wanted": self._on_organs_wanted,
                "structure_wanted": self.show_proposed_structure,
            },
            "ballots": {"left": self.show_election, "issue_wanted": self.show_early_issue},
            "issue": {"left": self.show_election, "minutes_wanted": self._on_issue_minutes_wanted},
            "opening": {
                "left": self.show_election, "opened": self.show_counting,
                "decision_wanted": self.show_after, "ballots_wanted": self.show_ballots,
                "issue_wanted": self.show_early_issue, "place_wanted": self.place_wanted.emit,
            },
        }  # fmt: skip

    def _wishes_of_the_count(self) -> Wishes:
        return {
            "counting": {
                "left": self._back_to_election, "issue_wanted": self.show_issue,
                "result_wanted": self.show_gate, "compare_wanted": self.show_passes,
                "sample_wanted": self.show_sample, "scan_wanted": self.show_scanning,
            },
            "passes": {"left": self._count_again},
            "sample": {"left": self._count_again, "place_wanted": self.place_wanted.emit},
            "scanning": {"left": self._count_again, "result_wanted": self.show_result},
            "gate": {
                "left": self._count_again, "compare_wanted": self.show_passes,
                "declared": self.show_result,
            },
        }  # fmt: skip

    def _wishes_after(self) -> Wishes:
        return {
            "result": {
                "left": self.show_election, "open_wanted": self.show_opening,
                "decide_wanted": self.show_after, "recounted": self.show_counting,
                "round_wanted": self._on_round_wanted, "papers_wanted": self._on_papers_wanted,
                "structure_wanted": self.show_elected_structure, "scan_wanted": self.show_scanning,
            },
            "after": {
                "left": self._back_to_election, "open_wanted": self.show_opening,
                "report_wanted": self._on_report_wanted,
            },
        }  # fmt: skip

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

    def _back_to_election(self) -> None:
        self.show_election(self._election_id)

    def _on_issue_minutes_wanted(self, round_id: int) -> None:
        from congress_desk.papers.ballot_issue import ISSUE_MINUTES

        self.place_wanted.emit(paper_place(kind=ISSUE_MINUTES, round_id=round_id))

    def _on_report_wanted(self) -> None:
        from congress_desk.papers.elections import SUPERIOR_REPORT

        self.place_wanted.emit(paper_place(kind=SUPERIOR_REPORT, election_id=self._election_id))

    def _on_papers_wanted(self, round_id: int) -> None:
        self.place_wanted.emit(paper_place(round_id=round_id))

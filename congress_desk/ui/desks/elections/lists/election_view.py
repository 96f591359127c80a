"""What the list and the page of an election show, read in one question so that it fits together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.ballots import MarkMode, mark_mode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding, list_findings
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import Stage, Step, stage_of, step_after
from congress_desk.domain.nomination.steps import NominationStep, nomination_steps
from congress_desk.domain.people.person import Person
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal
from congress_desk.queries.congress import congress, people
from congress_desk.queries.elections.ballot_prints import BallotsOfRound, ballots_to_print
from congress_desk.queries.elections.ballots import awaits_word
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.posts import post_findings
from congress_desk.queries.elections.profiles import (
    CandidateLink,
    candidate_links,
    register_findings_of,
)
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.nomination import nomination_facts
from congress_desk.queries.structure import PeopleSet, SetKind, StructureView, structure_view
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """A round and how far it is; `outcome` is None unless it was declared.

    `awaits_word`: nobody said yet that no sheet of the bundle typed last is left in the hand.
    """

    round: Round
    entered: int
    elected: int
    outcome: RoundOutcome | None
    awaits_word: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionView:
    """An election with its rounds, what the rules say of its list, and what comes next.

    `elected` counts those elected in all rounds; `plan` is a refusal when no round can be opened.
    `links`, `structure` and `ballots` are read for the page of one election alone.
    """

    election: Election
    rules: RuleSet
    rounds: tuple[RoundLine, ...]
    elected: int
    course: ElectionCourse
    findings: tuple[Finding, ...]
    plan: RoundPlan | Refusal
    links: tuple[CandidateLink, ...] = ()
    structure: StructureView | None = None
    steps: tuple[NominationStep, ...] = ()
    steps_recorded: bool = False
    ballots: BallotsOfRound | None = None

    @property
    def surplus(self) -> Surplus:
        return Surplus(
            candidates=len(self.election.candidates),
            seats=self.election.seats,
            kind=self.election.kind,
        )

    @property
    def mode(self) -> MarkMode:
        return mark_mode(len(self.election.candidates), self.election.seats, self.rules.votes)

    @property
    def stage(self) -> Stage:
        """Return where the election stands."""
        last = self.last
        return stage_of(
            self.election,
            last.round if last else None,
            entered=last.entered if last else 0,
            outcome=last.outcome if last else None,
            elected=self.elected,
            complete=self.course.complete,
            stopped=self.course.stopped is not None,
        )

    @property
    def step(self) -> Step:
        """Return the one thing to do next."""
        step = step_after(self.stage)
        # No way leads round the stop at the end of a bundle.
        awaits = self.last is not None and self.last.awaits_word
        return Step.COUNT if step is Step.DECLARE and awaits else step

    @property
    def held(self) -> tuple[RoundLine, ...]:
        """Return the rounds that were not cancelled."""
        return tuple(r for r in self.rounds if r.round.state is not RoundState.CANCELLED)

    @property
    def last(self) -> RoundLine | None:
        """Return the newest round that was not cancelled."""
        return self.held[-1] if self.held else None


def election_views(file: CongressFile) -> tuple[ElectionView, ...]:
    """Return every election in order."""
    return tuple(_view(file, found) for found in elections(file))


def election_view(file: CongressFile, election_id: int) -> ElectionView:
    """Return one election; KeyError when there is none of this id."""
    wanted = PeopleSet(kind=SetKind.LIST, election_id=election_id)
    view, facts = _view(file, election(file, election_id)), nomination_facts(file, election_id)
    return replace(
        view,
        findings=(*view.findings, *register_findings_of(file, election_id)),
        links=candidate_links(file, election_id),
        structure=structure_view(file, wanted),
        steps=nomination_steps(facts),
        steps_recorded=facts.recorded,
        ballots=ballots_to_print(file, election_id),
    )


def is_to_decide(file: CongressFile, election_id: int) -> bool:
    """Say whether the congress decides first, before the next round may be opened."""
    plan, course = next_round(file, election_id), election_course(file, election_id)
    if course.proposed or course.undrawn:
        return True
    if isinstance(plan, Refusal):
        return bool(what_may_follow(file, election_id).choices)
    return plan.decision_missing


def rounds_being_counted(file: CongressFile) -> tuple[Round, ...]:
    """Return the rounds in which ballots are being counted."""
    return tuple(
        found
        for one in elections(file)
        for found in rounds(file, one.id)
        if found.state is RoundState.COUNTING
    )


def register(file: CongressFile) -> tuple[Person, ...]:
    """Return the people whose details a candidate can take over."""
    return people(file)


def _view(file: CongressFile, found: Election) -> ElectionView:
    rules = congress(file).rules
    held, course = rounds(file, found.id), election_course(file, found.id)
    return ElectionView(
        election=found,
        rules=rules,
        rounds=tuple(_round_line(file, one) for one in held),
        elected=len(course.elected),
        course=course,
        findings=(
            *list_findings(found.candidates, found.seats, rules, found.kind),
            *post_findings(file, found.id),
        ),
        plan=next_round(file, found.id),
    )


def _round_line(file: CongressFile, found: Round) -> RoundLine:
    result = round_sheet(file, found.id).result
    declared = found.state is RoundState.DECLARED
    return RoundLine(
        round=found,
        entered=result.entered,
        elected=len(result.elected) if declared else 0,
        outcome=result.outcome if declared else None,
        awaits_word=found.state is RoundState.COUNTING and awaits_word(file, found.id),
    )

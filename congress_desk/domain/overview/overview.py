"""What is in the way, late, missing or to be looked at: one list over all desks of a congress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.agenda.checks import AgendaWarning
from congress_desk.domain.congress import Congress, CongressState
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.duties.checks import DutyFinding
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import Stage, stage_of
from congress_desk.domain.motions import Motion
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import BaseSum, Person
from congress_desk.domain.preparation.copies import TextCopies
from congress_desk.domain.preparation.task import Task
from congress_desk.domain.preparation.text import CongressText
from congress_desk.errors import Problem

# More of one kind than this are one line that says how many more there are.
MOST_OF_A_KIND = 2


class Need(StrEnum):
    """Why something is listed, the most pressing first."""

    BLOCKING = "blocking"
    LATE = "late"
    MISSING = "missing"
    LOOK = "look"


_PRESSING = tuple(Need)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to do, and where: the desk, its `part` and the record there (0 none).

    `about` is what it concerns where the sentence does not say so; `more` is how many others of
    its kind are not listed.
    """

    need: Need
    said: Problem | Finding
    desk: str
    record: int = 0
    part: str = ""
    about: str = ""
    more: int = 0

    @property
    def code(self) -> str:
        return self.said.code


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionStanding:
    """Where an election stands by its newest round that was not cancelled.

    `elected` counts those elected in all rounds; `list_findings` are of its list, `blocking` of a
    count under way; `goes_on` says that the rules give another round.
    """

    election: Election
    last: Round | None = None
    entered: int = 0
    outcome: RoundOutcome | None = None
    elected: int = 0
    list_findings: tuple[Finding, ...] = ()
    blocking: tuple[Finding, ...] = ()
    goes_on: bool = True
    course: ElectionCourse | None = None

    @property
    def counting(self) -> bool:
        return self.last is not None and self.last.state is RoundState.COUNTING

    @property
    def stage(self) -> Stage:
        """Return where the election stands."""
        return stage_of(
            self.election,
            self.last,
            entered=self.entered,
            outcome=self.outcome,
            elected=self.elected,
            complete=self.course.complete if self.course else None,
            stopped=bool(self.course and self.course.stopped),
        )

    @property
    def all_entered(self) -> bool:
        """Say whether as many ballots are in as came back."""
        return self.stage is Stage.COUNTED

    @property
    def complete(self) -> bool:
        return self.course.complete if self.course else self.elected >= self.election.seats


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewFacts:
    """What the list is made from; `duties` are those who sit now, `obstacles` those in the way.

    `unexplained` are people whose status takes them off D without a reason in the file; `planned`
    says what each item of the programme is, `parts_to_see` how many sentences of papers wait.
    """

    congress: Congress
    base: BaseSum
    people: tuple[Person, ...] = ()
    unexplained: tuple[Person, ...] = ()
    duties: tuple[Duty, ...] = ()
    elections: tuple[ElectionStanding, ...] = ()
    motions: tuple[Motion, ...] = ()
    tasks: tuple[Task, ...] = ()
    texts: tuple[CongressText, ...] = ()
    copies: tuple[TextCopies, ...] = ()
    # The plan of the hall in force, and how many who vote have no seat on it.
    seating_plan: str = ""
    without_seat: int = 0
    planned: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    agenda_warnings: tuple[AgendaWarning, ...] = ()
    duty_findings: tuple[DutyFinding, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    parts_to_see: int = 0
    # What is to be said of the second place for copies, which no act of the file tells of.
    place_of_copies: Problem | None = None

    @property
    def is_new(self) -> bool:
        """Say whether nothing of the congress is known yet but its name."""
        return not (self.people or self.planned or self.elections)

    @property
    def in_session(self) -> bool:
        return self.congress.state.is_held

    @property
    def closed(self) -> bool:
        return self.congress.state is CongressState.CLOSED


def in_order(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Return the most pressing first, else in the order given; many of a kind as one line."""
    gathered = _gathered(matters)
    return tuple(sorted(gathered, key=lambda matter: _PRESSING.index(matter.need)))


def _gathered(matters: Iterable[Matter]) -> list[Matter]:
    kinds: dict[tuple[Need, str, str], list[Matter]] = {}
    for matter in matters:
        kinds.setdefault((matter.need, matter.desk, matter.code), []).append(matter)
    shown: list[Matter] = []
    for same in kinds.values():
        if len(same) > MOST_OF_A_KIND:
            shown.append(replace(same[0], more=len(same) - 1))
        else:
            shown += same
    return shown

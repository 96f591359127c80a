"""What the result screen shows of a round, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.choices import AfterRound
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.comparison import CountComparison
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.round_context import recount_comparison
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.structure import PeopleSet, SetKind, StructureView, structure_view
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A declared round; `later` is the round held after it, `plan` what may be held now, `ahead`
    what may be decided.

    `elected_in_all` counts those elected in all rounds of the election together; `structure` is
    that of the elected of this round. `few_hidden` is below how many ballots a workbook leaves them
    out, 0 where it shows those of this round.
    """

    sheet: RoundSheet
    later: Round | None
    plan: RoundPlan | Refusal
    elected_in_all: int
    ahead: AfterRound
    course: ElectionCourse
    structure: StructureView
    comparison: CountComparison | None = None
    few_hidden: int = 0

    @property
    def closed(self) -> bool:
        """Say whether the congress is over."""
        return self.sheet.congress.state is CongressState.CLOSED

    @property
    def may_be_set_aside(self) -> bool:
        """Say whether this result stands and no later round that was not annulled rests on it."""
        resting = [held.round.id for held in self.course.rounds if not held.round.annulled_by]
        found = self.sheet.round
        return self.sheet.declared and found.stands and resting[-1:] == [found.id]

    @property
    def rests(self) -> Refusal | None:
        """Say why this result is not set aside although it stands: a later round rests on it."""
        found, last = self.sheet.round, self.course.last
        if not self.sheet.declared or not found.stands or self.may_be_set_aside or last is None:
            return None
        return refuse("round_not_last", number=found.number, later=last.round.number)

    @property
    def to_decide(self) -> bool:
        """Say whether the congress decides first, before a round may be opened, or has decided."""
        if self.later is not None:
            return False
        if not isinstance(self.plan, Refusal) and not self.plan.decision_missing:
            return bool(self.plan.permission)
        return bool(
            self.ahead.choices or self.course.proposed or self.course.undrawn
            or self.course.after(self.sheet.round.id)
        )  # fmt: skip


def result_view(file: CongressFile, round_id: int) -> ResultView:
    """Return a declared round and what came or may come after it."""
    sheet = round_sheet(file, round_id)
    course = election_course(file, sheet.election.id)
    held = rounds(file, sheet.election.id)
    elected = PeopleSet(kind=SetKind.ELECTED, election_id=sheet.election.id, round_id=round_id)
    later = [
        found
        for found in held
        if found.id > sheet.round.id and found.state is not RoundState.CANCELLED
    ]
    hiding = secrecy(file)
    return ResultView(
        sheet=sheet,
        later=later[0] if later else None,
        plan=next_round(file, sheet.election.id),
        elected_in_all=len(course.elected),
        ahead=what_may_follow(file, sheet.election.id),
        course=course,
        structure=structure_view(file, elected),
        comparison=recount_comparison(file, sheet.round),
        few_hidden=hiding.fewest if hiding.hides(round_id, sheet.result.entered) else 0,
    )

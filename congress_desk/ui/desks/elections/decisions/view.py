"""What the page after a round shows, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.congress import CongressState
from congress_desk.domain.decisions.choices import AfterRound
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.course import election_course, what_may_follow
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.nomination import nominees
from congress_desk.reports.document.head import congress_wording
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterView:
    """An election after its newest round: what may follow, what was decided, who is on the way.

    `sheet` is that round, None before the first; `later` are new names let in and not used yet.
    `comrade` is what papers call a person here.
    """

    course: ElectionCourse
    rules: RuleSet
    ahead: AfterRound
    plan: RoundPlan | Refusal
    sheet: RoundSheet | None
    base: BaseSum
    later: tuple[Nominee, ...]
    closed: bool
    comrade: str

    @property
    def waiting(self) -> Decision | None:
        """Return the decision whose motion waits for its vote."""
        return self.course.proposed

    @property
    def undrawn(self) -> Decision | None:
        """Return the lot that is to be drawn."""
        return self.course.undrawn

    @property
    def can_open(self) -> bool:
        """Say whether the next round may be opened with nothing more to decide."""
        return not isinstance(self.plan, Refusal) and not self.plan.decision_missing

    @property
    def permits_names(self) -> Decision | None:
        """Return the decision that lets new names in and was not used yet."""
        permitted = self.course.permission
        return permitted if permitted and permitted.kind is DecisionKind.NEW_NAMES else None

    @property
    def wants_names(self) -> bool:
        """Say whether new names were let in and none is written down yet."""
        return self.permits_names is not None and not self.later

    @property
    def decided(self) -> tuple[Decision, ...]:
        """Return what was decided after the newest round, newest first."""
        last = self.course.last
        return tuple(reversed(self.course.decided_after(last.round.id if last else 0)))

    @property
    def left(self) -> tuple[Candidate, ...]:
        """Return who stood in the newest round and has no post, from high to low."""
        if self.sheet is None:
            return ()
        taken = self.course.elected_ids
        return tuple(
            found.candidate
            for found in self.sheet.result.by_votes
            if found.candidate.id not in taken
        )


def after_view(file: CongressFile, election_id: int) -> AfterView:
    """Return an election after its newest round."""
    whole, course = congress(file), election_course(file, election_id)
    permitted = course.permission
    later = nominees(file, election_id) if permitted else ()
    return AfterView(
        course=course,
        rules=whole.rules,
        ahead=what_may_follow(file, election_id),
        plan=next_round(file, election_id),
        sheet=round_sheet(file, course.last.round.id) if course.last else None,
        base=presence(file),
        later=tuple(n for n in later if permitted and n.candidate.decision_id == permitted.id),
        closed=whole.state is CongressState.CLOSED,
        comrade=congress_wording(whole).terms["comrade"],
    )

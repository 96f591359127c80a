"""What stands before and behind one round: why it was held, what was decided after it."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.decisions.course import ElectionCourse, round_of
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.elections.comparison import CountComparison
from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot, DoubtState
from congress_desk.domain.elections.round import Correction, Part, Round
from congress_desk.domain.nomination.nominee import Nominee


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundContext:
    """One round in its election.

    `opened_on` is the decision the round rests on, `follows` the round it follows; `comparison`
    holds a recount against the first count, None of any other round. `new_names` stand in the round
    because that decision let them in.
    """

    round: Round
    course: ElectionCourse
    opened_on: Decision | None = None
    follows: Round | None = None
    comparison: CountComparison | None = None
    doubts: tuple[DoubtfulBallot, ...] = ()
    corrections: tuple[Correction, ...] = ()
    new_names: tuple[Nominee, ...] = ()

    @property
    def posts_before(self) -> int:
        """Return how many posts, or alternates, had nobody when the round was opened."""
        course, number = self.course, self.round.id
        if self.round.part is Part.ALTERNATE:
            return course.election.alternates - sum(round_of(s) < number for s in course.alternates)
        lowered = [
            d.seats
            for d in course.in_force
            if d.kind is DecisionKind.LOWER_NUMBER and d.seats is not None and d.round_id < number
        ]
        posts = lowered[-1] if lowered else course.election.seats
        return posts - sum(round_of(seat) < number for seat in course.elected)

    @property
    def decided(self) -> tuple[Decision, ...]:
        """Return what was decided after the round and stands, but its annulment and recount."""
        apart = (DecisionKind.ANNULMENT, DecisionKind.RECOUNT)
        decisions = self.course.decided_after(self.round.id)
        return tuple(d for d in decisions if d.stands and d.kind not in apart)

    @property
    def put_aside(self) -> tuple[DoubtfulBallot, ...]:
        """Return the doubtful ballots, without those put aside in error."""
        return tuple(d for d in self.doubts if d.state is not DoubtState.WITHDRAWN)

    @property
    def annulment(self) -> Decision | None:
        """Return the decision that annulled the round."""
        return self.course.annulment(self.round.id)

    @property
    def recounted_by(self) -> Round | None:
        """Return the round that counted its ballots again and stands."""
        for held in self.course.rounds:
            if held.round.id == self.round.recounted_by:
                return held.round
        return None

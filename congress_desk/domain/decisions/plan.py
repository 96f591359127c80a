"""What the next round of an election is about, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import dataclass

from congress_desk.domain.decisions.course import ElectionCourse, HeldRound
from congress_desk.domain.decisions.decision import Decision, DecisionKind
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.domain.elections.result import RoundOutcome, rounds_used_up
from congress_desk.domain.elections.round import Part, RoundCause, RoundKind
from congress_desk.domain.rules.rule_set import RuleSet, TieRule
from congress_desk.errors import Refusal, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """What the next round is about: why it is held, who stands, for how many seats.

    `seats` is no more than there are names: ballots for more than that could not be filled in.
    `open_posts` is how many posts nobody has yet, so that what is left over is said. `permission`
    is the decision it rests on; `decision_missing` says that the rules want one and none is
    recorded.
    """

    kind: RoundKind
    candidates: tuple[Candidate, ...]
    seats: int
    open_posts: int = 0
    cause: RoundCause = RoundCause.FIRST
    part: Part = Part.OFFICIAL
    follows: int = 0
    permission: Decision | None = None
    decision_missing: bool = False


def plan_next(
    course: ElectionCourse, rules: RuleSet, later: Iterable[Candidate] = ()
) -> RoundPlan | Refusal:
    """Return what the rules and the decisions give for the next round (244 Điều 32).

    `later` are the names that were let in after a round.
    """
    found, newest = course.election, course.newest
    if newest is not None and newest.counting:
        return refuse("round_still_open", code=found.code, number=newest.round.number)
    if newest is not None and newest.round.annulled_by:
        return _again(course.annulled_first, RoundCause.ANNULLED)
    last = course.last
    if last is None:
        if course.elected:
            return refuse("election_appointed", code=found.code)
        return RoundPlan(
            kind=RoundKind.FIRST,
            candidates=found.candidates,
            seats=found.seats,
            open_posts=found.seats,
        )
    if last.outcome is RoundOutcome.VOID:
        return _again(last, RoundCause.VOID)
    if course.undrawn is not None:
        return refuse("lot_not_drawn", code=found.code)
    if _tie_open(course, last):
        return _after_tie(course, last, rules)
    if last.round.part is Part.ALTERNATE or course.complete:
        return _alternates(course, last, rules, later)
    return _after_short(course, last, rules, later)


def counted_rounds(course: ElectionCourse, part: Part = Part.OFFICIAL) -> int:
    """Return how many rounds count: declared, standing, and not void."""
    return sum(
        held.outcome not in (None, RoundOutcome.VOID, RoundOutcome.INCOMPLETE)
        for held in course.standing
        if held.round.part is part and not held.counting
    )


def pool(
    course: ElectionCourse, later: Iterable[Candidate], rules: RuleSet
) -> tuple[Candidate, ...]:
    """Return who may stand in a later round: who stood and has no post, and the new names.

    In ballot order where the first list was in it, else the new names at the end.
    """
    allowed = {d.id for d in course.in_force if d.kind is DecisionKind.NEW_NAMES}
    stood = [c for held in course.standing for c in held.round.candidates]
    known = {c.id: c for c in (*stood, *(c for c in later if c.decision_id in allowed))}
    taken = course.elected_ids | {s.candidate_id for s in course.alternates}
    left = [c for c in known.values() if c.id not in taken]
    first = course.standing[0].round.candidates if course.standing else ()
    if tuple(first) == in_list_order(first, rules.list_order):
        return in_list_order(left, rules.list_order)
    return tuple(left)


def seats_of_list(open_posts: int, names: Sized) -> int:
    """Return for how many posts a later list can be voted on: not for more than it has names.

    The posts left over stay open, and the congress decides on them afterwards.
    """
    return min(open_posts, len(names)) or open_posts


def _tie_open(course: ElectionCourse, last: HeldRound) -> bool:
    if last.outcome is not RoundOutcome.TIE:
        return False
    part_open = course.open_seats if last.round.part is Part.OFFICIAL else course.open_alternates
    taken = {s.candidate_id for s in (*course.elected, *course.alternates)}
    settled = any(c.id in taken for c in last.tied) and not part_open
    return not settled and not course.settled(last.round.part)


def _again(held: HeldRound, cause: RoundCause) -> RoundPlan:
    found = held.round
    return RoundPlan(
        kind=found.kind,
        candidates=found.candidates,
        seats=min(found.seats, len(found.candidates)),
        open_posts=found.seats,
        cause=cause,
        part=found.part,
        follows=found.id,
    )


def _after_tie(course: ElectionCourse, last: HeldRound, rules: RuleSet) -> RoundPlan | Refusal:
    if rounds_used_up(counted_rounds(course, last.round.part), rules):
        return _no_more_rounds(course, rules)
    assert last.result is not None
    taken = {s.candidate_id for s in (*course.elected, *course.alternates)}
    tied = tuple(c for c in last.tied if c.id not in taken)
    official = last.round.part is Part.OFFICIAL
    part_open = course.open_seats if official else course.open_alternates
    at_tie = last.round.seats - len(last.result.elected) - (len(last.tied) - len(tied))
    again = last.round.kind is RoundKind.TIE or rules.tie is TieRule.MANUAL
    return RoundPlan(
        kind=RoundKind.TIE,
        candidates=tied,
        seats=min(at_tie, part_open),
        open_posts=part_open,
        cause=RoundCause.TIE,
        part=last.round.part,
        follows=last.round.id,
        permission=course.permission,
        decision_missing=again and course.permission is None,
    )


def _after_short(
    course: ElectionCourse, last: HeldRound, rules: RuleSet, later: Iterable[Candidate]
) -> RoundPlan | Refusal:
    if course.stopped is not None and course.permission is None:
        return refuse("election_stopped", code=course.election.code)
    if rounds_used_up(counted_rounds(course), rules):
        return _no_more_rounds(course, rules)
    left, decided = pool(course, later, rules), course.permission
    posts = course.open_seats
    if decided is not None and decided.kind is DecisionKind.NEXT_ROUND:
        posts = min(posts, decided.seats or posts)
    return RoundPlan(
        kind=RoundKind.AGAIN,
        candidates=left,
        seats=seats_of_list(posts, left),
        open_posts=course.open_seats,
        cause=RoundCause.SHORT,
        follows=last.round.id,
        permission=course.permission,
        decision_missing=course.permission is None,
    )


def _alternates(
    course: ElectionCourse, last: HeldRound, rules: RuleSet, later: Iterable[Candidate]
) -> RoundPlan | Refusal:
    if not course.election.alternates or course.alternates_complete:
        return refuse("election_complete", code=course.election.code)
    if rounds_used_up(counted_rounds(course, Part.ALTERNATE), rules):
        return _no_more_rounds(course, rules)
    again, left = last.round.part is Part.ALTERNATE, pool(course, later, rules)
    return RoundPlan(
        kind=RoundKind.AGAIN if again else RoundKind.FIRST,
        candidates=left,
        seats=seats_of_list(course.open_alternates, left),
        open_posts=course.open_alternates,
        cause=RoundCause.SHORT if again else RoundCause.ALTERNATES,
        part=Part.ALTERNATE,
        follows=last.round.id,
        permission=course.permission,
        decision_missing=course.permission is None,
    )


def _no_more_rounds(course: ElectionCourse, rules: RuleSet) -> Refusal:
    return refuse(
        "rounds_used_up",
        article=rules.article("rounds"),
        code=course.election.code,
        most=rules.rounds_max,
    )

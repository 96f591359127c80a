"""What may be decided after a round, with its article, and what may not and why.

The kind of the election decides, not its seats: one seat left is no secretary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from congress_desk.domain.decisions.course import ElectionCourse, HeldRound
from congress_desk.domain.decisions.decision import DecisionKind, DecisionOrgan
from congress_desk.domain.decisions.plan import counted_rounds, pool, seats_of_list
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.result import (
    CandidateOutcome,
    RoundOutcome,
    older_first,
    rounds_used_up,
)
from congress_desk.domain.elections.round import Part, RoundKind
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import RuleSet, TieRule

# After so many rounds of delegates the congress may ask for new names too (244 Điều 20.2).
_ROUNDS_BEFORE_NEW_DELEGATES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to go on. `seats` is what it sets: posts of the next round, or the new number.

    `names` are those it is about: who may stand, who is tied, who takes a seat. `article` is ""
    of a rule that no source gives one.
    """

    kind: DecisionKind
    article: str
    seats: int
    names: tuple[Candidate, ...] = ()
    part: Part = Part.OFFICIAL
    organ: DecisionOrgan = DecisionOrgan.CONGRESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """One way that is not open, why (`code`, with its numbers), and the article behind it."""

    code: str
    article: str = ""
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterRound:
    """What may follow a declared round: the usual way first."""

    choices: tuple[Choice, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()

    @property
    def open(self) -> bool:
        return bool(self.choices)


def after_round(
    course: ElectionCourse,
    rules: RuleSet,
    *,
    members: bool,
    later: Iterable[Candidate] = (),
) -> AfterRound:
    """Return what may be decided after the newest round that stands.

    `members`: the congress is one of all members, where a superior may appoint after rounds in
    vain (294-QĐ/TW). `later` are the names let in after a round.
    """
    last = course.last
    if last is None or last.counting or last.result is None:
        return AfterRound()
    annulled = course.newest is not None and course.newest.round.annulled_by
    if annulled or course.undrawn or course.permission:
        return AfterRound()
    if last.outcome is RoundOutcome.VOID:
        return AfterRound(forbidden=(Forbidden(code="draw_out", article=rules.article("void")),))
    if last.outcome is RoundOutcome.TIE and not course.settled(last.round.part):
        return _after_tie(course, last, rules)
    if course.open_seats and course.left_open is None:
        return _after_short(course, last, rules, members=members, later=tuple(later))
    if course.election.alternates and not course.alternates_complete:
        return _after_officials(course, last, rules, tuple(later))
    if planned_missing(course) and course.stopped is None:
        return AfterRound(choices=(_report(course, rules),))
    return AfterRound()


def planned_missing(course: ElectionCourse) -> tuple[Candidate, ...]:
    """Return those meant for a post after the committee's election who were not elected to it."""
    if course.last is None or course.last.counting or course.last.outcome is RoundOutcome.VOID:
        return ()
    found = {c.id: c for held in course.standing for c in held.round.candidates}
    return tuple(c for c in found.values() if c.planned and c.id not in course.elected_ids)


def _report(course: ElectionCourse, rules: RuleSet) -> Choice:
    article = rules.article("short")
    return _choice(
        DecisionKind.REPORT_SUPERIOR, article, course.open_seats, planned_missing(course)
    )


def _posts(course: ElectionCourse, last: HeldRound) -> int:
    return course.open_seats if last.round.part is Part.OFFICIAL else course.open_alternates


def _after_tie(course: ElectionCourse, last: HeldRound, rules: RuleSet) -> AfterRound:
    part, article = last.round.part, rules.article("tie")
    taken = {s.candidate_id for s in (*course.elected, *course.alternates)}
    tied = tuple(c for c in last.tied if c.id not in taken)
    assert last.result is not None
    seats = min(
        last.round.seats - len(last.result.elected) - (len(last.tied) - len(tied)),
        _posts(course, last),
    )
    used_up = rounds_used_up(counted_rounds(course, part), rules)
    decides = used_up or last.round.kind is RoundKind.TIE or rules.tie is TieRule.MANUAL
    choices: list[Choice] = []
    forbidden: list[Forbidden] = []
    if used_up:
        forbidden.append(_no_round(rules))
    else:
        choices.append(_choice(DecisionKind.REVOTE, article, seats, tied, part))
    if not decides:
        forbidden.append(Forbidden(code="lot_or_older", article=article))
        forbidden.append(_sealed(course, rules))
        return AfterRound(choices=tuple(choices), forbidden=tuple(forbidden))
    older = older_first(tied, seats)
    if older is None:
        forbidden.append(Forbidden(code="older_unknown", article=article))
    else:
        choices.append(_choice(DecisionKind.OLDER, article, seats, older, part))
    choices.append(_choice(DecisionKind.LOT, article, seats, tied, part))
    if part is Part.OFFICIAL and course.election.kind in rules.lower_number_kinds:
        lowered = len(course.elected)
        if lowered:
            choices.append(_choice(DecisionKind.LOWER_NUMBER, rules.article("short"), lowered))
    choices.append(
        _choice(DecisionKind.LEAVE_OPEN, rules.article("short"), _posts(course, last), (), part)
    )
    forbidden.append(_sealed(course, rules))
    return AfterRound(choices=tuple(choices), forbidden=tuple(forbidden))


def _after_short(
    course: ElectionCourse,
    last: HeldRound,
    rules: RuleSet,
    *,
    members: bool,
    later: tuple[Candidate, ...],
) -> AfterRound:
    kind, open_seats = course.election.kind, course.open_seats
    article = _short_article(kind, rules)
    used_up = rounds_used_up(counted_rounds(course), rules)
    stand = pool(course, later, rules)
    choices: list[Choice] = []
    forbidden = _never(course, last, rules)
    if used_up:
        forbidden.insert(0, _no_round(rules))
    one_post = kind in rules.report_superior_kinds
    if planned_missing(course) and not one_post and course.stopped is None:
        choices.append(_report(course, rules))
    if one_post and course.stopped is None:
        choices.append(_choice(DecisionKind.REPORT_SUPERIOR, article, open_seats))
    if not used_up:
        if stand:
            seats = seats_of_list(open_seats, stand)
            choices.append(_choice(DecisionKind.NEXT_ROUND, article, seats, stand))
        _add_new_names(course, rules, choices, forbidden, stand)
    if one_post:
        forbidden.append(Forbidden(code="one_post", article=rules.own_article("short")))
        _add_appointment(course, rules, choices, forbidden, members=members)
    elif kind in rules.lower_number_kinds:
        if course.elected:
            choices.append(_choice(DecisionKind.LOWER_NUMBER, article, len(course.elected)))
        choices.append(_choice(DecisionKind.LEAVE_OPEN, article, open_seats))
    else:
        forbidden.append(Forbidden(code="number_from_above", article=article))
        if used_up or counted_rounds(course) >= _ROUNDS_BEFORE_NEW_DELEGATES:
            choices.append(_choice(DecisionKind.LEAVE_OPEN, article, open_seats))
    return AfterRound(choices=tuple(choices), forbidden=tuple(forbidden))


def _add_new_names(
    course: ElectionCourse,
    rules: RuleSet,
    choices: list[Choice],
    forbidden: list[Forbidden],
    stand: tuple[Candidate, ...],
) -> None:
    """Offer new names; for delegates only after several rounds."""
    article = rules.article("floor_nominee")
    delegates = course.election.kind is ElectionKind.DELEGATES
    if delegates and counted_rounds(course) < _ROUNDS_BEFORE_NEW_DELEGATES:
        forbidden.append(
            Forbidden(
                code="new_delegates_early",
                article=_short_article(course.election.kind, rules),
                params={"rounds": _ROUNDS_BEFORE_NEW_DELEGATES},
            )
        )
        return
    choices.append(_choice(DecisionKind.NEW_NAMES, article, course.open_seats, stand))


def _add_appointment(
    course: ElectionCourse,
    rules: RuleSet,
    choices: list[Choice],
    forbidden: list[Forbidden],
    *,
    members: bool,
) -> None:
    """Offer the superior's appointment after so many rounds in vain, where the rules know it."""
    after = rules.appointed_after
    if not after or not members:
        return
    article = rules.article("appointed")
    if counted_rounds(course) >= after:
        choices.insert(
            0,
            Choice(
                kind=DecisionKind.APPOINTED,
                article=article,
                seats=course.open_seats,
                organ=DecisionOrgan.SUPERIOR,
            ),
        )
    else:
        forbidden.append(
            Forbidden(code="appointed_early", article=article, params={"rounds": after})
        )


def _after_officials(
    course: ElectionCourse, last: HeldRound, rules: RuleSet, later: tuple[Candidate, ...]
) -> AfterRound:
    """Return how alternates may be found once the official delegates are elected."""
    article, seats = rules.article("alternates"), course.open_alternates
    over = over_half_left(course)
    choices: list[Choice] = []
    forbidden: list[Forbidden] = []
    if over and _one_order(over, seats):
        chosen = tuple(c for c, _ in over[:seats])
        choices.append(_alternate(DecisionKind.TAKE_BY_VOTES, article, len(chosen), chosen))
    else:
        code = "alternates_tied" if over else "alternates_none_over"
        forbidden.append(Forbidden(code=code, article=article))
    stand = pool(course, later, rules)
    if rounds_used_up(counted_rounds(course, Part.ALTERNATE), rules):
        forbidden.append(_no_round(rules))
    elif stand:
        possible = seats_of_list(seats, stand)
        choices.append(_alternate(DecisionKind.VOTE_SEPARATELY, article, possible, stand))
    choices.append(_alternate(DecisionKind.LEAVE_OPEN, article, seats, ()))
    return AfterRound(choices=tuple(choices), forbidden=tuple(forbidden))


def over_half_left(course: ElectionCourse) -> list[tuple[Candidate, int]]:
    """Return who has more than half in the last round of officials and no post, high to low."""
    taken = course.elected_ids | {s.candidate_id for s in course.alternates}
    official = [h for h in course.standing if h.round.part is Part.OFFICIAL and h.result]
    if not official or official[-1].result is None:
        return []
    return [
        (found.candidate, found.votes)
        for found in official[-1].result.by_votes
        if found.outcome is CandidateOutcome.MAJORITY_NOT_PLACED and found.candidate.id not in taken
    ]


def _one_order(over: list[tuple[Candidate, int]], seats: int) -> bool:
    """Say whether the votes alone tell who takes the last of so many places."""
    return len(over) <= seats or over[seats - 1][1] > over[seats][1]


def _never(course: ElectionCourse, last: HeldRound, rules: RuleSet) -> list[Forbidden]:
    """Return what no congress may decide after a round that filled too few seats."""
    assert last.result is not None
    majority = last.result.majority
    found = []
    if majority.required:
        found.append(
            Forbidden(
                code="take_highest",
                article=rules.article("majority"),
                params={"seats": course.open_seats, "of": majority.of},
            )
        )
    if course.elected:
        found.append(_sealed(course, rules))
    found.append(Forbidden(code="lot_or_older", article=rules.article("tie")))
    return found


def _sealed(course: ElectionCourse, rules: RuleSet) -> Forbidden:
    return Forbidden(
        code="sealed",
        article=rules.article("annulment"),
        params={"elected": len(course.elected)},
    )


def _no_round(rules: RuleSet) -> Forbidden:
    return Forbidden(
        code="rounds_used_up", article=rules.article("rounds"), params={"most": rules.rounds_max}
    )


def _short_article(kind: ElectionKind, rules: RuleSet) -> str:
    topic = "short_delegates" if kind is ElectionKind.DELEGATES else "short"
    return rules.article(topic)


def longest_list(seats: int, kind: ElectionKind, rules: RuleSet) -> int:
    """Return how many names a list for so many seats may hold at most, 0 where no rule says."""
    surplus = Surplus(candidates=seats, seats=seats, kind=kind)
    if not surplus.has_rules(rules):
        return 0
    if people := surplus.most_people(rules):
        return seats + people
    return seats + seats * rules.surplus_max // 100


def _choice(
    kind: DecisionKind,
    article: str,
    seats: int,
    names: tuple[Candidate, ...] = (),
    part: Part = Part.OFFICIAL,
) -> Choice:
    return Choice(kind=kind, article=article, seats=seats, names=names, part=part)


def _alternate(
    kind: DecisionKind, article: str, seats: int, names: tuple[Candidate, ...]
) -> Choice:
    return _choice(kind, article, seats, names, Part.ALTERNATE)

"""The result of a round: who is elected, who is tied, and what the rules allow next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.accounting import is_void
from congress_desk.domain.elections.ballots import InvalidReason, MarkMode
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.majority import percent
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet, TieRule
from congress_desk.domain.rules.threshold import Compare
from congress_desk.domain.text.dates import is_older


class CandidateOutcome(StrEnum):
    """What became of a candidate in a round."""

    ELECTED = "elected"
    TIED = "tied"
    MAJORITY_NOT_PLACED = "majority_not_placed"
    NO_MAJORITY = "no_majority"
    UNDECIDED = "undecided"


class RoundOutcome(StrEnum):
    """What became of a round."""

    VOID = "void"
    INCOMPLETE = "incomplete"
    TIE = "tie"
    SHORT = "short"
    COMPLETE = "complete"


class NextStep(StrEnum):
    """What the rules allow after a round that did not fill every seat."""

    VOTE_AGAIN_VOID = "vote_again_void"
    REVOTE_TIED = "revote_tied"
    CONGRESS_DECIDES_TIE = "congress_decides_tie"
    SECOND_ROUND = "second_round"
    CONGRESS_DECIDES_MORE = "congress_decides_more"
    LOWER_NUMBER = "lower_number"
    LEAVE_OPEN = "leave_open"
    REPORT_SUPERIOR = "report_superior"
    NO_MORE_ROUNDS = "no_more_rounds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Majority:
    """The base, its number, and the votes needed; `required` False: the highest win.

    `more_than` is the share, `compare` says whether exactly the share is enough.
    """

    base: MajorityBase
    of: int
    needed: int
    more_than: str
    compare: Compare
    required: bool
    article: str

    @property
    def said_as(self) -> str:
        """Return how one speaks of it: "half", another "share", or "highest" without one."""
        if not self.required:
            return "highest"
        return "half" if self.of_half else "share"

    @property
    def of_half(self) -> bool:
        """Say whether the rules ask for more than half, which has a word of its own: quá bán."""
        return self.more_than == "1/2" and self.compare is Compare.MORE


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateResult:
    """Votes of one candidate; `position` is the number on the ballot, from 1.

    `name` is the printed one, which tells namesakes apart.
    """

    position: int
    candidate: Candidate
    name: str
    votes: int
    against: int
    uncounted: int
    percent: str
    outcome: CandidateOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResult:
    """The one object that screen, minutes, workbook and projector show."""

    outcome: RoundOutcome
    accounting: Accounting
    valid: int
    invalid: int
    invalid_by_reason: Mapping[InvalidReason, int]
    kept_sizes: Mapping[int, int]
    majority: Majority
    candidates: tuple[CandidateResult, ...]
    elected: tuple[int, ...]
    tied: tuple[int, ...]
    next_steps: tuple[NextStep, ...]

    @property
    def entered(self) -> int:
        """Return how many ballots were entered: valid and invalid."""
        return self.valid + self.invalid

    def by_position(self, position: int) -> CandidateResult:
        """Return the result of the candidate with this number on the ballot."""
        return self.candidates[position - 1]

    @property
    def by_votes(self) -> tuple[CandidateResult, ...]:
        """Return the candidates from high to low, equal votes in ballot order."""
        return tuple(sorted(self.candidates, key=lambda c: (-c.votes, c.position)))


def round_result(
    *,
    candidates: Sequence[Candidate],
    seats: int,
    mode: MarkMode,
    kind: RoundKind,
    number: int,
    accounting: Accounting,
    tally: Tally,
    rules: RuleSet,
    election_kind: ElectionKind = ElectionKind.COMMITTEE,
    shares: int = 0,
    names: Mapping[int, str] | None = None,
) -> RoundResult:
    """Work out the result of a round from its tally (244 Điều 32, 190 Điều 30).

    `candidates` in ballot order; the tally's keys are their ids. In a void or incomplete round
    nobody is declared. `shares` are those that ballots were handed out for; `names` the
    printed names by id, of the round's own list when not given.
    """
    printed = candidate_names(candidates) if names is None else names
    majority = _majority(accounting, tally, rules, kind, shares)
    votes = [tally.votes(candidate.id) for candidate in candidates]
    outcome, outcomes = _outcomes(candidates, votes, seats, accounting, tally, majority, rules)
    results = tuple(
        CandidateResult(
            position=position,
            candidate=candidate,
            name=printed[candidate.id],
            votes=count,
            against=tally.struck[candidate.id],
            uncounted=tally.uncounted(candidate.id) if mode is MarkMode.TICK else 0,
            percent=percent(count, majority.of),
            outcome=decided,
        )
        for position, (candidate, count, decided) in enumerate(
            zip(candidates, votes, outcomes, strict=True), start=1
        )
    )
    elected = sorted(
        (c for c in results if c.outcome is CandidateOutcome.ELECTED),
        key=lambda c: (-c.votes, c.position),
    )
    return RoundResult(
        outcome=outcome,
        accounting=accounting,
        valid=tally.valid,
        invalid=tally.invalid,
        invalid_by_reason={r: n for r in InvalidReason if (n := tally.invalid_by_reason[r])},
        kept_sizes={k: n for k, n in sorted(tally.kept_sizes.items()) if n},
        majority=majority,
        candidates=results,
        elected=tuple(c.position for c in elected),
        tied=tuple(c.position for c in results if c.outcome is CandidateOutcome.TIED),
        next_steps=next_steps(
            outcome, number=number, kind=kind, election_kind=election_kind, rules=rules
        ),
    )


def _majority(
    accounting: Accounting, tally: Tally, rules: RuleSet, kind: RoundKind, shares: int
) -> Majority:
    of = {
        MajorityBase.CONVENED: accounting.convened,
        MajorityBase.PRESENT: accounting.present or 0,
        MajorityBase.ISSUED: accounting.issued or 0,
        MajorityBase.RETURNED: accounting.returned or 0,
        MajorityBase.VALID: tally.valid,
        MajorityBase.SHARES: shares,
    }[rules.base]
    among_tied = kind is RoundKind.TIE and not rules.tie_revote_needs_majority
    required = rules.majority_required and not among_tied
    return Majority(
        base=rules.base,
        of=of,
        needed=rules.majority.needed(of),
        more_than=str(rules.more_than),
        compare=rules.compare,
        required=required,
        article=rules.article("tie" if among_tied else "majority"),
    )


def _outcomes(
    candidates: Sequence[Candidate],
    votes: Sequence[int],
    seats: int,
    accounting: Accounting,
    tally: Tally,
    majority: Majority,
    rules: RuleSet,
) -> tuple[RoundOutcome, list[CandidateOutcome]]:
    early = _early_outcome(accounting, tally)
    if early is not None:
        return early, [CandidateOutcome.UNDECIDED] * len(votes)
    if majority.required:
        over = [count >= majority.needed for count in votes]
    else:
        over = [count > 0 for count in votes]
    ranked = sorted((i for i, enough in enumerate(over) if enough), key=lambda i: (-votes[i], i))
    outcomes = [CandidateOutcome.NO_MAJORITY] * len(votes)
    if len(ranked) <= seats:
        for index in ranked:
            outcomes[index] = CandidateOutcome.ELECTED
        return (RoundOutcome.COMPLETE if len(ranked) == seats else RoundOutcome.SHORT), outcomes
    line = votes[ranked[seats - 1]]
    above = [i for i in ranked if votes[i] > line]
    level = [i for i in ranked if votes[i] == line]
    if rules.tie is TieRule.OLDER and len(above) + len(level) > seats:
        chosen = _older_first(candidates, level, seats - len(above))
        if chosen is not None:
            above, level = [*above, *chosen], []
    tied = len(above) + len(level) > seats
    for index in ranked:
        outcomes[index] = CandidateOutcome.MAJORITY_NOT_PLACED
    for index in above:
        outcomes[index] = CandidateOutcome.ELECTED
    for index in level:
        outcomes[index] = CandidateOutcome.TIED if tied else CandidateOutcome.ELECTED
    return (RoundOutcome.TIE if tied else RoundOutcome.COMPLETE), outcomes


def _early_outcome(accounting: Accounting, tally: Tally) -> RoundOutcome | None:
    returned, issued = accounting.returned, accounting.issued
    if is_void(accounting):
        return RoundOutcome.VOID
    if returned is None or issued is None or tally.entered != returned:
        return RoundOutcome.INCOMPLETE
    return None


def _older_first(
    candidates: Sequence[Candidate], level: Sequence[int], places: int
) -> list[int] | None:
    chosen = older_first([candidates[i] for i in level], places)
    return None if chosen is None else [i for i in level if candidates[i] in chosen]


def older_first(tied: Sequence[Candidate], places: int) -> tuple[Candidate, ...] | None:
    """Return who of the tied takes the places by age, or None when the dates do not tell."""
    if not all(candidate.born for candidate in tied):
        return None
    ordered = sorted(tied, key=lambda c: c.born)
    chosen, left_out = ordered[:places], ordered[places:]
    certain = all(is_older(c.born, other.born) for c in chosen for other in left_out)
    return tuple(chosen) if certain else None


def next_steps(
    outcome: RoundOutcome,
    *,
    number: int,
    kind: RoundKind,
    election_kind: ElectionKind,
    rules: RuleSet,
) -> tuple[NextStep, ...]:
    """Return what the rules allow after a round with this outcome, the usual step first.

    The kind of the election decides, not its seats; what the limit of rounds forbids is left out.
    """
    if outcome is RoundOutcome.VOID:
        return (NextStep.VOTE_AGAIN_VOID,)
    if outcome not in (RoundOutcome.TIE, RoundOutcome.SHORT):
        return ()
    used_up = rounds_used_up(number, rules)
    if outcome is RoundOutcome.TIE:
        if used_up:
            return (NextStep.NO_MORE_ROUNDS, NextStep.CONGRESS_DECIDES_TIE)
        if kind is RoundKind.TIE or rules.tie is TieRule.MANUAL:
            return (NextStep.CONGRESS_DECIDES_TIE,)
        return (NextStep.REVOTE_TIED,)
    first = NextStep.NO_MORE_ROUNDS if used_up else NextStep.SECOND_ROUND
    return (first, *_after_short(election_kind, rules, used_up=used_up))


def _after_short(kind: ElectionKind, rules: RuleSet, *, used_up: bool) -> tuple[NextStep, ...]:
    """Return what else may follow a round that filled too few seats (delegates: 244 Điều 20.2)."""
    if kind in rules.report_superior_kinds:
        return (NextStep.REPORT_SUPERIOR,)
    if kind in rules.lower_number_kinds:
        return NextStep.LOWER_NUMBER, NextStep.LEAVE_OPEN
    return (NextStep.LEAVE_OPEN,) if used_up else (NextStep.CONGRESS_DECIDES_MORE,)


def rounds_used_up(counted: int, rules: RuleSet) -> bool:
    """Say whether the rules allow no round after so many that count."""
    return bool(rules.rounds_max) and counted >= rules.rounds_max

"""Running totals of a round: ballots added and taken out one at a time, and the sums that check."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from congress_desk.domain.elections.ballots import (
    InvalidReason,
    MarkMode,
    Paper,
    Verdict,
    judge,
    shape_of,
)
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.rules.rule_set import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRules:
    """All that is needed to judge a ballot of one round: candidate keys in ballot order, seats."""

    candidates: tuple[int, ...]
    seats: int
    mode: MarkMode
    rules: RuleSet

    def judge(self, paper: Paper) -> Verdict:
        """Judge one ballot of this round."""
        return judge(
            paper,
            mode=self.mode,
            candidates=len(self.candidates),
            seats=self.seats,
            rules=self.rules,
        )


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts of ballots; `struck`, `both`, `blank` are per candidate key, on valid ballots only.

    `kept_sizes[k]` is how many valid ballots keep (or agree to) k names. Of ballots by shares
    `given` are the votes per candidate key, and k the votes that a ballot gives.
    """

    valid: int = 0
    invalid_by_reason: Counter[InvalidReason] = field(default_factory=Counter)
    kept_sizes: Counter[int] = field(default_factory=Counter)
    struck: Counter[int] = field(default_factory=Counter)
    both: Counter[int] = field(default_factory=Counter)
    blank: Counter[int] = field(default_factory=Counter)
    given: Counter[int] = field(default_factory=Counter)
    by_shares: bool = False
    shares_valid: int = 0
    shares_invalid: int = 0

    @property
    def invalid(self) -> int:
        """Return how many ballots are invalid, for whatever reason."""
        return sum(self.invalid_by_reason.values())

    @property
    def entered(self) -> int:
        """Return how many ballots were entered: valid and invalid."""
        return self.valid + self.invalid

    def votes(self, candidate: int) -> int:
        """Return names kept (strike), "đồng ý" (tick), or votes given by shares, if valid."""
        if self.by_shares:
            return self.given.get(candidate, 0)
        return self.valid - self.struck.get(candidate, 0) - self.uncounted(candidate)

    def uncounted(self, candidate: int) -> int:
        """Return lines with both boxes or neither on valid ballots (tick mode)."""
        # `get`, and not what a Counter has for a missing key: asked for every name at every ballot.
        return self.both.get(candidate, 0) + self.blank.get(candidate, 0)

    def add(self, paper: Paper, verdict: Verdict) -> None:
        """Count one judged ballot."""
        self._count(paper, verdict, 1)

    def remove(self, paper: Paper, verdict: Verdict) -> None:
        """Take one judged ballot out again."""
        self._count(paper, verdict, -1)

    def add_alike(self, papers: Sequence[Paper], verdict: Verdict) -> None:
        """Count ballots of one shape, which have one verdict, all at once."""
        count, shares = len(papers), sum(paper.shares for paper in papers)
        self.by_shares = self.by_shares or shares > 0
        if verdict.reason is not None:
            self.invalid_by_reason[verdict.reason] += count
            self.shares_invalid += shares
            return
        self.shares_valid += shares
        for key, votes in chain.from_iterable(paper.given for paper in papers):
            self.given[key] += votes
        self.valid += count
        self.kept_sizes[verdict.kept] += count
        self.struck.update(chain.from_iterable(paper.struck for paper in papers))
        self.both.update(chain.from_iterable(paper.both for paper in papers))
        self.blank.update(chain.from_iterable(paper.blank for paper in papers))

    def _count(self, paper: Paper, verdict: Verdict, step: int) -> None:
        self.by_shares = self.by_shares or paper.shares > 0
        if verdict.reason is not None:
            self.invalid_by_reason[verdict.reason] += step
            self.shares_invalid += step * paper.shares
            return
        self.shares_valid += step * paper.shares
        for key, votes in paper.given:
            self.given[key] += step * votes
        self.valid += step
        self.kept_sizes[verdict.kept] += step
        for counter, keys in (
            (self.struck, paper.struck),
            (self.both, paper.both),
            (self.blank, paper.blank),
        ):
            for key in keys:
                counter[key] += step

    def add_totals(self, totals: BundleTotals, step: int = 1) -> None:
        """Count a bundle by its totals, or take it out with a `step` of -1."""
        self.valid += step * totals.valid
        for reason, ballots in totals.invalid.items():
            self.invalid_by_reason[reason] += step * ballots
        for kept, ballots in totals.kept.items():
            self.kept_sizes[kept] += step * ballots
        for key, each in totals.names.items():
            self.struck[key] += step * each.disagree
            # A tally sheet does not say which of these lines had both boxes and which neither.
            self.blank[key] += step * each.uncounted

    def copy(self) -> Tally:
        """Return a count of its own that goes on from here."""
        return Tally(
            valid=self.valid,
            invalid_by_reason=self.invalid_by_reason.copy(),
            kept_sizes=self.kept_sizes.copy(),
            struck=self.struck.copy(),
            both=self.both.copy(),
            blank=self.blank.copy(),
            given=self.given.copy(),
            by_shares=self.by_shares,
            shares_valid=self.shares_valid,
            shares_invalid=self.shares_invalid,
        )

    def same_as(self, other: Tally) -> bool:
        """Say whether two tallies agree in every count (a count of zero is no count)."""
        return (
            self.valid == other.valid
            and +self.invalid_by_reason == +other.invalid_by_reason
            and +self.kept_sizes == +other.kept_sizes
            and +self.struck == +other.struck
            and +self.both == +other.both
            and +self.blank == +other.blank
            and +self.given == +other.given
            and self.shares_valid == other.shares_valid
            and self.shares_invalid == other.shares_invalid
        )


def tally_ballots(papers: Iterable[Paper], ballot_rules: BallotRules) -> Tally:
    """Judge and count all ballots of a round: those of one shape are judged once."""
    tally = Tally()
    alike: defaultdict[object, list[Paper]] = defaultdict(list)
    for paper in papers:
        alike[shape_of(paper)].append(paper)
    for same in alike.values():
        tally.add_alike(same, ballot_rules.judge(same[0]))
    return tally

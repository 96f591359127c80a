"""Two counts of the same papers held against each other: ballot by ballot, and name by name.

Both a recount and the second pass of a bundle are such counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.result import RoundResult
from congress_desk.domain.elections.round import Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotDifference:
    """A paper that the two counts read otherwise; None where one of them has no such paper.

    `place` is its place in the bundle in the first count, or in the second where that has none.
    """

    bundle: int
    place: int
    first: Paper | None
    second: Paper | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDifference:
    """A candidate whose votes the two counts give otherwise."""

    position: int
    name: str
    first: int
    second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountComparison:
    """What differs between a first and a second count.

    `by_totals` are the bundles that one of them has from a tally sheet: their ballots are not
    there to be compared one by one, their totals are.
    """

    ballots: tuple[BallotDifference, ...]
    names: tuple[NameDifference, ...]
    first: RoundResult
    second: RoundResult
    by_totals: tuple[int, ...] = ()

    @property
    def same(self) -> bool:
        """Say whether both counts read every paper alike, and give every total alike."""
        alike = self.first.accounting == self.second.accounting
        if self.by_totals:
            alike = alike and not self.names and _counts(self.first) == _counts(self.second)
        return not self.ballots and alike

    @property
    def same_elected(self) -> bool:
        """Say whether both counts elect the same people."""
        return set(self.first.elected) == set(self.second.elected)


def compare_counts(
    first: Iterable[Ballot],
    second: Iterable[Ballot],
    results: tuple[RoundResult, RoundResult],
    by_totals: Collection[int] = (),
) -> CountComparison:
    """Compare two counts; their rounds have the same list in the same order."""
    before, after = results
    one, other = ([b for b in each if b.bundle not in by_totals] for each in (first, second))
    return CountComparison(
        ballots=ballot_differences(one, other),
        by_totals=tuple(sorted(by_totals)),
        names=tuple(
            NameDifference(position=a.position, name=a.name, first=a.votes, second=b.votes)
            for a, b in zip(before.candidates, after.candidates, strict=True)
            if a.votes != b.votes
        ),
        first=before,
        second=after,
    )


def _counts(result: RoundResult) -> tuple[object, ...]:
    """Return what is counted of papers, beside the votes of names."""
    against = [(c.against, c.uncounted) for c in result.candidates]
    return result.invalid_by_reason, result.kept_sizes, against


def ballot_differences(
    first: Iterable[Ballot], second: Iterable[Ballot]
) -> tuple[BallotDifference, ...]:
    """Return every paper that two counts read otherwise, by bundle and place.

    A paper that one of them skipped or took twice is one difference, not one for each that
    follows it.
    """
    before, after = _by_bundle(first), _by_bundle(second)
    return tuple(
        difference
        for bundle in sorted(before.keys() | after.keys())
        for difference in _in_bundle(bundle, before[bundle], after[bundle])
    )


def _by_bundle(ballots: Iterable[Ballot]) -> defaultdict[int, list[Paper]]:
    found: defaultdict[int, list[Paper]] = defaultdict(list)
    for ballot in ballots:
        found[ballot.bundle].append(ballot.paper)
    return found


def _in_bundle(
    bundle: int, first: Sequence[Paper], second: Sequence[Paper]
) -> list[BallotDifference]:
    if first == second:
        return []
    aligned = _aligned(bundle, first, second)
    if len(first) != len(second):
        return aligned
    in_place = [
        BallotDifference(bundle=bundle, place=place, first=a, second=b)
        for place, (a, b) in enumerate(zip(first, second, strict=True), start=1)
        if a != b
    ]
    return in_place if len(in_place) <= len(aligned) else aligned


def _aligned(
    bundle: int, first: Sequence[Paper], second: Sequence[Paper]
) -> list[BallotDifference]:
    """Return the fewest papers put in, left out or read otherwise that make one of the other."""
    found = []
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(i_end - i, j_end - j)):
            a = first[i + step] if i + step < i_end else None
            b = second[j + step] if j + step < j_end else None
            place = i + step + 1 if a is not None else j + step + 1
            found.append(BallotDifference(bundle=bundle, place=place, first=a, second=b))
    return found

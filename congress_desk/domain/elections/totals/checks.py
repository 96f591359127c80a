"""Every sum on a tally sheet that can be checked; each that does not hold is said in words.

A sheet whose sums do not hold was counted wrongly: no ballots can give it, and it is not recorded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.tally_sheet import kept_range, sheet_reasons
from congress_desk.errors import Problem, problem

MOST_BALLOTS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TalliedList:
    """The list that was tallied: printed names by candidate id in ballot order, posts, mode."""

    names: Mapping[int, str]
    seats: int
    mode: MarkMode

    @property
    def has_boxes(self) -> bool:
        return self.mode is MarkMode.TICK

    @property
    def kept_range(self) -> range:
        return kept_range(self.mode, len(self.names), self.seats)


def total_problems(totals: BundleTotals, listed: TalliedList) -> tuple[Problem, ...]:
    """Return each sum that does not hold, and each number that cannot be."""
    wrong = tuple(_wrong_numbers(totals, listed))
    if wrong:
        return wrong
    sums = (*_line_problems(totals, listed), *_kept_problems(totals))
    return sums or tuple(_impossible(totals))


def _wrong_numbers(totals: BundleTotals, listed: TalliedList) -> Iterator[Problem]:
    numbers = [totals.valid, *totals.invalid.values(), *totals.kept.values()]
    for each in totals.names.values():
        numbers += [each.agree, each.disagree, each.uncounted]
    if any(not 0 <= number <= MOST_BALLOTS for number in numbers):
        yield problem("totals_number_wrong", most=MOST_BALLOTS)
    if set(totals.names) != set(listed.names):
        yield problem("totals_names_missing", count=len(listed.names))
    strange = [k for k, ballots in totals.kept.items() if ballots and k not in listed.kept_range]
    if strange:
        reach = listed.kept_range
        yield problem("totals_kept_outside", names=strange[0], least=reach[0], most=reach[-1])
    reasons = sheet_reasons(listed.mode, len(listed.names))
    if any(ballots and reason not in reasons for reason, ballots in totals.invalid.items()):
        yield problem("totals_reason_wrong")


def _line_problems(totals: BundleTotals, listed: TalliedList) -> Iterator[Problem]:
    """Yield each name that does not have a mark of one kind on every valid ballot."""
    valid = totals.valid
    for candidate, name in listed.names.items():
        each = totals.names[candidate]
        if each.agree > valid:
            yield problem("totals_above_valid", name=name, votes=each.agree, valid=valid)
        elif each.all != valid or (listed.mode is MarkMode.STRIKE and each.uncounted):
            yield problem("totals_line_differs", name=name, sum=each.all, valid=valid)


def _kept_problems(totals: BundleTotals) -> Iterator[Problem]:
    ballots, votes, kept = sum(totals.kept.values()), totals.votes, totals.names_kept
    if ballots != totals.valid:
        yield problem("totals_kept_differ", ballots=ballots, valid=totals.valid)
    if votes != kept:
        yield problem("totals_votes_differ", votes=votes, kept=kept, difference=abs(votes - kept))


def _impossible(totals: BundleTotals) -> Iterator[Problem]:
    """Yield that no ballots can give these totals though every sum holds (Gale and Ryser).

    A ballot that keeps k names gives the j names with the most votes min(j, k) of them at most.
    """
    most = sorted((each.agree for each in totals.names.values()), reverse=True)
    for names, votes in enumerate(accumulate(most), start=1):
        room = sum(min(names, k) * ballots for k, ballots in totals.kept.items())
        if votes > room:
            yield problem("totals_impossible", names=names, votes=votes, room=room)
            return

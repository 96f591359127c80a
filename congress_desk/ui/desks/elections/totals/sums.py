"""The sums of a tally sheet as they run: what holds, and what does not, in words."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.checks import TalliedList, total_problems
from congress_desk.i18n import problem_text, tr

_SAID_APART = frozenset({"totals_kept_differ", "totals_votes_differ"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with its tone: holds, wrong, or not to be told yet."""

    tone: str
    words: str


def running_sums(
    totals: BundleTotals, listed: TalliedList, expected: int | None, missing: int
) -> tuple[Sum, Sum, Sum, Sum]:
    """Return the four lines under the form: the sheets, the ballots by k, the votes, the names."""
    return (
        _sheets(totals, expected),
        _kept(totals),
        _votes(totals, missing),
        _names(totals, listed, missing),
    )


def _sheets(totals: BundleTotals, expected: int | None) -> Sum:
    words = tr(
        "Valid {valid} + invalid {invalid} = {sheets} sheets; the cover says {expected}",
        valid=totals.valid,
        invalid=totals.sheets - totals.valid,
        sheets=totals.sheets,
        expected="?" if expected is None else expected,
    )
    if expected is None or not totals.sheets:
        return Sum("muted", words)
    if totals.sheets == expected:
        return Sum("holds", words)
    return Sum("wrong" if totals.sheets > expected else "look", words)


def _kept(totals: BundleTotals) -> Sum:
    ballots = sum(totals.kept.values())
    words = tr(
        "Ballots by k: {ballots}; valid ballots: {valid}", ballots=ballots, valid=totals.valid
    )
    return Sum(_tone(ballots, totals.valid), words)


def _votes(totals: BundleTotals, missing: int) -> Sum:
    votes, kept = totals.votes, totals.names_kept
    words = tr("Votes of all names: {votes}; k × ballots: {kept}", votes=votes, kept=kept)
    return Sum("muted" if missing else _tone(votes, kept), words)


def _names(totals: BundleTotals, listed: TalliedList, missing: int) -> Sum:
    if missing:
        return Sum("muted", tr("{count} numbers are still to be written", count=missing))
    said = [p for p in total_problems(totals, listed) if p.code not in _SAID_APART]
    if not said:
        return Sum("holds", tr("No name is above the valid ballots"))
    first, more = problem_text(said[0]), len(said) - 1
    words = tr("{words} (and {count} more)", words=first, count=more) if more else first
    return Sum("wrong", words)


def _tone(one: int, other: int) -> str:
    if not one and not other:
        return "muted"
    return "holds" if one == other else "wrong"

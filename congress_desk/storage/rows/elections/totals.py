"""Totals of a bundle as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals, NameTotals
from congress_desk.storage.journal.lines import Row

_KEPT = "kept"


def total_rows(pass_id: int, totals: BundleTotals) -> list[Row]:
    """Return the rows of the names of a bundle, by candidate id."""
    return [
        {
            "pass_id": pass_id,
            "candidate_id": candidate,
            "agree": each.agree,
            "disagree": each.disagree,
            "uncounted": each.uncounted,
        }
        for candidate, each in sorted(totals.names.items())
    ]


def count_rows(pass_id: int, totals: BundleTotals) -> list[Row]:
    """Return the rows of the ballots of a bundle: invalid by reason, valid by names kept."""
    counted = [(reason.value, 0, n) for reason, n in totals.invalid.items()]
    counted += [(_KEPT, k, n) for k, n in totals.kept.items()]
    return [
        {"pass_id": pass_id, "counted": what, "names_kept": k, "ballots": n}
        for what, k, n in sorted(counted)
        if n
    ]


def totals_of(names: Iterable[Row], counts: Iterable[Row]) -> BundleTotals:
    """Return the totals of one pass from its rows."""
    kept: dict[int, int] = {}
    invalid: dict[InvalidReason, int] = {}
    for row in counts:
        if row["counted"] == _KEPT:
            kept[row["names_kept"]] = row["ballots"]
        else:
            invalid[InvalidReason(row["counted"])] = row["ballots"]
    return BundleTotals(
        valid=sum(kept.values()),
        names={
            row["candidate_id"]: NameTotals(
                agree=row["agree"], disagree=row["disagree"], uncounted=row["uncounted"]
            )
            for row in names
        },
        invalid=invalid,
        kept=kept,
    )

"""Bundles entered by totals, read from the file: what each pass has, and whose totals count."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.elections.passes.bundle_passes import RESOLVER
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections.ballots import bundles_by_totals
from congress_desk.storage.rows.elections.totals import totals_of

_STANDING = """ FROM bundle JOIN entry_pass ON entry_pass.bundle_id = bundle.id
    AND entry_pass.voided = 0 AND entry_pass.source = 'totals'
JOIN {table} ON {table}.pass_id = entry_pass.id WHERE bundle.round_id = ?
"""
_NAMES = "SELECT bundle.number AS bundle, entry_pass.number, bundle_total.*" + _STANDING.format(
    table="bundle_total"
)
_COUNTS = "SELECT bundle.number AS bundle, entry_pass.number, bundle_count.*" + _STANDING.format(
    table="bundle_count"
)
# A sheet of no ballot at all has no counts, yet its names.
_AGREED = """
SELECT bundle.number AS bundle, entry_pass.number FROM bundle
JOIN agreed_total ON agreed_total.bundle_id = bundle.id
JOIN entry_pass ON entry_pass.id = agreed_total.pass_id WHERE bundle.round_id = ?
"""

# By number of the bundle and of the pass.
PassTotals = dict[int, dict[int, BundleTotals]]


def totals_of_round(file: CongressFile, round_id: int) -> PassTotals:
    """Return what stands of the bundles of a round that were entered by totals."""
    if not bundles_by_totals(file, round_id):
        return {}
    names: dict[tuple[int, int], list[Row]] = defaultdict(list)
    counts: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for found, sql in ((names, _NAMES), (counts, _COUNTS)):
        for row in file.rows(sql, round_id):
            found[row["bundle"], row["number"]].append(row)
    totals: PassTotals = defaultdict(dict)
    for (bundle, number), rows in sorted(names.items()):
        totals[bundle][number] = totals_of(rows, counts[bundle, number])
    return totals


def agreed_numbers(file: CongressFile, round_id: int) -> dict[int, int]:
    """Return by number of the bundle which pass has the totals that count."""
    return {row["bundle"]: row["number"] for row in file.rows(_AGREED, round_id)}


def counted_totals(file: CongressFile, found: Round) -> dict[int, BundleTotals]:
    """Return by number of the bundle the totals that count; of several passes the agreed ones."""
    totals = totals_of_round(file, found.id)
    if not totals:
        return {}
    if found.passes == 1:
        return {bundle: passes[1] for bundle, passes in totals.items() if 1 in passes}
    agreed = agreed_numbers(file, found.id)
    return {bundle: totals[bundle][number] for bundle, number in agreed.items()}


def entered_passes(totals: dict[int, BundleTotals]) -> list[BundleTotals]:
    """Return what the passes of a bundle have in their order, without the resolver's."""
    return [totals[number] for number in sorted(totals) if number != RESOLVER]


def agreed_pass_id(file: CongressFile, bundle_id: int) -> int | None:
    """Return the pass whose totals are agreed on for a bundle, None of none."""
    rows = file.rows("SELECT pass_id FROM agreed_total WHERE bundle_id = ?", bundle_id)
    return rows[0]["pass_id"] if rows else None

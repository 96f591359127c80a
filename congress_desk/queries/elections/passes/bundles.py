"""The bundles of a round with their passes, where those differ, and what is left to type.

Blindness is kept here: comparisons tell places, and only of bundles whose every pass is closed.
"""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.agreement import agreement
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.comparison import BundleComparison
from congress_desk.domain.elections.passes.settling import Arrangement, arrange
from congress_desk.errors import Refusal
from congress_desk.queries.elections.passes.agreement import comparison_of, in_order
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBundle:
    """A bundle whose passes are all closed: where they differ, and what the paper must settle.

    `needs_count`: its sheets must be counted by hand, and nobody has yet. `arrangement` is None
    until the number of sheets is known; `left` are the sheets to type, from 1 at the top, `waiting`
    those that wait for the board.
    """

    bundle: BundlePasses
    comparison: BundleComparison
    needs_count: bool
    arrangement: Arrangement | None
    left: tuple[int, ...]
    waiting: tuple[int, ...]


def bundle_list(file: CongressFile, round_id: int) -> tuple[BundlePasses, ...]:
    """Return the bundles of a round by number, each with its passes and how far it is."""
    return reading_passes.bundle_passes(file, round_id)


def bundle_of(file: CongressFile, round_id: int, number: int) -> BundlePasses | None:
    """Return one bundle of a round, None where there is none of this number."""
    found = reading_passes.bundle_passes(file, round_id, number)
    return found[0] if found else None


def compared_bundle(file: CongressFile, round_id: int, number: int) -> ComparedBundle | None:
    """Return where the passes of a bundle differ, None until every pass of it is closed.

    None of one that was entered by totals: see `queries.elections.totals`.
    """
    bundle = bundle_of(file, round_id, number)
    if bundle is None or not bundle.all_closed or bundle.by_totals:
        return None
    sheets, resolved = reading_passes.sheets_of_bundle(file, bundle.id)
    passes = in_order(bundle, sheets)
    comparison = comparison_of(passes)
    arrangement = arrange(comparison, bundle.expected, bundle.counted)
    if isinstance(arrangement, Refusal):
        return ComparedBundle(
            bundle=bundle,
            comparison=comparison,
            needs_count=True,
            arrangement=None,
            left=(),
            waiting=(),
        )
    found = agreement(arrangement, passes, resolved)
    return ComparedBundle(
        bundle=bundle,
        comparison=comparison,
        needs_count=False,
        arrangement=arrangement,
        left=found.left,
        waiting=found.waiting,
    )

"""Bundles entered by totals: the list that was tallied, and where passes of totals differ.

Blindness is kept here: a comparison tells which totals differ, never what a pass says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.passes.bundle_passes import RESOLVER, BundlePasses
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.elections.totals.checks import TalliedList, total_problems
from congress_desk.domain.elections.totals.comparison import (
    TotalPlace,
    differing_places,
    keeps_agreed,
)
from congress_desk.queries.elections.lists import election
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import passes as reading_passes
from congress_desk.storage.reading.elections import totals as reading_totals


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTotals:
    """A bundle by totals whose passes are all closed, and the totals they do not tell alike."""

    bundle: BundlePasses
    differing: tuple[TotalPlace, ...]


def tallied_list(file: CongressFile, found: Round) -> TalliedList:
    """Return the list of a round as its tally sheets have it."""
    listed = election(file, found.election_id)
    names = candidate_names(listed.candidates, found.candidates)
    return TalliedList(
        names={candidate.id: names[candidate.id] for candidate in found.candidates},
        seats=found.seats,
        mode=found.mode,
    )


def compared_totals(file: CongressFile, round_id: int, number: int) -> ComparedTotals | None:
    """Return which totals of a bundle differ, None of any other, or until every pass is closed."""
    bundle = next(iter(reading_passes.bundle_passes(file, round_id, number)), None)
    if bundle is None or not bundle.by_totals or not bundle.all_closed:
        return None
    passes = reading_totals.totals_of_round(file, round_id)[number]
    return ComparedTotals(
        bundle=bundle, differing=differing_places(reading_totals.entered_passes(passes))
    )


def unfounded_totals(file: CongressFile, round_id: int) -> tuple[int, ...]:
    """Return the bundles whose totals that count do not follow from their passes, by number."""
    agreed = reading_totals.agreed_numbers(file, round_id)
    if not agreed:
        return ()
    totals = reading_totals.totals_of_round(file, round_id)
    return tuple(
        bundle.number
        for bundle in reading_passes.bundle_passes(file, round_id)
        if bundle.number in agreed
        and not _follows(bundle, totals[bundle.number], agreed[bundle.number])
    )


def _follows(bundle: BundlePasses, totals: Mapping[int, BundleTotals], counts: int) -> bool:
    passes = reading_totals.entered_passes(dict(totals))
    if not bundle.all_closed or len(passes) != bundle.wanted:
        return False
    differing = differing_places(passes)
    if counts != RESOLVER:
        return counts == 1 and not differing
    return bool(differing) and keeps_agreed(totals[RESOLVER], passes[0], differing)


def totals_that_fail(
    file: CongressFile, found: Round, counted: Mapping[int, BundleTotals]
) -> tuple[int, ...]:
    """Return the bundles by totals whose sums do not hold in the file, by number."""
    if not counted:
        return ()
    listed = tallied_list(file, found)
    return tuple(number for number, totals in counted.items() if total_problems(totals, listed))

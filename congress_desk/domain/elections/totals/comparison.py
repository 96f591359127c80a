"""The totals of several passes held against each other: which differ, never what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals, NameTotals


class TotalKind(StrEnum):
    """Which part of a tally sheet a total stands in."""

    VALID = "valid"
    NAME = "name"
    INVALID = "invalid"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalPlace:
    """One total of a sheet; `candidate`, `reason` or `names_kept` tells which of its kind."""

    kind: TotalKind
    candidate: int = 0
    reason: InvalidReason | None = None
    names_kept: int = -1


def differing_places(passes: Sequence[BundleTotals]) -> tuple[TotalPlace, ...]:
    """Return the totals that the passes do not tell alike, in the order of the sheet."""
    first = passes[0]
    return tuple(
        place
        for place in _places(passes)
        if any(_at(each, place) != _at(first, place) for each in passes[1:])
    )


def keeps_agreed(
    resolved: BundleTotals, first: BundleTotals, differing: Sequence[TotalPlace]
) -> bool:
    """Say whether what a resolver wrote leaves every total alone that the passes agree on."""
    return all(
        place in differing or _at(resolved, place) == _at(first, place)
        for place in _places((resolved, first))
    )


def _places(passes: Sequence[BundleTotals]) -> Iterator[TotalPlace]:
    yield TotalPlace(kind=TotalKind.VALID)
    for candidate in passes[0].names:
        yield TotalPlace(kind=TotalKind.NAME, candidate=candidate)
    for reason in InvalidReason:
        yield TotalPlace(kind=TotalKind.INVALID, reason=reason)
    for k in sorted({k for each in passes for k in each.kept}, reverse=True):
        yield TotalPlace(kind=TotalKind.KEPT, names_kept=k)


def _at(totals: BundleTotals, place: TotalPlace) -> object:
    match place.kind:
        case TotalKind.VALID:
            return totals.valid
        case TotalKind.NAME:
            return totals.names.get(place.candidate)
        case TotalKind.INVALID:
            return totals.invalid.get(place.reason, 0) if place.reason else 0
        case TotalKind.KEPT:
            return totals.kept.get(place.names_kept, 0)


def with_places(totals: BundleTotals, typed: Mapping[TotalPlace, NameTotals | int]) -> BundleTotals:
    """Return totals with other ones in these places."""
    valid, names = totals.valid, dict(totals.names)
    invalid, kept = dict(totals.invalid), dict(totals.kept)
    for place, value in typed.items():
        if isinstance(value, NameTotals):
            names[place.candidate] = value
        elif place.kind is TotalKind.VALID:
            valid = value
        elif place.kind is TotalKind.INVALID and place.reason:
            invalid[place.reason] = value
        elif place.kind is TotalKind.KEPT:
            kept[place.names_kept] = value
    return BundleTotals(valid=valid, names=names, invalid=invalid, kept=kept)

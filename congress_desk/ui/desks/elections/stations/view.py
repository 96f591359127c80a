"""What the dialog of stations shows: the stations of a round, and the bundles that can leave."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.stations.station import Station
from congress_desk.queries.elections.passes.bundles import bundle_list, compared_bundle
from congress_desk.queries.elections.stations.stations import stations
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class StationsView:
    """`free` are bundles by number and the pass they come to, that of the resolver to be settled.

    `untouched` are those that nobody began, here or at a station; `next_number` is of a new one.
    """

    stations: tuple[Station, ...]
    free: tuple[tuple[int, int], ...]
    untouched: tuple[int, ...]
    passes: int

    @property
    def next_number(self) -> int:
        return len(self.stations) + 1


def stations_view(file: CongressFile, round_id: int) -> StationsView:
    """Read the stations of a round."""
    bundles = bundle_list(file, round_id)
    return StationsView(
        stations=stations(file, round_id),
        free=tuple((b.number, b.handed_number) for b in bundles if _is_free(file, round_id, b)),
        untouched=tuple(
            b.number for b in bundles if b.expected and b.handed_number == 1 and not b.by_totals
        ),
        passes=max((bundle.wanted for bundle in bundles), default=1),
    )


def _is_free(file: CongressFile, round_id: int, bundle: BundlePasses) -> bool:
    begun_here = bundle.wanted == 1 and bool(bundle.passes)
    if bundle.by_totals or begun_here or not bundle.expected:
        return False
    return bool(bundle.handed_number) or _is_to_settle(file, round_id, bundle)


def _is_to_settle(file: CongressFile, round_id: int, bundle: BundlePasses) -> bool:
    """Say whether sheets of a bundle are left to be typed from the paper."""
    if bundle.away or bundle.is_agreed or not bundle.all_closed:
        return False
    compared = compared_bundle(file, round_id, bundle.number)
    return compared is not None and bool(compared.left)

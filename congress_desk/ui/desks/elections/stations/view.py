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

    `next_number` is of a new station.
    """

    stations: tuple[Station, ...]
    free: tuple[tuple[int, int], ...]
    several_passes: bool

    @property
    def next_number(self) -> int:
        return len(self.stations) + 1


def stations_view(file: CongressFile, round_id: int) -> StationsView:
    """Read the stations of a round."""
    bundles = bundle_list(file, round_id)
    return StationsView(
        stations=stations(file, round_id),
        free=tuple((b.number, b.next_number) for b in bundles if _is_free(file, round_id, b)),
        several_passes=any(bundle.wanted > 1 for bundle in bundles),
    )


def _is_free(file: CongressFile, round_id: int, bundle: BundlePasses) -> bool:
    begun_here = bundle.wanted == 1 and bool(bundle.passes)
    if bundle.station or bundle.by_totals or begun_here or not bundle.expected:
        return False
    return bool(bundle.next_number) or _is_to_settle(file, round_id, bundle)


def _is_to_settle(file: CongressFile, round_id: int, bundle: BundlePasses) -> bool:
    """Say whether sheets of a bundle are left to be typed from the paper."""
    if bundle.is_agreed or not bundle.all_closed:
        return False
    compared = compared_bundle(file, round_id, bundle.number)
    return compared is not None and bool(compared.left)

"""What the form of a tally sheet asks of the file, in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist
from congress_desk.domain.elections.totals.checks import TalliedList
from congress_desk.domain.elections.totals.comparison import TotalPlace
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.stations.stations import is_at_station
from congress_desk.queries.elections.totals import compared_totals, tallied_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_lists
from congress_desk.storage.reading.elections import passes as reading_passes


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsView:
    """A bundle, its list, and the totals that its passes do not tell alike, never what they say.

    `obstacle` is why the operator cannot enter a sheet of it: said before 63 numbers are typed.
    """

    round_id: int
    bundle: BundlePasses
    listed: TalliedList
    differing: tuple[TotalPlace, ...]
    obstacle: Refusal | None

    @property
    def is_entered(self) -> bool:
        """Say whether there is a sheet of it, and none that is still to be entered."""
        return self.bundle.by_totals and not self.bundle.next_number


def totals_view(file: CongressFile, round_id: int, number: int, operator: str) -> TotalsView | None:
    """Return what the form shows of a bundle, None of one that is there no more."""
    found, bundle = reading_lists.round_by_id(file, round_id), bundle_of(file, round_id, number)
    if found is None or bundle is None:
        return None
    compared = compared_totals(file, round_id, number)
    differs = compared is not None and not bundle.is_agreed
    return TotalsView(
        round_id=round_id,
        bundle=bundle,
        listed=tallied_list(file, found),
        differing=compared.differing if compared and differs else (),
        obstacle=_obstacle(file, round_id, bundle, operator),
    )


def _obstacle(
    file: CongressFile, round_id: int, bundle: BundlePasses, operator: str
) -> Refusal | None:
    number = bundle.number
    begun = any(each.taken for each in bundle.passes) or (bundle.passes and bundle.wanted > 1)
    if not bundle.by_totals and begun:
        return refuse("totals_bundle_begun", bundle=number)
    if bundle.wanted > 1:
        worker = Worker(name=operator, operator_id=file.signed_in.operator_id)
        refusal = check_typist(worker, reading_passes.typists(file, bundle.id), number)
        return refusal or is_at_station(file, round_id, number)
    return is_at_station(file, round_id, number)

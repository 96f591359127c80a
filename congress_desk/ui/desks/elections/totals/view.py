"""What the form of a tally sheet asks of the file, in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.totals.checks import TalliedList
from congress_desk.domain.elections.totals.comparison import TotalPlace
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.queries.elections.totals import compared_totals, tallied_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalsView:
    """A bundle, its list, and the totals that its passes do not tell alike, never what they say."""

    round_id: int
    bundle: BundlePasses
    listed: TalliedList
    differing: tuple[TotalPlace, ...]

    @property
    def takes_totals(self) -> bool:
        """Say whether a sheet can be entered: a bundle not begun, or a further pass of totals."""
        begun = any(each.taken for each in self.bundle.passes)
        return bool(self.bundle.next_number) if self.bundle.by_totals else not begun


def totals_view(file: CongressFile, round_id: int, number: int) -> TotalsView | None:
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
    )

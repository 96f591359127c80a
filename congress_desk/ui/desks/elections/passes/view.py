"""What the comparison of passes shows; places where they differ, never what a pass has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, BundleState
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.queries.elections.passes.bundles import (
    ComparedBundle,
    bundle_list,
    compared_bundle,
)
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class PassesView:
    """The bundles of a round of several passes; `compared` has those that differ, by number.

    Bundles by totals are not compared sheet by sheet: see `queries.elections.totals`.
    `signed_in` is who is signed in with a PIN, "" of nobody.
    """

    sheet: RoundSheet
    bundles: tuple[BundlePasses, ...]
    compared: Mapping[int, ComparedBundle]
    signed_in: str

    @property
    def is_counted(self) -> bool:
        """Say whether sheets are still typed: not once the round is declared or cancelled."""
        return self.sheet.round.state is RoundState.COUNTING

    @property
    def sentence(self) -> str:
        """Return what is done on the page, or why nothing is any more."""
        if not self.is_counted:
            return tr("The round is declared or cancelled: nothing more is typed.")
        return tr(
            "Only ballots that agree count. What differs is typed from the paper; no pass can be"
            " changed to be like another."
        )

    @property
    def agreed(self) -> int:
        return sum(bundle.is_agreed for bundle in self.bundles)

    @property
    def differing(self) -> tuple[int, ...]:
        """Return the numbers of the bundles that somebody has to settle, those by totals too."""
        return tuple(b.number for b in self.bundles if b.state is BundleState.DIFFERS)

    def bundle(self, number: int) -> BundlePasses | None:
        """Return a bundle by its number."""
        return next((bundle for bundle in self.bundles if bundle.number == number), None)


def passes_view(file: CongressFile, round_id: int) -> PassesView:
    """Return how far the bundles of a round are, and where those differ that were compared."""
    bundles = bundle_list(file, round_id)
    compared = {
        bundle.number: found
        for bundle in bundles
        if bundle.state is BundleState.DIFFERS
        and (found := compared_bundle(file, round_id, bundle.number)) is not None
    }
    return PassesView(
        sheet=running_sheet(file, round_id),
        bundles=bundles,
        compared=compared,
        signed_in=file.signed_in.name,
    )

"""What the screen of scanning shows of the file: a round, its bundles, what is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.queries.elections.rounds import ballot_rules, running_sheet
from congress_desk.reports.ballot_papers.layout import BallotPage
from congress_desk.scan import is_installed
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanView:
    """A round and its bundles; `wanted` is what scans are read for, `why_not` why they are not.

    `folder` is where what was scanned is kept until it is recorded, `key` seals it. `pages` are the
    printed pages by their codes, `height` is that of a page in points.
    """

    sheet: RoundSheet
    bundles: tuple[BundlePasses, ...]
    rules: BallotRules
    wanted: Any
    why_not: Refusal | None
    folder: Path
    key: Any
    pages: dict[str, BallotPage]
    size: tuple[float, float]
    signed_in: str

    @property
    def is_open(self) -> bool:
        return self.sheet.round.state is RoundState.COUNTING

    def bundle(self, number: int) -> BundlePasses | None:
        """Return a bundle of the round by its number."""
        return next((bundle for bundle in self.bundles if bundle.number == number), None)


def scan_view(file: CongressFile, round_id: int) -> ScanView:
    """Return what scans of a round are read for, and how far its bundles are."""
    sheet = running_sheet(file, round_id)
    folder = file.path.with_suffix(".anh-phieu")
    told: dict[str, Any] = {"wanted": None, "pages": {}, "size": (1.0, 1.0), "why_not": None}
    if not is_installed():
        told["why_not"] = refuse("scan_not_installed")
    else:
        from congress_desk.scan.recording import layouts_of
        from congress_desk.scan.side_reader import for_round

        layouts = layouts_of(file, sheet.round, sheet.election.code)
        if isinstance(layouts, Refusal):
            told["why_not"] = layouts
        else:
            good, void = layouts
            told["wanted"] = for_round(good, void, sheet.election.id, sheet.round.id)
            told["pages"] = {page.code_text: page for each in good for page in each.pages}
            told["size"] = (good[0].width, good[0].height)
    return ScanView(
        sheet=sheet,
        bundles=bundle_list(file, round_id),
        rules=ballot_rules(sheet.round, sheet.congress.rules),
        folder=folder / f".{sheet.election.code}-{sheet.round.number}",
        key=file.key,
        signed_in=file.signed_in.name,
        **told,
    )

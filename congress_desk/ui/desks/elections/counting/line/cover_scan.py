"""The entry line while the code of a cover is scanned or typed: Enter takes that bundle in hand."""

from __future__ import annotations

from collections.abc import Callable

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.cover_code import (
    CoverCode,
    begins_cover_code,
    read_cover_code,
)
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Bundle
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Topic


class CoverScan:
    """A code of another election, round or number of sheets is refused in words."""

    topic = Topic.QUESTION
    locked = False

    def __init__(self, control: LineControl) -> None:
        self._control, self._state = control, control.state

    def notice(self) -> Notice | None:
        return Notice(text=tr("The code of a cover: Enter takes its bundle in hand, Esc leaves it"))

    def allows(self, text: str) -> Refusal | None:
        good = not text or begins_cover_code(text)
        return None if good else refuse("cover_code_unreadable", code=text)

    def typed(self, text: str) -> None:
        if not text:
            self.leave()

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        return Preview(paper=Paper(), title=tr("Cover {code}", code=text), resting=True)

    def enter(self, text: str) -> None:
        count = self._state.count
        code = scanned_cover(text, count.sheet, count.bundle, self._state.station)
        self._control.record_again()
        if isinstance(code, Refusal):
            self._control.refuse(code)
        else:
            self._control.take_scanned(code.bundle)

    def leave(self) -> None:
        self._control.record_again()

    def step(self, older: int) -> None:
        """Up and Down mean nothing while a code is typed."""


def scanned_cover(
    text: str,
    sheet: RoundSheet,
    bundle_of: Callable[[int], Bundle | BundlePasses | None],
    station: StationOrder | None = None,
) -> CoverCode | Refusal:
    """Return what a scanned code says, or why its bundle cannot be taken in hand in this round.

    Covers are numbered as the congress numbers its rounds, of which each has one election: a
    station asks its order for that number. One that settles types single sheets of a bundle.
    """
    code = read_cover_code(text)
    if code is None:
        return refuse("cover_code_unreadable", code=text)
    own = (sheet.election.id, sheet.round.id)
    if station is not None:
        own = (code.election, station.round_id)
    if (code.election, code.round) != own:
        return refuse("cover_of_another", bundle=code.bundle, election=sheet.election.title)
    bundle = bundle_of(code.bundle)
    if bundle is None:
        return refuse("bundle_unknown", bundle=code.bundle)
    settles = station is not None and station.settles
    if not settles and code.sheets != (bundle.expected or 0):
        return refuse(
            "cover_number_differs",
            bundle=code.bundle,
            sheets=code.sheets,
            expected=bundle.expected or 0,
        )
    return code

"""The entry line while a surplus or a missing sheet is searched among the ballots of one bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.line.correcting import Correcting
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.taking_back import TakingBack

DONE = (".", ",")
TAKE_BACK = "-"


class Searching:
    """Up and Down go from ballot to ballot, each drawn to hold against its paper.

    Enter corrects the one looked at, - takes it back, Esc or `.` ends the search.
    """

    topic = Topic.SEARCHING
    locked = False

    def __init__(self, control: LineControl, bundle: int, place: int = 0) -> None:
        self._control, self._state = control, control.state
        self._number, self._place = bundle, place

    @property
    def ballots(self) -> Sequence[Ballot]:
        """Return the ballots of the bundle in the order of their places."""
        return self._state.count.in_bundle(self._number)

    @property
    def ballot(self) -> Ballot | None:
        """Return the ballot looked at, None of a bundle without ballots."""
        ballots = self.ballots
        return ballots[min(self._place, len(ballots) - 1)] if ballots else None

    def notice(self) -> Notice | None:
        bundle, entered = self._state.count.bundle(self._number), len(self.ballots)
        # What was put aside for the board is not left out.
        missing = (bundle.expected or 0) - entered - bundle.waiting if bundle else 0
        numbers: dict[str, str | int] = {"bundle": self._number, "entered": entered}
        if missing > 0:
            text = tr(
                "Bundle {bundle}: {entered} typed, {missing} missing. Go through it with ↑ ↓, paper"
                " by paper; Enter corrects, Esc ends. Then type the sheet left out.",
                missing=missing,
                **numbers,
            )
        else:
            text = tr(
                "Bundle {bundle}: {entered} typed and a sheet left. Go through it with ↑ ↓, paper"
                " by paper; - takes back what was typed twice, Enter corrects, Esc ends.",
                **numbers,
            )
        return Notice(tone="look", text=text, answers=(Answer(tr("End"), self.leave),))

    def allows(self, text: str) -> Refusal | None:
        if text in ("", TAKE_BACK, *DONE):
            return None
        return refuse("counting_search_first", bundle=self._number)

    def typed(self, text: str) -> None:
        if text in DONE:
            self.leave()
        elif text == TAKE_BACK:
            self._take_back()

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        ballot, ballots = self.ballot, self.ballots
        if ballot is None:
            title = tr("Bundle {bundle} holds no ballot", bundle=self._number)
            return Preview(paper=Paper(), title=title, resting=True)
        title = tr(
            "Bundle {bundle} · recorded ballot {place} / {of}",
            bundle=self._number,
            place=ballots.index(ballot) + 1,
            of=len(ballots),
        )
        paper = self._state.count.by_position(ballot.paper)
        return Preview(paper=paper, title=title, searched=ballot)

    def enter(self, text: str) -> None:
        ballot = self.ballot
        if ballot is not None:
            mode = Correcting(self._control, ballot, self._again())
            self._control.use(mode, self._state.line_of(ballot))

    def leave(self) -> None:
        self._control.record_again()

    def step(self, older: int) -> None:
        self.look_at(min(self._place, len(self.ballots) - 1) - older)

    def look_at(self, place: int) -> None:
        """Draw the ballot at this place of the bundle, from 0."""
        self._place = max(0, min(place, len(self.ballots) - 1))
        self._control.draw()

    def _take_back(self) -> None:
        ballot = self.ballot
        if ballot is None:
            self._control.fill("")
        else:
            mode = TakingBack(self._control, ballot, self._again())
            self._control.use(mode, TAKE_BACK)

    def _again(self) -> Callable[[], None]:
        again = Searching(self._control, self._number, self._place)
        return lambda: self._control.use(again)

"""The entry line while it is asked whether a pass is closed with fewer sheets than the cover."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import Paper
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, tr
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.searching import Searching

CLOSE = (".", ",")


class ShortPass:
    """A second `.` closes the pass, Up looks for the sheet left out, Esc goes on typing."""

    topic = Topic.QUESTION
    locked = False

    def __init__(self, control: LineControl, bundle: int) -> None:
        self._control, self._state = control, control.state
        self._number = bundle

    def notice(self) -> Notice | None:
        bundle = self._state.count.bundle(self._number)
        taken, expected = (bundle.taken, bundle.expected) if bundle else (0, None)
        text = tr(
            "Bundle {bundle}: {taken} of {expected} typed. No sheet left? Another full stop closes"
            " the pass; ↑ searches, Esc goes on",
            bundle=self._number,
            taken=grouped(taken),
            expected="?" if expected is None else grouped(expected),
        )
        answers = (Answer(tr("Close the pass"), self._close),)
        return Notice(tone="look", text=text, answers=answers)

    def allows(self, text: str) -> Refusal | None:
        return None if text in ("", *CLOSE) else refuse("pass_short_first", bundle=self._number)

    def typed(self, text: str) -> None:
        if text in CLOSE:
            self._close()

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        title = tr(
            "Bundle {bundle} · close pass {number}?",
            bundle=self._number,
            number=self._state.pass_number,
        )
        return Preview(paper=Paper(), title=title, resting=True)

    def enter(self, text: str) -> None:
        self._control.refuse(refuse("pass_short_first", bundle=self._number))

    def leave(self) -> None:
        self._control.record_again()

    def step(self, older: int) -> None:
        if older > 0:
            self._control.use(Searching(self._control, self._number))

    def _close(self) -> None:
        self._control.fill("")
        self._control.submit(self._state.done_with(self._number, short=True))
        self._control.go_on_to_open_bundle()

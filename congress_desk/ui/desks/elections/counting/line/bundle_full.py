"""The entry line while a full bundle waits for the word that no sheet is left in the hand."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Bundle
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, tr
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.searching import Searching
from congress_desk.ui.desks.elections.counting.line.taking_back import TakingBack

EMPTY_HAND = (".", ",")
SHEET_LEFT = "+"
TAKE_BACK = "-"


class BundleFull:
    """`.` says that the hand is empty, + that a sheet is left, - takes the last ballot back.

    Enter says nothing: pressed once too often after the last ballot it must not answer.
    """

    topic = Topic.BUNDLE_FULL
    locked = False

    def __init__(self, control: LineControl) -> None:
        self._control, self._state = control, control.state

    @property
    def _bundle(self) -> Bundle:
        bundle = self._state.in_hand()
        assert bundle is not None
        return bundle

    def notice(self) -> Notice | None:
        bundle = self._bundle
        if self._state.count.own is not None:
            return Notice(tone="look", text=self._close_words(bundle), answers=self._answers())
        text = tr(
            "Bundle {bundle} is full: {count}. Is no sheet left in your hand? Write {bundle} on it"
            " and press the full stop; a sheet is left: +",
            bundle=bundle.number,
            count=grouped(bundle.expected or 0),
        )
        return Notice(tone="look", text=text, answers=self._answers())

    def _close_words(self, bundle: Bundle) -> str:
        return tr(
            "Bundle {bundle}, pass {number}: all {count} typed. No sheet left: a full stop closes"
            " the pass; a sheet is left: +",
            bundle=bundle.number,
            number=self._state.pass_number,
            count=grouped(bundle.expected or 0),
        )

    def _answers(self) -> tuple[Answer, ...]:
        return (
            Answer(tr("No sheet left"), self._confirm),
            Answer(tr("A sheet is left"), self._search),
        )

    def allows(self, text: str) -> Refusal | None:
        if text in ("", SHEET_LEFT, TAKE_BACK, *EMPTY_HAND):
            return None
        return refuse("counting_bundle_awaits_word", bundle=self._bundle.number)

    def typed(self, text: str) -> None:
        target = self._state.last_entry()
        if text in EMPTY_HAND:
            self._confirm()
        elif text == SHEET_LEFT:
            self._search()
        elif text == TAKE_BACK and target is not None:
            self._control.use(TakingBack(self._control, target), TAKE_BACK)

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        bundle = self._bundle
        title = tr(
            "Bundle {bundle} · full, {n} ballots", bundle=bundle.number, n=bundle.expected or 0
        )
        note = tr("first say whether a sheet of this bundle is left")
        return Preview(paper=Paper(), title=title, resting=True, note=note)

    def enter(self, text: str) -> None:
        self._control.refuse(refuse("counting_bundle_awaits_word", bundle=self._bundle.number))

    def leave(self) -> None:
        self.enter("")

    def step(self, older: int) -> None:
        if older > 0:
            self._search()

    def _confirm(self) -> None:
        self._state.notices.clear(Topic.RESUMED)
        self._control.submit(self._state.done_with(self._bundle.number))
        self._control.go_on_to_open_bundle()

    def _search(self) -> None:
        if self._state.queue.acts:
            self._control.fill("")
            self._control.refuse(refuse("counting_still_writing"))
        else:
            self._control.use(Searching(self._control, self._bundle.number))

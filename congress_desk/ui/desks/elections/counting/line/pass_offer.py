"""The entry line while no pass of the bundle in hand is open for the operator: Enter begins one."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.cover_code import begins_cover_code
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, BundleState
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, label, problem_text, tr
from congress_desk.ui.desks.elections.counting.line.cover_scan import CoverScan
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import PASSING, Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.typed_acts import OpenPass


class PassOffer:
    """Enter begins the pass under the operator's name; before that only a cover is scanned."""

    topic = Topic.PASS_OFFERED
    locked = False

    def __init__(self, control: LineControl) -> None:
        self._control, self._state = control, control.state

    def notice(self) -> Notice | None:
        why = self.why_not()
        if why is None:
            begin = Answer(tr("Begin"), lambda: self.enter(""))
            return Notice(text=self._after_closing(self._offer()), answers=(begin,))
        text = self._after_closing(problem_text(why.first))
        bundle = self._bundle
        tone = "holds" if bundle is not None and bundle.is_agreed else "look"
        return Notice(tone=tone, text=text, answers=self._others())

    def _after_closing(self, text: str) -> str:
        done = self._state.closed_words
        return tr("{done}. {next}", done=done, next=text) if done else text

    def why_not(self) -> Refusal | None:
        """Say why the operator cannot begin the next pass of this bundle, and who can."""
        own, bundle = self._state.count.own, self._bundle
        if own is None or bundle is None:
            return refuse("counting_no_bundle")
        if bundle.number in self._state.emptied:
            return refuse("counting_still_writing")
        if bundle.state is BundleState.DIFFERS:
            return refuse("pass_bundle_differs", bundle=bundle.number)
        if bundle.is_agreed:
            return refuse("pass_bundle_agreed", bundle=bundle.number)
        return own.obstacle(bundle.number)

    @property
    def _bundle(self) -> BundlePasses | None:
        return self._state.count.bundle_passes(self._state.bundle)

    def _offer(self) -> str:
        bundle = self._bundle
        assert bundle is not None
        return tr(
            "Bundle {bundle}, pass {number} of {passes}, sheets: {expected}. Enter: {name} begins",
            bundle=bundle.number,
            number=bundle.next_number,
            passes=bundle.wanted,
            expected="?" if bundle.expected is None else grouped(bundle.expected),
            name=self._state.session.operator,
        )

    def _others(self) -> tuple[Answer, ...]:
        """Return what can be done instead: the comparison, another operator, nothing at the end."""
        own, bundle = self._state.count.own, self._bundle
        if own is not None and all(each.is_agreed for each in own.bundles):
            return ()
        if bundle is not None and bundle.state is BundleState.DIFFERS:
            return (Answer(tr("Compare the passes"), self._control.compare),)
        return (Answer(tr("Somebody else types"), self._control.change_operator),)

    def allows(self, text: str) -> Refusal | None:
        if not text or begins_cover_code(text):
            return None
        return self.why_not() or refuse("pass_not_begun", bundle=self._state.bundle or 0)

    def typed(self, text: str) -> None:
        if text:
            self._control.use(CoverScan(self._control), text)

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        bundle = self._bundle
        if bundle is None:
            return Preview(paper=Paper(), title=tr("No bundle yet"), resting=True)
        number = bundle.next_number
        title = tr("Bundle {bundle} · pass {number}", bundle=bundle.number, number=number)
        if not number:
            state = label("bundle_state", bundle.state.value)
            title = tr("Bundle {bundle}: {words}", bundle=bundle.number, words=state)
        note = tr("no pass of this bundle is open for you")
        return Preview(paper=Paper(), title=title, resting=True, note=note)

    def enter(self, text: str) -> None:
        self._control.ask_operator()
        why = self._state.nobody_types() or self.why_not()
        if why is not None:
            self._control.refuse(why)
            return
        bundle = self._state.bundle
        assert bundle is not None
        self._state.notices.clear(*PASSING)
        self._state.closed_words = ""
        self._control.submit(OpenPass(operator=self._state.session.operator, bundle=bundle))
        self._control.follow_bundle()

    def leave(self) -> None:
        self._state.notices.clear(*PASSING)

    def step(self, older: int) -> None:
        """Up and Down mean nothing before the pass is begun."""

"""The entry line while it is asked whether to take a ballot back."""

from __future__ import annotations

from collections.abc import Callable

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import ballot_name, marks_text
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import PASSING, Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.typed_acts import EnterBallots, TakeBackBallot


class TakingBack:
    """Enter or - takes the ballot back, Esc or an emptied line leaves it."""

    topic = Topic.QUESTION
    locked = False

    def __init__(
        self,
        control: LineControl,
        target: Ballot | EnterBallots,
        after: Callable[[], None] | None = None,
    ) -> None:
        self._control, self._state = control, control.state
        self._target = target
        self._after = after or control.record_again

    @property
    def name(self) -> str:
        """Return how the ballot is called; one on its way gets its place when it is recorded."""
        target = self._target
        if isinstance(target, EnterBallots):
            place = self._state.count.next_sequence(target.bundle)
            waiting = self._state.queue.entries
            ahead = waiting[: waiting.index(target) + 1] if target in waiting else [target]
            place += sum(act.number for act in ahead if act.bundle == target.bundle) - 1
            return ballot_name(target.bundle, self._state.place_on_paper(target.bundle, place))
        return self._state.name_of(target)

    def notice(self) -> Notice | None:
        marks = marks_text(self._paper(), self._state.mode)
        return Notice(
            tone="look",
            text=tr(
                "Take back ballot {ballot} ({marks})? Enter or - takes it back, Esc leaves it",
                ballot=self.name,
                marks=marks,
            ),
            answers=(
                Answer(tr("Take back"), lambda: self.enter("")),
                Answer(tr("Leave"), self.leave),
            ),
        )

    def _paper(self) -> Paper:
        paper = self._target.paper or self._state.last_paper() or Paper()
        return self._state.count.by_position(paper)

    def allows(self, text: str) -> Refusal | None:
        return None if text in ("", "-") else refuse("entry_after_take_back", key=text[-1:])

    def typed(self, text: str) -> None:
        if not text:
            self._after()

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        title = tr("Take back ballot {ballot}?", ballot=self.name)
        return Preview(paper=self._paper(), title=title)

    def enter(self, text: str) -> None:
        self._state.notices.clear(*PASSING)
        act = TakeBackBallot(operator=self._state.session.operator, target=self._target)
        self._state.bundle = self._target.bundle
        self._state.emptied.discard(self._target.bundle)
        self._control.submit(act)
        self._after()

    def leave(self) -> None:
        self._after()

    def step(self, older: int) -> None:
        """Up and Down mean nothing while the question stands."""

"""The entry line while it is asked whether to take a ballot back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.line_mode import Preview
from congress_desk.ui.desks.elections.counting.notices import PASSING, Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.typed_acts import EnterBallots, TakeBackBallot
from congress_desk.ui.desks.elections.counting.wording import ballot_name, marks_text

if TYPE_CHECKING:
    from congress_desk.ui.desks.elections.counting.entry_controller import Typist


class TakingBack:
    """Enter or - takes the ballot back, Esc or an emptied line leaves it."""

    topic = Topic.QUESTION

    def __init__(self, typist: Typist, target: Ballot | EnterBallots) -> None:
        self._typist, self._bench = typist, typist.bench
        self._target = target

    @property
    def name(self) -> str:
        """Return how the ballot is called; one on its way gets its place when it is recorded."""
        target = self._target
        if isinstance(target, EnterBallots):
            place = self._bench.count.next_sequence(target.bundle)
            waiting = self._bench.queue.entries
            ahead = waiting[: waiting.index(target) + 1] if target in waiting else [target]
            place += sum(act.number for act in ahead if act.bundle == target.bundle) - 1
            return ballot_name(target.bundle, place)
        return ballot_name(target.bundle, target.sequence)

    def notice(self) -> Notice | None:
        marks = marks_text(self._paper(), self._bench.mode)
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
        paper = self._target.paper or self._bench.last_paper() or Paper()
        return self._bench.count.by_position(paper)

    def allows(self, text: str) -> Refusal | None:
        return None if text in ("", "-") else refuse("entry_after_take_back", key=text[-1:])

    def typed(self, text: str) -> None:
        if not text:
            self._typist.record_again()

    def begun(self, text: str) -> bool:
        return False

    def preview(self, text: str) -> Preview:
        title = tr("Take back ballot {ballot}?", ballot=self.name)
        return Preview(paper=self._paper(), title=title)

    def enter(self, text: str) -> None:
        self._bench.notices.clear(*PASSING)
        act = TakeBackBallot(operator=self._bench.session.operator, target=self._target)
        self._bench.bundle = self._target.bundle
        self._typist.submit(act)
        self._typist.record_again()

    def leave(self) -> None:
        self._typist.record_again()

    def step(self, older: int) -> None:
        """Up and Down mean nothing while the question stands."""

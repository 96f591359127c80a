"""The entry line while ballots that did not reach the file stand on it, one after the other.

It is locked: a key that fell into a refused ballot would make another ballot of it.
"""

from __future__ import annotations

from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.recording import Recording


class SavingAgain:
    """Enter sends the ballot again, Esc or - asks to drop it; every other key is refused."""

    topic = Topic.UNSAVED
    locked = True

    def __init__(self, control: LineControl, why: Refusal) -> None:
        self._control, self._state = control, control.state
        self._why = why
        self._recording = Recording(control)

    def notice(self) -> Notice | None:
        more = len(self._state.unsaved) - 1
        numbers: dict[str, str | int] = {
            "bundle": self._state.unsaved[0].bundle,
            "why": problem_text(self._why.first),
        }
        text = tr(
            "This ballot of bundle {bundle} is NOT recorded: {why}. Enter tries again, Esc drops"
            " it",
            **numbers,
        )
        if more:
            text = tr(
                "This ballot of bundle {bundle} and {more} typed after it are NOT recorded: {why}."
                " Enter tries again, Esc drops it",
                more=more,
                **numbers,
            )
        return Notice(
            tone="wrong",
            text=text,
            answers=(
                Answer(tr("Try again"), lambda: self.enter(self._control.text)),
                Answer(tr("Drop…"), self.leave),
            ),
        )

    def allows(self, text: str) -> Refusal | None:
        return None if text == self._state.unsaved[0].text else refuse("counting_line_locked")

    def typed(self, text: str) -> None:
        """No key changes a line that is locked."""

    def begun(self, text: str) -> bool:
        return True

    def preview(self, text: str) -> Preview:
        drawn = self._recording.preview(text)
        return Preview(paper=drawn.paper, title=tr("Not recorded · {title}", title=drawn.title))

    def enter(self, text: str) -> None:
        act = self._recording.read(text)
        if act is not None:
            self._state.unsaved.pop(0)
            self._control.show_next_unsaved(self._why)
            self._control.submit(act)
            self._control.follow_bundle()

    def leave(self) -> None:
        self._control.use(Dropping(self._control, self._why), self._state.unsaved[0].text)

    def step(self, older: int) -> None:
        """Up and Down wait until the ballots that are not recorded are dealt with."""


class Dropping(SavingAgain):
    """Enter drops the ballot that is not in the file, Esc or - keeps it on the line."""

    topic = Topic.QUESTION

    def notice(self) -> Notice | None:
        marks = marks_text(self.preview(self._control.text).paper, self._state.mode)
        text = tr(
            "Drop this ballot ({marks})? It is not in the file and would have to be typed again."
            " Enter drops it, Esc keeps it",
            marks=marks,
        )
        answers = (Answer(tr("Drop"), lambda: self.enter("")), Answer(tr("Keep"), self.leave))
        return Notice(tone="wrong", text=text, answers=answers)

    def enter(self, text: str) -> None:
        self._state.unsaved.pop(0)
        self._control.show_next_unsaved(self._why)

    def leave(self) -> None:
        self._control.use(SavingAgain(self._control, self._why), self._state.unsaved[0].text)

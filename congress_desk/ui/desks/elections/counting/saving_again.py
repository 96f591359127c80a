"""The entry line while ballots that did not reach the file stand on it, one after the other."""

from __future__ import annotations

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.counting.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.recording import Recording


class SavingAgain:
    """Enter sends the ballot again, Esc drops it; then the next one that is not in the file."""

    topic = Topic.UNSAVED

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
            "This ballot of bundle {bundle} is NOT recorded: {why}. Enter records it, Esc drops it",
            **numbers,
        )
        if more:
            text = tr(
                "This ballot of bundle {bundle} and {more} typed after it are NOT recorded: {why}."
                " Enter records this one, Esc drops it",
                more=more,
                **numbers,
            )
        return Notice(
            tone="wrong",
            text=text,
            answers=(
                Answer(tr("Record"), lambda: self.enter(self._control.text)),
                Answer(tr("Drop"), self.leave),
            ),
        )

    def allows(self, text: str) -> Refusal | None:
        return self._recording.allows(text)

    def typed(self, text: str) -> None:
        """Nothing follows from the keys but what is drawn."""

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
            self._control.go_on_to_open_bundle()

    def leave(self) -> None:
        self._state.unsaved.pop(0)
        self._control.show_next_unsaved(self._why)

    def step(self, older: int) -> None:
        """Up and Down wait until the ballots that are not recorded are dealt with."""

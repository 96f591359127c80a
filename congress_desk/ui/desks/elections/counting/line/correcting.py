"""The entry line while a recorded ballot is corrected; the old one stays in the file as a trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from congress_desk.domain.elections.entry_line import paper_so_far, read_entry, refused_key
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text
from congress_desk.ui.desks.elections.counting.counted_round import NEWEST
from congress_desk.ui.desks.elections.counting.line.line_mode import LineControl, Preview
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic
from congress_desk.ui.desks.elections.counting.line.taking_back import TakingBack
from congress_desk.ui.desks.elections.counting.line.typed_acts import CorrectBallot


class Correcting:
    """Enter records the line in the ballot's place; Up and Down choose another ballot."""

    topic = Topic.CORRECTING
    locked = False

    def __init__(
        self, control: LineControl, ballot: Ballot, after: Callable[[], None] | None = None
    ) -> None:
        self._control, self._state = control, control.state
        self.ballot = ballot
        self._after = after or control.record_again

    @property
    def name(self) -> str:
        return self._state.name_of(self.ballot)

    def notice(self) -> Notice | None:
        marks = marks_text(self._state.count.by_position(self.ballot.paper), self._state.mode)
        return Notice(
            tone="look",
            text=tr(
                "Correcting ballot {ballot} (recorded: {marks}). Enter records the correction, Esc"
                " leaves it, ↑ ↓ another ballot, {key} takes it back",
                key=use_name("take_ballot_back"),
                ballot=self.name,
                marks=marks,
            ),
            answers=(Answer(tr("Leave"), self.leave),),
        )

    def allows(self, text: str) -> Refusal | None:
        if text[:1] in ("+", "-"):
            return refuse("counting_not_while_correcting", key=text[:1])
        return refused_key(text, self._state.plain_context())

    def typed(self, text: str) -> None:
        """Nothing follows from the keys but what is drawn."""

    def begun(self, text: str) -> bool:
        return text != self._state.line_of(self.ballot)

    def preview(self, text: str) -> Preview:
        title = tr("Correcting ballot {ballot}", ballot=self.name)
        return Preview(paper=paper_so_far(text, self._state.plain_context()), title=title)

    def enter(self, text: str) -> None:
        entry = read_entry(text, self._state.plain_context())
        if isinstance(entry, Refusal):
            self._control.refuse(entry)
            return
        typed = replace(entry.paper, board_text=clean_text(entry.paper.board_text))
        paper = self._state.count.by_id(typed)
        self._control.ask_operator()
        if not self._state.session.operator.strip():
            self._control.refuse(refuse("counting_operator_missing"))
            return
        if paper == self.ballot.paper:
            unchanged = tr("Ballot {ballot} stays as it was", ballot=self.name)
            self._state.notices.put(Topic.DONE, Notice(text=unchanged))
        else:
            self._control.submit(
                CorrectBallot(
                    operator=self._state.session.operator,
                    text=text,
                    ballot=self.ballot,
                    paper=paper,
                )
            )
        self._after()

    def leave(self) -> None:
        self._after()

    def step(self, older: int) -> None:
        if self._control.text != self._state.line_of(self.ballot):
            self._control.refuse(refuse("counting_correction_begun"))
            return
        newest = self._state.count.newest(NEWEST)
        at = next((i for i, b in enumerate(newest) if b.id == self.ballot.id), 0) + older
        if at < 0:
            self.leave()
        elif at < len(newest):
            mode = Correcting(self._control, newest[at], self._after)
            self._control.use(mode, self._state.line_of(newest[at]))

    def drop(self) -> None:
        """Ask whether to take this ballot back."""
        self._control.use(TakingBack(self._control, self.ballot, self._after), "-")

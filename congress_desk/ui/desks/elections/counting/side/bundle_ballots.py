"""The recorded ballots of one bundle as a list to hold against its papers, beside the drawn one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from congress_desk.domain.elections.round import Ballot
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text, verdict_short
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotLine:
    """One ballot in words; `again` when it is marked as the one before: perhaps typed twice."""

    words: str
    valid: bool
    again: bool


def ballot_lines(state: CountingState, ballots: Sequence[Ballot]) -> list[BallotLine]:
    """Return the ballots of a bundle in words, in the order of their places."""
    lines: list[BallotLine] = []
    before = None
    for place, ballot in enumerate(ballots, start=1):
        marks = marks_text(state.count.by_position(ballot.paper), state.mode)
        again = before == ballot.paper
        parts: dict[str, str | int] = {"place": place, "marks": marks}
        if not ballot.verdict.valid:
            parts["verdict"] = verdict_short(ballot, state.count.rules)
            words = tr("{place}.  {marks} — {verdict}", **parts)
        else:
            words = tr("{place}.  {marks}", **parts)
        if again:
            words = tr("{ballot}  = as the one before", ballot=words)
        lines.append(BallotLine(words=words, valid=ballot.verdict.valid, again=again))
        before = ballot.paper
    return lines


class BundleBallotsPanel(QFrame):
    """`chosen` carries the place, from 0, of a ballot that was clicked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bundleBallotsPanel")
        self.setProperty("role", "card")
        self._caption = theme.caption()
        self._shown: list[BallotLine] = []
        self.list = QListWidget()
        self.list.setObjectName("bundleBallots")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        column_in(self, self._caption, (self.list, 1), spacing=4, margins=(12, 10, 8, 8))

    def show_ballots(self, state: CountingState, looked_at: Ballot) -> None:
        """Show the bundle of a ballot, that ballot marked and in sight."""
        ballots = state.count.in_bundle(looked_at.bundle)
        title = tr("Ballots of bundle {bundle}", bundle=looked_at.bundle)
        self._caption.setText(title)
        self.list.setAccessibleName(title)
        lines = ballot_lines(state, ballots)
        if lines != self._shown:
            self._fill(lines)
        self.list.setCurrentRow(ballots.index(looked_at))

    def _fill(self, lines: list[BallotLine]) -> None:
        self._shown = lines
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(line.words)
            tone = "look" if line.again else "text" if line.valid else "wrong"
            item.setForeground(theme.colour(tone))
            self.list.addItem(item)

"""Under a motion: its reasons, and every vote of the same matter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.motions import Motion
from congress_desk.i18n import tr
from congress_desk.ui.desks.motions.words import vote_line
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import clear_layout


class PastVotes(QWidget):
    """`wanted` carries the id of the vote to go to."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._layout = column_in(self, spacing=4)

    def show_motion(self, motion: Motion, votes: Sequence[Motion]) -> None:
        """Show what was written of a motion, and its earlier or later votes if there are any."""
        clear_layout(self._layout)
        for title, text in (
            (tr("Why the vote is repeated"), motion.repeat_reason),
            (tr("Why the numbers were corrected"), motion.change_reason),
            (tr("Why it was cancelled"), motion.cancel_reason),
            (tr("Announced by"), motion.announced_by),
            (tr("Note"), motion.note),
        ):
            if text:
                self._add(title, text)
        if len(votes) > 1:
            self._layout.addWidget(theme.caption(tr("Votes of this matter")))
            for number, vote in enumerate(votes, start=1):
                self._add_vote(number, vote, shown=vote.id == motion.id)

    def _add(self, title: str, text: str) -> None:
        words = QLabel(text, wordWrap=True)
        self._layout.addWidget(theme.caption(title))
        self._layout.addWidget(words)
        self._layout.addSpacing(theme.px(4))

    def _add_vote(self, number: int, vote: Motion, *, shown: bool) -> None:
        line = vote_line(number, vote)
        if shown:
            words = theme.label(line, "strong")
            words.setContentsMargins(theme.px(7), theme.px(4), 0, theme.px(4))
            self._layout.addWidget(words)
        else:
            go = partial(self.wanted.emit, vote.id)
            self._layout.addWidget(make_button(line, go, role="link"))

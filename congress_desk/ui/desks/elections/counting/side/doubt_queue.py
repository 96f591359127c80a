"""The pile of ballots that wait for the whole board; there is nothing to see while it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from congress_desk.domain.elections.doubtful_ballot import DoubtfulBallot
from congress_desk.i18n import label, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout


class DoubtQueue(QFrame):
    """`wanted` carries the doubtful ballot that the board decides on now."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doubtQueue")
        self.setProperty("role", "card")
        self._shown: tuple[DoubtfulBallot, ...] | None = None
        self._title = theme.caption()
        self._title.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        column_in(self, self._title, self._rows, spacing=4, margins=(12, 10, 12, 8))
        self.hide()

    def show_doubts(self, doubts: Iterable[DoubtfulBallot], *, closed: bool) -> None:
        """Show the ballots that wait; none in a round that is closed."""
        waiting = () if closed else tuple(doubt for doubt in doubts if doubt.waits)
        if waiting == self._shown:
            return
        self._shown = waiting
        self.setVisible(bool(waiting))
        self._title.setText(
            tr("Waiting for the counting board to decide · {count}", count=len(waiting))
        )
        clear_layout(self._rows)
        for doubt in waiting:
            self._rows.addLayout(self._row(doubt))

    def _row(self, doubt: DoubtfulBallot) -> QHBoxLayout:
        words = QLabel(doubt_words(doubt), wordWrap=True)
        decide = make_button(
            tr("Decide…"),
            partial(self.wanted.emit, doubt),
            name=f"decide_{doubt.number}",
            role="link",
        )
        return row_of((words, 1), decide)


def doubt_words(doubt: DoubtfulBallot) -> str:
    """Return which ballot waits, and what is doubtful about it."""
    cause = label("doubt_cause", doubt.cause.value)
    return tr(
        "Number {number} · bundle {bundle}, ballot {place} · {cause}",
        number=doubt.number,
        bundle=doubt.bundle,
        place=doubt.sequence,
        cause=f"{cause}: {doubt.note}" if doubt.note else cause,
    )

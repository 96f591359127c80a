"""The outcome of a round, large enough to be read from afar, and the papers under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.words import (
    headline_number,
    headline_words,
    numbers_of_papers,
    outcome_sign,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in, row_in, row_of
from congress_desk.ui.widgets.layout.pages import clear_layout

ANNULLED = Sign(icon="ban", tone="muted")


class ResultHeadline(QWidget):
    """An icon, the number elected of the seats, what that means, and the accounting."""

    def __init__(self) -> None:
        super().__init__()
        self._sign: Sign | None = None
        self._symbol, self.number, self.words = QLabel(), QLabel(), theme.section()
        self.number.setObjectName("headlineNumber")
        self.number.setProperty("role", "number")
        self.words.setObjectName("headlineWords")
        self.words.setWordWrap(True)
        row = row_of(self._symbol, self.number, (self.words, 1), spacing=12)
        papers = QWidget()
        self._papers = FlowLayout(papers, spacing=32)
        column_in(self, row, papers, spacing=4)
        theme.changed.connect(self._draw)

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show outcome and accounting of a round."""
        annulled = bool(sheet.round.annulled_by)
        self._sign = ANNULLED if annulled else outcome_sign(sheet.result.outcome)
        self.number.setText(headline_number(sheet))
        words = headline_words(sheet)
        self.words.setText(
            tr("annulled; declared was: {words}", words=words) if annulled else words
        )
        for label in (self.number, self.words):
            theme.set_tone(label, self._sign.tone)
        clear_layout(self._papers)
        for title, number in numbers_of_papers(sheet.result):
            self._papers.addWidget(_pair(title, number))
        self._draw()

    def _draw(self) -> None:
        if self._sign is not None:
            self._symbol.setPixmap(icons.pixmap(self._sign.icon, self._sign.tone, 36))


def _pair(title: str, number: str) -> QWidget:
    pair = QWidget()
    pair.setAccessibleName(tr("{title}: {number}", title=title, number=number))
    words, value = theme.caption(title), theme.section(number)
    layout = row_in(pair)
    for label in (words, value):
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
    return pair

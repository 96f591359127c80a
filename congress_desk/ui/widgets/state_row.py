"""A line that says how something stands: an icon, a sentence, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import row_in
from congress_desk.ui.widgets.ticking_label import TickingLabel

ICONS = {
    "wrong": "octagon-alert",
    "look": "triangle-alert",
    "holds": "circle-check",
    "accent": "info",
    "muted": "circle",
}


class StateRow(QWidget):
    """One state; `tone` gives its icon and colour, the word is always beside it.

    Words that `ticks` says change each second stand on one line and keep its size.
    """

    def __init__(self, *, ticks: bool = False) -> None:
        super().__init__()
        self._shown = ("", "", "")
        self._symbol = QLabel()
        self._words = TickingLabel() if ticks else QLabel()
        self._words.setWordWrap(not ticks)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = row_in(self, margins=(0, 3, 0, 3))
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        side = Qt.AlignmentFlag.AlignLeft if ticks else Qt.AlignmentFlag(0)
        row.addWidget(self._words, 1, side)
        theme.changed.connect(self._draw_symbol)

    @property
    def text(self) -> str:
        return self._words.text()

    def show_state(self, tone: str, text: str, article: str = "") -> None:
        """Show a state; `article` is the tooltip. Nothing is drawn anew when nothing changed."""
        shown = (tone, text, article)
        if shown == self._shown:
            return
        changed_tone = tone != self._shown[0]
        self._shown = shown
        if isinstance(self._words, TickingLabel):
            self._words.show_words(text)
        else:
            self._words.setText(text)
        self.setToolTip(article)
        self.setAccessibleName(text)
        if changed_tone:
            self._draw_symbol()

    def _draw_symbol(self) -> None:
        tone = self._shown[0] or "muted"
        self._symbol.setPixmap(icons.pixmap(ICONS[tone], tone, 16))

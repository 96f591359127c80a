"""What a page says while there is nothing on it yet: what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.layouts import column_in


class EmptyState(QWidget):
    """An icon, a title, one sentence and the buttons that begin, in the room of a table."""

    def __init__(self, icon_name: str, title: str, sentence: str, *buttons: QWidget) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.words = theme.subtitle(sentence)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = theme.section(title)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading.setWordWrap(True)
        layout = column_in(self, None, self._symbol, heading, self.words, margins=None)
        if buttons:
            layout.addSpacing(theme.px(8))
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._shown = (self._symbol, heading, self.words, *buttons)
        theme.changed.connect(self._draw)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the icon, then the sentence, where all of it would be squeezed."""
        layout = self.layout()
        assert layout is not None
        margins, gap = layout.contentsMargins(), theme.px(8)
        wide = self.width() - margins.left() - margins.right()
        heights = {part: _height(part, wide) + gap for part in self._shown}
        left = self.height() - margins.top() - margins.bottom() - sum(heights.values())
        for part in (self._symbol, self.words):
            part.setVisible(left >= 0)
            left += heights[part] if left < 0 else 0

    def _draw(self) -> None:
        self._symbol.setPixmap(icons.pixmap(self._icon_name, "muted", 40))


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

"""A text as large as its place allows: on two lines, smaller when long, never cut without dots."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.ui.look import theme, tokens

SIZES = (40, 32, 26, 20, 16)
LINES = 2


class FittedText(QWidget):
    """Takes the largest of its sizes at which the whole text stands on two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""
        self._tone = "text"
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str, tone: str = "text") -> None:
        """Show another text in a colour of the theme."""
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(theme.px(64))
        self.update()

    def _fitting(self) -> tuple[QFont, list[str]]:
        for size in SIZES:
            font = _font(size)
            lines = _wrapped(self._text, font, self.width())
            high = QFontMetrics(font).height() * len(lines)
            if len(lines) <= LINES and high <= self.height():
                return font, lines
        metrics = QFontMetrics(font)
        rest = self._text[self._text.find(lines[1].strip()) :]
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return font, [lines[0], elided]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, lines = self._fitting()
        painter.setFont(font)
        painter.setPen(theme.colour(self._tone))
        high = QFontMetrics(font).height()
        top = (self.height() - high * len(lines)) // 2
        for number, line in enumerate(lines):
            row = QRect(0, top + number * high, self.width(), high)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(64))


def _font(size: int) -> QFont:
    font = QFont(tokens.FAMILY)
    font.setPixelSize(theme.px(size))
    font.setBold(True)
    return font


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines of a text, broken at words where that is possible."""
    layout = QTextLayout(text, font)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(lines) <= LINES:
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines or [""]

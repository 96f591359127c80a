"""A large number with its name and what it rests on; a click or Enter goes to its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from congress_desk.ui.look import icons, theme

ROOM, HEIGHT, LEAST = 14, 88, 150
CAPTION, NUMBER, BELOW = 18, 30, 18
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a tile shows: an `icon` in its tone stands for the colour of the number."""

    caption: str
    number: str
    below: str = ""
    tone: str = "text"
    icon: str = ""
    desk: str = ""
    record: int = 0


class FigureTile(QPushButton):
    """Paints its words itself, and says all of them to a screen reader."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "tile")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figure = Figure(caption="", number="")
        theme.changed.connect(self.updateGeometry)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        if figure == self.figure:
            return
        self.figure = figure
        words = f"{figure.caption}: {figure.number}"
        self.setAccessibleName(f"{words}. {figure.below}" if figure.below else words)
        self.setToolTip(figure.below)
        self.updateGeometry()
        self.update()

    def height_at(self, width: int) -> int:
        """Return the height at which every word is shown in this width."""
        inside = width - 2 * theme.px(ROOM)
        more = self._below_height(self.below_at(inside), inside) - theme.px(BELOW)
        return theme.px(HEIGHT) + max(more, 0)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _below_height(self, words: str, width: int) -> int:
        room = QRect(0, 0, max(width, 1), theme.px(HEIGHT * 9))
        return QFontMetrics(theme.font()).boundingRect(room, _WRAPPED, words).height()

    def below_at(self, width: int) -> str:
        """Return the words below the number: a name too long for two lines loses its end."""
        words, kept = self.figure.below, self.figure.below.split(" ")
        most = 2 * QFontMetrics(theme.font()).lineSpacing() + 2
        while len(kept) > 1 and self._below_height(words, width) > most:
            kept.pop()
            words = f"{' '.join(kept)} …"
        return words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, shown, room = QPainter(self), self.figure, theme.px(ROOM)
        inside = self.rect().adjusted(room, theme.px(8), -room, -theme.px(8))
        below = inside.top()
        for text, height, colour, font in (
            (shown.caption, CAPTION, "muted", theme.font(bold=True)),
            (shown.number, NUMBER, shown.tone, self._number_font(inside.width())),
        ):
            line = QRect(inside.left(), below, inside.width(), theme.px(height))
            if text is shown.number and shown.icon:
                side = theme.px(20)
                top = line.top() + (line.height() - side) // 2
                painter.drawPixmap(line.left(), top, icons.pixmap(shown.icon, shown.tone, 20))
                line.setLeft(line.left() + side + theme.px(8))
            painter.setPen(theme.colour(colour))
            painter.setFont(font)
            words = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            below += theme.px(height + 2)
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font())
        words = self.below_at(inside.width())
        high = max(self._below_height(words, inside.width()), theme.px(BELOW))
        painter.drawText(QRect(inside.left(), below, inside.width(), high), _WRAPPED, words)
        painter.end()

    def _number_font(self, width: int) -> QFont:
        """Return the large font, a smaller one for words that do not fit."""
        large = theme.font("page", bold=True)
        room = width - (theme.px(28) if self.figure.icon else 0)
        fits = QFontMetrics(large).horizontalAdvance(self.figure.number) <= room
        return large if fits else theme.font("section", bold=True)

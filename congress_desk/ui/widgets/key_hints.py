"""Keys and what they do, on two lines; what does not fit is left out, the last pair stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

Hint = tuple[str, str]
LINES = 2
LINE_HEIGHT = 26


class KeyHints(QWidget):
    """Keys drawn as caps, each followed by its meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hints: tuple[Hint, ...] = ()
        self._ending: tuple[Hint, ...] = ()
        theme.changed.connect(self.updateGeometry)

    def set_hints(self, hints: Sequence[Hint], last: Hint) -> None:
        """Show `hints` in their order of use, then `last`, which is never left out."""
        self._hints, self._ending = tuple(hints), (last,)
        spoken = "; ".join(f"{key}: {meaning}" for key, meaning in (*hints, last))
        self.setAccessibleName(tr("Keys of the entry line"))
        self.setAccessibleDescription(spoken)
        self.update()

    def _placed(self, measure: QFontMetricsF) -> list[tuple[float, int, Hint]]:
        """Return x and line of each pair: as many as fit on the lines with the last one."""
        for shown in range(len(self._hints), -1, -1):
            placed = self._flow(measure, [*self._hints[:shown], *self._ending])
            if not placed or placed[-1][1] < LINES:
                return placed
        return placed

    def _flow(self, measure: QFontMetricsF, hints: Sequence[Hint]) -> list[tuple[float, int, Hint]]:
        placed: list[tuple[float, int, Hint]] = []
        x, line = 0.5, 0
        for hint in hints:
            wide = self._width(measure, hint)
            if x + wide > self.width() and x > 1:
                x, line = 0.5, line + 1
            placed.append((x, line, hint))
            x += wide
        return placed

    def _width(self, measure: QFontMetricsF, hint: Hint) -> float:
        return _cap_width(measure, hint[0]) + measure.horizontalAdvance(hint[1]) + theme.px(18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font())
        measure = QFontMetricsF(theme.font())
        for x, line, (key, meaning) in self._placed(measure):
            top = line * theme.px(LINE_HEIGHT) + 1.5
            cap = QRectF(x, top, _cap_width(measure, key), theme.px(LINE_HEIGHT) - theme.px(4))
            painter.setPen(theme.colour("edge"))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
            painter.setPen(theme.colour("text"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(theme.colour("muted"))
            wide = measure.horizontalAdvance(meaning) + 2
            words = QRectF(cap.right() + theme.px(5), top, wide, cap.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, meaning)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(LINE_HEIGHT * LINES))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(LINE_HEIGHT * LINES))


def _cap_width(measure: QFontMetricsF, key: str) -> float:
    return max(measure.horizontalAdvance(key) + theme.px(10), theme.px(22))

"""The steps of a wizard in a row: those done with a tick, the one at hand filled, those to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme

_MARK, _GAP, _BETWEEN = 24, 8, 28


class StepBar(QWidget):
    """Says where one is; it takes no clicks: the buttons below lead on and back."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("stepBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._titles = tuple(titles)
        self._at = 0
        theme.changed.connect(self.updateGeometry)
        self.show_step(0)

    @property
    def step(self) -> int:
        """Return the step at hand, from 0."""
        return self._at

    def show_step(self, step: int) -> None:
        """Mark a step as the one at hand."""
        self._at = step
        steps, title = len(self._titles), self._titles[step]
        self.setAccessibleName(
            tr("Step {step} of {steps}: {title}", step=step + 1, steps=steps, title=title)
        )
        self.update()

    def _draw_mark(self, painter: QPainter, place: int, x: float) -> None:
        side = theme.px(_MARK)
        if place < self._at:
            inset = theme.px(2)
            picture = icons.pixmap("circle-check", "holds", _MARK - 4, self.devicePixelRatioF())
            painter.drawPixmap(round(x) + inset, inset, picture)
            return
        here = place == self._at
        circle = QRectF(x, 0, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if here else "line"))
        painter.drawEllipse(circle)
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("on_accent" if here else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _draw_title(self, painter: QPainter, place: int, x: float) -> float:
        """Draw the words of a step and return how wide they are."""
        here = place == self._at
        font = theme.font("table", bold=here)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if here else "muted"))
        wide = QFontMetricsF(font).horizontalAdvance(self._titles[place])
        words = QRectF(x, 0, wide + 2, theme.px(_MARK))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._titles[place])
        return wide

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for place in range(len(self._titles)):
            self._draw_mark(painter, place, x)
            x += theme.px(_MARK + _GAP)
            x += self._draw_title(painter, place, x) + theme.px(_BETWEEN)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(_MARK))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

"""Horizontal bars with their labels and numbers, painted plainly; each bar can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

ROW, BAR, GAP, EDGE = 26, 14, 8, 4
LABEL_SHARE = 45
LEAST_WIDTH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: its label, how long it is, the words at its end, and what is said when it is chosen.

    A `quiet` bar is drawn in a muted colour, such as that of people of whom nothing is known.
    """

    label: str
    number: int
    words: str
    record: Any = None
    quiet: bool = False


class BarChart(QWidget):
    """Bars under each other, the longest as wide as there is room.

    One bar is current: Up, Down, Home and End move it, Enter or a click `chosen`s it. `moved` says
    where it is, for whoever has to bring it in sight.
    """

    chosen = Signal(object)
    moved = Signal(QPoint)

    def __init__(self, object_name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._title = title
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        theme.changed.connect(self._on_theme_changed)

    @property
    def title(self) -> str:
        return self._title

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    @property
    def current(self) -> Bar | None:
        """Return the current bar, None in a chart without bars."""
        return self._bars[self._current] if self._bars else None

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars from now on; the current place stays current."""
        self._bars = tuple(bars)
        self._current = max(min(self._current, len(bars) - 1), 0)
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_WIDTH) * 2, theme.px(ROW) * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_WIDTH), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font())
        label, words = self._widths(painter.fontMetrics())
        longest = max((bar.number for bar in self._bars), default=0)
        for row, bar in enumerate(self._bars):
            self._paint_bar(painter, self._place(row), bar, label, words, longest)
        if self.hasFocus() and self._bars:
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self._place(self._current)).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, theme.px(4), theme.px(4))
        painter.end()

    def _paint_bar(
        self, painter: QPainter, place: QRect, bar: Bar, label: int, words: int, longest: int
    ) -> None:
        edge, gap, middle = theme.px(EDGE), theme.px(GAP), Qt.AlignmentFlag.AlignVCenter
        title = place.adjusted(edge, 0, 0, 0)
        title.setWidth(label)
        text = painter.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, label)
        painter.setPen(theme.colour("muted" if bar.quiet else "text"))
        painter.drawText(title, middle | Qt.AlignmentFlag.AlignLeft, text)
        left = title.right() + gap
        room = max(place.right() - edge - words - gap - left, 1)
        length = room * bar.number / longest if longest else 0
        height = theme.px(BAR)
        drawn = QRectF(left, place.center().y() - height / 2 + 1, length, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge" if bar.quiet else "accent"))
        painter.drawRoundedRect(drawn, theme.px(2), theme.px(2))
        painter.setPen(theme.colour("text" if bar.number else "muted"))
        end = QRect(int(left + length) + gap, place.y(), words, place.height())
        painter.drawText(end, middle | Qt.AlignmentFlag.AlignLeft, bar.words)

    def _widths(self, measure: QFontMetrics) -> tuple[int, int]:
        """Return the widths of the labels and of the words at the ends of the bars."""
        labels = max((measure.horizontalAdvance(bar.label) for bar in self._bars), default=0)
        words = max((measure.horizontalAdvance(bar.words) for bar in self._bars), default=0)
        return min(labels + 1, self.width() * LABEL_SHARE // 100), words + 1

    def _place(self, row: int) -> QRect:
        return QRect(0, row * theme.px(ROW), self.width(), theme.px(ROW))

    def _row_at(self, y: float) -> int | None:
        row = int(y) // theme.px(ROW)
        return row if 0 <= row < len(self._bars) else None

    def _move_to(self, row: int) -> None:
        self._current = max(min(row, len(self._bars) - 1), 0)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Tell a screen reader the current bar first, then the whole chart."""
        texts = [tr("{label}: {words}", label=bar.label, words=bar.words) for bar in self._bars]
        current = texts[self._current] if texts else tr("Nobody to show")
        self.setAccessibleName(f"{self._title}. {current}")
        self.setAccessibleDescription("; ".join(texts))
        event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
        QAccessible.updateAccessibility(event)

    def _choose(self, row: int | None) -> None:
        if row is not None and row < len(self._bars):
            self._move_to(row)
            self.chosen.emit(self._bars[row].record)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(event.pos().y())
            bar = self._bars[row] if row is not None else None
            words = tr("{label}: {words}", label=bar.label, words=bar.words) if bar else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._bars) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves and self._bars:
            self._move_to(moves[key])
            self.moved.emit(self._place(self._current).center())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._row_at(event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._choose(self._row_at(event.position().y()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

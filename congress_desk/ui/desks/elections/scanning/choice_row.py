"""One answer: its key as a cap, its words, and what it makes of the ballot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from congress_desk.ui.look import theme

_CAP, _HEIGHT, _LOW, _GAP = 28, 46, 32, 12


class ChoiceRow(QAbstractButton):
    """Checked while it is the one chosen; takes no keyboard, its key is heard by the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key, self._effect, self._low = "", "", False
        theme.changed.connect(self.updateGeometry)

    def show_choice(self, key: str, words: str, effect: str) -> None:
        """Say the answer and what follows from it."""
        self._key, self._effect = key, effect
        self.setText(words)
        self.setAccessibleName(f"{key}: {words}")
        self.setAccessibleDescription(effect)
        self.setToolTip(effect)
        self.update()

    def set_low(self, low: bool) -> None:
        """Say the answer alone, where there is no room for what follows from it."""
        self._low = low
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120 if self._low else 240), theme.px(_LOW if self._low else _HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if chosen or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), 1.6) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(area, theme.px(6), theme.px(6))
        cap = QRectF(
            area.left() + theme.px(8), area.center().y() - theme.px(_CAP) / 2,
            theme.px(_CAP), theme.px(_CAP),
        )  # fmt: skip
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(cap, theme.px(5), theme.px(5))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        left = cap.right() + theme.px(_GAP)
        half = QRectF(area.left(), area.top(), area.width(), area.height() / 2)
        if self._low:
            self._paint_line(painter, self.text(), left, area, bold=True)
        else:
            self._paint_line(painter, self.text(), left, half, bold=True)
            below = half.translated(0, half.height() - 1)
            self._paint_line(painter, self._effect, left, below, bold=False)
        painter.end()

    def _paint_line(
        self, painter: QPainter, words: str, left: float, area: QRectF, *, bold: bool
    ) -> None:
        font = theme.font(bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if bold else "muted"))
        room = QRectF(left, area.top(), area.right() - left - theme.px(6), area.height())
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

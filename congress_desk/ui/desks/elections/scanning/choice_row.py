"""The answers: of each its key as a cap, its words, and what it makes of the ballot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from congress_desk.ui.look import theme

_CAP, _LOW_CAP, _HEIGHT, _LOW, _GAP = 28, 22, 46, 30, 12


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
        size, edge = theme.px(_LOW_CAP if self._low else _CAP), theme.px(4 if self._low else 8)
        cap = QRectF(area.left() + edge, area.center().y() - size / 2, size, size)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(cap, theme.px(5), theme.px(5))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font())
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        left = cap.right() + theme.px(_GAP // 2 if self._low else _GAP)
        half = QRectF(area.left(), area.top(), area.width(), area.height() / 2)
        if self._low:
            self._paint_line(painter, self.text(), left, area, bold=chosen, tone="text")
        else:
            self._paint_line(painter, self.text(), left, half, bold=True, tone="text")
            below = half.translated(0, half.height() - 1)
            self._paint_line(painter, self._effect, left, below, bold=False, tone="muted")
        painter.end()

    def _paint_line(
        self, painter: QPainter, words: str, left: float, area: QRectF, *, bold: bool, tone: str
    ) -> None:
        font = theme.font(bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        room = QRectF(left, area.top(), area.right() - left - theme.px(3), area.height())
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class ChoiceGrid(QWidget):
    """Rows of answers, under each other or two in a row."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.rows = tuple(ChoiceRow() for _ in range(most))
        self._set = 1, most
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(6))
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place, 0)
            row.hide()

    def show_choices(self, said: Sequence[tuple[str, str, str]], chosen: int, shown: bool) -> None:
        """Show answers, each with its key, its words and what follows; `chosen` -1 for none."""
        for place, row in enumerate(self.rows):
            if place < len(said):
                row.show_choice(*said[place])
                row.setChecked(place == chosen)
            row.setVisible(shown and place < len(said))

    def set_low(self, low: bool, columns: int, many: int) -> None:
        """Set so many answers low, and so many in a row; a last one alone takes a whole row."""
        for row in self.rows:
            row.set_low(low)
        if (columns, many) != self._set:
            self._arrange(columns, many)
        # Whoever asks how high this is now is told so at once.
        self._grid.activate()
        self.updateGeometry()

    def _arrange(self, columns: int, many: int) -> None:
        self._set = columns, many
        for place, row in enumerate(self.rows):
            wide = columns if place == many - 1 and place % columns == 0 else 1
            self._grid.addWidget(row, place // columns, place % columns, 1, wide)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5 * (columns - 1))

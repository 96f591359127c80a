"""A wide button with an icon, a title and a sentence on what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from congress_desk.ui.look import icons, theme

ICON = 24
ROOM = 16
HEIGHT = 60


class ChoiceButton(QPushButton):
    """One of a few things to begin with; the `primary` one is filled with the accent.

    It paints its words itself: as labels in a layout they would cost the start four times as much.
    """

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setProperty("tone", "primary" if primary else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon_name = icon_name
        self._title = title
        self._text = text
        self._primary = primary
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        beside = theme.px(ROOM) * 3 + theme.px(ICON)
        words = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(beside + words + theme.px(ROOM), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(ROOM) * 10, theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        room, icon = theme.px(ROOM), theme.px(ICON)
        painter.drawPixmap(room, (self.height() - icon) // 2, self._picture)
        left = room * 2 + icon
        words = QRect(left, 0, self.width() - left - room, self.height())
        half = words.height() // 2
        upper, lower = words.adjusted(0, theme.px(9), 0, -half), words.adjusted(0, half, 0, 0)
        painter.setPen(theme.colour("on_accent" if self._primary else "text"))
        painter.setFont(theme.font("table", bold=True))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, self._title)
        painter.setPen(theme.colour("on_accent" if self._primary else "muted"))
        painter.setFont(theme.font())
        lower.setHeight(upper.height())
        mode = Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(self._text, mode, words.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _on_theme_changed(self) -> None:
        colour = "on_accent" if self._primary else "accent"
        self._picture = icons.pixmap(self._icon_name, colour, ICON)
        self.updateGeometry()

"""A wide button with an icon, a title and a sentence on what it does."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from congress_desk.ui.look import icons, theme

ICON = 24
ROOM = 16
HEIGHT = 60
GAP = 9


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
        self._draw_icon()

    def set_primary(self, primary: bool) -> None:
        """Say whether this is what to begin with."""
        if primary is not self._primary:
            self._primary = primary
            theme.set_tone(self, "primary" if primary else "")
            self._draw_icon()
            self.update()

    def sizeHint(self) -> QSize:
        beside = theme.px(ROOM) * 3 + theme.px(ICON)
        words = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(beside + words + theme.px(ROOM), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(ROOM) * 10, theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the words, on more lines where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._title_place, self._text_place = self._places(self.width())
        words = self._title_place.height() + self._text_place.height()
        self.setFixedHeight(max(theme.px(HEIGHT), words + theme.px(GAP) * 2))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Return where the title and the text stand in a button of that width."""
        left = theme.px(ROOM) * 2 + theme.px(ICON)
        room = QRect(left, 0, width - left - theme.px(ROOM), theme.px(HEIGHT) * 4)
        wrap = Qt.TextFlag.TextWordWrap
        bold = QFontMetrics(theme.font("table", bold=True))
        title = bold.boundingRect(room, wrap, self._title)
        text = QFontMetrics(theme.font()).boundingRect(room, wrap, self._text)
        title.setWidth(room.width())
        text.setWidth(room.width())
        title.moveTo(left, 0)
        text.moveTo(left, title.height())
        return title, text

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        room, icon = theme.px(ROOM), theme.px(ICON)
        painter.drawPixmap(room, (self.height() - icon) // 2, self._picture)
        title, text = self._title_place, self._text_place
        painter.translate(0, (self.height() - title.height() - text.height()) // 2)
        painter.setPen(theme.colour("on_accent" if self._primary else "text"))
        painter.setFont(theme.font("table", bold=True))
        painter.drawText(title, Qt.TextFlag.TextWordWrap, self._title)
        painter.setPen(theme.colour("on_accent" if self._primary else "muted"))
        painter.setFont(theme.font())
        painter.drawText(text, Qt.TextFlag.TextWordWrap, self._text)
        painter.end()

    def _draw_icon(self) -> None:
        colour = "on_accent" if self._primary else "accent"
        self._picture = icons.pixmap(self._icon_name, colour, ICON)

    def _on_theme_changed(self) -> None:
        self._draw_icon()
        self._fit()

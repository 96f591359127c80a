"""A row of widgets that goes on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.item_layout import ItemLayout, is_primary


class FlowLayout(ItemLayout):
    """Widgets keep their own size, no wider than the line; hidden ones take no room.

    Gaps are unscaled pixels. A primary button stands at the right end, behind all others.
    """

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, line_gap: int = 8
    ) -> None:
        super().__init__(parent, spacing=spacing)
        self._line_gap = theme.px(line_gap)

    def _arrange(self, room: QRect, *, move: bool) -> int:
        """Return the height that is used; `move` the widgets there as well."""
        x, y, line = room.x(), room.y(), 0
        for item in sorted(self._items, key=is_primary):
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), room.width()))
            if x > room.x() and x + size.width() > room.right() + 1:
                x, y, line = room.x(), y + line + self._line_gap, 0
            if is_primary(item):
                x = max(x, room.right() + 1 - size.width())
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - room.y()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        self._arrange(room, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size


def flowing(*parts: QWidget) -> QWidget:
    """Return the parts in a widget of their own, in as many lines as they need."""
    made = QWidget()
    flow = FlowLayout(made)
    for part in parts:
        flow.addWidget(part)
    return made

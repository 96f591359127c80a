"""A mark in the head of a table: how many of its columns have no room, and which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QToolButton

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

WIDTH = 34


class NoRoomMark(QToolButton):
    """Stands at the right end of a head; a click opens the menu of the columns."""

    def __init__(self, head: QHeaderView, menu: QMenu) -> None:
        super().__init__(head)
        self._head, self._menu = head, menu
        self.setObjectName("columnsWithoutRoom")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)
        head.installEventFilter(self)
        self.hide()

    def show_titles(self, titles: Sequence[str]) -> None:
        """Say how many columns have no room, and in the tip which; nothing without any."""
        self.setVisible(bool(titles))
        self.setText(f"+{len(titles)}")
        words = tr("No room for: {titles}. A click chooses the columns.", titles=", ".join(titles))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._place()

    def _place(self) -> None:
        head = self._head
        self.setGeometry(head.width() - theme.px(WIDTH), 0, theme.px(WIDTH), head.height() - 1)

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._head and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

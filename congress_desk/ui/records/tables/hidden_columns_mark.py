"""A mark in the head of a table: how many of its columns have no room, and which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QToolButton

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

WIDTH = 68


class HiddenColumnsMark(QToolButton):
    """Stands at the right end of a head; a click shows all columns, or again those with room."""

    def __init__(self, head: QHeaderView, turn: Callable[[], None]) -> None:
        super().__init__(head)
        self._head = head
        self.setObjectName("columnsWithoutRoom")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda: turn())
        head.installEventFilter(self)
        self.hide()

    def show_titles(self, titles: Sequence[str], *, whole: bool) -> None:
        """Say how many columns have no room, and in the tip which; `whole`: all are shown now."""
        self.setVisible(whole or bool(titles))
        words = tr("No room for: {titles}. A click shows all columns.", titles=", ".join(titles))
        if whole:
            words = tr("All columns are shown. A click leaves out those without room.")
        self.setText(tr("fit") if whole else tr("+{count} more", count=len(titles)))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self._place()

    def _place(self) -> None:
        head = self._head
        self.setGeometry(head.width() - theme.px(WIDTH), 0, theme.px(WIDTH), head.height() - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._head and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

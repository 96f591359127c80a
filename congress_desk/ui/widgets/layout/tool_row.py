"""The buttons over a table; in a low window one line, the rest behind a button with a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.look import icons, theme
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout

# A page lower than this many unscaled pixels leaves the room to its table.
LOW = 400
# What a scroll bar beside the page takes: with it and without it the same buttons have room.
BAR = 24


class ToolRow(QWidget):
    """Buttons in as many lines as they need; `fold` keeps those that have room in the first."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        self._low = False
        self._flow = FlowLayout(self)
        self._put_away = QWidget(self)
        self._put_away.hide()
        self._aside = QVBoxLayout(self._put_away)
        self.more = QPushButton(tr("More"), self)
        self.more.setObjectName("moreTools")
        self.more.setToolTip(tr("What else can be done here"))
        self.more.setAutoDefault(True)
        icons.set_icon(self.more, "chevron-down", "text", 16)
        self.more.clicked.connect(self._open_menu)
        self._menu = QMenu(self.more)
        self._menu.setToolTipsVisible(True)
        self.more.hide()
        for button in self._buttons:
            self._flow.addWidget(button)
        self._folded: tuple[QPushButton, ...] = ()

    def fold(self, height: int) -> None:
        """Keep to one line where the page is so low, in pixels, that its table needs the room."""
        self._low = height < theme.px(LOW)
        theme.when_dressed(self, self._arrange)

    def _arrange(self) -> None:
        folded = self._without_room() if self._low else ()
        if folded == self._folded:
            return
        holder = QApplication.focusWidget()
        self._folded = folded
        for button in self._buttons:
            (self._aside if button in folded else self._flow).addWidget(button)
        self._flow.addWidget(self.more)
        self.more.setVisible(bool(folded))
        if holder in folded:
            self.more.setFocus()

    def _without_room(self) -> tuple[QPushButton, ...]:
        """Return the buttons that a first line with the button for more has no room for."""
        offered = [b for b in self._buttons if not b.isHidden()]
        gap, room = theme.px(8), self.width() - theme.px(BAR)
        widths = [button.sizeHint().width() + gap for button in offered]
        if sum(widths) - gap <= room:
            return ()
        room -= self.more.sizeHint().width()
        kept = 0
        while kept < len(widths) and sum(widths[: kept + 1]) <= room:
            kept += 1
        return tuple(offered[kept:])

    def _open_menu(self) -> None:
        self._menu.clear()
        for button in self._folded:
            action = QAction(button.icon(), button.text(), self._menu)
            action.setToolTip(button.toolTip())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            self._menu.addAction(action)
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            theme.when_dressed(self, self._arrange)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme.when_dressed(self, self._arrange)

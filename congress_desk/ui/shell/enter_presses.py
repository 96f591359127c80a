"""Enter presses any button of a window that has the keyboard, as the space bar does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Hears the keys of a window that no part of its page took."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            assert isinstance(event, QKeyEvent)
            holder, enter = watched.focusWidget(), event.key() in _ENTER
            if enter and isinstance(holder, QPushButton | QToolButton) and holder.hasFocus():
                if not event.isAutoRepeat():
                    holder.click()
                return True
        return False

"""The key that blanks the hall, heard wherever the keyboard is: in dialogs, menus and lists too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent

from congress_desk.ui.commands import is_pressed

_KEY_PRESS = QEvent.Type.KeyPress


class HallKey(QObject):
    """Hears every key of the program while it listens: only as long as the hall sees anything.

    A shortcut of a window is silent while a dialog or a menu is open over it.
    """

    def __init__(self, blank: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._blank = blank

    def listen(self, listening: bool) -> None:
        """Hear keys from now on, or no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if listening:
                app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not _KEY_PRESS or not isinstance(event, QKeyEvent):
            return False
        if not is_pressed(event, "blank_hall"):
            return False
        if not event.isAutoRepeat():
            self._blank()
        return True

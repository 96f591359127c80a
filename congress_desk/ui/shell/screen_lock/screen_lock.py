"""Locks the screen when nobody typed or moved the mouse for as long as the settings say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.settings import SettingsStore

if TYPE_CHECKING:
    from congress_desk.ui.session import Session
    from congress_desk.ui.shell.screen_lock.cover import Cover

LOOKS_EVERY_MS = 5_000
_HALL = "projectorWindow"
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    }
)  # fmt: skip


class ScreenLock(QObject):
    """Covers every window but that of the hall; `lock` does it now.

    `opened` tells which windows show a congress, each with its session, the one in front first.
    Nothing is watched while the settings say never.
    """

    def __init__(
        self,
        parent: QObject,
        settings: SettingsStore,
        opened: Callable[[], Sequence[tuple[QWidget, Session]]],
    ) -> None:
        super().__init__(parent)
        self._settings, self._opened = settings, opened
        self._covers: list[Cover] = []
        self._alive, self._idle_ms = False, 0
        self._watches = False
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.follow_settings()

    @property
    def is_locked(self) -> bool:
        return bool(self._covers)

    def follow_settings(self) -> None:
        """Watch for as long as the settings say, or not at all."""
        self._idle_ms = 0
        if self._settings.values.lock_minutes:
            self._timer.start()
        else:
            self._timer.stop()
        self._watch()

    def look(self) -> None:
        """Count the time in which nothing came from keyboard or mouse; lock when it is enough."""
        self._idle_ms = 0 if self._alive else self._idle_ms + LOOKS_EVERY_MS
        self._alive = False
        if self._idle_ms >= self._settings.values.lock_minutes * 60_000:
            self.lock()

    def lock(self) -> None:
        """Cover the windows and ask for what opens them; only while a congress is open."""
        opened = self._opened()
        if self.is_locked or not opened:
            return
        window, session = opened[0]
        # Loaded here: most desks never lock.
        from congress_desk.ui.shell.screen_lock.lock_dialogs import open_lock

        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for each in QApplication.topLevelWidgets():
            self._cover(each)
        self._watch()
        open_lock(session, window, self._on_opened)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            self._alive = True
        elif kind is QEvent.Type.Show and self._covers and isinstance(watched, QWidget):
            self._cover(watched)
        return False

    def _cover(self, widget: QWidget) -> None:
        from congress_desk.ui.shell.screen_lock.cover import Cover

        names = (_HALL, "screenLock")
        if widget.isWindow() and widget.isVisible() and widget.objectName() not in names:
            self._covers.append(Cover(widget))

    def _on_opened(self) -> None:
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.hide()
            cover.deleteLater()
        self._idle_ms = 0
        self._watch()

    def _watch(self) -> None:
        wants = self._timer.isActive() or self.is_locked
        app = QApplication.instance()
        if app is None or wants is self._watches:
            return
        self._watches = wants
        if wants:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

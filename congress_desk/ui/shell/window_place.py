"""Where the window stands: as large as a small screen, else where it was left."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from congress_desk.i18n import tr
from congress_desk.settings import SettingsStore

SMALL_WIDTH, SMALL_HEIGHT = 1440, 860


def show_placed(window: QMainWindow, settings: SettingsStore) -> None:
    """Show the first window where the last one was; without one, maximised on a small screen."""
    kept = QByteArray.fromBase64(settings.values.window.encode())
    if not kept.isEmpty() and window.restoreGeometry(kept):
        window.show()
    elif _is_small(window):
        window.showMaximized()
    else:
        window.show()


def keep_place(window: QMainWindow, settings: SettingsStore) -> None:
    """Remember where a window stands that is closed."""
    place = bytes(window.saveGeometry().toBase64().data()).decode()
    if place != settings.values.window:
        settings.change(window=place)


def _is_small(window: QMainWindow) -> bool:
    room = window.screen().availableGeometry()
    return room.width() < SMALL_WIDTH or room.height() < SMALL_HEIGHT


def window_title(file: str, number: int) -> str:
    """Return the title of a window on a file; the first one needs no number."""
    if number == 1:
        return f"{file} – Congress Desk"
    return tr("{file} – window {number} – Congress Desk", file=file, number=number)

"""The screens there are, and which of them is the one of the hall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

# What is remembered instead of a screen.
AUTOMATIC, IN_A_WINDOW = "", "window"


class ScreenPlace(NamedTuple):
    """A screen: the key it is remembered by, what it is called, and where it is."""

    key: str
    name: str
    area: QRect


class Screens(QObject):
    """Tells of the screens, and when one is plugged in or out."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_changed)
        app.screenRemoved.connect(self._on_changed)
        app.primaryScreenChanged.connect(self._on_changed)

    def all(self) -> tuple[ScreenPlace, ...]:
        """Return the screens, the first one first."""
        return tuple(place_of(screen) for screen in QGuiApplication.screens())

    def _on_changed(self, _: QScreen) -> None:
        self.changed.emit()

    def screen(self, key: str) -> QScreen | None:
        """Return the screen of a key, None once it is gone."""
        found = (each for each in QGuiApplication.screens() if place_of(each).key == key)
        return next(found, None)


def place_of(screen: QScreen) -> ScreenPlace:
    """Return what is known of a screen; plugged in again it has the same key."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
    return ScreenPlace("|".join(parts), name, screen.geometry())


def hall_screen(
    screens: Sequence[ScreenPlace], *, desk: str, remembered: str
) -> ScreenPlace | None:
    """Return the screen of the hall; None when the hall is shown in a window.

    `remembered` is the key somebody chose, AUTOMATIC or IN_A_WINDOW; `desk` the key of the screen
    that the desk is on, which the hall never takes.
    """
    if remembered == IN_A_WINDOW:
        return None
    others = [screen for screen in screens if screen.key != desk]
    chosen = [screen for screen in others if screen.key == remembered]
    return next(iter((*chosen, *others)), None)

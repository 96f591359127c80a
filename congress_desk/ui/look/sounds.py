"""Three short sounds — recorded, refused, bundle full — with what the system has to play them."""

from __future__ import annotations

import shutil
import sys
from enum import StrEnum
from pathlib import Path

# Named through its module: QProcess is made with the first sound, not at the start.
from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from congress_desk.paths import resource
from congress_desk.settings import SettingsStore

_PLAYERS = {"linux": ("paplay", "aplay"), "darwin": ("afplay",)}
_SILENT = frozenset({"offscreen", "minimal", "vnc"})


class Sound(StrEnum):
    """What can be heard; the values are the files' names."""

    RECORDED = "recorded"
    REFUSED = "refused"
    BUNDLE_FULL = "bundle_full"


class _Switch(QObject):
    """Sounds are on or off for all desks at once, and at the next start too."""

    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.on = True
        self._store: SettingsStore | None = None

    def use(self, store: SettingsStore) -> None:
        """Remember it in these settings from now on."""
        self._store, self.on = store, store.values.sounds

    def turn(self, on: bool) -> None:
        """Turn the sounds on or off."""
        if on != self.on:
            self.on = on
            if self._store is not None:
                self._store.change(sounds=on)
            self.changed.emit(on)


switch = _Switch()


class Sounds:
    """Plays without waiting. Silent when muted and where there is no screen."""

    def __init__(self) -> None:
        self._player = _player()

    @property
    def muted(self) -> bool:
        return not switch.on

    @muted.setter
    def muted(self, muted: bool) -> None:
        switch.turn(not muted)

    def play(self, sound: Sound) -> None:
        """Play one sound, or beep when nothing here can play a file."""
        if self.muted or QGuiApplication.platformName() in _SILENT:
            return
        file = resource("sounds", f"{sound.value}.wav")
        if sys.platform == "win32":
            _play_on_windows(file)
        elif not (self._player and QtCore.QProcess.startDetached(self._player, [str(file)])):
            QApplication.beep()


def _player() -> str:
    found = (shutil.which(name) for name in _PLAYERS.get(sys.platform, ()))
    return next((path for path in found if path), "")


def _play_on_windows(file: Path) -> None:
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(
                str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            )
        except RuntimeError:
            QApplication.beep()

"""Hears another start of the program that wants a file which is open here."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject


class SecondStartWatch(QObject):
    """`bring` brings the window of a file to the front and says whether there is one here."""

    def __init__(self, folder: Path, bring: Callable[[Path], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._bring = folder, bring
        self._here = folder / f"{os.getpid()}.here"
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _: self._look())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._here.touch()
        except OSError:
            # Without the folder a second start says, as before, that the file is open.
            return
        self._watcher.addPath(str(folder))

    def end(self) -> None:
        """Hear nothing any more: the program ends."""
        with contextlib.suppress(OSError):
            self._here.unlink(missing_ok=True)

    def _look(self) -> None:
        note = self._here.with_suffix(".note")
        try:
            wanted = note.read_text("utf-8")
        except OSError:
            return
        if wanted and self._bring(Path(wanted)):
            with contextlib.suppress(OSError):
                note.unlink(missing_ok=True)

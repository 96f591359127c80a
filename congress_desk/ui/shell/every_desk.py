"""A walk through the window of a file, desk by desk, as the self-test does."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer

from congress_desk.i18n import tr
from congress_desk.ui.shell.main_window import MainWindow

TIME_LIMIT_S = 120
LOOK_AGAIN_MS = 10
# A page has more colours than this; one that was not drawn has one.
LEAST_COLOURS = 8
_STEP = 7


class EveryDesk:
    """Shows and draws each desk once, then closes the window.

    `titles` are those of the desks that were drawn; `error` is what stopped the walk, if anything:
    what a desk raised, or RuntimeError where one was not drawn or not ready in time.
    """

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.error: BaseException | None = None

    def begin(self, window: MainWindow) -> None:
        """Walk through `window` as soon as its congress is open; what desks raise ends the walk."""
        self._window = window
        self._ends = time.monotonic() + TIME_LIMIT_S
        self._hook, sys.excepthook = sys.excepthook, lambda _, error, __: self._stop(error)
        self._look()

    def _look(self) -> None:
        workspace = self._window.workspace
        if self.error is not None:
            return
        if time.monotonic() > self._ends:
            self._stop(RuntimeError(self._window.windowTitle()))
        elif workspace is None or not self._window.idle():
            QTimer.singleShot(LOOK_AGAIN_MS, self._look)
        elif workspace.desk is not None and self._colours() < LEAST_COLOURS:
            self._stop(RuntimeError(workspace.desk_key))
        else:
            self._go_on()

    def _go_on(self) -> None:
        workspace = self._window.workspace
        assert workspace is not None
        if len(self.titles) == len(workspace.entries):
            self._stop(None)
            return
        entry = workspace.entries[len(self.titles)]
        workspace.show_desk(entry.key)
        self.titles.append(tr(entry.title))
        QTimer.singleShot(LOOK_AGAIN_MS, self._look)

    def _stop(self, error: BaseException | None) -> None:
        if self.error is None:
            self.error = error
        sys.excepthook = self._hook
        QTimer.singleShot(0, self._window.close)

    def _colours(self) -> int:
        picture = self._window.grab().toImage()
        columns, rows = range(0, picture.width(), _STEP), range(0, picture.height(), _STEP)
        return len({picture.pixel(x, y) for x in columns for y in rows})

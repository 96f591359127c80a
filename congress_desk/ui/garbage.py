"""Garbage is collected in the GUI thread alone, and all of it after a screen was left."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import cache

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

COLLECT_MS = 5_000
# Nobody types while no key came for so long: a sheet is turned, a screen is read.
REST_MS = 500


class GarbageCollector(QObject):
    """Stands in for Python's own collector, which on the worker could end widgets there.

    Young garbage goes every few seconds. A screen that was left is old by then; it goes when the
    keyboard has moved to another widget and then rests, and what is free goes back to the system.
    That takes a tenth of a second at the most: whoever goes to a field and types at once is not
    kept waiting for it, nor is whoever types on in one field.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        gc.disable()
        self._app, self._typed_into = app, 0
        timer = QTimer(self, interval=COLLECT_MS)
        timer.timeout.connect(self.collect)
        timer.start()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._collect_all)

    def collect(self) -> None:
        """Collect what is young; when the keyboard has moved, everything at its next rest."""
        held = _address(QApplication.focusWidget())
        moved, self._typed_into = held != self._typed_into, held
        if moved:
            self._app.installEventFilter(self)
            self._rest.start()
        elif not self._rest.isActive():
            gc.collect(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            self._rest.start()
        return False

    def _collect_all(self) -> None:
        self._app.removeEventFilter(self)
        gc.collect(2)
        give_memory_back()


def give_memory_back() -> None:
    """Let the system have what is free.

    The C library of Linux keeps what lies between things in use: a hundred megabytes once all
    papers of a congress were written. Elsewhere nothing has to be done.
    """
    _trim()()


@cache
def _trim() -> Callable[[], object]:
    if not sys.platform.startswith("linux"):
        return lambda: None
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in every C library
    return (lambda: trim(0)) if trim else (lambda: None)


def _address(widget: QObject | None) -> int:
    return int(shiboken6.getCppPointer(widget)[0]) if widget is not None else 0

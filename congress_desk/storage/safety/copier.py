"""Automatic copies written beside the work: no act waits for one to be checked and synced."""

from __future__ import annotations

import threading
from collections.abc import Callable

Copying = Callable[[], None]
# The act that makes a copy due, often the last ballot of a bundle, is answered first.
CALM_S = 0.1
# What its thread is called.
COPIES = "copies"


class Copier:
    """A thread that begins with the first copy; of several that wait, the newest alone is written.

    It touches copies only, never the open file.
    """

    def __init__(self) -> None:
        self._waiting: Copying | None = None
        self._ends = False
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def take(self, copying: Copying) -> None:
        """Write a copy as soon as the one at hand is done."""
        with self._changed:
            self._waiting = copying
            self._changed.notify()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name=COPIES, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Write what waits, then end."""
        with self._changed:
            self._ends = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while (copying := self._next()) is not None:
            copying()

    def _next(self) -> Copying | None:
        with self._changed:
            self._changed.wait_for(lambda: self._ends or self._waiting is not None)
            self._changed.wait_for(lambda: self._ends, CALM_S)
            copying, self._waiting = self._waiting, None
            return copying

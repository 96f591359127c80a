"""Waiting while the window goes on, and how long it takes until what was done is in sight."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from congress_desk.storage.safety.copier import COPIES
from congress_desk.ui.garbage import GarbageCollector
from congress_desk.ui.look import theme

# So many looks, so many milliseconds apart, before a window counts as hanging.
LOOKS, APART_MS = 5000, 2


def the_app() -> QApplication:
    """Return the application as the program runs it: in its style, garbage collected between keys.

    With Python's own collector a key would now and then wait for it, as none does in the program.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["benchmarks", *theme.STYLE_ARGUMENTS])
        gc.freeze()
        GarbageCollector(app)
    return app


def wait_until(true: Callable[[], bool]) -> None:
    """Let the window go on until this holds; SystemExit when it does not come to that."""
    for _ in range(LOOKS):
        if true():
            return
        rest(APART_MS)
    raise SystemExit("the window did not come to rest")


def rest(milliseconds: int) -> None:
    """Let the window go on for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def timed(
    app: QApplication, work: Callable[[], object], done: Callable[[], bool] = lambda: True
) -> float:
    """Return how long the work takes with the layouts and paints that it asks for.

    To the repaint once `done` says that all is answered; in seconds of processor time, which
    neither the disk nor a busy machine hides, without that of copies: they are written beside.
    """
    start = _processor_time()
    work()
    app.sendPostedEvents()
    loop = QEventLoop()
    while not done():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.sendPostedEvents()
    return _processor_time() - start


def _processor_time() -> float:
    copying = (t.ident for t in threading.enumerate() if t.name == COPIES and t.ident)
    clocks = (time.clock_gettime(time.pthread_getcpuclockid(thread)) for thread in copying)
    return time.process_time() - sum(clocks)

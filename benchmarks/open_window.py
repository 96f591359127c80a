"""The real window, opened and ended as soon as it can be used; tells its peak memory in MB."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from congress_desk.app import build_window
from congress_desk.settings import SettingsStore
from congress_desk.ui.main_window import MainWindow
from congress_desk.ui.messages import Messages


def open_and_quit(path: Path | None) -> None:
    """Show the window (with a file: its first desk) and leave when it is usable."""
    app = QApplication(sys.argv[:1])
    window = build_window(SettingsStore(), Messages(), path)
    window.show()
    timer = QTimer(interval=0 if path is None else 5)
    timer.timeout.connect(lambda: _leave_when_usable(app, window, path))
    timer.start()
    app.exec()
    print(peak_memory())


def _leave_when_usable(app: QApplication, window: MainWindow, path: Path | None) -> None:
    if path is None or (window.workspace is not None and window.idle()):
        window.close()
        if path is None:
            app.quit()


def peak_memory() -> float:
    """Return the most memory this process ever held, in MB."""
    info = psutil.Process().memory_info()
    if hasattr(info, "peak_wset"):
        return info.peak_wset / 1e6
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3

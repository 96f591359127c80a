"""The real window, opened and ended as soon as it can be used; with a file it tells peak memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def open_and_quit(path: Path | None) -> None:
    """Start as the command line does; leave when it is painted, with a file at its first desk."""
    from congress_desk.app import run

    run(path, shown=lambda window: _leave_when_usable(window, path))
    if path is not None:
        print(peak_memory())


def _leave_when_usable(window: MainWindow, path: Path | None) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    if path is None:
        QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.quit))
    elif window.workspace is not None and window.idle():
        window.close()
    else:
        QTimer.singleShot(5, lambda: _leave_when_usable(window, path))


def peak_memory() -> float:
    """Return the most memory this program ever held, in MB.

    Not the `ru_maxrss` of Linux, which a program takes over from the one that began it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024 / 1e6
    import psutil

    info = psutil.Process().memory_info()
    if hasattr(info, "peak_wset"):
        return info.peak_wset / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6

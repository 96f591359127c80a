"""Start to a painted window that can be used against an empty one; memory with a large congress.

Both end at the second turn of the event loop: the first one paints.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks.congresses import make_congress, record_round
from benchmarks.measured import Measured, of_child, user_environment

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from benchmarks.open_window import open_and_quit
open_and_quit(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
"""


def run(folder: Path, short: bool) -> list[Measured]:
    """Alternate empty and real starts; then open the congress of 63 names and read peak memory."""
    times = 3 if short else 9
    empty, ours = [], []
    _seconds(EMPTY)
    _seconds(OURS)
    for _ in range(times):
        empty.append(_seconds(EMPTY)[0])
        ours.append(_seconds(OURS)[0])
    path = folder / "window.congress"
    ballots = 300 if short else 1500
    file = make_congress(path, 63, 55)
    record_round(file, 63, 55, ballots - 20, ballots)
    file.close()
    opened, told = _seconds(OURS, str(path))
    print(f"  empty {median(empty):.2f} s, ours {median(ours):.2f} s, with a file {opened:.2f} s")
    return [
        Measured(what="start page ÷ empty window", value=median(ours) / median(empty), bound=1.5,
                 unit="×"),
        Measured(what=f"peak memory with {ballots} × 63", value=float(told), bound=250, unit="MB"),
    ]  # fmt: skip


def _seconds(program: str, *words: str) -> tuple[float, str]:
    took, done = of_child([sys.executable, "-c", program, *words], env=user_environment())
    return took, done.stdout.strip() or "0"

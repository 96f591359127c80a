"""The window survives a Qt binding that loses references to None, True and False."""

from __future__ import annotations

import os
import subprocess
import sys

MANY_CALLS = """
import congress_desk.ui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
class Busy(QObject):
    changed = Signal(bool)
app = QApplication([])
label, busy = QLabel("Đại hội"), Busy()
for _ in range(60_000):
    label.repaint()
    busy.changed.emit(True)
    busy.changed.emit(False)
print("alive")
"""


def test_that_tens_of_thousands_of_calls_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.stdout.strip() == "alive", done.stderr

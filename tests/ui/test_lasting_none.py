"""The window survives a Qt binding that loses references to None."""

from __future__ import annotations

import os
import subprocess
import sys

MANY_CALLS = """
import congress_desk.ui
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("Đại hội")
for _ in range(60_000):
    label.repaint()
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

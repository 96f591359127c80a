"""The real window, typing ballots into a round until it is killed: `window_typist.py FILE`.

A line goes out for each ballot once the screen shows it: its number in the round.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from congress_desk.app import run
from congress_desk.queries.elections.ballots import ballots
from congress_desk.ui.shell.main_window import MainWindow


class Typist:
    """Types the next ballot when the screen has taken the last one and emptied its line."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._known = window, 0
        self._asks = False
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(1)

    def _go_on(self) -> None:
        line = self._window.findChild(QLineEdit, "ballotEntry")
        if self._asks or line is None or self._window.session is None or not self._window.idle():
            return
        if not self._known:
            QTest.keyClick(line, Qt.Key.Key_Escape)  # the question for the last ballot recorded
        self._asks = True
        QTest.keyClicks(line, "4")
        QTest.keyClick(line, Qt.Key.Key_Return)
        self._window.session.ask(ballots, 1, done=self._tell)

    def _tell(self, found: tuple) -> None:
        for ballot in found[self._known :]:
            os.write(1, f"{ballot.uid}\n".encode())
        self._known = len(found)
        self._asks = False


def _begin(window: MainWindow) -> None:
    window.typist = Typist(window)  # type: ignore[attr-defined]


if __name__ == "__main__":
    raise SystemExit(run(Path(sys.argv[1]), shown=_begin))

"""What is on its way to the file is shown once that takes long enough to be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from congress_desk.ui.desks.elections.counting.line.act_queue import ActQueue

SEEN_MS = 60


class DelayedDisplay(QObject):
    """`due` when the queue is to be shown; every act also asks for the file's answer.

    With that answer all is shown anew: a ballot that is in within a moment is drawn once, not when
    it is sent, acknowledged and counted again. While a result could be declared (`at_once`) each
    step is shown as it comes.
    """

    due = Signal()

    def __init__(self, queue: ActQueue, at_once: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._at_once = at_once
        self._timer = QTimer(self, singleShot=True, interval=SEEN_MS)
        self._timer.timeout.connect(self.due)
        queue.changed.connect(self._follow)
        queue.halted.connect(lambda *_: self.due.emit())

    def shown(self) -> None:
        """Know that the queue was shown just now."""
        self._timer.stop()

    def _follow(self) -> None:
        if self._at_once():
            self.due.emit()
        elif not self._timer.isActive():
            self._timer.start()

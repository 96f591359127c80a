"""Notes an obstacle in the middle of anything: the keyboard goes back to where it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.domain.obstacles import Obstacle
from congress_desk.queries.obstacles import capture_view
from congress_desk.ui.desks.obstacles.obstacle_dialog import ObstacleDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.screen_acts import Acts


class Capture(QObject):
    """Opens the form over `page`; `saved` carries the obstacle that was noted or changed.

    Nothing on the desk behind it is touched: what was being typed there stays as it is.
    """

    saved = Signal(object)

    def __init__(
        self, session: Session, page: QWidget, *, clock: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._clock = session, page, clock
        self._acts = Acts(session, self)
        self._holder: QWidget | None = None

    def note(self) -> None:
        """Open the form of a new obstacle."""
        self._open(None, "")

    def change(self, obstacle: Obstacle, place: str) -> None:
        """Open the form of an obstacle; `place` is what its agenda item says."""
        self._open(obstacle, place)

    def _open(self, obstacle: Obstacle | None, place: str) -> None:
        self._holder = QApplication.focusWidget()
        dialog = ObstacleDialog(self._acts, obstacle, place, self._page, clock=self._clock)
        dialog.saved.connect(self.saved)
        dialog.finished.connect(self._on_finished)
        self._session.ask(capture_view, self._clock(), done=dialog.show_view)
        dialog.open()

    def _on_finished(self) -> None:
        holder, self._holder = self._holder, None
        if holder is not None and shiboken6.isValid(holder) and holder.isVisible():
            holder.setFocus(Qt.FocusReason.OtherFocusReason)

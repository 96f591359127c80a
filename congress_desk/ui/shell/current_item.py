"""The agenda item that is held, in the line over every desk: its name, and what its clock says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from congress_desk.domain.running.clock import TrackItem
from congress_desk.i18n import tr
from congress_desk.queries.running.items import current_item
from congress_desk.ui.desks.running.words import clock_text, limit_state
from congress_desk.ui.look import theme
from congress_desk.ui.reader import Reader
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.layouts import row_in
from congress_desk.ui.widgets.ticking_label import TickingLabel

SECOND_MS = 1000
WIDEST = 300


class CurrentItem(QWidget):
    """Hidden while no item is held; the clock goes on each second without asking the file."""

    def __init__(
        self,
        session: Session,
        *,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.setObjectName("currentItem")
        self._clock = clock
        self._reader = Reader(session, self, self._ask, while_hidden=True)
        self._held: TrackItem | None = None
        self.content = ElidedLabel(gives_way=True)
        theme.set_property(self.content, "role", "strong")
        self.left = TickingLabel()
        self.left.setProperty("role", "pill")
        row_in(self, (self.content, 1), self.left)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("The item in progress. Click to open Running the congress."))
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self.tick)
        self.hide()
        self._ask()

    def tick(self) -> None:
        """Show the clock of this second."""
        if self._held is None:
            return
        now = self._clock()
        left = self._held.left(now)
        tone, words = limit_state(left)
        if left is None:
            words = clock_text(self._held.elapsed(now))
        self.left.show_words(words)
        theme.set_tone(self.left, tone)
        self.setAccessibleName(f"{self._held.item.content}, {words}")

    def _ask(self) -> None:
        self._reader.ask(current_item, done=self._show)

    def _show(self, held: TrackItem | None) -> None:
        self._held = held
        self.setVisible(held is not None)
        if held is None:
            self._tick.stop()
            return
        self.content.set_whole(held.item.content)
        self.content.setMaximumWidth(theme.px(WIDEST))
        self.tick()
        self._tick.start()

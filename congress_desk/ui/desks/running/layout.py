"""Where the parts of the running desk stand: the current item over its lists, the guide beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QTabWidget,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.ui.desks.running.now_panel import NowPanel
from congress_desk.ui.desks.running.speech_panel import SpeechPanel
from congress_desk.ui.look import theme
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.layout.turning_row import TurningRow

PROGRAMME, SPEAKERS = 0, 1
LEAST_TABS = 190
GAP = 10


class RunningLayout(QWidget):
    """What is held and who speaks over the tabs, `side` at the right.

    Where these scroll, the buttons that run the congress stand below them all: in sight, but on a
    page that is so narrow that it scrolls as a whole.
    """

    def __init__(
        self,
        now: NowPanel,
        timer: QWidget,
        tabs: QTabWidget,
        side: QWidget,
        tables: Sequence[DataTable],
    ) -> None:
        super().__init__()
        self._now, self._timer, self._tabs, self._tables = now, timer, tabs, tables
        tabs.setMinimumHeight(theme.px(LEAST_TABS))
        # The page asks how high its parts would like to be: the tables take what is left.
        tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QWidget()
        column_in(column, now, timer, (tabs, 1), spacing=GAP)
        row = TurningRow((scrolling(column), 1), side, spacing=20)
        self._whole = column_in(self, (row, 1), spacing=GAP)
        now.installEventFilter(self)
        tabs.installEventFilter(self)

    def _place_buttons(self) -> None:
        below = self._needed() > self.height()
        acts = self._now.acts
        self._stand_whole(below)
        if below is (acts.parentWidget() is self):
            return
        holder = QApplication.focusWidget()
        if below:
            self._whole.addWidget(acts)
        else:
            self._now.take_acts()
        acts.show()
        if holder is not None and acts.isAncestorOf(holder):
            holder.setFocus()

    def _stand_whole(self, whole: bool) -> None:
        """Let the tables be as high as their rows where the page scrolls: it has one bar then."""
        for table in self._tables:
            table.stand_whole(whole)
        needed = self._tabs.minimumSizeHint().height() if whole else 0
        self._tabs.setMinimumHeight(max(theme.px(LEAST_TABS), needed))

    def _needed(self) -> int:
        """Return how high all is with the buttons in the card."""
        acts, now = self._now.acts, self._now
        beside = acts.parentWidget() is self
        row = acts.heightForWidth(now.inner_width()) + theme.px(GAP) if beside else 0
        timer = self._timer.sizeHint().height() + theme.px(GAP) if self._timer.isVisible() else 0
        return now.minimumHeight() + row + timer + theme.px(GAP + LEAST_TABS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize or (
            watched is self._tabs and event.type() is QEvent.Type.LayoutRequest
        ):
            self._place_buttons()
        return super().eventFilter(watched, event)


def lay_out_running(
    now: NowPanel,
    timer: QWidget,
    tabs: QTabWidget,
    track: DataTable,
    speeches: SpeechPanel,
    side: QWidget,
) -> QWidget:
    """Return the whole, the tables of programme and speakers behind the tabs."""
    tabs.setObjectName("runningTabs")
    page = QWidget()
    column_in(page, track, spacing=None, margins=(0, 8, 0, 0))
    tabs.addTab(page, tr("Programme"))
    tabs.addTab(speeches, tr("Speeches"))
    return RunningLayout(now, timer, tabs, side, (track, speeches.table))

"""The right column: accounting and checks, or in their place totals, keys or a bundle's ballots."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.round import Ballot, Bundle
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.i18n import grouped, tr
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.side.accounting_panel import AccountingPanel
from congress_desk.ui.desks.elections.counting.side.bundle_ballots import BundleBallotsPanel
from congress_desk.ui.desks.elections.counting.side.declare_panel import DeclarePanel
from congress_desk.ui.desks.elections.counting.side.doubt_queue import DoubtQueue
from congress_desk.ui.desks.elections.counting.side.findings_panel import FindingsPanel
from congress_desk.ui.desks.elections.counting.side.help_panel import HelpPanel
from congress_desk.ui.desks.elections.counting.side.totals_panel import TotalsPanel
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in


class Page(IntEnum):
    """What the right column shows."""

    ACCOUNTS = 0
    TOTALS = 1
    KEYS = 2
    BUNDLE = 3


class SideColumn(QStackedWidget):
    """`stopped_by` is a finding of the screen itself, shown before those of the file."""

    left = Signal()
    closed = Signal()

    def __init__(self, state: CountingState) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.stopped_by: Finding | None = None
        found = state.count.sheet.round
        self.accounting = AccountingPanel(state)
        self.findings = FindingsPanel()
        self.doubts = DoubtQueue()
        self.publish = DeclarePanel()
        self.totals = TotalsPanel(state.count)
        self.keys = HelpPanel(found.mode, len(found.candidates))
        self.bundle = BundleBallotsPanel()
        self.station = StationCard(state.station) if state.station is not None else None
        accounts = QWidget()
        layout = column_in(accounts)
        self._area = self._scrolled()
        layout.addWidget(self._area, 1)
        layout.addWidget(self.publish)
        for page in (accounts, self.totals, self.keys, self.bundle):
            self.addWidget(page)
        if self.station is not None:
            self.accounting.hide()
            self.findings.hide()
        self.accounting.left.connect(self.left)
        self.totals.closed.connect(self.closed)
        self.keys.closed.connect(self.closed)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "page")
        cards = column_in(inside, spacing=10)
        if self.station is not None:
            cards.addWidget(self.station)
        cards.addWidget(self.accounting)
        cards.addWidget(self.doubts)
        cards.addWidget(self.findings, 1)
        if self.station is not None:
            cards.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Checks"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    @property
    def needed_width(self) -> int:
        """Return the width in which the numbers stand beside the bar, not under it."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        return self.accounting.minimumSizeHint().width() + bar + theme.px(4)

    def focus_findings(self) -> None:
        """Bring the checks into sight and let them be scrolled by keyboard."""
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.findings)

    @property
    def page(self) -> Page:
        """Return what is shown."""
        return Page(self.currentIndex())

    def show_page(self, page: Page) -> None:
        """Show accounting and checks, running totals or the keys."""
        self.setCurrentIndex(page)

    def show_bundle(self, state: CountingState, looked_at: Ballot) -> None:
        """Show the ballots of the bundle that is searched."""
        self.bundle.show_ballots(state, looked_at)
        self.show_page(Page.BUNDLE)

    def refresh(self, state: CountingState) -> None:
        """Show the count as it runs."""
        self.accounting.refresh()
        self.totals.refresh(state.count)
        sheet = state.count.sheet
        self.doubts.show_doubts(sheet.doubts, closed=state.closed)
        own = [self.stopped_by] if self.stopped_by else []
        self.findings.show_findings([*own, *sheet.findings])

    def follow_queue(self, state: CountingState) -> None:
        """Show whether the result can be declared, while ballots are on their way to the file."""
        waiting = bool(state.queue.acts or state.unsaved)
        if self.station is not None:
            self.station.show_bundles(state.count.bundles())
            self.publish.show_station(state.count.bundles(), waiting, self._own_reasons(state))
            return
        self.publish.show_sheet(state.count.sheet, waiting, self._own_reasons(state))

    def _own_reasons(self, state: CountingState) -> list[str]:
        """Return why the screen itself keeps the gate closed, whatever the file says."""
        if state.stopped:
            return [tr("the count is stopped")]
        if state.awaits_word:
            bundle = state.bundle or 0
            return [tr("nobody said that no sheet of bundle {bundle} is left", bundle=bundle)]
        return []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        above = self._area.minimumSizeHint().height() + theme.px(8)
        self.publish.fit_in(self.height() - above)


class StationCard(QFrame):
    """The bundles, how many ballots are in, and where the result goes."""

    def __init__(self, order: StationOrder) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._order = order
        self.done = theme.label(name="stationDone")
        theme.set_property(self.done, "role", "number")
        self._bundles = QLabel()
        after = theme.label(
            tr("Write the result whenever bundles are full, and take it to the congress's laptop."),
            tone="muted",
        )
        layout = column_in(self, theme.caption(order.name), spacing=6, margins=(12, 10, 12, 10))
        for part in (self.done, self._bundles, after):
            part.setWordWrap(True)
            layout.addWidget(part)

    def show_bundles(self, bundles: Sequence[Bundle]) -> None:
        """Show how far the station is."""
        entered = sum(bundle.taken for bundle in bundles)
        sheets = sum(bundle.expected or 0 for bundle in bundles)
        self.done.setText(f"{grouped(entered)} / {grouped(sheets)}")
        numbers = ranges_text([bundle.number for bundle in bundles])
        words = tr("ballots of bundles {bundles}", bundles=numbers)
        if self._order.settles:
            words = tr(
                "sheets of bundles {bundles}, counted from the top and typed from the paper",
                bundles=numbers,
            )
        self._bundles.setText(words)

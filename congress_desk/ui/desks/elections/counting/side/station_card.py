"""What a station is asked to do, and how far it is; in the place of accounting and checks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel

from congress_desk.domain.elections.round import Bundle
from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.i18n import grouped, tr
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.layout.layouts import column_in


class StationCard(QFrame):
    """The bundles, how many ballots are in, and where the result goes."""

    def __init__(self, order: StationOrder) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._order = order
        self.done = QLabel()
        self.done.setObjectName("stationDone")
        theme.set_property(self.done, "role", "number")
        self._bundles = QLabel()
        after = QLabel(
            tr("Write the result whenever bundles are full, and take it to the congress's laptop.")
        )
        theme.set_tone(after, "muted")
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

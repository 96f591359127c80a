"""Where the parts of the counting table stand: three columns under the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from congress_desk.ui.look import theme

if TYPE_CHECKING:
    from congress_desk.ui.desks.elections.counting.counting_table import CountingTable

CROWDED = 36


def rows_shown(height: int, names: int) -> int:
    """Return how many of the last ballots are in sight; a long list needs the height itself."""
    unscaled = height * 100 / theme.scale()
    if unscaled < 640 or (names > CROWDED and unscaled < 800):
        return 2
    return 3 if unscaled < 800 else 5


def lay_out_table(table: CountingTable) -> None:
    """Put the bundles left, paper and line in the middle, accounting right."""
    entry = QHBoxLayout()
    entry.setSpacing(theme.px(12))
    entry.addWidget(table.line, 1)
    entry.addWidget(table.record)
    centre = QVBoxLayout()
    centre.setSpacing(theme.px(8))
    centre.addWidget(table.card, 1)
    centre.addLayout(entry)
    centre.addWidget(table.slot)
    centre.addWidget(table.last)
    columns = QHBoxLayout()
    columns.setSpacing(theme.px(16))
    columns.addWidget(table.bundles, 16)
    columns.addLayout(centre, 57)
    columns.addWidget(table.side, 25)
    whole = QVBoxLayout(table)
    whole.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
    whole.setSpacing(theme.px(8))
    whole.addWidget(table.title)
    whole.addLayout(columns, 1)

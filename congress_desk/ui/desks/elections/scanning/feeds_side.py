"""How far the scanning is: counters, the sheets that wait for a person, and the bundles fed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.elections.scans.bundle import ScannedSheet
from congress_desk.domain.elections.scans.feed import ScannedFeed, ScanState
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import ballot_name
from congress_desk.ui.desks.elections.scanning.words import (
    feed_count,
    feed_sign,
    feed_words,
    why_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

Doubt = tuple[ScannedFeed, ScannedSheet]
WIDTH, SHARE, LEAST = 300, 27, 200


class FeedsSide(QWidget):
    """`doubts` are the sheets that wait, `feeds` the bundles as they were fed."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ScanState()
        self._waiting, self._read = QLabel(), QLabel()
        theme.set_property(self._waiting, "role", "number")
        self._waiting.setObjectName("scanWaiting")
        self._read.setObjectName("scanRead")
        self._read.setWordWrap(True)
        theme.set_tone(self._read, "muted")
        self.doubts = DataTable(
            "scanDoubts", tr("Sheets to look at"), RecordTableModel(_doubt_columns()), long=(1,)
        )
        self.feeds = DataTable(
            "scanFeeds", tr("Bundles fed"), RecordTableModel(self._feed_columns()), long=(2,)
        )
        figures = row_of(self._waiting, (self._read, 1), spacing=10)
        column_in(self, figures, (self.doubts, 3), (self.feeds, 2))

    @property
    def doubt(self) -> Doubt | None:
        """Return the sheet that is looked at."""
        found: Doubt | None = self.doubts.current
        return found

    @property
    def feed(self) -> ScannedFeed | None:
        """Return the bundle that is chosen below."""
        found: ScannedFeed | None = self.feeds.current
        return found

    def show_state(self, state: ScanState, returned: int | None) -> None:
        """Show everything as it stands; `returned` is how many ballots the round has."""
        self._state = state
        doubts = state.doubts
        self._waiting.setText(str(len(doubts)))
        read = state.read
        if returned:
            of = tr("{read} of {returned} sheets read", read=read, returned=returned)
        else:
            of = tr("{read} sheets read", read=read)
        self._read.setText(tr("sheets to look at") + "\n" + of)
        if doubts != self.doubts.records:
            self.doubts.show_records(doubts, same=_same_doubt)
        self.doubts.setVisible(bool(doubts))
        if state.feeds != self.feeds.records:
            self.feeds.show_records(state.feeds, same=lambda a, b: a.id == b.id)

    def fit(self, width: int) -> None:
        """Take a share of the width of the page."""
        share = width * SHARE // 100
        self.setFixedWidth(min(theme.px(WIDTH), max(share, theme.px(LEAST))))

    def _feed_columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(
                title=tr("Bundle"),
                text=lambda feed: str(feed.number or "?"),
                number=True,
                sign=lambda feed: feed_sign(feed, self._state),
                strong=lambda feed: True,
            ),
            TableColumn(title=tr("Sheets"), text=feed_count, number=True),
            TableColumn(title=tr("State"), text=lambda feed: feed_words(feed, self._state)),
        )


def _doubt_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(
            title=tr("Ballot"),
            text=lambda doubt: ballot_name(doubt[0].number or "?", doubt[1].sequence),
            strong=lambda doubt: True,
        ),
        TableColumn(title=tr("Why"), text=lambda doubt: why_words(doubt[1])),
    )


def _same_doubt(one: Doubt, other: Doubt) -> bool:
    return (one[0].id, one[1].sequence) == (other[0].id, other[1].sequence)

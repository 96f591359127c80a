"""The tables of a result: from high to low, in ballot order, and the elected alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.rows import (
    ballot_order,
    elected_columns,
    elected_rows,
    high_to_low,
    long_columns,
    result_columns,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in

BOTH_FROM = 1480
WITH_GROUND = 640
# What the two more counts of a list with two boxes take beside the votes.
TWO_COUNTS = 200
LEAST_ROWS = 6
HIGH, BALLOT, ELECTED = range(3)
NAME = 1
ELECTED_LONG = (1, 3)


class ResultTables(QWidget):
    """One table at a time; the first two stand beside each other where there is room.

    `copied` carries how many rows Ctrl+C put on the clipboard.
    """

    copied = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._tabs = QTabBar()
        self._tabs.setObjectName("resultTabs")
        self._tabs.setAccessibleName(tr("Order of the result"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        titles = (tr("From high to low"), tr("Ballot order"), tr("Elected"))
        names = ("resultByVotes", "resultByBallot", "resultElected")
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        self.tables: list[DataTable] = []
        for title, name in zip(titles, names, strict=True):
            table = DataTable(name, title, RecordTableModel((), self))
            table.show_at_least(LEAST_ROWS)
            table.copied.connect(self.copied)
            self._tabs.addTab(title)
            self.tables.append(table)
            row.addWidget(table)
        self._titles = titles
        self._tabs.currentChanged.connect(lambda _: self._arrange())
        self._all = QWidget()
        column_in(self._all, self._tabs, (row, 1))
        self._void = EmptyState(
            "ban",
            tr("Nobody is declared"),
            tr("The ballots of this round are cancelled; votes for a name are not made known."),
        )
        column_in(self, self._all, self._void, spacing=None)
        self._arrange()

    @property
    def is_void(self) -> bool:
        """Say whether there is no result to show."""
        return self._all.isHidden()

    @property
    def shown(self) -> DataTable:
        """Return the table in sight; of two beside each other the one with the keyboard."""
        visible = [table for table in self.tables if not table.isHidden()]
        return next((table for table in visible if table.hasFocus()), visible[0])

    def show_sheet(self, sheet: RoundSheet) -> None:
        """Show the result of a round; a void round has none."""
        void = sheet.result.outcome is RoundOutcome.VOID
        self._void.setVisible(void)
        self._all.setVisible(not void)
        mode = sheet.round.mode
        full, long = result_columns(mode), long_columns(mode)
        parts = (
            (full, long, high_to_low(sheet)),
            (full, long, ballot_order(sheet)),
            (elected_columns(mode), ELECTED_LONG, elected_rows(sheet)),
        )
        for table, (columns, wide, rows) in zip(self.tables, parts, strict=True):
            table.show_columns(columns, long=wide)
            table.show_records(rows)
        self._leave_out()
        self._tabs.setCurrentIndex(HIGH)

    def stand_whole(self, whole: bool) -> None:
        """Let the tables be as high as their rows, on a page that scrolls."""
        for table in self.tables:
            table.stand_whole(whole)

    def _leave_out(self) -> None:
        """Leave the sum of each row to the sentence over the tables rather than cut a name."""
        for table in self.tables[:ELECTED]:
            columns = table.record_model.columns
            place = next(
                (i for i, column in enumerate(columns) if column.title == tr("Ground")), -1
            )
            if place >= 0:
                ticked = any(column.title == tr("Disagree") for column in columns)
                least = WITH_GROUND + (TWO_COUNTS if ticked else 0)
                table.setColumnHidden(place, self.width() < theme.px(least))
                if table.columnWidth(NAME) < table.sizeHintForColumn(NAME):
                    table.setColumnHidden(place, True)

    def _arrange(self) -> None:
        both = self.width() >= theme.px(BOTH_FROM)
        if both and self._tabs.currentIndex() == BALLOT:
            self._tabs.setCurrentIndex(HIGH)
        self._tabs.setTabVisible(BALLOT, not both)
        first = tr("{one} · {other}", one=self._titles[HIGH], other=self._titles[BALLOT])
        self._tabs.setTabText(HIGH, first if both else self._titles[HIGH])
        current = self._tabs.currentIndex()
        for index, table in enumerate(self.tables):
            beside = both and current == HIGH and index == BALLOT
            table.setVisible(index == current or beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._leave_out()

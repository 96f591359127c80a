"""The tables of a result: from high to low, in ballot order, and the elected alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.result import CandidateOutcome, CandidateResult, RoundOutcome
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.grounds import ground
from congress_desk.ui.desks.elections.result.words import (
    ANNULLED,
    candidate_sign,
    outcome_words,
    percent_text,
)
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
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


def long_columns(mode: MarkMode) -> tuple[int, ...]:
    """Return which columns share the room that the numbers leave: name and outcome."""
    return 1, len(result_columns(mode)) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A candidate in a result table; `number` is the place in the table's own order.

    `elected` as it stands today: nobody of a result that was annulled.
    """

    number: int
    candidate: CandidateResult
    outcome: str
    sign: Sign
    elected: bool
    ground: str


def ballot_order(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the rows as the names stand on the ballot."""
    return _rows(sheet, sheet.result.candidates)


def high_to_low(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the rows by votes, equal votes in ballot order."""
    return _rows(sheet, sheet.result.by_votes)


def elected_rows(sheet: RoundSheet) -> tuple[ResultRow, ...]:
    """Return the elected alone, from high to low; nobody where the result was annulled."""
    if sheet.round.annulled_by:
        return ()
    result = sheet.result
    return _rows(sheet, tuple(result.by_position(position) for position in result.elected))


def _rows(sheet: RoundSheet, ordered: tuple[CandidateResult, ...]) -> tuple[ResultRow, ...]:
    result, annulled = sheet.result, bool(sheet.round.annulled_by)

    def outcome(candidate: CandidateResult) -> str:
        words = outcome_words(result, candidate)
        return tr("when declared: {words}", words=words) if annulled else words

    return tuple(
        ResultRow(
            number=number,
            candidate=candidate,
            outcome=outcome(candidate),
            sign=ANNULLED if annulled else candidate_sign(candidate),
            elected=candidate.outcome is CandidateOutcome.ELECTED and not annulled,
            ground=found.text if (found := ground(result, candidate)) else "–",
        )
        for number, candidate in enumerate(ordered, start=1)
    )


def result_columns(mode: MarkMode) -> tuple[TableColumn, ...]:
    """Return number, name, votes (tick: three counts), percentage, decision and outcome."""
    return (
        TableColumn(title=tr("No."), text=lambda row: str(row.number), number=True),
        TableColumn(
            title=tr("Full name"),
            text=lambda row: row.candidate.name,
            strong=lambda row: row.elected,
            whole=True,
        ),
        *(_tick_columns() if mode is MarkMode.TICK else _strike_columns()),
        _percent_column(),
        TableColumn(title=tr("Ground"), text=lambda row: row.ground),
        TableColumn(
            title=tr("Outcome"),
            text=lambda row: row.outcome,
            sign=lambda row: row.sign,
            tone=lambda row: row.sign.tone,
        ),
    )


def elected_columns(mode: MarkMode) -> tuple[TableColumn, ...]:
    """Return who was elected with birth and office, votes and percentage."""
    number, name, votes, *_ = result_columns(mode)
    return (
        number,
        name,
        TableColumn(
            title=tr("Born"), text=lambda row: vietnamese_date(row.candidate.candidate.born)
        ),
        TableColumn(title=tr("Office, unit"), text=lambda row: row.candidate.candidate.role),
        votes,
        _percent_column(),
    )


def _strike_columns() -> tuple[TableColumn, ...]:
    return (TableColumn(title=tr("Votes"), text=lambda row: str(row.candidate.votes), number=True),)


def _tick_columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Agree"), text=lambda row: str(row.candidate.votes), number=True),
        TableColumn(title=tr("Disagree"), text=lambda row: str(row.candidate.against), number=True),
        TableColumn(
            title=tr("Not counted"), text=lambda row: str(row.candidate.uncounted), number=True
        ),
    )


def _percent_column() -> TableColumn:
    return TableColumn(
        title=tr("Per cent"), text=lambda row: percent_text(row.candidate.percent), number=True
    )

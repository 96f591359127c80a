"""The table of the last ballots: number, marks, verdict, and how it stands with the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from congress_desk.domain.elections.round import Ballot
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import (
    marks_text,
    verdict_short,
)
from congress_desk.ui.desks.elections.counting.counted_round import NEWEST
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.typed_acts import EnterBallots
from congress_desk.ui.look import theme
from congress_desk.ui.model_index import Index
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.cells import Cells

CROWDED = 36


class Column(IntEnum):
    """The columns of the table."""

    BALLOT = 0
    MARKS = 1
    VERDICT = 2
    STATE = 3
    CHANGE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBallotRow:
    """One ballot in words; `ballot` is None while it is on its way to the file.

    `changeable`: it can be put on the line and corrected, as long as the round takes ballots.
    """

    ballot: Ballot | None
    name: str
    marks: str
    verdict: str
    valid: bool
    state: str
    changeable: bool = False

    @property
    def ballot_id(self) -> int | None:
        return None if self.ballot is None else self.ballot.id


def last_rows(state: CountingState, before: Sequence[LastBallotRow] = ()) -> list[LastBallotRow]:
    """Return the newest ballots first: those on their way, then those in the file.

    Rows of ballots that stand `before` are taken from there: words are made once for each ballot.
    """
    known = {id(row.ballot): row for row in before if row.ballot is not None}
    rows = [_waiting_row(state, act) for act in reversed(state.queue.entries)]
    for ballot in state.count.newest(NEWEST):
        row = known.get(id(ballot))
        changeable = not state.closed
        if row is None or row.changeable != changeable:
            row = _recorded_row(state, ballot, changeable)
        rows.append(row)
    return rows[:NEWEST]


def _recorded_row(state: CountingState, ballot: Ballot, changeable: bool) -> LastBallotRow:
    count = state.count
    return LastBallotRow(
        ballot=ballot,
        name=tr(
            "bundle {bundle} · {place}",
            bundle=ballot.bundle,
            place=state.place_on_paper(ballot.bundle, ballot.sequence),
        ),
        marks=marks_text(count.by_position(ballot.paper), count.sheet.round.mode),
        verdict=verdict_short(ballot, count.rules),
        valid=ballot.verdict.valid,
        state=tr("corrected") if ballot.corrected else tr("recorded"),
        changeable=changeable,
    )


def _waiting_row(state: CountingState, act: EnterBallots) -> LastBallotRow:
    count = state.count
    paper = count.by_position(act.paper) if act.paper else None
    marks = marks_text(paper, count.sheet.round.mode) if paper else tr("as the ballot before")
    return LastBallotRow(
        ballot=None,
        name=tr("bundle {bundle}", bundle=act.bundle),
        marks=marks
        if act.number == 1
        else tr("{marks} × {number}", marks=marks, number=act.number),
        verdict=tr("being recorded…"),
        valid=True,
        state="",
    )


def _columns() -> tuple[TableColumn, ...]:
    """Return the columns in the order of `Column`."""
    return (
        TableColumn(title=tr("Ballot"), text=lambda row: row.name),
        TableColumn(title=tr("Marks"), text=lambda row: row.marks),
        TableColumn(title=tr("Verdict"), text=lambda row: row.verdict, tone=_tone),
        TableColumn(title=tr("State"), text=lambda row: row.state, tone=lambda row: "muted"),
        TableColumn(
            title=tr("Change"),
            text=lambda row: tr("change") if row.changeable else "",
            tone=lambda row: "accent",
        ),
    )


def _tone(row: LastBallotRow) -> str:
    if row.ballot is None:
        return "muted"
    return "holds" if row.valid else "wrong"


class LastBallotsTableModel(RecordTableModel):
    """Frozen rows, newest first."""

    def __init__(self) -> None:
        super().__init__(_columns())

    def show(self, rows: Sequence[LastBallotRow]) -> None:
        """Show these rows."""
        if tuple(rows) != self.records:
            self.show_records(rows)

    @property
    def rows(self) -> tuple[LastBallotRow, ...]:
        return self.records

    def row(self, number: int) -> LastBallotRow:
        """Return one row, 0 is the newest."""
        return self.rows[number]


class LastBallotsTable(QTableView):
    """`chosen` is the id of a ballot to reopen: by Enter, a double click, a click on change.

    A character typed here is not for the table: whatever holds it gets the key.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lastBallots")
        self.setAccessibleName(tr("Last ballots"))
        self.ballots = LastBallotsTableModel()
        self.setModel(self.ballots)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustIgnored)
        self._shown = 3
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._choose)
        theme.changed.connect(self._fit)
        self._fit()
        change = QAction(tr("Change this ballot"), self)
        change.triggered.connect(lambda: self._choose(self.currentIndex()))
        self.addAction(change)

    def show_rows(self, number: int) -> None:
        """Be high enough for so many rows; the others are scrolled to."""
        self._shown = number
        self._fit()

    def _fit(self) -> None:
        row = theme.px(30)
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setMinimumSectionSize(row)
        self.setFixedHeight(self._shown * row + 2)
        header = self.horizontalHeader()
        for column in Column:
            stretch = column is Column.MARKS
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
        header.resizeSection(
            Column.BALLOT, self._width_of(tr("bundle {bundle} · {place}", bundle=888, place=88))
        )
        header.resizeSection(Column.STATE, self._width_of(tr("recorded"), tr("corrected")))
        header.resizeSection(Column.CHANGE, self._width_of(tr("change")))
        self._share_width()

    def _width_of(self, *words: str) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words)) + theme.px(24)

    def _share_width(self) -> None:
        """Leave the marks and the verdict their place; what is told elsewhere goes first."""
        wide = self.viewport().width()
        self.setColumnHidden(Column.STATE, wide < theme.px(560))
        self.setColumnHidden(Column.CHANGE, wide < theme.px(420))
        longest = tr(
            "invalid · {why}", why=tr("too many kept ({kept} > {seats})", kept=88, seats=88)
        )
        verdict = self.fontMetrics().horizontalAdvance(longest) + theme.px(30)
        self.horizontalHeader().resizeSection(Column.VERDICT, min(verdict, round(wide * 0.46)))

    def _on_clicked(self, index: Index) -> None:
        if index.column() == Column.CHANGE:
            self._choose(index)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            row = self.ballots.row(index.row())
            if row.ballot is not None and row.changeable:
                self.chosen.emit(row.ballot.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cells.begin()
        with QPainter(self.viewport()) as painter:
            self._cells.paint_all(painter, event.rect(), spanned=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


def rows_shown(height: int, names: int) -> int:
    """Return how many of the last ballots are in sight; a long list needs the height itself."""
    unscaled = height * 100 / theme.scale()
    if unscaled < 640 or (names > CROWDED and unscaled < 800):
        return 2
    return 3 if unscaled < 800 else 5

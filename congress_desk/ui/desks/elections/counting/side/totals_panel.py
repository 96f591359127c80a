"""Running totals of every candidate: hidden from typists until they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
)

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.i18n import grouped, tr
from congress_desk.keys.names import use_name
from congress_desk.ui.desks.elections.counting.running_count import RunningCount
from congress_desk.ui.look import icons, theme
from congress_desk.ui.model_index import Index
from congress_desk.ui.widgets.layout.layouts import column_in, row_of

_NUMBER, _NAME = 0, 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TotalsTableModel(QAbstractTableModel):
    """Names in ballot order with votes (strike), or agree, disagree and not counted (tick)."""

    def __init__(self, count: RunningCount) -> None:
        super().__init__()
        self._candidates = count.sheet.round.candidates
        self._names = count.sheet.names
        self._ticked = count.sheet.round.mode is MarkMode.TICK
        self._rows: tuple[tuple[int, ...], ...] = ()
        self.refresh(count)

    def refresh(self, count: RunningCount) -> None:
        """Show the totals as they run."""
        tally = count.tally
        rows = tuple(
            (tally.votes(c.id), tally.struck[c.id], tally.uncounted(c.id))
            if self._ticked
            else (tally.votes(c.id),)
            for c in self._candidates
        )
        if rows != self._rows:
            self._rows = rows
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, _NAME + 1), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._candidates)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else (5 if self._ticked else 3)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if column == _NUMBER:
                return str(row + 1)
            if column == _NAME:
                return self._names[self._candidates[row].id]
            return grouped(self._rows[row][column - _NAME - 1])
        if role == Qt.ItemDataRole.TextAlignmentRole and column != _NAME:
            return _RIGHT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == _NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        votes = [tr("Agree"), tr("Disagree"), tr("Not counted")] if self._ticked else [tr("Votes")]
        titles = ["", tr("Name"), *votes]
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return titles[section] if wanted and 0 <= section < len(titles) else None


class _Votes(QStyledItemDelegate):
    """Paints the numbers, which all change with a ballot; the style takes three times as long."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() <= _NAME:
            super().paint(painter, option, index)
            return
        cell = option.rect
        painter.setPen(theme.colour("text"))
        painter.setFont(option.font)
        painter.drawText(cell.adjusted(0, 0, -3, -2), _RIGHT, str(index.data()))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))


class TotalsPanel(QFrame):
    """The table with a warning that it is not to be read out."""

    closed = Signal()

    def __init__(self, count: RunningCount) -> None:
        super().__init__()
        self.setObjectName("totalsPanel")
        self.setProperty("role", "card")
        self.totals = TotalsTableModel(count)
        self.table = _table(self.totals)
        close = QToolButton()
        close.setToolTip(
            tr("{words} ({key})", words=tr("Hide running totals"), key=use_name("totals"))
        )
        close.setAccessibleName(tr("Hide running totals"))
        icons.set_icon(close, "x")
        close.clicked.connect(self.closed)
        head = row_of((theme.caption(tr("Running totals")), 1), close, spacing=None)
        self._warning = theme.subtitle(tr("Not final. Not to be read out or projected."))
        self._warning.setWordWrap(True)
        column_in(self, head, self._warning, (self.table, 1), spacing=4, margins=(12, 6, 8, 8))
        # Queued: the table knows its new columns only when all of them have theirs.
        self.table.horizontalHeader().sectionResized.connect(
            self._on_resized, Qt.ConnectionType.QueuedConnection
        )
        theme.changed.connect(self._fit)
        self._fit()

    def refresh(self, count: RunningCount) -> None:
        """Show the totals as they run."""
        self.totals.refresh(count)
        if count.own is not None:
            self._warning.setText(
                tr(
                    "Agreed bundles only: {agreed} of {bundles}. Not final. Not to be read out or"
                    " projected.",
                    agreed=sum(bundle.is_agreed for bundle in count.own.bundles),
                    bundles=len(count.own.bundles),
                )
            )

    def _on_resized(self, column: int) -> None:
        """Let rows be as high as their names: two that begin alike are told apart."""
        if column == _NAME:
            self.table.resizeRowsToContents()

    def _fit(self) -> None:
        rows, header = self.table.verticalHeader(), self.table.horizontalHeader()
        rows.setMinimumSectionSize(theme.px(24))
        rows.setDefaultSectionSize(theme.px(26))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        ticked = self.totals.columnCount() > _NAME + 2
        header.setFixedHeight(theme.px(54 if ticked else 30))
        header.setMinimumSectionSize(theme.px(24))
        for column in range(self.totals.columnCount()):
            stretch = column == _NAME
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            header.resizeSection(
                column, theme.px(26 if column == _NUMBER else 46 if ticked else 68)
            )


def _table(model: TotalsTableModel) -> QTableView:
    table = QTableView()
    table.setObjectName("runningTotals")
    table.setAccessibleName(tr("Running totals"))
    table.setModel(model)
    table.setItemDelegate(_Votes(table))
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table

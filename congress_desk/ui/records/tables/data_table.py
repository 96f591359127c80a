"""A table to read, choose in and copy from: hairlines between rows, full texts as tooltips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QTableView,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, Roles, TableColumn
from congress_desk.ui.records.tables.cells import Cells
from congress_desk.ui.records.tables.column_fitting import WIDEST, ColumnFitting
from congress_desk.ui.widgets.layout.pages import bring_into_sight

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
ROW = 32
_TO = QAbstractItemView.CursorAction
_ENDS = {Qt.Key.Key_Home: _TO.MoveHome, Qt.Key.Key_End: _TO.MoveEnd}


class DataTable(QTableView):
    """Whole rows of a `RecordTableModel`. Enter or a double click `chosen`s one.

    Ctrl+C puts the selected rows (all when fewer than two are) on the clipboard for a spreadsheet.
    Its menu copies, and chooses the columns; both are among its actions for another menu. How the
    columns share the width (`long`, `large`, `first_long`, `sideways`): see `ColumnFitting`.
    """

    chosen = Signal(object)
    current_changed = Signal(object)
    copied = Signal(int)

    def __init__(
        self,
        object_name: str,
        title: str,
        model: RecordTableModel,
        *,
        long: Sequence[int] = (1,),
        large: bool = False,
        first_long: int = WIDEST,
        sideways: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(title)
        self._records = model
        self._whole, self._lowest, self._spanned = False, 0, False
        self._empty_words = ""
        self.setModel(model)
        self._cells = Cells(self)
        self.setItemDelegate(self._cells)
        self._room = ColumnFitting(
            self, model, long=long, large=large, first_long=first_long, sideways=sideways
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._add_actions()
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_at_least(self, rows: int) -> None:
        """Be high enough for the head and this many rows, however low the window is."""
        self._lowest = rows
        self._fit_height()

    def stand_whole(self, whole: bool) -> None:
        """Be as high as all rows on a page that scrolls: two bars beside each other mislead."""
        if whole is self._whole:
            return
        self._whole = whole
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if whole else bar.ScrollBarAsNeeded)
        self._fit_height()

    @property
    def lowest_height(self) -> int:
        """Return the height of the head and the rows that are in sight in any window."""
        return theme.px(ROW * (self._lowest + 1) + ROW // 2) if self._lowest else 0

    def _fit_height(self) -> None:
        least = self.lowest_height
        self._give_lines()
        if self._whole:
            least = max(least, self.rows_height(self._records.rowCount()))
            if self.horizontalHeader().length() > self.viewport().width():
                least += self.horizontalScrollBar().sizeHint().height()
        if self._lowest or self._whole:
            self.setMinimumHeight(least)

    def _give_lines(self) -> None:
        """Let each row be as high as its texts that are never cut."""
        columns = enumerate(self._records.columns)
        whole = [c for c, column in columns if column.whole and not self.isColumnHidden(c)]
        if not whole:
            return
        least, rows = theme.px(ROW), self.verticalHeader()
        for row in range(self._records.rowCount()):
            heights = (self._cells.height(row, c, self.columnWidth(c)) for c in whole)
            wanted = max(least, *heights)
            if rows.sectionSize(row) != wanted:
                rows.resizeSection(row, wanted)

    @property
    def current(self) -> Any:
        """Return the record of the current row, None without one."""
        return self.currentIndex().data(Roles.RECORD)

    @property
    def record_model(self) -> RecordTableModel:
        """Return the model with its own type, where `model()` has Qt's."""
        return self._records

    @property
    def records(self) -> tuple[Any, ...]:
        """Return the records in the order of the rows."""
        return self._records.records

    @property
    def has_selection(self) -> bool:
        """Say whether any row is selected, without asking which."""
        return self.selectionModel().hasSelection()

    @property
    def selected(self) -> tuple[Any, ...]:
        """Return the records of the selected rows in the order of the rows."""
        records = self._records.records
        return tuple(records[row] for row in self._selected_rows())

    def show_records(
        self,
        records: Sequence[Any],
        *,
        same: Callable[[Any, Any], bool] = lambda old, new: old == new,
        measure: bool = True,
    ) -> None:
        """Show these records; the current one stays current in its column, else the first is.

        Without `measure` the columns keep their widths: for some of the records shown before.
        """
        before, column = self.current, max(self.currentIndex().column(), 0)
        self._records.show_records(records)
        if measure:
            self._measure()
        rows = (i for i, record in enumerate(records) if before and same(before, record))
        if records:
            self.select_row(next(rows, 0), column)
        else:
            self.current_changed.emit(None)

    def show_columns(self, columns: Sequence[TableColumn], *, long: Sequence[int]) -> None:
        """Show other columns from now on, `long` of them sharing the room that is left."""
        self._room.share_among(long)
        self._records.show_columns(columns)

    def select_row(self, row: int, column: int = 0) -> None:
        """Make a row the current one, in sight; `column` has the cell that is current."""
        # Not selectRow: that looks at Shift and Ctrl, which may be down when records arrive.
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        chosen |= QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._records.index(row, column), chosen)
        self.scrollTo(self._records.index(row, column))

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select these rows besides the current one, which stays current."""
        chosen = QItemSelection()
        for row in rows:
            index = self._records.index(row, 0)
            chosen.append(QItemSelectionRange(index))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(chosen, flags)

    def copy_rows(self) -> None:
        """Put the selected rows, or all, on the clipboard with their titles."""
        rows = self._selected_rows()
        if len(rows) < 2:
            rows = list(range(self._records.rowCount()))
        columns = self._records.columns
        lines = [[column.title for column in columns]]
        lines += [[column.text(self._records.records[row]) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(tsv(lines))
        self.copied.emit(len(rows))

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Leave a column out where there is no room for it; one that was left out stays away."""
        self._room.leave_out(column, hide)
        self._fit()

    def _measure(self) -> None:
        self._room.measure()
        self._fit_height()

    def _fit(self) -> None:
        self._room.fit()
        self._fit_height()

    def _add_actions(self) -> None:
        copy = QAction(tr("Copy to Excel"), self)
        copy.triggered.connect(self.copy_rows)
        self._room.fitted.connect(self._fit_height)
        self.addActions([copy, self._room.menu.menuAction()])

    def rows_height(self, most: int) -> int:
        """Return the height in which all rows are in sight, `most` of them at the most."""
        rows = min(max(self._records.rowCount(), 1), most)
        heights = map(self.verticalHeader().sectionSize, range(self._records.rowCount()))
        high = sum(islice(heights, rows)) or theme.px(ROW)
        return self.horizontalHeader().sizeHint().height() + high + theme.px(4)

    def _selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Roles.RECORD))

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        if self._whole and self.hasFocus():
            bring_into_sight(self.viewport(), self.visualRect(index).center(), theme.px(ROW))
        self.current_changed.emit(index.data(Roles.RECORD))

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._measure()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.lowest_height or hint.height())

    def say_when_empty(self, words: str) -> None:
        """Let these words stand where the rows would be while there is none."""
        self._empty_words = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        cells = self.itemDelegate()
        if not self._records.rowCount():
            self._paint_empty()
            return
        if not isinstance(cells, Cells):
            super().paintEvent(event)
            return
        cells.begin()
        if self.state() is QAbstractItemView.State.DraggingState:  # with the line where it falls
            super().paintEvent(event)
            return
        with QPainter(self.viewport()) as painter:
            cells.paint_all(painter, event.rect(), spanned=self._spanned)

    def _paint_empty(self) -> None:
        with QPainter(self.viewport()) as painter:
            painter.setPen(theme.colour("muted"))
            place = self.viewport().rect().adjusted(*map(theme.px, (16, ROW, -16, -8)))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(place, flags, self._empty_words)

    def setSpan(self, row: int, column: int, rows: int, columns: int) -> None:
        """Let a cell go over others: painting asks each how far."""
        super().setSpan(row, column, rows, columns)
        self._spanned = True

    def clearSpans(self) -> None:
        super().clearSpans()
        self._spanned = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def moveCursor(self, action: _TO, held: Qt.KeyboardModifier) -> QModelIndex:
        """Let Home and End go to the first and last row, in the row where cells are typed into."""
        rows = self._records.rowCount()
        typed = self.editTriggers() is not QAbstractItemView.EditTrigger.NoEditTriggers
        far = held & Qt.KeyboardModifier.ControlModifier
        if rows and not typed and not far and action in _ENDS.values():
            row = 0 if action is _TO.MoveHome else rows - 1
            return self._records.index(row, max(self.currentIndex().column(), 0))
        return super().moveCursor(action, held)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions())
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.chosen.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() in _ENDS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            # Qt leaves the row that was chosen marked, and goes to another.
            index = self.moveCursor(_ENDS[Qt.Key(event.key())], event.modifiers())
            if index.isValid():
                self.select_row(index.row(), index.column())
        else:
            super().keyPressEvent(event)


def tsv(lines: Iterable[Sequence[str]]) -> str:
    """Return rows for pasting into a spreadsheet; a text that would be a formula gets a quote."""
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n"


def _cell(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_FORMULA) else plain

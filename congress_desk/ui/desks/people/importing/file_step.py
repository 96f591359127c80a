"""The first step: the file, the sheet in it, and the row in which its table begins."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from congress_desk.i18n import tr
from congress_desk.imports.workbook.sheets import Row, Sheet
from congress_desk.ui.desks.people.importing.raw_rows import (
    first_rows,
    raw_columns,
    title_rows,
)
from congress_desk.ui.look import icons, theme
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.layouts import column_in, column_of, row_of

ROWS_MEASURED = 60
_SHEETS_WIDTH, _SHEET_HEIGHT = 232, 34


class FileStep(QWidget):
    """`sheet_chosen` carries a place in the list, `header_chosen` the number of a row."""

    choose_wanted = Signal()
    sheet_chosen = Signal(int)
    header_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.choose: QPushButton = make_button(
            tr("Choose the file…"), self.choose_wanted.emit, name="chooseList",
            icon="folder-open", role="primary",
        )  # fmt: skip
        self.again = make_button(
            tr("Another file…"), self.choose_wanted.emit, name="chooseAgain", icon="folder-open"
        )
        self.file = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, role="section")
        self._symbol = QLabel()
        self.sheets = QListWidget()
        self.sheets.setIconSize(icons.spaced_size())
        self.header = WholeNumber()
        self.header_says = ElidedLabel()
        title, model = tr("The first rows of the sheet"), RecordTableModel(())
        self.rows = DataTable("rawRows", title, model, sideways=True)
        self._lay_out()
        self.sheets.currentRowChanged.connect(self._on_sheet)
        self.header.valueChanged.connect(self.header_chosen)
        self.rows.chosen.connect(self._on_row_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_empty(self) -> None:
        """Ask for a file."""
        self._stack.setCurrentIndex(0)
        self.choose.setFocus()

    def show_file(self, path: Path, sheets: Sequence[Sheet], current: int) -> None:
        """Show which file it is and its sheets; `sheet_chosen` is silent."""
        self.file.set_whole(path.name)
        self.sheets.blockSignals(True)
        self.sheets.clear()
        for sheet in sheets:
            self.sheets.addItem(_sheet_item(sheet))
        self.sheets.setCurrentRow(current)
        self.sheets.blockSignals(False)
        self._stack.setCurrentIndex(1)
        self.sheets.setFocus()

    def show_sheet(self, sheet: Sheet, header: range, asked: int = 0) -> None:
        """Show the first rows of a sheet; those of `header`, none when it is empty, are marked.

        `asked` is the row that was said to be the header.
        """
        self._show_header(sheet, header, asked)
        rows = first_rows(sheet)
        columns, titles = raw_columns(rows, header), title_rows(rows, header)
        self.rows.clearSpans()
        long = titles[0][1] if titles else len(columns) - 1
        self.rows.show_columns(columns, long=(min(long, len(columns) - 1),))
        self.rows.show_records(rows, same=_same_row)
        for place, column in titles:
            if 0 < column < len(columns) - 1:
                self.rows.setSpan(place, column, 1, len(columns) - column)
        self._show_table_begin(rows, header)

    def _show_header(self, sheet: Sheet, header: range, asked: int) -> None:
        self.header.blockSignals(True)
        self.header.setRange(0, max((row.number for row in first_rows(sheet)), default=0))
        self.header.setValue(header.start if header else asked)
        self.header.blockSignals(False)
        self.header.setEnabled(bool(sheet.rows))
        self.header_says.set_whole(_header_words(sheet, header, asked))
        theme.set_tone(self.header_says, "muted" if header else "look")

    def _show_table_begin(self, rows: Sequence[Row], header: range) -> None:
        """Show the header and what is under it, the first row of that as the current one."""
        below = [place for place, row in enumerate(rows) if header and row.number >= header.stop]
        if below:
            self.rows.select_row(below[0])
        self.rows.scrollToTop()
        self.rows.horizontalScrollBar().setValue(0)

    def _on_sheet(self, place: int) -> None:
        if place >= 0:
            self.sheet_chosen.emit(place)

    def _on_row_chosen(self, row: Row | None) -> None:
        if row is not None:
            self.header.setValue(row.number)

    def _on_theme_changed(self) -> None:
        self._symbol.setPixmap(icons.pixmap("file-spreadsheet", "accent", 22))

    def _lay_out(self) -> None:
        empty = EmptyState(
            "file-spreadsheet",
            tr("Choose the list, or drop it here"),
            tr(
                "Excel (.xlsx, .xls), Word (.docx) or CSV, as the office keeps it: titles above,"
                " notes below, old fonts and blank lines are no trouble. The file itself is not"
                " changed."
            ),
            self.choose,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self._filled())
        column_in(self, self._stack, spacing=None)

    def _filled(self) -> QWidget:
        filled = QWidget()
        head = row_of(self._symbol, (self.file, 1), self.again)
        below = row_of(self._sheet_column(), (self._row_column(), 1), spacing=16)
        column_in(filled, head, (below, 1), spacing=12)
        return filled

    def _sheet_column(self) -> QVBoxLayout:
        self.sheets.setObjectName("sheetList")
        self.sheets.setAccessibleName(tr("Sheets of the file"))
        self.sheets.setFixedWidth(theme.px(_SHEETS_WIDTH))
        title = theme.caption(tr("Sheet"))
        title.setMinimumHeight(theme.px(32))
        return column_of(title, (self.sheets, 1))

    def _row_column(self) -> QVBoxLayout:
        self.header.setObjectName("headerRow")
        self.header.setAccessibleName(tr("Row with the titles of the columns"))
        self.header.setSpecialValueText("–")
        self.header_says.setObjectName("headerSays")
        self.rows.horizontalHeader().setResizeContentsPrecision(ROWS_MEASURED)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        title = theme.caption(tr("Titles of the columns in row"))
        column.addLayout(button_row(title, self.header, self.header_says))
        column.addWidget(self.rows, 1)
        return column


def _same_row(old: Row, new: Row) -> bool:
    return old.number == new.number


def _sheet_item(sheet: Sheet) -> QListWidgetItem:
    rows = len(sheet.rows)
    words = tr("Whole file · {rows} rows", rows=rows)
    if sheet.name:
        words = tr("{sheet} · {rows} rows", sheet=sheet.name, rows=rows)
    item = QListWidgetItem(words)
    item.setToolTip(tr("{words} (hidden in Excel)", words=words) if sheet.hidden else words)
    item.setSizeHint(QSize(0, theme.px(_SHEET_HEIGHT)))
    item.setIcon(
        icons.icon("eye-off" if sheet.hidden else "file-spreadsheet", "muted", spaced=True)
    )
    return item


def _header_words(sheet: Sheet, header: range, asked: int) -> str:
    if not sheet.rows:
        return tr("This sheet is empty: choose another one.")
    if asked and not header:
        return tr("Row {row} is blank: give the row that holds “Họ và tên”.", row=asked)
    if not header:
        return tr("No titles found: give the row that holds “Họ và tên”.")
    if header.start < sheet.rows[0].number:
        return tr("No titles: the first row is a person; say next what each column is.")
    if len(header) > 1:
        last = header.stop - 1
        return tr("to row {last}; Enter on a row takes that one", last=last)
    return tr("Enter on a row takes that one")

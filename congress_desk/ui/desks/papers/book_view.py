"""The preview of a workbook: its sheets as tables, the first rows of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.i18n import tr, with_decimal_mark
from congress_desk.reports.document.book import Book, ColumnKind, Sheet, Value
from congress_desk.ui.look import theme
from congress_desk.ui.records.table_model import RecordTableModel, text_columns
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import page_tabs

ROWS_SHOWN = 200


class BookView(QWidget):
    """One tab a sheet; the file itself has every row."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = page_tabs()
        column_in(self, self.tabs, spacing=None)

    def show_book(self, book: Book) -> None:
        """Show the sheets, staying on the one that was looked at."""
        index = self.tabs.currentIndex()
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        for sheet in book.sheets:
            self.tabs.addTab(_page_of(sheet), sheet.name.replace("&", "&&"))
        self.tabs.setCurrentIndex(max(index, 0))


def _page_of(sheet: Sheet) -> QWidget:
    numbers = [i for i, c in enumerate(sheet.columns) if c.kind is ColumnKind.NUMBER]
    model = RecordTableModel(text_columns([c.title for c in sheet.columns], numbers))
    table = DataTable("bookSheet", sheet.name, model, long=(0,), large=True, sideways=True)
    rows = list(_rows(sheet))
    table.show_records(rows[:ROWS_SHOWN])
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, theme.px(8), 0, 0)
    for note in (sheet.title, *sheet.notes):
        column.addWidget(theme.subtitle(note))
    column.addWidget(table, 1)
    if len(rows) > ROWS_SHOWN:
        more = len(rows) - ROWS_SHOWN
        column.addWidget(theme.subtitle(tr("… and {count} more", count=more)))
    return page


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    width = len(sheet.columns)
    for section in sheet.sections:
        if section.title:
            yield (section.title, *[""] * (width - 1))
        for row in section.rows:
            yield tuple(_shown(value) for value in row.values)


def _shown(value: Value) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return with_decimal_mark(str(value))
        case datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value:%d/%m/%Y}"
    return str(value)

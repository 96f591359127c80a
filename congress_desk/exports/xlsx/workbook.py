"""A book becomes a workbook: values that any viewer shows, ready to print on A4.

Each row is put down when it is written, so that a long list takes no memory.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from xlsxwriter import Workbook

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole_workbook
from congress_desk.exports.watermark import watermark
from congress_desk.exports.xlsx.cells import NORMAL_FONT, CellWriter, cell_text
from congress_desk.exports.xlsx.charts import add_charts, scale_with_charts
from congress_desk.exports.xlsx.layout import Layout
from congress_desk.reports.document.book import Book, Sheet

_MARGIN = 0.5
_A4 = 9
_NOT_COUNTING = "#C58A00"
_LONGEST_FOOTER = 200
# Texts are texts: nothing is made a formula, a link or a number of. The width is that of an empty
# column in the normal font, by which the writer knows how wide a digit of it is.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_column_width": 72,
}
# What the writer adds to a width for the room beside the text.
_BESIDE = 5 / 8


def write_xlsx(book: Book, path: Path) -> Refusal | None:
    """Write a book as a workbook to `path`, whole or not at all."""
    return write_whole_workbook(path, lambda stream: save_xlsx(book, stream))


def save_xlsx(book: Book, stream: BinaryIO) -> None:
    """Write a book as a workbook into a stream, row by row."""
    font = dict(NORMAL_FONT)  # the writer adds to it
    workbook: Any = Workbook(stream, {**_OPTIONS, "default_format_properties": font})
    workbook.set_properties({"title": cell_text(book.title)[:255], "author": "Congress Desk"})
    for sheet in map(_marked, book.sheets):
        worksheet = workbook.add_worksheet(sheet.name)
        layout = Layout(sheet)
        _set_up_view(worksheet, sheet, layout)
        _set_up_page(worksheet, book, sheet, layout)
        starts = _write_rows(workbook, worksheet, sheet, layout)
        add_charts(workbook, worksheet, sheet, layout, starts)
    workbook.close()


def _marked(sheet: Sheet) -> Sheet:
    """Return a sheet that says on top that it does not count, where that is so."""
    return replace(sheet, notes=(watermark(), *sheet.notes)) if watermark() else sheet


def _set_up_view(worksheet: Any, sheet: Sheet, layout: Layout) -> None:
    """Set widths, frozen panes and filter."""
    for column, width in enumerate(layout.widths):
        worksheet.set_column(column, column, width - _BESIDE)
    worksheet.freeze_panes(layout.header_row, sheet.freeze_columns)
    worksheet.hide_gridlines(2)
    if sheet.filtered and layout.filtered_rows:
        last = layout.header_row - 1 + layout.filtered_rows
        worksheet.autofilter(layout.header_row - 1, 0, last, len(sheet.columns) - 1)


def _set_up_page(worksheet: Any, book: Book, sheet: Sheet, layout: Layout) -> None:
    """Set A4, one page wide as long as that can be read, header rows on every page."""
    worksheet.set_paper(_A4)
    if layout.landscape:
        worksheet.set_landscape()
    if sheet.charts:
        worksheet.set_print_scale(scale_with_charts(layout))
    else:
        worksheet.fit_to_pages(layout.pages_wide, 0)
    worksheet.repeat_rows(layout.header_row - 1)
    if layout.pages_wide > 1 and sheet.freeze_columns:
        worksheet.repeat_columns(0, sheet.freeze_columns - 1)
    worksheet.set_margins(_MARGIN, _MARGIN, _MARGIN + 0.2, _MARGIN + 0.2)
    worksheet.set_footer(f"&L{_footer_text(book.footer)}&R&P/&N", {"margin": _MARGIN})
    if watermark():
        worksheet.set_header(f"&C&24{_footer_text(watermark())}", {"margin": _MARGIN})
        worksheet.set_tab_color(_NOT_COUNTING)


def _footer_text(text: str) -> str:
    """Return a text for a page footer, where & begins a code."""
    return cell_text(text)[:_LONGEST_FOOTER].replace("&", "&&")[:_LONGEST_FOOTER]


def _write_rows(workbook: Any, worksheet: Any, sheet: Sheet, layout: Layout) -> list[int]:
    """Write a sheet from its title down; return where the rows of each section begin, from 1."""
    cells = CellWriter(workbook, worksheet, sheet.columns)
    cells.line(1, sheet.title, "title", layout.heights[1], across=True)
    for place, note in enumerate(sheet.notes, start=2):
        cells.line(place, note, "note", layout.heights[place], across=True)
    place = layout.header_row
    cells.header(place, layout.heights[place])
    starts = []
    for index, section in enumerate(sheet.sections):
        if index:
            place += 1
        if section.title:
            place += 1
            cells.line(place, section.title, "section", None, across=False)
        starts.append(place + 1)
        for row in section.rows:
            place += 1
            cells.row(place, row, layout.row_height(row))
    return starts

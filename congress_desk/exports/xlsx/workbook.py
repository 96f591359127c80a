"""A book becomes a workbook: values that any viewer shows, ready to print on A4."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.workbook import Workbook

from congress_desk.errors import Refusal
from congress_desk.exports.watermark import watermark
from congress_desk.exports.whole_file import write_whole_workbook
from congress_desk.exports.xlsx.cells import NORMAL_FONT, CellMaker, cell_text
from congress_desk.exports.xlsx.charts import add_charts, scale_with_charts
from congress_desk.exports.xlsx.layout import Layout
from congress_desk.reports.document.book import Book, Sheet

_MARGIN = 0.5
_A4 = 9
_NOT_COUNTING = "C58A00"


def write_xlsx(book: Book, path: Path) -> Refusal | None:
    """Write a book as a workbook to `path`, whole or not at all."""
    return write_whole_workbook(path, lambda stream: save_xlsx(book, stream))


def save_xlsx(book: Book, stream: BinaryIO) -> None:
    """Write a book as a workbook into a stream, row by row."""
    workbook = Workbook(write_only=True)
    # Widths are counted in digits of the normal font: each program must have the same one.
    workbook._fonts = IndexedList([NORMAL_FONT])
    workbook._named_styles["Normal"].font = NORMAL_FONT
    workbook.properties.title = cell_text(book.title)
    workbook.properties.creator = "Congress Desk"
    for sheet in map(_marked, book.sheets):
        worksheet = workbook.create_sheet(sheet.name)
        layout = Layout(sheet)
        _set_up_view(worksheet, sheet, layout)
        _set_up_page(worksheet, book, sheet, layout)
        starts = _write_rows(worksheet, sheet, layout)
        add_charts(worksheet, sheet, layout, starts)
    workbook.save(stream)


def _marked(sheet: Sheet) -> Sheet:
    """Return a sheet that says on top that it does not count, where that is so."""
    return replace(sheet, notes=(watermark(), *sheet.notes)) if watermark() else sheet


def _set_up_view(worksheet: Any, sheet: Sheet, layout: Layout) -> None:
    """Set widths, heights, frozen panes and filter: in this writer before the first row."""
    for column, width in enumerate(layout.widths, start=1):
        worksheet.column_dimensions[get_column_letter(column)].width = width
    for row, height in layout.heights.items():
        worksheet.row_dimensions[row].height = height
    for area in layout.merged:
        worksheet.merged_cells.add(area)
    corner = get_column_letter(sheet.freeze_columns + 1)
    worksheet.freeze_panes = f"{corner}{layout.header_row + 1}"
    worksheet.sheet_view.showGridLines = False
    if sheet.filtered and layout.filter_area:
        worksheet.auto_filter.ref = layout.filter_area


def _set_up_page(worksheet: Any, book: Book, sheet: Sheet, layout: Layout) -> None:
    """Set A4, one page wide as long as that can be read, header rows on every page."""
    page = worksheet.page_setup
    page.paperSize = _A4
    page.orientation = "landscape" if layout.landscape else "portrait"
    if sheet.charts:
        page.scale = scale_with_charts(layout)
    else:
        worksheet.sheet_properties.pageSetUpPr.fitToPage = True
        page.fitToWidth = layout.pages_wide
        page.fitToHeight = 0
    worksheet.print_title_rows = f"{layout.header_row}:{layout.header_row}"
    if layout.pages_wide > 1 and sheet.freeze_columns:
        worksheet.print_title_cols = f"A:{get_column_letter(sheet.freeze_columns)}"
    margins = worksheet.page_margins
    margins.left = margins.right = _MARGIN
    margins.top = margins.bottom = _MARGIN + 0.2
    worksheet.oddFooter.left.text = _footer_text(book.footer)
    worksheet.oddFooter.right.text = "&P/&N"
    if watermark():
        worksheet.oddHeader.center.text = f"&24{_footer_text(watermark())}"
        worksheet.sheet_properties.tabColor = _NOT_COUNTING


def _footer_text(text: str) -> str:
    """Return a text for a page footer, where & begins a code."""
    return cell_text(text).replace("&", "&&")


def _write_rows(worksheet: Any, sheet: Sheet, layout: Layout) -> list[int]:
    """Write a sheet from its title down; return where the rows of each section begin, from 1."""
    cells = CellMaker(worksheet, sheet.columns)
    worksheet.append(cells.line(sheet.title, "title"))
    for note in sheet.notes:
        worksheet.append(cells.line(note, "note"))
    worksheet.append([])
    worksheet.append(cells.header())
    place = layout.header_row
    starts = []
    for index, section in enumerate(sheet.sections):
        if index:
            worksheet.append([])
            place += 1
        if section.title:
            worksheet.append(cells.line(section.title, "section"))
            place += 1
        starts.append(place + 1)
        for row in section.rows:
            place += 1
            worksheet.row_dimensions[place].height = layout.row_height(row)
            worksheet.append(cells.row(row))
    return starts

"""The empty set-up workbook: what an office fills in before a congress can be opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

from openpyxl.comments.comments import Comment
from openpyxl.styles.alignment import Alignment
from openpyxl.styles.borders import Border, Side
from openpyxl.styles.fills import PatternFill
from openpyxl.styles.fonts import Font
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook.workbook import Workbook

from congress_desk.domain.setup.layout import CONGRESS, ELECTIONS, LAYOUTS, Column, SheetLayout
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.exports.atomic_file import write_whole_workbook
from congress_desk.exports.setup_workbook.choices import add_choices
from congress_desk.exports.setup_workbook.examples import example

_WRITE_BITS = 0o222
_LAST_ROW = 1001
_FACE = "Times New Roman"
_ACCENT, _REQUIRED, _LINE = "1F5A8C", "123A5C", "B8C4D0"
_WIDTHS = {
    "number": 6,
    "code": 11,
    "name": 27,
    "born": 13,
    "joined": 13,
    "gender": 9,
    "ethnic": 9,
    "religion": 12,
    "delegation": 24,
    "position": 26,
    "role": 46,
    "degree": 15,
    "theory": 14,
    "kind": 13,
    "status": 26,
    "note": 20,
    "session": 14,
    "day": 13,
    "time": 9,
    "minutes": 13,
    "content": 60,
    "executor": 30,
    "organ": 32,
    "title": 24,
    "duty": 46,
    "seats": 13,
    "alternates": 13,
    "among": 13,
}
_CENTRED = frozenset(
    (
        *("number", "code", "born", "joined", "gender", "day", "time", "minutes"),
        *("seats", "alternates", "among"),
    )
)
# Text, so that Excel turns neither "1975" nor "06/1975" into a day nobody meant.
_AS_TYPED = "@"
_AS_TYPED_COLUMNS = ("code", "born", "joined", "day", "time")


def write_template(path: Path) -> Refusal | None:
    """Write the empty set-up workbook to `path`, whole or not at all."""
    if path.suffix.casefold() != ".xlsx":
        return refuse("template_wrong_suffix", Place(file=path.name))
    if _is_closed(path.parent) or _is_closed(path):
        return refuse("template_not_writable", Place(file=path.name), folder=str(path.parent))
    return write_whole_workbook(path, _draw)


def _is_closed(path: Path) -> bool:
    """Say whether nobody may write there, even where the system would let us."""
    try:
        return path.exists() and not path.stat().st_mode & _WRITE_BITS
    except OSError:
        return True


def _draw(stream: BinaryIO) -> None:
    book = Workbook()
    book.properties.title = "Bảng tính khai báo đại hội"
    book.properties.creator = "Congress Desk"
    book.remove(book.active)
    for layout in LAYOUTS:
        sheet = book.create_sheet(layout.name)
        if layout is CONGRESS:
            _draw_items(sheet)
        else:
            _draw_table(sheet, layout)
        _set_up_page(sheet)
    add_choices(book, _LAST_ROW)
    book.save(stream)


def _draw_items(sheet: Any) -> None:
    for column, heading in enumerate(("Mục", "Giá trị"), start=1):
        _head(sheet.cell(row=1, column=column, value=heading), required=False)
    for row, item in enumerate(CONGRESS.columns, start=2):
        label = sheet.cell(row=row, column=1, value=_label(item))
        label.font = Font(name=_FACE, size=12, bold=item.required)
        label.alignment = Alignment(vertical="center")
        label.comment = _comment(CONGRESS, item)
        value = sheet.cell(row=row, column=2)
        value.font = Font(name=_FACE, size=12)
        value.alignment = Alignment(wrap_text=True, vertical="center", horizontal="left")
        value.number_format = _AS_TYPED
        for cell in (label, value):
            cell.border = _border()
        sheet.row_dimensions[row].height = 24
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 72
    sheet.freeze_panes = "B2"


def _draw_table(sheet: Any, layout: SheetLayout) -> None:
    for number, column in enumerate(layout.columns, start=1):
        cell = sheet.cell(row=1, column=number, value=_label(column))
        _head(cell, required=column.required)
        cell.comment = _comment(layout, column)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = _width(layout, column)
        dimension.font = Font(name=_FACE, size=12)
        across = "center" if column.key in _CENTRED else "left"
        dimension.alignment = Alignment(wrap_text=True, vertical="center", horizontal=across)
        if column.key in _AS_TYPED_COLUMNS:
            dimension.number_format = _AS_TYPED
    last = get_column_letter(len(layout.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{_LAST_ROW}"


def _head(cell: Any, *, required: bool) -> None:
    cell.font = Font(name=_FACE, size=12, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=_REQUIRED if required else _ACCENT)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _border()
    cell.parent.row_dimensions[cell.row].height = 34


def _comment(layout: SheetLayout, column: Column) -> Comment:
    must = "Bắt buộc.\n" if column.required else ""
    comment = Comment(f"{must}Ví dụ: {example(layout, column)}", "Congress Desk")
    comment.width, comment.height = 300, 120
    return comment


def _set_up_page(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_properties.tabColor = _ACCENT
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&A – &P/&N"
    sheet.page_margins.left = sheet.page_margins.right = 0.5


def _label(column: Column) -> str:
    return f"{column.label} *" if column.required else column.label


def _width(layout: SheetLayout, column: Column) -> int:
    if layout is ELECTIONS and column.key == "title":
        return 80
    return _WIDTHS[column.key]


def _border() -> Border:
    side = Side(style="thin", color=_LINE)
    return Border(left=side, right=side, top=side, bottom=side)

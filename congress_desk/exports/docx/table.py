"""Tables in Word: ruled ones with a header on every page, and bare ones that only place things."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell

from congress_desk.exports.docx.styles import CELL
from congress_desk.exports.docx.text import (
    TWIPS,
    add_room,
    element,
    set_cell,
    set_lines,
    word_text,
)
from congress_desk.exports.pdf.column_widths import LONGEST_CELL, side_padding, type_size
from congress_desk.exports.pdf.table import ROWS_TOGETHER, column_widths
from congress_desk.exports.pdf.text import bounded
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

_LINE_EIGHTHS = 5  # of a point: the 0.6 points of the PDF
_MM = 72 / 25.4
_TEXT, _SPACE = qn("w:t"), "{http://www.w3.org/XML/1998/namespace}space"
_MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def add_table(word: Any, table: doc.Table, form: Form) -> None:
    """Add a ruled table, with room above and below."""
    head_rows = 2 if any(column.group for column in table.columns) else 1
    widths = column_widths(table.columns)
    padding = _padding(side_padding(table), form.table_padding)
    made = _new_table(word, head_rows + len(table.rows), widths, padding, _rules())
    grid = [list(row.tc_lst) for row in made._tbl.tr_lst]
    _Writer(made, table, form).write(grid, head_rows)
    for index, row in enumerate(made._tbl.tr_lst):
        _set_row(row, table, header=index < head_rows)
    _keep_rows(made._tbl.tr_lst, head_rows)
    add_room(word, 7)


def bare_table(word: Any, widths: Sequence[float]) -> Any:
    """Return a table of one row without lines, its columns as wide as `widths` in points."""
    made = _new_table(word, 1, widths, _padding(0, 0))
    _forbid_split(made._tbl.tr_lst[0])
    return made


def bare_row(table: Any) -> None:
    """Add another row to such a table."""
    table.add_row()
    _forbid_split(table._tbl.tr_lst[-1])


class _Writer:
    """Writes the cells of one table, in one style and size."""

    def __init__(self, made: Any, table: doc.Table, form: Form) -> None:
        self._made, self._table = made, table
        self._style = made.part.document.styles[CELL]
        size = type_size(table, form)
        self._size = 0 if size == form.table_size else size
        self._leading = form.table_leading * size / form.table_size
        # One cell of each form is made with the library; the others are its copies.
        self._formed: dict[Any, tuple[Any, Any]] = {}

    def write(self, grid: list[list[Any]], head_rows: int) -> None:
        """Fill header and rows; `grid` holds the cells of each row."""
        columns = self._table.columns
        for cell, column in zip(grid[head_rows - 1], columns, strict=True):
            if head_rows == 1 or column.group:
                self._head(cell, column.title)
        if head_rows == 2:
            self._write_groups(grid[0], grid[1])
        for index, row in enumerate(self._table.rows):
            bold = index in self._table.bold_rows
            for cell, text, column in zip(grid[head_rows + index], row, columns, strict=True):
                self._put(cell, doc.Run(text, bold=bold), column.align)

    def _write_groups(self, upper: list[Any], lower: list[Any]) -> None:
        place = 0
        for group, members in groupby(self._table.columns, key=lambda column: column.group):
            titles = [column.title for column in members]
            if group:
                self._head(upper[place], group)
                _span(upper[place : place + len(titles)])
            else:
                for offset, title in enumerate(titles):
                    self._head(upper[place + offset], title)
                    _join(upper[place + offset], lower[place + offset])
            place += len(titles)

    def _head(self, cell: Any, title: str) -> None:
        self._put(cell, doc.Run(title, bold=True), doc.Align.CENTER)

    def _put(self, tc: Any, run: doc.Run, align: doc.Align) -> None:
        text = word_text(bounded(run.text, LONGEST_CELL))
        form = (align, run.bold, bool(text))
        if form not in self._formed:
            self._formed[form] = self._form(tc, doc.Run(text, bold=run.bold), align)
            return
        written, middle = (deepcopy(part) for part in self._formed[form])
        for place in written.iter(_TEXT):
            place.text = text
            if text.strip() != text:
                place.set(_SPACE, "preserve")
        tc.replace(tc.p_lst[0], written)
        tc.tcPr.append(middle)

    def _form(self, tc: Any, run: doc.Run, align: doc.Align) -> tuple[Any, Any]:
        """Write a cell; return its paragraph and where its text stands, to be copied."""
        cell = _Cell(tc, self._made)
        cell.vertical_alignment = _MIDDLE
        paragraph = set_cell(cell, (run,), self._style, align, self._size)
        if self._size:
            set_lines(paragraph, self._leading)
        return deepcopy(paragraph._p), deepcopy(tc.tcPr.find(qn("w:vAlign")))


def _new_table(
    word: Any, rows: int, widths: Sequence[float], padding: Any, rules: Any = None
) -> Any:
    """Return a table of fixed widths in points."""
    made = word.add_table(1, len(widths))
    of_table = made._tbl.tblPr
    for old in list(of_table):
        of_table.remove(old)
    of_table.append(element("w:tblW", w=_twips(sum(widths)), type="dxa"))
    layout = element("w:tblLayout", type="fixed")
    for each in (rules, layout, padding):
        if each is not None:
            of_table.append(each)
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Pt(width)
    first = made._tbl.tr_lst[0]
    for cell, width in zip(first.tc_lst, widths, strict=True):
        cell.width = Pt(width)
    for _ in range(rows - 1):
        made._tbl.append(deepcopy(first))
    return made


def _rules() -> Any:
    borders = element("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rule = element(f"w:{edge}", val="single", sz=_LINE_EIGHTHS, space=0, color="000000")
        borders.append(rule)
    return borders


def _padding(side: float, padding: float) -> Any:
    margins = element("w:tblCellMar")
    above, below = max(padding - 1, 0), padding + 1 if padding else 0
    for edge, size in (("top", above), ("left", side), ("bottom", below), ("right", side)):
        margins.append(element(f"w:{edge}", w=_twips(size), type="dxa"))
    return margins


def _set_row(row: Any, table: doc.Table, *, header: bool) -> None:
    _forbid_split(row)
    if header:
        row.get_or_add_trPr().append(element("w:tblHeader"))
    elif table.row_height:
        height = element("w:trHeight", val=_twips(table.row_height * _MM), hRule="atLeast")
        row.get_or_add_trPr().append(height)


def _forbid_split(row: Any) -> None:
    row.get_or_add_trPr().append(element("w:cantSplit"))


def _keep_rows(rows: Sequence[Any], head_rows: int) -> None:
    """Keep the header with the first rows, and the last rows together."""
    kept = [*rows[: head_rows + ROWS_TOGETHER - 1], *rows[-ROWS_TOGETHER:-1]]
    for row in kept if len(rows) > head_rows + 1 else rows[:head_rows]:
        keep_with_next(row)


def keep_with_next(row: Any) -> None:
    """Keep a row of a table on the page of the next one."""
    for paragraph in row.iter(qn("w:p")):
        paragraph.get_or_add_pPr().keepNext_val = True


def _span(cells: Sequence[Any]) -> None:
    """Let the first cell stand over all of them."""
    first = cells[0]
    first.grid_span = len(cells)
    first.width = Pt(sum(cell.width.pt for cell in cells))
    for cell in cells[1:]:
        cell.getparent().remove(cell)


def _join(upper: Any, lower: Any) -> None:
    """Let the upper cell reach down over the lower one."""
    upper.vMerge, lower.vMerge = "restart", "continue"


def _twips(points: float) -> int:
    return round(points * TWIPS)

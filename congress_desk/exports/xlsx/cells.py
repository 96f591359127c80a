"""Cells of a workbook: text that is always text, and one style a kind of cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles.alignment import Alignment
from openpyxl.styles.borders import Border, Side
from openpyxl.styles.fills import PatternFill
from openpyxl.styles.fonts import Font

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.reports.document.book import BookColumn, BookRow, ColumnKind, Tone, Value

_FACE = "Times New Roman"
_LONGEST = 32_000
_FORMULA = ("=", "+", "-", "@")
_LINE = Side(style="thin", color="9AA5B1")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = PatternFill("solid", fgColor="DCE6F0")
NORMAL_FONT = Font(name=_FACE, size=12)
_FONTS = {
    "title": Font(name=_FACE, size=15, bold=True, color="1F5A8C"),
    "note": Font(name=_FACE, size=12, italic=True, color="444444"),
    "section": Font(name=_FACE, size=12, bold=True, color="1F5A8C"),
    "header": Font(name=_FACE, size=12, bold=True),
    Tone.PLAIN: NORMAL_FONT,
    Tone.STRONG: Font(name=_FACE, size=12, bold=True),
    Tone.MUTED: Font(name=_FACE, size=12, italic=True, color="6B6B6B"),
    Tone.TOTAL: Font(name=_FACE, size=12, bold=True),
    Tone.CHECK: Font(name=_FACE, size=12, italic=True, color="1B6E46"),
}
_WRONG = Font(name=_FACE, size=12, bold=True, color="B3261E")
_FILLS = {
    Tone.TOTAL: PatternFill("solid", fgColor="EEF2F6"),
    Tone.CHECK: PatternFill("solid", fgColor="EEF2F6"),
}
_HORIZONTAL = {
    ColumnKind.TEXT: "left",
    ColumnKind.NUMBER: "right",
    ColumnKind.CODE: "center",
    ColumnKind.MARK: "center",
    ColumnKind.TIME: "center",
}
_FORMATS: tuple[tuple[type, str], ...] = (
    (datetime, "dd/mm/yyyy hh:mm"),
    (date, "dd/mm/yyyy"),
    (Decimal, "0.00"),
    (int, "0"),
)


class CellMaker:
    """Makes the cells of one sheet; a cell object is used again for the next cell of its style.

    The write-only sheet writes each cell before it asks for the next, so this is safe, and it
    makes no style twice.
    """

    def __init__(self, worksheet: Any, columns: Sequence[BookColumn]) -> None:
        self._worksheet = worksheet
        self._columns = columns
        self._made: dict[Any, Any] = {}

    def line(self, text: str, style: str) -> Iterator[Any]:
        """Yield a line of text over the table: title, note or title of a section."""
        cell = WriteOnlyCell(self._worksheet)
        cell.font = _FONTS[style]
        cell.alignment = Alignment(vertical="center", wrap_text=style != "section")
        yield _with_value(cell, text)

    def header(self) -> Iterator[Any]:
        """Yield the titles of the columns; those of marks stand upright."""
        for column in self._columns:
            upright = column.kind is ColumnKind.MARK
            cell = WriteOnlyCell(self._worksheet)
            cell.font, cell.fill, cell.border = _FONTS["header"], _HEAD_FILL, _GRID
            cell.alignment = Alignment(
                horizontal="center",
                vertical="bottom" if upright else "center",
                wrap_text=True,
                text_rotation=90 if upright else 0,
            )
            yield _with_value(cell, column.title)

    def row(self, row: BookRow) -> Iterator[Any]:
        """Yield the cells of one row."""
        for column, value in zip(self._columns, row.values, strict=True):
            wrong = row.tone is Tone.CHECK and isinstance(value, int) and value != 0
            yield _with_value(self._cell(column.kind, row.tone, value, wrong), value)

    def _cell(self, kind: ColumnKind, tone: Tone, value: Value, wrong: bool) -> Any:
        quoted = isinstance(value, str) and value.startswith(_FORMULA)
        key = (kind, tone, type(value), wrong, quoted)
        if key not in self._made:
            cell = WriteOnlyCell(self._worksheet)
            cell.font = _WRONG if wrong else _FONTS[tone]
            cell.border = _GRID
            if tone in _FILLS:
                cell.fill = _FILLS[tone]
            sums = tone in _FILLS and isinstance(value, str)
            horizontal = "left" if sums else _HORIZONTAL[kind]
            cell.alignment = Alignment(
                horizontal=horizontal,
                vertical="center",
                indent=0 if horizontal == "center" else 1,
                wrap_text=kind is ColumnKind.TEXT and not sums,
            )
            cell.number_format = _number_format(kind, value)
            cell.quotePrefix = quoted
            self._made[key] = cell
        return self._made[key]


def cell_text(text: str) -> str:
    """Return text that a cell takes: NFC, one line, no control characters, not too long."""
    clean = clean_text(text)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _with_value(cell: Any, value: Value) -> Any:
    """Fill a cell; a time is told to the minute: seconds could tell whose paper came when."""
    if isinstance(value, datetime):
        value = value.replace(second=0, microsecond=0)
    if isinstance(value, str) and (text := cell_text(value)):
        cell.value = text
        cell.data_type = "s"
    else:
        cell.value = None if isinstance(value, str) else value
    return cell


def _number_format(kind: ColumnKind, value: Value) -> str:
    """Return the format of a value; counts have a point between thousands, as Excel is set."""
    if kind is ColumnKind.NUMBER and isinstance(value, int):
        return "#,##0"
    return next((form for kind, form in _FORMATS if isinstance(value, kind)), "General")

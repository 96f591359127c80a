"""Cells of a workbook: text that is always text, and one format a kind of cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.exports.csv_text import FORMULA
from congress_desk.reports.document.book import BookColumn, BookRow, ColumnKind, Tone, Value
from congress_desk.reports.document.line_breaks import whole_terms

_LONGEST = 32_000
NORMAL_FONT = {"font_name": "Times New Roman", "font_size": 12}
_GRID = {"border": 1, "border_color": "#9AA5B1"}
_LINES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 15, "bold": True, "font_color": "#1F5A8C", "text_wrap": True},
    "note": {"italic": True, "font_color": "#444444", "text_wrap": True},
    "section": {"bold": True, "font_color": "#1F5A8C"},
}
_TONES: dict[Tone, dict[str, Any]] = {
    Tone.PLAIN: {},
    Tone.STRONG: {"bold": True},
    Tone.MUTED: {"italic": True, "font_color": "#6B6B6B"},
    Tone.TOTAL: {"bold": True, "bg_color": "#EEF2F6"},
    Tone.CHECK: {"italic": True, "font_color": "#1B6E46", "bg_color": "#EEF2F6"},
}
_WRONG = {"bold": True, "italic": False, "font_color": "#B3261E"}
_SUMS = (Tone.TOTAL, Tone.CHECK)
_HORIZONTAL = {
    ColumnKind.TEXT: "left",
    ColumnKind.NUMBER: "right",
    ColumnKind.CODE: "center",
    ColumnKind.MARK: "center",
    ColumnKind.TIME: "center",
}
_FORMATS: dict[type, str] = {
    datetime: "dd/mm/yyyy hh:mm",
    date: "dd/mm/yyyy",
    Decimal: "0.00",
    int: "0",
}


class CellWriter:
    """Writes the cells of one sheet, row by row; each format is made once. Rows count from 1."""

    def __init__(self, workbook: Any, worksheet: Any, columns: Sequence[BookColumn]) -> None:
        self._workbook = workbook
        self._worksheet = worksheet
        self._columns = columns
        self._formats: dict[Any, Any] = {}

    def line(self, row: int, text: str, style: str, height: float | None, *, across: bool) -> None:
        """Write a line of text over the table: title, note or title of a section."""
        cell = self._format(style, valign="vcenter", **_LINES[style])
        if height is not None:
            self._worksheet.set_row(row - 1, height)
        shown = cell_text(text)
        if across and len(self._columns) > 1:
            area = (row - 1, 0, row - 1, len(self._columns) - 1)
            self._worksheet.merge_range(*area, shown, cell)
        elif shown:
            self._worksheet.write_string(row - 1, 0, shown, cell)

    def header(self, row: int, height: float) -> None:
        """Write the titles of the columns; those of marks stand upright."""
        self._worksheet.set_row(row - 1, height)
        for place, column in enumerate(self._columns):
            upright = column.kind is ColumnKind.MARK
            cell = self._format(
                ("header", upright),
                bold=True,
                bg_color="#DCE6F0",
                align="center",
                valign="bottom" if upright else "vcenter",
                text_wrap=True,
                rotation=90 if upright else 0,
                **_GRID,
            )
            self._worksheet.write_string(row - 1, place, cell_text(column.title), cell)

    def row(self, row: int, told: BookRow, height: float) -> None:
        """Write one row of values."""
        place, sheet, tone, formats = row - 1, self._worksheet, told.tone, self._formats
        sheet.set_row(place, height)
        for at, (column, value) in enumerate(zip(self._columns, told.values, strict=True)):
            if type(value) is int and tone is not Tone.CHECK:
                cell = formats.get((column.kind, tone, int, False))
                if cell is None:
                    cell = self._value_format(column.kind, tone, int, False)
                sheet.write_number(place, at, value, cell)
            else:
                self._write(place, at, column.kind, tone, value)

    def _write(self, row: int, at: int, kind: ColumnKind, tone: Tone, value: Value) -> None:
        """Write a value; a time is told to the minute: seconds could tell whose paper came when."""
        if isinstance(value, str):
            text = cell_text(value)
            cell = self._value_format(kind, tone, str, text.startswith(FORMULA))
            if text:
                self._worksheet.write_string(row, at, text, cell)
            else:
                self._worksheet.write_blank(row, at, None, cell)
        elif value is None:
            self._worksheet.write_blank(row, at, None, self._value_format(kind, tone, str, False))
        elif isinstance(value, int | Decimal):
            wrong = tone is Tone.CHECK and value != 0
            self._worksheet.write_number(
                row, at, value, self._value_format(kind, tone, type(value), wrong)
            )
        else:
            if isinstance(value, datetime):
                value = value.replace(second=0, microsecond=0)
            cell = self._value_format(kind, tone, type(value), False)
            self._worksheet.write_datetime(row, at, value, cell)

    def _value_format(self, kind: ColumnKind, tone: Tone, of: type, marked: bool) -> Any:
        """Return a format; `marked` is a check that does not hold, or a text like a formula."""
        key = (kind, tone, of, marked)
        if key in self._formats:
            return self._formats[key]
        sums = tone in _SUMS and of is str
        horizontal = "left" if sums else _HORIZONTAL[kind]
        return self._format(
            key,
            **_TONES[tone] | (_WRONG if marked and of is not str else {}),
            **_GRID,
            align=horizontal,
            valign="vcenter",
            indent=0 if horizontal == "center" else 1,
            text_wrap=kind is ColumnKind.TEXT and not sums,
            num_format=_number_format(kind, of),
            quote_prefix=marked and of is str,
        )

    def _format(self, key: Any, **about: Any) -> Any:
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format({**NORMAL_FONT, **about})
        return self._formats[key]


def cell_text(text: str) -> str:
    """Return text that a cell takes: NFC, one line, no control characters, not too long."""
    clean = whole_terms(clean_text(text))
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _number_format(kind: ColumnKind, of: type) -> str:
    """Return the format of a value; counts have a point between thousands, as Excel is set."""
    if kind is ColumnKind.NUMBER and of is int:
        return "#,##0"
    return _FORMATS.get(of, "General")

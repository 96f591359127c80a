"""Where things stand on a sheet: widths that fit, heights, the filter, pages across."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
)
from congress_desk.reports.document.line_breaks import whole_terms

_LINE = 16.5  # points of one line of text
_TEXT_ROOM = 3.4  # characters left free in a cell
_NUMBER_ROOM = 2.4
_NARROW = 0.92  # width of a letter against the digit that widths are counted in
_LONGEST_TEXT = 36  # characters before a text wraps
_UPRIGHT_PAGE = 112  # characters across an upright A4 page
_WIDE_PAGE = 285  # characters that can still be read across A4 turned
_UPRIGHT_TITLE = 30  # characters of an upright title in one line
_SUMS = (Tone.TOTAL, Tone.CHECK)


class Layout:
    """The measures of one sheet; widths in characters, heights in points, rows from 1."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.header_row = len(sheet.notes) + 3
        self.widths = [_width(column, self._values(i)) for i, column in enumerate(sheet.columns)]
        self.heights = self._heights()

    @property
    def filtered_rows(self) -> int:
        """Return how many rows of the first section are no sums: what the filter is over."""
        return sum(row.tone not in _SUMS for row in self._sheet.sections[0].rows)

    @property
    def landscape(self) -> bool:
        return bool(self._sheet.charts) or sum(self.widths) > _UPRIGHT_PAGE

    @property
    def pages_wide(self) -> int:
        return ceil(sum(self.widths) / _WIDE_PAGE)

    @property
    def height(self) -> float:
        """Return how high the whole sheet is, in points."""
        sections = self._sheet.sections
        rows = sum(self.row_height(row) for section in sections for row in section.rows)
        # A plain line between two sections, and one for each title.
        between = len(sections) - 1 + sum(bool(section.title) for section in sections)
        return sum(self.heights.values()) + rows + between * _LINE

    def row_height(self, row: BookRow) -> float:
        """Return the height of a row: as many lines as its longest wrapped text takes."""
        lines = 1
        for column, width, value in zip(self._sheet.columns, self.widths, row.values, strict=True):
            if column.kind is ColumnKind.TEXT and isinstance(value, str) and len(value) > width / 2:
                lines = max(lines, _lines(value, width - _TEXT_ROOM + 1))
        return lines * _LINE + 3

    def _values(self, place: int) -> list[Value]:
        sections: tuple[Section, ...] = self._sheet.sections
        return [
            row.values[place]
            for section in sections
            for row in section.rows
            if place or row.tone not in _SUMS
        ]

    def _heights(self) -> dict[int, float]:
        across = sum(self.widths)
        heights = {1: 22.0 * _lines(self._sheet.title, across / 1.3)}
        for row, note in enumerate(self._sheet.notes, start=2):
            heights[row] = _LINE * _lines(note, across)
        titles = zip(self._sheet.columns, self.widths, strict=True)
        heights[self.header_row] = max(_header_height(column, width) for column, width in titles)
        return heights


def _width(column: BookColumn, values: list[Value]) -> float:
    if column.kind is ColumnKind.MARK:
        digits = max((_length(value) for value in values), default=0)
        return max(4.0, digits * 1.3 + 1) + 2.2 * (_upright_lines(column.title) - 1)
    if column.kind is ColumnKind.TIME:
        return 18.0
    word = max((len(word) for word in column.title.split()), default=0)
    longest = max((_length(value) for value in values), default=0)
    most = _LONGEST_TEXT if column.kind is ColumnKind.TEXT else 24
    room = _NUMBER_ROOM if column.kind is ColumnKind.NUMBER else _TEXT_ROOM
    return float(max(min(max(longest, 6), most), word) * 1.08 + room)


def _length(value: Value) -> int:
    if value is None:
        return 0
    return 16 if isinstance(value, datetime) else len(str(value))


def _header_height(column: BookColumn, width: float) -> float:
    if column.kind is ColumnKind.MARK:
        return min(len(column.title), _UPRIGHT_TITLE) * 6.4 + 14
    return _lines(column.title, width - 1) * _LINE + 6


def _lines(text: str, room: float) -> int:
    """Return how many lines of `room` characters a text takes, broken between words."""
    lines, taken = 1, 0.0
    for word in whole_terms(text).split(" "):
        size = len(word) * _NARROW
        if taken and taken + 1 + size > room:
            lines, taken = lines + 1, 0
        taken += size + (1 if taken else 0)
        if taken > room:
            lines, taken = lines + int(taken // room), taken % room
    return lines


def _upright_lines(title: str) -> int:
    return ceil(len(title) / _UPRIGHT_TITLE)

"""Ruled tables: the header repeated on every page, never one row alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable, Spacer

from congress_desk.exports.pdf.column_widths import LONGEST_CELL, side_padding, type_size
from congress_desk.exports.pdf.ruled_table import (
    Cell,
    Grid,
    Head,
    HeadCell,
    Row,
    RuledTable,
    broken,
)
from congress_desk.exports.pdf.styles import cell_style
from congress_desk.exports.pdf.text import bounded
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

ROWS_TOGETHER = 2
# Rows that end a table together, so that its last page is more than a rest.
LAST_ROWS = 5
_TALLEST = 145 * mm
_CELL = _TALLEST - 8 * mm


def table_flowables(table: doc.Table, form: Form) -> list[Any]:
    """Return the table with room above and below."""
    return [Spacer(1, 2), ruled_table(table, form), Spacer(1, 7)]


def split_flowables(table: doc.Table, kept: int, form: Form) -> tuple[list[Any], list[Any]]:
    """Return a table without its last rows, and these rows, which join on without a gap."""
    count = len(table.rows)
    body, tail = _part(table, 0, count - kept), _part(table, count - kept, count)
    first = [Spacer(1, 2), ruled_table(body, form)]
    return first, [TableTail(ruled_table(tail, form)), Spacer(1, 7)]


class TableTail(Flowable):
    """The last rows of a table: under the header again where they begin a page."""

    def __init__(self, with_header: RuledTable) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._with_header = self._shown = with_header
        self._bare = RuledTable(with_header.grid, Head(), with_header.rows)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        frame = getattr(self, "_frame", None)
        # Measured without a frame they are to join on: only a page of their own needs the header.
        self._shown = self._with_header if frame is not None and frame._atTop else self._bare
        self.height = self._shown.height
        return self._shown.wrap(aW, aH)

    def draw(self) -> None:
        self._shown.drawOn(self.canv, 0, 0)  # type: ignore[no-untyped-call]


def least_height(table: doc.Table, form: Form) -> float:
    """Return the height of the header with the first rows, in points: of few rows with all."""
    if len(table.rows) < ROWS_TOGETHER + LAST_ROWS:
        whole = _as_ruled(table, form, least=0).height
        if whole <= _TALLEST:
            return whole + 9
    return _as_ruled(_part(table, 0, ROWS_TOGETHER), form, least=0).height + 9


def ruled_table(table: doc.Table, form: Form) -> RuledTable:
    """Return a table as it is printed; rows that no page could hold are cut, visibly."""
    made = _as_ruled(table, form, least=table.row_height * mm)
    if max((row.height for row in made.rows), default=0) > _TALLEST:
        shortened = replace(table, rows=_shortened(table, made, form))
        made = _as_ruled(shortened, form, least=table.row_height * mm)
    return made


def column_widths(columns: Sequence[doc.Column]) -> list[float]:
    """Return the widths of columns in points, as `with_widths` has set them."""
    return [column.width * mm for column in columns]


def _part(table: doc.Table, begin: int, end: int) -> doc.Table:
    bold = frozenset(row - begin for row in table.bold_rows if begin <= row < end)
    return replace(table, rows=table.rows[begin:end], bold_rows=bold)


def _as_ruled(table: doc.Table, form: Form, *, least: float) -> RuledTable:
    """Return a table whose rows are `least` points high or more, its header as high as it needs."""
    grid = Grid(
        widths=tuple(column_widths(table.columns)),
        side=side_padding(table),
        above=form.table_padding - 1,
        below=form.table_padding + 1,
    )
    rows = [
        _row(row, table, form, grid, bold=index in table.bold_rows, least=least)
        for index, row in enumerate(table.rows)
    ]
    return RuledTable(grid, _head(table, form, grid), rows, _kept_together(rows))


def _row(
    texts: Sequence[str], table: doc.Table, form: Form, grid: Grid, *, bold: bool, least: float
) -> Row:
    cells = tuple(
        _cell(text, form, column.align, table, grid.room(place, place + 1), bold=bold)
        for place, (text, column) in enumerate(zip(texts, table.columns, strict=True))
    )
    return Row(max(least, *map(grid.needed, cells)), cells)


def _shortened(table: doc.Table, made: RuledTable, form: Form) -> tuple[tuple[str, ...], ...]:
    """Cut, visibly, what would make a row higher than a page, which cannot be printed."""
    rooms = [made.grid.room(place, place + 1) for place in range(len(table.columns))]
    return tuple(
        texts
        if row.height <= _TALLEST
        else tuple(
            _fitting(text, form, table, room) for text, room in zip(texts, rooms, strict=True)
        )
        for texts, row in zip(table.rows, made.rows, strict=True)
    )


def _fitting(text: str, form: Form, table: doc.Table, room: float) -> str:
    while (height := _cell(text, form, doc.Align.LEFT, table, room).height) > _CELL:
        text = bounded(text, max(int(len(text) * _CELL / height), 2))
    return text


def _kept_together(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return which rows, from and up to, no page parts: the first of them, and the last."""
    count = len(rows)
    if count <= ROWS_TOGETHER:
        return []

    def fit(first: int, last: int) -> bool:
        # Rows that together are higher than a page cannot be kept together.
        return sum(row.height for row in rows[first:last]) <= _TALLEST

    first, last = ROWS_TOGETHER, count - min(LAST_ROWS, count)
    if last < first and fit(0, count):
        return [(0, count)]
    if last < first or not fit(last, count):
        last = count - ROWS_TOGETHER
    ends = [(last, count)] if first <= last and fit(last, count) else []
    return [*ends, (0, first)] if fit(0, first) else ends


def _head(table: doc.Table, form: Form, grid: Grid) -> Head:
    """Return one header row, or two with the groups above."""
    columns = table.columns

    def title(text: str, left: int, right: int) -> Cell:
        room = grid.room(left, right)
        return _cell(text, form, doc.Align.CENTER, table, room, bold=True)

    titles = [title(column.title, n, n + 1) for n, column in enumerate(columns)]
    if not any(column.group for column in columns):
        cells = tuple(HeadCell(cell, n, 0, n + 1, 1) for n, cell in enumerate(titles))
        return Head((max(map(grid.needed, titles)),), cells)
    cells, place = (), 0
    for group, members in groupby(columns, key=lambda column: column.group):
        end = place + len(list(members))
        if group:
            cells += (HeadCell(title(group, place, end), place, 0, end, 1),)
            cells += tuple(HeadCell(titles[n], n, 1, n + 1, 2) for n in range(place, end))
        else:
            cells += tuple(HeadCell(titles[n], n, 0, n + 1, 2) for n in range(place, end))
        place = end
    in_rows = sorted(cells, key=lambda each: (each.upper, each.left))
    return Head(_head_heights(cells, grid), tuple(in_rows))


def _head_heights(cells: Sequence[HeadCell], grid: Grid) -> tuple[float, float]:
    """Return how high the two rows of a header are; what stands over both widens them alike."""
    groups = max(grid.needed(each.cell) for each in cells if each.lower == 1)
    titles = max(grid.needed(each.cell) for each in cells if each.upper == 1)
    both = (grid.needed(each.cell) for each in cells if each.lower - each.upper > 1)
    more = max(max(both, default=0) - groups - titles, 0) / 2
    return groups + more, titles + more


def _cell(
    text: str, form: Form, align: doc.Align, table: doc.Table, room: float, *, bold: bool = False
) -> Cell:
    style = cell_style(form, align, bold, type_size(table, form))
    return broken(bounded(text, LONGEST_CELL), style, room)

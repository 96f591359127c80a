"""Ruled tables: the header repeated on every page, never one row alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from itertools import groupby
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.flowables import Flowable, Spacer

from congress_desk.exports.pdf.column_widths import LONGEST_CELL, side_padding, type_size
from congress_desk.exports.pdf.fonts import FACES
from congress_desk.exports.pdf.styles import cell_style
from congress_desk.exports.pdf.text import bounded, paragraph
from congress_desk.reports.document import document as doc
from congress_desk.reports.document.form import Form

_LINE_WIDTH = 0.6
ROWS_TOGETHER = 2
# Rows that end a table together, so that its last page is more than a rest.
LAST_ROWS = 5
_TALLEST = 145 * mm
_CELL = _TALLEST - 8 * mm


_Laid = tuple[list[float], list[list[Any]]]
_KEPT: ContextVar[dict[Any, _Laid] | None] = ContextVar("tables laid out", default=None)


@contextmanager
def laid_out_once() -> Iterator[None]:
    """Keep what tables come to while one paper is tried in several ways: most stay as they are."""
    before = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(before)


def table_flowables(table: doc.Table, form: Form, width: float) -> list[Any]:
    """Return the table with room above and below, as wide as `width` points."""
    return [Spacer(1, 2), _measured(table, form, width), Spacer(1, 7)]


def split_flowables(
    table: doc.Table, kept: int, form: Form, width: float
) -> tuple[list[Any], list[Any]]:
    """Return a table without its last rows, and these rows, which join on without a gap."""
    count = len(table.rows)
    body = _part(table, 0, count - kept)
    tail = _part(table, count - kept, count)
    first = [Spacer(1, 2), _measured(body, form, width)]
    with_header = _measured(tail, form, width)
    return first, [TableTail(with_header, form, width, tail), Spacer(1, 7)]


class TableTail(Flowable):
    """The last rows of a table: under the header again where they begin a page."""

    def __init__(self, with_header: Table, form: Form, width: float, tail: doc.Table) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._with_header = with_header
        bare = _ruled(tail, tail.rows, form)
        head_rows = bare.repeatRows
        bare.wrap(width, 10_000)
        rows = [_ruled_row(bare, row) for row in range(head_rows, len(bare._cellvalues))]
        least = tail.row_height * mm
        heights = [max(h, least) for h in bare._rowHeights[head_rows:]]
        self._bare = Table(
            rows,
            colWidths=column_widths(tail.columns),
            rowHeights=heights,
            style=_commands(tail, form),
        )
        self._shown = with_header

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        frame = getattr(self, "_frame", None)
        # Measured without a frame they are to join on: only a page of their own needs the header.
        self._shown = self._with_header if frame is not None and frame._atTop else self._bare
        wide, high = self._shown.wrap(aW, aH)
        self.height = high
        return float(wide), float(high)

    def draw(self) -> None:
        self._shown.drawOn(self.canv, 0, 0)


def _part(table: doc.Table, begin: int, end: int) -> doc.Table:
    bold = frozenset(row - begin for row in table.bold_rows if begin <= row < end)
    return replace(table, rows=table.rows[begin:end], bold_rows=bold)


def _ruled_row(table: Table, row: int) -> list[Any]:
    return list(table._cellvalues[row])


def least_height(table: doc.Table, form: Form, width: float) -> float:
    """Return the height of the header with the first rows, in points: of few rows with all."""
    if len(table.rows) < ROWS_TOGETHER + LAST_ROWS:
        whole = float(_ruled(table, table.rows, form).wrap(width, 10_000)[1])
        if whole <= _TALLEST:
            return whole + 9
    first = _ruled(table, table.rows[:ROWS_TOGETHER], form)
    return float(first.wrap(width, 10_000)[1]) + 9


def _measured(table: doc.Table, form: Form, width: float) -> Table:
    """Return the table with the heights of its rows: else each page measures all that is left."""
    rows, (heights, cells) = table.rows, _laid_out(table, table.rows, form, width)
    if max(heights, default=0) > _TALLEST:
        rows = _shortened(table, heights, form)
        heights, cells = _laid_out(table, rows, form, width)
    return _ruled(table, rows, form, heights, cells)


def _laid_out(table: doc.Table, rows: Sequence[tuple[str, ...]], form: Form, width: float) -> _Laid:
    """Return the heights of the rows, those of the header first, and the cells below it."""
    kept = _KEPT.get()
    if kept is None:
        return _lay_out(table, rows, form, width)
    key = (table, tuple(rows), width)
    if key not in kept:
        kept[key] = _lay_out(table, rows, form, width)
    return kept[key]


def _lay_out(table: doc.Table, rows: Sequence[tuple[str, ...]], form: Form, width: float) -> _Laid:
    made = _ruled(table, rows, form)
    made.wrap(width, 10_000)
    least, head_rows = table.row_height * mm, made.repeatRows
    heights = [
        height if row < head_rows else max(height, least)
        for row, height in enumerate(made._rowHeights)
    ]
    return heights, [_ruled_row(made, row) for row in range(head_rows, len(made._cellvalues))]


def _shortened(
    table: doc.Table, heights: Sequence[float], form: Form
) -> tuple[tuple[str, ...], ...]:
    """Cut, visibly, what would make a row higher than a page, which cannot be printed."""
    head_rows = len(heights) - len(table.rows)
    widths = column_widths(table.columns)
    rooms = [across - 2 * side_padding(table) for across in widths]
    return tuple(
        row
        if height <= _TALLEST
        else tuple(_fitting(text, form, table, room) for text, room in zip(row, rooms, strict=True))
        for row, height in zip(table.rows, heights[head_rows:], strict=True)
    )


def _fitting(text: str, form: Form, table: doc.Table, room: float) -> str:
    while (height := _cell(text, form, doc.Align.LEFT, table).wrap(room, 10_000)[1]) > _CELL:
        text = bounded(text, max(int(len(text) * _CELL / height), 2))
    return text


def _ruled(
    table: doc.Table,
    rows: Sequence[tuple[str, ...]],
    form: Form,
    heights: Sequence[float] | None = None,
    cells: list[list[Any]] | None = None,
) -> Table:
    header, spans = _header(table, form)
    head_rows = len(header)
    body = cells or [
        [
            _cell(text, form, column.align, table, bold=index in table.bold_rows)
            for text, column in zip(row, table.columns, strict=True)
        ]
        for index, row in enumerate(rows)
    ]
    commands = [*_commands(table, form), *spans]
    if len(rows) > ROWS_TOGETHER:
        commands += _kept_together(len(rows), head_rows, heights)
    return Table(
        [*header, *body],
        colWidths=column_widths(table.columns),
        rowHeights=heights,
        repeatRows=head_rows,
        style=commands,
    )


def _kept_together(count: int, head_rows: int, heights: Sequence[float] | None) -> list[Any]:
    """Return which of `count` rows no page parts: the first of them, and the last."""

    def fit(first: int, last: int) -> bool:
        # Rows that together are higher than a page cannot be kept together.
        return heights is None or sum(heights[first:last]) <= _TALLEST

    end = head_rows + count
    first, last = head_rows + ROWS_TOGETHER, end - min(LAST_ROWS, count)
    if last < first and fit(0, end):
        # Two ranges that overlap would be none.
        return [("NOSPLIT", (0, head_rows), (0, end - 1))]
    if last < first or not fit(last, end):
        last = end - ROWS_TOGETHER
    kept: list[Any] = []
    if first <= last and fit(last, end):
        kept.append(("NOSPLIT", (0, last), (0, end - 1)))
    if fit(0, first):
        kept.append(("NOSPLIT", (0, head_rows), (0, first - 1)))
    return kept


def _commands(table: doc.Table, form: Form) -> list[Any]:
    padding, side = form.table_padding, side_padding(table)
    return [
        ("FONT", (0, 0), (-1, -1), FACES.regular),
        ("GRID", (0, 0), (-1, -1), _LINE_WIDTH, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), padding - 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 1),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
    ]


def _header(table: doc.Table, form: Form) -> tuple[list[list[Any]], list[Any]]:
    """Return one header row, or two with the groups above, and the spans that join cells."""
    columns = table.columns

    def title(text: str) -> Paragraph:
        return _cell(text, form, doc.Align.CENTER, table, bold=True)

    titles = [title(column.title) for column in columns]
    if not any(column.group for column in columns):
        return [titles], []
    upper: list[Any] = list(titles)
    lower: list[Any] = [
        cell if column.group else "" for cell, column in zip(titles, columns, strict=True)
    ]
    spans: list[Any] = []
    place = 0
    for group, members in groupby(columns, key=lambda column: column.group):
        count = len(list(members))
        if group:
            upper[place] = title(group)
            spans.append(("SPAN", (place, 0), (place + count - 1, 0)))
        else:
            spans += [("SPAN", (c, 0), (c, 1)) for c in range(place, place + count)]
        place += count
    return [upper, lower], spans


def _cell(
    text: str, form: Form, align: doc.Align, table: doc.Table, *, bold: bool = False
) -> Paragraph:
    run = doc.Run(bounded(text, LONGEST_CELL))
    size = type_size(table, form)
    return paragraph([run], cell_style(form, align, bold, size))


def column_widths(columns: Sequence[doc.Column]) -> list[float]:
    """Return the widths of columns in points, as `with_widths` has set them."""
    return [column.width * mm for column in columns]

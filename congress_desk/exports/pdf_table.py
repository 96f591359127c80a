"""Ruled tables: the header repeated on every page, never one row alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.flowables import Spacer

from congress_desk.exports.fonts import FACES
from congress_desk.exports.pdf_styles import cell_style
from congress_desk.exports.pdf_text import bounded, markup
from congress_desk.reports import document as doc
from congress_desk.reports.form import Form

_SIDE_PADDING = 2 * mm
_LINE_WIDTH = 0.6
_ROWS_TOGETHER = 2
_LONGEST_CELL = 600


def table_flowables(table: doc.Table, form: Form, width: float) -> list[Any]:
    """Return the table with room above and below, as wide as `width` points."""
    return [Spacer(1, 2), _pdf_table(table, table.rows, form, width), Spacer(1, 7)]


def least_height(table: doc.Table, form: Form, width: float) -> float:
    """Return the height of the header with the first rows, in points."""
    first = _pdf_table(table, table.rows[:_ROWS_TOGETHER], form, width)
    return float(first.wrap(width, 10_000)[1]) + 9


def _pdf_table(
    table: doc.Table, rows: Sequence[tuple[str, ...]], form: Form, width: float
) -> Table:
    header, spans = _header(table, form)
    head_rows = len(header)
    body = [
        [
            _cell(text, form, column.align, table.small)
            for text, column in zip(row, table.columns, strict=True)
        ]
        for row in rows
    ]
    padding = form.table_padding
    commands = [
        ("FONT", (0, 0), (-1, -1), FACES.regular),
        ("GRID", (0, 0), (-1, -1), _LINE_WIDTH, black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), padding - 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 1),
        ("LEFTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE_PADDING),
        *spans,
    ]
    if len(rows) > _ROWS_TOGETHER:
        commands.append(("NOSPLIT", (0, -_ROWS_TOGETHER), (0, -1)))
        commands.append(("NOSPLIT", (0, head_rows), (0, head_rows + _ROWS_TOGETHER - 1)))
    return Table(
        [*header, *body],
        colWidths=_widths(table.columns, width),
        repeatRows=head_rows,
        style=commands,
    )


def _header(table: doc.Table, form: Form) -> tuple[list[list[Any]], list[Any]]:
    """Return one header row, or two with the groups above, and the spans that join cells."""
    columns = table.columns

    def title(text: str) -> Paragraph:
        return _cell(text, form, doc.Align.CENTER, table.small, bold=True)

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


def _cell(text: str, form: Form, align: doc.Align, small: bool, *, bold: bool = False) -> Paragraph:
    run = doc.Run(bounded(text, _LONGEST_CELL))
    return Paragraph(markup([run]), cell_style(form, align, bold, small))


def _widths(columns: Sequence[doc.Column], width: float) -> list[float]:
    """Return widths in points; columns without one share what is left."""
    given = sum(column.width * mm for column in columns)
    open_columns = sum(not column.width for column in columns)
    rest = (width - given) / open_columns if open_columns else 0
    return [column.width * mm or rest for column in columns]

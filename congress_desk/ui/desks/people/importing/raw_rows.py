"""The first rows of a sheet as they are, the header rows marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from congress_desk.i18n import tr
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Row, Sheet, column_letter
from congress_desk.ui.records.table_model import Sign, TableColumn

ROWS_SHOWN = 60
COLUMNS_SHOWN = 60
_LONGEST = 80


def first_rows(sheet: Sheet) -> tuple[Row, ...]:
    """Return the rows that are shown."""
    return sheet.rows[:ROWS_SHOWN]


def cell_text(value: CellValue | None) -> str:
    """Return what a cell says, short enough for a table; "" for one that says nothing."""
    if value is None or isinstance(value, Fault):
        return ""
    text = text_of(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def raw_columns(rows: Sequence[Row], header: range) -> tuple[TableColumn, ...]:
    """Return the number of the row and a column for each letter up to the last filled one."""
    last = min(max((max(row.cells) for row in rows), default=1), COLUMNS_SHOWN)
    return (_number_column(header), *(_letter_column(c, header) for c in range(1, last + 1)))


def title_rows(rows: Sequence[Row], header: range) -> tuple[tuple[int, int], ...]:
    """Return place and column of the rows above the header that hold one text alone: titles."""
    above = (row for row in rows if header and row.number < header.start)
    return tuple((place, min(row.cells)) for place, row in enumerate(above) if len(row.cells) == 1)


def _number_column(header: range) -> TableColumn:
    mark = Sign(icon="chevron-right", tone="accent")
    return TableColumn(
        title=tr("Row"),
        text=lambda row: str(row.number),
        sign=lambda row: mark if row.number in header else None,
        tone=lambda row: "accent" if row.number in header else "muted",
        strong=lambda row: row.number in header,
    )


def _letter_column(column: int, header: range) -> TableColumn:
    return TableColumn(
        title=column_letter(column),
        text=partial(_text_in, column),
        tone=lambda row: "accent" if row.number in header else "",
        strong=lambda row: row.number in header,
    )


def _text_in(column: int, row: Row) -> str:
    return cell_text(row.cells.get(column))

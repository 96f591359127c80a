"""Lists that stand beside one another on one sheet: found by their titles, read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.people.register_layout import NAMES
from congress_desk.errors import ROWS_BESIDE
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.workbook.sheets import MAX_COLUMNS, Row, Sheet


def lists_of(sheet: Sheet, table: RegisterTable) -> Iterator[tuple[Sheet, RegisterTable]]:
    """Yield each list with its columns alone; the rows of one beside the first count on.

    A list whose column of names is not taken is none.
    """
    if not table.lists:
        yield sheet, table
        return
    begins = (1, *table.lists, MAX_COLUMNS + 1)
    for place, first in enumerate(begins[:-1]):
        columns = range(first, begins[place + 1])
        alone = replace(
            table,
            first_row=table.first_row + place * ROWS_BESIDE,
            last_row=table.last_row + place * ROWS_BESIDE,
            titles={c: title for c, title in table.titles.items() if c in columns},
            mapping={c: key for c, key in table.mapping.items() if c in columns},
        )
        if set(alone.mapping.values()) & set(NAMES):
            yield _columns_alone(sheet, columns, place * ROWS_BESIDE), alone


def first_list_alone(table: RegisterTable) -> RegisterTable:
    """Return the table without the lists beside the first, which then are told as not read."""
    if not table.lists:
        return table
    first = {c: key for c, key in table.mapping.items() if c < table.lists[0]}
    return replace(table, mapping=first, lists=())


def _columns_alone(sheet: Sheet, columns: range, count_on: int) -> Sheet:
    merges = [m for m in sheet.merges if m.first_column in columns]
    return replace(
        sheet,
        rows=tuple(_rows_alone(sheet.rows, columns, count_on)),
        merges=tuple(
            replace(m, first_row=m.first_row + count_on, last_row=m.last_row + count_on)
            for m in merges
        ),
        converted={
            (row + count_on, column): cell
            for (row, column), cell in sheet.converted.items()
            if column in columns
        },
    )


def _rows_alone(rows: Sequence[Row], columns: range, count_on: int) -> Iterator[Row]:
    for row in rows:
        cells = {column: value for column, value in row.cells.items() if column in columns}
        if cells:
            yield replace(row, number=row.number + count_on, cells=cells)

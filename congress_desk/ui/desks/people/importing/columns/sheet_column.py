"""A column of the list as the wizard shows it, and what is wrong with a choice of fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congress_desk.imports.register.date_order import date_order
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.workbook.sheets import Sheet, column_letter
from congress_desk.ui.desks.people.importing.raw_rows import cell_text

_ROWS_SEEN = 60
_SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """`number` is the column in the sheet, `letter` its name there; `samples` what stands in it.

    `ambiguous_dates` says that it holds dates whose day may also be a month.
    """

    number: int
    letter: str
    title: str
    samples: tuple[str, ...]
    ambiguous_dates: bool = False


def sheet_columns(sheet: Sheet, table: RegisterTable) -> tuple[SheetColumn, ...]:
    """Return the columns of a table, titled or not, with the first texts under the header."""
    under = [row for row in sheet.rows if row.number > table.last_row]
    below = under[:_ROWS_SEEN]
    filled = {column for row in below for column in row.cells}
    return tuple(
        SheetColumn(
            number=column,
            letter=column_letter(column),
            title=table.titles.get(column, ""),
            samples=samples_in(cell_text(row.cells.get(column)) for row in below),
            ambiguous_dates=date_order(under, column).ambiguous > 0,
        )
        for column in sorted(filled | set(table.titles))
    )


def samples_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the first different texts that say something."""
    return tuple(dict.fromkeys(text for text in texts if text))[:_SAMPLES]


def taken_twice(
    chosen: Mapping[int, str], guessed: Mapping[int, str] | None = None
) -> tuple[int, int] | None:
    """Return the first two columns that go to one field; None when every field has one at most.

    Columns that were guessed to be one together (day, month and year of birth) may be.
    """
    first: dict[str, int] = {}
    for column in sorted(chosen):
        key = chosen[column]
        before = first.setdefault(key, column)
        together = guessed and guessed.get(before) == guessed.get(column) == key
        if key and before != column and not together:
            return before, column
    return None

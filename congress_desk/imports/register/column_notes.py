"""Notes on whole columns of a list: those that are not used, and those that Excel hides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.errors import Place, Problem, problem
from congress_desk.imports.import_problems import shown
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.rows import NAME_KEYS
from congress_desk.imports.workbook.sheets import Row, Sheet, column_letter


def notes_of_columns(rows: Sequence[Row], table: RegisterTable, place: Place) -> Iterator[Problem]:
    """Tell which columns were not used, with how many filled cells; empty ones are no loss."""
    filled: dict[int, int] = {}
    for row in rows:
        for column in row.cells:
            filled[column] = filled.get(column, 0) + 1
    named = {table.titles.get(c, "") for c, key in table.mapping.items() if key in NAME_KEYS} - {""}
    for column in sorted(set(filled) - set(table.mapping)):
        beside = table.titles.get(column, "") in named
        code = "register_second_list" if beside else "register_column_unused"
        yield problem(code, _head(table, column, place), cells=filled[column])


def notes_of_unmarked(
    lines: Sequence[RegisterLine], table: RegisterTable, place: Place
) -> Iterator[Problem]:
    """Tell how many people no column of men or women marks: none may be, beside an empty "Nữ"."""
    columns = [c for c, key in table.mapping.items() if key in (BORN_MALE, BORN_FEMALE)]
    cells = sum(not line.person.gender for line in lines)
    if columns and cells:
        yield problem("register_gender_unmarked", _head(table, columns[-1], place), cells=cells)


def notes_of_hidden_columns(
    rows: Sequence[Row], table: RegisterTable, sheet: Sheet, place: Place
) -> Iterator[Problem]:
    """Tell which columns that Excel hides were read all the same, with how many filled cells."""
    for column in sorted(sheet.hidden_columns & set(table.mapping)):
        filled = sum(column in row.cells for row in rows)
        if filled:
            yield problem("register_column_hidden", _head(table, column, place), cells=filled)


def _head(table: RegisterTable, column: int, place: Place) -> Place:
    """Return the place of a column's title."""
    title = shown(table.titles.get(column, ""))
    name = f"{column_letter(column)} – {title}" if title else column_letter(column)
    return Place(file=place.file, sheet=place.sheet, row=table.last_row, column=name)

"""What a whole column of a list tells that none of its cells can tell alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.people.register_layout import COLUMNS, NAMES
from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.imports.name_cells import could_be_name, is_unit
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.name_additions import why_no_name
from congress_desk.imports.register.sections import section_text
from congress_desk.imports.register.titles import is_title
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import Row

_FEWEST, _WHOLE = 3, 3
_ALONE = 2
_NUMBER = re.compile(r"^\W*(?:\d+\W+)?")
_LADIES = ("bà ", "chị ", "b. ", "ms. ", "ms ", "mrs. ", "mrs ", "miss ")
_LORDS = ("ông ", "anh ", "ô. ", "mr. ", "mr ")


def are_addressed(rows: Sequence[Row], table: RegisterTable) -> bool:
    """Say whether a list addresses its people as Ông and Bà, which then are no family names."""
    names = [text for row in rows if (text := _name(row, table))]
    if "surname" in table.mapping.values() or any(n.startswith("ông thị ") for n in names):
        return False
    ladies = sum(name.startswith(_LADIES) for name in names)
    lords = sum(name.startswith(_LORDS) for name in names)
    return ladies > 0 or 2 * lords > len(names)


def given_once(rows: list[Row], table: RegisterTable) -> list[Row]:
    """Return the rows without a given name that the column before it has too: Lê Văn An | An.

    Hà Xuân | Xuân is Hà Xuân Xuân, unless most names are given twice.
    """
    columns = {key: column for column, key in table.mapping.items()}
    first, last = columns.get("surname", 0), columns.get("given_name", 0)
    both = [row for row in rows if {first, last} <= row.cells.keys()]
    words = {row.number: text_of(row.cells[first]).split(" ") for row in both}
    twice = {row.number for row in both if words[row.number][-1] == text_of(row.cells[last])}
    if 2 * len(twice) <= len(both):
        twice = {number for number in twice if len(words[number]) >= _WHOLE}
    return [
        replace(row, cells={c: v for c, v in row.cells.items() if c != last})
        if row.number in twice
        else row
        for row in rows
    ]


def answer_of(table: RegisterTable, column: int) -> str:
    """Return what a tick in a column says: the lowest header, or what its title adds to a label."""
    above, _, last = table.titles.get(column, "").rpartition(" – ")
    if above:
        return last
    label = COLUMNS[table.mapping[column]].label
    title = last.strip()
    return (
        title[len(label) :].strip(" :-–()") if title.casefold().startswith(label.casefold()) else ""
    )


def carried_down(rows: list[Row], table: RegisterTable) -> tuple[list[Row], list[int]]:
    """Return the rows with a unit written once for all below it, and the rows that got it so.

    Where most cells of the units are blank and the first is not, offices leave out repetitions.
    """
    column = next((c for c, key in table.mapping.items() if key == "delegation"), 0)
    named = [row for row in rows if _may_be_person(row, table)]
    blank = [row for row in named if column not in row.cells]
    if not column or len(named) < _FEWEST or named[0] in blank or 2 * len(blank) < len(named):
        return rows, []
    given = {row.number for row in blank}
    unit, carried, changed = None, list[int](), list[Row]()
    for row in rows:
        if _heads(row, table):
            unit = None
        told = column in row.cells and not is_title(text_of(row.cells[column]))
        if row in named or (told and len(row.cells) > _ALONE):
            unit = row.cells.get(column, unit)
        if row.number in given and unit is not None:
            carried.append(row.number)
            row = replace(row, cells={**row.cells, column: unit})
        changed.append(row)
    return changed, carried


def _heads(row: Row, table: RegisterTable) -> bool:
    """Say whether a row is the heading of other people, to whom the unit above does not go down."""
    text = section_text(row) if len(row.cells) <= _ALONE else ""
    named = any(table.mapping.get(column) in NAMES for column in row.cells)
    lone = len(row.cells) == 1 and bool(text)
    return (lone and not (named and begins_with_family_name(text))) or is_unit(text)


def _may_be_person(row: Row, table: RegisterTable) -> bool:
    """Say whether a row has a name, and is neither a signature beside another nor a header."""
    name = _written_name(row, table)
    whole = len(row.cells) > 1 or could_be_name(name)
    return whole and not is_title(name) and bool(name) and why_no_name(name) is None


def _name(row: Row, table: RegisterTable) -> str:
    return _NUMBER.sub("", _written_name(row, table).casefold())


def _written_name(row: Row, table: RegisterTable) -> str:
    values = [row.cells[c] for c, key in table.mapping.items() if key in NAMES and c in row.cells]
    return " ".join(map(text_of, values))

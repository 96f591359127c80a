"""A person on several rows of a list: the cell of the name is merged over them, or left empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.people.register_layout import (
    BORN_FEMALE,
    BORN_MALE,
    COLUMNS,
    NAME,
    NAMES,
    NUMBER,
)
from congress_desk.domain.text.family_names import begins_with_family_name
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.imports.name_cells import is_note, is_total, is_unit
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.register.titles import asks_office
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import MAX_ROWS, CellValue, Fault, Row, Sheet

_ONE_VALUE = frozenset({*NAMES, NUMBER})
# What no two people share, however their cells are merged.
_ONE_PERSONS = _ONE_VALUE | {
    *("code", "born", BORN_MALE, BORN_FEMALE, "joined", "official_on", "phone", "seat")
}


def joined_rows(
    rows: Sequence[Row], sheet: Sheet, table: RegisterTable
) -> tuple[list[Row], list[Row]]:
    """Return the rows with each person on one, and those that were joined to the row above.

    Offices in the party and in the state stand on a row each: they become one text.
    """
    named = {column for column, key in table.mapping.items() if key in NAMES}
    first_of = {
        number: merge.first_row
        for merge in sheet.merges
        if merge.first_column in named
        for number in range(merge.first_row + 1, min(merge.last_row, MAX_ROWS) + 1)
    }
    last = max((row.number for row in rows if _is_numbered_person(row, table)), default=0)
    people: dict[int, Row] = {}
    latest: Row | None = None
    joined: list[Row] = []
    for row in rows:
        above = people.get(first_of.get(row.number, 0)) or _goes_on(latest, row, table, last)
        office = _office_below(latest, row, table, last) if named & row.cells.keys() else 0
        if office and latest is not None:
            both = f"{text_of(latest.cells[office])}\n{text_of(row.cells[office])}"
            latest = replace(latest, cells={**latest.cells, office: both})
            people[latest.number] = latest
            joined.append(row)
            continue
        if above is None or named & row.cells.keys():
            people[row.number] = latest = row
            continue
        people[above.number] = latest = _with(above, row, table)
        joined.append(row)
    return list(people.values()), joined


def spread_merges(rows: list[Row], sheet: Sheet, table: RegisterTable) -> list[Row]:
    """Give every row under a merged cell that cell's value, where one value may stand for all."""
    columns = {column for column, key in table.mapping.items() if key not in _ONE_PERSONS}
    merges = [m for m in sheet.merges if m.first_column in columns and m.last_row > m.first_row]
    if not merges:
        return rows
    at = {row.number: position for position, row in enumerate(rows)}
    spread = list(rows)
    for merge in merges:
        first = at.get(merge.first_row)
        value = rows[first].cells.get(merge.first_column) if first is not None else None
        for number in range(merge.first_row + 1, min(merge.last_row, MAX_ROWS) + 1):
            position = at.get(number)
            if position is not None and value is not None:
                row = spread[position]
                cells = {merge.first_column: value, **row.cells}
                spread[position] = replace(row, cells=cells)
    return spread


def _goes_on(above: Row | None, row: Row, table: RegisterTable, last: int) -> Row | None:
    """Return the numbered person right above a row that has offices alone, not the last one's.

    Below the last person a text in the column of offices is somebody's who signs.
    """
    if above is None or row.number != above.number + 1 or row.number > last:
        return None
    if not {table.mapping.get(column) for column in row.cells} <= {"position"}:
        return None
    texts = [text_of(value) for value in row.cells.values() if isinstance(value, str)]
    told = not texts or any(is_unit(text) or is_total(text) for text in texts)
    return None if told or not _is_numbered_person(above, table) else above


def _office_below(above: Row | None, row: Row, table: RegisterTable, last: int) -> int:
    """Return the column of "Họ và tên, chức vụ" where a row holds the office of the one above."""
    if above is None or row.number != above.number + 1 or row.number > last + 1:
        return 0
    column, *others = row.cells
    text = row.cells[column]
    told = others or not isinstance(text, str) or not asks_office(table.titles.get(column, ""))
    if told or table.mapping.get(column) != NAME or not _is_numbered_person(above, table):
        return 0
    said = text_of(text)
    nobodys = is_total(said) or (is_note(said) and row.number > last)
    somebody = begins_with_family_name(said) and not is_note(said)
    return 0 if nobodys or somebody or column not in above.cells else column


def _is_numbered_person(row: Row, table: RegisterTable) -> bool:
    keys = {table.mapping.get(column, "") for column in row.cells}
    return NUMBER in keys and bool(keys & set(NAMES))


def _with(above: Row, row: Row, table: RegisterTable) -> Row:
    cells: dict[int, CellValue] = dict(above.cells)
    for column, value in row.cells.items():
        known = cells.get(column)
        if known is None:
            cells[column] = value
        elif _is_text(table.mapping.get(column, "")) and _differ(known, value):
            cells[column] = f"{text_of(known)}, {text_of(value)}"
    return replace(above, cells=cells)


def _differ(known: CellValue, value: CellValue) -> bool:
    faulty = isinstance(known, Fault) or isinstance(value, Fault)
    return not faulty and text_of(known) != text_of(value)


def _is_text(key: str) -> bool:
    """Say whether a field is a text in which several things may stand."""
    return bool(key) and key not in _ONE_VALUE and COLUMNS[key].limit >= TEXT_LIMIT

"""The sheet "Đại biểu": the register, one person a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.setup.layout import PEOPLE
from congress_desk.domain.text.name_order import NameKey, name_key
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.setup.headers import cell_place
from congress_desk.imports.setup.register import read_people_sheet
from congress_desk.imports.workbook.sheets import Sheet


def read_people(sheet: Sheet, problems: ImportProblems) -> tuple[RegisterLine, ...]:
    """Return the people in the order of the sheet, each with a code of its own."""
    lines = read_people_sheet(sheet, PEOPLE, problems)
    _check_codes(lines, sheet, problems)
    _note_twins(lines, problems)
    return tuple(_with_codes(lines))


def _check_codes(lines: Iterable[RegisterLine], sheet: Sheet, problems: ImportProblems) -> None:
    rows: dict[str, int] = {}
    for line in lines:
        code = line.person.code
        first = rows.setdefault(code.casefold(), line.row) if code else line.row
        if first != line.row:
            place = cell_place(sheet, PEOPLE, line.row, "code")
            problems.refuse("import_person_code_twice", place, value=code, first=first)


def _note_twins(lines: Iterable[RegisterLine], problems: ImportProblems) -> None:
    rows: dict[tuple[NameKey, str], int] = {}
    for line in lines:
        person = line.person
        first = rows.setdefault((name_key(person.name), person.born), line.row)
        if first != line.row:
            problems.note("import_person_twice", line.place, value=person.name, first=first)


def _with_codes(lines: Sequence[RegisterLine]) -> Iterator[RegisterLine]:
    """Give everyone without a code one made of the row: D007, or D007-2 where that is taken."""
    taken = {line.person.code.casefold() for line in lines}
    for line in lines:
        code, turn = line.person.code or f"D{line.row:03d}", 1
        while not line.person.code and code.casefold() in taken:
            turn += 1
            code = f"D{line.row:03d}-{turn}"
        taken.add(code.casefold())
        person: Person = replace(line.person, code=code)
        yield replace(line, person=person)

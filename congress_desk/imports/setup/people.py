"""The sheet "Đại biểu": the register, one person a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.setup.layout import PEOPLE
from congress_desk.domain.setup.words import (
    GENDERS,
    PERSON_KIND_LABELS,
    PERSON_KIND_WORDS,
    STATUS_DOUBTFUL,
    STATUS_LABELS,
    STATUS_WORDS,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import NameKey, name_key
from congress_desk.imports.import_problems import Remarks
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import Sheet

_KINDS = {**{kind.value: kind for kind in PersonKind}, **PERSON_KIND_WORDS}
_STATUSES = {**{status.value: status for status in Status}, **STATUS_WORDS}


def read_people(sheet: Sheet, remarks: Remarks) -> tuple[Person, ...]:
    """Return the people in the order of the sheet, each with a code of its own."""
    lines = read_lines(sheet, PEOPLE, remarks)
    people = [_person(line) for line in lines]
    _check_codes(people, lines)
    _note_twins(people, lines)
    return tuple(_with_codes(people, lines))


def gender_of(line: Line) -> str:
    """Return "nam", "nữ" or "" where none is given."""
    return line.choice("gender", GENDERS, ("Nam", "Nữ"), "import_gender_unknown") or ""


def _person(line: Line) -> Person:
    return Person(
        code=line.text("code"),
        name=line.name(),
        born=line.date("born"),
        gender=gender_of(line),
        ethnic=line.text("ethnic"),
        religion=line.text("religion"),
        delegation=line.text("delegation"),
        position=line.text("position"),
        joined=line.date("joined"),
        degree=line.text("degree"),
        theory=line.text("theory"),
        kind=line.choice("kind", _KINDS, PERSON_KIND_LABELS, "import_person_kind_unknown")
        or PersonKind.OFFICIAL,
        status=_status(line),
        note=line.text("note"),
    )


def _status(line: Line) -> Status:
    status = line.choice("status", _STATUSES, STATUS_LABELS, "import_status_unknown")
    value = line.value("status")
    if value is not None and fold(text_of(value)) == fold(STATUS_DOUBTFUL):
        line.remarks.note("import_status_doubtful", line.place("status"))
    return status or Status.ABSENT


def _check_codes(people: Iterable[Person], lines: Iterable[Line]) -> None:
    rows: dict[str, int] = {}
    for person, line in zip(people, lines, strict=True):
        if not person.code:
            continue
        first = rows.setdefault(person.code.casefold(), line.number)
        if first != line.number:
            place = line.place("code")
            line.remarks.refuse("import_person_code_twice", place, value=person.code, first=first)


def _note_twins(people: Iterable[Person], lines: Iterable[Line]) -> None:
    rows: dict[tuple[NameKey, str], int] = {}
    for person, line in zip(people, lines, strict=True):
        if not person.name:
            continue
        first = rows.setdefault((name_key(person.name), person.born), line.number)
        if first != line.number:
            place = line.place("name")
            line.remarks.note("import_person_twice", place, value=person.name, first=first)


def _with_codes(people: list[Person], lines: list[Line]) -> Iterable[Person]:
    """Give everyone without a code one made of the row: D007, or D007-2 where that is taken."""
    taken = {person.code.casefold() for person in people}
    for person, line in zip(people, lines, strict=True):
        code, turn = person.code or f"D{line.number:03d}", 1
        while not person.code and code.casefold() in taken:
            turn += 1
            code = f"D{line.number:03d}-{turn}"
        taken.add(code.casefold())
        yield replace(person, code=code)

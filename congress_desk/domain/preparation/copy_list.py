"""A list of who gets which numbered copy of a text: its sheet, and what it hands out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.person_finder import PersonFinder
from congress_desk.domain.preparation.copies import TextCopies
from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout
from congress_desk.errors import Place, Problem, Refusal, problem, row_in_sheet

COPIES: Final = SheetLayout(
    name="Bản đánh số",
    synonyms=("Sổ phát tài liệu", "Danh sách phát tài liệu", "Phát tài liệu", "Copies"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="copy",
            label="Số bản",
            synonyms=("Bản số", "Số tài liệu", "Tài liệu số", "Số của bản", "Copy"),
            required=True,
        ),
        Column(key="card", label="Số thẻ", synonyms=("Thẻ số", "Thẻ", "Card")),
        PEOPLE.column("code"),
        replace(PEOPLE.column("name"), required=False),
        Column(key="delegation", label="Đoàn", synonyms=("Đoàn đại biểu", "Đơn vị", "Chi bộ")),
        Column(key="handed", label="Phát lúc", synonyms=("Ngày phát", "Ký nhận", "Đã phát")),
        Column(key="returned", label="Trả lúc", synonyms=("Ngày trả", "Ký trả", "Đã trả")),
        PEOPLE.column("note"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """One row as it stands there: the number of a copy, and who gets it, "" for nobody."""

    place: Place
    copy: int
    card: str = ""
    code: str = ""
    name: str = ""
    who: Place = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCopies:
    """What a list hands out: the person of each copy by their numbers; `known` are out so."""

    given: Mapping[int, int]
    known: int = 0


def listed_copies(
    copies: TextCopies, rows: Sequence[CopyRow], people: Iterable[Person]
) -> ListedCopies | Refusal:
    """Return what the rows that name somebody hand out; every wrong row is a problem.

    Wrong is a number that no copy has, one copy or one person twice, a copy that somebody else has,
    a second copy for somebody, and whom the register does not know.
    """
    people = tuple(people)
    finder, names = PersonFinder(people), {person.id: person.name for person in people}
    problems: list[Problem] = []
    given: dict[int, int] = {}
    rows_of: dict[int, CopyRow] = {}
    known = 0
    for row in rows:
        person = finder.number(row)
        if person == 0:
            continue
        wrong = person if isinstance(person, Problem) else _wrong(copies, row, person, names)
        if isinstance(person, Problem) or wrong is not None:
            problems += [wrong] if wrong else []
            continue
        if row.copy in given:
            first = row_in_sheet(rows_of[given[row.copy]].place.row)
            problems.append(problem("copy_row_twice", row.place, number=row.copy, row=first))
        elif person in rows_of:
            before = rows_of[person].copy
            problems.append(problem("copy_second", row.who, name=names[person], number=before))
        else:
            rows_of[person] = row
            given[row.copy] = person
    for number in [n for n in given if copies.holder(n)]:
        del given[number]
        known += 1
    if problems:
        return Refusal(tuple(problems))
    if not given and not known:
        return Refusal((problem("copy_list_names_nobody"),))
    return ListedCopies(given=given, known=known)


def _wrong(
    copies: TextCopies, row: CopyRow, person: int, names: Mapping[int, str]
) -> Problem | None:
    if not 1 <= row.copy <= copies.printed.copies:
        return problem("copy_number_unknown", row.place, copies=copies.printed.copies)
    there = copies.holder(row.copy)
    if there is not None and there.person_id != person:
        name = names.get(there.person_id, "")
        return problem("copy_is_out", row.place, number=row.copy, name=name)
    has = copies.copy_of(person)
    if has is not None and has.number != row.copy:
        return problem("copy_second", row.who, name=names[person], number=has.number)
    return None

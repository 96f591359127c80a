"""The sheet "Danh sách bầu cử": who stands for which election, in the order of the ballot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.rules.rule_set import ListOrder
from congress_desk.domain.setup.layout import CANDIDATES
from congress_desk.domain.text.dates import is_older
from congress_desk.domain.text.name_order import NameKey, name_key
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.setup.candidate_marks import CandidateMarks, read_marks
from congress_desk.imports.setup.register import read_people_sheet, tell_doubts
from congress_desk.imports.workbook.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    candidate: Candidate
    line: RegisterLine
    number: int | None


def read_candidates(
    sheet: Sheet,
    elections: Mapping[str, Election],
    people: tuple[RegisterLine, ...],
    today: str,
    order: ListOrder,
    problems: ImportProblems,
) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates of each election, by its code in small letters.

    With numbers (STT) the order given is kept; without, the list stands in `order`.
    """
    marks = read_marks(sheet, elections, problems)
    if marks is None:
        return {}
    lines = read_people_sheet(sheet, CANDIDATES, problems, aside=marks.code_columns)
    marks.refuse_nameless(problems)
    lists = _by_election(lines, elections, marks, problems)
    for standing in lists.values():
        _check_names(standing, problems)
        _check_numbers(standing, marks, problems)
        tell_doubts(tuple(one.line for one in standing), people, today, problems)
    return {code: _in_ballot_order(standing, order) for code, standing in lists.items()}


def _by_election(
    lines: Sequence[RegisterLine],
    elections: Mapping[str, Election],
    marks: CandidateMarks,
    problems: ImportProblems,
) -> dict[str, list[_Standing]]:
    lists: dict[str, list[_Standing]] = {}
    codes = "; ".join(election.code for election in elections.values())[:200]
    for line in lines:
        code, number = marks.code(line.row, problems), marks.number(line.row, problems)
        if code and code.casefold() not in elections:
            place = marks.place(line.row, "code")
            problems.refuse("import_election_unknown", place, value=code, codes=codes or "–")
        elif code:
            one = _Standing(candidate=_candidate(line), line=line, number=number)
            lists.setdefault(code.casefold(), []).append(one)
    return lists


def _candidate(line: RegisterLine) -> Candidate:
    person = line.person
    return Candidate(
        name=person.name,
        born=person.born,
        gender=person.gender,
        role=person.position,
        note=person.note,
    )


def _check_names(standing: Sequence[_Standing], problems: ImportProblems) -> None:
    """Refuse a second person of one name whom no date of birth tells apart."""
    seen: dict[NameKey, list[_Standing]] = {}
    for one in standing:
        others = seen.setdefault(name_key(one.candidate.name), [])
        same = (o for o in others if is_older(one.candidate.born, o.candidate.born) is None)
        first = next(same, None)
        if first is not None:
            value = one.candidate.name
            problems.refuse(
                "import_candidate_twice", one.line.place, value=value, first=first.line.row
            )
        others.append(one)


def _check_numbers(
    standing: Sequence[_Standing], marks: CandidateMarks, problems: ImportProblems
) -> None:
    """Refuse a list that is numbered only in part, and a number that two candidates have."""
    rows: dict[int, int] = {}
    numbered = any(one.number is not None for one in standing)
    for one in standing:
        row, place = one.line.row, marks.place(one.line.row, "number")
        if one.number is None:
            if numbered and not marks.has_number(row):
                problems.refuse("import_candidate_number_missing", place, name=one.candidate.name)
            continue
        first = rows.setdefault(one.number, row)
        if first != row:
            problems.refuse("import_candidate_number_twice", place, number=one.number, first=first)


def _in_ballot_order(standing: Sequence[_Standing], order: ListOrder) -> tuple[Candidate, ...]:
    if all(one.number is not None for one in standing):
        return tuple(o.candidate for o in sorted(standing, key=lambda one: one.number or 0))
    return in_list_order((one.candidate for one in standing), order)

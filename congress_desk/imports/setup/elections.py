"""The sheets "Bầu cử" and "Danh sách bầu cử": what is elected, and who stands for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.rules.election_kind import kind_meant
from congress_desk.domain.setup.layout import CANDIDATES, ELECTIONS
from congress_desk.domain.setup.words import ELECTION_KIND_LABELS, ELECTION_KIND_WORDS
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import is_older
from congress_desk.domain.text.name_order import NameKey, ballot_order_key, name_key
from congress_desk.errors import Place
from congress_desk.imports.import_problems import Remarks
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.setup.people import gender_of
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import whole_number
from congress_desk.imports.workbook.sheets import CellValue, Sheet

MAX_SEATS = 500
_KIND_NAMES = {kind: word for word, kind in ELECTION_KIND_LABELS.items()}
_KINDS = {fold(word): kind for word, kind in ELECTION_KIND_WORDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    candidate: Candidate
    number: int | None
    line: Line


def read_elections(
    elections_sheet: Sheet | None, candidates_sheet: Sheet | None, remarks: Remarks
) -> tuple[Election, ...]:
    """Return the elections, each with its candidates in ballot order.

    With numbers (STT) the order given is kept; without, candidates stand by given name.
    """
    elections = _elections(elections_sheet, remarks) if elections_sheet else {}
    if candidates_sheet is None:
        return tuple(elections.values())
    if elections_sheet is None and candidates_sheet.rows:
        remarks.refuse("import_sheet_missing", Place(), sheet=ELECTIONS.name)
        return ()
    if elections_sheet and not elections and remarks.has_problem_in(elections_sheet.name):
        return ()
    standing = _standing(candidates_sheet, elections, remarks)
    return tuple(
        replace(election, candidates=_in_ballot_order(standing.get(key, ())))
        for key, election in elections.items()
    )


def note_empty_lists(elections: tuple[Election, ...], remarks: Remarks) -> None:
    """Point out elections that nobody stands for yet."""
    codes = [election.code for election in elections if not election.candidates]
    if codes:
        place = Place(sheet=ELECTIONS.name)
        remarks.note("import_election_without_candidates", place, codes="; ".join(codes))


def _elections(sheet: Sheet, remarks: Remarks) -> dict[str, Election]:
    found: dict[str, Election] = {}
    rows: dict[str, int] = {}
    guessed: list[str] = []
    for line in read_lines(sheet, ELECTIONS, remarks):
        code, title = line.text("code"), line.text("title")
        seats = line.read("seats", _seats, "import_seats_not_a_number", most=MAX_SEATS)
        first = rows.setdefault(code.casefold(), line.number)
        if code and first != line.number:
            remarks.refuse(
                "import_election_code_twice", line.place("code"), value=code, first=first
            )
        kind = line.choice("kind", _KINDS, ELECTION_KIND_LABELS, "import_election_kind_unknown")
        meant = kind_meant(title) if kind is None else kind
        if "kind" in line.header.columns and line.value("kind") is None:
            guessed.append(f"{code} – {_KIND_NAMES[meant]}")
        election = Election(
            code=code, title=title, seats=seats or 0, kind=meant, kind_said=kind is not None
        )
        found.setdefault(code.casefold(), election)
    if guessed:
        place = Place(sheet=sheet.name, column=ELECTIONS.column("kind").label)
        remarks.note("import_election_kind_meant", place, kinds="; ".join(guessed))
    return found


def _seats(value: CellValue) -> int | None:
    seats = whole_number(value)
    return seats if seats is not None and 1 <= seats <= MAX_SEATS else None


def _standing(
    sheet: Sheet, elections: Mapping[str, Election], remarks: Remarks
) -> dict[str, list[_Standing]]:
    lists: dict[str, list[_Standing]] = {}
    codes = "; ".join(election.code for election in elections.values())[:200]
    for line in read_lines(sheet, CANDIDATES, remarks):
        code = line.text("code")
        standing = _one_standing(line)
        if code and code.casefold() not in elections:
            place = line.place("code")
            remarks.refuse("import_election_unknown", place, value=code, codes=codes or "–")
        elif code:
            others = lists.setdefault(code.casefold(), [])
            _check_against(standing, others)
            others.append(standing)
    for others in lists.values():
        _check_numbers(others)
    return lists


def _one_standing(line: Line) -> _Standing:
    candidate = Candidate(
        name=line.name(),
        born=line.date("born"),
        gender=gender_of(line),
        role=line.text("role"),
        note=line.text("note"),
    )
    number = line.read("number", _ballot_number, "import_candidate_number_not_whole")
    return _Standing(candidate=candidate, number=number, line=line)


def _ballot_number(value: CellValue) -> int | None:
    number = whole_number(value)
    return number if number is not None and number >= 1 else None


def _check_against(standing: _Standing, others: list[_Standing]) -> None:
    """Refuse a second person of one name whom no date of birth tells apart."""
    candidate, line = standing.candidate, standing.line
    key: NameKey = name_key(candidate.name)
    for other in others:
        same = candidate.name and name_key(other.candidate.name) == key
        if same and is_older(candidate.born, other.candidate.born) is None:
            line.remarks.refuse(
                "import_candidate_twice",
                line.place("name"),
                value=candidate.name,
                first=other.line.number,
            )
            return


def _check_numbers(standing: list[_Standing]) -> None:
    """Refuse a list that is numbered only in part, and a number that two candidates have."""
    rows: dict[int, int] = {}
    numbered = any(one.number is not None for one in standing)
    for one in standing:
        remarks, place = one.line.remarks, one.line.place("number")
        if one.number is None:
            if numbered and one.line.value("number") is None:
                remarks.refuse("import_candidate_number_missing", place, name=one.candidate.name)
            continue
        first = rows.setdefault(one.number, one.line.number)
        if first != one.line.number:
            remarks.refuse("import_candidate_number_twice", place, number=one.number, first=first)


def _in_ballot_order(standing: list[_Standing] | tuple[()]) -> tuple[Candidate, ...]:
    if all(one.number is not None for one in standing):
        ordered = sorted(standing, key=lambda one: one.number or 0)
    else:
        ordered = sorted(
            standing, key=lambda one: ballot_order_key(one.candidate.name, one.candidate.born)
        )
    return tuple(one.candidate for one in ordered)

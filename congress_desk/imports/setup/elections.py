"""The sheet "Bầu cử": what is elected, each election with those who stand for it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from congress_desk.domain.elections.election import Election
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.rules.election_kind import kind_meant
from congress_desk.domain.rules.rule_set import ListOrder
from congress_desk.domain.setup.layout import ELECTIONS
from congress_desk.domain.setup.words import ELECTION_KIND_LABELS, ELECTION_KIND_WORDS
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Place
from congress_desk.imports.import_problems import ImportProblems
from congress_desk.imports.setup.candidates import read_candidates
from congress_desk.imports.setup.table import read_lines
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import CellValue, Sheet

MAX_SEATS = 500
_OF_PEOPLE = re.compile(r"\s*(?:đồng chí|đ/c|người|đại biểu|đb)\.?$", re.IGNORECASE)
_KIND_NAMES = {kind: word for word, kind in ELECTION_KIND_LABELS.items()}
_KINDS = {fold(word): kind for word, kind in ELECTION_KIND_WORDS.items()}


def read_elections(
    elections_sheet: Sheet | None,
    candidates_sheet: Sheet | None,
    problems: ImportProblems,
    *,
    people: tuple[RegisterLine, ...] = (),
    today: str,
    order: ListOrder = ListOrder.GIVEN_NAME,
) -> tuple[Election, ...]:
    """Return the elections, each with its candidates in ballot order.

    `among_id` is the place of another of them, from 1: the one whose elected alone may stand.
    `people` are the register, beside which candidates are judged as of `today`;
    `order` is that of a list without numbers.
    """
    elections = _elections(elections_sheet, problems) if elections_sheet else {}
    if candidates_sheet is None:
        return tuple(elections.values())
    if elections_sheet is None and candidates_sheet.rows:
        problems.refuse("import_sheet_missing", Place(), sheet=ELECTIONS.name)
        return ()
    if elections_sheet and not elections and problems.has_problem_in(elections_sheet.name):
        return ()
    lists = read_candidates(candidates_sheet, elections, people, today, order, problems)
    return tuple(
        replace(election, candidates=lists.get(key, ())) for key, election in elections.items()
    )


def note_empty_lists(elections: tuple[Election, ...], problems: ImportProblems) -> None:
    """Point out elections that nobody stands for yet."""
    codes = [election.code for election in elections if not election.candidates]
    if codes:
        place = Place(sheet=ELECTIONS.name)
        problems.note("import_election_without_candidates", place, codes="; ".join(codes))


def _elections(sheet: Sheet, problems: ImportProblems) -> dict[str, Election]:
    found: dict[str, Election] = {}
    rows: dict[str, int] = {}
    guessed: list[str] = []
    for line in read_lines(sheet, ELECTIONS, problems):
        code, title = line.text("code"), line.text("title")
        seats = line.read("seats", _seats, "import_seats_not_a_number", most=MAX_SEATS)
        first = rows.setdefault(code.casefold(), line.number)
        if code and first != line.number:
            problems.refuse(
                "import_election_code_twice", line.place("code"), value=code, first=first
            )
        kind = line.choice("kind", _KINDS, ELECTION_KIND_LABELS, "import_election_kind_unknown")
        meant = kind_meant(title) if kind is None else kind
        if "kind" in line.header.columns and line.value("kind") is None:
            guessed.append(f"{code} – {_KIND_NAMES[meant]}")
        alternates = line.read(
            "alternates", _alternates, "import_alternates_not_a_number", most=MAX_SEATS
        )
        above = {known: place for place, known in enumerate(found, start=1)}
        among = line.read("among", partial(_above, above), "import_among_unknown")
        election = Election(
            code=code,
            title=title,
            seats=seats or 0,
            kind=meant,
            kind_said=kind is not None,
            alternates=alternates or 0,
            among_id=among or 0,
        )
        found.setdefault(code.casefold(), election)
    if guessed:
        place = Place(sheet=sheet.name, column=ELECTIONS.column("kind").label)
        problems.note("import_election_kind_meant", place, kinds="; ".join(guessed))
    return found


def _seats(value: CellValue) -> int | None:
    seats = whole_number(_OF_PEOPLE.sub("", value) if isinstance(value, str) else value)
    return seats if seats is not None and 1 <= seats <= MAX_SEATS else None


def _alternates(value: CellValue) -> int | None:
    alternates = whole_number(value)
    return alternates if alternates is not None and 0 <= alternates <= MAX_SEATS else None


def _above(above: dict[str, int], value: CellValue) -> int | None:
    """Return the place of the election of this code among those `above`, which are held before."""
    return above.get(clean_text(text_of(value)).casefold())

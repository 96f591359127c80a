"""A list of shares as it is pasted from a spreadsheet: who, how many, and who votes for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.shares.shares import check_shares
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.same_name import bare_name
from congress_desk.errors import Place, Problem, Refusal, problem

# Of a number of shares with all its points; and of what is said of a line.
_LONGEST, _SHOWN = 60, 60
_AFTER_NUMBER = re.compile(
    r"(?:(?<=\.\d{3}),0{1,2}|(?<=,\d{3})\.0{1,2})?(?:\s*(?:cp|cổ phần|cổ phiếu))?$", re.IGNORECASE
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """One row of a list as it stands there: who holds how many shares, and who votes for them.

    `code` and `name` tell who it is, either may be missing; `shares` is the text of the cell, which
    is at `place`; who holds them stands at `who`, who votes for them at `proxy_place`.
    """

    place: Place
    who: Place
    proxy_place: Place
    code: str = ""
    name: str = ""
    shares: str
    proxy: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """One line of the list: the person, the shares, and the proxy, 0 for none."""

    person_id: int
    shares: int
    proxy_id: int = 0
    document: str = ""
    place: Place = Place()
    proxy_place: Place = Place()


def read_share_list(
    text: str, people: Iterable[Person], article: str
) -> tuple[ShareLine, ...] | Refusal:
    """Read lines of code or name, shares, and perhaps the proxy's code or name, tabs between them.

    Every line that cannot be read is a problem with its number; a header line is passed over.
    """
    people = tuple(people)
    rows = [
        ShareRow(place=at, who=at, proxy_place=at, name=who, shares=shares, proxy=proxy)
        for number, cells in _rows(text, _by_code_and_name(people))
        for at in (Place(line=number),)
        for who, shares, proxy in ((*cells, "", "")[:3],)
    ]
    return share_lines(rows, people, article)


def share_lines(
    rows: Iterable[ShareRow], people: Iterable[Person], article: str
) -> tuple[ShareLine, ...] | Refusal:
    """Return whom the rows of a list are about; every row that is wrong is a problem."""
    known = _by_code_and_name(people)
    lines: dict[int, ShareLine] = {}
    problems: list[Problem] = []
    for row in rows:
        found = _line(row, known, article)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.person_id in lines:
            name = (row.name or row.code)[:_SHOWN]
            problems.append(problem("share_list_twice", row.who, name=name))
        else:
            lines[found.person_id] = found
    if problems or not lines:
        return Refusal(tuple(problems) or (problem("share_list_empty"),))
    return tuple(lines.values())


def whole_shares(text: str) -> int | None:
    """Return a number of shares as offices type it, None of anything else.

    "1.500", "1500", "1.500 CP", and with decimals that say nothing: "1.500,00".
    """
    text = _AFTER_NUMBER.sub("", clean_text(text))
    if len(text) > _LONGEST or not _GROUPED.fullmatch(text):
        return None
    return int(re.sub(r"\D", "", text))


def _rows(text: str, known: Mapping[str, list[int]]) -> list[tuple[int, list[str]]]:
    """Return the lines that hold something; one of titles is passed over, never one of somebody."""
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [clean_text(cell) for cell in line.split("\t")]
        if any(cells):
            rows.append((number, cells))
    first = rows[0][1] if rows else []
    titles = len(first) > 1 and not any(letter.isdigit() for letter in first[1])
    return rows[1:] if titles and fold(first[0]) not in known else rows


def _by_code_and_name(people: Iterable[Person]) -> Mapping[str, list[int]]:
    known: dict[str, list[int]] = defaultdict(list)
    for person in people:
        known[fold(person.name)].append(person.id)
        if person.code and fold(person.code) != fold(person.name):
            known[fold(person.code)].append(person.id)
    return known


def _line(row: ShareRow, known: Mapping[str, list[int]], article: str) -> ShareLine | Problem:
    holder = _holder(row, known)
    if isinstance(holder, Problem):
        return holder
    number = whole_shares(row.shares)
    refusal = check_shares(number, article, row.place)
    if refusal:
        return refusal.first
    other = _person(row.proxy, known, row.proxy_place) if row.proxy else 0
    if isinstance(other, Problem):
        return other
    return ShareLine(
        person_id=holder,
        shares=number or 0,
        proxy_id=other,
        document=row.document,
        place=row.place,
        proxy_place=row.proxy_place,
    )


def _holder(row: ShareRow, known: Mapping[str, list[int]]) -> int | Problem:
    """Return who holds the shares: by the code where it is known, and then of that name."""
    by_code = known.get(fold(row.code), []) if row.code else []
    if len(by_code) != 1:
        return _person(row.name or row.code, known, row.who)
    if row.name and by_code[0] not in _named(row.name, known):
        return problem(
            "share_list_other_name", row.who, code=row.code[:_SHOWN], name=row.name[:_SHOWN]
        )
    return by_code[0]


def _person(text: str, known: Mapping[str, list[int]], place: Place) -> int | Problem:
    found = _named(text, known)
    if len(found) == 1:
        return found[0]
    code = "share_list_several" if found else "share_list_unknown"
    return problem(code, place, name=text[:_SHOWN])


def _named(name: str, known: Mapping[str, list[int]]) -> list[int]:
    """Return whom a name or a code means, also with Ông or Bà before it."""
    return known.get(fold(name)) or known.get(fold(bare_name(name)), [])

"""Who a row of a list is: somebody of the register, somebody new, or somebody listed before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.name_order import NameKey, name_key
from congress_desk.errors import Place, Problem, row_in_sheet

MOST_NAMESAKES = 100
_FULL_DAY = len("2025-05-15")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One person of a list. `given` names the fields its row fills, `blank` those it has empty."""

    row: int
    person: Person
    given: frozenset[str]
    blank: frozenset[str] = frozenset()
    place: Place = Place()


@dataclass(slots=True, kw_only=True)
class Matches:
    """Rows and the people of the register they stand for; uncertain rows are problems.

    `doubted` are the ids of people who may be meant by such a row.
    """

    known: dict[int, Person] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)
    doubted: set[int] = field(default_factory=set)


def compatible(born: str, other: str) -> bool:
    """Say whether two partial dates can be one: 1973 and 1973-09-01 can, and nothing fits all."""
    return born.startswith(other) or other.startswith(born)


def repeated_lines(lines: Iterable[RegisterLine]) -> Mapping[int, Problem]:
    """Return the problem of each row that gives a person, or a code, for the second time.

    One person: one name, births that can be one, and one delegation, or one full date of birth.
    Different codes make two people of any name.
    """
    found: dict[int, Problem] = {}
    codes: dict[str, RegisterLine] = {}
    names: dict[NameKey, list[RegisterLine]] = defaultdict(list)
    for line in lines:
        code, namesakes = line.person.code.casefold(), names[name_key(line.person.name)]
        born = line.person.born
        near = [n for n in namesakes if (b := n.person.born).startswith(born) or born.startswith(b)]
        first = next((n for n in near if _is_one_person(n.person, line.person)), None)
        if first is not None:
            found[line.row] = _of_line("register_person_twice", line, first=row_in_sheet(first.row))
        elif len(namesakes) >= MOST_NAMESAKES:
            found[line.row] = _of_line("register_namesakes_too_many", line, most=MOST_NAMESAKES)
        elif code and code in codes:
            found[line.row] = _code_twice(line, codes[code])
        else:
            namesakes.append(line)
            codes.setdefault(code, line)
    return found


def _code_twice(line: RegisterLine, first: RegisterLine) -> Problem:
    return _of_line(
        "register_code_twice",
        line,
        code=line.person.code,
        other=first.person.name,
        first=row_in_sheet(first.row),
    )


def match_lines(existing: Sequence[Person], lines: Sequence[RegisterLine]) -> Matches:
    """Find the lines' people in the register: by code, then by name, birth and delegation."""
    matches = Matches()
    left = {person.id: person for person in existing}
    open_lines = _match_codes(left, lines, matches)
    names: dict[NameKey, list[Person]] = defaultdict(list)
    for person in left.values():
        names[name_key(person.name)].append(person)
    listed: dict[NameKey, list[RegisterLine]] = defaultdict(list)
    for line in open_lines:
        listed[name_key(line.person.name)].append(line)
    for key, namesakes in listed.items():
        if key in names:
            _match_namesakes(names[key], namesakes, matches)
    return matches


def names_apart(
    existing: Sequence[Person], lines: Sequence[RegisterLine], matches: Matches
) -> tuple[Problem, ...]:
    """Return a note for each new person who has the name of another, here or in the register."""
    others: dict[NameKey, list[str]] = defaultdict(list)
    for person in existing:
        others[name_key(person.name)].append(person.code)
    rows: dict[NameKey, list[int]] = defaultdict(list)
    for line in lines:
        rows[name_key(line.person.name)].append(line.row)
    return tuple(_notes_apart(lines, matches, others, rows))


def _notes_apart(
    lines: Sequence[RegisterLine],
    matches: Matches,
    others: Mapping[NameKey, list[str]],
    rows: Mapping[NameKey, list[int]],
) -> Iterator[Problem]:
    for line in lines:
        if line.row in matches.known or line.row in matches.problems:
            continue
        key = name_key(line.person.name)
        earlier = [row for row in rows[key] if row < line.row]
        if earlier:
            yield _of_line("register_namesake_in_list", line, first=row_in_sheet(earlier[0]))
        elif key in others:
            yield _of_line("register_namesake_known", line, code=", ".join(others[key]))


def _match_codes(
    left: dict[int, Person], lines: Sequence[RegisterLine], matches: Matches
) -> list[RegisterLine]:
    """Match the lines whose code the register has; return the lines that remain."""
    by_code = {person.code.casefold(): person for person in left.values() if person.code}
    remaining = []
    for line in lines:
        known = by_code.get(line.person.code.casefold())
        if known is None:
            remaining.append(line)
        elif _can_be(known, line.person):
            matches.known[line.row] = left.pop(known.id)
        else:
            matches.doubted.add(known.id)
            matches.problems[line.row] = _of_line(
                "register_code_of_another", line, code=known.code, other=known.name
            )
    return remaining


def _match_namesakes(people: list[Person], lines: list[RegisterLine], matches: Matches) -> None:
    """Match lines and people of one name: the surest pairs first, never one person twice."""
    free, open_lines = list(people), list(lines)
    for fits in (_same_all, _same_day, _same_delegation, _same_birth):
        for line in list(open_lines):
            fitting = [person for person in free if fits(person, line.person)]
            if len(fitting) == 1:
                matches.known[line.row] = fitting[0]
                free.remove(fitting[0])
                open_lines.remove(line)
    for line in open_lines:
        _match_last(free, line, matches, alone=len(lines) == 1)


def _match_last(free: list[Person], line: RegisterLine, matches: Matches, *, alone: bool) -> None:
    """Decide a line that nothing but its name ties to people who are still free."""
    fitting = [person for person in free if _may_be(person, line.person)]
    if len(fitting) == 1 and alone and not line.person.code:
        matches.known[line.row] = fitting[0]
        free.remove(fitting[0])
    elif len(fitting) > 1:
        codes = ", ".join(person.code for person in fitting)
        matches.doubted.update(person.id for person in fitting)
        matches.problems[line.row] = _of_line("register_person_unclear", line, codes=codes)


def _same_all(known: Person, listed: Person) -> bool:
    return bool(known.born) and known.born == listed.born and _same_delegation(known, listed)


def _same_day(known: Person, listed: Person) -> bool:
    return known.born == listed.born and len(listed.born) == _FULL_DAY


def _same_delegation(known: Person, listed: Person) -> bool:
    return (
        bool(listed.delegation)
        and fold(known.delegation) == fold(listed.delegation)
        and compatible(known.born, listed.born)
    )


def _same_birth(known: Person, listed: Person) -> bool:
    return bool(known.born and listed.born) and compatible(known.born, listed.born)


def _may_be(known: Person, listed: Person) -> bool:
    return compatible(known.born, listed.born)


def _can_be(known: Person, listed: Person) -> bool:
    """Say whether a row with a person's code can be that person, renamed or corrected."""
    if name_key(known.name) == name_key(listed.name) or _same_birth(known, listed):
        return True
    shared = set(_words(known.name)) & set(_words(listed.name))
    return bool(shared) and compatible(known.born, listed.born)


def _words(name: str) -> list[str]:
    return [fold(word) for word in name.split()]


def _is_one_person(first: Person, other: Person) -> bool:
    """Say whether two lines of one name are one person typed twice."""
    if first.code and other.code and first.code.casefold() != other.code.casefold():
        return False
    if first.born == other.born and len(first.born) == _FULL_DAY:
        return True
    if not compatible(first.born, other.born):
        return False
    units = {fold(first.delegation), fold(other.delegation)} - {""}
    return len(units) < 2


def _of_line(code: str, line: RegisterLine, /, **params: str | int) -> Problem:
    return Problem(code=code, params={"name": line.person.name, **params}, place=line.place)

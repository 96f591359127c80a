"""What of a person can hardly be: too old, in the Party before birth, a woman's name and a man."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import is_older, vietnamese_date
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Problem, row_in_sheet

OLDEST, YOUNGEST, YOUNGEST_MEMBER = 100, 14, 14
_FULL_DAY = len("2025-05-15")
_MOST_COMPARED = 60


def implausible(person: Person, today: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    """Yield the code of each thing that can hardly be, with its numbers; `today` is YYYY-MM-DD."""
    yield from _of_age(person, today)
    yield from _of_joining(person, today)
    words = fold_words(person.name)
    if person.gender == "nam" and "thị" in words[1:-1]:
        yield "register_gender_unlikely", {"name": person.name}


def fold_words(name: str) -> list[str]:
    """Return the words of a name in small letters."""
    return name.casefold().split()


def _of_age(person: Person, today: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    if not person.born:
        return
    age = _years(person.born, today)
    params: dict[str, str | int] = {"born": vietnamese_date(person.born), "age": age}
    if is_older(today, person.born):
        yield "register_born_later", params
    elif age < YOUNGEST:
        yield "register_too_young", params
    elif age > OLDEST:
        yield "register_too_old", params


def _of_joining(person: Person, today: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    joined, born = person.joined, person.born
    params: dict[str, str | int] = {
        "joined": vietnamese_date(joined),
        "born": vietnamese_date(born),
    }
    if joined and is_older(today, joined):
        yield "register_joined_later", params
    elif joined and born and is_older(joined, born):
        yield "register_joined_before_birth", params
    elif joined and born and _years(born, joined) < YOUNGEST_MEMBER:
        yield "register_joined_as_child", {**params, "age": _years(born, joined)}
    if joined and person.official_on and is_older(person.official_on, joined):
        yield (
            "register_official_before_joined",
            {**params, "official": vietnamese_date(person.official_on)},
        )


def _years(first: str, last: str) -> int:
    """Return how many birthdays lie between two partial dates, at the most."""
    years = int(last[:4]) - int(first[:4])
    both = min(len(first), len(last))
    return years - 1 if both > 4 and last[4:both] < first[4:both] else years


def doubts(
    lines: Sequence[RegisterLine], existing: Iterable[Person], today: str
) -> tuple[Problem, ...]:
    """Return notes on the rows of a list whose people can hardly be so, or are listed twice."""
    found = [
        Problem(code=code, params=params, place=line.place)
        for line in lines
        for code, params in implausible(line.person, today)
    ]
    return (*found, *_nearly_alike(lines, existing))


def _nearly_alike(lines: Sequence[RegisterLine], existing: Iterable[Person]) -> Iterator[Problem]:
    """Yield a note where two names differ by a letter and the birth is the same.

    A year alone is the same for many: then the unit must be the same too.
    """
    known: dict[str, list[tuple[Person, int]]] = defaultdict(list)
    for person in existing:
        known[_birth_key(person)].append((person, 0))
    for line in lines:
        person, key = line.person, _birth_key(line.person)
        if not key:
            continue
        for other, row in known[key][-_MOST_COMPARED:]:
            if _is_a_letter_apart(person.name, other.name):
                code = "register_name_nearly_in_list" if row else "register_name_nearly_known"
                params: dict[str, str | int] = {
                    "name": person.name,
                    "other": other.name,
                    "row": row,
                }
                yield Problem(code=code, params=params, place=line.place)
                break
        known[key].append((person, row_in_sheet(line.row)))


def _birth_key(person: Person) -> str:
    if len(person.born) == _FULL_DAY:
        return person.born
    unit = fold(person.delegation)
    return f"{person.born} {unit}" if person.born and unit else ""


def _is_a_letter_apart(name: str, other: str) -> bool:
    """Say whether two names differ in one letter, or in accents alone, and are not one name."""
    if name_key(name) == name_key(other):
        return False
    short, long = sorted((fold(name), fold(other)), key=len)
    if short == long:
        return True
    if len(long) - len(short) > 1:
        return False
    place = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    rest = short[place + 1 :] if len(short) == len(long) else short[place:]
    return long[place + 1 :] == rest

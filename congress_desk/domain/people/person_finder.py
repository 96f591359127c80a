"""Whom a row of a list names: by the number of the card or the code, and then of that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.same_name import bare_name
from congress_desk.errors import Place, Problem, problem

_SHOWN = 40


class NamedRow(Protocol):
    """A row that may name somebody; `who` is the place of what it says of them."""

    @property
    def card(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def who(self) -> Place: ...


def named_as(row: NamedRow) -> str:
    """Return how a row calls somebody, cut to what a sentence shows; "" where it names nobody."""
    return (row.name or row.code or row.card)[:_SHOWN]


class PersonFinder:
    """The people of the register by card, code and name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_code: dict[str, int] = {}
        self._by_card: dict[str, int] = {}
        for person in people:
            self._by_name[fold(person.name)].append(person.id)
            self._by_code[fold(person.code)] = person.id
            self._by_card[str(person.id)] = person.id

    def number(self, row: NamedRow) -> int | Problem:
        """Return the number of whom a row names, 0 for nobody; a Problem of who is not known."""
        if not named_as(row):
            return 0
        named = self._named(row.name) if row.name else []
        number = self._by_card.get(row.card.lstrip("0")) if row.card else None
        if number is None and row.code:
            number = self._by_code.get(fold(row.code))
        if number is not None:
            if row.name and number not in named:
                said = row.card or row.code
                return problem("seat_person_other", row.who, code=said[:_SHOWN], name=named_as(row))
            return number
        if len(named) == 1 and not row.card and not row.code:
            return named[0]
        if len(named) == 1:
            said = (row.card or row.code)[:_SHOWN]
            return problem("seat_person_code_unknown", row.who, code=said, name=named_as(row))
        code = "seat_person_several" if named else "seat_person_unknown"
        return problem(code, row.who, name=named_as(row))

    def _named(self, name: str) -> list[int]:
        """Return whom a name means, also with an address before it or an office behind it."""
        return self._by_name.get(fold(name)) or self._by_name.get(fold(bare_name(name)), [])

"""The order of people on papers: by delegation as the register has them, or by given name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.text.name_order import name_key


class Order(StrEnum):
    """How a list of people is ordered."""

    DELEGATION = "delegation"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """People who stand together on a paper: a delegation, or the guests; "" has no delegation.

    `undivided` are all who are no guests, of a register without any delegation.
    """

    name: str
    people: tuple[Person, ...]
    guests: bool = False
    undivided: bool = False


def companies(
    people: Iterable[Person], within: Callable[[Iterable[Person]], tuple[Person, ...]]
) -> tuple[Company, ...]:
    """Return the delegations in the order of the register, each put in order by `within`.

    Those without a delegation come after those who have one, guests at the end.
    """
    delegations: dict[str, list[Person]] = {}
    guests: list[Person] = []
    for person in people:
        if person.kind is PersonKind.GUEST:
            guests.append(person)
        else:
            delegations.setdefault(person.delegation, []).append(person)
    nowhere = delegations.pop("", [])
    found = [Company(name=name, people=within(of)) for name, of in delegations.items()]
    if nowhere:
        found.append(Company(name="", people=within(nowhere), undivided=not delegations))
    if guests:
        found.append(Company(name="", people=within(guests), guests=True))
    return tuple(found)


def by_number(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return people by their numbers: a signed list is ticked in by ranges of them."""
    return tuple(sorted(people, key=lambda person: person.id))


def by_name(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return people by given name; of one name the older first, then by number."""
    return tuple(sorted(people, key=lambda p: (name_key(p.name), p.born or "9999", p.id)))

"""Sentences about several people that more than one form of the desk says."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.guests.invitation import Invitee
from congress_desk.domain.people.person import BaseSum, Person
from congress_desk.i18n import tr

NAMED = 4


def names_text(people: Sequence[Person] | Sequence[Invitee]) -> str:
    """Return the names of a few people, and how many more there are."""
    named = ", ".join(person.name for person in people[:NAMED])
    if len(people) <= NAMED:
        return named
    return tr("{names} and {count} more", names=named, count=len(people) - NAMED)


def sum_text(base: BaseSum) -> str:
    """Return D as a sum on one line: 120 − 2 + 1 = 119."""
    parts = [str(base.convened), *(f"− {count}" for _, count in base.deductions)]
    if base.alternates:
        parts.append(f"+ {base.alternates}")
    return " ".join([*parts, *([f"= {base.base}"] if len(parts) > 1 else [])])

"""Who of a counting board stands on the list that it counts (190 Điều 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import name_key


def counters_among(
    board: Iterable[Duty], candidates: Iterable[Candidate], linked: Mapping[int, Person]
) -> tuple[Duty, ...]:
    """Return the members of a board who stand on a list; `linked` is who they are, by membership.

    One name is one person, unless the dates of birth that are known tell two people apart.
    """
    listed = tuple(candidates)
    return tuple(
        duty for duty in board if any(_is_one(duty, linked.get(duty.id), c) for c in listed)
    )


def _is_one(duty: Duty, person: Person | None, candidate: Candidate) -> bool:
    if name_key(duty.name) != name_key(candidate.name):
        return False
    born = person.born if person else ""
    known = min(len(born), len(candidate.born))
    return born[:known] == candidate.born[:known]

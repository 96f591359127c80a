"""Who is there and who is still awaited: the figures of the check-in, by delegation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress_desk.domain.people.person import (
    VOTING_KINDS,
    BaseSum,
    CongressKind,
    Person,
    PersonKind,
    Status,
    base_names,
    base_sum,
)
from congress_desk.domain.people.register import Direction, Passage

_HOUR_LENGTH = len("2020-03-13T07:30")


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationPresence:
    """One delegation: how many of those in D are present, and who is still missing."""

    name: str
    present: int
    of: int
    missing: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The hall as it stands. `late` is None when the opening hour is not known.

    The delegations keep the order of the register; together they are D and those present of it.
    """

    base: BaseSum
    guests: int
    guests_present: int
    late: int | None
    delegations: tuple[DelegationPresence, ...]


def attendance(
    people: Sequence[Person], kind: CongressKind, *, arrivals: Iterable[Passage], opens: str
) -> Attendance:
    """Work the figures out; `arrivals` in order of time, `opens` an ISO time or "".

    Late is who has a vote and first came in after the minute of the opening.
    """
    guests = [p for p in people if p.kind is PersonKind.GUEST]
    return Attendance(
        base=base_sum(people, kind),
        guests=len(guests),
        guests_present=sum(p.status is Status.PRESENT for p in guests),
        late=_late(people, arrivals, opens),
        delegations=_delegations(people, kind),
    )


def _late(people: Sequence[Person], arrivals: Iterable[Passage], opens: str) -> int | None:
    if len(opens) < _HOUR_LENGTH:
        return None
    first: dict[int, str] = {}
    for passage in arrivals:
        if passage.direction is Direction.IN and not passage.undone:
            first.setdefault(passage.person_id, passage.at)
    return sum(
        p.has_vote and first.get(p.id, "")[:_HOUR_LENGTH] > opens[:_HOUR_LENGTH] for p in people
    )


def _delegations(people: Sequence[Person], kind: CongressKind) -> tuple[DelegationPresence, ...]:
    names = base_names(people, kind)
    gone = {person.id for _, found in names.deductions for person in found}
    in_seats = {alternate.id for alternate, _ in names.alternates}
    members: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if (person.kind in VOTING_KINDS and person.id not in gone) or person.id in in_seats:
            members[person.delegation].append(person)
    return tuple(
        DelegationPresence(
            name=name,
            present=sum(p.status is Status.PRESENT for p in found),
            of=len(found),
            missing=tuple(p for p in found if p.status is not Status.PRESENT),
        )
        for name, found in members.items()
    )

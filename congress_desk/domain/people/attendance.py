"""Who is there and who is still awaited: the figures of the check-in, by delegation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.people.person import (
    VOTING_KINDS,
    BaseRule,
    BaseSum,
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
    people: Sequence[Person], rule: BaseRule, *, passages: Iterable[Passage], opens: str
) -> Attendance:
    """Work the figures out; `passages` in order, `opens` an ISO time or "".

    Late is who has a vote and first came in after the minute of the opening.
    """
    guests = [p for p in people if p.kind is PersonKind.GUEST]
    return Attendance(
        base=base_sum(people, rule),
        guests=len(guests),
        guests_present=sum(p.status is Status.PRESENT for p in guests),
        late=_late(people, passages, opens),
        delegations=_delegations(people, rule),
    )


def after_passage(
    found: Attendance, before: Person, after: Person, place: Callable[[Person], int]
) -> Attendance | None:
    """Return the figures once somebody came or went; None where they must be worked out anew.

    `place` is where a person stands in the register. Nothing is looked at but the person's own
    delegation: a scan takes as long in a hall of 2,000 as in one of 60.
    """
    if replace(before, status=after.status) != after or before.kind is PersonKind.ALTERNATE:
        # An alternate who comes in may be given a seat that is left.
        return None
    if before.status is after.status:
        return found
    if {before.status, after.status} != {Status.PRESENT, Status.ABSENT}:
        return None
    step = 1 if after.status is Status.PRESENT else -1
    if after.kind is PersonKind.GUEST:
        return replace(found, guests_present=found.guests_present + step)
    if after.kind not in VOTING_KINDS:
        return found
    return replace(
        found,
        base=replace(found.base, present=found.base.present + step),
        delegations=tuple(
            _with(one, after, step, place) if one.name == after.delegation else one
            for one in found.delegations
        ),
    )


def _with(
    found: DelegationPresence, person: Person, step: int, place: Callable[[Person], int]
) -> DelegationPresence:
    missing = [one for one in found.missing if one.id != person.id]
    if step < 0:
        missing.append(person)
        missing.sort(key=place)
    return replace(found, present=found.present + step, missing=tuple(missing))


def arrivals(passages: Iterable[Passage]) -> dict[int, str]:
    """Return when each person first came in, of passages in order."""
    first: dict[int, str] = {}
    for passage in passages:
        if passage.direction is Direction.IN and not passage.undone:
            first.setdefault(passage.person_id, passage.at)
    return first


def is_late(person: Person, came: str, opens: str) -> bool:
    """Say whether somebody with a vote came in, at the ISO time `came`, after the opening."""
    known = len(opens) >= _HOUR_LENGTH
    return known and person.has_vote and came[:_HOUR_LENGTH] > opens[:_HOUR_LENGTH]


def _late(people: Sequence[Person], passages: Iterable[Passage], opens: str) -> int | None:
    if len(opens) < _HOUR_LENGTH:
        return None
    first = arrivals(passages)
    return sum(is_late(person, first.get(person.id, ""), opens) for person in people)


def _delegations(people: Sequence[Person], rule: BaseRule) -> tuple[DelegationPresence, ...]:
    names = base_names(people, rule)
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

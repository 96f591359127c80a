"""The register beside its people: groups, passages through a door, statuses, frozen rolls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from congress_desk.domain.people.person import BaseSum, Person, Status
from congress_desk.domain.text.name_order import NameKey, name_key


class Direction(StrEnum):
    """Which way somebody went through a door of the hall."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A discussion group (tổ thảo luận)."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Somebody went in or out: `at` is an ISO time with its zone, `before` the status till then.

    `uid` is the same in every file that knows of this passage. An undone one does not count.
    """

    id: int
    uid: str
    person_id: int
    direction: Direction
    at: str
    door: str
    actor: str
    before: Status
    undone: bool


class Passed(NamedTuple):
    """A passage with the person as it left them."""

    passage: Passage
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorLine:
    """A passage as the list of a door tells it; `code` is the person's code.

    One that was undone at that door is listed too, so that it is undone everywhere.
    """

    uid: str
    code: str
    name: str
    direction: Direction
    at: str
    door: str
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What taking in a door's list does: the passages new here, those known, those of nobody.

    `undone` are known ones that the door took back; `barred` are new ones of people whose status
    keeps them out: the passage is kept, the status stays.
    """

    new: tuple[DoorLine, ...]
    known: tuple[DoorLine, ...]
    unknown: tuple[DoorLine, ...]
    undone: tuple[DoorLine, ...] = ()
    barred: tuple[DoorLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TickedIn:
    """What ticking in a signed list did: the numbers of the people, by what became of them."""

    entered: tuple[int, ...]
    already: tuple[int, ...]
    unknown: tuple[int, ...]
    forbidden: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A status that was changed by an act of its own, why and when."""

    person_id: int
    before: Status
    status: Status
    reason: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """An alternate has a delegate's seat."""

    delegate_id: int
    alternate_id: int
    reason: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollPerson:
    """Somebody on a frozen roll: the name and the status as they were then."""

    person_id: int
    name: str
    status: Status
    votes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who was there when a round or a motion was opened, and D as it was; never changed."""

    id: int
    round_id: int
    motion_id: int
    at: str
    base: BaseSum
    people: tuple[RollPerson, ...]

    @property
    def present(self) -> tuple[RollPerson, ...]:
        """Return those present who have a vote."""
        return tuple(p for p in self.people if p.votes and p.status is Status.PRESENT)


HEAD: Final = "head"
# Nobody with one of these walks in without an act that changes it first.
BARRED = frozenset(Status) - {Status.PRESENT, Status.ABSENT}


def needs_reason(before: Status, after: Status) -> bool:
    """Say whether a change of status touches D or its meaning, and so must be explained."""
    return before is not after and bool({before, after} & BARRED)


def two_heads(people: Iterable[Person]) -> tuple[Person, Person] | None:
    """Return two people who both lead one delegation; None where each has one head at most."""
    heads: dict[str, Person] = {}
    for person in people:
        if person.delegation_role == HEAD and person.delegation:
            first = heads.setdefault(person.delegation, person)
            if first is not person:
                return first, person
    return None


def same_names(people: Iterable[Person]) -> Mapping[int, tuple[Person, ...]]:
    """Return, by number, the other people who bear the same name; nobody else is in it."""
    by_name: dict[NameKey, list[Person]] = defaultdict(list)
    for person in people:
        by_name[name_key(person.name)].append(person)
    return {
        person.id: tuple(other for other in namesakes if other is not person)
        for namesakes in by_name.values()
        if len(namesakes) > 1
        for person in namesakes
    }

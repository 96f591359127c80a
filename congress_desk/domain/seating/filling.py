"""Who is put on which seat when a plan is filled; the same people always sit the same way."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.seating.plan import HallSeat, KeptFor, SeatingPlan
from congress_desk.errors import Refusal, refuse

# Seat by its id -> person by their number, 0 for nobody.
SeatChanges = Mapping[int, int]
_COMING = (Status.PRESENT, Status.ABSENT)
_ROLES = ("head", "deputy")


class FillOrder(StrEnum):
    """In which order people are put on seats."""

    BY_DELEGATION = "by_delegation"
    BY_NUMBER = "by_number"


class FillWay(StrEnum):
    """In which order seats are taken: across all blocks, or one block after the other."""

    ROW_BY_ROW = "row_by_row"
    BLOCK_BY_BLOCK = "block_by_block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """How the seats of a plan are filled.

    `anew` frees the seats kept for them first; else everybody who has one keeps it.
    `everybody` gives seats to those without a vote too, guests apart.
    """

    order: FillOrder = FillOrder.BY_DELEGATION
    way: FillWay = FillWay.ROW_BY_ROW
    anew: bool = False
    everybody: bool = False


def is_coming(person: Person, declined: Container[int] = ()) -> bool:
    """Say whether somebody is there or may still come; `declined` are guests who said no."""
    if person.id in declined and person.status is not Status.PRESENT:
        return False
    return person.status in _COMING


def wants_seat(person: Person) -> bool:
    """Say whether a congress misses a seat for this person: who votes and is to come."""
    return person.has_vote and is_coming(person)


def without_seat(plan: SeatingPlan, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return who votes, is to come and has no seat; an alternate has that of their delegate."""
    seated = plan.sitters
    return tuple(
        person
        for person in people
        if wants_seat(person) and person.id not in seated and person.replaces not in seated
    )


def filled_with_delegates(
    plan: SeatingPlan, people: Sequence[Person], how: Filling
) -> SeatChanges | Refusal:
    """Return who sits where when the seats kept for delegates are filled.

    By delegation: the delegations as they stand in the register, in each the head, then by number.
    """
    wanted = [
        person
        for person in people
        if is_coming(person)
        and (person.has_vote or (how.everybody and person.kind is not PersonKind.GUEST))
    ]
    seats = _in_way((seat for seat in plan.seats if _is_for_delegates(seat)), how.way)
    return _filled(plan, seats, _in_order(wanted, how.order), anew=how.anew)


def filled_with_guests(
    plan: SeatingPlan, people: Iterable[Person], declined: Container[int] = (), *, anew: bool
) -> SeatChanges | Refusal:
    """Return where guests sit, in the order of their welcome, on the seats kept for them.

    Whoever declined gets none.
    """
    guests = sorted(
        (p for p in people if p.kind is PersonKind.GUEST and is_coming(p, declined)),
        key=lambda p: (not p.welcome, p.welcome, p.id),
    )
    seats = [seat for seat in plan.seats if seat.kept_for is KeptFor.GUESTS]
    return _filled(plan, seats, guests, anew=anew)


def filled_with_presidium(
    plan: SeatingPlan, members: Sequence[Person], *, anew: bool
) -> SeatChanges | Refusal:
    """Return where the presidium sits on the stage: the first in the middle, then to both sides."""
    stage = [seat for seat in plan.seats if seat.on_stage]
    return _filled(plan, _from_the_middle(stage), members, anew=anew, on_stage=True)


def _is_for_delegates(seat: HallSeat) -> bool:
    return seat.kept_for is KeptFor.DELEGATES


def _filled(
    plan: SeatingPlan,
    seats: Sequence[HallSeat],
    people: Sequence[Person],
    *,
    anew: bool,
    on_stage: bool = False,
) -> SeatChanges | Refusal:
    freed = {seat.id for seat in seats if seat.person_id} if anew else set()
    keep = {
        seat.person_id
        for seat in plan.seats
        if seat.person_id and seat.id not in freed and seat.on_stage is on_stage
    }
    waiting = [p for p in people if p.id not in keep and not (p.replaces and p.replaces in keep)]
    if not people:
        return refuse("seats_nobody_to_seat")
    if not waiting:
        return refuse("seats_all_seated")
    free = [seat for seat in seats if not seat.person_id or seat.id in freed]
    if len(free) < len(waiting):
        return refuse(
            "seats_too_few",
            needed=len(waiting),
            free=len(free),
            missing=len(waiting) - len(free),
        )
    taken = {seat.id: person.id for seat, person in zip(free, waiting, strict=False)}
    return dict.fromkeys(freed, 0) | taken


def _in_order(people: Sequence[Person], order: FillOrder) -> list[Person]:
    if order is FillOrder.BY_NUMBER:
        return sorted(people, key=lambda person: person.id)
    # Those of no delegation come last.
    places = {name: place for place, name in enumerate(dict.fromkeys(p.delegation for p in people))}
    roles = {role: place for place, role in enumerate(_ROLES)}
    return sorted(
        people,
        key=lambda p: (
            not p.delegation,
            places[p.delegation],
            roles.get(p.delegation_role, len(roles)),
            p.id,
        ),
    )


def _in_way(seats: Iterable[HallSeat], way: FillWay) -> list[HallSeat]:
    """Return seats in the order they are taken; a block without a name is told by its aisles."""
    ordered = sorted(seats, key=lambda seat: (seat.line, seat.column))
    if way is FillWay.ROW_BY_ROW:
        return ordered
    block = blocks_of_columns(ordered)
    return sorted(ordered, key=lambda seat: (block[seat.column], seat.line, seat.column))


def blocks_of_columns(seats: Iterable[HallSeat]) -> dict[int, int]:
    """Return the block of each column that has seats: a column without any is an aisle."""
    found: dict[int, int] = {}
    block = before = -1
    for column in sorted({seat.column for seat in seats}):
        block += column != before + 1 or block < 0
        found[column] = block
        before = column
    return found


def _from_the_middle(seats: Iterable[HallSeat]) -> list[HallSeat]:
    lines: dict[int, list[HallSeat]] = {}
    for seat in sorted(seats, key=lambda seat: (seat.line, seat.column)):
        lines.setdefault(seat.line, []).append(seat)
    return [
        line[place]
        for line in lines.values()
        for place in sorted(range(len(line)), key=partial(_from_middle, len(line)))
    ]


def _from_middle(count: int, place: int) -> int:
    """Return twice how far a place of so many is from their middle."""
    return abs(2 * place - count + 1)

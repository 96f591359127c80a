"""A plan with the people of the register: how each seat stands while the hall fills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.seating.filling import is_coming, without_seat
from congress_desk.domain.seating.plan import HallSeat, KeptFor, SeatingPlan


class SeatState(StrEnum):
    """How a seat stands. ELSEWHERE: who is to sit there is present, but sits on the stage.

    FOR_GUESTS: free, and kept for guests.
    """

    FREE = "free"
    FOR_GUESTS = "for_guests"
    AWAITED = "awaited"
    PRESENT = "present"
    ELSEWHERE = "elsewhere"
    NOT_COMING = "not_coming"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Seating:
    """A plan and the register, as they stand at one moment, with the guests who declined."""

    plan: SeatingPlan
    people: tuple[Person, ...]
    declined: frozenset[int] = frozenset()

    @cached_property
    def by_number(self) -> Mapping[int, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _alternates(self) -> Mapping[int, Person]:
        """Return who sits on the seat of a delegate they stand in for, by the delegate."""
        seated = self.plan.sitters
        return {p.replaces: p for p in self.people if p.replaces and p.id not in seated}

    @cached_property
    def _sitters(self) -> Mapping[int, Person]:
        """Return who is to sit on each seat that is taken, by its id."""
        alternates, known = self._alternates, self.by_number
        return {
            seat.id: alternates.get(seat.person_id) or known[seat.person_id]
            for seat in self.plan.seats
            if seat.person_id in known
        }

    @cached_property
    def _on_stage(self) -> frozenset[int]:
        return frozenset(seat.person_id for seat in self.plan.seats if seat.on_stage)

    @cached_property
    def states(self) -> Mapping[int, SeatState]:
        """Return how each seat stands, by its id."""
        return {seat.id: self._state(seat, self._sitters.get(seat.id)) for seat in self.plan.seats}

    @cached_property
    def counts(self) -> Mapping[SeatState, int]:
        """Return how many seats stand how."""
        return Counter(self.states.values())

    @cached_property
    def without_seat(self) -> tuple[Person, ...]:
        """Return who votes, is to come and has no seat, as the register has them."""
        return without_seat(self.plan, self.people)

    def sitter(self, seat: HallSeat) -> Person | None:
        """Return who is to sit there: an alternate on the seat of the delegate they stand for."""
        return self._sitters.get(seat.id)

    def of(self, state: SeatState) -> tuple[tuple[HallSeat, Person], ...]:
        """Return the seats that stand so, with who is to sit there."""
        return tuple(
            (seat, person)
            for seat in self.plan.seats
            if self.states[seat.id] is state and (person := self.sitter(seat)) is not None
        )

    def _state(self, seat: HallSeat, person: Person | None) -> SeatState:
        if person is None:
            empty = {KeptFor.NOBODY: SeatState.CLOSED, KeptFor.GUESTS: SeatState.FOR_GUESTS}
            return empty.get(seat.kept_for, SeatState.FREE)
        if not is_coming(person, self.declined):
            return SeatState.NOT_COMING
        if person.status is not Status.PRESENT:
            return SeatState.AWAITED
        away = not seat.on_stage and person.id in self._on_stage
        return SeatState.ELSEWHERE if away else SeatState.PRESENT

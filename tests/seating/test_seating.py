"""The hall as seats: drawn by numbers, filled by delegation and number, told by presence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from people_files import some_people
from seating_acts import HALL

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.seating.filling import (
    Filling,
    FillOrder,
    FillWay,
    filled_with_delegates,
    filled_with_guests,
    filled_with_presidium,
)
from congress_desk.domain.seating.hall_shape import (
    HallShape,
    Numbering,
    RowNames,
    drawn_hall,
    initials,
    read_numbers,
    row_name,
)
from congress_desk.domain.seating.plan import (
    HallSeat,
    KeptFor,
    SeatingPlan,
    check_seats,
    seat_key,
    seat_label,
)
from congress_desk.domain.seating.seating import Seating, SeatState


def a_plan(**shape) -> SeatingPlan:
    """Return a plan whose seats are numbered from 1 in the order they are drawn."""
    seats = granted(drawn_hall(HallShape(**shape), "ĐCT"))
    numbered = (replace(seat, id=place) for place, seat in enumerate(seats, start=1))
    return replace(HALL, seats=tuple(numbered))


def seated(plan: SeatingPlan, changes) -> SeatingPlan:
    changes = granted(changes)
    seats = (replace(s, person_id=changes.get(s.id, s.person_id)) for s in plan.seats)
    return replace(plan, seats=tuple(seats))


def sitting(plan: SeatingPlan) -> dict[str, int]:
    return {seat.label: seat.person_id for seat in plan.seats if seat.person_id}


def test_that_a_hall_is_drawn_by_a_few_numbers():
    plan = a_plan(rows=3, blocks=(2, 3), cross_aisles=(2,), on_stage=3, guest_rows=1)
    places = {seat.label: (seat.line, seat.column) for seat in plan.seats}
    assert len(plan.seats) == 18
    assert places["ĐCT-1"] == (0, 1) and places["A1"] == (2, 0)
    # An aisle is a column, and a line, without seats.
    assert places["A3"] == (2, 3) and places["C5"] == (5, 5)
    kept = {seat.label: seat.kept_for for seat in plan.seats}
    assert kept["ĐCT-3"] is KeptFor.PRESIDIUM
    assert (kept["A5"], kept["B1"]) == (KeptFor.GUESTS, KeptFor.DELEGATES)
    assert plan.size == (6, 6)


@pytest.mark.parametrize(
    ("numbering", "names", "labels"),
    [
        (Numbering.THROUGH, RowNames.LETTERS, "A1 A2 A3 A4 A5"),
        (Numbering.BY_BLOCK, RowNames.LETTERS, "1-A1 1-A2 2-A1 2-A2 2-A3"),
        (Numbering.BY_BLOCK, RowNames.NUMBERS, "A-1-1 A-1-2 B-1-1 B-1-2 B-1-3"),
        (Numbering.ODD_EVEN, RowNames.NUMBERS, "1-3 1-1 1-2 1-4 1-6"),
    ],
)
def test_that_seats_are_numbered_as_the_hall_does(numbering, names, labels):
    plan = a_plan(rows=1, blocks=(2, 3), numbering=numbering, row_names=names)
    assert " ".join(seat.label for seat in plan.seats) == labels


def test_that_odd_and_even_part_a_middle_block():
    plan = a_plan(rows=1, blocks=(1, 4, 1), numbering=Numbering.ODD_EVEN)
    assert [seat.number for seat in plan.seats] == [5, 3, 1, 2, 4, 6]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"rows": 0}, "hall_rows_wrong"),
        ({"blocks": ()}, "hall_blocks_wrong"),
        ({"blocks": (0, 5)}, "hall_blocks_wrong"),
        ({"cross_aisles": (3,)}, "hall_aisles_wrong"),
        ({"on_stage": 121}, "hall_stage_wrong"),
        ({"guest_rows": 4}, "hall_guest_rows_wrong"),
        ({"rows": 80, "blocks": (60,)}, "hall_too_large"),
    ],
)
def test_that_numbers_no_hall_has_are_refused(wrong, code):
    shape = {"rows": 3, "blocks": (4,)} | wrong
    assert code_of(drawn_hall(HallShape(**shape), "ĐCT")) == code


def test_that_names_and_numbers_are_read_as_people_type_them():
    assert read_numbers("8, 12+8") == (8, 12, 8) and read_numbers("8 x") is None
    assert [row_name(place, RowNames.LETTERS) for place in (0, 25, 26)] == ["A", "Z", "AA"]
    assert initials("đoàn chủ tịch") == "ĐCT"
    assert seat_key("c 012") == seat_key("C12") and seat_key("A.3.12") == seat_key("a-3-12")
    assert seat_key(seat_label("A", "3", 12)) != seat_key(seat_label("A", "31", 2))


def test_that_one_seat_twice_is_refused():
    twice = [HallSeat(row="A", number=1, line=0, column=n) for n in (0, 1)]
    assert code_of(check_seats(twice)) == "hall_seat_twice"
    assert code_of(check_seats([])) == "hall_without_seats"


def test_that_delegations_sit_together_with_their_head_first():
    people = tuple(replace(p, id=n) for n, p in enumerate(some_people(6, 0, 0), start=1))
    people = tuple(replace(p, delegation_role="head") if p.id == 5 else p for p in people)
    plan = a_plan(rows=2, blocks=(2, 2))
    by_delegation = seated(plan, filled_with_delegates(plan, people, Filling()))
    assert [p.delegation for p in people] == [f"Chi bộ {n}" for n in (2, 3, 4, 1, 2, 3)]
    assert sitting(by_delegation) == {"A1": 5, "A2": 1, "A3": 2, "A4": 6, "B1": 3, "B2": 4}
    how = Filling(order=FillOrder.BY_NUMBER, way=FillWay.BLOCK_BY_BLOCK)
    by_number = seated(plan, filled_with_delegates(plan, people, how))
    assert sitting(by_number) == {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "A3": 5, "A4": 6}
    # Whoever has a seat keeps it, unless everything begins anew.
    moved = replace(by_number.seats[0], person_id=0)
    kept = replace(by_number, seats=(moved, *by_number.seats[1:]))
    assert sitting(seated(kept, filled_with_delegates(kept, people, how)))["A1"] == 1
    assert code_of(filled_with_delegates(by_number, people, how)) == "seats_all_seated"
    again = seated(by_number, filled_with_delegates(by_number, people, Filling(anew=True)))
    assert sitting(again) == sitting(by_delegation)


def test_that_nobody_is_seated_when_the_seats_are_too_few():
    people = tuple(replace(p, id=n) for n, p in enumerate(some_people(6, 0, 0), start=1))
    refused = filled_with_delegates(a_plan(rows=1, blocks=(4,)), people, Filling())
    assert code_of(refused) == "seats_too_few"
    assert dict(refused.first.params) == {"needed": 6, "free": 4, "missing": 2}


def test_that_presidium_and_guests_sit_apart_and_who_does_not_come_nowhere():
    excused = Status.ABSENT_THROUGHOUT_EXCUSED
    people = (
        Person(id=1, code="1", name="An"),
        Person(id=2, code="2", name="Bình", status=excused),
        Person(id=3, code="3", name="Châu", kind=PersonKind.GUEST),
        Person(id=4, code="4", name="Dũng"),
        Person(id=5, code="5", name="Đào", kind=PersonKind.GUEST),
    )
    plan = a_plan(rows=2, blocks=(3,), on_stage=3, guest_rows=1)
    plan = seated(plan, filled_with_presidium(plan, (people[3], people[0]), anew=False))
    plan = seated(plan, filled_with_guests(plan, people, {5}, anew=False))
    plan = seated(plan, filled_with_delegates(plan, people, Filling()))
    assert sitting(plan) == {"ĐCT-1": 1, "ĐCT-2": 4, "A1": 3, "B1": 1, "B2": 4}


def test_that_a_seat_tells_who_is_there_who_is_awaited_and_who_sits_on_the_stage():
    plan = a_plan(rows=1, blocks=(4,), on_stage=1)
    sitters = {"ĐCT-1": 1, "A1": 1, "A2": 2, "A3": 3}
    seats = tuple(replace(s, person_id=sitters.get(s.label, 0)) for s in plan.seats)
    people = (
        Person(id=1, code="1", name="An", status=Status.PRESENT),
        Person(id=2, code="2", name="Bình"),
        Person(id=3, code="3", name="Châu", status=Status.REPLACED),
        Person(id=4, code="4", name="Dũng", kind=PersonKind.ALTERNATE, replaces=3),
        Person(id=5, code="5", name="Đào"),
    )
    whole = replace(plan, seats=seats)
    states = Seating(plan=whole, people=people, declined=frozenset({1, 2})).states
    assert [states[s.id] for s in seats[1:3]] == [SeatState.ELSEWHERE, SeatState.NOT_COMING]
    found = Seating(plan=whole, people=people)
    states = {seat.label: found.states[seat.id] for seat in seats}
    assert states == {
        "ĐCT-1": SeatState.PRESENT,
        "A1": SeatState.ELSEWHERE,
        "A2": SeatState.AWAITED,
        "A3": SeatState.AWAITED,
        "A4": SeatState.FREE,
    }
    # An alternate has the seat of the delegate they stand in for.
    assert found.sitter(seats[3]).name == "Dũng"
    assert [person.name for person in found.without_seat] == ["Đào"]
    assert [(seat.label, p.name) for seat, p in found.of(SeatState.ELSEWHERE)] == [("A1", "An")]

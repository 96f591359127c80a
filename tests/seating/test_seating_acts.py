"""Acts on seats: a plan a session, everybody on one seat, what is wrong said with nothing lost."""

from __future__ import annotations

import pytest
from congress_files import code_of, granted
from people_files import ACTOR, by_code
from seating_acts import HALL, SHAPE, a_seated_hall, id_of, seat_called

from congress_desk.actions.people.register import edit_person, remove_person
from congress_desk.actions.people.statuses import replace_delegate
from congress_desk.actions.seating.plans import (
    change_seating_plan,
    copy_seating_plan,
    draw_seating_plan,
    remove_seating_plan,
    use_seating_plan,
)
from congress_desk.actions.seating.seats import (
    fill_seats,
    free_seats,
    import_seats,
    keep_seats,
    seat_person,
    swap_seats,
    undo_seating,
)
from congress_desk.domain.seating.filling import Filling
from congress_desk.domain.seating.plan import KeptFor, SeatingPlan
from congress_desk.queries.people import person
from congress_desk.queries.seating import (
    seating,
    seating_in_force,
    seating_plans,
    seats_by_session,
)


@pytest.fixture
def file(tmp_path):
    made = a_seated_hall(tmp_path)
    yield made
    made.close()


def test_that_the_plan_in_force_says_where_everybody_sits(file):
    assert by_code(file, "D001").hall_seat == "ĐCT-2 / B1"
    assert person(file, 1).hall_seat == "ĐCT-2 / B1" and person(file, 1).seat == ""
    granted(replace_delegate(file, 1, 7, reason="ốm", actor=ACTOR))
    assert person(file, 7).planned_seat == "ĐCT-2 / B1"
    assert by_code(file, "T001").planned_seat == "ĐCT-2 / B1"
    changed = granted(edit_person(file, person(file, 2), actor=ACTOR))
    assert changed.seat == "" and changed.planned_seat


def test_that_two_swap_and_one_moves_in_one_act(file):
    before = seat_called(file, "B1").person_id, seat_called(file, "B2").person_id
    granted(swap_seats(file, 1, id_of(file, "B1"), id_of(file, "B2"), actor=ACTOR))
    assert (seat_called(file, "B2").person_id, seat_called(file, "B1").person_id) == before
    granted(swap_seats(file, 1, id_of(file, "B1"), id_of(file, "C4"), actor=ACTOR))
    assert (seat_called(file, "B1").person_id, seat_called(file, "C4").person_id) == (0, before[1])
    assert file.check() == []
    granted(undo_seating(file, 1, actor=ACTOR))
    granted(undo_seating(file, 1, actor=ACTOR))
    assert (seat_called(file, "B1").person_id, seat_called(file, "B2").person_id) == before


def test_that_a_seat_is_never_taken_from_somebody_unasked(file):
    taken = seat_person(file, 1, id_of(file, "B1"), 8, actor=ACTOR)
    assert code_of(taken) == "seat_taken" and taken.first.params["seat"] == "B1"
    assert code_of(seat_person(file, 1, 999, 8, actor=ACTOR)) == "seat_unknown_here"
    assert code_of(seat_person(file, 1, id_of(file, "A1"), 99, actor=ACTOR)) == "person_unknown"
    granted(keep_seats(file, 1, [id_of(file, "A1")], KeptFor.NOBODY, actor=ACTOR))
    assert code_of(seat_person(file, 1, id_of(file, "A1"), 8, actor=ACTOR)) == "seat_closed"
    closing = keep_seats(file, 1, [id_of(file, "B1")], KeptFor.NOBODY, actor=ACTOR)
    assert code_of(closing) == "seat_taken"
    # One on the stage and one in the hall: the second of either is refused.
    second = swap_seats(file, 1, id_of(file, "ĐCT-2"), id_of(file, "B2"), actor=ACTOR)
    assert code_of(second) == "seat_second"
    granted(seat_person(file, 1, id_of(file, "A2"), 1, actor=ACTOR))
    assert seat_called(file, "B1").person_id == 0 and seat_called(file, "ĐCT-2").person_id == 1


def test_that_a_list_worked_out_from_another_plan_is_refused(file):
    two = {id_of(file, "A1"): seat_called(file, "B1").person_id}
    assert code_of(import_seats(file, 1, two, source="x", actor=ACTOR)) == (
        "seating_changed_meanwhile"
    )
    assert code_of(import_seats(file, 1, {999: 1}, source="x", actor=ACTOR)) == (
        "seating_changed_meanwhile"
    )


def test_that_each_session_has_its_plan_and_the_card_says_both_where_they_differ(file):
    copied = SeatingPlan(name="Trù bị", session="Phiên trù bị")
    second = granted(copy_seating_plan(file, 1, copied, with_people=True, actor=ACTOR))
    assert not second.in_force and second.sitters == {1, 2, 3, 4, 5, 6}
    assert seats_by_session(file)[2] == person(file, 2).planned_seat
    seat = second.seats_of(2)[0]
    granted(free_seats(file, second.id, [seat.id], actor=ACTOR))
    free = next(s for s in second.seats if s.label == "A1")
    granted(seat_person(file, second.id, free.id, 2, actor=ACTOR))
    assert seats_by_session(file)[2] == f"Phiên chính thức: {seat.label}; Phiên trù bị: A1"
    granted(use_seating_plan(file, second.id, actor=ACTOR))
    assert person(file, 2).planned_seat == "A1"
    granted(remove_seating_plan(file, second.id, actor=ACTOR))
    assert seating_in_force(file).plan.id == 1 and file.check() == []


def test_that_what_cannot_be_a_plan_is_refused(file):
    assert code_of(draw_seating_plan(file, HALL, SHAPE, actor=ACTOR)) == "seating_name_twice"
    nameless = SeatingPlan(id=1, name="  ")
    assert code_of(change_seating_plan(file, nameless, actor=ACTOR)) == "seating_name_missing"
    assert code_of(remove_seating_plan(file, 9, actor=ACTOR)) == "seating_plan_unknown"
    none = fill_seats(file, 1, KeptFor.NOBODY, Filling(), actor=ACTOR)
    assert code_of(none) == "seats_none_kept"


def test_that_who_leaves_the_register_leaves_their_seat(file):
    number = by_code(file, "D003").id
    seat = seating(file, 1).plan.seats_of(number)[0]
    granted(remove_person(file, number, reason="ghi nhầm", actor=ACTOR))
    assert seat_called(file, seat.label).person_id == 0
    assert seating_plans(file)[0].name == HALL.name and file.check() == []

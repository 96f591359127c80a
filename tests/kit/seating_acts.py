"""Every act on the seating plans, on a file where each of them can be done."""

from __future__ import annotations

from pathlib import Path

from congress_files import granted
from people_files import ACTOR, a_register

from congress_desk.actions.duties.members import add_member
from congress_desk.actions.seating import plans, seats
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.seating.filling import Filling
from congress_desk.domain.seating.hall_shape import HallShape
from congress_desk.domain.seating.plan import HallSeat, KeptFor, SeatingPlan
from congress_desk.queries.seating import seating, seating_plans
from congress_desk.storage.congress_file import CongressFile

HALL = SeatingPlan(name="Hội trường lớn", session="Phiên chính thức")
SHAPE = HallShape(rows=3, blocks=(2, 2), on_stage=3, guest_rows=1)


def a_seated_hall(folder: Path) -> CongressFile:
    """Return a file with a hall: guests in row A, six delegates in B and C, one on the stage."""
    file = a_register(folder)
    granted(plans.draw_seating_plan(file, HALL, SHAPE, actor=ACTOR))
    member = Duty(organ=Organ.PRESIDIUM, name="Trần Thị Bình D1", person_id=1)
    granted(add_member(file, member, actor=ACTOR))
    for kept_for in (KeptFor.DELEGATES, KeptFor.PRESIDIUM):
        granted(seats.fill_seats(file, 1, kept_for, Filling(), actor=ACTOR))
    return file


def seat_called(file: CongressFile, label: str) -> HallSeat:
    """Return a seat of the first plan by what it is called."""
    found = seating(file, seating_plans(file)[0].id)
    assert found is not None
    return next(seat for seat in found.plan.seats if seat.label == label)


def id_of(file: CongressFile, label: str) -> int:
    """Return the id of a seat of the first plan."""
    return seat_called(file, label).id


SEATING_ACTS = {
    "draw_seating_plan": lambda f: plans.draw_seating_plan(
        f, SeatingPlan(name="Hội trường nhỏ"), SHAPE, actor=ACTOR
    ),
    "import_seating_plan": lambda f: plans.import_seating_plan(
        f,
        SeatingPlan(name="Nhà văn hóa"),
        [HallSeat(row="A", number=1, line=0, column=0, person_id=2)],
        source="ghe.xlsx",
        actor=ACTOR,
    ),
    "copy_seating_plan": lambda f: plans.copy_seating_plan(
        f, 1, SeatingPlan(name="Phiên trù bị"), with_people=True, actor=ACTOR
    ),
    "change_seating_plan": lambda f: plans.change_seating_plan(
        f, SeatingPlan(id=1, name="Hội trường A"), actor=ACTOR
    ),
    "use_seating_plan": lambda f: plans.use_seating_plan(f, _another(f), actor=ACTOR),
    "remove_seating_plan": lambda f: plans.remove_seating_plan(f, 1, actor=ACTOR),
    "fill_seats": lambda f: seats.fill_seats(f, 1, KeptFor.GUESTS, Filling(), actor=ACTOR),
    "import_seats": lambda f: seats.import_seats(
        f, 1, {id_of(f, "A1"): 5, id_of(f, "B2"): 0}, source="ghe.xlsx", actor=ACTOR
    ),
    "seat_person": lambda f: seats.seat_person(f, 1, id_of(f, "A1"), 3, actor=ACTOR),
    "swap_seats": lambda f: seats.swap_seats(f, 1, id_of(f, "B1"), id_of(f, "B2"), actor=ACTOR),
    "free_seats": lambda f: seats.free_seats(f, 1, [id_of(f, "B1")], actor=ACTOR),
    "keep_seats": lambda f: seats.keep_seats(f, 1, [id_of(f, "A1")], KeptFor.NOBODY, actor=ACTOR),
    "undo_seating": lambda f: seats.undo_seating(f, 1, actor=ACTOR),
}


def _another(file: CongressFile) -> int:
    """Return a second plan, which the test of the act that takes it into use finds there."""
    return seating_plans(file)[-1].id


def seating_ready(folder: Path, name: str) -> CongressFile:
    """Return a file on which the act of this name can be done."""
    file = a_seated_hall(folder)
    if name == "use_seating_plan":
        granted(plans.draw_seating_plan(file, SeatingPlan(name="Hai"), SHAPE, actor=ACTOR))
    return file

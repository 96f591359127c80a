"""Acts on the plans of the hall: draw, read from a sheet, copy, change, take into use, remove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.seating.hall_shape import HallShape, drawn_hall
from congress_desk.domain.seating.plan import (
    MOST_PLANS,
    HallSeat,
    SeatingPlan,
    check_seats,
)
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.seating import stage_block
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import seating as reading

_NAME_LIMIT, _SESSION_LIMIT = 80, 200


def draw_seating_plan(
    file: CongressFile, plan: SeatingPlan, shape: HallShape, *, actor: str
) -> SeatingPlan | Refusal:
    """Add a plan of a hall that is drawn by a few numbers; the first one is in force at once.

    Of `plan` the name, the session and the side of the stage are taken.
    """
    seats = drawn_hall(shape, stage_block(file))
    if isinstance(seats, Refusal):
        return seats
    return _add(file, "draw_seating_plan", plan, seats, actor=actor)


def import_seating_plan(
    file: CongressFile, plan: SeatingPlan, seats: Sequence[HallSeat], *, source: str, actor: str
) -> SeatingPlan | Refusal:
    """Add a plan whose seats, and who sits there, come from a sheet; `source` is its file."""
    name = clean_text(source)
    return _add(file, "import_seating_plan", plan, seats, actor=actor, source=name)


def copy_seating_plan(
    file: CongressFile, plan_id: int, plan: SeatingPlan, *, with_people: bool, actor: str
) -> SeatingPlan | Refusal:
    """Add a plan with the seats of another, for another session, with who sits there or without."""
    found = plan_or_refusal(file, plan_id)
    if isinstance(found, Refusal):
        return found
    seats = [replace(seat, person_id=seat.person_id if with_people else 0) for seat in found.seats]
    copied = replace(plan, stage=found.stage)
    return _add(file, "copy_seating_plan", copied, seats, actor=actor, source=found.name)


def change_seating_plan(
    file: CongressFile, plan: SeatingPlan, *, actor: str
) -> SeatingPlan | Refusal:
    """Give a plan another name, session or side of the stage."""
    before = plan_or_refusal(file, plan.id)
    if isinstance(before, Refusal):
        return before
    plan = _cleaned(plan)
    refusal = _check(file, plan)
    if refusal:
        return refusal
    if (plan.name, plan.session, plan.stage) == (before.name, before.session, before.stage):
        return before
    with file.act("change_seating_plan", actor=actor, name=plan.name) as act:
        act.update(
            "seating_plan", plan.id, name=plan.name, session=plan.session, stage=plan.stage.value
        )
    return _plan(file, plan.id)


def use_seating_plan(file: CongressFile, plan_id: int, *, actor: str) -> SeatingPlan | Refusal:
    """Take a plan into use: door, cards and register tell its seats from now on."""
    found = plan_or_refusal(file, plan_id)
    if isinstance(found, Refusal) or found.in_force:
        return found
    with file.act("use_seating_plan", actor=actor, name=found.name) as act:
        for other in reading.plans(file):
            if other.in_force:
                act.update("seating_plan", other.id, in_force=0)
        act.update("seating_plan", plan_id, in_force=1)
    return _plan(file, plan_id)


def remove_seating_plan(file: CongressFile, plan_id: int, *, actor: str) -> SeatingPlan | Refusal:
    """Remove a plan with its seats; where it was in force, the first of the others is then."""
    found = plan_or_refusal(file, plan_id)
    if isinstance(found, Refusal):
        return found
    others = [plan for plan in reading.plans(file) if plan.id != plan_id]
    with file.act("remove_seating_plan", actor=actor, name=found.name) as act:
        for seat in found.seats:
            act.delete("hall_seat", seat.id)
        act.delete("seating_plan", plan_id)
        if found.in_force and others:
            act.update("seating_plan", others[0].id, in_force=1)
    return found


def plan_or_refusal(file: CongressFile, plan_id: int) -> SeatingPlan | Refusal:
    """Return a plan with its seats, refused where it is no longer there."""
    return reading.plan(file, plan_id) or refuse("seating_plan_unknown")


def _add(
    file: CongressFile,
    name: str,
    plan: SeatingPlan,
    seats: Sequence[HallSeat],
    *,
    actor: str,
    **about: Any,
) -> SeatingPlan | Refusal:
    plan, there = _cleaned(replace(plan, id=0)), reading.plans(file)
    refusal = _check(file, plan) or check_seats(seats)
    if refusal is None and len(there) >= MOST_PLANS:
        refusal = refuse("seating_plans_too_many", most=MOST_PLANS)
    if refusal:
        return refusal
    told = shortened(plan.name)
    with file.act(name, actor=actor, name=told, count=len(seats), **about) as act:
        plan_id = act.insert(
            "seating_plan",
            place=len(there) + 1,
            name=plan.name,
            session=plan.session,
            stage=plan.stage.value,
            in_force=int(not there),
        )
        _insert_seats(file, act, plan_id, seats)
    return _plan(file, plan_id)


def _insert_seats(file: CongressFile, act: Act, plan_id: int, seats: Sequence[HallSeat]) -> None:
    first = reading.last_seat(file) + 1
    rows = [
        {
            "id": first + place,
            "plan_id": plan_id,
            "block": seat.block,
            "row": seat.row,
            "number": seat.number,
            "line": seat.line,
            "col": seat.column,
            "kept_for": seat.kept_for.value,
            "person_id": seat.person_id or None,
        }
        for place, seat in enumerate(seats)
    ]
    act.insert_rows("hall_seat", rows)


def _cleaned(plan: SeatingPlan) -> SeatingPlan:
    return replace(plan, name=clean_text(plan.name), session=clean_text(plan.session))


def _check(file: CongressFile, plan: SeatingPlan) -> Refusal | None:
    if not plan.name:
        return refuse("seating_name_missing")
    others = (other for other in reading.plans(file) if other.id != plan.id)
    if any(fold(other.name) == fold(plan.name) for other in others):
        return refuse("seating_name_twice", name=plan.name)
    return too_long(plan.name, _NAME_LIMIT) or too_long(plan.session, _SESSION_LIMIT)


def _plan(file: CongressFile, plan_id: int) -> SeatingPlan:
    found = reading.plan(file, plan_id)
    assert found is not None
    return found

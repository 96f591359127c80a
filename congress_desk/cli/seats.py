"""The call `seats`: a hall or who sits where from a sheet, or the plan in force out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from congress_desk.actions.seating.plans import import_seating_plan
from congress_desk.actions.seating.seats import import_seats
from congress_desk.domain.people.person import Person
from congress_desk.domain.seating.filling import wants_seat
from congress_desk.domain.seating.plan import SeatingPlan
from congress_desk.domain.seating.seat_list import hall_of_rows, listed_seats
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.imports.setup.seats import SeatBook, read_seat_book
from congress_desk.queries.congress import people
from congress_desk.queries.seating import seating, seating_in_force, seating_plans
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE = 0


def seats(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Import the sheet that is named, or print a plan as JSON."""
    if options.json == (options.list is not None):
        return refuse("usage", detail=message("cli.people_from_or_json"))
    plan = _plan(file, options.plan)
    if options.json:
        return _print(file, plan.id) if plan else refuse("seating_plan_unknown")
    book = read_seat_book(options.list, options.sheet)
    if isinstance(book, Refusal):
        return book
    said = _seat(file, plan, book, options) if plan else _draw(file, book, options)
    if isinstance(said, Refusal):
        return said
    for line in (*said, *(message("cli.people_note", text=problem_text(n)) for n in book.notes)):
        print(line)
    if options.dry_run:
        print(message("cli.people_dry"))
    return DONE


def _plan(file: CongressFile, name: str) -> SeatingPlan | None:
    """Return the plan of this name, the one in force where none is named."""
    if not name:
        found = seating_in_force(file)
        return found.plan if found else None
    return next((plan for plan in seating_plans(file) if fold(plan.name) == fold(name)), None)


def _draw(
    file: CongressFile, book: SeatBook, options: argparse.Namespace
) -> Iterator[str] | Refusal:
    hall = hall_of_rows(book.rows, people(file))
    if isinstance(hall, Refusal):
        return hall
    plan = SeatingPlan(name=options.plan or options.list.stem[:80])
    if not options.dry_run:
        source = options.list.name
        done = import_seating_plan(file, plan, hall, source=source, actor=user_name())
        if isinstance(done, Refusal):
            return done
    seated = sum(bool(seat.person_id) for seat in hall)
    wanted = sum(wants_seat(person) for person in people(file))
    said = [message("cli.seats_plan", name=plan.name, seats=len(hall), seated=seated)]
    if len(hall) < wanted:
        said.append(message("cli.seats_few", missing=wanted - len(hall), people=wanted))
    return iter(said)


def _seat(
    file: CongressFile, plan: SeatingPlan, book: SeatBook, options: argparse.Namespace
) -> Iterator[str] | Refusal:
    found = seating(file, plan.id)
    assert found is not None
    listed = listed_seats(found.plan, book.rows, found.people)
    if isinstance(listed, Refusal):
        return listed
    if not options.dry_run and listed.changes:
        source = options.list.name
        done = import_seats(file, plan.id, listed.changes, source=source, actor=user_name())
        if isinstance(done, Refusal):
            return done
    said = [
        message("cli.seats_seated", plan=plan.name, count=listed.seated, moved=len(listed.moved))
    ]
    for number in listed.displaced:
        said.append(message("cli.seats_displaced", name=found.by_number[number].name))
    return iter(said)


def _print(file: CongressFile, plan_id: int) -> int:
    found = seating(file, plan_id)
    assert found is not None
    told = [
        {
            "seat": seat.label,
            "block": seat.block,
            "row": seat.row,
            "number": seat.number,
            "kept_for": seat.kept_for.value,
            "state": found.states[seat.id].value,
            **_as_json(found.sitter(seat)),
        }
        for seat in found.plan.seats
    ]
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return DONE


def _as_json(person: Person | None) -> dict[str, str]:
    return {"code": person.code if person else "", "name": person.name if person else ""}

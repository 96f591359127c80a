"""Acts on guests: added, put in the order of their welcome, one field of a person or letter set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from congress_desk.actions.guests.letters import (
    date_letter,
    put_in_mailing,
    record_answers,
    remark_on_letter,
)
from congress_desk.actions.people.one_field import edit_field
from congress_desk.actions.people.register import add_person
from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.rows.people import NO_DETAILS


def add_guest(
    file: CongressFile, person: Person, *, after: int = 0, actor: str
) -> Person | Refusal:
    """Add a guest to the register, welcomed last; `after` is of no matter to a register."""
    welcome = 1 + max((p.welcome for p in reading_people.people(file)), default=0)
    place = welcome if welcome > 1 else 0
    guest = replace(person, kind=PersonKind.GUEST, welcome=person.welcome or place)
    return add_person(file, guest, actor=actor)


def order_guests(file: CongressFile, ids: Sequence[int], *, actor: str) -> int | Refusal:
    """Welcome the guests in this order: every one of them once. Return how many moved.

    Others among `ids` are passed over: they stand in one list with the guests.
    """
    people = {p.id: p for p in reading_people.people(file)}
    guests = {n: p for n, p in people.items() if p.kind is PersonKind.GUEST}
    ids = [n for n in ids if n in guests or n not in people]
    if sorted(ids) != sorted(guests):
        return refuse("order_changed_meanwhile")
    places = dict(zip(ids, range(1, len(ids) + 1), strict=True))
    moved = [n for n, place in places.items() if guests[n].welcome != place]
    if not moved:
        return 0
    with file.act("order_guests", actor=actor, count=len(ids)) as act:
        for number in moved:
            if reading_people.has_details(file, number):
                act.update("person_detail", number, welcome=places[number])
            else:
                row = {**NO_DETAILS, "welcome": places[number]}
                act.insert("person_detail", person_id=number, **row)
    return len(moved)


def edit_invitee_field(
    file: CongressFile, number: int, name: str, value: Any, *, day: date, actor: str
) -> Any | Refusal:
    """Set one field of an invitee: of the letter (answered on `day`), else of the person."""
    if name == "sent_on":
        return date_letter(file, number, value, actor=actor)
    if name == "mailing":
        return put_in_mailing(file, [number], value, actor=actor)
    if name == "answer":
        return record_answers(file, [number], value, day.isoformat(), actor=actor)
    if name == "remark":
        return remark_on_letter(file, number, value, actor=actor)
    return edit_field(file, number, name, value, actor=actor)

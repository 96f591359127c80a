"""Acts on the register: add, correct and remove people, take in a list, keep a photograph."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from congress_desk.actions.people.delegations import (
    check_heads,
    check_roles,
    follow_renamed,
    heads_followed_by,
    write_role,
)
from congress_desk.actions.people.mailings import join_last_mailing
from congress_desk.actions.people.statuses import write_status_change
from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.guests.invitation import LAST_WELCOME, MOST_COMPANIONS
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register_changes import RegisterChanges
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.dates import partial_date
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT, TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading import guests as reading_guests
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.people import LAST_NUMBER
from congress_desk.storage.reading.seating import seat_ids_of
from congress_desk.storage.rows.people import NO_DETAILS, detail_row, person_row

MAX_PHOTO_BYTES = 100_000
_CODE_LIMIT, _SEAT_LIMIT = 40, 40
# What other acts write: attendance, seats in the hall or taken over, photographs.
_OF_OTHER_ACTS = frozenset({"id", "status", "replaces", "has_photo", "planned_seat"})
EDITABLE = frozenset(f.name for f in fields(Person)) - _OF_OTHER_ACTS
_DATES = ("born", "joined", "official_on")
_TEXTS = tuple(f.name for f in fields(Person) if f.type == "str")


def add_person(file: CongressFile, person: Person, *, actor: str) -> Person | Refusal:
    """Add somebody to the register under a new number; an empty code becomes one of its own.

    The letter to them is of the mailing in work: the last one of its kind.
    """
    people = reading_people.people(file)
    person = _cleaned(replace(person, code=person.code or _free_code(file, people)))
    refusal = _check(person, people) or check_roles([*people, person], [(None, person)])
    if refusal:
        return refusal
    number = reading_people.last_number(file) + 1
    with file.act("add_person", actor=actor, code=person.code, name=person.name) as act:
        _insert(act, replace(person, id=number))
        join_last_mailing(file, act, [replace(person, id=number)])
    return _person(file, number)


def edit_person(file: CongressFile, person: Person, *, actor: str) -> Person | Refusal:
    """Correct somebody in the register; attendance, seat taken over and photo stay as they are.

    Whoever is made head of the delegation takes the role from the one who was.
    """
    before = reading_people.person(file, person.id)
    if before is None:
        return refuse("person_unknown", number=person.id)
    kept = {name: getattr(before, name) for name in _OF_OTHER_ACTS}
    person = _cleaned(replace(person, **kept))
    people = reading_people.people(file)
    former = heads_followed_by(people, before, person)
    left = {p.id: replace(p, delegation_role="") for p in former} | {person.id: person}
    refusal = (
        _check(person, people)
        or _check_kind(before, person)
        or check_roles([left.get(p.id, p) for p in people], [(before, person)])
    )
    if refusal:
        return refusal
    if person == before:
        return before
    with file.act("edit_person", actor=actor, code=person.code, name=person.name) as act:
        for head in former:
            write_role(file, act, head.id, "")
        _update(file, act, before, person)
    return _person(file, person.id)


def edit_people(
    file: CongressFile, ids: Sequence[int], changes: Mapping[str, Any], *, actor: str
) -> int | Refusal:
    """Set fields of several people at once, all of them or none; return how many changed.

    ValueError for a field that has an act of its own.
    """
    if not set(changes) <= EDITABLE - {"code", "name"}:
        raise ValueError(changes)
    people = {p.id: p for p in reading_people.people(file)}
    pairs = []
    for number in dict.fromkeys(ids):
        before = people.get(number)
        if before is None:
            return refuse("person_unknown", number=number)
        after = _cleaned(replace(before, **changes))
        refusal = _check(after, ()) or _check_kind(before, after)
        if refusal:
            return refusal
        if after != before:
            pairs.append((before, after))
    if not pairs:
        return 0
    changed = {after.id: after for _, after in pairs}
    refusal = check_roles([changed.get(p.id, p) for p in people.values()], pairs)
    if refusal:
        return refusal
    with file.act("edit_people", actor=actor, count=len(pairs)) as act:
        for before, after in pairs:
            _update(file, act, before, after)
        follow_renamed(file, act, pairs)
    return len(pairs)


def remove_person(file: CongressFile, number: int, *, reason: str, actor: str) -> Person | Refusal:
    """Take somebody out of the register whom no other record knows; the number is not used again.

    Whoever was checked in or counted as present stays: a status then says what is the case.
    """
    before = reading_people.person(file, number)
    if before is None:
        return refuse("person_unknown", number=number)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    if reading_people.references_to(file, number):
        return refuse("person_has_records", name=before.name)
    with file.act(
        "remove_person", actor=actor, code=before.code, name=before.name, reason=clean_text(reason)
    ) as act:
        keep_number(file, act)
        if before.has_photo:
            act.delete("photo", number)
        if reading_people.has_details(file, number):
            act.delete("person_detail", number)
        if reading_guests.invitation_of(file, number) is not None:
            act.delete("invitation", number)
        for change in reading_people.status_change_ids(file, number):
            act.delete("status_change", change)
        for seat in seat_ids_of(file, number):
            act.update("hall_seat", seat, person_id=None)
        act.delete("person", number)
    return before


def set_photo(file: CongressFile, number: int, jpeg: bytes, *, actor: str) -> Person | Refusal:
    """Keep a small photograph of somebody in the file; b"" takes it out."""
    person = reading_people.person(file, number)
    if person is None:
        return refuse("person_unknown", number=number)
    if len(jpeg) > MAX_PHOTO_BYTES:
        return refuse("photo_too_large", limit=MAX_PHOTO_BYTES // 1000)
    if not jpeg and not person.has_photo:
        return person
    name = "set_photo" if jpeg else "remove_photo"
    text = base64.b64encode(jpeg).decode("ascii")
    with file.act(name, actor=actor, code=person.code, name=person.name) as act:
        if not jpeg:
            act.delete("photo", number)
        elif person.has_photo:
            act.update("photo", number, jpeg=text)
        else:
            act.insert("photo", person_id=number, jpeg=text)
    return _person(file, number)


def import_register(
    file: CongressFile, changes: RegisterChanges, *, source: str, actor: str
) -> RegisterChanges | Refusal:
    """Write what a list of people brings, in one act: the new ones and the changed ones.

    Letters to the new ones are of the mailing in work.

    Refused whole when one of them does not fit the register as it stands now.
    """
    people = reading_people.people(file)
    by_number = {p.id: p for p in people}
    after = {a.id: a for _, a, _ in changes.changed}
    if any(by_number.get(b.id) != b for b, _, _ in changes.changed):
        return refuse("register_changed_meanwhile")
    held = _held_in_place(file, changes)
    if held:
        return held
    register = [after.get(p.id, p) for p in people]
    new = [_cleaned(person) for person in changes.new]
    refusal = _check_all([*register, *new]) or check_heads([*register, *new])
    if refusal:
        return refusal
    number = reading_people.last_number(file)
    with file.act(
        "import_register",
        actor=actor,
        backup=True,
        source=clean_text(source),
        new=len(new),
        changed=len(changes.changed),
    ) as act:
        for before, person, _ in changes.changed:
            _update(file, act, before, _cleaned(person), status=True)
            if person.status is not before.status:
                write_status_change(act, before, person.status, clean_text(source), actor)
        numbered = [replace(person, id=number + i) for i, person in enumerate(new, start=1)]
        act.insert_rows("person", [{"id": p.id, **person_row(p)} for p in numbered])
        detailed = [p for p in numbered if detail_row(p) != NO_DETAILS]
        act.insert_rows("person_detail", [{"person_id": p.id, **detail_row(p)} for p in detailed])
        join_last_mailing(file, act, numbered)
    return changes


def _held_in_place(file: CongressFile, changes: RegisterChanges) -> Refusal | None:
    """Refuse to change by a list what an act of its own said: who has whose seat."""
    seats = {r.delegate_id for r in reading_people.replacements(file)}
    for before, after, _ in changes.changed:
        if before.id in seats and after.status is not before.status:
            return refuse("status_of_replaced", name=before.name)
        refusal = _check_kind(before, after)
        if refusal:
            return refusal
    return None


def _insert(act: Act, person: Person) -> None:
    act.insert("person", id=person.id, **person_row(person))
    if detail_row(person) != NO_DETAILS:
        act.insert("person_detail", person_id=person.id, **detail_row(person))


def _update(
    file: CongressFile, act: Act, before: Person, after: Person, *, status: bool = False
) -> None:
    row = person_row(after)
    if not status:
        del row["status"]
    act.update("person", before.id, **row)
    if detail_row(after) == detail_row(before):
        return
    if reading_people.has_details(file, before.id):
        act.update("person_detail", before.id, **detail_row(after))
    else:
        act.insert("person_detail", person_id=before.id, **detail_row(after))


def _cleaned(person: Person) -> Person:
    """Return the person as the file would give it back: every text in NFC on one line."""
    cleaned: dict[str, Any] = {}
    for name in _TEXTS:
        value = getattr(person, name)
        text = clean_text(value)
        if name in _DATES:
            text = partial_date(text) or text
        if text != value:
            cleaned[name] = text
    return replace(person, **cleaned) if cleaned else person


def _check(person: Person, people: Sequence[Person]) -> Refusal | None:
    if not person.name or len(person.name) > NAME_LIMIT:
        return refuse("person_name_wrong", most=NAME_LIMIT)
    if not person.code or len(person.code) > _CODE_LIMIT:
        return refuse("person_code_wrong", most=_CODE_LIMIT)
    for other in people:
        if other.id != person.id and other.code.casefold() == person.code.casefold():
            return refuse("person_code_twice", code=person.code, name=other.name)
    for name in _DATES:
        value = getattr(person, name)
        if value and partial_date(value) is None:
            return refuse("person_date_wrong", value=value[:60])
    if not 0 <= person.companions <= MOST_COMPANIONS:
        return refuse("person_companions_wrong", most=MOST_COMPANIONS)
    if not 0 <= person.welcome <= LAST_WELCOME:
        return refuse("person_welcome_wrong", most=LAST_WELCOME)
    if len(person.seat) > _SEAT_LIMIT:
        return refuse("text_too_long", length=len(person.seat), most=_SEAT_LIMIT)
    longest = max(len(getattr(person, name)) for name in _TEXTS if name != "note")
    if longest > TEXT_LIMIT:
        return refuse("text_too_long", length=longest, most=TEXT_LIMIT)
    return too_long(person.note, LONG_TEXT_LIMIT)


def _check_kind(before: Person, after: Person) -> Refusal | None:
    """Refuse another kind while the person has a seat of somebody, or somebody theirs."""
    if after.kind is before.kind:
        return None
    if before.replaces or before.status is Status.REPLACED:
        return refuse("kind_fixed_by_replacement", name=before.name)
    return None


def _check_all(people: Sequence[Person]) -> Refusal | None:
    codes: dict[str, Person] = {}
    for person in people:
        refusal = _check(person, ())
        if refusal:
            return refusal
        other = codes.setdefault(person.code.casefold(), person)
        if other is not person:
            return refuse("person_code_twice", code=person.code, name=other.name)
    return None


def _free_code(file: CongressFile, people: Sequence[Person]) -> str:
    taken = {p.code.casefold() for p in people}
    number = reading_people.last_number(file) + 1
    while f"d{number:03d}" in taken:
        number += 1
    return f"D{number:03d}"


def keep_number(file: CongressFile, act: Act) -> None:
    """Remember the highest number given, so that a removed person's is not given again."""
    last = str(reading_people.last_number(file))
    if reading_congress.congress_setting(file, LAST_NUMBER):
        act.update("congress_setting", LAST_NUMBER, value=last)
    else:
        act.insert("congress_setting", key=LAST_NUMBER, value=last)


def _person(file: CongressFile, number: int) -> Person:
    found = reading_people.person(file, number)
    assert found is not None
    return found

"""Acts at the door: in, out, undone; a signed list ticked in; the list of another door."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace

from congress_desk.actions.people.statuses import write_status_change
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import (
    BARRED,
    Direction,
    DoorLine,
    Merged,
    Passage,
    TickedIn,
    needs_reason,
)
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import passages as reading_passages
from congress_desk.storage.reading import people as reading_people

_STATUS_AFTER = {Direction.IN: Status.PRESENT, Direction.OUT: Status.ABSENT}


def check_in(
    file: CongressFile,
    person_id: int,
    *,
    direction: Direction = Direction.IN,
    door: str = "",
    actor: str,
) -> Passage | Refusal:
    """Record that somebody came in or went out, with the time; whoever goes out stays in D.

    Refused, and nothing changed, when the person is in (or out) already, and when the status says
    that this person does not take part.
    """
    person = reading_people.person(file, person_id)
    if person is None:
        return refuse("person_unknown", number=person_id)
    refusal = _check(file, person, direction) or too_long(door, NAME_LIMIT)
    if refusal:
        return refusal
    name = "check_in" if direction is Direction.IN else "check_out"
    door = clean_text(door)
    with file.act(name, actor=actor, name=person.name, code=person.code, door=door or "–") as act:
        passage_id = _pass(act, person, direction, door, actor)
    found = reading_passages.passage(file, passage_id)
    assert found is not None
    return found


def let_in(
    file: CongressFile, person_id: int, *, reason: str, door: str, actor: str
) -> Passage | Refusal:
    """Record that somebody came in whose status said otherwise: both are changed in one act."""
    reason, door = clean_text(reason), clean_text(door)
    person = reading_people.person(file, person_id)
    if person is None:
        return refuse("person_unknown", number=person_id)
    if person.status is Status.REPLACED:
        return refuse("status_of_replaced", name=person.name)
    if needs_reason(person.status, Status.ABSENT) and not reason:
        return refuse("status_needs_reason")
    refusal = too_long(reason, LONG_TEXT_LIMIT) or too_long(door, NAME_LIMIT)
    if refusal:
        return refusal
    absent = replace(person, status=Status.ABSENT)
    refusal = _check(file, absent, Direction.IN)
    if refusal:
        return refusal
    with file.act(
        "let_in", actor=actor, name=person.name, code=person.code, door=door or "–",
        before=f"status.{person.status.value}", reason=reason or "–",
    ) as act:  # fmt: skip
        write_status_change(act, person, Status.ABSENT, reason, actor)
        passage_id = _pass(act, absent, Direction.IN, door, actor)
    found = reading_passages.passage(file, passage_id)
    assert found is not None
    return found


def undo_passage(file: CongressFile, passage_id: int, *, actor: str) -> Passage | Refusal:
    """Take back the last passage of somebody; the status is again what it was before it.

    The last is the latest, or the one recorded last: the clock of another door may be ahead.
    """
    found = reading_passages.passage(file, passage_id)
    if found is None or found.undone:
        return refuse("passage_unknown")
    person = reading_people.person(file, found.person_id)
    assert person is not None
    counted = [p for p in reading_passages.passages(file, person.id) if not p.undone]
    if found not in (counted[-1], max(counted, key=lambda p: p.id)):
        return refuse("passage_not_last", name=person.name)
    with file.act("undo_passage", actor=actor, name=person.name, code=person.code) as act:
        act.update("passage", passage_id, undone=1)
        # A status that another act gave since then is not the passage's to take back.
        if person.status is _STATUS_AFTER[found.direction]:
            act.update("person", person.id, status=_status_without(file, found).value)
    return replace(found, undone=True)


def tick_in(
    file: CongressFile, numbers: Sequence[int], *, door: str, actor: str
) -> TickedIn | Refusal:
    """Record everybody who signed a printed list as come in, in one act; `numbers` are theirs."""
    sorted_out = tick_in_plan(file, numbers)
    refusal = too_long(door, NAME_LIMIT)
    if refusal:
        return refusal
    if not sorted_out.entered:
        return sorted_out
    people = {p.id: p for p in reading_people.people(file)}
    count = len(sorted_out.entered)
    door = clean_text(door)
    with file.act("tick_in", actor=actor, backup=True, count=count, door=door or "–") as act:
        for number in sorted_out.entered:
            _pass(act, people[number], Direction.IN, door, actor)
    return sorted_out


def tick_in_plan(file: CongressFile, numbers: Sequence[int]) -> TickedIn:
    """Return what `tick_in` would do with these numbers, without writing."""
    people = {p.id: p for p in reading_people.people(file)}
    wanted = tuple(dict.fromkeys(numbers))
    known = [n for n in wanted if n in people]
    barred = [n for n in known if people[n].status in BARRED]
    inside = [n for n in known if _is_in(file, people[n])]
    left = set(known) - set(barred) - set(inside)
    return TickedIn(
        entered=tuple(n for n in wanted if n in left),
        already=tuple(inside),
        unknown=tuple(n for n in wanted if n not in people),
        forbidden=tuple(barred),
    )


def merge_door(
    file: CongressFile, lines: Sequence[DoorLine], *, source: str, actor: str
) -> Merged | Refusal:
    """Take in the list of another door: each passage once, however often it comes.

    Who is present follows from the last passage of all doors; a status that bars stays.
    """
    merged = merge_plan(file, lines)
    if not merged.new and not merged.undone:
        return merged
    people = {p.code.casefold(): p for p in reading_people.people(file)}
    with file.act(
        "merge_door", actor=actor, backup=True, source=clean_text(source),
        new=len(merged.new), known=len(merged.known), unknown=len(merged.unknown),
    ) as act:  # fmt: skip
        touched: dict[int, Person] = {}
        taken_in = set()
        for line in merged.new:
            person = people[line.code.casefold()]
            touched[person.id] = person
            taken_in.add(_insert(act, person, line, actor))
        known = {p.uid: p for p in reading_passages.passages(file)}
        by_number = {p.id: p for p in people.values()}
        for line in merged.undone:
            act.update("passage", known[line.uid].id, undone=1)
            touched[known[line.uid].person_id] = by_number[known[line.uid].person_id]
        for person in touched.values():
            status = _status_by_passages(file, person, taken_in)
            act.update("person", person.id, status=status.value)
    return merged


def merge_plan(file: CongressFile, lines: Sequence[DoorLine]) -> Merged:
    """Return what `merge_door` would do with this list, without writing."""
    people = {p.code.casefold(): p for p in reading_people.people(file)}
    here = {p.uid: p for p in reading_passages.passages(file)}
    each = tuple({line.uid: line for line in lines}.values())
    new = tuple(
        line
        for line in each
        if line.uid not in here and not line.undone and line.code.casefold() in people
    )
    known = tuple(line for line in each if line.uid in here)
    return Merged(
        new=new,
        known=known,
        unknown=tuple(
            line for line in each if line.uid not in here and line.code.casefold() not in people
        ),
        undone=tuple(line for line in known if line.undone and not here[line.uid].undone),
        barred=tuple(line for line in new if people[line.code.casefold()].status in BARRED),
    )


def _check(file: CongressFile, person: Person, direction: Direction) -> Refusal | None:
    if person.status in BARRED:
        status = f"status.{person.status.value}"
        return refuse("status_forbids_entry", name=person.name, status=status)
    last = reading_passages.last_passage(file, person.id)
    inside = person.status is Status.PRESENT
    if direction is Direction.IN and inside and last and last.direction is Direction.IN:
        return refuse("already_in", name=person.name, since=last.at, door=last.door or "–")
    if direction is Direction.OUT and not inside:
        if last and last.direction is Direction.OUT:
            return refuse("already_out", name=person.name, since=last.at, door=last.door or "–")
        return refuse("not_in", name=person.name)
    return None


def _is_in(file: CongressFile, person: Person) -> bool:
    last = reading_passages.last_passage(file, person.id)
    inside = person.status is Status.PRESENT
    return inside and last is not None and last.direction is Direction.IN


def _pass(act: Act, person: Person, direction: Direction, door: str, actor: str) -> int:
    act.update("person", person.id, status=_STATUS_AFTER[direction].value)
    return act.insert(
        "passage",
        uid=uuid.uuid4().hex,
        person_id=person.id,
        direction=direction.value,
        at=act.at,
        door=door,
        actor=clean_text(actor),
        before=person.status.value,
        undone=0,
    )


def _insert(act: Act, person: Person, line: DoorLine, actor: str) -> int:
    return act.insert(
        "passage",
        uid=line.uid,
        person_id=person.id,
        direction=line.direction.value,
        at=line.at,
        door=clean_text(line.door)[:NAME_LIMIT],
        actor=clean_text(actor),
        before=person.status.value,
        undone=0,
    )


def _status_without(file: CongressFile, undone: Passage) -> Status:
    """Return what the other passages of a person and the changes of status leave.

    The last change of status counts where the journal has it after the last of these passages.
    """
    passages = reading_passages.passages(file, undone.person_id)
    others = [p for p in passages if not p.undone and p.id != undone.id]
    changes = reading_people.status_changes(file, undone.person_id)
    if not others and not changes:
        return min(passages, key=lambda p: p.id).before
    if not others or not changes:
        return _STATUS_AFTER[others[-1].direction] if others else changes[-1].status
    lines = reading_passages.recorded_by(file, undone.person_id)
    changed = max(seq for (table, _), seq in lines.items() if table == "status_change")
    if changed > lines["passage", others[-1].id]:
        return changes[-1].status
    return _STATUS_AFTER[others[-1].direction]


def _status_by_passages(file: CongressFile, person: Person, taken_in: Collection[int]) -> Status:
    """Return the status that the last passage that counts leaves, unless the person's bars."""
    if person.status in BARRED:
        return person.status
    last = reading_passages.last_passage(file, person.id, taken_in)
    return _STATUS_AFTER[last.direction] if last else Status.ABSENT

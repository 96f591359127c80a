"""Acts on delegations: who leads one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import HEAD, two_heads
from congress_desk.domain.preparation.recipients import BETWEEN
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import guests as reading_guests
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading import preparation as reading_preparation
from congress_desk.storage.reading.elections.ballot_boxes import ballot_boxes
from congress_desk.storage.rows.people import NO_DETAILS


def set_delegation_role(
    file: CongressFile, number: int, role: str, *, actor: str
) -> Person | Refusal:
    """Make somebody "head" or "deputy" of their delegation, "" neither; there is one head."""
    person = reading_people.person(file, number)
    if person is None:
        return refuse("person_unknown", number=number)
    if role and not person.delegation:
        return refuse("delegation_role_without_delegation", name=person.name)
    if person.delegation_role == role:
        return person
    after = replace(person, delegation_role=role)
    heads = heads_followed_by(reading_people.people(file), person, after)
    role_words = f"delegation_role.{role}" if role else "delegates.no_role"
    with file.act("set_delegation_role", actor=actor, name=person.name, role=role_words) as act:
        for head in heads:
            write_role(file, act, head.id, "")
        write_role(file, act, number, role)
    found = reading_people.person(file, number)
    assert found is not None
    return found


def heads_followed_by(
    people: Sequence[Person], before: Person, after: Person
) -> tuple[Person, ...]:
    """Return the heads whose role ends because somebody of their delegation is made its head."""
    if after.delegation_role != HEAD or before.delegation_role == HEAD:
        return ()
    return tuple(
        p
        for p in people
        if p.delegation_role == HEAD and p.delegation == after.delegation and p.id != after.id
    )


def check_roles(
    register: Iterable[Person], changed: Iterable[tuple[Person | None, Person]]
) -> Refusal | None:
    """Refuse a role given without a delegation, and two heads of one delegation.

    `changed` are the people before (None for somebody new) and after.
    """
    for before, after in changed:
        moved = before is None or _place(before) != _place(after)
        if moved and after.delegation_role and not after.delegation:
            return refuse("delegation_role_without_delegation", name=after.name)
    return check_heads(register)


def _place(person: Person) -> tuple[str, str]:
    return person.delegation, person.delegation_role


def check_heads(register: Iterable[Person]) -> Refusal | None:
    """Refuse a register in which one delegation has two heads."""
    found = two_heads(register)
    if found is None:
        return None
    first, other = found
    return refuse(
        "delegation_two_heads", delegation=first.delegation, name=first.name, other=other.name
    )


def follow_renamed(file: CongressFile, act: Act, pairs: Sequence[tuple[Person, Person]]) -> None:
    """Call a delegation by its new name wherever it is named, inside the act that renamed it whole.

    `pairs` are its people before and after: the boxes, the rota and whoever gets a text follow.
    """
    moved = {before.id for before, _ in pairs}
    left = {p.delegation for p in reading_people.people(file) if p.id not in moved}
    for old in {before.delegation for before, _ in pairs} - left - {""}:
        new = {after.delegation for before, after in pairs if before.delegation == old}
        if len(new) == 1 and new != {old} and "" not in new:
            _call_anew(file, act, old, new.pop())


def call_recipients_anew(file: CongressFile, act: Act, old: str, new: str) -> None:
    """Call a part of the congress by its new name in who gets which text, inside an act."""
    for text in reading_preparation.texts(file):
        recipients = BETWEEN.join(_named(text.recipients.split(BETWEEN), old, new))
        act.update("congress_text", text.id, recipients=recipients)


def _call_anew(file: CongressFile, act: Act, old: str, new: str) -> None:
    call_recipients_anew(file, act, old, new)
    for box in ballot_boxes(file):
        voters = json.dumps(_named(box.voters, old, new), ensure_ascii=False)
        act.update("ballot_box", box.id, voters=voters)
    for turn in reading_guests.rota(file):
        act.update("rota_turn", turn.id, who=_named([turn.who], old, new)[0])


def _named(words: Iterable[str], old: str, new: str) -> list[str]:
    return list(dict.fromkeys(new if fold(each) == fold(old) else each for each in words))


def write_role(file: CongressFile, act: Act, number: int, role: str) -> None:
    """Write, inside an act, what somebody (by number) is in their delegation."""
    if reading_people.has_details(file, number):
        act.update("person_detail", number, delegation_role=role)
    else:
        act.insert("person_detail", person_id=number, **{**NO_DETAILS, "delegation_role": role})

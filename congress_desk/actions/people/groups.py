"""Acts on the discussion groups: make them, put people in, name who leads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.actions.people.delegations import call_recipients_anew
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register import Group
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.discussions import has_met, opinions_of_group
from congress_desk.storage.rows.people import NO_DETAILS


def add_group(file: CongressFile, name: str, *, actor: str) -> Group | Refusal:
    """Add an empty group at the end."""
    name = clean_text(name)
    refusal = _check_name(file, name)
    if refusal:
        return refusal
    with file.act("add_group", actor=actor, name=name) as act:
        new = _insert(file, act, name)
    return Group(id=new, name=name)


def rename_group(file: CongressFile, group_id: int, name: str, *, actor: str) -> Group | Refusal:
    """Give a group another name."""
    name = clean_text(name)
    refusal = _check_name(file, name, but=group_id) or _unknown(file, group_id)
    if refusal:
        return refusal
    before = next(g.name for g in reading_people.groups(file) if g.id == group_id)
    with file.act("rename_group", actor=actor, name=name) as act:
        act.update("discussion_group", group_id, name=name)
        call_recipients_anew(file, act, before, name)
    return Group(id=group_id, name=name)


def remove_group(file: CongressFile, group_id: int, *, actor: str) -> Group | Refusal:
    """Remove a group; its people are then in none. Refused while it has opinions."""
    refusal = _unknown(file, group_id)
    if refusal:
        return refusal
    found = next(g for g in reading_people.groups(file) if g.id == group_id)
    said = opinions_of_group(file, group_id)
    if said:
        return refuse("group_has_opinions", count=said)
    members = [p for p in reading_people.people(file) if p.group_id == group_id]
    met = has_met(file, group_id)
    with file.act("remove_group", actor=actor, name=found.name) as act:
        for member in members:
            act.update("person_detail", member.id, group_id=None, group_role="")
        if met:
            act.delete("group_meeting", group_id)
        act.delete("discussion_group", group_id)
    return found


def assign_group(
    file: CongressFile, ids: Sequence[int], group_id: int, *, actor: str
) -> int | Refusal:
    """Put people into a group, 0 into none; return how many moved. Roles in the old one end."""
    refusal = _unknown(file, group_id) if group_id else None
    people = _people(file, ids)
    if refusal or isinstance(people, Refusal):
        return refusal or people  # type: ignore[return-value]
    moving = [p for p in people if p.group_id != group_id]
    if not moving:
        return 0
    with file.act("assign_group", actor=actor, count=len(moving)) as act:
        for person in moving:
            _write(file, act, person.id, group_id=group_id or None, group_role="")
    return len(moving)


def apply_split(file: CongressFile, split: Mapping[int, str], *, actor: str) -> int | Refusal:
    """Put each person (by number) into the group of this name, made where there is none.

    Who stays in the same group keeps the role there. Returns how many people moved.
    """
    people = _people(file, list(split))
    if isinstance(people, Refusal):
        return people
    names = {number: clean_text(name) for number, name in split.items()}
    if any(not name or len(name) > NAME_LIMIT for name in names.values()):
        return refuse("group_name_wrong", most=NAME_LIMIT)
    known = {fold(g.name): g.id for g in reading_people.groups(file)}
    with file.act("split_groups", actor=actor) as act:
        for name in dict.fromkeys(names.values()):
            if fold(name) not in known:
                known[fold(name)] = _insert(file, act, name)
        moving = [p for p in people if p.group_id != known[fold(names[p.id])]]
        for person in moving:
            group_id = known[fold(names[person.id])]
            _write(file, act, person.id, group_id=group_id, group_role="")
        act.tell(count=len(moving), groups=len(set(names.values())))
    return len(moving)


def set_group_role(file: CongressFile, number: int, role: str, *, actor: str) -> Person | Refusal:
    """Make somebody "head" or "secretary" of their group, "" neither; each has one of both."""
    person = reading_people.person(file, number)
    if person is None:
        return refuse("person_unknown", number=number)
    if role and not person.group_id:
        return refuse("group_role_without_group", name=person.name)
    holders = [
        p
        for p in reading_people.people(file)
        if role and p.group_id == person.group_id and p.group_role == role and p.id != number
    ]
    role_words = f"group_role.{role or 'none'}"
    with file.act("set_group_role", actor=actor, name=person.name, role=role_words) as act:
        for holder in holders:
            act.update("person_detail", holder.id, group_role="")
        _write(file, act, number, group_role=role)
    found = reading_people.person(file, number)
    assert found is not None
    return found


def _insert(file: CongressFile, act: Act, name: str) -> int:
    place = len(reading_people.groups(file)) + 1
    return act.insert("discussion_group", place=place, name=name)


def _write(file: CongressFile, act: Act, number: int, **changes: object) -> None:
    if reading_people.has_details(file, number):
        act.update("person_detail", number, **changes)
    else:
        act.insert("person_detail", person_id=number, **{**NO_DETAILS, **changes})


def _people(file: CongressFile, ids: Sequence[int]) -> list[Person] | Refusal:
    known = {p.id: p for p in reading_people.people(file)}
    for number in ids:
        if number not in known:
            return refuse("person_unknown", number=number)
    return [known[number] for number in dict.fromkeys(ids)]


def _check_name(file: CongressFile, name: str, *, but: int = 0) -> Refusal | None:
    if not name:
        return refuse("group_name_wrong", most=NAME_LIMIT)
    if any(fold(g.name) == fold(name) and g.id != but for g in reading_people.groups(file)):
        return refuse("group_name_twice", name=name)
    return too_long(name, NAME_LIMIT)


def _unknown(file: CongressFile, group_id: int) -> Refusal | None:
    known = any(g.id == group_id for g in reading_people.groups(file))
    return None if known else refuse("group_unknown")

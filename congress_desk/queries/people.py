"""The register: people, groups, who went in and out, statuses, D with names, frozen rolls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from congress_desk.domain.guests.invitation import Answer
from congress_desk.domain.motions import MotionKind, MotionState
from congress_desk.domain.people.person import (
    BaseNames,
    BaseSum,
    Person,
    PersonKind,
    Status,
    base_names,
    base_sum,
    with_status,
)
from congress_desk.domain.people.register import (
    Group,
    Passage,
    Passed,
    Replacement,
    Roll,
    StatusChange,
)
from congress_desk.queries.congress import congress, with_shares
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading import guests as reading_guests
from congress_desk.storage.reading import journal as reading_journal
from congress_desk.storage.reading import motions as reading_motions
from congress_desk.storage.reading import passages as reading_passages
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading import rolls as reading_rolls

IMPORT = "import_register"


def register(file: CongressFile) -> tuple[Person, ...]:
    """Return the register by number."""
    return reading_people.people(file)


def passed_by(file: CongressFile, passage: Passage) -> Passed:
    """Return a passage with the person as the file has them now."""
    found = person(file, passage.person_id)
    assert found is not None
    return Passed(passage, found)


def person(file: CongressFile, person_id: int) -> Person | None:
    """Return one person, None when nobody has this number."""
    return reading_people.person(file, person_id)


def groups(file: CongressFile) -> tuple[Group, ...]:
    """Return the discussion groups in order."""
    return reading_people.groups(file)


def declined_guests(file: CongressFile) -> frozenset[int]:
    """Return the numbers of the guests who declined; of a delegate the status says it."""
    answers = reading_guests.invitations(file).values()
    declined = {each.person_id for each in answers if each.answer is Answer.DECLINED}
    guests = (each for each in register(file) if each.kind is PersonKind.GUEST)
    return frozenset(guest.id for guest in guests if guest.id in declined)


def photo(file: CongressFile, person_id: int) -> bytes:
    """Return a person's photograph as JPEG, b"" without one."""
    return reading_people.photo(file, person_id)


def photos(file: CongressFile) -> dict[int, bytes]:
    """Return every photograph as JPEG, by number of the person."""
    return reading_people.photos(file)


def passages(file: CongressFile, person_id: int | None = None) -> tuple[Passage, ...]:
    """Return who went in and out, of one person or of all, oldest first; undone ones too."""
    return reading_passages.passages(file, person_id)


def status_changes(file: CongressFile, person_id: int) -> tuple[StatusChange, ...]:
    """Return the changes of a person's status that an act of their own made, oldest first."""
    return reading_people.status_changes(file, person_id)


def replacements(file: CongressFile) -> tuple[Replacement, ...]:
    """Return which alternate has which delegate's seat."""
    return reading_people.replacements(file)


def base_and_names(file: CongressFile) -> tuple[BaseSum, BaseNames]:
    """Return D as a sum, and the people behind its numbers."""
    people, rule = register(file), congress(file).base_rule
    return with_shares(file, base_sum(people, rule)), base_names(people, rule)


def what_if(file: CongressFile, changes: Mapping[int, Status]) -> tuple[BaseSum, BaseSum]:
    """Return D as it stands, and as it would with other statuses, by number of the person."""
    people, rule = register(file), congress(file).base_rule
    return base_sum(people, rule), base_sum(with_status(people, changes), rule)


def what_if_replaced(
    file: CongressFile, delegate_id: int, alternate_id: int
) -> tuple[BaseSum, BaseSum]:
    """Return D as it stands, and as it would with this alternate in this delegate's seat."""
    people, rule = register(file), congress(file).base_rule
    moved = tuple(
        replace(p, replaces=delegate_id) if p.id == alternate_id else p
        for p in with_status(people, {delegate_id: Status.REPLACED})
    )
    return base_sum(people, rule), base_sum(moved, rule)


def rolls(file: CongressFile) -> tuple[Roll, ...]:
    """Return every frozen roll, oldest first."""
    return reading_rolls.rolls(file)


def register_as_reported(file: CongressFile) -> tuple[Person, ...]:
    """Return the register as it stood when the congress voted on the report on credentials.

    Before that vote, and where its numbers were typed by hand, as it stands now: the report tells
    who was there when it was given, whoever came or went since.
    """
    people = register(file)
    voted = [
        motion.roll_id
        for motion in reading_motions.motions(file)
        if motion.kind is MotionKind.CREDENTIALS_REPORT and motion.state is MotionState.VOTED
    ]
    roll = next((roll for roll in rolls(file) if voted and roll.id == voted[-1]), None)
    if roll is None:
        return people
    then = with_status(people, {each.person_id: each.status for each in roll.people})
    status = {person.id: person.status for person in then}
    # An alternate who took a seat later had none then.
    return tuple(
        replace(p, replaces=0)
        if p.replaces and status.get(p.replaces) is not Status.REPLACED
        else p
        for p in then
    )


def congress_setting(file: CongressFile, key: str) -> str:
    """Return a setting of this congress, "" when it was never set."""
    return reading_congress.congress_setting(file, key)


def last_import(file: CongressFile) -> str:
    """Return the name of the list imported last and not taken back, "" without one."""
    line = reading_journal.newest_line_left(file, IMPORT)
    return str(about_of(line).get("source", "")) if line else ""

"""The register: people, groups, who went in and out, statuses, D with names, frozen rolls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.people.person import (
    BaseNames,
    BaseSum,
    Person,
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
from congress_desk.domain.text.name_order import name_key
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.storage import reading, reading_passages, reading_people
from congress_desk.storage.act import about_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows import PROFILE

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


def photo(file: CongressFile, person_id: int) -> bytes:
    """Return a person's photograph as JPEG, b"" without one."""
    return reading_people.photo(file, person_id)


def photos(file: CongressFile) -> dict[int, bytes]:
    """Return every photograph as JPEG, by number of the person."""
    return reading_people.photos(file)


def passages(file: CongressFile, person_id: int | None = None) -> tuple[Passage, ...]:
    """Return who went in and out, of one person or of all, oldest first; undone ones too."""
    return reading_passages.passages(file, person_id)


def newest_passages(file: CongressFile, limit: int = 30) -> tuple[Passage, ...]:
    """Return the passages recorded last, newest first; undone ones too."""
    return reading_passages.newest_passages(file, limit)


def has_passages(file: CongressFile) -> bool:
    """Say whether anybody was ever checked in at a door."""
    return reading_passages.has_passages(file)


def status_changes(file: CongressFile, person_id: int) -> tuple[StatusChange, ...]:
    """Return the changes of a person's status that an act of their own made, oldest first."""
    return reading_people.status_changes(file, person_id)


def replacements(file: CongressFile) -> tuple[Replacement, ...]:
    """Return which alternate has which delegate's seat."""
    return reading_people.replacements(file)


def base_details(file: CongressFile) -> tuple[BaseSum, BaseNames]:
    """Return D as a sum, and the people behind its numbers."""
    people, kind = register(file), congress(file).details.kind
    return base_sum(people, kind), base_names(people, kind)


def what_if(file: CongressFile, changes: Mapping[int, Status]) -> tuple[BaseSum, BaseSum]:
    """Return D as it stands, and as it would with other statuses, by number of the person."""
    people, kind = register(file), congress(file).details.kind
    return base_sum(people, kind), base_sum(with_status(people, changes), kind)


def what_if_replaced(
    file: CongressFile, delegate_id: int, alternate_id: int
) -> tuple[BaseSum, BaseSum]:
    """Return D as it stands, and as it would with this alternate in this delegate's seat."""
    people, kind = register(file), congress(file).details.kind
    moved = tuple(
        replace(p, replaces=delegate_id) if p.id == alternate_id else p
        for p in with_status(people, {delegate_id: Status.REPLACED})
    )
    return base_sum(people, kind), base_sum(moved, kind)


def rolls(file: CongressFile) -> tuple[Roll, ...]:
    """Return every frozen roll, oldest first."""
    return reading_people.rolls(file)


def roll_of_round(file: CongressFile, round_id: int) -> Roll | None:
    """Return who was there when a round opened, None of a round older than rolls."""
    return reading_people.roll_of_round(file, round_id)


def roll_of_motion(file: CongressFile, motion_id: int) -> Roll | None:
    """Return who was there when a motion was voted on."""
    return reading_people.roll_of_motion(file, motion_id)


def congress_setting(file: CongressFile, key: str) -> str:
    """Return a setting of this congress, "" when it was never set."""
    return reading_people.congress_setting(file, key)


def candidate_people(file: CongressFile, election_id: int) -> tuple[Person, ...]:
    """Return the candidates of an election in ballot order, with what is known of each.

    Of a candidate linked to the register, by hand or because only one person there can be meant,
    the register tells what the list does not; `id` is then that person's number, else 0.
    """
    found = election(file, election_id)
    return people_of_candidates(file, election_id, found.candidates)


def people_of_candidates(
    file: CongressFile, election_id: int, candidates: tuple[Candidate, ...]
) -> tuple[Person, ...]:
    """Return what is known of these candidates of an election, in their order."""
    people = register(file)
    by_number = {p.id: p for p in people}
    profiles = reading_people.profile_rows(file, election_id)
    known = []
    for candidate in candidates:
        row = profiles.get(candidate.id)
        if row is None:
            linked = person_meant(people, candidate)
        else:
            linked = by_number.get(row["person_id"])
        own = {name: row[name] for name in PROFILE} if row else {}
        known.append(_known(candidate, linked, own))
    return tuple(known)


def last_import(file: CongressFile) -> str:
    """Return the name of the list imported last and not taken back, "" without one."""
    line = reading.newest_line_left(file, IMPORT)
    return str(about_of(line).get("source", "")) if line else ""


def person_meant(people: tuple[Person, ...], candidate: Candidate) -> Person | None:
    """Return the one person of the register a candidate can only be; None when it is not sure."""
    key = name_key(candidate.name)
    found = [p for p in people if name_key(p.name) == key and _agree(p.born, candidate.born)]
    return found[0] if len(found) == 1 else None


def _agree(born: str, other: str) -> bool:
    length = min(len(born), len(other))
    return born[:length] == other[:length]


def _known(candidate: Candidate, linked: Person | None, own: Mapping[str, str]) -> Person:
    base = linked or Person(code="", name=candidate.name)
    told: dict[str, Any] = {
        "name": candidate.name,
        "born": max(candidate.born, base.born, key=len),
        "gender": candidate.gender or base.gender,
        "position": candidate.role or base.position,
        "note": candidate.note,
    }
    told |= {name: value for name, value in own.items() if value}
    return replace(base, **told)

"""The candidates of an election as people: with what the register and their list tell of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.name_order import name_key
from congress_desk.queries.elections.lists import election
from congress_desk.queries.people import register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import profiles as reading_profiles
from congress_desk.storage.rows.elections.profiles import PROFILE


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
    by_name = defaultdict(list)
    for person in people:
        by_name[name_key(person.name)].append(person)
    profiles = reading_profiles.profile_rows(file, election_id)
    known = []
    for candidate in candidates:
        row = profiles.get(candidate.id)
        if row is None:
            linked = person_meant(by_name[name_key(candidate.name)], candidate)
        else:
            linked = by_number.get(row["person_id"])
        own = {name: row[name] for name in PROFILE} if row else {}
        known.append(_known(candidate, linked, own))
    return tuple(known)


def person_meant(people: Sequence[Person], candidate: Candidate) -> Person | None:
    """Return the one person of the register a candidate can only be; None when it is not sure."""
    key = name_key(candidate.name)
    found = [p for p in people if name_key(p.name) == key and _agree(p.born, candidate.born)]
    return found[0] if len(found) == 1 else None


def _agree(born: str, other: str) -> bool:
    length = min(len(born), len(other))
    return born[:length] == other[:length]


def _known(candidate: Candidate, linked: Person | None, own: Mapping[str, str]) -> Person:
    base = linked or Person(code="", name=candidate.name)
    known: dict[str, Any] = {
        "name": candidate.name,
        "born": max(candidate.born, base.born, key=len),
        "gender": candidate.gender or base.gender,
        "position": candidate.role or base.position,
        "note": candidate.note,
    }
    known |= {name: value for name, value in own.items() if value}
    return replace(base, **known)

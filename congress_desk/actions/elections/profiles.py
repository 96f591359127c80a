"""Acts on what is known of a candidate: a link to the register, and the profile of the list."""

from __future__ import annotations

from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.people.person import Person
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.people import person as person_of_register
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading.elections import profiles as reading_profiles
from congress_desk.storage.rows.elections.profiles import PROFILE, profile_row

MOST = 500


def set_profile(
    file: CongressFile, candidate_id: int, *, person_id: int | None, profile: Person, actor: str
) -> Candidate | Refusal:
    """Keep who of the register a candidate is (None: nobody there), and the list's own profile.

    Fields of `profile` that are empty come from the register. The ballot list stays as it is, so
    this may be done at any time, also when the list is fixed.
    """
    found = _candidate(file, candidate_id)
    if found is None:
        return refuse("profile_candidate_gone")
    if person_id is not None and person_of_register(file, person_id) is None:
        return refuse("person_unknown", number=person_id)
    row = profile_row(profile) | {"person_id": person_id}
    if any(isinstance(value, str) and len(value) > MOST for value in row.values()):
        return refuse("profile_too_long", most=MOST)
    _write(file, *found, row, actor)
    return found[1]


def clear_profile(file: CongressFile, candidate_id: int, *, actor: str) -> Candidate | Refusal:
    """Forget link and profile: the register tells again when only one person can be meant."""
    found = _candidate(file, candidate_id)
    if found is None:
        return refuse("profile_candidate_gone")
    before, candidate = found
    if candidate_id in reading_profiles.profile_rows(file, before.id):
        with file.act("clear_profile", actor=actor, code=before.code, name=candidate.name) as act:
            act.delete("candidate_profile", candidate_id)
    return candidate


def _write(
    file: CongressFile, before: Election, candidate: Candidate, row: Row, actor: str
) -> None:
    kept = reading_profiles.profile_rows(file, before.id).get(candidate.id)
    if kept is not None and all(kept[name] == row[name] for name in (*PROFILE, "person_id")):
        return
    with file.act("set_profile", actor=actor, code=before.code, name=candidate.name) as act:
        if kept is None:
            act.insert("candidate_profile", candidate_id=candidate.id, **row)
        else:
            act.update("candidate_profile", candidate.id, **row)


def _candidate(file: CongressFile, candidate_id: int) -> tuple[Election, Candidate] | None:
    """Return a candidate on a list with the election, None of one that is not on a list."""
    for one in elections(file):
        for candidate in one.candidates:
            if candidate.id == candidate_id:
                return one, candidate
    return None

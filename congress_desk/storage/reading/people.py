"""The register and what belongs to it, read from the file."""

from __future__ import annotations

import base64
import json
from collections import defaultdict

from congress_desk.domain.people.person import BaseSum, Person, PersonKind, Status
from congress_desk.domain.people.register import (
    Group,
    Replacement,
    Roll,
    RollPerson,
    StatusChange,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows import (
    group_of,
    person_of,
    roll_person_of,
    status_change_of,
)

_PEOPLE = """
SELECT person.*, person_detail.*, replacement.delegate_id AS replaces,
       photo.person_id IS NOT NULL AS has_photo
FROM person LEFT JOIN person_detail ON person_detail.person_id = person.id
LEFT JOIN replacement ON replacement.alternate_id = person.id
LEFT JOIN photo ON photo.person_id = person.id
"""


def people(file: CongressFile) -> tuple[Person, ...]:
    """Return the register by number; kept until an act changes something."""
    return file.remembered("people", 0, lambda: _people(file))


def _people(file: CongressFile) -> tuple[Person, ...]:
    return tuple(person_of(row) for row in file.rows(_PEOPLE + "ORDER BY person.id"))


_COUNTED = """
SELECT 0 AS id, kind, status, NULL AS replaces, count(*) AS count
FROM person WHERE kind <> 'alternate' AND status <> 'replaced' GROUP BY kind, status
UNION ALL
SELECT id, kind, status, delegate_id, 1
FROM person LEFT JOIN replacement ON alternate_id = id
WHERE kind = 'alternate' OR status = 'replaced' ORDER BY id
"""


def people_in_sum(file: CongressFile) -> tuple[Person, ...]:
    """Return who D is worked out from, with no more than that takes, nor names.

    After each check-in the sum is wanted at once; the whole register would take twenty times as
    long. Of all alike there is one, as often as they are.
    """
    return tuple(
        one
        for row in file.rows(_COUNTED)
        for one in (
            Person(
                id=row["id"],
                code="",
                name="",
                kind=PersonKind(row["kind"]),
                status=Status(row["status"]),
                replaces=row["replaces"] or 0,
            ),
        )
        * row["count"]
    )


def person(file: CongressFile, person_id: int) -> Person | None:
    """Return one person."""
    rows = file.rows(_PEOPLE + "WHERE person.id = ?", person_id)
    return person_of(rows[0]) if rows else None


def has_details(file: CongressFile, person_id: int) -> bool:
    """Say whether a person has a row of details."""
    return bool(file.rows("SELECT 1 FROM person_detail WHERE person_id = ?", person_id))


def last_number(file: CongressFile) -> int:
    """Return the highest number ever given to a person; none is given twice."""
    found = file.rows(
        "SELECT max(coalesce((SELECT max(id) FROM person), 0), coalesce("
        "(SELECT CAST(value AS INTEGER) FROM congress_setting WHERE key = ?), 0)) AS last",
        LAST_NUMBER,
    )
    return int(found[0]["last"])


LAST_NUMBER = "register.last_number"


def groups(file: CongressFile) -> tuple[Group, ...]:
    """Return the discussion groups in order."""
    rows = file.rows("SELECT * FROM discussion_group ORDER BY place, id")
    return tuple(group_of(row) for row in rows)


def photo(file: CongressFile, person_id: int) -> bytes:
    """Return the photograph of a person as JPEG, b"" without one."""
    rows = file.rows("SELECT jpeg FROM photo WHERE person_id = ?", person_id)
    return base64.b64decode(rows[0]["jpeg"]) if rows else b""


def photos(file: CongressFile) -> dict[int, bytes]:
    """Return every photograph as JPEG, by number of the person."""
    rows = file.rows("SELECT * FROM photo")
    return {row["person_id"]: base64.b64decode(row["jpeg"]) for row in rows}


def status_changes(file: CongressFile, person_id: int) -> tuple[StatusChange, ...]:
    """Return the changes of status of a person, oldest first."""
    rows = file.rows("SELECT * FROM status_change WHERE person_id = ? ORDER BY id", person_id)
    return tuple(status_change_of(row) for row in rows)


def replacements(file: CongressFile) -> tuple[Replacement, ...]:
    """Return which alternate has which delegate's seat."""
    return tuple(Replacement(**row) for row in file.rows("SELECT * FROM replacement ORDER BY at"))


def rolls(file: CongressFile) -> tuple[Roll, ...]:
    """Return every frozen roll, oldest first."""
    return _rolls(file, file.rows("SELECT * FROM roll ORDER BY id"))


def roll_of_round(file: CongressFile, round_id: int) -> Roll | None:
    """Return the roll frozen when a round was opened, None in a round older than rolls."""
    found = _rolls(file, file.rows("SELECT * FROM roll WHERE round_id = ?", round_id))
    return found[0] if found else None


def sum_of_round(file: CongressFile, round_id: int) -> BaseSum | None:
    """Return the register as a sum when a round was opened, None where nothing was frozen."""
    rows = file.rows("SELECT base_note FROM roll WHERE round_id = ?", round_id)
    return base_of(rows[0]["base_note"]) if rows else None


def roll_of_motion(file: CongressFile, motion_id: int) -> Roll | None:
    """Return the roll frozen when a motion was voted on."""
    found = _rolls(file, file.rows("SELECT * FROM roll WHERE motion_id = ?", motion_id))
    return found[0] if found else None


def _rolls(file: CongressFile, rows: list[Row]) -> tuple[Roll, ...]:
    people_of: dict[int, list[RollPerson]] = defaultdict(list)
    for row in rows:
        for found in file.rows(
            "SELECT * FROM roll_person WHERE roll_id = ? ORDER BY person_id", row["id"]
        ):
            people_of[row["id"]].append(roll_person_of(found))
    return tuple(
        Roll(
            id=row["id"],
            round_id=row["round_id"] or 0,
            motion_id=row["motion_id"] or 0,
            at=row["at"],
            base=base_of(row["base_note"]),
            people=tuple(people_of[row["id"]]),
        )
        for row in rows
    )


def base_of(note: str) -> BaseSum:
    """Return the sum kept as JSON when a roll was frozen or a round opened."""
    told = json.loads(note)
    return BaseSum(
        convened=told["convened"],
        deductions=tuple((Status(code), count) for code, count in told["deductions"]),
        alternates=told["alternates"],
        present=told["present"],
        replaced_unfilled=told["replaced_unfilled"],
    )


def congress_setting(file: CongressFile, key: str) -> str:
    """Return a setting of this congress, "" when it was never set."""
    rows = file.rows("SELECT value FROM congress_setting WHERE key = ?", key)
    return str(rows[0]["value"]) if rows else ""


def congress_settings(file: CongressFile, prefix: str) -> dict[str, str]:
    """Return the settings whose key begins so, by key."""
    rows = file.rows(
        "SELECT key, value FROM congress_setting WHERE substr(key, 1, ?) = ? ORDER BY key",
        len(prefix),
        prefix,
    )
    return {str(row["key"]): str(row["value"]) for row in rows}


def profile_rows(file: CongressFile, election_id: int) -> dict[int, Row]:
    """Return the profiles of an election's candidates, by candidate."""
    rows = file.rows(
        "SELECT candidate_profile.* FROM candidate_profile JOIN candidate"
        " ON candidate.id = candidate_id WHERE election_id = ?",
        election_id,
    )
    return {row["candidate_id"]: row for row in rows}


def profile_row_of(file: CongressFile, candidate_id: int) -> Row | None:
    """Return the profile of one candidate."""
    rows = file.rows("SELECT * FROM candidate_profile WHERE candidate_id = ?", candidate_id)
    return rows[0] if rows else None


_REFERENCES = {
    "passage": "SELECT 1 FROM passage WHERE person_id = ? LIMIT 1",
    "roll": "SELECT 1 FROM roll_person WHERE person_id = ? LIMIT 1",
    "replacement": "SELECT 1 FROM replacement WHERE ? IN (delegate_id, alternate_id) LIMIT 1",
    "candidate": "SELECT 1 FROM candidate_profile WHERE person_id = ? LIMIT 1",
}


def references_to(file: CongressFile, person_id: int) -> tuple[str, ...]:
    """Return the records that keep a person in the register: passage, roll, …"""
    return tuple(name for name, sql in _REFERENCES.items() if file.rows(sql, person_id))


def status_change_ids(file: CongressFile, person_id: int) -> tuple[int, ...]:
    """Return the ids of a person's changes of status."""
    rows = file.rows("SELECT id FROM status_change WHERE person_id = ?", person_id)
    return tuple(row["id"] for row in rows)

"""The register and what belongs to it, read from the file."""

from __future__ import annotations

import base64

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register import (
    Group,
    Replacement,
    StatusChange,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.seating import seat_of, seat_of_each
from congress_desk.storage.rows.people import group_of, person_of, status_change_of

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
    seats = seat_of_each(file)
    return tuple(
        person_of(row, seats.get(row["id"]) or seats.get(row["replaces"]) or "")
        for row in file.rows(_PEOPLE + "ORDER BY person.id")
    )


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
    return person_of(rows[0], seat_of(file, person_id, rows[0]["replaces"] or 0)) if rows else None


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


_REFERENCES = {
    "passage": "SELECT 1 FROM passage WHERE person_id = ? LIMIT 1",
    "roll": "SELECT 1 FROM roll_person WHERE person_id = ? LIMIT 1",
    "replacement": "SELECT 1 FROM replacement WHERE ? IN (delegate_id, alternate_id) LIMIT 1",
    "candidate": "SELECT 1 FROM candidate_profile WHERE person_id = ? LIMIT 1",
    "shares": "SELECT 1 FROM share_holding WHERE ? IN (person_id, proxy_id) LIMIT 1",
    "issue": "SELECT 1 FROM share_issue WHERE person_id = ? LIMIT 1",
    "copy": "SELECT 1 FROM text_copy WHERE person_id = ? LIMIT 1",
}


def references_to(file: CongressFile, person_id: int) -> tuple[str, ...]:
    """Return the records that keep a person in the register: passage, roll, …"""
    return tuple(name for name, sql in _REFERENCES.items() if file.rows(sql, person_id))


def status_change_ids(file: CongressFile, person_id: int) -> tuple[int, ...]:
    """Return the ids of a person's changes of status."""
    rows = file.rows("SELECT id FROM status_change WHERE person_id = ?", person_id)
    return tuple(row["id"] for row in rows)

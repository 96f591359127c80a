"""Memberships of organs and what their members do, read from the file and as rows to write."""

from __future__ import annotations

from congress_desk.domain.organs.duty import Assignment, Duty
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.duties import assignment_of, duty_of

_REFERRED = "SELECT 1 FROM assignment WHERE duty_id = ? OR relieved_by = ? LIMIT 1"


def duties(file: CongressFile) -> tuple[Duty, ...]:
    """Return the members of the organs in order, without those who left."""
    rows = file.rows("SELECT * FROM duty WHERE until = '' ORDER BY place, id")
    return tuple(duty_of(row) for row in rows)


def all_duties(file: CongressFile) -> tuple[Duty, ...]:
    """Return the members of the organs in order, those who left too."""
    return tuple(duty_of(row) for row in file.rows("SELECT * FROM duty ORDER BY place, id"))


def duty(file: CongressFile, duty_id: int) -> Duty | None:
    """Return one membership, also one that ended."""
    rows = file.rows("SELECT * FROM duty WHERE id = ?", duty_id)
    return duty_of(rows[0]) if rows else None


def duty_places(file: CongressFile) -> dict[int, int]:
    """Return the places of the memberships that stand, by their ids."""
    rows = file.rows("SELECT id, place FROM duty WHERE until = '' ORDER BY place, id")
    return {row["id"]: row["place"] for row in rows}


def next_place(file: CongressFile) -> int:
    """Return the place after the last membership, ended ones too."""
    return int(file.rows("SELECT coalesce(max(place), 0) + 1 AS next FROM duty")[0]["next"])


def newest_duty_id(file: CongressFile) -> int:
    """Return the id of the membership that was added last, 0 of none."""
    return int(file.rows("SELECT coalesce(max(id), 0) AS newest FROM duty")[0]["newest"])


def is_referred_to(file: CongressFile, duty_id: int) -> bool:
    """Say whether a membership has assignments, or stands in at one."""
    return bool(file.rows(_REFERRED, duty_id, duty_id))


def assignments(file: CongressFile) -> tuple[Assignment, ...]:
    """Return every assignment in the order they were given."""
    return file.remembered("assignments", 0, lambda: _assignments(file))


def assignment(file: CongressFile, assignment_id: int) -> Assignment | None:
    """Return one assignment."""
    rows = file.rows("SELECT * FROM assignment WHERE id = ?", assignment_id)
    return assignment_of(rows[0]) if rows else None


def _assignments(file: CongressFile) -> tuple[Assignment, ...]:
    return tuple(assignment_of(row) for row in file.rows("SELECT * FROM assignment ORDER BY id"))

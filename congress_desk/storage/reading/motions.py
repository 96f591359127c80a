"""Motions, read from the file."""

from __future__ import annotations

from congress_desk.domain.motions import Motion
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.motions import motion_of

_MOTIONS = """
SELECT motion.*, roll.id AS roll_id FROM motion LEFT JOIN roll ON roll.motion_id = motion.id
"""


def motions(file: CongressFile) -> tuple[Motion, ...]:
    """Return every motion in order, cancelled ones too."""
    return file.remembered("motions", 0, lambda: _motions(file))


def _motions(file: CongressFile) -> tuple[Motion, ...]:
    rows = file.rows(_MOTIONS + "ORDER BY motion.place, motion.id")
    return tuple(motion_of(row) for row in rows)


def motion(file: CongressFile, motion_id: int) -> Motion | None:
    """Return one motion."""
    rows = file.rows(_MOTIONS + "WHERE motion.id = ?", motion_id)
    return motion_of(rows[0]) if rows else None


def last_place(file: CongressFile) -> int:
    """Return the place of the last motion, 0 without any."""
    return int(file.rows("SELECT coalesce(max(place), 0) AS last FROM motion")[0]["last"])


def roll_key(file: CongressFile, motion_id: int) -> tuple[int, tuple[int, ...]]:
    """Return the id of a motion's roll, 0 without one, and the numbers of the people on it."""
    rows = file.rows("SELECT id FROM roll WHERE motion_id = ?", motion_id)
    if not rows:
        return 0, ()
    people = file.rows("SELECT person_id FROM roll_person WHERE roll_id = ?", rows[0]["id"])
    return int(rows[0]["id"]), tuple(int(row["person_id"]) for row in people)

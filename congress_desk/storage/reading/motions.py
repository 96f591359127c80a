"""Motions, read from the file."""

from __future__ import annotations

from collections import defaultdict

from congress_desk.domain.motions import Motion
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.motions import motion_of

_MOTIONS = """
SELECT motion.*, roll.id AS roll_id FROM motion LEFT JOIN roll ON roll.motion_id = motion.id
"""
_VOTES = "SELECT * FROM motion_share ORDER BY motion_id, person_id"


def motions(file: CongressFile) -> tuple[Motion, ...]:
    """Return every motion in order, cancelled ones too."""
    return file.remembered("motions", 0, lambda: _motions(file))


def _motions(file: CongressFile) -> tuple[Motion, ...]:
    rows = file.rows(_MOTIONS + "ORDER BY motion.place, motion.id")
    votes: dict[int, list[Row]] = defaultdict(list)
    for row in file.rows(_VOTES):
        votes[row["motion_id"]].append(row)
    return tuple(motion_of(row, votes[row["id"]]) for row in rows)


def motion(file: CongressFile, motion_id: int) -> Motion | None:
    """Return one motion."""
    rows = file.rows(_MOTIONS + "WHERE motion.id = ?", motion_id)
    if not rows:
        return None
    votes = file.rows("SELECT * FROM motion_share WHERE motion_id = ?", motion_id)
    return motion_of(rows[0], votes)


def voter_keys(file: CongressFile, motion_id: int) -> tuple[int, ...]:
    """Return the numbers of the people whose shares are frozen for a motion."""
    rows = file.rows("SELECT person_id FROM motion_share WHERE motion_id = ?", motion_id)
    return tuple(int(row["person_id"]) for row in rows)


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

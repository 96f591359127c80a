"""Frozen rolls, read from the file: who was convened, present and had a vote."""

from __future__ import annotations

import json
from collections import defaultdict

from congress_desk.domain.people.person import BaseSum, Status
from congress_desk.domain.people.register import (
    Roll,
    RollPerson,
)
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.people import roll_person_of


def rolls(file: CongressFile) -> tuple[Roll, ...]:
    """Return every frozen roll, oldest first."""
    return _rolls(file, file.rows("SELECT * FROM roll ORDER BY id"))


def ever_present(file: CongressFile) -> set[int]:
    """Return the numbers of those who were present with a vote when any roll was frozen."""
    sql = "SELECT DISTINCT person_id FROM roll_person WHERE votes AND status = ?"
    return {row["person_id"] for row in file.rows(sql, Status.PRESENT.value)}


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
    values = json.loads(note)
    return BaseSum(
        convened=values["convened"],
        deductions=tuple((Status(code), count) for code, count in values["deductions"]),
        alternates=values["alternates"],
        present=values["present"],
        replaced_unfilled=values["replaced_unfilled"],
    )

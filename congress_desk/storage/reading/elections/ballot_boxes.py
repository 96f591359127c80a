"""The ballot boxes and how many have cast at each, read from the file."""

from __future__ import annotations

import json

from congress_desk.domain.ballot_papers.ballot_box import BallotBox
from congress_desk.storage.congress_file import CongressFile


def ballot_boxes(file: CongressFile) -> tuple[BallotBox, ...]:
    """Return the boxes in order, none where there is but one."""
    rows = file.rows("SELECT id, name, voters FROM ballot_box ORDER BY place, id")
    return tuple(
        BallotBox(id=row["id"], name=row["name"], voters=tuple(json.loads(row["voters"])))
        for row in rows
    )


def cast_counts(file: CongressFile, round_id: int) -> dict[int, int]:
    """Return how many have cast at each box of a round, by the box's id."""
    rows = file.rows("SELECT box_id, people FROM cast_count WHERE round_id = ?", round_id)
    return {row["box_id"]: row["people"] for row in rows}


def box_is_used(file: CongressFile, box_id: int) -> bool:
    """Say whether a line of an issue register, or a count, is about a box."""
    return bool(
        file.rows(
            "SELECT 1 FROM ballot_issue WHERE box_id = ? UNION"
            " SELECT 1 FROM cast_count WHERE box_id = ? LIMIT 1",
            box_id,
            box_id,
        )
    )

"""Obstacles, read from the file, and as the row an act writes."""

from __future__ import annotations

from congress_desk.domain.obstacles import Gravity, Obstacle, ObstacleState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row

_TEXTS = (
    "what", "where_in", "since", "answerable", "asked", "asked_at", "answer", "answered_at",
    "decision", "resolved_at", "reopen_reason", "actor",
)  # fmt: skip


def obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    """Return every obstacle in the order they were noted."""
    return file.remembered("obstacles", 0, lambda: _obstacles(file))


def obstacle(file: CongressFile, obstacle_id: int) -> Obstacle | None:
    """Return one obstacle."""
    rows = file.rows("SELECT * FROM obstacle WHERE id = ?", obstacle_id)
    return obstacle_of(rows[0]) if rows else None


def obstacle_row(obstacle: Obstacle) -> Row:
    """Return the columns of an obstacle without its id; every text in NFC on one line."""
    texts: Row = {name: clean_text(getattr(obstacle, name)) for name in _TEXTS}
    return {
        **texts,
        "item_id": obstacle.item_id or None,
        "gravity": obstacle.gravity.value,
        "state": obstacle.state.value,
        "procedure": int(obstacle.procedure),
    }


def obstacle_of(row: Row) -> Obstacle:
    """Return an obstacle from its row."""
    texts: Row = {name: row[name] for name in _TEXTS}
    return Obstacle(
        id=row["id"],
        item_id=row["item_id"] or 0,
        gravity=Gravity(row["gravity"]),
        state=ObstacleState(row["state"]),
        procedure=bool(row["procedure"]),
        **texts,
    )


def _obstacles(file: CongressFile) -> tuple[Obstacle, ...]:
    return tuple(obstacle_of(row) for row in file.rows("SELECT * FROM obstacle ORDER BY id"))

"""Obstacles as rows, and back."""

from __future__ import annotations

from congress_desk.domain.obstacles import Gravity, Obstacle, ObstacleState
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_TEXTS = (
    "what", "where_in", "since", "answerable", "asked", "asked_at", "answer", "answered_at",
    "decision", "resolved_at", "reopen_reason", "actor",
)  # fmt: skip


def obstacle_row(obstacle: Obstacle) -> Row:
    """Return the columns of an obstacle without its id; every text in NFC on one line."""
    return {
        **text_columns(obstacle, _TEXTS),
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

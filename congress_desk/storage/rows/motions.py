"""Motions from their rows."""

from __future__ import annotations

from congress_desk.domain.motions import Hands, Motion, MotionKind, MotionState
from congress_desk.storage.journal.lines import Row

_TEXTS = (
    "matter", "announced_by", "note", "at", "voted_at", "repeat_reason", "cancel_reason",
    "change_reason",
)  # fmt: skip


def motion_of(row: Row) -> Motion:
    """Return a motion from its row, joined with the id of its roll."""
    hands = None
    if row["in_favour"] is not None:
        hands = Hands(in_favour=row["in_favour"], against=row["against"], other=row["other"])
    return Motion(
        id=row["id"],
        place=row["place"],
        kind=MotionKind(row["kind"]),
        state=MotionState(row["state"]),
        base=row["base"],
        present=row["present"],
        hands=hands,
        repeats=row["repeats"] or 0,
        election_id=row["election_id"] or 0,
        roll_id=row["roll_id"] or 0,
        **{name: row[name] for name in _TEXTS},
    )

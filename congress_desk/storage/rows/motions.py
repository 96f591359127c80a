"""Motions from their rows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from congress_desk.domain.motions import (
    Cast,
    Hands,
    Motion,
    MotionKind,
    MotionMajority,
    MotionState,
    ShareVote,
)
from congress_desk.domain.rules.rule_set import MotionBase
from congress_desk.domain.rules.threshold import Compare, Threshold
from congress_desk.storage.journal.lines import Row

_TEXTS = (
    "matter", "announced_by", "note", "at", "voted_at", "repeat_reason", "cancel_reason",
    "change_reason",
)  # fmt: skip


def motion_of(row: Row, votes: Iterable[Row] = ()) -> Motion:
    """Return a motion from its row, joined with the id of its roll, and who votes for shares."""
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
        special=bool(row["special"]),
        majority=_majority_of(row),
        share_votes=tuple(_share_vote(vote) for vote in votes),
        **{name: row[name] for name in _TEXTS},
    )


def _majority_of(row: Row) -> MotionMajority | None:
    """Return what carries a motion whose vote was begun; before version 5 more than half of D."""
    if row["base"] is None:
        return None
    return MotionMajority(
        of=MotionBase(row["shares_of"] or row["majority_of"] or MotionBase.CONVENED),
        threshold=Threshold(
            Fraction(row["majority_share"] or "1/2"),
            Compare(row["majority_compare"] or Compare.MORE),
        ),
        special=bool(row["special"]),
    )


def _share_vote(row: Row) -> ShareVote:
    return ShareVote(
        person_id=row["person_id"],
        name=row["name"],
        shares=row["shares"],
        cast=Cast(row["cast_as"]),
    )

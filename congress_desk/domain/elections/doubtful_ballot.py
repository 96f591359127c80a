"""A ballot put aside for the whole counting board, and what the board decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DoubtCause(StrEnum):
    """What is doubtful about a ballot."""

    PARTIAL_STRIKE = "partial_strike"
    UNCLEAR_MARK = "unclear_mark"
    EXTRA_MARK = "extra_mark"
    TORN = "torn"
    OTHER = "other"


class DoubtState(StrEnum):
    """A doubtful ballot waits, was decided by the board, or was put aside in error."""

    WAITING = "waiting"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulBallot:
    """One ballot put aside; `number` is the one written on it, `sequence` its place in its bundle.

    `ballot_id` is the ballot recorded as the board decided, 0 while it waits. Of `board` members
    who sat, `in_favour` agreed.
    """

    id: int
    bundle: int
    sequence: int
    number: int
    cause: DoubtCause
    note: str
    state: DoubtState
    ballot_id: int = 0
    board: int = 0
    in_favour: int = 0
    article: str = ""
    reason: str = ""
    operator: str = ""
    at: str = ""
    decided_at: str = ""

    @property
    def waits(self) -> bool:
        return self.state is DoubtState.WAITING

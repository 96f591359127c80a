"""What can be shown to the hall: a kind of page and the record it is of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SubjectKind(StrEnum):
    """The kinds of pages, in the order of a congress."""

    TITLE = "title"
    PROGRAMME = "programme"
    SPEAKER = "speaker"
    PRESENCE = "presence"
    ARRIVALS = "arrivals"
    SEATING = "seating"
    MOTION = "motion"
    CANDIDATES = "candidates"
    HOW_TO_VOTE = "how_to_vote"
    PROGRESS = "progress"
    RESULT = "result"
    ELECTED = "elected"
    ALL_ELECTED = "all_elected"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing to show. `record` is a motion, an election or a round, 0 where there is one alone.

    `text` is that of a free message.
    """

    kind: SubjectKind
    record: int = 0
    text: str = ""


# What the hall sees only while it happens: no page of a file that is taken elsewhere.
OF_THE_MOMENT = frozenset(
    {
        SubjectKind.SPEAKER,
        SubjectKind.ARRIVALS,
        SubjectKind.SEATING,
        SubjectKind.PROGRESS,
        SubjectKind.MESSAGE,
    }
)

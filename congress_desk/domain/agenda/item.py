"""One line of the programme, as it was planned and as it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ItemKind(StrEnum):
    """What an agenda item is, as far as the program can help with it."""

    WORK = "work"
    OPENING = "opening"
    BREAK = "break"
    CREDENTIALS_REPORT = "credentials_report"
    REPORT = "report"
    DISCUSSION = "discussion"
    MOTION = "motion"
    ELECTION = "election"
    SPEECH = "speech"
    FILLER = "filler"
    CLOSING = "closing"


class ItemState(StrEnum):
    """Where an agenda item stands while the congress runs; a removed one keeps its records."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of the programme; `day` YYYY-MM-DD, `time` HH:MM, `minutes` None when not given.

    `time` is what was given; an `anchored` item keeps it, another flows with those before it.
    `parent_id` is the item it is a part of; the other ids say what it is about; 0 is none.
    `script` is what the chair says where it was edited, `note` what the secretary noted;
    `started_at` and `finished_at` are ISO times.
    """

    id: int = 0
    session: str = ""
    day: str = ""
    time: str = ""
    minutes: int | None = None
    content: str
    executor: str = ""
    parent_id: int = 0
    kind: ItemKind = ItemKind.WORK
    anchored: bool = False
    election_id: int = 0
    motion_id: int = 0
    text_id: int = 0
    state: ItemState = ItemState.PLANNED
    started_at: str = ""
    finished_at: str = ""
    script: str = ""
    note: str = ""

    @property
    def clock_put_back(self) -> bool:
        """Say whether it ended before it began: the clock was put back while it was held."""
        times = self.started_at, self.finished_at
        return all(times) and datetime.fromisoformat(times[1]) < datetime.fromisoformat(times[0])

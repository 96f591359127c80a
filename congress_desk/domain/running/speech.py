"""A speech that was registered, waits, is given or was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpeechState(StrEnum):
    """Where a registered speech stands."""

    REQUESTED = "requested"
    SPEAKING = "speaking"
    DONE = "done"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A speech that was registered; `through` is who passed the request on; times are ISO."""

    id: int = 0
    item_id: int = 0
    person_id: int = 0
    speaker: str
    delegation: str = ""
    topic: str = ""
    through: str = ""
    minutes: int = 10
    state: SpeechState = SpeechState.REQUESTED
    started_at: str = ""
    finished_at: str = ""
    gist: str = ""

"""A paper derived from the records, and the prose of it that was edited."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CongressPaper(StrEnum):
    """A paper that is derived from the records and edited."""

    MINUTES = "minutes"
    RESOLUTION = "resolution"
    QUICK_REPORT = "quick_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart:
    """Prose of a paper that was edited: of which record, and the numbers it was edited with.

    `text` has {fields} where numbers of the record stand; `seen` is what they were then, as JSON.
    A free part stands `after` another record ("" at the beginning), in the order of `place`.
    """

    paper: CongressPaper
    record: str
    text: str
    seen: str
    place: int = 0
    after: str = ""

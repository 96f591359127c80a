"""What was read of a list: its people, and what became of every other row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.people.register_matching import RegisterLine
from congress_desk.errors import Place, Problem


class SkipReason(StrEnum):
    """Why a row is nobody's; of one that is unclear a problem is told."""

    BLANK = "blank"
    HEADER = "header"
    NUMBERING = "numbering"
    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    JOINED = "joined"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A row that was passed over, or a run of blank ones to `last_row`; `text` is what it says."""

    row: int
    last_row: int
    reason: SkipReason
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A text that came in otherwise than it stands in the list; `how` a Script or "name_case"."""

    place: Place
    before: str
    after: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReading:
    """Every row under the header once: a line, a skipped row, or the place of a problem.

    `notes` tell of single cells that were not taken as they stand.
    """

    lines: tuple[RegisterLine, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    before_after: tuple[Conversion, ...]

    @property
    def skipped_rows(self) -> int:
        return sum(run.last_row - run.row + 1 for run in self.skipped)

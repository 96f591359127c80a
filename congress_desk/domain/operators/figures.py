"""How fast and how surely each operator types: for the head of the board, until the closing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

# Whoever enters nothing for longer than this was not typing.
LONGEST_ENTRY: Final = 90
# Of fewer ballots a speed says nothing.
FEWEST_TIMED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What was noted of one operator: `timed` of the ballots took `seconds` in all.

    `corrected` of them were put right later. Whose votes they are is nowhere.
    """

    ballots: int = 0
    timed: int = 0
    seconds: int = 0
    corrected: int = 0

    @property
    def ballots_an_hour(self) -> int | None:
        """Return the speed; None while too few ballots followed one another."""
        if self.timed < FEWEST_TIMED or not self.seconds:
            return None
        return round(Fraction(self.timed * 3600, self.seconds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Sheets of an operator that other passes checked, and those that were agreed otherwise."""

    sheets: int = 0
    differing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OperatorFigures:
    """One line of the page: who, what was noted, and what the passes of others say."""

    name: str
    pace: Pace
    checked: Checked

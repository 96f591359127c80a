"""How long the entry of ballots takes: planned before it, and forecast from its real speed.

The plan assumes what `EntryPlan` names: each name struck takes as many keys as the longest number
of the list, a sheet one Enter more (an untouched one 0 and Enter); turning a sheet takes its
seconds; bundles are shared evenly, nobody waits for another pass. Breaks and settling are not in
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KEYS_A_MINUTE: Final = 170  # a practised hand on the number pad: a key in about a third of a second
SECONDS_A_SHEET: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPlan:
    """What is expected: `strikes` is how many names a ballot strikes on average."""

    ballots: int
    names: int
    strikes: int
    stations: int = 1
    passes: int = 1
    keys_a_minute: int = KEYS_A_MINUTE
    seconds_a_sheet: int = SECONDS_A_SHEET

    @property
    def keys_per_ballot(self) -> int:
        """Return the keys of a ballot: digits of its strikes and Enter; without any, "0" Enter."""
        return self.strikes * len(str(self.names)) + 1 if self.strikes else 2

    @property
    def sheets(self) -> int:
        """Return the sheets that the busiest station enters, over all passes."""
        return -(-self.ballots * self.passes // self.stations)

    @property
    def minutes(self) -> int:
        """Return the minutes until the last sheet is in, rounded up."""
        sixtieths = self.sheets * (
            self.keys_per_ballot * 60 + self.seconds_a_sheet * self.keys_a_minute
        )
        return -(-sixtieths // (60 * self.keys_a_minute))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPace:
    """How far all passes of a round are together: sheets entered of `wanted`.

    `recent` were entered in the last `seconds`; in a pause nothing is recent.
    """

    entered: int
    wanted: int
    recent: int = 0
    seconds: int = 0

    @property
    def left(self) -> int:
        """Return how many sheets are still to be entered, over all passes; never below 0."""
        return max(self.wanted - self.entered, 0)

    @property
    def minutes_left(self) -> int | None:
        """Return the minutes to the last sheet at the speed of the last ones; None of no speed."""
        if not self.left:
            return 0
        if self.recent < 2 or not self.seconds:
            return None
        return -(-self.left * self.seconds // (self.recent * 60))

"""When so few ballots were cast that a table of them would tell who voted how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from congress_desk.errors import Refusal, refuse

FEWEST_USUAL: Final = 10
FEWEST_LIMIT: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrecy:
    """Below `fewest` ballots no workbook shows them one by one, unless two people chose it.

    `chosen` are the ids of the rounds of which two people did.
    """

    fewest: int = FEWEST_USUAL
    chosen: frozenset[int] = frozenset()

    def hides(self, round_id: int, ballots: int) -> bool:
        """Say whether the ballots of a round stay out of every workbook."""
        return ballots < self.fewest and round_id not in self.chosen


def check_fewest(fewest: int) -> Refusal | None:
    """Say why this is no number of ballots to hide below."""
    if 0 <= fewest <= FEWEST_LIMIT:
        return None
    return refuse("fewest_ballots_outside", most=FEWEST_LIMIT)

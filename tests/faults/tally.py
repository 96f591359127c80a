"""What the runs of each fault came to: the table that is printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Runs of one fault. `wrong`: files `verify` complains of, breakdowns, refusals that lied."""

    fault: str
    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    refused: int = 0
    wrong: int = 0
    is_control: bool = False
    told: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Say whether it came out as it must: a control has to lose something."""
        return self.lost > 0 if self.is_control else self.runs > 0 and not self.lost + self.wrong

    def add(self, other: Tally) -> None:
        """Add what another process found of the same fault."""
        self.runs += other.runs
        self.acknowledged += other.acknowledged
        self.lost += other.lost
        self.refused += other.refused
        self.wrong += other.wrong
        for words in other.told:
            self.complain(words)

    def complain(self, words: str) -> None:
        """Keep the first few complaints for the end."""
        if not self.is_control and len(self.told) < 8:
            self.told.append(words)


def print_table(tallies: list[Tally]) -> bool:
    """Print the table; say whether every line of it holds."""
    print(f"{'fault':<44}{'runs':>7}{'acknowledged':>14}{'refused':>9}{'lost':>6}{'wrong':>7}")
    for each in tallies:
        note = "" if each.holds else "  <-- DOES NOT HOLD"
        if each.is_control and each.holds:
            note = "  (control: must lose)"
        print(
            f"{each.fault:<44}{each.runs:>7}{each.acknowledged:>14}{each.refused:>9}"
            f"{each.lost:>6}{each.wrong:>7}{note}"
        )
    real = [each for each in tallies if not each.is_control]
    print(
        f"{'in all, without controls':<44}{sum(t.runs for t in real):>7}"
        f"{sum(t.acknowledged for t in real):>14}{sum(t.refused for t in real):>9}"
        f"{sum(t.lost for t in real):>6}{sum(t.wrong for t in real):>7}"
    )
    for each in tallies:
        for words in each.told:
            print(f"  {each.fault}: {words}", file=sys.stderr)
    return all(each.holds for each in tallies)

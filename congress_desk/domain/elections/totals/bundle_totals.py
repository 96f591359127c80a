"""The totals of one bundle, as two tellers wrote them on its tally sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.elections.ballots import InvalidReason


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTotals:
    """What the valid ballots of a bundle say of one name, in ballots.

    `agree` keeps (strike) or agrees to (tick) the name; `uncounted` has both boxes or neither.
    """

    agree: int
    disagree: int = 0
    uncounted: int = 0

    @property
    def all(self) -> int:
        """Return how many papers the counts of a name come to: the valid ones of its bundle."""
        return self.agree + self.disagree + self.uncounted


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleTotals:
    """A bundle by its totals: `names` by candidate id, `invalid` by reason, valid ballots.

    `kept[k]` is how many valid ballots keep (or agree to) k names. A count of zero is no count.
    """

    valid: int
    names: Mapping[int, NameTotals]
    invalid: Mapping[InvalidReason, int]
    kept: Mapping[int, int]

    @property
    def sheets(self) -> int:
        """Return how many sheets the totals speak of: valid and invalid."""
        return self.valid + sum(self.invalid.values())

    @property
    def votes(self) -> int:
        """Return how many votes all names have together."""
        return sum(each.agree for each in self.names.values())

    @property
    def names_kept(self) -> int:
        """Return the names kept on all valid ballots, by how many ballots keep how many."""
        return sum(k * ballots for k, ballots in self.kept.items())

    def cleaned(self) -> BundleTotals:
        """Return the same totals without counts of zero."""
        return BundleTotals(
            valid=self.valid,
            names=dict(self.names),
            invalid={reason: n for reason, n in self.invalid.items() if n},
            kept={k: n for k, n in self.kept.items() if n},
        )

"""A share that must be reached, held against in whole numbers: more than it, or at least it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Compare(StrEnum):
    """How a number is held against a share: more than it, or at least it."""

    MORE = "more"
    AT_LEAST = "at_least"


def share_text(share: Fraction) -> str:
    """Return a share as "30%" where a whole percent says it, else as "2/3"."""
    if 100 * share.numerator % share.denominator:
        return str(share)
    return f"{100 * share.numerator // share.denominator}%"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share of a base, and whether exactly the share is enough."""

    share: Fraction
    compare: Compare

    def needed(self, base: int) -> int:
        """Return the least number that reaches the share of `base`.

        More than half of 10 is 6 (244 Điều 32). Two thirds of 9 is 6 at least, 7 more than. Nobody
        reaches a share of nothing without a single vote.
        """
        part = base * self.share.numerator
        if self.compare is Compare.AT_LEAST:
            return max(-(-part // self.share.denominator), 1)
        return part // self.share.denominator + 1

    def is_reached(self, number: int, base: int) -> bool:
        """Say whether `number` is enough of `base`; exactly the share is not more than it."""
        return number >= self.needed(base)

"""Majority in whole numbers, and the one function for percentages."""

from __future__ import annotations

from fractions import Fraction


def votes_needed(base: int, more_than: Fraction = Fraction(1, 2)) -> int:
    """Return the least number of votes that is more than `more_than` of `base` (244 Điều 32)."""
    return base * more_than.numerator // more_than.denominator + 1


def has_majority(votes: int, base: int, more_than: Fraction = Fraction(1, 2)) -> bool:
    """Say whether `votes` are more than `more_than` of `base`; exactly the share is not enough."""
    return votes * more_than.denominator > base * more_than.numerator


def percent(part: int, base: int) -> str:
    """Return part / base × 100 with two decimals, half up, with a point: "93.33"; "" of base 0."""
    if base <= 0:
        return ""
    hundredths = (part * 20000 + base) // (2 * base)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def decimal_comma(number: str) -> str:
    """Return a number as Vietnamese papers write it: "93.33" -> "93,33"."""
    return number.replace(".", ",")

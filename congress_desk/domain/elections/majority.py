"""Majority in whole numbers, and the one function for percentages."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.domain.rules.rule_set import Compare


def votes_needed(
    base: int, share: Fraction = Fraction(1, 2), compare: Compare = Compare.MORE
) -> int:
    """Return the least number of votes that is more than, or at least, `share` of `base`.

    More than half: 244 Điều 32. Two thirds of 9 is 6 at least, 7 more than.
    """
    part = base * share.numerator
    if compare is Compare.AT_LEAST:
        return -(-part // share.denominator)
    return part // share.denominator + 1


def has_majority(
    votes: int, base: int, share: Fraction = Fraction(1, 2), compare: Compare = Compare.MORE
) -> bool:
    """Say whether `votes` are enough of `base`; exactly the share is not more than it."""
    return votes >= votes_needed(base, share, compare)


def percent(part: int, base: int) -> str:
    """Return part / base × 100 with two decimals, half up, with a point: "93.33"; "" of base 0."""
    if base <= 0:
        return ""
    hundredths = (part * 20000 + base) // (2 * base)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def decimal_comma(number: str) -> str:
    """Return a number as Vietnamese papers write it: "93.33" -> "93,33"."""
    return number.replace(".", ",")

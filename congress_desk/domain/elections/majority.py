"""The one function for percentages."""

from __future__ import annotations


def percent(part: int, base: int) -> str:
    """Return part / base × 100 with two decimals, half up, with a point: "93.33"; "" of base 0."""
    if base <= 0:
        return ""
    hundredths = (part * 20000 + base) // (2 * base)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def decimal_comma(number: str) -> str:
    """Return a number as Vietnamese papers write it: "93.33" -> "93,33"."""
    return number.replace(".", ",")

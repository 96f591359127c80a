"""What is to be said of a target beside the superior's: no answer, another unit, a lower number."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.text.clean_text import clean_text, without_accents

_NUMBER = re.compile(r"\d[\d.,]*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
# Words and signs that make a target one that is to stay under its number.
_AT_MOST = re.compile(r"\b(?:dưới|không quá|không vượt|tối đa|nhiều nhất|còn)\b|<|≤")
_SAME_UNIT = {"phan tram": "%", "ty le %": "%", "ty dong": "ti dong", "ty": "ti"}


class IndicatorFlag(StrEnum):
    """What stands out in a target; `SHORT` is only said, nobody is judged by it."""

    NO_ANSWER = "no_answer"
    UNIT_DIFFERS = "unit_differs"
    SHORT = "short"


def indicator_flags(indicator: Indicator) -> tuple[IndicatorFlag, ...]:
    """Return what stands out in a target, the gravest first.

    Numbers are compared in the same unit only.
    """
    if not indicator.superior_target.strip():
        return ()
    if not indicator.own_target.strip():
        return (IndicatorFlag.NO_ANSWER,)
    if units_differ(indicator):
        return (IndicatorFlag.UNIT_DIFFERS,)
    return (IndicatorFlag.SHORT,) if falls_short(indicator) else ()


def units_differ(indicator: Indicator) -> bool:
    """Say whether both units are known and are not the same."""
    own, superior = _unit(indicator.unit), _unit(indicator.superior_unit)
    own = own or _unit_in(indicator.own_target)
    superior = superior or _unit_in(indicator.superior_target)
    return bool(own and superior and own != superior)


def falls_short(indicator: Indicator) -> bool:
    """Say whether the own number does not reach the superior's.

    Where the superior wants at most a number ("dưới 1"), a higher one does not reach it.
    """
    own, wanted = number_in(indicator.own_target), number_in(indicator.superior_target)
    if own is None or wanted is None:
        return False
    return own > wanted if is_ceiling(indicator.superior_target) else own < wanted


def is_ceiling(target: str) -> bool:
    """Say whether a target is to stay under its number."""
    return _AT_MOST.search(clean_text(target).casefold()) is not None


def number_in(text: str) -> Fraction | None:
    """Return the first number of a text as Vietnamese writes it: "7,5" and "12.500"; None of none.

    A point or a comma before groups of three figures parts thousands, but "0,125" is a part of 1.
    """
    match = _NUMBER.search(text)
    if match is None:
        return None
    digits = match[0].rstrip(".,")
    if _THOUSANDS.fullmatch(digits) and _parts_thousands(digits):
        return Fraction(re.sub(r"[.,]", "", digits))
    whole, _, rest = digits.replace(",", ".").rpartition(".")
    return Fraction(f"{whole.replace('.', '') or '0'}.{rest}" if whole else rest)


def _parts_thousands(digits: str) -> bool:
    """A single comma is the decimal one; a 0 in front is never that of thousands."""
    return not digits.startswith("0") and ("." in digits or digits.count(",") > 1)


def _unit(text: str) -> str:
    plain = " ".join(without_accents(clean_text(text)).casefold().split())
    return _SAME_UNIT.get(plain, plain)


def _unit_in(target: str) -> str:
    return "%" if "%" in target else ""

"""Which form of a sentence a number wants, by the rules that a language's file gives.

A rule is written as the Unicode consortium does: "n % 10 = 2..4 and n % 100 != 12..14"; parts are
joined by "and", these by "or". A number that no rule takes wants the form "other".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

OTHER = "other"
_RELATION = r"n(?: % (\d+))? (=|!=) ([\d., ]+)"


def form_of(number: int, rules: Mapping[str, str]) -> str:
    """Return the name of the form that a number wants; ValueError of a rule that means nothing."""
    return next((form for form, rule in rules.items() if _holds(number, rule)), OTHER)


def _holds(number: int, rule: str) -> bool:
    return any(
        all(_is_met(number, each) for each in part.split(" and ")) for part in rule.split(" or ")
    )


def _is_met(number: int, relation: str) -> bool:
    found = re.fullmatch(_RELATION, relation.strip())
    if found is None:
        raise ValueError(relation)
    value = number % int(found[1]) if found[1] else number
    return (value in _numbers(found[3])) is (found[2] == "=")


@cache
def _numbers(text: str) -> frozenset[int]:
    """Return the numbers of "1, 3, 11..14"."""
    held: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("..")
        held |= set(range(int(first), int(last or first) + 1))
    return frozenset(held)

"""Numbers as they are read off a signed list: "1-40, 43" is forty-one of them."""

from __future__ import annotations

import re

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal, refuse

LARGEST = 99_999
MOST = 20_000
_DASH = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]|đến|tới)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;\s]+")
_PART = re.compile(r"([0-9]+)(?:-([0-9]+))?")


def number_ranges(text: str) -> tuple[int, ...] | Refusal:
    """Return the numbers of a text such as "1-40, 43; 50 đến 52", each once, in the order given.

    A comma, semicolon, space or new line ends a part. A refusal names the part that is wrong;
    numbers are 1 to 99,999, at most 20,000 of them.
    """
    parts = [part for part in _BETWEEN.split(_DASH.sub("-", clean_text(text))) if part]
    if not parts:
        return refuse("ranges_empty")
    numbers: dict[int, None] = {}
    for part in parts:
        found = _numbers_of(part)
        if isinstance(found, Refusal):
            return found
        numbers.update(dict.fromkeys(found))
        if len(numbers) > MOST:
            return refuse("ranges_too_many", part=part[:40], most=MOST)
    return tuple(numbers)


def _numbers_of(part: str) -> range | Refusal:
    found = _PART.fullmatch(part)
    if found is None:
        return refuse("ranges_not_numbers", part=part[:40])
    # As texts first: a line of a thousand digits is no number that anybody converts.
    ends = [end.lstrip("0") for end in found.groups(default=found[1])]
    if max(map(len, ends)) > len(str(LARGEST)):
        return refuse("ranges_too_large", part=part[:40], most=LARGEST)
    first, last = (int(end or "0") for end in ends)
    if first < 1:
        return refuse("ranges_from_one", part=part[:40])
    if last < first:
        return refuse("ranges_backwards", part=part[:40], first=first, last=last)
    return range(first, last + 1)


def ranges_text(numbers: tuple[int, ...]) -> str:
    """Return numbers as an office writes them, sorted: (3, 1, 2, 7) -> "1-3, 7"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)

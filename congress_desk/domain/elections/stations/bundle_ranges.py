"""Numbers of bundles as people write them: "1–5, 8"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congress_desk.errors import Refusal, refuse

_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


def bundle_numbers(text: str) -> list[int] | Refusal:
    """Return the numbers that "8, 1-5" tells, each once, in that order."""
    found: list[int] = []
    for part in re.split(r"[,;\s]+", text.replace("–", "-").strip()):
        match = _RANGE.fullmatch(part)
        if match is None:
            return refuse("station_bundles_unreadable", text=text)
        first = int(match[1])
        last = int(match[2] or first)
        if first > last:
            return refuse("station_bundles_unreadable", text=text)
        found += range(first, last + 1)
    return list(dict.fromkeys(found))


def ranges_text(numbers: Sequence[int]) -> str:
    """Return numbers as people write them: "1–5, 8"."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{p[0]}–{p[-1]}" if len(p) > 1 else str(p[0]) for p in parts)

"""Whole years since a partial date, and what an incomplete date leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years since a date: the least and the most that its precision allows.

    `counted` is the most: of a year alone it is the difference of the years, as offices count.
    """

    least: int
    counted: int

    @property
    def certain(self) -> bool:
        """Say whether the dates that are known leave one number alone."""
        return self.least == self.counted


@lru_cache(maxsize=8192)
def possible_days(partial: str) -> tuple[_Day, _Day]:
    """Return the first and the last day a partial date may mean; a month ends on day 31."""
    parts = tuple(int(part) for part in partial.split("-"))
    year, month, day = (*parts, 0, 0)[:3]
    return (year, month or 1, day or 1), (year, month or 12, day or 31)


def years_since(partial: str, day: str) -> Years | None:
    """Return the whole years from a partial date to `day` (YYYY-MM-DD); None when not known.

    On the birthday the year is complete; of 29 February it is on 1 March in an ordinary year.
    A date after `day` is a slip, so nothing is known from it.
    """
    if not partial or len(day) != 10:
        return None
    first, last = possible_days(partial)
    today, _ = possible_days(day)
    if first > today:
        return None
    return Years(max(_whole_years(last, today), 0), _whole_years(first, today))


def _whole_years(start: _Day, today: _Day) -> int:
    return today[0] - start[0] - (today[1:] < start[1:])

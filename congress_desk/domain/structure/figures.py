"""Counts of people that carry the people they count, so that every number can show its names."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.people.person import Person

People = tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`people` counted among `of`.

    `perhaps_not` are counted and `perhaps` are not, though an incomplete date leaves it open;
    of `unknown` the register does not say.
    """

    people: People
    of: int
    perhaps_not: People = ()
    perhaps: People = ()
    unknown: People = ()

    @property
    def number(self) -> int:
        """Return how many people are counted."""
        return len(self.people)

    @property
    def ids(self) -> tuple[int, ...]:
        """Return their numbers in the register."""
        return tuple(person.id for person in self.people)

    @property
    def percent(self) -> str:
        """Return the share with two decimals: "33.33"; "" of nobody."""
        return percent(self.number, self.of)

    @property
    def uncertain(self) -> People:
        """Return everybody whose incomplete date leaves open whether they belong here."""
        return self.perhaps_not + self.perhaps

    @property
    def at_least(self) -> int:
        """Return the number without those who perhaps do not belong to it."""
        return self.number - len(self.perhaps_not)

    @property
    def at_most(self) -> int:
        """Return the number with those who perhaps belong to it, and those nobody knows of."""
        return self.number + len(self.perhaps) + len(self.unknown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a division: `key` is a code, or "" for a value kept as it is `written`."""

    key: str = ""
    written: str = ""
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """People divided into parts that do not overlap; of those in `unknown` nothing is known.

    Σ parts + unknown = everybody.
    """

    parts: tuple[Part, ...]
    unknown: Figure

    @property
    def known(self) -> int:
        """Return the sum of the parts."""
        return sum(part.figure.number for part in self.parts)

    def number(self, key: str) -> int:
        """Return how many are in the part with this code or written value."""
        return sum(p.figure.number for p in self.parts if key in (p.key, p.written))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """Who has the most or the least years, and how many; several when their dates do not tell."""

    people: People
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Average:
    """The mean of whole years: their sum over how many people."""

    total: int
    people: int

    @property
    def exact(self) -> Fraction:
        """Return the average as a fraction, not rounded."""
        return Fraction(self.total, self.people)

    @property
    def text(self) -> str:
        """Return the mean with one decimal, half up, with a point: "47.3"."""
        tenths = (self.total * 20 + self.people) // (2 * self.people)
        return f"{tenths // 10}.{tenths % 10}"


@dataclass(frozen=True, slots=True)
class Band:
    """Whole years from `low` to `high`, both included; None is open."""

    low: int | None
    high: int | None

    @property
    def key(self) -> str:
        """Return "<30", "30–40" or ">70"."""
        if self.low is None:
            return f"<{(self.high or 0) + 1}"
        return f">{self.low - 1}" if self.high is None else f"{self.low}–{self.high}"

    def holds(self, years: int) -> bool:
        """Say whether an age in whole years is in the band, both ends with it."""
        return (self.low is None or years >= self.low) and (self.high is None or years <= self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Ages, or Party ages: bands, who has the most and the least, the average.

    `open` are the people whose date is incomplete so that their years may be one less.
    """

    bands: Division
    most: Extreme | None
    least: Extreme | None
    average: Average | None
    open: People

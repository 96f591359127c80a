"""The kinds of value a rule setting can hold: what each allows, how it is read from the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.people.person import Status
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, problem

Value = (
    str
    | int
    | bool
    | Fraction
    | StrEnum
    | tuple[int, int]
    | tuple[ElectionKind, ...]
    | tuple[Status, ...]
)
Reading = Value | Problem
MOST_SEATS = 1000
_FRACTION = re.compile(r"[0-9]{1,6}/[0-9]{1,6}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Unit(StrEnum):
    """What a whole number counts, where its name does not say it."""

    NONE = ""
    PERCENT = "percent"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name for programs: small letters, digits and hyphens."""

    def read(self, value: object, place: Place) -> Reading:
        """Return the id, or why it is none."""
        text = read_text(value, place)
        if isinstance(text, str) and not _ID.fullmatch(text):
            return problem("rules_bad_id", place, value=text)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text on one line; an `optional` one may be empty, a `prose` one is a sentence or more."""

    optional: bool = False
    prose: bool = False

    def read(self, value: object, place: Place) -> Reading:
        """Return the text in its clean form, or why it is none."""
        return "" if self.optional and value == "" else read_text(value, place)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def read(self, value: object, place: Place) -> Reading:
        """Return yes or no; numbers and words are neither."""
        if isinstance(value, bool):
            return value
        return problem("rules_wrong_type", place, expected="rule_type.flag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number within its bounds; where `zero_is_no_limit`, 0 says that there is none."""

    low: int
    high: int
    unit: Unit = Unit.NONE
    zero_is_no_limit: bool = False

    def read(self, value: object, place: Place) -> Reading:
        """Return the number, or why it is none or out of bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            return problem("rules_wrong_type", place, expected="rule_type.whole")
        if self.low <= value <= self.high:
            return value
        return problem("rules_out_of_range", place, low=self.low, high=self.high)


@dataclass(frozen=True, slots=True)
class Seats:
    """From how many seats to how many a rule holds."""

    def read(self, value: object, place: Place) -> Reading:
        """Return the first and the last number of seats, or why they are none."""
        match value:
            case [int(low), int(high)] if not isinstance(low, bool) and not isinstance(high, bool):
                if 1 <= low <= high <= MOST_SEATS:
                    return low, high
                return problem("rules_bad_seats", place, low=low, high=high)
        return problem("rules_wrong_type", place, expected="rule_type.seats")


@dataclass(frozen=True, slots=True)
class Share:
    """An exact fraction between 0 and 1, written "1/2"; an `optional` one may be none at all."""

    optional: bool = False

    def read(self, value: object, place: Place) -> Reading:
        """Return the fraction, or why it is none."""
        if not isinstance(value, str) or not _FRACTION.fullmatch(value):
            return problem("rules_wrong_type", place, expected="rule_type.fraction")
        part, whole = (int(number) for number in value.split("/"))
        if 0 < part < whole:
            return Fraction(part, whole)
        return problem("rules_bad_share", place, value=value)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values; `labels` is the group of their labels in resources/i18n."""

    values: tuple[str, ...] | type[StrEnum]
    labels: str

    def read(self, value: object, place: Place) -> Reading:
        """Return the value chosen, or what could be chosen."""
        allowed: dict[str, str | StrEnum] = {str(choice): choice for choice in self.values}
        if not isinstance(value, str):
            return problem("rules_wrong_type", place, expected="rule_type.text")
        if value in allowed:
            return allowed[value]
        return problem("rules_not_allowed", place, value=value, allowed=", ".join(allowed))


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of election for which something holds."""

    values = tuple(ElectionKind)
    labels = "election_kind"

    def read(self, value: object, place: Place) -> Reading:
        """Return the kinds in the order of ElectionKind, or which one is unknown."""
        found = _codes(value, self.values, place, "rule_type.kinds")
        if isinstance(found, Problem):
            return found
        return tuple(kind for kind in self.values if kind in found)


@dataclass(frozen=True, slots=True)
class Statuses:
    """The statuses that take somebody off D; who is there, or was in part, always counts."""

    values = tuple(s for s in Status if s not in (Status.PRESENT, Status.ABSENT))
    labels = "status"

    def read(self, value: object, place: Place) -> Reading:
        """Return the statuses in the order given, each once, or which one is unknown."""
        found = _codes(value, self.values, place, "rule_type.statuses")
        if isinstance(found, Problem):
            return found
        return tuple(Status(each) for each in dict.fromkeys(found))


ValueKind = Identifier | Text | Flag | Whole | Seats | Share | Choice | Kinds | Statuses


def _codes(
    value: object, known: Sequence[str], place: Place, expected: str
) -> tuple[str, ...] | Problem:
    """Return a list of codes, or that it is none, or which of them is unknown."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return problem("rules_wrong_type", place, expected=expected)
    wrong = [each for each in value if each not in known]
    if wrong:
        return problem("rules_not_allowed", place, value=wrong[0], allowed=", ".join(known))
    return tuple(value)


def read_text(value: object, place: Place) -> str | Problem:
    """Read a text on one line that says something."""
    if not isinstance(value, str):
        return problem("rules_wrong_type", place, expected="rule_type.text")
    return clean_text(value) or problem("rules_empty", place)

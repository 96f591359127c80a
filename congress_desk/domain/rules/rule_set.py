"""A rule set: every threshold, base and article of an election, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class MajorityBase(StrEnum):
    """What the majority is taken of."""

    CONVENED = "convened"
    PRESENT = "present"
    ISSUED = "issued"
    RETURNED = "returned"
    VALID = "valid"


class Validity(StrEnum):
    """A setting of a rule set: is such a ballot valid."""

    VALID = "valid"
    INVALID = "invalid"


class TieRule(StrEnum):
    """What happens to candidates tied across the last seats."""

    REVOTE = "revote"
    OLDER = "older"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The election rules of one kind of organisation, in one edition.

    Percentages are whole numbers of per cent of the seats; `more_than` and
    `floor_nominee_support` are exact fractions. `articles` maps a topic (rule_settings.py) to the
    text cited beside a decision. Without a small committee its surplus is 0.
    """

    id: str
    version: int
    title: str
    short_title: str
    issued: str
    document_style: str
    notice: str
    articles: Mapping[str, str]
    base: MajorityBase
    more_than: Fraction
    surplus_prepared_min: int
    surplus_prepared_max: int
    surplus_max: int
    small_committee_seats: tuple[int, int] | None
    small_committee_max_surplus: int
    floor_nominee_support: Fraction
    list_order: str
    single_blank: Validity
    all_against: Validity
    tie: TieRule
    tie_revote_needs_majority: bool
    rounds_max: int
    retention_months: int

    def article(self, topic: str) -> str:
        """Return the article cited for `topic`, or the short title of the rules without one."""
        return self.articles.get(topic) or self.short_title

"""The settings of a rule set: their names in the TOML file and what each may hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import Compare, MajorityBase, TieRule, Validity
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Problem, problem

TABLES = frozenset(
    {
        "majority",
        "quorum",
        "list",
        "list.small_committee",
        "kinds",
        "ballot",
        "rounds",
        "ballots",
        "articles",
    }
)
ARTICLE_TOPICS = (
    "majority",
    "convened",
    "quorum",
    "ballot",
    "invalid",
    "list",
    "surplus",
    "small_committee",
    "floor_nominee",
    "counting_board",
    "void",
    "tie",
    "short",
    "rounds",
    "retention",
)
DOCUMENT_STYLES = ("party", "youth", "nd30")
LIST_ORDERS = ("given_name",)

Value = str | int | bool | Fraction | StrEnum | tuple[int, int] | tuple[ElectionKind, ...]
Reading = Value | Problem
_FRACTION = re.compile(r"[0-9]{1,6}/[0-9]{1,6}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One key of the file, the field it fills, and how its value is read.

    A setting that is `needed_with` another key may be left out together with it; an `added` one is
    not in copies of older programs, and then as RuleSet has it.
    """

    key: str
    field: str
    read: Callable[[object, Place], Reading]
    needed_with: str = ""
    added: bool = False


def read_text(value: object, place: Place) -> str | Problem:
    """Read a text on one line that says something."""
    if not isinstance(value, str):
        return problem("rules_wrong_type", place, expected="rule_type.text")
    return clean_text(value) or problem("rules_empty", place)


def _read_any_text(value: object, place: Place) -> Reading:
    return "" if value == "" else read_text(value, place)


def _read_id(value: object, place: Place) -> Reading:
    text = read_text(value, place)
    if isinstance(text, str) and not _ID.fullmatch(text):
        return problem("rules_bad_id", place, value=text)
    return text


def _read_flag(value: object, place: Place) -> Reading:
    if isinstance(value, bool):
        return value
    return problem("rules_wrong_type", place, expected="rule_type.flag")


def _whole(low: int, high: int) -> Callable[[object, Place], Reading]:
    def read(value: object, place: Place) -> Reading:
        if isinstance(value, bool) or not isinstance(value, int):
            return problem("rules_wrong_type", place, expected="rule_type.whole")
        if low <= value <= high:
            return value
        return problem("rules_out_of_range", place, low=low, high=high)

    return read


def _read_seats(value: object, place: Place) -> Reading:
    match value:
        case [int(low), int(high)] if not isinstance(low, bool) and not isinstance(high, bool):
            if 1 <= low <= high <= 1000:
                return low, high
            return problem("rules_bad_seats", place, low=low, high=high)
    return problem("rules_wrong_type", place, expected="rule_type.seats")


def _read_fraction(value: object, place: Place) -> Reading:
    if not isinstance(value, str) or not _FRACTION.fullmatch(value):
        return problem("rules_wrong_type", place, expected="rule_type.fraction")
    part, whole = (int(number) for number in value.split("/"))
    if 0 < part < whole:
        return Fraction(part, whole)
    return problem("rules_bad_share", place, value=value)


def _one_of(choices: tuple[str, ...] | type[StrEnum]) -> Callable[[object, Place], Reading]:
    allowed: dict[str, str | StrEnum] = {str(choice): choice for choice in choices}

    def read(value: object, place: Place) -> Reading:
        if not isinstance(value, str):
            return problem("rules_wrong_type", place, expected="rule_type.text")
        if value in allowed:
            return allowed[value]
        return problem("rules_not_allowed", place, value=value, allowed=", ".join(allowed))

    return read


def _read_kinds(value: object, place: Place) -> Reading:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return problem("rules_wrong_type", place, expected="rule_type.kinds")
    wrong = [each for each in value if each not in set(ElectionKind)]
    if wrong:
        allowed = ", ".join(ElectionKind)
        return problem("rules_not_allowed", place, value=wrong[0], allowed=allowed)
    return tuple(kind for kind in ElectionKind if kind in value)


_SMALL_SEATS = "list.small_committee.seats"
_SMALL_SURPLUS = "list.small_committee.max_surplus"


def _setting(
    key: str,
    read: Callable[[object, Place], Reading],
    field: str = "",
    needed_with: str = "",
    *,
    added: bool = False,
) -> Setting:
    return Setting(key=key, field=field or key, read=read, needed_with=needed_with, added=added)


SETTINGS: tuple[Setting, ...] = (
    _setting("id", _read_id),
    _setting("version", _whole(1, 9999)),
    _setting("title", read_text),
    _setting("short_title", read_text),
    _setting("issued", _read_any_text),
    _setting("document_style", _one_of(DOCUMENT_STYLES)),
    _setting("notice", _read_any_text),
    _setting("tie", _one_of(TieRule)),
    _setting("tie_revote_needs_majority", _read_flag),
    _setting("majority.base", _one_of(MajorityBase), "base"),
    _setting("majority.more_than", _read_fraction, "more_than"),
    _setting("majority.compare", _one_of(Compare), "compare", added=True),
    _setting("majority.required", _read_flag, "majority_required", added=True),
    _setting("quorum.share", _read_fraction, "quorum_share", added=True),
    _setting("list.surplus_prepared_min", _whole(0, 1000), "surplus_prepared_min"),
    _setting("list.surplus_prepared_max", _whole(0, 1000), "surplus_prepared_max"),
    _setting("list.surplus_max", _whole(0, 1000), "surplus_max"),
    _setting("list.floor_nominee_support", _read_fraction, "floor_nominee_support"),
    _setting("list.order", _one_of(LIST_ORDERS), "list_order"),
    _setting(_SMALL_SEATS, _read_seats, "small_committee_seats", _SMALL_SURPLUS),
    _setting(_SMALL_SURPLUS, _whole(0, 100), "small_committee_max_surplus", _SMALL_SEATS),
    _setting("kinds.surplus", _read_kinds, "surplus_kinds", added=True),
    _setting("kinds.structure", _read_kinds, "structure_kinds", added=True),
    _setting("kinds.structure_min_seats", _whole(1, 1000), "structure_min_seats", added=True),
    _setting("kinds.lower_number", _read_kinds, "lower_number_kinds", added=True),
    _setting("kinds.report_superior", _read_kinds, "report_superior_kinds", added=True),
    _setting("ballot.single_blank", _one_of(Validity), "single_blank"),
    _setting("ballot.all_against", _one_of(Validity), "all_against"),
    _setting("rounds.max", _whole(0, 20), "rounds_max"),
    _setting("ballots.retention_months", _whole(0, 1200), "retention_months"),
)

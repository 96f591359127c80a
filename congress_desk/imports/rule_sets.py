"""The rule sets that come with the program, one TOML file each under resources/rules."""

from __future__ import annotations

from functools import cache

from congress_desk.domain.rules.rule_file import read_rules
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal, refuse
from congress_desk.paths import resource

_IDS = (
    "dang-190-2024",
    "dang-244-2014",
    "doan-tncs",
    "cong-doan",
    "phu-nu",
    "nong-dan",
    "ccb",
    "generic",
    "cong-ty",
)


def rule_set_ids() -> tuple[str, ...]:
    """Return the ids of the rule sets, the default one first."""
    return _IDS


def rule_set_text(rule_set_id: str) -> str:
    """Return the TOML text of a shipped rule set; KeyError for an id that is none."""
    if rule_set_id not in _IDS:
        raise KeyError(rule_set_id)
    return resource("rules", f"{rule_set_id}.toml").read_text("utf-8")


@cache
def load_rule_set(rule_set_id: str) -> RuleSet | Refusal:
    """Return a shipped rule set, or why there is none of this id."""
    if rule_set_id not in _IDS:
        return refuse("rule_set_unknown", id=rule_set_id, known=", ".join(_IDS))
    return read_rules(rule_set_text(rule_set_id), file=f"{rule_set_id}.toml")

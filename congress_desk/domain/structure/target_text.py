"""Targets as text: typed by a person, kept in a congress file, shipped with the program."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.structure.targets import YOUNG, Measure, Target, Targets

_SHARE = re.compile(r"(\d{1,6})/(\d{1,6})")
_TYPED_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_TYPED_SHARE = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})")


def typed_share(text: str) -> Fraction | None:
    """Return a share typed as "15", "15 %", "12,5" (per cent) or "1/3"; None if it is none."""
    text = text.strip()
    if share := _TYPED_SHARE.fullmatch(text):
        return _fraction(int(share[1]), int(share[2]))
    if percent := _TYPED_PERCENT.fullmatch(text):
        hundredths = (percent[2] or "").ljust(2, "0")
        return _fraction(int(percent[1]) * 100 + int(hundredths), 10_000)
    return None


def share_text(share: Fraction) -> str:
    """Return a share as it is typed, with a point: "15", "12.5", or "1/3" where it never ends."""
    hundredths = share * 10_000
    if hundredths.denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    whole, rest = divmod(hundredths.numerator, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".") if rest else str(whole)


def shipped_targets(text: str, rules: RuleSet) -> Targets:
    """Return the targets proposed for a rule set from the TOML text of targets.toml.

    The surplus has the range that the rules want prepared: beside the list it is judged by it too.
    """
    tables = tomllib.loads(text)
    own = tables.get("rule_sets", {}).get(rules.id, {})
    surplus = {"at_least": f"{rules.surplus_prepared_min}/100"}
    surplus["at_most"] = f"{rules.surplus_prepared_max}/100"
    shares = {"surplus": surplus} | tables.get("targets", {})
    if "surplus" in own:
        own = own | {"surplus": surplus | own["surplus"]}
    return _targets(tables.get("young_under"), shares | own)


def kept_targets(text: str) -> Targets | None:
    """Return the targets kept in a congress file; None of a text that is none."""
    try:
        tables = json.loads(text)
    except json.JSONDecodeError:
        return None
    if not isinstance(tables, dict) or not isinstance(tables.get("targets"), dict):
        return None
    return _targets(tables.get("young_under"), tables["targets"])


def targets_text(targets: Targets) -> str:
    """Return targets as the text that a congress file keeps."""
    shares = {
        measure.value: {
            name: f"{share.numerator}/{share.denominator}"
            for name in ("at_least", "at_most")
            if (share := getattr(target, name)) is not None
        }
        for measure, target in targets.of.items()
        if target
    }
    return json.dumps({"young_under": targets.young_under, "targets": shares}, sort_keys=True)


def _targets(young: object, shares: Mapping[str, Any]) -> Targets:
    return Targets(
        young_under=young if isinstance(young, int) and young in YOUNG else YOUNG[0],
        of={measure: _target(shares.get(measure.value)) for measure in Measure},
    )


def _target(table: object) -> Target:
    bounds = table if isinstance(table, dict) else {}
    return Target(_share(bounds.get("at_least")), _share(bounds.get("at_most")))


def _share(text: object) -> Fraction | None:
    found = _SHARE.fullmatch(text) if isinstance(text, str) else None
    return _fraction(int(found[1]), int(found[2])) if found else None


def _fraction(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole > 0 and part <= whole else None

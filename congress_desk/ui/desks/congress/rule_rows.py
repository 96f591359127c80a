"""A rule set in words: each setting, its value and the article it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import label, message, tr

_WITHOUT_TITLE = ("quorum", "small_committee", "")


def rule_rows(rules: RuleSet) -> list[tuple[str, str, str]]:
    """Return the settings in the order of an election: its name, its value, its article."""
    return [
        (message(f"rule_setting.{name}"), value, _article(rules, name, topic))
        for name, value, topic in _values(rules)
    ]


def _article(rules: RuleSet, name: str, topic: str) -> str:
    """Return what a row rests on; of an edited setting, that it was edited."""
    if any(each.startswith(name) for each in rules.edited):
        return tr("edited here")
    return (rules.own_article(topic) if topic in _WITHOUT_TITLE else rules.article(topic)) or "–"


def _values(rules: RuleSet) -> list[tuple[str, str, str]]:
    yes_no = tr("yes") if rules.tie_revote_needs_majority else tr("no")
    rounds = str(rules.rounds_max) if rules.rounds_max else tr("no limit")
    return [
        ("base", label("base", rules.base.value), "majority"),
        ("more_than", str(rules.more_than), "majority"),
        ("compare", label("compare", rules.compare.value), "majority"),
        ("majority_required", tr("yes") if rules.majority_required else tr("no"), "majority"),
        ("quorum_share", str(rules.quorum_share), "quorum"),
        ("surplus_kinds", _kinds(rules.surplus_kinds), "surplus"),
        (
            "surplus_prepared",
            f"{rules.surplus_prepared_min}–{rules.surplus_prepared_max} %",
            "surplus",
        ),
        ("surplus_max", f"{rules.surplus_max} %", "surplus"),
        ("small_committee", _small_committee(rules), "small_committee"),
        ("floor_nominee_support", str(rules.floor_nominee_support), "floor_nominee"),
        ("list_order", message(f"list_order.{rules.list_order}"), "list"),
        ("single_blank", label("validity", rules.single_blank.value), "invalid"),
        ("all_against", label("validity", rules.all_against.value), "ballot"),
        ("tie", label("tie_rule", rules.tie.value), "tie"),
        ("tie_revote_needs_majority", yes_no, "tie"),
        ("rounds_max", rounds, "rounds"),
        ("lower_number_kinds", _kinds(rules.lower_number_kinds), "short"),
        ("report_superior_kinds", _kinds(rules.report_superior_kinds), "short"),
        ("structure_kinds", _kinds(rules.structure_kinds), ""),
        ("structure_min_seats", str(rules.structure_min_seats), ""),
        (
            "retention_months",
            tr("{months} months", months=rules.retention_months),
            "retention",
        ),
        ("document_style", label("document_style", rules.document_style), ""),
    ]


def _kinds(kinds: Iterable[ElectionKind]) -> str:
    return "; ".join(label("election_kind", kind.value) for kind in kinds) or tr("none")


def _small_committee(rules: RuleSet) -> str:
    if rules.small_committee_seats is None:
        return tr("no rule of its own")
    low, high = rules.small_committee_seats
    return tr(
        "{low}–{high} seats: {most} more at most",
        low=low,
        high=high,
        most=rules.small_committee_max_surplus,
    )

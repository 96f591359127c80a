"""A rule set in words: each setting of the page, its value and the article it rests on."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.rule_settings import SETTINGS, TOPICS_WITHOUT_TITLE, Setting
from congress_desk.domain.rules.rule_values import (
    Choice,
    Flag,
    Kinds,
    Statuses,
    Unit,
    ValueKind,
    Whole,
)
from congress_desk.i18n import article_said, label, message, tr


def rule_rows(rules: RuleSet) -> list[tuple[str, str, str]]:
    """Return the settings in the order of an election: its name, its value, its article."""
    rows: dict[str, list[Setting]] = {}
    for setting in SETTINGS:
        if setting.row_name:
            rows.setdefault(setting.row_name, []).append(setting)
    return [
        (message(f"rule_setting.{name}"), _value(rules, settings), _article(rules, settings))
        for name, settings in rows.items()
    ]


def row_titles(fields: tuple[str, ...]) -> list[str]:
    """Return the names of the rows in which these settings stand, each once."""
    rows = [setting.row_name for setting in SETTINGS if setting.field in fields]
    return [message(f"rule_setting.{name}") for name in dict.fromkeys(rows) if name]


def _article(rules: RuleSet, settings: list[Setting]) -> str:
    """Return what a row rests on; of an edited setting, that it was edited."""
    if any(setting.field in rules.edited for setting in settings):
        return tr("edited here")
    topic = settings[0].topic
    alone = topic in TOPICS_WITHOUT_TITLE
    article = rules.own_article(topic) if alone else rules.article(topic)
    return article_said(article) or "–"


def _value(rules: RuleSet, settings: list[Setting]) -> str:
    values = {setting.field: getattr(rules, setting.field) for setting in settings}
    if None in values.values():
        return tr("no rule of its own")
    if not settings[0].row:
        return _words(settings[0].value, values[settings[0].field])
    texts = {s.field: _in_a_row(s.value, values[s.field]) for s in settings}
    return message(f"rule_row.{settings[0].row}", **texts)


def _in_a_row(kind: ValueKind, value: Any) -> str:
    return _words(kind, value) if isinstance(kind, Choice) else _bare(value)


def _words(kind: ValueKind, value: Any) -> str:
    match kind:
        case Choice():
            return label(kind.labels, str(value))
        case Flag():
            return tr("yes") if value else tr("no")
        case Kinds() | Statuses():
            return "; ".join(label(kind.labels, each.value) for each in value) or tr("none")
        case Whole(zero_is_no_limit=True) if not value:
            return tr("no limit")
        case Whole(unit=Unit.PERCENT):
            return f"{value}%"
        case Whole(unit=Unit.MONTHS):
            return tr("{months} months", months=value)
    return _bare(value)


def _bare(value: str | int | Fraction | tuple[int, int]) -> str:
    return "–".join(map(str, value)) if isinstance(value, tuple) else str(value)

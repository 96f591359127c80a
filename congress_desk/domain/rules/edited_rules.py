"""Rules that were changed from those issued: named so, and without the articles they left."""

from __future__ import annotations

from dataclasses import MISSING, fields, replace
from types import MappingProxyType

from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.rules.rule_settings import SETTINGS, Role, Setting

EDITED = "đã sửa"
_UNSAID = {field.name: field.default for field in fields(RuleSet) if field.default is not MISSING}


def changed_settings(rules: RuleSet, issued: RuleSet) -> tuple[str, ...]:
    """Return which settings of a rule set are not as it was issued, in the order of an election.

    What an older version could not say yet, and so holds as RuleSet has it, nobody changed.
    """
    return tuple(
        setting.field
        for setting in SETTINGS
        if setting.role is Role.DECISION
        and getattr(rules, setting.field) != getattr(issued, setting.field)
        and not (rules.version < issued.version and _is_unsaid(rules, setting))
    )


def _is_unsaid(rules: RuleSet, setting: Setting) -> bool:
    return setting.added and getattr(rules, setting.field) == _UNSAID.get(setting.field)


def with_issued_words(rules: RuleSet, issued: RuleSet | None) -> RuleSet:
    """Return the rules with the words of the organisation that an older copy of them lacks."""
    if issued is None:
        return rules
    words = [setting.field for setting in SETTINGS if setting.role is Role.WORD]
    lacking = {name: getattr(issued, name) for name in words if not getattr(rules, name)}
    return replace(rules, **lacking) if any(lacking.values()) else rules


def as_edited(rules: RuleSet, issued: RuleSet | None) -> RuleSet:
    """Return the rules as they may be cited: "…, đã sửa", the articles of what was changed gone.

    `issued` is the shipped rule set of the same id, None where there is none to compare with; a
    copy of a version that is not known yet is not compared. An article that somebody wrote in
    another way stays: it is theirs.
    """
    if issued is None or rules.id != issued.id or rules.version > issued.version:
        return rules
    changed = changed_settings(rules, issued)
    if not changed:
        return rules
    left = {setting.topic for setting in SETTINGS if setting.field in changed}
    articles = {
        topic: text
        for topic, text in rules.articles.items()
        if topic not in left or text != issued.articles.get(topic)
    }
    return replace(
        rules,
        title=f"{rules.title}, {EDITED}",
        short_title=f"{rules.short_title}, {EDITED}",
        articles=MappingProxyType(articles),
        edited=changed,
    )

"""Rules that were changed from those issued: named so, and without the articles they left."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from congress_desk.domain.rules.rule_set import RuleSet

EDITED = "đã sửa"

# Which article a setting rests on; who changes the setting no longer has that article.
SETTING_TOPICS = {
    "base": "majority",
    "more_than": "majority",
    "compare": "majority",
    "majority_required": "majority",
    "quorum_share": "quorum",
    "surplus_prepared_min": "surplus",
    "surplus_prepared_max": "surplus",
    "surplus_max": "surplus",
    "surplus_kinds": "surplus",
    "small_committee_seats": "small_committee",
    "small_committee_max_surplus": "small_committee",
    "floor_nominee_support": "floor_nominee",
    "list_order": "list",
    "single_blank": "invalid",
    "all_against": "invalid",
    "tie": "tie",
    "tie_revote_needs_majority": "tie",
    "rounds_max": "rounds",
    "lower_number_kinds": "short",
    "report_superior_kinds": "short",
    "structure_kinds": "",
    "structure_min_seats": "",
    "retention_months": "retention",
}


def changed_settings(rules: RuleSet, issued: RuleSet) -> tuple[str, ...]:
    """Return which settings of a rule set are not as it was issued, in the order of an election."""
    return tuple(name for name in SETTING_TOPICS if getattr(rules, name) != getattr(issued, name))


def as_edited(rules: RuleSet, issued: RuleSet | None) -> RuleSet:
    """Return the rules as they may be cited: "…, đã sửa", the articles of what was changed gone.

    `issued` is the shipped rule set of the same id and version, None where there is none to
    compare with. An article that somebody wrote in another way stays: it is theirs.
    """
    if issued is None or (rules.id, rules.version) != (issued.id, issued.version):
        return rules
    changed = changed_settings(rules, issued)
    if not changed:
        return rules
    left = {SETTING_TOPICS[name] for name in changed}
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

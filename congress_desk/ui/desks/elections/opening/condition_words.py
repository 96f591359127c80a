"""What the panel says of a condition: its title, its figures, its article and where to mend it."""

from __future__ import annotations

from congress_desk.domain.opening.facts import Condition, Topic
from congress_desk.i18n import article_said, finding_text, grouped, message, with_decimal_mark

LONGEST_ARTICLE = 24


def title_of(condition: Condition) -> str:
    """Return what a condition is about, or what is missing."""
    if condition.finding is not None:
        return finding_text(condition.finding)
    return _said("condition", condition)


def detail_of(condition: Condition, base: str = "") -> str:
    """Return the figures of what is met, or what to do about what is missing.

    `base` says how D comes of those convened.
    """
    if condition.finding is not None:
        return message(f"remedy.{condition.finding.code}")
    if condition.topic is Topic.BASE:
        return base
    return _said("condition_detail", condition)


def article_of(condition: Condition) -> str:
    """Return the article, "" where the rules are cited by their name alone."""
    return article_said(condition.article) if len(condition.article) <= LONGEST_ARTICLE else ""


def place_of(condition: Condition) -> str:
    """Return the name of the place where a condition is seen to."""
    return message(f"mend.{condition.mending.desk or 'form'}")


def remedy_of(condition: Condition) -> str:
    """Return what the button of a missing condition does."""
    return message(f"mend_now.{condition.mending.desk or 'form'}")


def _said(group: str, condition: Condition) -> str:
    params = dict(condition.params)
    if "percent" in params:
        params["percent"] = with_decimal_mark(str(params["percent"]))
    if condition.code == "share_quorum":
        params = {key: grouped(int(number)) for key, number in params.items()}
    return message(f"{group}.{condition.code}", **params)

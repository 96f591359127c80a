"""The surplus of a list as an exact share, against the range of its kind, in one sentence."""

from __future__ import annotations

from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.nomination.steps import NominationFacts
from congress_desk.domain.rules.articles import bracketed
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.result.words import percent_text


def surplus_sentence(facts: NominationFacts) -> str:
    """Return seats and names, the surplus now, with all who still stand, and what is allowed."""
    now, then = facts.surplus, facts.prospect
    parts = [
        tr("{names} names for {seats} seats", names=now.candidates, seats=now.seats),
        _surplus(now),
    ]
    if then.candidates != now.candidates:
        parts.append(
            tr("with all who are proposed {names}: {surplus}", names=then.candidates,
               surplus=_surplus(then))
        )  # fmt: skip
    parts.append(_allowed(now, facts.rules))
    return " · ".join(filter(None, parts))


def _surplus(found: Surplus) -> str:
    if found.number <= 0:
        return tr("no surplus") if found.number == 0 else tr("{count} too few", count=-found.number)
    return tr(
        "surplus {number}/{seats} = {percent}%",
        number=found.number,
        seats=found.seats,
        percent=percent_text(found.percent),
    )


def _allowed(found: Surplus, rules: RuleSet) -> str:
    """Return the range that the rules give this kind of election, "" where they give none."""
    if not found.has_rules(rules):
        return tr("no surplus is asked of this kind of election")
    article = found.article(rules)
    if people := found.most_people(rules):
        words = tr("at most {count} more", count=people)
    else:
        words = tr(
            "prepared {low}–{high}%, at most {limit}%",
            low=rules.surplus_prepared_min,
            high=rules.surplus_prepared_max,
            limit=rules.surplus_max,
        )
    return f"{words} ({bracketed(article)})" if article else words

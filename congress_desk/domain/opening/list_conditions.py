"""What the rules want of the list before a round opens: surplus, who may stand, order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding, list_findings
from congress_desk.domain.elections.lists.candidate_list import Surplus, in_list_order
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.opening.facts import (
    Condition,
    Mending,
    OpeningFacts,
    Topic,
    met,
    missing,
    unmet_by,
)

_PREPARED_ALONE = "surplus_outside_prepared"


def surplus(facts: OpeningFacts) -> Iterator[Condition]:
    """The list is longer than the seats, and not longer than the rules of this kind allow."""
    if facts.round_kind is RoundKind.TIE:
        return
    rules, mending = facts.rules, _list_place(facts)
    size = Surplus(candidates=len(facts.candidates), seats=facts.seats, kind=facts.election.kind)
    if not size.has_rules(rules) and size.number >= 0:
        return
    finding = _surplus_finding(facts)
    if finding is not None and not (facts.surplus_reason and size.above_max(rules)):
        yield unmet_by(Topic.SURPLUS, mending, finding)
        return
    people = size.most_people(rules)
    code = "surplus_small" if people else "surplus"
    numbers: dict[str, str | int] = {
        "surplus": size.number,
        "percent": size.percent,
        "limit": people or rules.surplus_max,
        "reason": facts.surplus_reason,
    }
    if finding is not None:
        code = "surplus_with_reason"
    yield met(Topic.SURPLUS, mending, code, size.article(rules), **numbers)


def _surplus_finding(facts: OpeningFacts) -> Finding | None:
    """Return what the rules say against the length of the list; of a later round it may be equal.

    Outside what should be prepared is to be looked at, and no condition.
    """
    found = list_findings(
        facts.candidates, facts.seats, facts.rules, facts.election.kind, facts.round_kind
    )
    passed = {_PREPARED_ALONE} if facts.is_first_vote else {_PREPARED_ALONE, "surplus_none"}
    return next(
        (
            finding
            for finding in found
            if finding.code.startswith(("surplus_", "fewer_")) and finding.code not in passed
        ),
        None,
    )


def among(facts: OpeningFacts) -> Iterator[Condition]:
    """Whoever stands was elected in the election before, where only those may stand."""
    for finding in facts.among_findings:
        yield unmet_by(Topic.AMONG, _list_place(facts), finding)
    if facts.among and not facts.among_findings:
        yield met(Topic.AMONG, _list_place(facts), "among", title=facts.among)


def order(facts: OpeningFacts) -> Iterator[Condition]:
    """The list is fixed as the ballots print it, in the order of the rules."""
    if not facts.is_first_vote:
        return
    article, mending = facts.rules.own_article("ballot"), _list_place(facts)
    listed = [c.id for c in facts.candidates]
    by_rule = in_list_order(facts.candidates, facts.rules.list_order)
    if not facts.election.frozen:
        yield missing(
            Topic.ORDER, mending, "list_not_frozen", article, candidates=len(facts.candidates)
        )
    elif listed != [c.id for c in by_rule]:
        yield missing(
            Topic.ORDER, mending, "list_not_in_order", article, name=_first_moved(facts, by_rule)
        )
    else:
        yield met(Topic.ORDER, mending, "list_in_order", article, candidates=len(facts.candidates))


def _first_moved(facts: OpeningFacts, by_rule: Sequence[Candidate]) -> str:
    pairs = zip(facts.candidates, by_rule, strict=True)
    return next(here.name for here, wanted in pairs if here.id != wanted.id)


def _list_place(facts: OpeningFacts) -> Mending:
    return Mending(desk="elections", record=facts.election.id)

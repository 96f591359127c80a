"""What the rules say of one post and of a small cell: who may stand, and who elects directly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.text.name_order import name_key

POSTS = (ElectionKind.SECRETARY, ElectionKind.DEPUTY)


def among_findings(
    candidates: Sequence[Candidate],
    among: ElectionCourse,
    people: Sequence[int],
    elected_people: Mapping[int, int],
) -> list[Finding]:
    """Return the candidates who are not of those elected in the election before.

    `people` are the numbers of the candidates in the register in their order, `elected_people`
    those of the elected by candidate, 0 where nobody knows: then the name tells.
    """
    elected = {(s.name, elected_people.get(s.candidate_id, 0)) for s in among.elected}
    title = among.election.title
    if not among.complete or not elected:
        return [_said("among_not_elected_yet", title=title)] if candidates else []
    return [
        _said("candidate_not_of_committee", name=candidate.name, title=title)
        for candidate, person in zip(candidates, people, strict=True)
        if not _is_of(candidate, person, elected)
    ]


def _is_of(candidate: Candidate, person: int, elected: Iterable[tuple[str, int]]) -> bool:
    """Say whether a candidate is one of the elected: by person where both are of the register."""
    key = name_key(candidate.name)
    return any(
        person == other if person and other else key == name_key(name) for name, other in elected
    )


def direct_findings(
    found: Election, elections: Iterable[Election], members: int, rules: RuleSet
) -> list[Finding]:
    """Return what holds for a cell of so many official members: below the number no committee.

    From the number on the committee is elected first and the post among it. 0 members or 0 in
    the rules: nothing is said.
    """
    below = rules.direct_below
    if not below or not members:
        return []
    if members < below and found.kind is ElectionKind.COMMITTEE:
        return [_said("cell_elects_directly", members=members, below=below)]
    committee = any(other.kind is ElectionKind.COMMITTEE for other in elections)
    if members >= below and found.kind in POSTS and not committee:
        return [_said("cell_elects_committee_first", members=members, below=below)]
    return []


def planned_findings(candidates: Sequence[Candidate]) -> list[Finding]:
    """Return those who were meant for a post and were not elected to the committee."""
    return [_said("planned_not_elected", name=candidate.name) for candidate in candidates]


def _said(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, params=params)

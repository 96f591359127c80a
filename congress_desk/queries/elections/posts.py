"""What is to be said of an election of posts: who may stand, what a small cell elects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.choices import planned_missing
from congress_desk.domain.decisions.posts import (
    POSTS,
    among_findings,
    direct_findings,
    planned_findings,
)
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.people.person import CongressKind, PersonKind
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.queries.congress import congress, people
from congress_desk.queries.elections.candidate_people import people_of_candidates
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import election, elections
from congress_desk.storage.congress_file import CongressFile

_OFFICIAL = (PersonKind.OFFICIAL, PersonKind.EX_OFFICIO, PersonKind.APPOINTED)


def not_among(
    file: CongressFile, found: Election, candidates: Sequence[Candidate]
) -> tuple[Finding, ...]:
    """Return which of these names were not elected before, where only those may stand."""
    if not found.among_id:
        return ()
    among = election_course(file, found.among_id)
    listed = among.election.candidates
    known = zip(listed, people_of_candidates(file, found.among_id, listed), strict=True)
    people_now = people_of_candidates(file, found.id, tuple(candidates))
    return tuple(
        among_findings(
            candidates,
            among,
            [person.id for person in people_now],
            {candidate.id: person.id for candidate, person in known},
        )
    )


def may_not_stand(
    file: CongressFile, found: Election, candidates: Sequence[Candidate]
) -> tuple[Finding, ...]:
    """Return which of these names may not stand, by the election or as a cell of the Party.

    A cell of so many members elects its posts among its committee, whatever the election says.
    """
    among = found.among_id or _committee_of_cell(file, found)
    return not_among(file, replace(found, among_id=among), candidates)


def post_findings(file: CongressFile, election_id: int) -> tuple[Finding, ...]:
    """Return who may not stand, who was meant for a post, and what a small cell elects."""
    found, whole = election(file, election_id), congress(file)
    course = election_course(file, election_id)
    findings = planned_findings(planned_missing(course))
    findings += may_not_stand(file, found, found.candidates)
    findings += direct_findings(found, elections(file), _members_of_cell(file, whole), whole.rules)
    return tuple(findings)


def congress_of_papers(file: CongressFile) -> Congress:
    """Return the congress as its papers call it: a cell with few members has no committee."""
    whole = congress(file)
    members = _members_of_cell(file, whole)
    return replace(whole, no_committee=0 < members < whole.rules.direct_below)


def _members_of_cell(file: CongressFile, whole: Congress) -> int:
    """Return the official members of a Party cell, 0 of any other body."""
    if whole.details.kind is CongressKind.DELEGATES or likely_kind(whole) != BRANCH:
        return 0
    return sum(person.kind in _OFFICIAL for person in people(file))


def _committee_of_cell(file: CongressFile, found: Election) -> int:
    """Return the election of the committee of a cell that has one, for a post; else 0."""
    whole = congress(file)
    below, members = whole.rules.direct_below, _members_of_cell(file, whole)
    if found.kind not in POSTS or not below or members < below:
        return 0
    committees = (e.id for e in elections(file) if e.kind is ElectionKind.COMMITTEE)
    return next(committees, 0)

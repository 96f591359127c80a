"""What is to be said of an election of posts: who may stand, what a small cell elects."""

from __future__ import annotations

from congress_desk.domain.decisions.choices import planned_missing
from congress_desk.domain.decisions.posts import among_findings, direct_findings, planned_findings
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.people.person import CongressKind, PersonKind
from congress_desk.domain.preparation.template_kinds import BRANCH, likely_kind
from congress_desk.queries.congress import congress, people
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import election, elections
from congress_desk.storage.congress_file import CongressFile

_OFFICIAL = (PersonKind.OFFICIAL, PersonKind.EX_OFFICIO, PersonKind.APPOINTED)


def post_findings(file: CongressFile, election_id: int) -> tuple[Finding, ...]:
    """Return who may not stand, who was meant for a post, and what a small cell elects."""
    found, whole = election(file, election_id), congress(file)
    course = election_course(file, election_id)
    findings = planned_findings(planned_missing(course))
    if found.among_id:
        findings += among_findings(found.candidates, election_course(file, found.among_id))
    if whole.details.kind is not CongressKind.DELEGATES and likely_kind(whole) == BRANCH:
        members = sum(person.kind in _OFFICIAL for person in people(file))
        findings += direct_findings(found, elections(file), members, whole.rules)
    return tuple(findings)

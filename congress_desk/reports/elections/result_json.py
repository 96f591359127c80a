"""The result as JSON: the contract other programs rely on. Adding is free, renaming is not."""

from __future__ import annotations

from typing import Any

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode, mark_mode
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.result import (
    CandidateOutcome,
    CandidateResult,
    Majority,
    RoundOutcome,
    RoundResult,
)
from congress_desk.domain.elections.round import Accounting
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.i18n import finding_text

NOT_BEGUN = "not_begun"


def result_json(sheet: RoundSheet) -> dict[str, Any]:
    """Return the result of a round; messages are in the language in use."""
    result = sheet.result
    return {
        "congress": _congress(sheet.congress),
        "election": {
            "id": sheet.election.code,
            "title": sheet.election.title,
            "seats": sheet.round.seats,
            "round": sheet.round.number,
            "mark_mode": sheet.round.mode.value,
            "kind": sheet.election.kind.value,
            "round_kind": sheet.round.kind.value,
            "state": sheet.round.state.value,
        },
        "accounting": {
            **_people_and_papers(result.accounting),
            "valid": result.valid,
            "invalid": result.invalid,
            "invalid_by_reason": {
                reason.value: count for reason, count in result.invalid_by_reason.items()
            },
        },
        **_shares(sheet),
        "majority": _majority(result.majority),
        "candidates": [_candidate(candidate) for candidate in result.candidates],
        "elected": list(result.elected),
        "tied": list(result.tied),
        "outcome": result.outcome.value,
        "next_steps": _next_steps(result),
        "findings": [_finding(finding) for finding in sheet.findings],
        "code": sheet.head.code,
    }


def _shares(sheet: RoundSheet) -> dict[str, Any]:
    """Return the shares behind the ballots, where shares vote."""
    if sheet.round.mode is not MarkMode.CUMULATIVE:
        return {}
    values = {
        "total": sheet.round.all_shares,
        "issued": sheet.round.shares,
        "valid": sheet.tally.shares_valid,
        "invalid": sheet.tally.shares_invalid,
    }
    return {"shares": values}


def no_round_json(congress: Congress, election: Election) -> dict[str, Any]:
    """Return the same shape for an election not begun: round 0, nothing known, nobody decided."""
    candidates = election.candidates
    names = candidate_names(candidates)
    return {
        "congress": _congress(congress),
        "election": {
            "id": election.code,
            "title": election.title,
            "seats": election.seats,
            "round": 0,
            "mark_mode": mark_mode(len(candidates), election.seats, congress.rules.votes).value,
            "kind": election.kind.value,
            "round_kind": None,
            "state": NOT_BEGUN,
        },
        "accounting": {
            "convened": None,
            "present": None,
            "issued": None,
            "returned": None,
            "valid": 0,
            "invalid": 0,
            "invalid_by_reason": {},
        },
        "majority": {"base": congress.rules.base.value, "of": None, "needed": None},
        "candidates": [
            _unvoted(place, c, names[c.id]) for place, c in enumerate(candidates, start=1)
        ],
        "elected": [],
        "tied": [],
        "outcome": RoundOutcome.INCOMPLETE.value,
        "next_steps": [],
        "findings": [],
        "code": "",
    }


def _congress(congress: Congress) -> dict[str, Any]:
    return {
        "name": congress.details.name,
        "rule_set": congress.rules.id,
        "state": congress.state.value,
    }


def _people_and_papers(accounting: Accounting) -> dict[str, Any]:
    return {
        "convened": accounting.convened,
        "present": accounting.present,
        "issued": accounting.issued,
        "returned": accounting.returned,
    }


def _majority(majority: Majority) -> dict[str, Any]:
    return {
        "base": majority.base.value,
        "of": majority.of,
        "needed": majority.needed,
        "required": majority.required,
        "more_than": majority.more_than,
        "compare": majority.compare.value,
        "article": majority.article,
    }


def _candidate(result: CandidateResult) -> dict[str, Any]:
    return {
        "position": result.position,
        "name": result.candidate.name,
        "printed_name": result.name,
        "born": result.candidate.born,
        "role": result.candidate.role,
        "votes": result.votes,
        "against": result.against,
        "uncounted": result.uncounted,
        "percent": result.percent,
        "outcome": result.outcome.value,
    }


def _unvoted(position: int, candidate: Candidate, name: str) -> dict[str, Any]:
    return {
        "position": position,
        "name": candidate.name,
        "printed_name": name,
        "born": candidate.born,
        "role": candidate.role,
        "votes": 0,
        "against": 0,
        "uncounted": 0,
        "percent": "",
        "outcome": CandidateOutcome.UNDECIDED.value,
    }


def _next_steps(result: RoundResult) -> list[str]:
    return [step.value for step in result.next_steps]


def _finding(finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding_text(finding),
    }
    if finding.article:
        values["article"] = finding.article
    if finding.waived_by:
        values["waived_by"] = finding.waived_by
        values["waived_reason"] = finding.waived_reason
    return values

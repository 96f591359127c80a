"""The gate: every sum holds or a named person wrote why, and two people confirm."""

from __future__ import annotations

import json
from typing import Any

from congress_desk.actions.elections.rounds import counting_round
from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend, two_who_unlock
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.elections.confirmers import check_confirmers, confirmer_findings
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import Finding, waiver_key
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState, Waiver
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.i18n import finding_text
from congress_desk.queries.elections.passes.agreement import agreement_problems
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.elections.result_json import result_json
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections


@guarded
def waive_finding(
    file: CongressFile, round_id: int, finding: Finding, *, name: str, reason: str, actor: str
) -> Waiver | Refusal:
    """Let a finding stand: a named person writes why. Numbers that change later ask again."""
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    name, reason = clean_text(name), clean_text(reason)
    if not finding.waivable:
        return refuse("finding_not_waivable")
    if not name or not reason:
        return refuse("waiver_incomplete")
    refusal = too_long(name, NAME_LIMIT) or too_long(reason, LONG_TEXT_LIMIT)
    if refusal:
        return refusal
    code = waiver_key(finding)
    if any(w.code == code for w in reading_elections.waivers(file, round_id)):
        return refuse("waiver_twice")
    with file.act(
        "waive_finding", actor=actor, round_id=round_id, name=name, reason=reason, finding=code
    ) as act:
        act.insert("waiver", round_id=round_id, code=code, name=name, reason=reason, at=act.at)
    return next(w for w in reading_elections.waivers(file, round_id) if w.code == code)


@guarded
def declare_result(
    file: CongressFile,
    round_id: int,
    *,
    first: str,
    second: str,
    actor: str,
    reason: str = "",
    unlocked: Unlock | None = None,
) -> RoundSheet | Refusal:
    """Declare and seal a round: its result is recounted, stored, and confirmed by two people.

    They are of the counting board or the presidium, and no candidates; `reason` says why somebody
    else confirms, and stands in the findings. Where operators are defined, the two are those who
    unlocked the round.
    """
    found = counting_round(file, round_id)
    if isinstance(found, Refusal):
        return found
    two = two_who_unlock(file, "declare_result", round_id, unlocked, (first, second))
    if isinstance(two, Refusal):
        return two
    first, second, reason = clean_text(two[0]), clean_text(two[1]), clean_text(reason)
    sheet = round_sheet(file, round_id)
    refusal = (
        too_long(first, NAME_LIMIT)
        or too_long(second, NAME_LIMIT)
        or too_long(reason, LONG_TEXT_LIMIT)
        or check_confirmers((first, second), sheet.confirmers, _candidates(sheet), reason)
    )
    if refusal:
        return refusal
    if sheet.blocking:
        return Refusal(tuple(_blocked(finding) for finding in sheet.blocking))
    if sheet.result.outcome is RoundOutcome.INCOMPLETE:
        return refuse("round_incomplete")
    with file.act(
        "declare_result",
        actor=actor,
        backup=True,
        round_id=round_id,
        code=sheet.election.code,
        number=found.number,
        outcome=f"round_outcome.{sheet.result.outcome.value}",
        first=first,
        second=second,
    ) as act:
        for place, name in enumerate((first, second), start=1):
            act.insert("confirmation", round_id=round_id, place=place, name=name)
        for finding in confirmer_findings((first, second), sheet.confirmers):
            act.insert(
                "waiver",
                round_id=round_id,
                code=waiver_key(finding),
                name=str(finding.params["name"]),
                reason=reason,
                at=act.at,
            )
        act.update(
            "round",
            round_id,
            state=RoundState.DECLARED.value,
            declared_at=act.at,
            result=stored_text(sheet),
        )
    spend(file, unlocked)
    return round_sheet(file, round_id)


def _candidates(sheet: RoundSheet) -> tuple[Candidate, ...]:
    return (*sheet.election.candidates, *sheet.round.candidates)


def recount_problems(file: CongressFile) -> list[Problem]:
    """Return every declared round whose ballots no longer give the result that was declared.

    And every bundle whose ballots that count do not follow from its passes.
    """
    found = list(agreement_problems(file))
    for election in reading_elections.elections(file):
        for declared in reading_elections.rounds(file, election.id):
            if declared.state is not RoundState.DECLARED:
                continue
            sheet = round_sheet(file, declared.id)
            stored = json.loads(reading_elections.stored_result(file, declared.id))
            if not _agrees(_numbers(stored), json.loads(stored_text(sheet))):
                found.append(problem("result_differs", code=election.code, number=declared.number))
    return found


def stored_text(sheet: RoundSheet) -> str:
    """Return the numbers of a result as the text that is kept when it is declared."""
    kept = ("accounting", "majority", "candidates", "elected", "tied", "outcome")
    result = result_json(sheet)
    return json.dumps({key: result[key] for key in kept}, ensure_ascii=False, sort_keys=True)


def _numbers(stored: dict[str, Any]) -> dict[str, Any]:
    """Return a stored result without its words, which a later program may choose otherwise."""
    majority = {key: value for key, value in stored["majority"].items() if key != "article"}
    words = ("printed_name", "born", "role")
    candidates = [
        {key: value for key, value in each.items() if key not in words}
        for each in stored["candidates"]
    ]
    return {**stored, "majority": majority, "candidates": candidates}


def _agrees(stored: Any, computed: Any) -> bool:
    # A later program may tell more of a result than was stored; it may not tell it otherwise.
    if isinstance(stored, dict) and isinstance(computed, dict):
        return all(
            key in computed and _agrees(value, computed[key]) for key, value in stored.items()
        )
    if isinstance(stored, list) and isinstance(computed, list):
        return len(stored) == len(computed) and all(map(_agrees, stored, computed))
    return bool(stored == computed)


def _blocked(finding: Finding) -> Problem:
    return problem("gate_closed", article=finding.article, finding=finding_text(finding))

"""The call `result`: what rounds gave, as JSON."""

from __future__ import annotations

import argparse
import json
from typing import Any

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import RoundState
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.round_context import round_context
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.elections.decisions_json import course_json, decisions_json
from congress_desk.reports.elections.result_json import no_round_json, result_json
from congress_desk.storage.congress_file import CongressFile


def result(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Print the newest round of every election, or one election, or one of its rounds."""
    answer: Any
    if options.election is None:
        answer = [_result_of(file, election, None) for election in elections(file)]
        refused = next((t for t in answer if isinstance(t, Refusal)), None)
    else:
        election = election_by_code(file, options.election)
        answer = (
            election if isinstance(election, Refusal) else _result_of(file, election, options.round)
        )
        refused = answer if isinstance(answer, Refusal) else None
    if refused is not None:
        return refused
    print(json.dumps(answer, ensure_ascii=False, indent=1))
    return 0


def _result_of(
    file: CongressFile, election: Election, number: int | None
) -> dict[str, Any] | Refusal:
    held = rounds(file, election.id)
    if number is None:
        counted = [r for r in held if r.state is not RoundState.CANCELLED]
        if not counted:
            answer = no_round_json(congress(file), election)
            return {**answer, "in_all": course_json(election_course(file, election.id))}
        return _round_json(file, counted[-1].id)
    for found in sorted(held, key=lambda r: (r.stands, r.id), reverse=True):
        if found.number == number:
            return _round_json(file, found.id)
    place = Place(file=file.path.name)
    return refuse("round_number_unknown", place, code=election.code, number=number, held=len(held))


def _round_json(file: CongressFile, round_id: int) -> dict[str, Any]:
    return {
        **result_json(round_sheet(file, round_id)),
        **decisions_json(round_context(file, round_id)),
    }

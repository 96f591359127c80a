"""The act of looking from a candidate's votes to the sheets: told in the journal, kept nowhere."""

from __future__ import annotations

from congress_desk.actions.elections.decisions import check_two
from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.elections.checks.trace import BundleTrace, vote_trace
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.same_name import is_among
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.rounds import running_sheet
from congress_desk.queries.operators import are_defined
from congress_desk.storage.congress_file import CongressFile


@guarded
def trace_votes(
    file: CongressFile,
    round_id: int,
    candidate_id: int,
    *,
    first: str = "",
    second: str = "",
    actor: str,
) -> tuple[BundleTrace, ...] | Refusal:
    """Return which sheets give a candidate a vote, for the board alone.

    With operators it is the head's; without, two people give their names: of the counting board
    both, as far as it is known, and none of the candidates. Not before the last ballot is in: it
    would tell how the count stands.
    """
    first, second = clean_text(first), clean_text(second)
    sheet = running_sheet(file, round_id)
    if are_defined(file):
        first, second = actor, ""
    elif refusal := check_two(first, second) or _check_board(sheet, (first, second)):
        return refusal
    not_agreed = sheet.passes is not None and sheet.passes.not_agreed
    if sheet.result.entered != sheet.result.accounting.returned or not_agreed:
        return refuse("trace_too_early", number=sheet.round.number)
    if candidate_id not in {candidate.id for candidate in sheet.round.candidates}:
        return refuse("paper_not_of_round")
    with file.act(
        "trace_votes",
        actor=actor,
        code=sheet.election.code,
        number=sheet.round.number,
        name=sheet.names[candidate_id],
        people=" – ".join(filter(None, (first, second))),
    ):
        pass
    return vote_trace(ballots(file, round_id), candidate_id, sheet.round.mode)


def _check_board(sheet: RoundSheet, names: tuple[str, str]) -> Refusal | None:
    """Say why these two are not the board; one of a board of one has somebody else beside."""
    board = [duty.name for duty in sheet.board]
    for name in names:
        if is_among(name, sheet.names.values()):
            return refuse("trace_is_candidate", name=name)
    outside = [name for name in names if not is_among(name, board)]
    if len(outside) > max(0, len(names) - len(board)):
        return refuse("trace_not_of_board", name=outside[0])
    return None

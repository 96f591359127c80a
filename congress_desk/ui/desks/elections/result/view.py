"""What the result screen shows of a round, read in one question."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.decisions.plan import RoundPlan
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.errors import Refusal
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.next_round import next_round
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.structure import PeopleSet, SetKind, StructureView, structure_view
from congress_desk.storage.congress_file import CongressFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """A declared round; `later` is the round held after it, `plan` what may be held now.

    `elected_in_all` counts those elected in all rounds of the election together; `structure` is
    that of the elected of this round.
    """

    sheet: RoundSheet
    later: Round | None
    plan: RoundPlan | Refusal
    elected_in_all: int
    structure: StructureView


def result_view(file: CongressFile, round_id: int) -> ResultView:
    """Return a declared round and what came or may come after it."""
    sheet = round_sheet(file, round_id)
    held = rounds(file, sheet.election.id)
    elected = PeopleSet(kind=SetKind.ELECTED, election_id=sheet.election.id, round_id=round_id)
    later = [
        found
        for found in held
        if found.id > sheet.round.id and found.state is not RoundState.CANCELLED
    ]
    return ResultView(
        sheet=sheet,
        later=later[0] if later else None,
        plan=next_round(file, sheet.election.id),
        elected_in_all=len(election_course(file, sheet.election.id).elected),
        structure=structure_view(file, elected),
    )

"""What the next round of an election is about, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.result import RoundOutcome, rounds_used_up
from congress_desk.domain.elections.round import Round, RoundKind, RoundState
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.rounds import counted_rounds, round_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import elections as reading_elections


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """What the next round is about: why it is held, who stands, for how many seats."""

    kind: RoundKind
    candidates: tuple[Candidate, ...]
    seats: int


def next_round(file: CongressFile, election_id: int) -> RoundPlan | Refusal:
    """Return what the rules give for the next round, or why there is none (244 Điều 32)."""
    if congress(file).state is CongressState.CLOSED:
        return refuse("congress_closed")
    found = election(file, election_id)
    held = held_rounds(reading_elections.rounds(file, election_id))
    if not held:
        return RoundPlan(kind=RoundKind.FIRST, candidates=found.candidates, seats=found.seats)
    last = held[-1]
    if last.state is RoundState.COUNTING:
        return refuse("round_still_open", code=found.code, number=last.number)
    sheet = round_sheet(file, last.id)
    outcome = sheet.result.outcome
    if outcome is RoundOutcome.VOID:
        return RoundPlan(kind=last.kind, candidates=last.candidates, seats=last.seats)
    if outcome is RoundOutcome.TIE:
        rules = congress(file).rules
        if rounds_used_up(counted_rounds(file, held), rules):
            return _no_more_rounds(found, rules)
        tied = tuple(sheet.result.by_position(p).candidate for p in sheet.result.tied)
        seats = last.seats - len(sheet.result.elected)
        return RoundPlan(kind=RoundKind.TIE, candidates=tied, seats=seats)
    if outcome is RoundOutcome.COMPLETE:
        return _after_complete(file, found, held)
    return _after_short(file, found, held)


def _after_complete(
    file: CongressFile, found: Election, held: Sequence[Round]
) -> RoundPlan | Refusal:
    if found.seats > len(elected_ids(file, held)):
        return _after_short(file, found, held)
    return refuse("election_complete", code=found.code)


def _after_short(file: CongressFile, found: Election, held: Sequence[Round]) -> RoundPlan | Refusal:
    rules = congress(file).rules
    if rounds_used_up(counted_rounds(file, held), rules):
        return _no_more_rounds(found, rules)
    elected = elected_ids(file, held)
    left = tuple(c for c in held[0].candidates if c.id not in elected)
    return RoundPlan(kind=RoundKind.AGAIN, candidates=left, seats=found.seats - len(elected))


def _no_more_rounds(found: Election, rules: RuleSet) -> Refusal:
    return refuse(
        "rounds_used_up", article=rules.article("rounds"), code=found.code, most=rules.rounds_max
    )


def elected_ids(file: CongressFile, held: Sequence[Round]) -> set[int]:
    """Return the candidates elected in these declared rounds together."""
    return {
        sheet.result.by_position(position).candidate.id
        for found in held
        if found.state is RoundState.DECLARED
        for sheet in [round_sheet(file, found.id)]
        for position in sheet.result.elected
    }

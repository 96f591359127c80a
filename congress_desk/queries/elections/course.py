"""An election with all its rounds and decisions, and what may be decided now."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.decisions.choices import AfterRound, after_round
from congress_desk.domain.decisions.course import ElectionCourse, HeldRound
from congress_desk.domain.decisions.decision import Decision
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.people.person import CongressKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import decisions as reading_decisions
from congress_desk.storage.reading.elections import lists as reading_elections


def election_course(file: CongressFile, election_id: int) -> ElectionCourse:
    """Return an election from its first round to its last decision."""
    return file.remembered("course", election_id, lambda: _course(file, election_id))


def _course(file: CongressFile, election_id: int) -> ElectionCourse:
    return ElectionCourse(
        election=election(file, election_id),
        rounds=held(file, held_rounds(reading_elections.rounds(file, election_id))),
        decisions=reading_decisions.decisions(file, election_id),
    )


def held(file: CongressFile, rounds: Sequence[Round]) -> tuple[HeldRound, ...]:
    """Return rounds with their results; one that is counted has none yet."""
    return tuple(
        HeldRound(
            round=found,
            result=None
            if found.state is RoundState.COUNTING
            else round_sheet(file, found.id).result,
        )
        for found in rounds
    )


def what_may_follow(file: CongressFile, election_id: int) -> AfterRound:
    """Return what may be decided after the newest round of an election."""
    whole = congress(file)
    return after_round(
        election_course(file, election_id),
        whole.rules,
        members=whole.details.kind is not CongressKind.DELEGATES,
        later=reading_elections.later_candidates(file, election_id),
    )


def decision(file: CongressFile, decision_id: int) -> Decision:
    """Return one decision; KeyError when there is none of this id."""
    found = reading_decisions.decision(file, decision_id)
    if found is None:
        raise KeyError(decision_id)
    return found

"""Where an election stands by its rounds, and the one thing to do next with it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import Round, RoundState


class Stage(StrEnum):
    """Where an election stands; after a declared round, what became of it."""

    NO_LIST = "no_list"
    NOT_OPENED = "not_opened"
    COUNTING = "counting"
    COUNTED = "counted"
    COMPLETE = "complete"
    TIE = "tie"
    SHORT = "short"
    VOID = "void"
    ANNULLED = "annulled"
    STOPPED = "stopped"


class Step(StrEnum):
    """The one thing to do next with an election."""

    EDIT_LIST = "edit_list"
    OPEN_ROUND = "open_round"
    COUNT = "count"
    DECLARE = "declare"
    SEE_RESULT = "see_result"


_STEPS = {
    Stage.NO_LIST: Step.EDIT_LIST,
    Stage.NOT_OPENED: Step.OPEN_ROUND,
    Stage.COUNTING: Step.COUNT,
    Stage.COUNTED: Step.DECLARE,
}
_AFTER = {RoundOutcome.VOID: Stage.VOID, RoundOutcome.TIE: Stage.TIE}


def held_rounds(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """Return the rounds that were not cancelled, in their order."""
    return tuple(found for found in rounds if found.state is not RoundState.CANCELLED)


def all_entered(last: Round, entered: int) -> bool:
    """Say whether as many ballots are in as came back."""
    return last.accounting.returned == entered


def stage_of(
    election: Election,
    last: Round | None,
    *,
    entered: int,
    outcome: RoundOutcome | None,
    elected: int,
    complete: bool | None = None,
    stopped: bool = False,
) -> Stage:
    """Return where an election stands by its newest round that was not cancelled.

    `outcome` is None unless that round was declared; `elected` counts those of all rounds.
    `complete` says that nothing is left to elect, where a decision may have settled it; else the
    numbers tell. `stopped`: it was stopped to report upward.
    """
    filled = elected >= election.seats if complete is None else complete
    if last is None:
        if filled and complete is not None:
            return Stage.COMPLETE
        return Stage.NOT_OPENED if election.candidates else Stage.NO_LIST
    if last.state is RoundState.COUNTING:
        return Stage.COUNTED if all_entered(last, entered) else Stage.COUNTING
    if last.annulled_by:
        return Stage.ANNULLED
    if filled and outcome is not RoundOutcome.VOID:
        return Stage.COMPLETE
    if stopped:
        return Stage.STOPPED
    return _AFTER.get(outcome, Stage.SHORT) if outcome else Stage.SHORT


def step_after(stage: Stage) -> Step:
    """Return the one thing to do next."""
    return _STEPS.get(stage, Step.SEE_RESULT)

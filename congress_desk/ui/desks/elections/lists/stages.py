"""Where an election stands, in words, and the one thing to do next with it."""

from __future__ import annotations

from enum import StrEnum

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.errors import Refusal
from congress_desk.i18n import message, tr
from congress_desk.ui.desks.elections.lists.election_view import ElectionView, RoundLine
from congress_desk.ui.records.table_model import Sign


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


class Step(StrEnum):
    """The one thing to do next with an election."""

    EDIT_LIST = "edit_list"
    OPEN_ROUND = "open_round"
    COUNT = "count"
    DECLARE = "declare"
    SEE_RESULT = "see_result"


_SIGNS = {
    Stage.NO_LIST: Sign(icon="triangle-alert", tone="look"),
    Stage.NOT_OPENED: Sign(icon="circle", tone="muted"),
    Stage.COUNTING: Sign(icon="circle-dot", tone="accent"),
    Stage.COUNTED: Sign(icon="stamp", tone="accent"),
    Stage.COMPLETE: Sign(icon="circle-check", tone="holds"),
    Stage.TIE: Sign(icon="triangle-alert", tone="look"),
    Stage.SHORT: Sign(icon="triangle-alert", tone="look"),
    Stage.VOID: Sign(icon="octagon-alert", tone="wrong"),
}
_STEPS = {
    Stage.NO_LIST: Step.EDIT_LIST,
    Stage.NOT_OPENED: Step.OPEN_ROUND,
    Stage.COUNTING: Step.COUNT,
    Stage.COUNTED: Step.DECLARE,
}
_OUTCOMES = {
    RoundOutcome.VOID: Stage.VOID,
    RoundOutcome.TIE: Stage.TIE,
    RoundOutcome.SHORT: Stage.SHORT,
}


def stage_of(view: ElectionView) -> Stage:
    """Return where an election stands by its newest round that was not cancelled."""
    if view.last is None:
        return Stage.NOT_OPENED if view.election.candidates else Stage.NO_LIST
    if view.last.round.state is RoundState.COUNTING:
        return Stage.COUNTED if all_entered(view.last) else Stage.COUNTING
    if view.last.outcome is RoundOutcome.COMPLETE:
        return Stage.COMPLETE if isinstance(view.plan, Refusal) else Stage.SHORT
    return _OUTCOMES[view.last.outcome or RoundOutcome.SHORT]


def step_of(view: ElectionView) -> Step:
    """Return the one thing to do next with an election."""
    return _STEPS.get(stage_of(view), Step.SEE_RESULT)


def stage_sign(view: ElectionView) -> Sign:
    """Return the icon of the stage and its tone."""
    return _SIGNS[stage_of(view)]


def stage_words(view: ElectionView) -> str:
    """Return where an election stands, with its numbers."""
    stage = stage_of(view)
    if view.last is None:
        frozen = stage is Stage.NOT_OPENED and view.election.frozen
        return message("stage.frozen" if frozen else f"stage.{stage.value}")
    returned = view.last.round.accounting.returned
    unknown = stage is Stage.COUNTING and returned is None
    return message(
        "stage.counting_unknown" if unknown else f"stage.{stage.value}",
        number=view.last.round.number,
        entered=view.last.entered,
        returned=returned or 0,
        elected=view.elected,
        seats=view.election.seats,
    )


def step_words(view: ElectionView) -> str:
    """Return the label of the primary button: a verb and a noun."""
    return message(f"step.{step_of(view).value}")


def all_entered(line: RoundLine) -> bool:
    """Say whether as many ballots are in as came back."""
    returned = line.round.accounting.returned
    return returned is not None and line.entered == returned


def round_words(line: RoundLine) -> str:
    """Return what became of a round, or how far its count is."""
    state = line.round.state
    if state is RoundState.CANCELLED:
        return tr("cancelled: {reason}", reason=line.round.cancel_reason)
    if state is RoundState.DECLARED:
        numbers = {"elected": line.elected, "seats": line.round.seats}
        return message(f"round_line.{(line.outcome or RoundOutcome.SHORT).value}", **numbers)
    returned = line.round.accounting.returned
    if returned is None:
        return tr("counting, {entered} ballots entered", entered=line.entered)
    return tr("counting, {entered} of {returned}", entered=line.entered, returned=returned)


def round_sign(line: RoundLine) -> Sign:
    """Return the icon of a round and its tone."""
    if line.round.state is RoundState.CANCELLED:
        return Sign(icon="ban", tone="muted")
    if line.round.state is RoundState.COUNTING:
        return _SIGNS[Stage.COUNTING]
    outcome = line.outcome or RoundOutcome.SHORT
    return _SIGNS[_OUTCOMES.get(outcome, Stage.COMPLETE)]

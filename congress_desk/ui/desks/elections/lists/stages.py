"""Where an election and its rounds stand, in words and signs, and the label of the next step."""

from __future__ import annotations

from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.stages import Stage, Step
from congress_desk.i18n import message, tr
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.elections.election_screen import round_place, screen_place
from congress_desk.ui.desks.elections.lists.election_view import ElectionView, RoundLine
from congress_desk.ui.parts import election_words
from congress_desk.ui.parts.election_words import STAGE_SIGNS
from congress_desk.ui.records.table_model import Sign

_OUTCOMES = {
    RoundOutcome.VOID: Stage.VOID,
    RoundOutcome.TIE: Stage.TIE,
    RoundOutcome.SHORT: Stage.SHORT,
}


def stage_sign(view: ElectionView) -> Sign:
    """Return the icon of the stage and its tone."""
    return STAGE_SIGNS[view.stage]


def stage_words(view: ElectionView) -> str:
    """Return where an election stands, with its numbers."""
    last = view.last
    return election_words.stage_words(
        view.stage,
        view.election,
        last.round if last else None,
        entered=last.entered if last else 0,
        elected=view.elected,
        course=view.course,
    )


def step_place(view: ElectionView) -> DeskPlace:
    """Return where the next step of an election is done."""
    step, last = view.step, view.last
    if step is Step.EDIT_LIST:
        return screen_place("election", view.election.id)
    if last is None and step is Step.SEE_RESULT:
        return screen_place("after", view.election.id)
    if step is Step.OPEN_ROUND or last is None:
        return screen_place("opening", view.election.id)
    return screen_place("gate", last.round.id) if step is Step.DECLARE else round_place(last.round)


def step_words(view: ElectionView) -> str:
    """Return the label of the primary button: a verb and a noun."""
    return message(f"step.{view.step.value}")


def round_words(line: RoundLine) -> str:
    """Return what became of a round, or how far its count is."""
    state = line.round.state
    if state is RoundState.CANCELLED:
        return tr("cancelled: {reason}", reason=line.round.cancel_reason)
    if line.round.annulled_by:
        return tr("the result is annulled")
    if line.round.recounted_by:
        return tr("counted again: the recount stands")
    if state is RoundState.DECLARED:
        numbers = {"elected": line.elected, "seats": line.round.seats}
        return message(f"round_line.{(line.outcome or RoundOutcome.SHORT).value}", **numbers)
    returned = line.round.accounting.returned
    if returned is None:
        return tr("counting, {entered} ballots entered", entered=line.entered)
    return tr("counting, {entered} of {returned}", entered=line.entered, returned=returned)


def round_sign(line: RoundLine) -> Sign:
    """Return the icon of a round and its tone."""
    if not line.round.stands:
        return Sign(icon="ban", tone="muted")
    if line.round.state is RoundState.COUNTING:
        return STAGE_SIGNS[Stage.COUNTING]
    outcome = line.outcome or RoundOutcome.SHORT
    return STAGE_SIGNS[_OUTCOMES.get(outcome, Stage.COMPLETE)]

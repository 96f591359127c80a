"""What is said of a step on the way to the ballot: its sentence, sign, and what does it."""

from __future__ import annotations

from congress_desk.domain.nomination.steps import NominationStep, Stop, StopState
from congress_desk.i18n import article_said, label, message
from congress_desk.ui.desks.elections.result.words import percent_text
from congress_desk.ui.records.table_model import Sign

SIGNS = {
    StopState.DONE: Sign(icon="circle-check", tone="holds"),
    StopState.MISSING: Sign(icon="triangle-alert", tone="look"),
    StopState.NOT_RECORDED: Sign(icon="circle", tone="muted"),
    StopState.NOT_NEEDED: Sign(icon="minus", tone="muted"),
}
# The command that does a step; a list is fixed on the page of the election.
COMMANDS = {
    Stop.NUMBER: "number",
    Stop.COMMITTEE_LIST: "many",
    Stop.NOMINATIONS: "add",
    Stop.WITHDRAWALS: "withdraw",
    Stop.POLL: "poll",
    Stop.LIST: "list",
    Stop.FROZEN: "fix",
    Stop.BOARD: "board",
}


def step_name(stop: Stop) -> str:
    """Return what a step is called."""
    return label("nomination_stop", stop.value)


def step_sentence(step: NominationStep) -> str:
    """Return how a step stands, with its numbers."""
    params = dict(step.params)
    if "percent" in params:
        params["percent"] = percent_text(str(params["percent"]))
    return message(f"nomination_step.{step.code}", **params)


def step_tip(step: NominationStep) -> str:
    """Return the sentence of a step with its article."""
    sentence = step_sentence(step)
    return f"{sentence} — {article_said(step.article)}" if step.article else sentence

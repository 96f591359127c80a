"""Why a command of the way to the ballot is refused just now."""

from __future__ import annotations

from congress_desk.domain.nomination.nominee import Nominee, NomineeState, WithdrawalState
from congress_desk.domain.nomination.opinion_poll import OpinionPoll, people_to_ask
from congress_desk.domain.nomination.steps import first_undone
from congress_desk.i18n import tr
from congress_desk.queries.nomination import NominationView

_OF_A_NAME = frozenset({"source", "support", "put", "leave", "withdraw", "remove"})
_OF_AN_OPEN_LIST = frozenset({"add", "many", "put", "withdraw"})


def why_not(
    name: str, view: NominationView | None, current: Nominee | None, waiting: OpinionPoll | None
) -> str:
    """Return the reason, "" for what is allowed."""
    if name in ("back", "papers"):
        return ""
    if view is None:
        return tr("Choose an election first")
    facts = view.facts
    if name in _OF_AN_OPEN_LIST and facts.election.frozen:
        return tr("The list is fixed; open it again first")
    if name in _OF_A_NAME:
        return _of_a_name(name, current)
    if name == "next":
        return (
            "" if first_undone(view.steps, facts) else tr("Nothing is missing before the ballot.")
        )
    if name == "number" and facts.rounds_held:
        return tr("A round was opened on this list; cancel it first while it is not declared")
    if name == "poll" and waiting is None and not people_to_ask(facts.nominees):
        return tr("Nobody has to be asked about")
    if name == "cancel_poll" and waiting is None:
        return tr("No poll waits for its count")
    if name == "fix" and facts.election.frozen:
        return tr("The list is fixed")
    if name in ("list", "fix") and not facts.election.candidates:
        return tr("Put names on the list first")
    return ""


def _of_a_name(name: str, current: Nominee | None) -> str:
    if current is None:
        return tr("Choose a name first")
    state = current.state
    if name == "put" and state is NomineeState.LISTED:
        return tr("The name is on the list")
    if name == "put" and state is NomineeState.WITHDRAWN:
        return tr("The congress let this name withdraw")
    if name in ("leave", "remove") and state is not NomineeState.PROPOSED:
        return tr("Only for a name that is proposed")
    if name == "support" and not current.is_outside:
        return tr("A name of the committee's list needs no support")
    if name == "withdraw" and not current.stands:
        return tr("The name does not stand any more")
    wish = current.withdrawal
    if name == "withdraw" and wish is not None and wish.state is WithdrawalState.WAITING:
        return tr("The withdrawal waits for its vote on the desk of motions")
    return ""

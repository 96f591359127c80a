"""The steps from the number to elect to the frozen list and the board: done, missing, not needed.

190 Điều 17, 244 Điều 19. A congress that records none of them gets no warning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.motions import Motion, MotionOutcome
from congress_desk.domain.nomination.nominee import (
    Nominee,
    NomineeState,
    Source,
    WithdrawalState,
    standing,
)
from congress_desk.domain.nomination.opinion_poll import (
    OpinionPoll,
    PollReason,
    PollState,
    people_to_ask,
    poll_article,
    poll_reason,
)
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.rules.rule_set import RuleSet


class Stop(StrEnum):
    """The steps in their order."""

    NUMBER = "number"
    COMMITTEE_LIST = "committee_list"
    NOMINATIONS = "nominations"
    WITHDRAWALS = "withdrawals"
    POLL = "poll"
    LIST = "list"
    FROZEN = "frozen"
    BOARD = "board"


class StopState(StrEnum):
    """How a step stands; what nobody records is neither done nor wrong."""

    DONE = "done"
    MISSING = "missing"
    NOT_RECORDED = "not_recorded"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationStep:
    """One step: `code` is its sentence (`nomination_step.<code>` in i18n) with its numbers."""

    stop: Stop
    state: StopState
    code: str
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberVote:
    """A motion on how many are elected and of which structure; `seats_before` once it is set."""

    motion: Motion
    seats: int
    structure: str = ""
    seats_before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationFacts:
    """What the steps rest on. The votes are the last ones on each matter, None without any.

    `list_changed`: names or number are others than those voted on. `board` counts this election
    now; `counters_listed` are those of it who are on the list, `counters_new` those who came after
    the vote on it. `rounds_held` says that ballots were cast already.
    """

    rules: RuleSet
    election: Election
    nominees: tuple[Nominee, ...] = ()
    polls: tuple[OpinionPoll, ...] = ()
    number: NumberVote | None = None
    list_vote: Motion | None = None
    list_changed: bool = False
    board_vote: Motion | None = None
    board: tuple[Duty, ...] = ()
    counters_listed: tuple[Duty, ...] = ()
    counters_new: tuple[Duty, ...] = ()
    rounds_held: bool = False

    @property
    def recorded(self) -> bool:
        """Say whether anything of the way to the ballot was recorded, beside the list itself."""
        of_names = any(nominee.source or nominee.withdrawal for nominee in self.nominees)
        return of_names or bool(self.polls) or self.number is not None

    @property
    def surplus(self) -> Surplus:
        """Return the surplus of the list as it stands."""
        election = self.election
        names = len(election.candidates)
        return Surplus(candidates=names, seats=election.seats, kind=election.kind)

    @property
    def prospect(self) -> Surplus:
        """Return the surplus if every name that still stands came onto the list."""
        names = len(standing(self.nominees))
        return Surplus(candidates=names, seats=self.election.seats, kind=self.election.kind)

    @property
    def poll_reason(self) -> PollReason | None:
        election = self.election
        return poll_reason(self.nominees, election.seats, election.kind, self.rules)


def nomination_steps(facts: NominationFacts) -> tuple[NominationStep, ...]:
    """Return every step in order."""
    return tuple(step(facts) for step in _STEPS)


def first_missing(steps: tuple[NominationStep, ...]) -> NominationStep | None:
    """Return the first step that is missing, None when nothing is."""
    return next((step for step in steps if step.state is StopState.MISSING), None)


def first_undone(
    steps: tuple[NominationStep, ...], facts: NominationFacts
) -> NominationStep | None:
    """Return the step to go on with: the first that is missing, else the first nobody recorded.

    A poll that the rules leave to the congress is nothing to wait for, nor are steps that nobody
    recorded once a round was held.
    """
    missing = first_missing(steps)
    if missing is not None or facts.rounds_held:
        return missing
    left = (step for step in steps if step.state is StopState.NOT_RECORDED)
    return next((step for step in left if step.code != "poll_optional"), None)


def _step(
    stop: Stop, state: StopState, code: str, article: str, /, **params: str | int
) -> NominationStep:
    return NominationStep(stop=stop, state=state, code=code, params=params, article=article)


def _not_done(facts: NominationFacts) -> StopState:
    return StopState.MISSING if facts.recorded else StopState.NOT_RECORDED


def _voted(
    facts: NominationFacts, stop: Stop, vote: Motion | None, article: str, /, **params: str | int
) -> NominationStep:
    """Return the step of a motion: voted, voted down, waiting, or not there."""
    if vote is None or vote.outcome is MotionOutcome.CANCELLED:
        return _step(stop, _not_done(facts), f"{stop}_not_voted", article, **params)
    if vote.hands is None:
        return _step(stop, StopState.MISSING, f"{stop}_waits", article, **params)
    numbers = params | {"in_favour": vote.hands.in_favour, "base": vote.base or 0}
    if vote.outcome is MotionOutcome.CARRIED:
        return _step(stop, StopState.DONE, f"{stop}_voted", article, **numbers)
    return _step(stop, StopState.MISSING, f"{stop}_voted_down", article, **numbers)


def _number(facts: NominationFacts) -> NominationStep:
    rules, election = facts.rules, facts.election
    article = rules.own_article("procedure")
    if facts.number is None and election.kind not in rules.lower_number_kinds:
        seats = election.seats
        return _step(Stop.NUMBER, StopState.NOT_NEEDED, "number_given", "", seats=seats)
    vote = facts.number
    seats = vote.seats if vote else election.seats
    return _voted(facts, Stop.NUMBER, vote.motion if vote else None, article, seats=seats)


def _committee_list(facts: NominationFacts) -> NominationStep:
    article = facts.rules.own_article("procedure")
    count = sum(n.source is Source.COMMITTEE and n.stands for n in facts.nominees)
    if count:
        return _step(Stop.COMMITTEE_LIST, StopState.DONE, "committee_list", article, count=count)
    unknown = sum(nominee.source is None for nominee in standing(facts.nominees))
    code = "committee_list_unknown" if unknown else "committee_list_missing"
    return _step(Stop.COMMITTEE_LIST, _not_done(facts), code, article, count=unknown)


def _nominations(facts: NominationFacts) -> NominationStep:
    article = facts.rules.own_article("floor_nominee")
    outside = [nominee for nominee in facts.nominees if nominee.is_outside]
    numbers = {
        "delegates": sum(nominee.source is Source.DELEGATES for nominee in outside),
        "self": sum(nominee.source is Source.SELF for nominee in outside),
    }
    if not outside:
        return _step(Stop.NOMINATIONS, StopState.NOT_NEEDED, "nominations_none", article)
    waiting = [n for n in outside if n.state is NomineeState.PROPOSED]
    if waiting and _poll(facts).state is StopState.MISSING:
        return _step(Stop.NOMINATIONS, StopState.DONE, "nominations_to_poll", article, **numbers)
    if waiting:
        numbers["waiting"] = len(waiting)
        return _step(Stop.NOMINATIONS, StopState.MISSING, "nominations_waiting", article, **numbers)
    bare = [n.candidate.name for n in outside if n.listed and not n.has_support(facts.rules)]
    if bare:
        names = ", ".join(bare)
        return _step(
            Stop.NOMINATIONS, StopState.MISSING, "nominations_unsupported", article, names=names
        )
    return _step(Stop.NOMINATIONS, StopState.DONE, "nominations_decided", article, **numbers)


def _withdrawals(facts: NominationFacts) -> NominationStep:
    article = facts.rules.own_article("procedure")
    wishes = [nominee.withdrawal for nominee in facts.nominees if nominee.withdrawal]
    waiting = sum(wish.state is WithdrawalState.WAITING for wish in wishes)
    granted = sum(wish.state is WithdrawalState.GRANTED for wish in wishes)
    if not wishes:
        return _step(Stop.WITHDRAWALS, StopState.NOT_NEEDED, "withdrawals_none", article)
    if waiting:
        return _step(
            Stop.WITHDRAWALS, StopState.MISSING, "withdrawals_waiting", article, count=waiting
        )
    numbers = {"granted": granted, "refused": len(wishes) - granted}
    return _step(Stop.WITHDRAWALS, StopState.DONE, "withdrawals_decided", article, **numbers)


def _poll(facts: NominationFacts) -> NominationStep:
    reason = facts.poll_reason
    article = poll_article(reason, facts.rules)
    prepared = [poll for poll in facts.polls if poll.state is PollState.PREPARED]
    counted = [poll for poll in facts.polls if poll.state is PollState.COUNTED]
    left = people_to_ask(facts.nominees)
    if prepared:
        number = prepared[-1].number
        return _step(Stop.POLL, StopState.MISSING, "poll_prepared", article, number=number)
    if left and reason is not None:
        code = f"poll_{reason.value}"
        return _step(Stop.POLL, StopState.MISSING, code, article, count=len(left))
    if counted:
        return _step(Stop.POLL, StopState.DONE, "poll_counted", article, count=len(counted))
    if left:
        return _step(Stop.POLL, StopState.NOT_RECORDED, "poll_optional", article, count=len(left))
    return _step(Stop.POLL, StopState.NOT_NEEDED, "poll_none", article)


def _list(facts: NominationFacts) -> NominationStep:
    surplus = facts.surplus
    numbers: dict[str, str | int] = {
        "candidates": surplus.candidates,
        "seats": surplus.seats,
        "surplus": surplus.number,
        "percent": surplus.percent,
    }
    if not surplus.candidates:
        return _step(Stop.LIST, _not_done(facts), "list_empty", "", **numbers)
    if surplus.number < 0:
        article = facts.rules.own_article("surplus")
        return _step(Stop.LIST, StopState.MISSING, "list_too_short", article, **numbers)
    voted = facts.list_vote is not None and facts.list_vote.hands is not None
    if surplus.number == 0 and surplus.has_rules(facts.rules) and not voted:
        article = facts.rules.own_article("surplus")
        return _step(Stop.LIST, _not_done(facts), "list_no_surplus", article, **numbers)
    article = facts.rules.own_article("procedure")
    if facts.list_changed:
        return _step(Stop.LIST, StopState.MISSING, "list_changed", article, **numbers)
    return _voted(facts, Stop.LIST, facts.list_vote, article, **numbers)


def _frozen(facts: NominationFacts) -> NominationStep:
    article = facts.rules.own_article("list")
    names = len(facts.election.candidates)
    if facts.election.frozen:
        return _step(Stop.FROZEN, StopState.DONE, "list_frozen", article, candidates=names)
    return _step(Stop.FROZEN, _not_done(facts), "list_not_frozen", article)


def _board(facts: NominationFacts) -> NominationStep:
    article = facts.rules.own_article("counting_board")
    count = len(facts.board)
    if facts.counters_listed:
        names = ", ".join(duty.name for duty in facts.counters_listed)
        return _step(Stop.BOARD, StopState.MISSING, "board_on_list", article, names=names)
    if not facts.board:
        return _step(Stop.BOARD, _not_done(facts), "board_none", article)
    if facts.counters_new:
        names = ", ".join(duty.name for duty in facts.counters_new)
        return _step(Stop.BOARD, StopState.MISSING, "board_changed", article, names=names)
    return _voted(facts, Stop.BOARD, facts.board_vote, article, count=count)


_STEPS: tuple[Callable[[NominationFacts], NominationStep], ...] = (
    _number,
    _committee_list,
    _nominations,
    _withdrawals,
    _poll,
    _list,
    _frozen,
    _board,
)

"""A name put forward for an election: where it comes from, its support, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.accounting import MOST_PEOPLE
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.shares.shares import MOST_SHARES
from congress_desk.domain.motions import Motion, MotionOutcome
from congress_desk.domain.people.person import BaseSum, Person, PersonKind
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.errors import Refusal, refuse


class Source(StrEnum):
    """Who put a name forward: the convening committee, delegates, or the person alone."""

    COMMITTEE = "committee"
    DELEGATES = "delegates"
    SELF = "self"


# Whoever is not on the committee's list: the order of the papers of an opinion poll.
OUTSIDE = (Source.SELF, Source.DELEGATES)


class NomineeState(StrEnum):
    """Where a name stands."""

    PROPOSED = "proposed"
    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    LEFT_OFF = "left_off"


class WithdrawalState(StrEnum):
    """How a wish to withdraw stands: the congress has not decided, grants it, or refuses it."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A wish to be taken off the list; the congress decides by a motion."""

    id: int
    candidate_id: int
    reason: str
    at: str
    motion: Motion

    @property
    def state(self) -> WithdrawalState:
        """Say what the congress decided; a vote that was cancelled decided nothing."""
        if self.motion.outcome is MotionOutcome.CARRIED:
            return WithdrawalState.GRANTED
        if self.motion.outcome is MotionOutcome.NOT_CARRIED:
            return WithdrawalState.REFUSED
        return WithdrawalState.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How many of those taking part agreed to consider a name; `poll` is 0 of a show of hands."""

    number: int
    of: int
    poll: int = 0

    def is_enough(self, rules: RuleSet) -> bool:
        """Say whether it reaches what the rules ask: more than 30 % (190 Điều 14.3)."""
        return rules.floor_support.is_reached(self.number, self.of)


def support_base(rules: RuleSet, there: BaseSum) -> int:
    """Return what support is taken of: those taking part, or all shares where these vote."""
    return there.shares if rules.votes is VotesBy.SHARES else there.present


def support_limit(rules: RuleSet) -> int:
    """Return the largest number of people, or of shares, that support can be taken of."""
    return MOST_SHARES if rules.votes is VotesBy.SHARES else MOST_PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """A name of an election, on its list or not yet.

    `source` is None where nobody said it: a list that was typed or imported. `nominator_id` is the
    number in the register of who put the name forward, 0 unknown. `left_off` is why it was not
    put on the list.
    """

    candidate: Candidate
    listed: bool
    source: Source | None = None
    nominated_by: str = ""
    nominator_id: int = 0
    support: Support | None = None
    left_off: str = ""
    withdrawal: Withdrawal | None = None
    at: str = ""

    @property
    def state(self) -> NomineeState:
        if self.listed:
            return NomineeState.LISTED
        if self.withdrawal and self.withdrawal.state is WithdrawalState.GRANTED:
            return NomineeState.WITHDRAWN
        return NomineeState.LEFT_OFF if self.left_off else NomineeState.PROPOSED

    @property
    def is_outside(self) -> bool:
        """Say whether the name is not of the convening committee's list."""
        return self.source in OUTSIDE

    @property
    def stands(self) -> bool:
        """Say whether the name is on the list or may still come onto it."""
        return self.state in (NomineeState.PROPOSED, NomineeState.LISTED)

    def has_support(self, rules: RuleSet) -> bool:
        """Say whether the name may be put on the list: of the committee's list, or supported."""
        if not self.is_outside:
            return True
        return self.support is not None and self.support.is_enough(rules)


def standing(nominees: Iterable[Nominee]) -> tuple[Nominee, ...]:
    """Return the names that are on the list or may still come onto it."""
    return tuple(nominee for nominee in nominees if nominee.stands)


def check_nominator(source: Source, nominators: Sequence[Person], rules: RuleSet) -> Refusal | None:
    """Refuse a member of the convening committee who nominates outside its list (190 Điều 11).

    `nominators` are all who may be meant: of namesakes each would have to be such a member.
    """
    if source is not Source.DELEGATES or not nominators or not rules.committee_bound:
        return None
    if not all(_convenes(person) for person in nominators):
        return None
    article = rules.article("committee_bound")
    return refuse("nominator_is_bound", article=article, name=nominators[0].name)


def _convenes(person: Person) -> bool:
    """Say whether a person is of the convening committee: its members are delegates ex officio."""
    return person.committee or person.kind is PersonKind.EX_OFFICIO

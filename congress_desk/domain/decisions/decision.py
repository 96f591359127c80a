"""What is decided after a round, or instead of one: by whom, on which motion or document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.round import Part
from congress_desk.domain.motions import Motion, MotionOutcome


class DecisionKind(StrEnum):
    """What a decision does to an election."""

    NEXT_ROUND = "next_round"
    NEW_NAMES = "new_names"
    REVOTE = "revote"
    OLDER = "older"
    LOT = "lot"
    LOWER_NUMBER = "lower_number"
    LEAVE_OPEN = "leave_open"
    TAKE_BY_VOTES = "take_by_votes"
    VOTE_SEPARATELY = "vote_separately"
    REPORT_SUPERIOR = "report_superior"
    APPOINTED = "appointed"
    RECOUNT = "recount"
    ANNULMENT = "annulment"


class DecisionOrgan(StrEnum):
    """Who decides."""

    CONGRESS = "congress"
    PRESIDIUM = "presidium"
    SUPERIOR = "superior"


class PersonRole(StrEnum):
    """What a decision says of somebody: takes a seat, or is appointed."""

    TAKEN = "taken"
    APPOINTED = "appointed"


class DecisionState(StrEnum):
    """How a decision stands: its motion is not voted yet, it stands, fell, or was taken back."""

    PROPOSED = "proposed"
    STANDS = "stands"
    REJECTED = "rejected"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPerson:
    """Somebody whom a decision names; `candidate_id` is 0 of a person who stood in no list."""

    name: str
    role: PersonRole
    candidate_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision about an election; `round_id` is 0 of one that follows no round.

    `seats` is the number of posts it sets, None where it sets none. `motion` is the last vote on
    it, None of a decision that rests on a document or on the organ alone. `first_name` and
    `second_name` answer for it, `drawn_by` is who drew the lot.
    """

    id: int
    election_id: int
    kind: DecisionKind
    organ: DecisionOrgan
    round_id: int = 0
    part: Part = Part.OFFICIAL
    motion: Motion | None = None
    seats: int | None = None
    matter: str = ""
    article: str = ""
    reason: str = ""
    document: str = ""
    document_date: str = ""
    issued_by: str = ""
    first_name: str = ""
    second_name: str = ""
    drawn_by: str = ""
    at: str = ""
    actor: str = ""
    taken_back_at: str = ""
    taken_back_reason: str = ""
    people: tuple[DecisionPerson, ...] = ()

    @property
    def state(self) -> DecisionState:
        """Say how it stands; what the motion decides is read from the motion alone."""
        if self.taken_back_at:
            return DecisionState.TAKEN_BACK
        if self.motion is None:
            return DecisionState.STANDS
        return _STATES[self.motion.outcome]

    @property
    def stands(self) -> bool:
        """Say whether it is in force: not waiting for a vote, fallen or taken back."""
        return self.state is DecisionState.STANDS

    def names(self, role: PersonRole) -> tuple[str, ...]:
        """Return the people it names in a role, in its order."""
        return tuple(person.name for person in self.people if person.role is role)

    def ids(self, role: PersonRole) -> tuple[int, ...]:
        """Return the candidates it names in a role, in its order."""
        return tuple(p.candidate_id for p in self.people if p.role is role and p.candidate_id)


_STATES = {
    MotionOutcome.PREPARED: DecisionState.PROPOSED,
    MotionOutcome.BEGUN: DecisionState.PROPOSED,
    MotionOutcome.CARRIED: DecisionState.STANDS,
    MotionOutcome.NOT_CARRIED: DecisionState.REJECTED,
    MotionOutcome.CANCELLED: DecisionState.TAKEN_BACK,
}

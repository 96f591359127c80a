"""Motions: their votes in whole numbers, hands or shares, what carries, and repeated votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.elections.accounting import MOST_PEOPLE
from congress_desk.domain.elections.majority import percent
from congress_desk.domain.elections.shares.shares import MOST_SHARES
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import MotionBase, RuleSet
from congress_desk.domain.rules.threshold import Threshold
from congress_desk.errors import Refusal, refuse


class MotionKind(StrEnum):
    """What a show of hands is about, in the usual order of a congress."""

    PRESIDIUM = "presidium"
    SECRETARIAT = "secretariat"
    CREDENTIALS_COMMITTEE = "credentials_committee"
    AGENDA = "agenda"
    CONGRESS_RULES = "congress_rules"
    ELECTION_RULES = "election_rules"
    CREDENTIALS_REPORT = "credentials_report"
    NUMBER_AND_LIST = "number_and_list"
    WITHDRAWAL = "withdrawal"
    COUNTING_BOARD = "counting_board"
    RESOLUTION = "resolution"
    FREE = "free"


class MotionState(StrEnum):
    """A motion waits for its vote, was voted on, or was cancelled with a reason."""

    OPEN = "open"
    VOTED = "voted"
    CANCELLED = "cancelled"


class MotionOutcome(StrEnum):
    """How a motion stands, for lists and papers."""

    PREPARED = "prepared"
    BEGUN = "begun"
    CARRIED = "carried"
    NOT_CARRIED = "not_carried"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMajority:
    """What carries a motion: the share in favour of D, of those present, or of shares.

    `special` is the larger majority that the rule set asks for some matters.
    """

    of: MotionBase
    threshold: Threshold
    special: bool = False

    @property
    def topic(self) -> str:
        """Return the topic of the article it rests on."""
        return "motion_special" if self.special else "motion"


def majority_asked(rules: RuleSet, *, special: bool = False) -> MotionMajority:
    """Return what the rule set asks of a motion; of a special one where it knows such matters."""
    return MotionMajority(
        of=rules.motion_base,
        threshold=rules.motion_majority(special=special),
        special=special and rules.motion_special_share is not None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """Who could vote on a motion, in people or in shares as its majority is taken.

    `base` is what the majority is taken of, `convened` what the quorum is taken of.
    """

    base: int
    present: int
    convened: int


def hall_of(found: BaseSum, of: MotionBase) -> Hall:
    """Return the hall as the register tells it."""
    if of.by_shares:
        return _hall(found.shares, found.shares_present, found.shares, of)
    return _hall(found.base, found.present, found.convened, of)


def hall_by_hand(base: int, present: int, of: MotionBase) -> Hall:
    """Return the hall as it is typed: D, or all shares that have a vote, and what is present."""
    return _hall(base, present, base, of)


def _hall(base: int, present: int, convened: int, of: MotionBase) -> Hall:
    counted = base if of is MotionBase.CONVENED else present
    return Hall(base=counted, present=present, convened=convened)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionDraft:
    """A motion before it is in the file; `election_id` is 0 where it is about none.

    A `special` matter needs the rule set's larger majority.
    """

    kind: MotionKind
    matter: str
    election_id: int = 0
    special: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Hands counted, or shares: tán thành, không tán thành, ý kiến khác (không có ý kiến)."""

    in_favour: int
    against: int = 0
    other: int = 0

    @property
    def total(self) -> int:
        """Return how many hands were counted, of every opinion."""
        return self.in_favour + self.against + self.other


class Cast(StrEnum):
    """How somebody voted with their shares; nothing for who did not vote."""

    IN_FAVOUR = "in_favour"
    AGAINST = "against"
    OTHER = "other"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareVote:
    """Who votes on a motion for how many shares, their own and those they represent, and how."""

    person_id: int
    name: str
    shares: int
    cast: Cast = Cast.NONE


def hands_of(votes: Iterable[ShareVote]) -> Hands:
    """Return the shares in favour, against and without an opinion."""
    sums = dict.fromkeys(Cast, 0)
    for vote in votes:
        sums[vote.cast] += vote.shares
    return Hands(in_favour=sums[Cast.IN_FAVOUR], against=sums[Cast.AGAINST], other=sums[Cast.OTHER])


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """One vote on a motion. `base`, `present` and `majority` are None until the vote is begun.

    `base` is what the majority is taken of: D, who is present, or shares where the rule set says
    so; of the shares that voted it is known when they are recorded, and is all present before. They
    are frozen with the vote: rules that are edited later decide nothing that was voted on.
    `share_votes` is who votes for shares, frozen too, and how each voted where that was entered.
    `repeats` is the id of the earlier vote of the same matter, 0 for a first vote. `roll_id` is 0
    where D was typed by hand. `at` is when it was added, `voted_at` when the numbers were recorded.
    """

    id: int
    place: int
    kind: MotionKind
    matter: str
    state: MotionState
    base: int | None
    present: int | None
    hands: Hands | None
    announced_by: str
    note: str
    repeats: int
    election_id: int
    at: str
    voted_at: str
    roll_id: int
    repeat_reason: str
    cancel_reason: str
    change_reason: str
    special: bool = False
    majority: MotionMajority | None = None
    share_votes: tuple[ShareVote, ...] = ()

    @property
    def by_shares(self) -> bool:
        """Say whether its numbers are shares."""
        return self.majority is not None and self.majority.of.by_shares

    @property
    def by_holder(self) -> bool:
        """Say whether it was entered how each holder voted."""
        return any(vote.cast for vote in self.share_votes)

    @property
    def begun(self) -> bool:
        """Say whether D and who is present are frozen."""
        return self.base is not None

    @property
    def needed(self) -> int:
        """Return the least number in favour that carries it, 0 before the vote is begun."""
        if self.base is None or self.majority is None:
            return 0
        return self.majority.threshold.needed(self.base)

    @property
    def silent(self) -> int:
        """Return how many of those present raised no hand (không biểu quyết)."""
        return silent_hands(self.present or 0, self.hands) if self.hands else 0

    @property
    def percent(self) -> str:
        """Return the share in favour of D with two decimals and a point, "" without a vote."""
        return percent(self.hands.in_favour, self.base or 0) if self.hands else ""

    @property
    def outcome(self) -> MotionOutcome:
        """Return how it stands; a vote that ended is carried with as many hands as `needed`."""
        if self.state is MotionState.CANCELLED:
            return MotionOutcome.CANCELLED
        if self.state is MotionState.OPEN or self.hands is None or self.majority is None:
            return MotionOutcome.BEGUN if self.begun else MotionOutcome.PREPARED
        carried = self.hands.in_favour >= self.needed
        return MotionOutcome.CARRIED if carried else MotionOutcome.NOT_CARRIED


def silent_hands(present: int, hands: Hands) -> int:
    """Return how many of those present raised no hand; negative when there are too many hands."""
    return present - hands.total


def counted_base(hands: Hands, base: int, of: MotionBase) -> int:
    """Return what the majority is taken of once the votes are known; `base` was frozen before."""
    return hands.total if of is MotionBase.SHARES_VOTED else base


def check_hands(hands: Hands, present: int, of: MotionBase = MotionBase.CONVENED) -> Refusal | None:
    """Refuse numbers that cannot be, and more than is present; fewer are silent.

    Where only the shares that voted count, none is no vote.
    """
    most = MOST_SHARES if of.by_shares else MOST_PEOPLE
    for name in ("in_favour", "against", "other"):
        value = getattr(hands, name)
        if not 0 <= value <= most:
            return refuse("motion_number_wrong", value=value, most=most)
    if hands.total > present:
        code = "motion_too_many_shares" if of.by_shares else "motion_too_many_hands"
        return refuse(code, total=hands.total, present=present)
    if of is MotionBase.SHARES_VOTED and not hands.total:
        return refuse("motion_nobody_voted")
    return None


def check_base(base: int, present: int, of: MotionBase = MotionBase.CONVENED) -> Refusal | None:
    """Refuse a D, or shares, typed by hand that cannot be, and more present than there are."""
    if of.by_shares:
        if not 1 <= base <= MOST_SHARES:
            return refuse("motion_shares_wrong", base=base, most=MOST_SHARES)
        if not 1 <= present <= base:
            return refuse("motion_shares_present_wrong", present=present, base=base)
        return None
    if not 1 <= base <= MOST_PEOPLE:
        return refuse("motion_base_wrong", base=base, most=MOST_PEOPLE)
    if not 1 <= present <= base:
        return refuse("motion_present_wrong", present=present, base=base)
    return None


def cast_votes(
    votes: Sequence[ShareVote], casts: Mapping[int, Cast], hands: Hands
) -> tuple[ShareVote, ...] | Refusal:
    """Return who voted how, by number of the person; the sums must be the shares counted."""
    unknown = set(casts) - {vote.person_id for vote in votes}
    if unknown:
        return refuse("motion_holder_unknown", number=min(unknown))
    cast = tuple(replace(v, cast=casts.get(v.person_id, Cast.NONE)) for v in votes)
    if hands_of(cast) != hands:
        return refuse("motion_holders_differ", total=hands_of(cast).total, typed=hands.total)
    return cast


def votes_of_matter(motions: Sequence[Motion], motion: Motion) -> tuple[Motion, ...]:
    """Return every vote of the same matter, oldest first, this one among them."""
    first = _first_vote({found.id: found for found in motions}, motion)
    same: set[int] = {first}
    for found in sorted(motions, key=lambda m: m.id):
        if found.repeats in same:
            same.add(found.id)
    return tuple(sorted((m for m in motions if m.id in same), key=lambda m: m.id))


def latest_vote(motions: Sequence[Motion], motion_id: int) -> Motion | None:
    """Return the vote that counts for the matter of a motion: the last one that was recorded."""
    asked = next((motion for motion in motions if motion.id == motion_id), None)
    if asked is None:
        return None
    same = votes_of_matter(motions, asked)
    voted = [motion for motion in same if motion.state is MotionState.VOTED]
    waiting = [motion for motion in same if motion.state is MotionState.OPEN]
    return (voted or waiting or list(same))[-1]


def repeated_ids(motions: Sequence[Motion]) -> frozenset[int]:
    """Return the votes that a later vote of the same matter has replaced."""
    return frozenset(m.repeats for m in motions if m.repeats and m.state is MotionState.VOTED)


def _first_vote(by_id: dict[int, Motion], motion: Motion) -> int:
    while motion.repeats in by_id:
        motion = by_id[motion.repeats]
    return motion.id

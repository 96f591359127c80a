"""A rule set: every threshold, base and article of an election, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.people.person import Status
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.threshold import Compare, Threshold


class MajorityBase(StrEnum):
    """What the majority is taken of."""

    CONVENED = "convened"
    PRESENT = "present"
    ISSUED = "issued"
    RETURNED = "returned"
    VALID = "valid"
    SHARES = "shares"


class VotesBy(StrEnum):
    """What votes in an election: one ballot a person, or the shares that each ballot stands for."""

    BALLOTS = "ballots"
    SHARES = "shares"


class MotionBase(StrEnum):
    """What the majority of a motion is taken of: D, those present, or votes by shares.

    Shares have one vote each (Luật Doanh nghiệp 2020, Điều 148): all that are present or
    represented, or of these only those that voted.
    """

    CONVENED = "convened"
    PRESENT = "present"
    SHARES = "shares"
    SHARES_VOTED = "shares_voted"

    @property
    def by_shares(self) -> bool:
        return self in (MotionBase.SHARES, MotionBase.SHARES_VOTED)


class Validity(StrEnum):
    """A setting of a rule set: is such a ballot valid."""

    VALID = "valid"
    INVALID = "invalid"


class ListOrder(StrEnum):
    """How a list stands on the ballot: by given name, by the whole name, or as it was drawn up."""

    GIVEN_NAME = "given_name"
    FULL_NAME = "full_name"
    AS_GIVEN = "as_given"


class TieRule(StrEnum):
    """What happens to candidates tied across the last seats."""

    REVOTE = "revote"
    OLDER = "older"
    MANUAL = "manual"


class ScanTrust(StrEnum):
    """When ballots that a scanner read may count: never without a typed pass of them all, with a
    sample of them typed from the paper, or as they were read.
    """

    BESIDE = "beside"
    SAMPLED = "sampled"
    ALONE = "alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """The election rules of one kind of organisation, in one edition.

    Percentages are whole numbers of per cent of the seats; `more_than` and
    `floor_nominee_support` are exact fractions. `articles` maps a topic (rule_settings.py) to the
    text cited beside a decision. Without a small committee its surplus is 0. `…_kinds` say for
    which elections a rule holds: the surplus, targets of structure (from `structure_min_seats`
    seats on), lowering the number by vote, stopping to ask the superior, and what a new
    committee elects at its first meeting. `motion_special_…` is
    the larger majority that some matters need; its share is None where there is no such matter.
    `deducted_…` are the statuses that take somebody off D, in their order. `word_…` are
    what the organisation calls its people and bodies, "" where the style of its papers says it.
    `appointed_after` is after how many votes in vain the superior appoints, `direct_below` below
    how many members the posts are elected directly; 0 where the rules know neither.
    `committee_bound`: a member of the convening committee nominates nobody outside its list;
    `poll_kinds` are the elections in which everybody outside that list goes to an opinion poll.
    `edited` names the settings that are not as the rule set was issued; it is no part of the file
    (edited_rules.py).
    """

    id: str
    version: int
    title: str
    short_title: str
    issued: str
    document_style: str
    notice: str
    articles: Mapping[str, str]
    base: MajorityBase
    more_than: Fraction
    surplus_prepared_min: int
    surplus_prepared_max: int
    surplus_max: int
    small_committee_seats: tuple[int, int] | None
    small_committee_max_surplus: int
    floor_nominee_support: Fraction
    list_order: ListOrder
    single_blank: Validity
    all_against: Validity
    tie: TieRule
    tie_revote_needs_majority: bool
    rounds_max: int
    retention_months: int
    # What a copy of the rules from before these settings stands for.
    compare: Compare = Compare.MORE
    majority_required: bool = True
    deducted_members: tuple[Status, ...] = (
        Status.ELSEWHERE,
        Status.EXEMPT_NOT_PRESENT,
        Status.SUSPENDED,
        Status.ABSENT_THROUGHOUT_EXCUSED,
        Status.ABSENT_THROUGHOUT_COMMITTEE,
        Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    )
    deducted_delegates: tuple[Status, ...] = (
        Status.ABSENT_THROUGHOUT_COMMITTEE,
        Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
        Status.REPLACED,
        Status.SUSPENDED,
    )
    quorum_share: Fraction = Fraction(2, 3)
    quorum_compare: Compare = Compare.AT_LEAST
    motion_base: MotionBase = MotionBase.CONVENED
    motion_share: Fraction = Fraction(1, 2)
    motion_compare: Compare = Compare.MORE
    motion_special_share: Fraction | None = None
    motion_special_compare: Compare = Compare.AT_LEAST
    floor_nominee_compare: Compare = Compare.MORE
    committee_bound: bool = False
    poll_kinds: tuple[ElectionKind, ...] = ()
    surplus_kinds: tuple[ElectionKind, ...] = (ElectionKind.COMMITTEE, ElectionKind.STANDING)
    structure_kinds: tuple[ElectionKind, ...] = (
        ElectionKind.COMMITTEE,
        ElectionKind.STANDING,
        ElectionKind.DELEGATES,
    )
    structure_min_seats: int = 3
    lower_number_kinds: tuple[ElectionKind, ...] = (
        ElectionKind.COMMITTEE,
        ElectionKind.STANDING,
        ElectionKind.INSPECTION,
        ElectionKind.OTHER,
    )
    report_superior_kinds: tuple[ElectionKind, ...] = (
        ElectionKind.SECRETARY,
        ElectionKind.DEPUTY,
    )
    first_meeting_kinds: tuple[ElectionKind, ...] = (
        ElectionKind.STANDING,
        ElectionKind.SECRETARY,
        ElectionKind.DEPUTY,
        ElectionKind.INSPECTION,
    )
    appointed_after: int = 0
    direct_below: int = 0
    votes: VotesBy = VotesBy.BALLOTS
    scan_trust: ScanTrust = ScanTrust.BESIDE
    word_member: str = ""
    word_members_congress: str = ""
    word_comrade: str = ""
    word_people_called: str = ""
    word_committee: str = ""
    word_committee_member: str = ""
    word_approval: str = ""
    word_first_meeting: str = ""
    word_inspection: str = ""
    word_inspection_head: str = ""
    word_presidium: str = ""
    word_secretariat: str = ""
    edited: tuple[str, ...] = ()

    @property
    def majority(self) -> Threshold:
        """Return what a candidate must reach of the base."""
        return Threshold(self.more_than, self.compare)

    @property
    def quorum(self) -> Threshold:
        """Return how many of those convened must be present."""
        return Threshold(self.quorum_share, self.quorum_compare)

    @property
    def floor_support(self) -> Threshold:
        """Return the support that a name outside the committee's list needs (190 Điều 14.3)."""
        return Threshold(self.floor_nominee_support, self.floor_nominee_compare)

    def motion_majority(self, *, special: bool = False) -> Threshold:
        """Return what a show of hands must reach; of a special matter where there is such a one."""
        if special and self.motion_special_share is not None:
            return Threshold(self.motion_special_share, self.motion_special_compare)
        return Threshold(self.motion_share, self.motion_compare)

    def article(self, topic: str) -> str:
        """Return the article cited for `topic`, or the short title of the rules without one."""
        return self.articles.get(topic) or self.short_title

    def own_article(self, topic: str) -> str:
        """Return the article for `topic` alone, "" of a rule that no source gives an article."""
        return self.articles.get(topic, "")

    def wants_structure(self, kind: ElectionKind, seats: int) -> bool:
        """Say whether targets of structure hold for an election; never for one post."""
        return kind in self.structure_kinds and seats >= self.structure_min_seats

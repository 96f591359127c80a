"""The settings of a rule set: what the file, the form and the page of rules are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.rules.rule_set import (
    ListOrder,
    MajorityBase,
    MotionBase,
    ScanTrust,
    TieRule,
    Validity,
    VotesBy,
)
from congress_desk.domain.rules.rule_values import (
    Choice,
    Flag,
    Identifier,
    Kinds,
    Seats,
    Share,
    Statuses,
    Text,
    Unit,
    ValueKind,
    Whole,
)
from congress_desk.domain.rules.threshold import Compare

ARTICLE_TOPICS = (
    "majority",
    "convened",
    "quorum",
    "motion",
    "motion_special",
    "ballot",
    "invalid",
    "procedure",
    "list",
    "surplus",
    "small_committee",
    "floor_nominee",
    "committee_bound",
    "opinion_poll",
    "counting_board",
    "void",
    "tie",
    "short",
    "short_delegates",
    "alternates",
    "appointed",
    "annulment",
    "rounds",
    "retention",
    "shares",
    "proxy",
)
# Without an article of its own such a setting rests on nothing that could be cited.
TOPICS_WITHOUT_TITLE = ("quorum", "motion", "motion_special", "small_committee", "")
DOCUMENT_STYLES = ("party", "youth", "nd30")


class Role(StrEnum):
    """What a setting is to a rule set: which one it is, how it is called, what it decides."""

    IDENTITY = "identity"  # neither on the form nor on the page: it is not for changing
    HEADING = "heading"  # on the form; the page has it above its table
    WORD = "word"  # on the form; the papers show it
    LOOK = "look"  # on both; who changes it has not changed the rules
    DECISION = "decision"  # on both; who changes it leaves the rules as they were issued


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One key of the file, the field it fills, what it may hold, and where it is shown.

    `topic` is that of the article it rests on, "" of none. Settings of one `row` share a row of the
    page, in the words of `rule_row.<row>`. A setting that is `needed_with` another key may be left
    out together with it; an `added` one is not in copies of older programs, and then as RuleSet
    has it. Its label is `rule_setting.<field>`.
    """

    key: str
    field: str
    value: ValueKind
    role: Role = Role.DECISION
    topic: str = ""
    row: str = ""
    needed_with: str = ""
    added: bool = False

    @property
    def on_form(self) -> bool:
        """Say whether it can be edited; one choice is none."""
        only_one = isinstance(self.value, Choice) and len(self.value.values) == 1
        return self.role is not Role.IDENTITY and not only_one

    @property
    def row_name(self) -> str:
        """Return the row of the page it stands in, "" of none."""
        return self.row or self.field if self.role in (Role.LOOK, Role.DECISION) else ""


_SMALL = "small_committee"
_SMALL_SEATS = "list.small_committee.seats"
_SMALL_SURPLUS = "list.small_committee.max_surplus"
_SPECIAL = "motion_special"
_SPECIAL_SHARE = "motions.special.share"
_SPECIAL_COMPARE = "motions.special.compare"
_MOTION_BASE = Choice(MotionBase, "motion_base")
_COMPARE = Choice(Compare, "compare")
_PERCENT = Whole(low=0, high=1000, unit=Unit.PERCENT)


def _identity(key: str, value: ValueKind) -> Setting:
    return Setting(key=key, field=key, value=value, role=Role.IDENTITY)


def _heading(key: str, *, optional: bool = False, prose: bool = False) -> Setting:
    value = Text(optional=optional, prose=prose)
    return Setting(key=key, field=key, value=value, role=Role.HEADING)


def _word(name: str) -> Setting:
    return Setting(
        key=f"words.{name}",
        field=f"word_{name}",
        value=Text(optional=True),
        role=Role.WORD,
        added=True,
    )


def _decision(
    key: str,
    field: str,
    value: ValueKind,
    topic: str = "",
    *,
    row: str = "",
    needed_with: str = "",
    added: bool = False,
) -> Setting:
    return Setting(
        key=key,
        field=field,
        value=value,
        topic=topic,
        row=row,
        needed_with=needed_with,
        added=added,
    )


_ROUNDS = Whole(low=0, high=20, zero_is_no_limit=True)
_VOTES_IN_VAIN = Whole(low=0, high=20)
_MEMBERS = Whole(low=0, high=100)
_MONTHS = Whole(low=0, high=1200, unit=Unit.MONTHS)
_STYLE = "document_style"
_PREPARED = "surplus_prepared"
_SHORT = "short"

# In the order of an election; the form and the page show them so.
SETTINGS: tuple[Setting, ...] = (
    _identity("id", Identifier()),
    _identity("version", Whole(low=1, high=9999)),
    _heading("title"),
    _heading("short_title"),
    _heading("issued", optional=True),
    _heading("notice", optional=True, prose=True),
    _decision("majority.base", "base", Choice(MajorityBase, "base"), "majority"),
    _decision("convened.deducted_members", "deducted_members", Statuses(), "convened", added=True),
    _decision(
        "convened.deducted_delegates", "deducted_delegates", Statuses(), "convened", added=True
    ),
    _decision("votes", "votes", Choice(VotesBy, "votes_by"), "shares", added=True),
    _decision("majority.more_than", "more_than", Share(), "majority"),
    _decision("majority.compare", "compare", _COMPARE, "majority", added=True),
    _decision("majority.required", "majority_required", Flag(), "majority", added=True),
    _decision("quorum.share", "quorum_share", Share(), "quorum", added=True),
    _decision("quorum.compare", "quorum_compare", _COMPARE, "quorum", added=True),
    _decision("motions.base", "motion_base", _MOTION_BASE, "motion", added=True),
    _decision("motions.share", "motion_share", Share(), "motion", added=True),
    _decision("motions.compare", "motion_compare", _COMPARE, "motion", added=True),
    _decision(
        _SPECIAL_SHARE,
        "motion_special_share",
        Share(optional=True),
        "motion_special",
        row=_SPECIAL,
        needed_with=_SPECIAL_COMPARE,
        added=True,
    ),
    _decision(
        _SPECIAL_COMPARE,
        "motion_special_compare",
        _COMPARE,
        "motion_special",
        row=_SPECIAL,
        needed_with=_SPECIAL_SHARE,
        added=True,
    ),
    _decision("kinds.surplus", "surplus_kinds", Kinds(), "surplus", added=True),
    _decision(
        "list.surplus_prepared_min", "surplus_prepared_min", _PERCENT, "surplus", row=_PREPARED
    ),
    _decision(
        "list.surplus_prepared_max", "surplus_prepared_max", _PERCENT, "surplus", row=_PREPARED
    ),
    _decision("list.surplus_max", "surplus_max", _PERCENT, "surplus"),
    _decision(
        _SMALL_SEATS,
        "small_committee_seats",
        Seats(),
        _SMALL,
        row=_SMALL,
        needed_with=_SMALL_SURPLUS,
    ),
    _decision(
        _SMALL_SURPLUS,
        "small_committee_max_surplus",
        Whole(low=0, high=100),
        _SMALL,
        row=_SMALL,
        needed_with=_SMALL_SEATS,
    ),
    _decision("list.floor_nominee_support", "floor_nominee_support", Share(), "floor_nominee"),
    _decision(
        "list.floor_nominee_compare",
        "floor_nominee_compare",
        _COMPARE,
        "floor_nominee",
        added=True,
    ),
    _decision(
        "nomination.committee_bound", "committee_bound", Flag(), "committee_bound", added=True
    ),
    _decision("nomination.poll_kinds", "poll_kinds", Kinds(), "opinion_poll", added=True),
    _decision("list.order", "list_order", Choice(ListOrder, "list_order"), "list"),
    _decision("ballot.single_blank", "single_blank", Choice(Validity, "validity"), "invalid"),
    _decision("ballot.all_against", "all_against", Choice(Validity, "validity"), "invalid"),
    _decision("tie", "tie", Choice(TieRule, "tie_rule"), "tie"),
    _decision("tie_revote_needs_majority", "tie_revote_needs_majority", Flag(), "tie"),
    _decision("rounds.max", "rounds_max", _ROUNDS, "rounds"),
    _decision("kinds.lower_number", "lower_number_kinds", Kinds(), _SHORT, added=True),
    _decision("kinds.report_superior", "report_superior_kinds", Kinds(), _SHORT, added=True),
    _decision("kinds.first_meeting", "first_meeting_kinds", Kinds(), added=True),
    _decision("posts.appointed_after", "appointed_after", _VOTES_IN_VAIN, "appointed", added=True),
    _decision("posts.direct_below", "direct_below", _MEMBERS, added=True),
    _decision("kinds.structure", "structure_kinds", Kinds(), added=True),
    _decision(
        "kinds.structure_min_seats", "structure_min_seats", Whole(low=1, high=1000), added=True
    ),
    _decision(
        "ballots.scan", "scan_trust", Choice(ScanTrust, "scan_trust"), "counting_board", added=True
    ),
    _decision("ballots.retention_months", "retention_months", _MONTHS, "retention"),
    Setting(key=_STYLE, field=_STYLE, value=Choice(DOCUMENT_STYLES, _STYLE), role=Role.LOOK),
    _word("member"),
    _word("members_congress"),
    _word("comrade"),
    _word("people_called"),
    _word("committee"),
    _word("committee_member"),
    _word("approval"),
    _word("first_meeting"),
    _word("inspection"),
    _word("inspection_head"),
    _word("presidium"),
    _word("secretariat"),
)

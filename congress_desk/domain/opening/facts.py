"""What is known before a round opens, a condition of it, and who goes on without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from congress_desk.domain.ballot_papers.issue_register import EarlyIssue
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import Part, Round, RoundKind
from congress_desk.domain.motions import Motion
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.rule_set import RuleSet


class Topic(StrEnum):
    """What a condition is about, in the order in which it is put right."""

    STATE = "state"
    QUORUM = "quorum"
    BASE = "base"
    DECISION = "decision"
    NUMBER = "number"
    SURPLUS = "surplus"
    LIST = "list"
    AMONG = "among"
    ORDER = "order"
    BALLOTS = "ballots"
    BOX = "box"
    BOARD = "board"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """Where a condition is put right: a desk, one of its records, a part; "" is the form itself."""

    desk: str = ""
    record: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition: met with its figures (`condition.<code>` in i18n), or the finding it is."""

    topic: Topic
    mending: Mending
    code: str = ""
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    article: str = ""
    finding: Finding | None = None

    @property
    def met(self) -> bool:
        """Say whether nothing stands against it."""
        return self.finding is None


def missing(
    topic: Topic, mending: Mending, code: str, article: str = "", **params: str | int
) -> Condition:
    """Return a condition that is not met, with its finding."""
    finding = Finding(code=code, severity=Severity.WARNING, article=article, params=params)
    return Condition(topic=topic, mending=mending, article=article, finding=finding)


def unmet_by(topic: Topic, mending: Mending, finding: Finding) -> Condition:
    """Return a condition that is not met, by a finding that a round knows too."""
    return Condition(topic=topic, mending=mending, article=finding.article, finding=finding)


def met(
    topic: Topic, mending: Mending, code: str, article: str = "", **params: str | int
) -> Condition:
    """Return a condition that is met, with its figures."""
    return Condition(topic=topic, mending=mending, code=code, article=article, params=params)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What of an election was changed after the congress voted on its list."""

    names: bool = False
    seats: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Ballots printed from here: how many good ones of the list, its code, what is against them.

    `spent` are those that a cancelled round has used. Without a print run there are none, and
    nothing is said: they come from elsewhere.
    """

    copies: int = 0
    spent: int = 0
    code: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def left(self) -> int:
        """Return how many good papers are left."""
        return self.copies - self.spent


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningFacts:
    """What the file knows before the next round of an election opens.

    `register` is the register as it stands now, `before` the round before. `board` are
    those who count this election now, `counters_listed` those of it who stand; the votes are the
    last ones on each matter, `number_voted` is what one on the number alone set, `changed` what is
    another since the one on the list. `candidates` and `seats` are those of the round.
    `surplus_reason` was given when the list was frozen. `number` is that of the vote. `decided`
    says that a decision of the congress lets this round be held, `decided_seats` for how many (0
    where the list is too short for them), `decision_missing` that the rules want one and have none.
    `printed` are the ballots that were printed of this list. `among` is the
    title of the election whose elected alone may stand, `among_findings` what speaks against it.
    `issue` is what was written of the papers handed out before the round.
    """

    state: CongressState
    rules: RuleSet
    election: Election
    round_kind: RoundKind
    candidates: tuple[Candidate, ...]
    seats: int
    register: BaseSum
    before: Round | None
    board: tuple[Duty, ...] = ()
    counters_listed: tuple[Duty, ...] = ()
    number_vote: Motion | None = None
    number_voted: int | None = None
    list_vote: Motion | None = None
    changed: Changed = Changed()
    board_vote: Motion | None = None
    surplus_reason: str = ""
    number: int = 1
    part: Part = Part.OFFICIAL
    decided: bool = False
    decided_seats: int = 0
    decision_missing: bool = False
    printed: Printed = Printed()
    among: str = ""
    among_findings: tuple[Finding, ...] = ()
    issue: EarlyIssue = EarlyIssue()

    @property
    def is_first_vote(self) -> bool:
        """Say whether number and list are those of the election, not of a decision after it."""
        return self.round_kind is RoundKind.FIRST and self.part is Part.OFFICIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """Who opens a round although conditions are not met, why, and which of them were known.

    `known` holds the codes of the findings that were shown.
    """

    name: str
    reason: str
    known: frozenset[str]

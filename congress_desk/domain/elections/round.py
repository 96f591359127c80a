"""A round of an election: its list, people and papers, bundles, ballots and waivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from congress_desk.domain.elections.ballots import MarkMode, Paper, Verdict
from congress_desk.domain.elections.election import Candidate


class RoundKind(StrEnum):
    """Why a round is held: the first vote, a vote again, or a vote among the tied."""

    FIRST = "first"
    AGAIN = "again"
    TIE = "tie"


class RoundCause(StrEnum):
    """What a round was opened for; a recount counts the ballots of the round it follows again."""

    FIRST = "first"
    TIE = "tie"
    SHORT = "short"
    VOID = "void"
    ANNULLED = "annulled"
    ALTERNATES = "alternates"
    RECOUNT = "recount"


class Part(StrEnum):
    """Which posts of an election: the official ones, or the alternates of delegates."""

    OFFICIAL = "official"
    ALTERNATE = "alternate"


class RoundState(StrEnum):
    """A round is being counted, has been declared (sealed), or was cancelled with a reason."""

    COUNTING = "counting"
    DECLARED = "declared"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounting:
    """People and papers of a round; None is "not known yet"."""

    convened: int
    present: int | None = None
    issued: int | None = None
    returned: int | None = None


@dataclass(frozen=True, kw_only=True)
class Round:
    """One vote of an election: its own list (ballot order), seats, papers and accounting.

    `base_note` says in JSON how D was worked out, empty when D was entered by hand.
    `surplus_reason` is why a list above the permitted surplus was opened all the same.
    `number` is that of the vote: a recount has the number of the round it `follows`. `decision_id`
    is the decision it was opened on, `annulled_by` the one that annulled it, `recounted_by` the
    declared round that counted its ballots again; 0 of none. `first_count` is the round in which
    its ballots were counted first, itself but for a recount. `shares` are those that ballots were
    handed out for, where shares vote, of `all_shares` with a vote. `passes` is how often its
    ballots are entered, each time by somebody else.
    """

    id: int
    election_id: int
    number: int
    kind: RoundKind
    state: RoundState
    seats: int
    mode: MarkMode
    candidates: tuple[Candidate, ...]
    accounting: Accounting
    base_note: str
    surplus_reason: str
    opened_at: str
    declared_at: str
    cancel_reason: str
    part: Part = Part.OFFICIAL
    cause: RoundCause = RoundCause.FIRST
    follows: int = 0
    decision_id: int = 0
    annulled_by: int = 0
    recounted_by: int = 0
    first_count: int = 0
    shares: int = 0
    all_shares: int = 0
    passes: int = 1

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Return each candidate's place on the ballot, from 1, by id; in the order of places."""
        return {candidate.id: place for place, candidate in enumerate(self.candidates, start=1)}

    @property
    def is_recount(self) -> bool:
        return self.cause is RoundCause.RECOUNT

    @property
    def is_voted(self) -> bool:
        """Say whether a vote on number and list speaks of it: of a later one its own decision."""
        return bool(self.decision_id) or self.cause not in (RoundCause.SHORT, RoundCause.ALTERNATES)

    @property
    def stands(self) -> bool:
        """Say whether its result, or its count, is the one in force."""
        cancelled = self.state is RoundState.CANCELLED
        return not (cancelled or self.annulled_by or self.recounted_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A stack of ballots: its number on the cover, how many it should hold, how many are in.

    `waiting` are those of it that were put aside for the board. `by_totals`: it was counted by hand
    and is entered from its tally sheet. `station` is the name of the
    station that enters it, "" while it is here.
    """

    id: int
    number: int
    expected: int | None
    entered: int
    waiting: int = 0
    by_totals: bool = False
    station: str = ""

    @property
    def taken(self) -> int:
        """Return how many of its papers were in the hand: entered, or put aside."""
        return self.entered + self.waiting

    @property
    def is_full(self) -> bool:
        """Say whether as many papers were in the hand as its cover says, or more."""
        return self.expected is not None and self.taken >= self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One recorded ballot; the keys of `paper` are candidate ids."""

    id: int
    uid: str
    bundle: int
    sequence: int
    paper: Paper
    verdict: Verdict
    operator: str
    entered_at: str
    corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A number of people or papers that was put right while the round was counted, and why."""

    field: str
    before: int
    after: int
    reason: str
    at: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why a named person lets a finding stand."""

    code: str
    name: str
    reason: str
    at: str

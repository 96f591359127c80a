"""A round of an election: its list, people and papers, bundles, ballots and waivers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One vote of an election: its own list (ballot order), seats, papers and accounting.

    `base_note` says in JSON how D was worked out, empty when D was entered by hand.
    `surplus_reason` is why a list above the permitted surplus was opened all the same.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A stack of ballots: its number on the cover, how many it should hold, how many are in."""

    id: int
    number: int
    expected: int | None
    entered: int

    @property
    def is_full(self) -> bool:
        """Say whether it holds as many ballots as its cover says, or more."""
        return self.expected is not None and self.entered >= self.expected


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
class Waiver:
    """Why a named person lets a finding stand."""

    code: str
    name: str
    reason: str
    at: str

"""Frozen records of a congress: what queries return and reports, screens and acts work on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.elections.ballots import MarkMode, Paper, Verdict
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.rules.rule_set import RuleSet


class CongressState(StrEnum):
    """Where the congress stands: diễn tập, chuẩn bị, đang họp, đã bế mạc."""

    REHEARSAL = "rehearsal"
    PREPARING = "preparing"
    IN_SESSION = "in_session"
    CLOSED = "closed"


class Organ(StrEnum):
    """The organs of a congress."""

    PRESIDIUM = "presidium"
    SECRETARIAT = "secretariat"
    CREDENTIALS = "credentials"
    COUNTING_BOARD = "counting_board"
    FREE = "free"


class ItemKind(StrEnum):
    """What an agenda item is, as far as the program can help with it."""

    WORK = "work"
    OPENING = "opening"
    BREAK = "break"
    CREDENTIALS_REPORT = "credentials_report"
    REPORT = "report"
    DISCUSSION = "discussion"
    MOTION = "motion"
    ELECTION = "election"
    SPEECH = "speech"
    FILLER = "filler"
    CLOSING = "closing"


class ItemState(StrEnum):
    """Where an agenda item stands while the congress runs; a removed one keeps its records."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    REMOVED = "removed"


class RoundKind(StrEnum):
    """Why a round is held: the first vote, a vote again, or a vote among the tied."""

    FIRST = "first"
    AGAIN = "again"
    TIE = "tie"


class RoundState(StrEnum):
    """A round is being counted, has been declared (sealed), or was cancelled with a reason."""

    COUNTING = "counting"
    DECLARED = "declared"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressDetails:
    """The sheet "Đại hội" of a set-up workbook. Times are ISO texts, empty when unknown."""

    name: str
    superior: str = ""
    body: str = ""
    ordinal: str = ""
    term: str = ""
    kind: CongressKind = CongressKind.DELEGATES
    place: str = ""
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A congress with its own copy of the rule set."""

    uid: str
    details: CongressDetails
    state: CongressState
    rules: RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of the programme; `day` YYYY-MM-DD, `time` HH:MM, `minutes` None when not given.

    `time` is what was given; an `anchored` item keeps it, another flows with those before it.
    `parent_id` is the item it is a part of; the other ids say what it is about; 0 is none.
    `script` is what the chair says where it was edited, `note` what the secretary noted;
    `started_at` and `finished_at` are ISO times.
    """

    id: int = 0
    session: str = ""
    day: str = ""
    time: str = ""
    minutes: int | None = None
    content: str
    executor: str = ""
    parent_id: int = 0
    kind: ItemKind = ItemKind.WORK
    anchored: bool = False
    election_id: int = 0
    motion_id: int = 0
    text_id: int = 0
    state: ItemState = ItemState.PLANNED
    started_at: str = ""
    finished_at: str = ""
    script: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A member of an organ: name, title in it and what this person answers for.

    A free organ has its own name; a counting board may be of one election. `person_id` is the
    number in the register, 0 of somebody who is not in it. Whoever left the organ has an `until`
    (ISO time) and the reason.
    """

    id: int = 0
    organ: Organ
    name: str
    title: str = ""
    duty: str = ""
    organ_name: str = ""
    election_id: int = 0
    person_id: int = 0
    since: str = ""
    until: str = ""
    until_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person on the list of one election; `role` is the person's office (chức vụ)."""

    id: int = 0
    name: str
    born: str = ""
    gender: str = ""
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """One kind of post to fill; `candidates` in ballot order."""

    id: int = 0
    code: str
    title: str
    seats: int
    frozen: bool = False
    candidates: tuple[Candidate, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One act in the journal: `act` is its name in words, `summary` its sentence.

    `code` is the short form of its hash that papers carry.
    """

    seq: int
    at: str
    actor: str
    act: str
    summary: str
    hash: str

    @property
    def code(self) -> str:
        return short_code(self.hash)


def short_code(digest: str) -> str:
    """Return the code printed on papers for a journal hash: the first 8 hex digits, "7F3A-91C2"."""
    return f"{digest[:4]}-{digest[4:8]}".upper()

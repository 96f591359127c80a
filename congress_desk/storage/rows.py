"""Rows to records, and back: the one place that knows which column is which field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from congress_desk.domain.ballots import BoardReason, Mark, MarkMode, Paper
from congress_desk.domain.people import CongressKind, Person, PersonKind, Status
from congress_desk.domain.records import (
    Accounting,
    AgendaItem,
    Candidate,
    CongressDetails,
    Duty,
    Election,
    Organ,
    Round,
    RoundKind,
    RoundState,
    Waiver,
)
from congress_desk.domain.text import clean_text
from congress_desk.storage.journal import Row

_DETAILS = ("name", "superior", "body", "ordinal", "term", "place", "starts", "ends")
_PERSON = (
    "code", "name", "born", "gender", "ethnic", "religion", "delegation", "position", "joined",
    "degree", "theory", "note",
)  # fmt: skip
_CANDIDATE = ("name", "born", "gender", "role", "note")


def _fields(record: Any, names: Iterable[str]) -> Row:
    """Return these fields as columns; every text in NFC on one line."""
    values = {name: getattr(record, name) for name in names}
    return {n: clean_text(v) if isinstance(v, str) else v for n, v in values.items()}


def details_row(details: CongressDetails) -> Row:
    """Return the columns of a congress that its details fill."""
    return _fields(details, _DETAILS) | {"kind": details.kind.value}


def details_of(row: Row) -> CongressDetails:
    """Return the details of a congress row."""
    return CongressDetails(kind=CongressKind(row["kind"]), **{n: row[n] for n in _DETAILS})


def person_row(person: Person) -> Row:
    """Return the columns of a person without its id."""
    return _fields(person, _PERSON) | {"kind": person.kind.value, "status": person.status.value}


def person_of(row: Row) -> Person:
    """Return a person of the register."""
    return Person(
        id=row["id"],
        kind=PersonKind(row["kind"]),
        status=Status(row["status"]),
        **{name: row[name] for name in _PERSON},
    )


def agenda_row(item: AgendaItem) -> Row:
    """Return the columns of an agenda item without id and place."""
    return _fields(item, ("session", "day", "time", "minutes", "content", "executor"))


def agenda_of(row: Row) -> AgendaItem:
    """Return an agenda item."""
    names = ("session", "day", "time", "minutes", "content", "executor")
    return AgendaItem(**{name: row[name] for name in names})


def duty_row(duty: Duty) -> Row:
    """Return the columns of a duty without id and place."""
    return _fields(duty, ("name", "title", "duty")) | {"organ": duty.organ.value}


def duty_of(row: Row) -> Duty:
    """Return a duty."""
    return Duty(organ=Organ(row["organ"]), name=row["name"], title=row["title"], duty=row["duty"])


def candidate_row(candidate: Candidate) -> Row:
    """Return the columns of a candidate without id, election and place."""
    return _fields(candidate, _CANDIDATE)


def candidate_of(row: Row) -> Candidate:
    """Return a candidate."""
    return Candidate(id=row["id"], **{name: row[name] for name in _CANDIDATE})


def election_of(row: Row, candidates: Iterable[Candidate]) -> Election:
    """Return an election with its candidates in ballot order."""
    return Election(
        id=row["id"],
        code=row["code"],
        title=row["title"],
        seats=row["seats"],
        frozen=bool(row["frozen"]),
        candidates=tuple(candidates),
    )


def round_of(row: Row, candidates: Iterable[Candidate]) -> Round:
    """Return a round with its own list in ballot order."""
    names = ("convened", "present", "issued", "returned")
    texts = ("base_note", "surplus_reason", "opened_at", "declared_at", "cancel_reason")
    return Round(
        id=row["id"],
        election_id=row["election_id"],
        number=row["number"],
        kind=RoundKind(row["kind"]),
        state=RoundState(row["state"]),
        seats=row["seats"],
        mode=MarkMode(row["mode"]),
        candidates=tuple(candidates),
        accounting=Accounting(**{name: row[name] for name in names}),
        **{name: row[name] for name in texts},
    )


def waiver_of(row: Row) -> Waiver:
    """Return a waiver."""
    return Waiver(code=row["code"], name=row["name"], reason=row["reason"], at=row["at"])


def paper_of(row: Row, marks: Iterable[tuple[int, str]]) -> Paper:
    """Return a ballot's paper from its row and its (candidate id, mark) pairs."""
    by_mark: dict[str, set[int]] = {mark.value: set() for mark in Mark}
    for candidate_id, mark in marks:
        by_mark[mark].add(candidate_id)
    reason = row["board_reason"]
    return Paper(
        struck=frozenset(by_mark[Mark.STRUCK]),
        both=frozenset(by_mark[Mark.BOTH]),
        blank=frozenset(by_mark[Mark.BLANK]),
        board_reason=BoardReason(reason) if reason else None,
        board_text=row["board_text"],
    )


def paper_columns(paper: Paper) -> Row:
    """Return the columns of a ballot row that its paper fills."""
    reason = paper.board_reason.value if paper.board_reason else ""
    return {"board_reason": reason, "board_text": clean_text(paper.board_text)}


def mark_rows(ballot_id: int, paper: Paper) -> list[Row]:
    """Return the rows of a ballot's marks, by mark and candidate id."""
    return [
        {"ballot_id": ballot_id, "candidate_id": candidate_id, "mark": mark.value}
        for mark, ids in (
            (Mark.STRUCK, paper.struck),
            (Mark.BOTH, paper.both),
            (Mark.BLANK, paper.blank),
        )
        for candidate_id in sorted(ids)
    ]

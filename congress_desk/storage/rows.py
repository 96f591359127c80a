"""Rows to records, and back: the one place that knows which column is which field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from congress_desk.domain.agenda.item import AgendaItem, ItemKind, ItemState
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.elections.ballots import BoardReason, Mark, MarkMode, Paper
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Round, RoundKind, RoundState, Waiver
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status
from congress_desk.domain.people.register import Direction, Group, Passage, RollPerson, StatusChange
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row

_DETAILS = ("name", "superior", "body", "ordinal", "term", "place", "starts", "ends")
_PERSON = (
    "code", "name", "born", "gender", "ethnic", "religion", "delegation", "position", "joined",
    "degree", "theory", "note",
)  # fmt: skip
_DETAIL = (
    "hometown", "official_on", "schooling", "language", "titles", "incumbent", "delegation_role",
    "seat", "group_role",
)  # fmt: skip
PROFILE = (
    "ethnic", "religion", "hometown", "delegation", "joined", "official_on", "schooling", "degree",
    "theory", "language", "incumbent",
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
    """Return a person of the register; a row without details (None) has none."""
    return Person(
        id=row["id"],
        kind=PersonKind(row["kind"]),
        status=Status(row["status"]),
        committee=bool(row["committee"]),
        group_id=row["group_id"] or 0,
        replaces=row["replaces"] or 0,
        has_photo=bool(row["has_photo"]),
        **{name: row[name] for name in _PERSON},
        **{name: row[name] or "" for name in _DETAIL},
    )


def detail_row(person: Person) -> Row:
    """Return the columns of a person's details, without the number of the person."""
    return _fields(person, _DETAIL) | {
        "committee": int(person.committee),
        "group_id": person.group_id or None,
    }


NO_DETAILS = detail_row(Person(code="", name=""))


def profile_row(person: Person) -> Row:
    """Return the columns of a candidate's own profile, without candidate and person."""
    return _fields(person, PROFILE)


def group_of(row: Row) -> Group:
    """Return a discussion group."""
    return Group(id=row["id"], name=row["name"])


def passage_of(row: Row) -> Passage:
    """Return a passage through a door."""
    texts = ("uid", "at", "door", "actor")
    return Passage(
        id=row["id"],
        person_id=row["person_id"],
        direction=Direction(row["direction"]),
        before=Status(row["before"]),
        undone=bool(row["undone"]),
        **{name: row[name] for name in texts},
    )


def status_change_of(row: Row) -> StatusChange:
    """Return a change of status."""
    texts = ("reason", "at", "actor")
    return StatusChange(
        person_id=row["person_id"],
        before=Status(row["before"]),
        status=Status(row["status"]),
        **{name: row[name] for name in texts},
    )


def roll_person_of(row: Row) -> RollPerson:
    """Return somebody on a frozen roll."""
    return RollPerson(
        person_id=row["person_id"],
        name=row["name"],
        status=Status(row["status"]),
        votes=bool(row["votes"]),
    )


_AGENDA_TEXTS = ("session", "day", "time", "content", "executor", "started_at", "finished_at")
_AGENDA_PROSE = ("script", "note")
_AGENDA_LINKS = ("parent_id", "election_id", "motion_id", "text_id")


def agenda_row(item: AgendaItem) -> Row:
    """Return the columns of an agenda item without id and place."""
    return {
        **_fields(item, _AGENDA_TEXTS),
        **{name: getattr(item, name) for name in _AGENDA_PROSE},
        **{name: getattr(item, name) or None for name in _AGENDA_LINKS},
        "minutes": item.minutes,
        "kind": item.kind.value,
        "anchored": int(item.anchored),
        "state": item.state.value,
    }


def agenda_of(row: Row) -> AgendaItem:
    """Return an agenda item."""
    links: Row = {name: row[name] or 0 for name in _AGENDA_LINKS}
    texts: Row = {name: row[name] for name in (*_AGENDA_TEXTS, *_AGENDA_PROSE)}
    return AgendaItem(
        id=row["id"],
        minutes=row["minutes"],
        kind=ItemKind(row["kind"]),
        anchored=bool(row["anchored"]),
        state=ItemState(row["state"]),
        **texts,
        **links,
    )


_DUTY_TEXTS = ("name", "title", "duty", "organ_name", "since", "until", "until_reason")


def duty_row(duty: Duty) -> Row:
    """Return the columns of a duty without id and place."""
    return {
        **_fields(duty, _DUTY_TEXTS),
        "organ": duty.organ.value,
        "election_id": duty.election_id or None,
        "person_id": duty.person_id or None,
    }


def duty_of(row: Row) -> Duty:
    """Return a duty."""
    return Duty(
        id=row["id"],
        organ=Organ(row["organ"]),
        election_id=row["election_id"] or 0,
        person_id=row["person_id"] or 0,
        **{name: row[name] for name in _DUTY_TEXTS},
    )


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
        kind=ElectionKind(row["kind"]) if row["kind"] else kind_meant(row["title"]),
        kind_said=bool(row["kind"]),
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

"""People and what belongs to them as rows, and back."""

from __future__ import annotations

from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.domain.people.register import Direction, Group, Passage, RollPerson, StatusChange
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_PERSON = (
    "code", "name", "born", "gender", "ethnic", "religion", "delegation", "position", "joined",
    "degree", "theory", "note",
)  # fmt: skip
_DETAIL = (
    "hometown", "official_on", "schooling", "language", "titles", "incumbent", "delegation_role",
    "seat", "group_role", "salutation", "rank", "contact", "phone", "room", "car", "meals", "dress",
)  # fmt: skip


def person_row(person: Person) -> Row:
    """Return the columns of a person without its id."""
    return text_columns(person, _PERSON) | {
        "kind": person.kind.value,
        "status": person.status.value,
    }


def person_of(row: Row, planned_seat: str = "") -> Person:
    """Return a person of the register; a row without details (None) has none."""
    return Person(
        id=row["id"],
        kind=PersonKind(row["kind"]),
        status=Status(row["status"]),
        committee=bool(row["committee"]),
        group_id=row["group_id"] or 0,
        welcome=row["welcome"] or 0,
        companions=row["companions"] or 0,
        replaces=row["replaces"] or 0,
        has_photo=bool(row["has_photo"]),
        planned_seat=planned_seat,
        **{name: row[name] for name in _PERSON},
        **{name: row[name] or "" for name in _DETAIL},
    )


def detail_row(person: Person) -> Row:
    """Return the columns of a person's details, without the number of the person."""
    return text_columns(person, _DETAIL) | {
        "committee": int(person.committee),
        "welcome": person.welcome,
        "companions": person.companions,
        "group_id": person.group_id or None,
    }


NO_DETAILS = detail_row(Person(code="", name=""))


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

"""The sheet "Đại biểu": every column under the header that the import reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from congress_desk.domain.guests.invitation import ARRANGED
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register_layout import COLUMNS
from congress_desk.domain.setup.words import PERSON_KIND_LABELS, STATUS_LABELS
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.book import (
    BookColumn,
    ColumnKind,
    Section,
    Sheet,
    Value,
    plain_rows,
)
from congress_desk.reports.document.wording import Wording

PRIVATE_KEYS = frozenset({"born", "note"})
_KEYS: tuple[tuple[str, ColumnKind], ...] = (
    ("number", ColumnKind.CODE),
    ("code", ColumnKind.CODE),
    ("name", ColumnKind.TEXT),
    ("born", ColumnKind.CODE),
    ("gender", ColumnKind.CODE),
    ("hometown", ColumnKind.TEXT),
    ("ethnic", ColumnKind.TEXT),
    ("religion", ColumnKind.TEXT),
    ("delegation", ColumnKind.TEXT),
    ("delegation_role", ColumnKind.TEXT),
    ("position", ColumnKind.TEXT),
    ("joined", ColumnKind.CODE),
    ("official_on", ColumnKind.CODE),
    ("schooling", ColumnKind.TEXT),
    ("degree", ColumnKind.TEXT),
    ("theory", ColumnKind.TEXT),
    ("language", ColumnKind.TEXT),
    ("titles", ColumnKind.TEXT),
    ("incumbent", ColumnKind.TEXT),
    ("committee", ColumnKind.CODE),
    ("kind", ColumnKind.TEXT),
    ("status", ColumnKind.TEXT),
    ("seat", ColumnKind.CODE),
    ("group", ColumnKind.TEXT),
    *((key, ColumnKind.TEXT) for key in ARRANGED),
    ("note", ColumnKind.TEXT),
)
_FROZEN = 3
_KINDS = {kind: label for label, kind in PERSON_KIND_LABELS.items()}
_STATUSES = {status: label for label, status in STATUS_LABELS.items()}
_DAY_LENGTH = len("2020-06-05")


def people_sheet(
    people: Sequence[Person], groups: Mapping[int, str], words: Wording, *, private: bool
) -> Sheet:
    """Return the register by number; codes always, dates of birth and notes when `private`.

    What is arranged for people has its columns where anybody has something in them.
    """
    empty = {key for key in ARRANGED if not any(getattr(person, key) for person in people)}
    left_out = empty if private else empty | PRIVATE_KEYS
    keys = [(key, kind) for key, kind in _KEYS if key not in left_out]
    columns = tuple(BookColumn(title=_title(key, words), kind=kind) for key, kind in keys)
    rows = (_values(person, groups, words) for person in people)
    return Sheet(
        name=words.say("people_book.sheets.people"),
        title=words.say("people_book.people.title"),
        notes=(
            words.say("people_book.private" if private else "people_book.unprivate"),
            words.say("people_book.round_trip"),
        ),
        columns=columns,
        sections=(Section(rows=plain_rows(tuple(row[key] for key, _ in keys) for row in rows)),),
        freeze_columns=_FROZEN,
    )


def _title(key: str, words: Wording) -> str:
    """Return the title of a column; of two the body has words of its own."""
    if key == "joined":
        return words.terms["joined"]
    if key == "committee":
        said = words.say("people_book.people.convening")
        return said[:1].upper() + said[1:]
    return COLUMNS[key].label


def _status(status: Status, words: Wording) -> str:
    own = status is Status.ABSENT_THROUGHOUT_COMMITTEE
    return words.say(f"status.{status.value}") if own else _STATUSES[status]


def date_value(partial: str) -> Value:
    """Return a whole day as a date, a month or a year as the text an office writes."""
    if len(partial) == _DAY_LENGTH:
        return date.fromisoformat(partial)
    return vietnamese_date(partial) if partial else None


def _values(person: Person, groups: Mapping[int, str], words: Wording) -> dict[str, Value]:
    role, incumbent = person.delegation_role, person.incumbent
    return {
        "number": person.id,
        "code": person.code,
        "name": person.name,
        "born": date_value(person.born),
        "gender": person.gender,
        "hometown": person.hometown,
        "ethnic": person.ethnic,
        "religion": person.religion,
        "delegation": person.delegation,
        "delegation_role": words.say(f"people_book.people.{role}") if role else "",
        "position": person.position,
        "joined": date_value(person.joined),
        "official_on": date_value(person.official_on),
        "schooling": person.schooling,
        "degree": person.degree,
        "theory": person.theory,
        "language": person.language,
        "titles": person.titles,
        "incumbent": words.say(f"people.incumbent.{incumbent}") if incumbent else "",
        "committee": words.say("people_book.people.committee") if person.committee else "",
        "kind": _KINDS[person.kind],
        "status": _status(person.status, words),
        "seat": person.hall_seat,
        "group": groups.get(person.group_id, ""),
        "note": person.note,
        **{key: getattr(person, key) or "" for key in ARRANGED},
    }

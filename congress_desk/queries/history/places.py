"""What an act was about: the desk and the record to go to, and the subject that papers share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from congress_desk.i18n import tr
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import journal_records as records

# Where records of a table are at home: the desk, its part, and the column with the record there.
_HOMES: dict[str, tuple[str, str, str]] = {
    "congress": ("congress", "details", ""),
    "congress_setting": ("congress", "details", ""),
    "desk_operator": ("congress", "operators", ""),
    "person": ("people", "", "id"),
    "person_detail": ("people", "", "person_id"),
    "photo": ("people", "", "person_id"),
    "hall_picture": ("projector", "", ""),
    "seating_plan": ("people", "seats", ""),
    "hall_seat": ("people", "seats", ""),
    "status_change": ("people", "", "person_id"),
    "replacement": ("people", "", "delegate_id"),
    "passage": ("people", "", "person_id"),
    "invitation": ("people", "guests", "person_id"),
    "rota_turn": ("people", "rota", "id"),
    "discussion_group": ("people", "", ""),
    "agenda_item": ("agenda", "", "id"),
    "speech": ("running", "", "item_id"),
    "duty": ("duties", "", "id"),
    "assignment": ("duties", "", "duty_id"),
    "motion": ("motions", "", "id"),
    "task": ("preparation", "task", "id"),
    "congress_text": ("preparation", "text", "id"),
    "text_comment": ("preparation", "text", "text_id"),
    "indicator": ("preparation", "", ""),
    "obstacle": ("obstacles", "", "id"),
    "paper_part": ("minutes", "", ""),
    "share_holding": ("elections", "", ""),
}
# Rows that others are written beside say less of what an act was about.
_LAST = ("congress_setting", "duty", "status_change", "roll")


class RecordPlace(NamedTuple):
    """A desk with the record there (0 of none) and the part of the desk."""

    desk: str
    record: int = 0
    part: str = ""


class Subject(NamedTuple):
    """What an act was about, as papers are: a round, an election or a desk; `key` sorts it."""

    key: str
    words: str


def place_of(file: CongressFile, changes: Sequence[list[Any]]) -> RecordPlace | None:
    """Return where the record of a line is, None where it has no desk."""
    for change in _most_telling(changes):
        table, row = change[1], row_of(change)
        election = records.election_of_row(file, table, row)
        if election:
            return RecordPlace("elections", election)
        if table in _HOMES:
            desk, part, column = _HOMES[table]
            record = records.number_there(file, table, row, column) if column else 0
            return RecordPlace(desk, record, part)
    return None


def subject_of(file: CongressFile, changes: Sequence[list[Any]]) -> Subject:
    """Return what a line was about; acts of nothing but the journal are of the desk itself."""
    for change in _most_telling(changes):
        table, row = change[1], row_of(change)
        number = records.round_of_row(file, table, row)
        election = records.election_of_row(file, table, row)
        code = records.election_code(file, election) if election else ""
        if code and number:
            words = tr("election {election}, round {number}", election=code, number=number)
            return Subject(f"election {code} {number}", words)
        if code:
            return Subject(f"election {code}", tr("election {election}, its list", election=code))
        if table in _HOMES:
            desk = _HOMES[table][0]
            return Subject(desk, _desk_words()[desk])
    return Subject("", tr("the file itself"))


def row_of(change: list[Any]) -> dict[str, Any]:
    """Return what a change tells of its (first) row: all of it, or its key alone."""
    if change[0] == "~":
        return {"id": change[2][0]} | {column: pair[1] for column, pair in change[3].items()}
    values = change[3][0] if change[0] == "+" else change[3]
    return dict(zip(change[2], values, strict=True))


def _most_telling(changes: Sequence[list[Any]]) -> list[list[Any]]:
    return sorted(changes, key=lambda change: change[1] in _LAST)


def _desk_words() -> dict[str, str]:
    return {
        "congress": tr("the congress and its rules"),
        "people": tr("delegates"),
        "agenda": tr("agenda"),
        "running": tr("speeches"),
        "duties": tr("organs and duties"),
        "motions": tr("motions"),
        "preparation": tr("preparation"),
        "obstacles": tr("obstacles"),
        "minutes": tr("texts of papers"),
        "elections": tr("elections"),
    }

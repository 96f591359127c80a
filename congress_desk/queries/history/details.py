"""One line of the journal in full: fields before and after, what it undoes, where to go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from congress_desk.queries.history.field_words import (
    field_word,
    setting_word,
    table_word,
    value_word,
)
from congress_desk.queries.history.places import RecordPlace, place_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import journal_records as records
from congress_desk.storage.reading.journal import line_at
from congress_desk.storage.table_kinds import SECRET_TABLES

MOST_FIELDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a record (`record` in words) before and after; "" where there was nothing."""

    record: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDetails:
    """What the card says of a line beside the line itself.

    `left_out` is how many more fields changed than are told; `secret` says that it also wrote
    ballots, of which nothing is told. `undone_by` is the line that takes it back, 0 of none.
    """

    seq: int
    changes: tuple[FieldChange, ...] = ()
    left_out: int = 0
    secret: bool = False
    undone_by: int = 0
    place: RecordPlace | None = None


def line_details(file: CongressFile, seq: int) -> LineDetails:
    """Return what one line changed, in words; of ballots and passes nothing at all."""
    line = line_at(file, seq)
    if line is None:
        return LineDetails(seq=seq)
    changes = json.loads(line.changes)
    told = [change for change in changes if change[1] not in SECRET_TABLES]
    fields = [each for change in told for each in _fields(file, change)]
    return LineDetails(
        seq=seq,
        changes=tuple(fields[:MOST_FIELDS]),
        left_out=max(len(fields) - MOST_FIELDS, 0),
        secret=len(told) < len(changes),
        undone_by=records.undoing_line(file, seq),
        place=place_of(file, changes),
    )


def _fields(file: CongressFile, change: list[Any]) -> Iterator[FieldChange]:
    """Yield the fields of one change that have words of their own and a value."""
    kind, table = change[0], change[1]
    if not table_word(table):
        return
    if kind == "~":
        record = _record_word(file, table, change[2], {})
        for column, (old, new) in change[3].items():
            yield from _field(file, table, record, column, old, new)
        return
    for values in change[3] if kind == "+" else [change[3]]:
        row = dict(zip(change[2], values, strict=True))
        record = _record_word(file, table, [row.get("id")], row)
        for column, value in row.items():
            pair = (None, value) if kind == "+" else (value, None)
            yield from _field(file, table, record, column, *pair)


def _field(
    file: CongressFile, table: str, record: str, column: str, old: Any, new: Any
) -> Iterator[FieldChange]:
    field = field_word(table, column)
    before, after = (value_word(file, table, column, value) for value in (old, new))
    if field and (before or after):
        yield FieldChange(record=record, field=field, before=before, after=after)


def _record_word(file: CongressFile, table: str, keys: list[Any], row: dict[str, Any]) -> str:
    """Return what a record is called: its kind, and its name where it has one."""
    if table == "congress_setting":
        return f"{table_word(table)}: {setting_word(str(row.get('key') or keys[0]))}"
    for column in records.NAMING:
        if row.get(column):
            return f"{table_word(table)}: {str(row[column])[:80]}"
    named = records.record_name(file, table, keys[0]) if keys else ""
    return f"{table_word(table)}: {named}" if named else table_word(table)

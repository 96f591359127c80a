"""The self-check: pages, keys, schema, the journal's chain, and every row rebuilt from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlite_utils import Database

from congress_desk.errors import Problem, problem
from congress_desk.storage.connection import APPLICATION_ID, UNREADABLE
from congress_desk.storage.journal.chain import chain_problems, numbers
from congress_desk.storage.journal.lines import Line, Replay, Row
from congress_desk.storage.rows.operators import pin_hash_of
from congress_desk.storage.schema import (
    added_columns,
    application_id,
    expected_schema,
    schema_text,
    table_keys,
    user_version,
)

# Hashes of PINs stand outside the journal since this version.
_WITH_OPERATORS = 6

Check = Callable[[Database, int], Iterator[Problem]]


def check_file(db: Database, version: int, known: Sequence[Line] = ()) -> list[Problem]:
    """Return everything that is wrong with an open file of a version; empty when it is sound.

    `known` are the lines of the second journal, where it is at hand: they tell what was changed.
    Who edits a line takes the guards off first: where the tables are right, the rest is looked at.
    """
    found = _found_by((_check_pages, _check_schema), db, version, ())
    differs = any(each.code == "file_schema_differs" for each in found)
    if differs and not _has_its_tables(db, version):
        return found
    checks = (_check_foreign_keys, partial(_check_history, known=known), _check_pins)
    return _found_by(checks, db, version, found)


def _found_by(
    checks: Iterable[Check], db: Database, version: int, before: Sequence[Problem]
) -> list[Problem]:
    """Return what checks find, after what was found `before`; an unreadable part is said once."""
    found = list(before)
    for check in checks:
        try:
            found += check(db, version)
        except UNREADABLE as error:
            unreadable = problem("file_unreadable_part", detail=_one_line(error))
            if unreadable not in found:
                found.append(unreadable)
    return found


def read_journal(db: Database) -> list[Line]:
    """Return every line of the journal, oldest first."""
    return [Line(**row) for row in _asked(db, "SELECT * FROM journal ORDER BY seq")]


def last_line(db: Database) -> tuple[int, str] | None:
    """Return the number and the hash of the newest line, None before the first."""
    found = db.table("journal").rows_where(order_by="seq DESC", limit=1)
    return next(((row["seq"], row["hash"]) for row in found), None)


def _check_pages(db: Database, _version: int) -> Iterator[Problem]:
    for row in db.query("PRAGMA integrity_check"):
        if row["integrity_check"] != "ok":
            yield problem("file_integrity", detail=_one_line(row["integrity_check"]))


def _check_schema(db: Database, version: int) -> Iterator[Problem]:
    if application_id(db) != APPLICATION_ID or user_version(db) != version:
        yield problem("file_schema_differs", name="header")
    found, expected = schema_text(db), expected_schema(version)
    for entry in set(found) ^ set(expected):
        yield problem("file_schema_differs", name=entry[1])


def _has_its_tables(db: Database, version: int) -> bool:
    """Say whether a file is of its version but for indexes and triggers."""
    found, expected = (
        [entry for entry in schema if entry[0] == "table"]
        for schema in (schema_text(db), expected_schema(version))
    )
    return found == expected and user_version(db) == version


def _check_foreign_keys(db: Database, _version: int) -> Iterator[Problem]:
    for row in db.query("PRAGMA foreign_key_check"):
        yield problem("file_foreign_key", table=str(row["table"]), row=str(row["rowid"]))


def _check_history(db: Database, version: int, *, known: Sequence[Line] = ()) -> Iterator[Problem]:
    lines = read_journal(db)
    broken = chain_problems(lines, known)
    yield from broken
    if broken:
        return
    keys = table_keys(version)
    replay = Replay(keys, added_columns(version))
    unfit = _unfit_line(replay, lines)
    if unfit is not None:
        yield problem("journal_line_unfit", seq=unfit.seq)
        return
    if all(_is_as_journaled(db, table, keys[table], replay.tables[table]) for table in keys):
        return
    # What was compared is gone: it is said from the beginning what differs.
    replay = Replay(keys, added_columns(version))
    _unfit_line(replay, lines)
    found = {table: _rows(db, table, key) for table, key in keys.items()}
    yield from _cut(replay, lines, known, found)
    yield from _differing(replay.tables, found)


def _is_as_journaled(
    db: Database, table: str, key: tuple[str, ...], journaled: dict[tuple[Any, ...], Row]
) -> bool:
    """Say whether a table holds these rows and no others.

    Each is let go of as it is found: both at once took twice the memory of everything else.
    """
    rows = _asked(db, _every_row(table))
    return all(journaled.pop(tuple(row[c] for c in key), None) == row for row in rows) and (
        not journaled
    )


def _unfit_line(replay: Replay, lines: Iterable[Line]) -> Line | None:
    """Replay lines; return the first whose changes do not fit what stood before."""
    for line in lines:
        try:
            replay.apply(line)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            return line
    return None


def _cut(
    replay: Replay, lines: Sequence[Line], known: Sequence[Line], found: Mapping[str, Any]
) -> Iterator[Problem]:
    """Say so where the rows are as the second journal goes on after the last of `lines`."""
    here = len(lines)
    if len(known) <= here or known[here - 1] != lines[-1]:
        return
    whole = Replay(replay.keys, replay.added)
    if _unfit_line(whole, known) is None and whole.tables == found:
        yield problem(
            "journal_cut",
            count=len(known) - here, since=known[-1].at, **numbers(here + 1, len(known)),
        )  # fmt: skip


def _differing(
    journaled: Mapping[str, dict[tuple[Any, ...], Row]],
    found: Mapping[str, dict[tuple[Any, ...], Row]],
) -> Iterator[Problem]:
    for table in found:
        yield from _compare(table, journaled[table], found[table])


def _check_pins(db: Database, version: int) -> Iterator[Problem]:
    """Hold every kept hash of a PIN against the seal that the journal tells of it."""
    if version < _WITH_OPERATORS:
        return
    operators = {row["id"]: row for row in db.table("desk_operator").rows}
    for row in db.table("desk_operator_pin").rows:
        operator = operators.get(row["operator_id"])
        if operator and pin_hash_of(row).seal != operator["pin_seal"]:
            yield problem("pin_changed_outside", name=_one_line(operator["name"]))


def _rows(db: Database, table: str, key: tuple[str, ...]) -> dict[tuple[Any, ...], Row]:
    return {tuple(row[c] for c in key): row for row in _asked(db, _every_row(table))}


def _every_row(table: str) -> str:
    return f'SELECT * FROM "{table}"'  # noqa: S608 - a name of our own schema


def _asked(db: Database, sql: str) -> Iterator[Row]:
    """Yield rows in one statement: the library asks three, and for the names of all tables."""
    cursor = db.conn.execute(sql)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _compare(
    table: str, journaled: dict[tuple[Any, ...], Row], found: dict[tuple[Any, ...], Row]
) -> Iterator[Problem]:
    if journaled == found:
        return
    for key in sorted(journaled.keys() | found.keys(), key=repr):
        name = "-".join(str(part) for part in key)
        if key not in found:
            yield problem("row_lost", table=table, row=name)
        elif key not in journaled:
            yield problem("row_unknown", table=table, row=name)
        else:
            for column, value in journaled[key].items():
                other = found[key].get(column)
                if other != value or type(other) is not type(value):
                    yield problem("row_changed", table=table, row=name, column=column)


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:300]

"""The rows of a damaged table, one by one: from both ends, then those between that still answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from congress_desk.storage.connection import UNREADABLE

# Numbers of rows tried one by one where a part in the middle cannot be read.
_TRIED = 20_000
_KINDS = {"INTEGER": int, "INT": int, "TEXT": str, "REAL": float, "BLOB": bytes}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTable:
    """A table as far as it was read; `fault` is what SQLite said where it was not, "" if whole.

    `strange` is how many rows were left out because they cannot be of this table.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    fault: str = ""
    strange: int = 0


def table_names(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that the schema tells of; sqlite3.Error when it cannot be read."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return sorted(str(row[0]) for row in found if not str(row[0]).startswith("sqlite_"))


def read_table(connection: sqlite3.Connection, name: str) -> ReadTable:
    """Read what can be read of a table."""
    try:
        asked = 'SELECT name, type, "notnull" FROM pragma_table_info(?)'
        columns = connection.execute(asked, [name]).fetchall()
    except UNREADABLE as error:
        return ReadTable(name=name, columns=(), rows=(), fault=_one_line(error))
    rows, fault = _by_number(connection, name)
    fitting = tuple(row for row in rows if _fits(row, columns))
    return ReadTable(
        name=name,
        columns=tuple(str(column[0]) for column in columns),
        rows=fitting,
        fault=fault,
        strange=len(rows) - len(fitting),
    )


def _fits(row: tuple[Any, ...], columns: Sequence[tuple[str, str, int]]) -> bool:
    """Say whether a row can be of a table: a destroyed page may hold the rows of another one."""
    return len(row) == len(columns) and all(
        not needed if value is None else isinstance(value, _KINDS.get(kind, object))
        for value, (_, kind, needed) in zip(row, columns, strict=True)
    )


def _by_number(
    connection: sqlite3.Connection, name: str
) -> tuple[tuple[tuple[Any, ...], ...], str]:
    quoted = '"' + name.replace('"', '""') + '"'
    number, by = "rowid", "ORDER BY rowid"
    try:
        connection.execute(f"SELECT rowid FROM {quoted} LIMIT 0")
    except UNREADABLE:
        number, by = "NULL", ""
    found: dict[Any, tuple[Any, ...]] = {}
    fault = _scan(connection, f"SELECT {number}, * FROM {quoted} {by}", found)
    if not fault or not by:
        return tuple(found.values()), fault
    upper = max(found, default=0)
    _scan(connection, f"SELECT {number}, * FROM {quoted} {by} DESC", found)
    lower = min((key for key in found if key > upper), default=upper)
    for key in range(upper + 1, min(lower, upper + _TRIED)):
        _scan(connection, f"SELECT rowid, * FROM {quoted} WHERE rowid = {key}", found)
    return tuple(found[key] for key in sorted(found)), fault


def _scan(connection: sqlite3.Connection, sql: str, found: dict[Any, tuple[Any, ...]]) -> str:
    """Put rows under their numbers until one cannot be read; return what was said then."""
    try:
        for key, *row in _rows(connection, sql):
            found[len(found) if key is None else key] = tuple(row)
    except UNREADABLE as error:
        return _one_line(error)
    return ""


def _rows(connection: sqlite3.Connection, sql: str) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute(sql)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]

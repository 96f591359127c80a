"""Everything that can still be read of a congress: from its damaged file and from its journals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.connection import UNREADABLE
from congress_desk.storage.journal.journal_text import read_text
from congress_desk.storage.journal.lines import COLUMNS, Line, Replay, sound_beginning
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.migrations import SCHEMA_VERSION, UNTOLD
from congress_desk.storage.password.keyring import needs_password
from congress_desk.storage.rescue.pages import openings, read_pages
from congress_desk.storage.rescue.tables import ReadTable, read_table, table_names
from congress_desk.storage.safety.backup import backup_folder
from congress_desk.storage.safety.kept_backups import backups_in
from congress_desk.storage.schema import added_columns, table_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class RescuedTable:
    """A table: its columns and rows, and how many of the last rows only the journal tells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    from_journal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What was read, and a problem for each thing that was not: none when nothing is missing."""

    tables: tuple[RescuedTable, ...]
    missing: tuple[Problem, ...]


def rescue(path: Path) -> Rescued | Refusal:
    """Read what can be read of a file, whatever is wrong with it; nothing is written.

    Rows that the file does not give are taken from the longest journal whose lines follow: its own,
    or the second one beside it. Hashes of PINs and keys are left out.
    """
    if not path.is_file():
        return refuse("file_missing", path=str(path))
    try:
        pages = read_pages(path)
    except OSError as error:
        return refuse("system", detail=error.strerror or str(error))
    if needs_password(path):
        return refuse("password_needed", path=path.name)
    missing: list[Problem] = []
    if pages.unread:
        missing.append(problem("rescue_blocks_unread", count=pages.unread))
    copies = [each.path for each in reversed(backups_in(backup_folder(path), path.stem))]
    whose, tables = _best(openings(pages, copies))
    if whose:
        missing.append(problem("rescue_first_page", path=path.name, copy=whose))
    replay = _replay(tables.get("journal"), path.with_name(path.name + SUFFIX))
    keys = table_keys(SCHEMA_VERSION)
    rescued = []
    for name in sorted({*keys, *tables, "journal"} - UNTOLD):
        told = replay.tables.get(name, {})
        table, problems = _together(name, tables.get(name), told, keys.get(name, ()))
        missing += problems
        rescued.append(table)
    return Rescued(tables=tuple(rescued), missing=tuple(missing))


def _best(
    opened: Iterator[tuple[str, sqlite3.Connection]],
) -> tuple[str, dict[str, ReadTable]]:
    """Return the tables under the file's own schema, or under the one that fits most rows."""
    best: tuple[str, dict[str, ReadTable]] = ("–", {})
    for whose, connection in opened:
        try:
            tables = {name: read_table(connection, name) for name in table_names(connection)}
        except UNREADABLE:
            tables = {}
        finally:
            connection.close()
        if not whose and _fitting(tables) > 0:
            return whose, tables
        if _fitting(tables) > _fitting(best[1]):
            best = whose, tables
    return best


def _fitting(tables: Mapping[str, ReadTable]) -> int:
    return sum(len(table.rows) - table.strange for table in tables.values())


def _replay(journal: ReadTable | None, second: Path) -> Replay:
    """Return every row that the longest sound journal tells."""
    texts: list[Sequence[Line]] = []
    if journal is not None and set(COLUMNS) <= set(journal.columns):
        rows = [dict(zip(journal.columns, row, strict=True)) for row in journal.rows]
        texts.append([Line(**{column: row[column] for column in COLUMNS}) for row in rows])
    try:
        text = read_text(second)
        texts.append([*text.lines, *text.later])
    except OSError:
        pass
    longest = max((lines[: sound_beginning(lines)] for lines in texts), key=len, default=[])
    replay = Replay(table_keys(SCHEMA_VERSION), added_columns(SCHEMA_VERSION))
    for line in longest:
        try:
            replay.apply(line)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            break
    replay.tables["journal"] = {(line.seq,): line.as_row() for line in longest}
    return replay


def _together(
    name: str,
    read: ReadTable | None,
    told: dict[tuple[Any, ...], dict[str, Any]],
    key: tuple[str, ...],
) -> tuple[RescuedTable, list[Problem]]:
    """Return a table with the rows of both, and what is missing of it.

    A row that was torn is taken as the journal tells it.
    """
    key = ("seq",) if name == "journal" else key
    told_columns = tuple(next(iter(told.values()), {}))
    columns = read.columns if read and read.columns else told_columns
    rows = list(read.rows) if read else []
    torn = [place for place, row in enumerate(rows) if _is_torn(row)]
    for place in torn:
        whole = told.get(_key_of(columns, rows[place], key))
        rows[place] = _as_told(columns, whole) if whole else rows[place]
    by_key = {_key_of(columns, row, key): row for row in rows}
    added = [_as_told(columns, row) for known, row in told.items() if known not in by_key]
    table = RescuedTable(name=name, columns=columns, rows=(*rows, *added))
    problems = list(_missing(name, read, len(rows), len(added)))
    differing = sum(
        any(row.get(column, value) != value for column, value in zip(columns, found, strict=True))
        for known, row in told.items()
        if (found := by_key.get(known)) is not None
    )
    if differing:
        problems.append(problem("rescue_rows_differ", table=name, count=differing))
    return replace(table, from_journal=len(added)), problems


def _is_torn(row: tuple[Any, ...]) -> bool:
    """Say whether a text of a row has zeros, which no text of a file has: part of it is gone."""
    return any(isinstance(value, str) and "\0" in value for value in row)


def _as_told(columns: tuple[str, ...], row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row.get(column) for column in columns)


def _key_of(
    columns: tuple[str, ...], row: tuple[Any, ...], key: tuple[str, ...]
) -> tuple[Any, ...]:
    places = [columns.index(column) for column in key if column in columns]
    return tuple(row[place] for place in places)


def _missing(name: str, read: ReadTable | None, rows: int, added: int) -> Iterator[Problem]:
    fault = read.fault if read else ""
    if read is not None and read.strange:
        yield problem("rescue_rows_strange", table=name, count=read.strange)
    if read is None or fault:
        detail = fault or "–"
        yield problem("rescue_table_part", table=name, rows=rows, added=added, detail=detail)
    elif added:
        yield problem("rescue_rows_of_journal", table=name, count=added)

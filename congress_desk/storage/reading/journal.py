"""Journal lines, read from the file."""

from __future__ import annotations

import json
from typing import Any

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row

_LINES_AFTER = (
    "SELECT seq, act_id, at, actor, act, about, undoes, '[]' AS changes, previous, hash"
    " FROM journal WHERE seq > ? ORDER BY seq"
)
_LINES_ABOUT = "SELECT seq, changes FROM journal WHERE seq > ? AND instr(changes, ?) > 0"


def last_line(file: CongressFile) -> Line:
    """Return the newest journal line."""
    return _line(file.rows("SELECT * FROM journal ORDER BY seq DESC LIMIT 1")[0])


def lines_after(file: CongressFile, seq: int) -> list[Line]:
    """Return the lines after the line `seq`, oldest first, without what they changed."""
    return [_line(row) for row in file.rows(_LINES_AFTER, seq)]


def acts_after(file: CongressFile, seq: int) -> list[tuple[str, int | None]]:
    """Return of the lines after the line `seq` their acts, and which line each undoes."""
    return file.cursor("SELECT act, undoes FROM journal WHERE seq > ?", seq).fetchall()


def line_at(file: CongressFile, seq: int) -> Line | None:
    """Return one line with all it changed, None where there is none."""
    found = file.rows("SELECT * FROM journal WHERE seq = ?", seq)
    return _line(found[0]) if found else None


def newest_line_left(file: CongressFile, act: str) -> Line | None:
    """Return the newest journal line of an act that no other line undoes, None without one."""
    found = lines_left(file, act, 1)
    return found[0] if found else None


def lines_left(file: CongressFile, act: str, most: int) -> list[Line]:
    """Return the newest journal lines of an act that no other line undoes, the newest first."""
    found = file.rows(
        "SELECT * FROM journal WHERE act = ? AND seq NOT IN"
        " (SELECT undoes FROM journal WHERE undoes IS NOT NULL) ORDER BY seq DESC LIMIT ?",
        act,
        most,
    )
    return [_line(row) for row in found]


def changes_of(file: CongressFile, *tables: str, after: int = 0) -> list[tuple[int, list[Any]]]:
    """Return each change of a row of these tables with the number of its line, oldest first.

    A change is ["+", table, columns, rows], ["~", table, keys, {column: [old, new]}] or
    ["-", table, columns, values].
    """
    found: dict[int, list[Any]] = {}
    for table in tables:
        found |= _lines_about(file, table)
    return [
        (seq, change)
        for seq, changes in sorted(found.items())
        if seq > after
        for change in changes
        if change[1] in tables
    ]


def _lines_about(file: CongressFile, table: str) -> dict[int, list[Any]]:
    """Return the changes of the lines that may be about a table, by the number of the line.

    The journal is only added to: after thousands of ballots no more than the lines since are read.
    """
    name = f"lines_about_{table}"
    until, known = file.read_cache.recalled(name, 0) or (0, {})
    newest = file.cursor("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
    rows = file.rows(_LINES_ABOUT, until, f'"{table}"')
    found = known | {row["seq"]: json.loads(row["changes"]) for row in rows}
    file.read_cache.keep(name, 0, (newest, found), frozenset())
    return found


def undone_lines(file: CongressFile) -> set[int]:
    """Return the numbers of the journal lines that another line undoes."""
    rows: list[dict[str, Any]] = file.rows("SELECT undoes FROM journal WHERE undoes IS NOT NULL")
    return {row["undoes"] for row in rows}


def referring_columns(file: CongressFile) -> dict[str, dict[str, str]]:
    """Return of each table which of its columns names a row of which table."""
    rows = file.rows(
        'SELECT m.name AS here, f."from" AS in_column, f."table" AS there'
        " FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
    )
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        found.setdefault(row["here"], {})[row["in_column"]] = row["there"]
    return found


def _line(row: Row) -> Line:
    return Line(**row)

"""Journal lines, read from the file."""

from __future__ import annotations

import json
from typing import Any

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row

_LINES_ABOUT = "SELECT seq, changes FROM journal WHERE seq > ? AND instr(changes, ?) > 0"


def last_line(file: CongressFile) -> Line:
    """Return the newest journal line."""
    return _line(file.rows("SELECT * FROM journal ORDER BY seq DESC LIMIT 1")[0])


def newest_line_left(file: CongressFile, act: str) -> Line | None:
    """Return the newest journal line of an act that no other line undoes, None without one."""
    found = file.rows(
        "SELECT * FROM journal WHERE act = ? AND seq NOT IN"
        " (SELECT undoes FROM journal WHERE undoes IS NOT NULL) ORDER BY seq DESC LIMIT 1",
        act,
    )
    return _line(found[0]) if found else None


def changes_of(file: CongressFile, *tables: str, after: int = 0) -> list[tuple[int, list[Any]]]:
    """Return each change of a row of these tables with the number of its line, oldest first.

    A change is ["+", table, columns, rows], ["~", table, keys, {column: [old, new]}] or
    ["-", table, columns, values].
    """
    found = {
        row["seq"]: row["changes"]
        for table in tables
        for row in file.rows(_LINES_ABOUT, after, f'"{table}"')
    }
    return [
        (seq, change)
        for seq, changes in sorted(found.items())
        for change in json.loads(changes)
        if change[1] in tables
    ]


def undone_lines(file: CongressFile) -> set[int]:
    """Return the numbers of the journal lines that another line undoes."""
    rows: list[dict[str, Any]] = file.rows("SELECT undoes FROM journal WHERE undoes IS NOT NULL")
    return {row["undoes"] for row in rows}


def _line(row: Row) -> Line:
    return Line(**row)

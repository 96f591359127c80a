"""Journal lines, read from the file."""

from __future__ import annotations

from typing import Any

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Line, Row


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


def undone_lines(file: CongressFile) -> set[int]:
    """Return the numbers of the journal lines that another line undoes."""
    rows: list[dict[str, Any]] = file.rows("SELECT undoes FROM journal WHERE undoes IS NOT NULL")
    return {row["undoes"] for row in rows}


def _line(row: Row) -> Line:
    return Line(**row)

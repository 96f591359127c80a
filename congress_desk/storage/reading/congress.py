"""The congress itself, read from the file."""

from __future__ import annotations

from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.reading import journal as reading_journal


def congress_row(file: CongressFile) -> Row:
    """Return the one row of the congress."""
    return file.rows("SELECT * FROM congress")[0]


def hall_picture_row(file: CongressFile, place: str) -> Row | None:
    """Return the picture of a place for the hall, None without one."""
    rows = file.rows("SELECT * FROM hall_picture WHERE place = ?", place)
    return rows[0] if rows else None


def congress_setting(file: CongressFile, key: str) -> str:
    """Return a setting of this congress, "" when it was never set."""
    rows = file.rows("SELECT value FROM congress_setting WHERE key = ?", key)
    return str(rows[0]["value"]) if rows else ""


def congress_settings(file: CongressFile, prefix: str) -> dict[str, str]:
    """Return the settings whose key begins so, by key."""
    rows = file.rows(
        "SELECT key, value FROM congress_setting WHERE substr(key, 1, ?) = ? ORDER BY key",
        len(prefix),
        prefix,
    )
    return {str(row["key"]): str(row["value"]) for row in rows}


def starts_at(file: CongressFile, seq: int) -> str:
    """Return when the congress began, as ISO time, by what was known after the line `seq`."""
    for _, (kind, _, _, values) in reading_journal.changes_of(file, "congress", after=seq):
        if kind == "~" and "starts" in values:
            return str(values["starts"][0])
    return str(congress_row(file)["starts"])

"""Version 8: bundles at several stations at once, and numbered copies of texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from congress_desk.storage.migrations.m0008_stations import STATIONS_AT_ONCE
from congress_desk.storage.migrations.m0008_text_copies import TEXT_COPIES

# Each section stands in a module of its own, `m0008_<what>`.
_SECTIONS: tuple[str, ...] = (STATIONS_AT_ONCE, TEXT_COPIES)


def apply(db: Database) -> None:
    """Bring a file of version 7 to version 8 inside the caller's transaction."""
    for section in _SECTIONS:
        for statement in _statements(section):
            db.execute(statement)


def _statements(section: str) -> Iterator[str]:
    """Yield the statements of a section, triggers whole."""
    statement = ""
    for line in section.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip().removesuffix(";")
            statement = ""

"""Version 9: what a secretariat does beside programme and count, and ballots read by a scanner."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from congress_desk.storage.migrations.m0009_boxes import BOXES
from congress_desk.storage.migrations.m0009_discussions import DISCUSSIONS
from congress_desk.storage.migrations.m0009_guests import GUESTS
from congress_desk.storage.migrations.m0009_scan import SCANS
from congress_desk.storage.migrations.m0009_seats import SEATS

# Each section stands in a module of its own, `m0009_<what>`.
_SECTIONS: tuple[str, ...] = (DISCUSSIONS, BOXES, GUESTS, SCANS, SEATS)


def apply(db: Database) -> None:
    """Bring a file of version 8 to version 9 inside the caller's transaction."""
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

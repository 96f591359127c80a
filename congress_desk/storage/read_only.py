"""A congress file that is only read: from a medium that takes nothing, or a copy of another day.

Its pages are taken into memory under SQLite's lock, so that an older version can be brought up to
date there, and nothing is written beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.connection import UNREADABLE, key_of_connection
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.password.keyring import key_for
from congress_desk.storage.password.pages import plain_pages
from congress_desk.storage.safety.open_checks import (
    check_path,
    connect_alone,
    connect_read_only,
    one_line,
    refused_opening,
)
from congress_desk.storage.safety.verify import check_file
from congress_desk.storage.schema import migrate, user_version

# Why a file is not opened that could be read all the same.
CANNOT_WRITE = frozenset({"file_read_only", "folder_read_only"})


def open_to_read(path: Path, *, checked: bool = True) -> CongressFile | Refusal:
    """Open a file of any version for reading alone: no act, no lock note, no journal beside it.

    `checked` runs the self-check, as at every opening. Refused like `open_file`, but not for rights
    to write.
    """
    pages = check_path(path, writable=False) or _pages(path)
    if isinstance(pages, Refusal):
        return pages
    key = key_for(path)
    db = Database(
        sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False),
        recursive_triggers=True,
        execute_plugins=False,
    )
    try:
        db.conn.deserialize(pages)
        problems = _up_to_date(db, checked)
    except UNREADABLE as error:
        problems = [problem("file_unreadable_part", detail=one_line(error))]
    if problems:
        db.close()
        damaged = problem("file_damaged", path=path.name, count=len(problems))
        return Refusal((damaged, *problems))
    return CongressFile(path, db, datetime.now, read_only=True, key=key)


def _up_to_date(db: Database, checked: bool) -> list[Problem]:
    version = user_version(db)
    problems = check_file(db, version) if checked else []
    if not problems and 1 <= version < SCHEMA_VERSION:
        db.execute("BEGIN")
        migrate(db, version, SCHEMA_VERSION)
        db.execute("COMMIT")
    return problems


def _pages(path: Path) -> bytes | Refusal:
    db = connect_read_only(path)
    pages = db if isinstance(db, Refusal) else _taken(db, path)
    left = path.with_name(path.name + "-journal").exists()
    if isinstance(pages, Refusal) and pages.first.code != "file_in_use" and left:
        return _pages_rolled_back(path)
    return pages


def _pages_rolled_back(path: Path) -> bytes | Refusal:
    """Undo in a copy what a killed program left half written: this medium does not let us here."""
    with tempfile.TemporaryDirectory(prefix="congress-desk-") as folder:
        copy = Path(folder) / path.name
        try:
            for suffix in ("", "-journal"):
                beside = path.with_name(path.name + suffix)
                shutil.copyfile(beside, copy.with_name(copy.name + suffix))
        except OSError as error:
            return refuse("system", detail=error.strerror or one_line(error))
        db = connect_alone(copy)
        return db if isinstance(db, Refusal) else _taken(db, path)


def _taken(db: Database, path: Path) -> bytes | Refusal:
    try:
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        pages = _pages_of(db)
    except (*UNREADABLE, OSError, MemoryError) as error:
        return refused_opening(path, error)
    finally:
        db.close()
    return pages


def _pages_of(db: Database) -> bytes:
    """Return the pages of a file under our lock; those of one with a password opened in memory."""
    key = key_of_connection(db)
    if key is None:
        pages: bytes = db.conn.serialize()
        return pages
    place = db.execute("PRAGMA database_list").fetchone()[2]
    opened, unread = plain_pages(Path(place).read_bytes(), key)
    if unread:
        raise sqlite3.DatabaseError(f"{unread} pages")
    return opened

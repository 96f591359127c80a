"""The shape of the file: application id, version, and what its tables must look like."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlite_utils import Database

from congress_desk.storage.connection import APPLICATION_ID, key_of_connection
from congress_desk.storage.migrations import ADDED_COLUMNS, MIGRATIONS, UNTOLD


def create_schema(db: Database, version: int) -> None:
    """Make an empty file a congress file of a version, whole or not at all.

    Outside a transaction: the pages of a made one are copied, for the migrations take longer. Those
    of a file with a password are another form: its migrations run here.
    """
    if key_of_connection(db) is not None:
        db.execute("BEGIN EXCLUSIVE")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(db, 0, version)
        db.execute("COMMIT")
        return
    with _empty_database(version) as made:
        made.conn.backup(db.conn)


@contextlib.contextmanager
def _empty_database(version: int) -> Iterator[Database]:
    """Give an empty congress file of a version, in memory, to be read."""
    db = _in_memory()
    db.conn.deserialize(empty_pages(version))
    yield db
    db.close()


@cache
def empty_pages(version: int) -> bytes:
    """Return the pages of an empty congress file of a version."""
    db = _in_memory()
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(db, 0, version)
    made = db.conn.serialize()
    db.close()
    return made


def _in_memory() -> Database:
    return Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)


def migrate(db: Database, version: int, to: int) -> None:
    """Apply the migrations after `version` up to `to`, inside the caller's transaction."""
    for migration in MIGRATIONS[version:to]:
        migration(db)
    db.execute(f"PRAGMA user_version = {to}")


def application_id(db: Database) -> int:
    """Return the application id in the file's header."""
    return int(db.execute("PRAGMA application_id").fetchone()[0])


def user_version(db: Database) -> int:
    """Return the schema number in the file's header."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def schema_text(db: Database) -> list[tuple[str, str, str, str]]:
    """Return (type, name, table, SQL) of every table, index and trigger, sorted by name."""
    rows = db.query("SELECT * FROM sqlite_master ORDER BY type, name")
    return [(row["type"], row["name"], row["tbl_name"], row["sql"] or "") for row in rows]


@cache
def expected_schema(version: int) -> list[tuple[str, str, str, str]]:
    """Return what `schema_text` gives of a file of a version."""
    with _empty_database(version) as db:
        return schema_text(db)


@cache
def table_keys(version: int) -> dict[str, tuple[str, ...]]:
    """Return the primary key of every table of a version that the journal tells."""
    with _empty_database(version) as db:
        told = (table for table in db.tables if table.name not in UNTOLD | {"journal"})
        return {table.name: tuple(table.pks) for table in told}


@cache
def added_columns(version: int) -> Mapping[str, Mapping[str, Any]]:
    """Return, by table, what columns younger than a row are in it, up to a version."""
    merged: dict[str, dict[str, Any]] = {}
    for added, tables in ADDED_COLUMNS.items():
        if added <= version:
            for table, columns in tables.items():
                merged.setdefault(table, {}).update(columns)
    return merged

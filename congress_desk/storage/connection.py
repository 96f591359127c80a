"""A connection with the settings that lose no acknowledged ballot (measured: engineering notes)."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from congress_desk.storage.password.cipher import LibraryMissing, connect_protected
from congress_desk.storage.password.key import Key
from congress_desk.storage.password.keyring import key_for
from congress_desk.storage.private_files import address_of

APPLICATION_ID = 0x43445343  # "CDSC"
LEAST_SQLITE = (3, 37, 0)

# With DELETE + FULL, simulated power cuts lost the last acknowledged ballot; with EXTRA none.
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),
    # What is deleted (speeds at the closing, the hash of an old PIN) leaves no bytes behind. Some
    # builds of SQLite have it on by themselves, those of other systems have not.
    ("secure_delete", "ON", 1),
)


# A damaged file can give a row, or the very text of an error, that is no UTF-8.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)


class SettingRefused(Exception):
    """SQLite did not take a setting on which the safety of the file rests."""


def connect(
    path: Path, *, read_only: bool = False, create: bool = False, key: Key | None = None
) -> Database:
    """Return a connection in autocommit mode with every setting read back.

    Only with `create` is a missing file made. `key` is that of a new or known file with a password;
    else it is looked up for what stands at `path`, which is not open here. Raises one of UNREADABLE
    when the file cannot be opened, SettingRefused when a setting fails.
    """
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        raise SettingRefused(f"SQLite {sqlite3.sqlite_version}")
    mode = "ro" if read_only else "rwc" if create else "rw"
    address = f"{address_of(path)}?mode={mode}"
    key = key or key_for(path)
    connection = _plain(address) if key is None else _protected(address, key)
    db = Database(connection, recursive_triggers=True, execute_plugins=False)
    try:
        _apply_settings(db, read_only)
    except BaseException:
        connection.close()
        raise
    return db


def _plain(address: str) -> Any:
    return sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=0.3, check_same_thread=False
    )


def _protected(address: str, key: Key) -> Any:
    try:
        return connect_protected(address, key)
    except LibraryMissing as error:
        raise SettingRefused("sqlcipher3") from error


def key_of_connection(db: Database) -> Key | None:
    """Return the key under which a file is open, None of one without a password."""
    key: Key | None = getattr(db.conn, "key", None)
    return key


def _apply_settings(db: Database, read_only: bool) -> None:
    for name, value, expected in _SETTINGS:
        if read_only and name in ("journal_mode", "locking_mode"):
            continue
        db.execute(f"PRAGMA {name} = {value}")
        found = db.execute(f"PRAGMA {name}").fetchone()[0]
        if found != expected:
            raise SettingRefused(f"{name} = {found}")
    # A memory map turns a disk error into a crash; a build without maps answers nothing.
    db.execute("PRAGMA mmap_size = 0")
    mapped = db.execute("PRAGMA mmap_size").fetchone()
    if mapped is not None and mapped[0] != 0:
        raise SettingRefused(f"mmap_size = {mapped[0]}")

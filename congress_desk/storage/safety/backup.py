"""Copies of an open file through its own connection, checked before they take their name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.connection import (
    UNREADABLE,
    SettingRefused,
    connect,
    key_of_connection,
)
from congress_desk.storage.private_files import OWNER_FOLDER, keep_to_owner, make_own
from congress_desk.storage.safety.disk_errors import is_full, reason_of
from congress_desk.storage.safety.kept_backups import BEGUN, drop_oldest
from congress_desk.storage.safety.verify import check_file
from congress_desk.storage.schema import user_version

Writing = Callable[[Path], None]
Check = Callable[[Path], Sequence[Problem]]


def backup_folder(path: Path) -> Path:
    """Return the folder of automatic copies beside a congress file."""
    return path.with_name(path.stem + ".backups")


def back_up(db: Database, path: Path, name: str) -> Path | Refusal:
    """Write an automatic copy beside the file under this name, and drop those no longer kept."""
    writing, check = partial(_vacuum_into, db), _rows_check(user_version(db))
    return write_backup(backup_folder(path), name, path.stem, writing, check)


def pages_of(db: Database, beside: Path) -> bytes | None:
    """Return the file as it is now, taken at once through the connection that has it open.

    About a millisecond for 3,000 ballots, where writing and checking them takes a quarter of a
    second. A file with a password goes through one not yet synced, at `beside`: its pages are never
    in the clear. None where SQLite was built without that; sqlite3.Error, OSError or MemoryError
    when it fails.
    """
    if key_of_connection(db) is not None:
        beside.unlink(missing_ok=True)
        try:
            _vacuum_into(db, beside)
            return beside.read_bytes()
        finally:
            beside.unlink(missing_ok=True)
    return db.conn.serialize() if hasattr(db.conn, "serialize") else None


def write_pages(target: Path, pages: bytes) -> None:
    """Write pages to a new file of its owner."""
    make_own(target)
    target.write_bytes(pages)


def same_as(pages: bytes) -> Check:
    """Return a check that a file, read back, is these very pages: those were checked before."""
    digest = hashlib.sha256(pages).digest()

    def check(copy: Path) -> list[Problem]:
        same = hashlib.sha256(copy.read_bytes()).digest() == digest
        return [] if same else [problem("file_integrity", detail="read back")]

    return check


def write_backup(
    folder: Path, name: str, stem: str, write: Writing, check: Check
) -> Path | Refusal:
    """Write a copy into a folder of automatic copies, then drop those that are no longer kept."""
    try:
        folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    except OSError as error:
        return refuse("copy_failed", path=folder.name, detail=error.strerror or str(error))
    copied = _copy(folder / name, write, check, over=True)
    if isinstance(copied, Path):
        drop_oldest(folder, stem)
    return copied


def copy_database(db: Database, target: Path) -> Path | Refusal:
    """Copy an open file to `target`, which must not exist; the copy is checked and synced."""
    return _copy(target, partial(_vacuum_into, db), _rows_check(user_version(db)))


def _copy(target: Path, write: Writing, check: Check, *, over: bool = False) -> Path | Refusal:
    """Write a copy; `over` lets it take the place of one of the same second and the same act."""
    temporary = target.with_name(target.name + BEGUN)
    begun = [temporary, temporary.with_name(temporary.name + "-journal")]
    try:
        if target.exists() and not over:
            return refuse("target_exists", path=target.name)
        temporary.unlink(missing_ok=True)
        write(temporary)
        sync_to_device(temporary)
        if not check(temporary):
            temporary.replace(target)
            # Refused, it is not to be there: what a power cut may take away is no copy.
            begun.append(target)
            sync_folder(target.parent)
            return target
        detail, full = "check", False
    except (OSError, UnicodeError, sqlite3.Error, SettingRefused) as error:
        detail, full = reason_of(error), is_full(error)
    for each in begun:
        with contextlib.suppress(OSError):
            each.unlink(missing_ok=True)
    if target in begun and target.exists():
        return refuse("file_in_doubt", path=target.name)
    if full:
        return refuse("copy_failed_full", path=target.name)
    return refuse("copy_failed", path=target.name, detail=detail)


def _vacuum_into(db: Database, target: Path) -> None:
    db.execute("VACUUM INTO ?", [str(target.absolute())])
    keep_to_owner(target)


def _rows_check(version: int) -> Check:
    return partial(rows_of_copy, version=version)


def rows_of_copy(copy: Path, *, version: int) -> list[Problem]:
    """Return what is wrong with the pages, rows and journal of a copy that nobody has open."""
    try:
        db = connect(copy, read_only=True)
    except (*UNREADABLE, SettingRefused) as error:
        return [problem("file_unreadable_part", detail=" ".join(str(error).split()))]
    try:
        return check_file(db, version)
    finally:
        db.close()


def sync_to_device(path: Path) -> None:
    """Let a file reach its device, and let it be read back from there where that can be asked."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_folder(folder: Path) -> None:
    """Let a rename in a folder reach the device."""
    # Windows has no folder handle to sync; its rename is journaled by the file system.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

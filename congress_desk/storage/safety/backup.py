"""Copies of an open file through its own connection, checked before they take their name."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.connection import SettingRefused, connect
from congress_desk.storage.safety.copier import Copying
from congress_desk.storage.safety.disk_errors import is_full
from congress_desk.storage.safety.verify import check_file
from congress_desk.storage.schema import user_version

KEPT_BACKUPS = 12
BALLOTS_BETWEEN_BACKUPS = 25
_NOT_YET = ".new"

Writing = Callable[[Path], None]


def backup_folder(path: Path) -> Path:
    """Return the folder of automatic copies beside a congress file."""
    return path.with_name(path.stem + ".backups")


def back_up(db: Database, path: Path, seq: int) -> Path | Refusal:
    """Write an automatic copy named by time and journal line, and drop the oldest ones."""
    return _back_up(path, seq, user_version(db), partial(_vacuum_into, db))


def copying_of(db: Database, path: Path, seq: int) -> Copying | Refusal | None:
    """Return what writes an automatic copy of the file as it is now, on whatever thread.

    The pages are taken at once, through the connection that has the file open: about a millisecond
    for 3,000 ballots, where writing and checking them takes a quarter of a second. None where
    SQLite was built without that.
    """
    if not hasattr(db.conn, "serialize"):
        return None
    try:
        pages = db.conn.serialize()
    except (sqlite3.Error, MemoryError) as error:
        return refuse("copy_failed", path=path.name, detail=" ".join(str(error).split()))
    return partial(_back_up, path, seq, user_version(db), lambda target: _write(target, pages))


def _back_up(path: Path, seq: int, version: int, write: Writing) -> Path | Refusal:
    folder = backup_folder(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        return refuse("copy_failed", path=folder.name, detail=error.strerror or str(error))
    name = f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S}-{seq:06d}.congress"
    copied = _copy(folder / name, version, write, over=True)
    if isinstance(copied, Path):
        _drop_oldest(folder, path.stem)
    return copied


def _drop_oldest(folder: Path, stem: str) -> None:
    # Only copies named as above: what a person put into the folder stays there.
    own = re.compile(re.escape(stem) + r"-\d{8}-\d{6}-\d{6,}\.congress")
    with contextlib.suppress(OSError):
        files = sorted(folder.iterdir())
        made = [file for file in files if own.fullmatch(file.name)]
        # What a killed program had begun to write goes too.
        begun = [file for file in files if own.fullmatch(file.name.removesuffix(_NOT_YET))]
        for old in (*made[:-KEPT_BACKUPS], *(file for file in begun if file not in made)):
            old.unlink(missing_ok=True)


def copy_database(db: Database, target: Path) -> Path | Refusal:
    """Copy an open file to `target`, which must not exist; the copy is checked and synced."""
    return _copy(target, user_version(db), partial(_vacuum_into, db))


def _copy(target: Path, version: int, write: Writing, *, over: bool = False) -> Path | Refusal:
    """Write a copy; `over` lets it take the place of one of the same second and the same act."""
    temporary = target.with_name(target.name + _NOT_YET)
    try:
        if target.exists() and not over:
            return refuse("target_exists", path=target.name)
        temporary.unlink(missing_ok=True)
        write(temporary)
        if _is_sound(temporary, version):
            _sync(temporary)
            temporary.replace(target)
            sync_folder(target.parent)
            return target
        detail, full = "check", False
    except (OSError, UnicodeError, sqlite3.Error, SettingRefused) as error:
        detail = " ".join(str(error).split())
        full = is_full(error)
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)
    if full:
        return refuse("copy_failed_full", path=target.name)
    return refuse("copy_failed", path=target.name, detail=detail)


def _vacuum_into(db: Database, target: Path) -> None:
    db.execute("VACUUM INTO ?", [str(target.absolute())])


def _write(target: Path, pages: bytes) -> None:
    target.write_bytes(pages)


def _is_sound(copy: Path, version: int) -> bool:
    db = connect(copy, read_only=True)
    try:
        return not check_file(db, version)
    finally:
        db.close()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Let a rename in a folder reach the device."""
    # Windows has no folder handle to sync; its rename is journaled by the file system.
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

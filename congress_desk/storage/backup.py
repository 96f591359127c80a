"""Copies of an open file: by VACUUM INTO, checked before they take their name."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.connection import SettingRefused, connect
from congress_desk.storage.schema import user_version
from congress_desk.storage.verify import check_file

KEPT_BACKUPS = 12
BALLOTS_BETWEEN_BACKUPS = 25


def backup_folder(path: Path) -> Path:
    """Return the folder of automatic copies beside a congress file."""
    return path.with_name(path.stem + ".backups")


def back_up(db: Database, path: Path, seq: int) -> Path | Refusal:
    """Write an automatic copy named by time and journal line, and drop the oldest ones."""
    folder = backup_folder(path)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        return refuse("copy_failed", path=folder.name, detail=error.strerror or str(error))
    name = f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S}-{seq:06d}.congress"
    copied = copy_database(db, folder / name)
    if isinstance(copied, Path):
        _drop_oldest(folder, path.stem)
    return copied


def _drop_oldest(folder: Path, stem: str) -> None:
    # Only copies named as above: what a person put into the folder stays there.
    own = re.compile(re.escape(stem) + r"-\d{8}-\d{6}-\d{6,}\.congress")
    with contextlib.suppress(OSError):
        made = sorted(file for file in folder.iterdir() if own.fullmatch(file.name))
        for old in made[:-KEPT_BACKUPS]:
            old.unlink(missing_ok=True)


def copy_database(db: Database, target: Path) -> Path | Refusal:
    """Copy an open file to `target`, which must not exist; the copy is checked and synced."""
    temporary = target.with_name(target.name + ".new")
    try:
        if target.exists():
            return refuse("target_exists", path=target.name)
        temporary.unlink(missing_ok=True)
        db.execute("VACUUM INTO ?", [str(temporary.absolute())])
        if _is_sound(temporary, user_version(db)):
            _sync(temporary)
            temporary.replace(target)
            sync_folder(target.parent)
            return target
        detail = "check"
    except (OSError, UnicodeError, sqlite3.Error, SettingRefused) as error:
        detail = " ".join(str(error).split())
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)
    return refuse("copy_failed", path=target.name, detail=detail)


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

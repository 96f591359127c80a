"""What a path must be before its rows are read, and which process has the file open."""

from __future__ import annotations

import os
from pathlib import Path

from sqlite_utils import Database

from congress_desk.domain.elections.stations.station import RESULT_SUFFIX, SUFFIX
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.connection import APPLICATION_ID, UNREADABLE, SettingRefused, connect
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.password.cipher import is_installed
from congress_desk.storage.password.keyring import key_with, salt_in
from congress_desk.storage.password.pages import PAGE, plain_pages
from congress_desk.storage.safety import lock

_HEADER = b"SQLite format 3\x00"
_open_here: set[Path] = set()


def enter(path: Path) -> bool:
    """Note that this process has the file open; False when its folder takes no files."""
    if not lock.write_holder(path):
        return False
    _open_here.add(path.absolute())
    return True


def leave(path: Path) -> None:
    """Take the note away; nothing happens when this process does not have the file open."""
    if path.absolute() in _open_here:
        lock.remove_holder(path)
        _open_here.discard(path.absolute())


def check_path(path: Path, *, writable: bool = True) -> Refusal | None:
    """Say why the path cannot be a congress file to open, before SQLite looks at it."""
    try:
        return _check_kind(path) or _check_header(path) or _check_writing(path, writable)
    except PermissionError:
        return refuse("file_no_rights", path=path.name)
    except OSError as error:
        return refuse("system", detail=error.strerror or one_line(error))


def _check_kind(path: Path) -> Refusal | None:
    if not path.exists():
        return refuse("file_missing", path=str(path))
    if not path.is_file():
        return refuse("file_not_a_file", path=str(path))
    # On POSIX, merely opening and closing a file a second time drops the lock of the first.
    if any(_is_same(path, other) for other in _open_here):
        return refuse("file_open_here", path=path.name)
    return None


def _check_header(path: Path) -> Refusal | None:
    if not path.stat().st_mode & 0o444 or not os.access(path, os.R_OK):
        return refuse("file_no_rights", path=path.name)
    with path.open("rb") as file:
        head = file.read(PAGE)
    salt = salt_in(head)
    if salt is not None:
        key = key_with(salt)
        if key is None:
            return refuse("password_needed", path=path.name)
        if not is_installed():
            return refuse("password_library_missing", path=path.name)
        head, unread = plain_pages(head, key)
        if unread and _is_half_written(path):
            return None  # SQLite undoes it, then all of the file is checked
        if unread or not head:
            return refuse("file_damaged", path=path.name, count=1)
    if head[:16] != _HEADER or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return refuse(_not_ours(path), path=path.name)
    if int.from_bytes(head[60:64], "big", signed=True) > SCHEMA_VERSION:
        return refuse("file_newer", path=path.name)
    # Any other format than 1 or 2 (WAL) is read all the same, and never written.
    if not set(head[18:20]) <= {1, 2}:
        return Refusal((damaged(path, 1),))
    return None


def _is_half_written(path: Path) -> bool:
    """Say whether a power cut left a change to undo: a sealed page torn by it does not open."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _check_writing(path: Path, writable: bool) -> Refusal | None:
    if writable and (not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK)):
        return refuse("file_read_only", path=path.name)
    if writable and not os.access(path.parent, os.W_OK):
        return refuse("folder_read_only", path=str(path.parent))
    return None


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def connect_alone(path: Path) -> Database | Refusal:
    """Return a connection that holds the file's lock, or say who has it."""
    try:
        db = connect(path)
    except (*UNREADABLE, SettingRefused) as error:
        return refused_opening(path, error)
    try:
        take_lock(db)
    except UNREADABLE as error:
        db.close()
        return refused_opening(path, error)
    return db


def take_lock(db: Database) -> None:
    """Lock the file until the connection closes; sqlite3.Error when another process has it."""
    db.execute("BEGIN EXCLUSIVE")
    db.execute("COMMIT")


def connect_read_only(path: Path) -> Database | Refusal:
    """Return a connection for looking at a file that cannot be written."""
    try:
        return connect(path, read_only=True)
    except (*UNREADABLE, SettingRefused) as error:
        return refused_opening(path, error)


def refused_opening(path: Path, error: Exception) -> Refusal:
    """Return why SQLite did not open a file."""
    text = str(error)
    if isinstance(error, SettingRefused) and text == "sqlcipher3":
        return refuse("password_library_missing", path=path.name)
    if isinstance(error, SettingRefused):
        return refuse("setting_refused", detail=one_line(text))
    if "locked" in text or "busy" in text:
        holder = lock.read_holder(path)
        who = holder.who if holder else "?"
        since = holder.since if holder else "?"
        return refuse("file_in_use", path=path.name, who=who, since=since)
    if "readonly" in text:
        return refuse("file_read_only", path=path.name)
    if "unable to open" in text:
        return refuse("system", detail=one_line(text))
    return Refusal((damaged(path, 1),))


def damaged(path: Path, count: int) -> Problem:
    """Return that a file is damaged in so many places; of a station, where to get another."""
    code = "station_damaged" if path.suffix == SUFFIX else "file_damaged"
    return problem(code, path=path.name, count=count)


def _not_ours(path: Path) -> str:
    """Return what to say of a file that is none of ours, by what its name promises."""
    if path.name.endswith(RESULT_SUFFIX):
        return "station_result_not_opened"
    return "station_not_ours" if path.suffix == SUFFIX else "file_not_ours"


def one_line(text: object) -> str:
    """Return an error's own words on one line, not too long."""
    return " ".join(str(text).split())[:300]

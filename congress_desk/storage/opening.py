"""A congress file created, or opened by this process alone after its self-check."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.connection import UNREADABLE, SettingRefused, connect
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.password.cipher import is_installed
from congress_desk.storage.password.key import Key
from congress_desk.storage.password.keyring import remember
from congress_desk.storage.private_files import make_own
from congress_desk.storage.reading.operators import operators
from congress_desk.storage.safety import lock
from congress_desk.storage.safety.backup import back_up
from congress_desk.storage.safety.disk_errors import why_not_created
from congress_desk.storage.safety.kept_backups import backup_name
from congress_desk.storage.safety.open_checks import (
    check_path,
    connect_alone,
    damaged,
    enter,
    one_line,
    take_lock,
)
from congress_desk.storage.safety.partial_recovery import problems_of_parts
from congress_desk.storage.safety.verify import check_file
from congress_desk.storage.schema import create_schema, migrate, user_version


def create_file(
    path: Path, *, clock: Callable[[], datetime] = datetime.now, key: Key | None = None
) -> CongressFile | Refusal:
    """Create an empty congress file; `path` must not exist. `clock` gives local time.

    With a `key` it has that password from its first byte. A second journal that an earlier file of
    this name left behind is set aside.
    """
    file = empty_file(path, clock=clock, key=key)
    if not isinstance(file, Refusal):
        file.reconcile_second_journal()
    return file


def empty_file(
    path: Path, *, clock: Callable[[], datetime] = datetime.now, key: Key | None = None
) -> CongressFile | Refusal:
    """Create a file without rows whose second journal has not been looked at yet."""
    db = None
    if key is not None:
        if not is_installed():
            return refuse("password_library_missing", path=path.name)
        remember(key)
    try:
        if path.exists():
            return refuse("target_exists", path=path.name)
        if not path.parent.is_dir():
            return refuse("folder_missing", path=str(path.parent))
        make_own(path)
        db = connect(path, key=key)
        take_lock(db)
        create_schema(db, SCHEMA_VERSION)
    except (sqlite3.Error, OSError, SettingRefused) as error:
        if db is not None:
            db.close()
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return why_not_created(error, path)
    file = CongressFile(path, db, clock)
    refusal = _entered(file)
    if refusal:
        path.unlink(missing_ok=True)
    return refusal or file


def open_file(
    path: Path,
    *,
    take_over: bool = False,
    older: bool = True,
    clock: Callable[[], datetime] = datetime.now,
) -> CongressFile | Refusal:
    """Open a congress file for this process alone, after its self-check.

    Refused, untouched, when it is not ours, newer, damaged, read-only or open elsewhere. A lock
    note of another machine is refused until a person says `take_over`, which is journaled. Without
    `older`, a file whose second journal tells of more acts than it holds is refused too; with it,
    that journal is set aside, and said.
    """
    refusal = check_path(path)
    if refusal:
        return refusal
    holder = lock.read_holder(path)
    if holder and not holder.is_here and not take_over:
        return refuse(
            "file_locked_elsewhere",
            path=path.name, who=holder.who, host=holder.host, since=holder.since,
        )  # fmt: skip
    db = connect_alone(path)
    if isinstance(db, Refusal):
        return db
    problems = _bring_up_to_date(db, path) or check_file(db, SCHEMA_VERSION)
    if problems:
        db.close()
        return _damaged(path, problems)
    file = CongressFile(path, db, clock)
    beyond = () if older else file.second_journal.beyond(file.journal_lines())
    if beyond:
        db.close()
        return refuse(
            "file_older_than_journal",
            path=path.name, count=len(beyond), since=beyond[-1].at,
        )  # fmt: skip
    refusal = _entered(file)
    if refusal:
        return refusal
    try:
        _take_in_hand(file, holder)
    except BaseException:
        file.close()
        raise
    return file


def _take_in_hand(file: CongressFile, holder: lock.Holder | None) -> None:
    operators(file)  # the window knows from the beginning whether people sign in
    file.reconcile_second_journal()
    file.notes.extend(problems_of_parts(file.journal_lines()))
    if holder and not holder.is_here:
        with file.act("take_over", actor=lock.user_name(), who=holder.who, host=holder.host):
            pass


def _entered(file: CongressFile) -> Refusal | None:
    if enter(file.path):
        return None
    file.db.close()
    return refuse("folder_read_only", path=str(file.path.parent))


def _bring_up_to_date(db: Database, path: Path) -> list[Problem]:
    try:
        version = user_version(db)
        if not 1 <= version < SCHEMA_VERSION:
            return []
        copied = back_up(db, path, backup_name(path.stem, 0))
        if isinstance(copied, Refusal):
            return [copied.first]
        db.execute("BEGIN EXCLUSIVE")
        migrate(db, version, SCHEMA_VERSION)
        db.execute("COMMIT")
    except UNREADABLE as error:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        return [problem("file_unreadable_part", detail=one_line(error))]
    return []


def _damaged(path: Path, problems: list[Problem]) -> Refusal:
    if problems[0].code in ("copy_failed", "copy_failed_full"):
        return Refusal((problems[0],))
    return Refusal((damaged(path, len(problems)), *problems))

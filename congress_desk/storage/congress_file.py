"""The .congress file: created, opened and locked, written one act at a time, closed."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage import lock
from congress_desk.storage.act import Act
from congress_desk.storage.backup import (
    BALLOTS_BETWEEN_BACKUPS,
    back_up,
    copy_database,
)
from congress_desk.storage.connection import APPLICATION_ID, SettingRefused, connect
from congress_desk.storage.journal import Line, Row
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.schema import create_schema, migrate, table_keys, user_version
from congress_desk.storage.second_journal import SUFFIX, SecondJournal
from congress_desk.storage.verify import check_file, read_journal

_HEADER = b"SQLite format 3\x00"
_open_here: set[Path] = set()


T = TypeVar("T")


class NotSaved(Exception):
    """An act did not reach the file; looked up, not guessed. `problem` says what to do."""

    def __init__(self, why: Problem) -> None:
        super().__init__(why.code)
        self.problem = why


class CongressFile:
    """One open congress file, owned by one thread. Use `create_file` or `open_file`.

    `notes` are things to say at opening; `after_crash` is True when the last session did not close.
    """

    def __init__(self, path: Path, db: Database, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.db = db
        self.clock = clock
        self.notes: list[Problem] = []
        self.after_crash = False
        self.second_journal = SecondJournal(path.with_name(path.name + SUFFIX))
        self._ballots_since_backup = 0
        self._remembered: dict[tuple[str, int], Any] = {}

    def remembered(self, name: str, key: int, read: Callable[[], T]) -> T:
        """Return what `read` gives, kept until an act changes more than ballots.

        This connection is the file's only one, so nothing else can change it.
        """
        if (name, key) not in self._remembered:
            self._remembered[name, key] = read()
        found: T = self._remembered[name, key]
        return found

    def rows(self, sql: str, *params: Any) -> list[dict[str, Any]]:
        """Return the rows of a query (parameters as ?), for this package's row readers."""
        cursor = self.db.conn.execute(sql, params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextlib.contextmanager
    def act(
        self, name: str, /, *, actor: str, ballots: int = 0, backup: bool = False, **about: Any
    ) -> Iterator[Act]:
        """Run one user's act: all its rows and its journal line in one transaction.

        `ballots` is how many ballots it records: a copy is made after every 25, and at once after
        an act with `backup`. Raises NotSaved when the file did not take it.
        """
        try:
            self.db.execute("BEGIN IMMEDIATE")
            at = self.clock().astimezone().isoformat(timespec="seconds")
            act = Act(self.db, table_keys(), name=name, actor=actor, at=at, about=about)
            yield act
            line = act.write_line()
        except sqlite3.OperationalError as error:
            self._roll_back()
            raise NotSaved(_why(error)) from error
        except BaseException:
            self._roll_back()
            raise
        if not ballots:
            self._remembered.clear()
        self._commit(line)
        self.second_journal.append([line])
        self._ballots_since_backup += ballots
        if backup or self._ballots_since_backup >= BALLOTS_BETWEEN_BACKUPS:
            self._back_up(line.seq)

    def copy_to(self, target: Path) -> Path | Refusal:
        """Write a checked copy of the file to `target`."""
        return copy_database(self.db, target)

    def check(self) -> list[Problem]:
        """Run the whole self-check on the open file."""
        return check_file(self.db)

    def journal_lines(self) -> list[Line]:
        """Return the journal, oldest line first."""
        return read_journal(self.db)

    def restore(
        self, tables: Mapping[str, Mapping[tuple[Any, ...], Row]], lines: Sequence[Line]
    ) -> None:
        """Fill a new file with rows and journal lines told by a second journal, in one step.

        Raises sqlite3.Error when the rows do not fit the schema.
        """
        self.db.execute("BEGIN IMMEDIATE")
        try:
            self.db.execute("PRAGMA defer_foreign_keys = ON")
            # Ballots go in before their rounds: the triggers of sealed rounds find none to seal.
            for table in sorted(tables, key=lambda name: (name == "round", name)):
                self.db.table(table).insert_all(tables[table].values())
            self.db.table("journal").insert_all(line.as_row() for line in lines)
            self.db.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def close(self) -> None:
        """Close the file and take the lock note away."""
        self.db.close()
        self.second_journal.close()
        lock.remove_holder(self.path)
        _open_here.discard(self.path.resolve())

    def _roll_back(self) -> None:
        if self.db.conn.in_transaction:
            self.db.execute("ROLLBACK")

    def _commit(self, line: Line) -> None:
        try:
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            # A commit that failed may still have been written: close, open, look it up.
            if not self._is_saved_after_reopening(line):
                raise NotSaved(_why(error)) from error

    def _is_saved_after_reopening(self, line: Line) -> bool:
        with contextlib.suppress(sqlite3.Error):
            self.db.close()
        try:
            self.db = connect(self.path)
            self.db.execute("BEGIN EXCLUSIVE")
            self.db.execute("COMMIT")
            found = self.db.execute("SELECT 1 FROM journal WHERE act_id = ?", [line.act_id])
            return found.fetchone() is not None
        except (sqlite3.Error, SettingRefused) as error:
            raise NotSaved(problem("file_lost", path=str(self.path))) from error

    def _back_up(self, seq: int) -> None:
        self._ballots_since_backup = 0
        copied = back_up(self.db, self.path, seq)
        if isinstance(copied, Refusal):
            self.notes = [n for n in self.notes if n.code != copied.first.code] + [copied.first]


def create_file(
    path: Path, *, clock: Callable[[], datetime] = datetime.now
) -> CongressFile | Refusal:
    """Create an empty congress file; `path` must not exist. `clock` gives local time."""
    if path.exists():
        return refuse("target_exists", path=path.name)
    if not path.parent.is_dir():
        return refuse("folder_missing", path=str(path.parent))
    try:
        db = connect(path)
        db.execute("BEGIN EXCLUSIVE")
        create_schema(db)
        db.execute("COMMIT")
    except (sqlite3.Error, OSError, SettingRefused) as error:
        path.unlink(missing_ok=True)
        return refuse("file_not_created", path=path.name, detail=_one_line(error))
    return _opened(path, db, clock)


def open_file(
    path: Path, *, take_over: bool = False, clock: Callable[[], datetime] = datetime.now
) -> CongressFile | Refusal:
    """Open a congress file for this process alone, after its self-check.

    Refused, untouched, when it is not ours, newer, damaged, read-only or open elsewhere. A lock
    note of another machine is refused until a person says `take_over`, which is journaled.
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
    db = _locked(path)
    if isinstance(db, Refusal):
        return db
    problems = _bring_up_to_date(db, path) or check_file(db)
    if problems:
        db.close()
        first = problems[0]
        if first.code in ("file_newer", "copy_failed"):
            return Refusal((first,))
        return Refusal((problem("file_damaged", path=path.name, count=len(problems)), *problems))
    file = _opened(path, db, clock)
    file.after_crash = holder is not None
    file.second_journal.reconcile(file.journal_lines())
    if file.second_journal.problem:
        file.notes.append(file.second_journal.problem)
    if holder and not holder.is_here:
        with file.act("take_over", actor=lock.user_name(), who=holder.who, host=holder.host):
            pass
    return file


def check_path(path: Path, *, writable: bool = True) -> Refusal | None:
    """Say why the path cannot be a congress file to open, before SQLite looks at it."""
    if not path.exists():
        return refuse("file_missing", path=str(path))
    if not path.is_file():
        return refuse("file_not_a_file", path=str(path))
    if path.resolve() in _open_here:
        return refuse("file_open_here", path=path.name)
    mode = path.stat().st_mode
    if not mode & 0o444 or not os.access(path, os.R_OK):
        return refuse("file_no_rights", path=path.name)
    with path.open("rb") as file:
        head = file.read(100)
    if head[:16] != _HEADER or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return refuse("file_not_ours", path=path.name)
    if writable and (not mode & 0o222 or not os.access(path, os.W_OK)):
        return refuse("file_read_only", path=path.name)
    if writable and not os.access(path.parent, os.W_OK):
        return refuse("folder_read_only", path=str(path.parent))
    return None


def check_closed_file(
    path: Path, recount: Callable[[CongressFile], list[Problem]]
) -> list[Problem] | Refusal:
    """Run the self-check on a file that is not open; a read-only one is looked at as it is.

    `recount` is asked for more problems once the rows themselves are sound.
    """
    refusal = check_path(path, writable=False)
    if refusal:
        return refusal
    writable = check_path(path) is None
    db = _locked(path) if writable else _read_only(path)
    if isinstance(db, Refusal):
        return [db.first] if db.first.code == "file_damaged" else db
    try:
        if user_version(db) > SCHEMA_VERSION:
            return refuse("file_newer", path=path.name)
        file = CongressFile(path, db, datetime.now)
        return check_file(db) or [
            *file.second_journal.differences(file.journal_lines()),
            *recount(file),
        ]
    finally:
        db.close()


def _opened(path: Path, db: Database, clock: Callable[[], datetime]) -> CongressFile:
    lock.write_holder(path)
    _open_here.add(path.resolve())
    return CongressFile(path, db, clock)


def _locked(path: Path) -> Database | Refusal:
    try:
        db = connect(path)
    except (sqlite3.Error, SettingRefused) as error:
        return _refused_opening(path, error)
    try:
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except sqlite3.Error as error:
        db.close()
        return _refused_opening(path, error)
    return db


def _read_only(path: Path) -> Database | Refusal:
    try:
        return connect(path, read_only=True)
    except (sqlite3.Error, SettingRefused) as error:
        return _refused_opening(path, error)


def _refused_opening(path: Path, error: Exception) -> Refusal:
    text = str(error)
    if "locked" in text or "busy" in text:
        holder = lock.read_holder(path)
        who = holder.who if holder else "?"
        since = holder.since if holder else "?"
        return refuse("file_in_use", path=path.name, who=who, since=since)
    if "readonly" in text:
        return refuse("file_read_only", path=path.name)
    return refuse("file_damaged", path=path.name, count=1)


def _bring_up_to_date(db: Database, path: Path) -> list[Problem]:
    try:
        version = user_version(db)
        if version > SCHEMA_VERSION:
            return [problem("file_newer", path=path.name)]
        if version == SCHEMA_VERSION:
            return []
        copied = back_up(db, path, 0)
        if isinstance(copied, Refusal):
            return [copied.first]
        db.execute("BEGIN EXCLUSIVE")
        migrate(db, version)
        db.execute("COMMIT")
    except sqlite3.Error as error:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        return [problem("file_unreadable_part", detail=_one_line(error))]
    return []


def _why(error: sqlite3.Error) -> Problem:
    text = str(error)
    if "full" in text:
        return problem("disk_full")
    if "readonly" in text:
        return problem("file_became_read_only")
    return problem("act_not_saved", detail=_one_line(text))


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:300]

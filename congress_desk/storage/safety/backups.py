"""When an open file is copied, and where to: beside it, and to a second place if one was chosen."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.storage.safety.backup import (
    Check,
    back_up,
    backup_folder,
    pages_of,
    rows_of_copy,
    same_as,
    write_backup,
    write_pages,
)
from congress_desk.storage.safety.copier import Copier
from congress_desk.storage.safety.disk_errors import reason_of
from congress_desk.storage.safety.kept_backups import BEGUN, backup_name, backups_in
from congress_desk.storage.schema import user_version

BALLOTS_BETWEEN = 25
MINUTES_BETWEEN = 10
# The acts that make, fill or take away a declared result.
RESULTS = frozenset({"declare_result", "annul_round", "appoint"})


class Backups:
    """The automatic copies of one open file.

    `second` is the folder of the second place, None for none; `minutes` how long a change waits for
    a copy at most. `made` is the last copy beside the file, `made_at` its hour, `problem` and
    `second_problem` what is to be said of the last attempts.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self.second: Path | None = None
        self.minutes = MINUTES_BETWEEN
        self.made: Path | None = None
        self.made_at = ""
        self.problem: Problem | None = None
        self.second_problem: Problem | None = None
        self._clock = clock
        self._copier: Copier | None = None
        self._check: Check | None = None
        self._ballots = 0
        self._changed_at: float | None = None
        self._at_once = False
        self._second_lacks = False
        self._results, self._results_copied = 0, 0

    def use(self, second: Path | None, minutes: int, first_hash: str) -> None:
        """Copy to this second place too from now on, and a change after so many minutes.

        It gets a copy at once, or when it is there, if it lacks the newest that is beside the file:
        one chosen late, or a stick that was away when the file was closed.
        """
        if second != self.second:
            self.second_problem = None
            self.second = second
            self._second_lacks = self._second_is_behind(first_hash)
        self.minutes = minutes

    @property
    def place_problem(self) -> Problem | None:
        """Return what is to be said of the second place as it is now: whether it is there."""
        if self.second is None:
            return None
        if not self.second.is_dir():
            return problem("backup_place_missing", folder=str(self.second))
        return self.second_problem

    def beside(self, check: Check | None) -> None:
        """Write copies on a thread of their own from now on; `check` looks each of them through."""
        self._copier = self._copier or Copier()
        self._check = check

    def note_act(self, name: str, ballots: int, *, at_once: bool) -> None:
        """Note that an act is in the file: how many ballots, and whether it wants its own copy."""
        self._ballots += ballots
        self._changed_at = self._clock() if self._changed_at is None else self._changed_at
        self._results += name in RESULTS
        self._at_once |= at_once

    @property
    def is_due(self) -> bool:
        """Say whether a copy is to be made now."""
        return (
            self._at_once or self._ballots >= BALLOTS_BETWEEN or self._waited() or self._is_back()
        )

    @property
    def is_changed(self) -> bool:
        """Say whether the file holds acts that no copy holds."""
        return self._changed_at is not None

    @property
    def is_beside(self) -> bool:
        """Say whether copies are written while others work."""
        return self._copier is not None

    def take(self, db: Database, seq: int, first_hash: str) -> None:
        """Copy the file as it is now; `first_hash` is that of the first line of its journal."""
        results = self._results
        of_result = results > self._results_copied or (self._second_lacks and results > 0)
        name = backup_name(self.path.stem, seq, after_result=of_result)
        self._ballots, self._changed_at, self._at_once = 0, None, False
        try:
            pages = pages_of(db, self.path.with_name(name + BEGUN))
        except (sqlite3.Error, OSError, MemoryError) as error:
            self.problem = problem("copy_failed", path=self.path.name, detail=reason_of(error))
            return
        if pages is None:
            self._note(back_up(db, self.path, name), results)
            return
        write = partial(self._write, name, pages, user_version(db), results, first_hash)
        if self._copier is None:
            write()
        else:
            self._copier.take(write)

    def close(self) -> None:
        """Wait for the last copy."""
        if self._copier is not None:
            self._copier.close()
            self._copier = None

    def second_folder(self, first_hash: str) -> Path | None:
        """Return where the copies of this congress are at the second place."""
        return None if self.second is None else folder_at(self.second, self.path.stem, first_hash)

    def _second_is_behind(self, first_hash: str) -> bool:
        folder, stem = self.second_folder(first_hash), self.path.stem
        return folder is not None and _newest(backup_folder(self.path), stem) > _newest(
            folder, stem
        )

    def _is_back(self) -> bool:
        """Say whether a second place that lacks the last copy is there again."""
        return self._second_lacks and self.second is not None and self.second.is_dir()

    def _waited(self) -> bool:
        changed = self._changed_at
        return changed is not None and self._clock() - changed >= self.minutes * 60

    def _write(self, name: str, pages: bytes, version: int, results: int, first_hash: str) -> None:
        check = self._check or partial(rows_of_copy, version=version)
        write = partial(write_pages, pages=pages)
        copied: Path | Refusal = refuse("copy_failed", path=name, detail="?")
        try:
            folder = backup_folder(self.path)
            copied = write_backup(folder, name, self.path.stem, write, check)
            # What was checked beside the file is compared with: its pages have the same faults.
            second = check if isinstance(copied, Refusal) else same_as(pages)
            self._copy_second(name, pages, second, first_hash)
        finally:
            # A bug ends this thread, with its traceback; that there is no copy is said too.
            self._note(copied, results)

    def _note(self, copied: Path | Refusal, results: int) -> None:
        if isinstance(copied, Refusal):
            self.problem = copied.first
            return
        self.problem, self.made = None, copied
        self.made_at = f"{datetime.now():%H:%M}"
        self._results_copied = max(results, self._results_copied)

    def _copy_second(self, name: str, pages: bytes, check: Check, first_hash: str) -> None:
        folder = self.second_folder(first_hash)
        if folder is None or self.second is None:
            self.second_problem = None
            return
        self._second_lacks = not self.second.is_dir()
        if self._second_lacks:
            return
        write = partial(write_pages, pages=pages)
        copied = write_backup(folder, name, self.path.stem, write, check)
        refused = isinstance(copied, Refusal)
        self.second_problem = (
            problem("backup_place_failed", folder=str(self.second)) if refused else None
        )


def folder_at(second: Path, stem: str, first_hash: str) -> Path:
    """Return the folder of a congress at a second place: two of one name do not meet there."""
    return second / f"{stem}-{first_hash[:4]}.backups"


def _newest(folder: Path, stem: str) -> int:
    """Return after which line of the journal the newest copy in a folder was made; 0 for none."""
    return max((copy.seq for copy in backups_in(folder, stem)), default=0)

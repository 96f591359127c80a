"""The .congress file: created, opened and locked, written one act at a time, closed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from congress_desk.domain.kinds import Kind, Kinds
from congress_desk.errors import Problem, Refusal, problem
from congress_desk.storage.act import Act, time_text
from congress_desk.storage.connection import (
    UNREADABLE,
    SettingRefused,
    connect,
    key_of_connection,
)
from congress_desk.storage.journal.lines import GENESIS, Line
from congress_desk.storage.journal.second_journal import SUFFIX, SecondJournal
from congress_desk.storage.migrations import SCHEMA_VERSION
from congress_desk.storage.noted_kinds import NotedKinds
from congress_desk.storage.password.key import Key
from congress_desk.storage.read_cache import ReadCache
from congress_desk.storage.safety.backup import Check, copy_database
from congress_desk.storage.safety.backups import Backups
from congress_desk.storage.safety.disk_errors import is_of_the_disk, why_not_saved
from congress_desk.storage.safety.doubt import Doubt, holds_line
from congress_desk.storage.safety.moved_file import FilePlace
from congress_desk.storage.safety.open_checks import (
    connect_read_only,
    leave,
    take_lock,
)
from congress_desk.storage.safety.partial_recovery import problems_of_parts
from congress_desk.storage.safety.signatures import signature_problems
from congress_desk.storage.safety.verify import check_file, last_line, read_journal
from congress_desk.storage.schema import table_keys
from congress_desk.storage.signed_in import SignedIn
from congress_desk.storage.table_kinds import kinds_read

T = TypeVar("T")


class NotSaved(Exception):
    """An act did not reach the file; looked up, not guessed. `problem` says what to do."""

    def __init__(self, why: Problem) -> None:
        super().__init__(why.code)
        self.problem = why


class CongressFile:
    """One open congress file, owned by one thread. Use `create_file`, `open_file`, `open_to_read`.

    `notes` are things to say at opening; `read_only` is a file that takes no act: what stands in it
    is read from memory; `key` is that of a file with a password.
    """

    def __init__(
        self,
        path: Path,
        db: Database,
        clock: Callable[[], datetime],
        *,
        read_only: bool = False,
        key: Key | None = None,
    ) -> None:
        self.path = path.absolute()
        self.read_only = read_only
        self.db = db
        self.key = key or key_of_connection(db)
        self.clock = clock
        self.notes: list[Problem] = []
        self.second_journal = SecondJournal(self.path.with_name(path.name + SUFFIX), self.key)
        self.distant_journal: SecondJournal | None = None
        self.kinds = NotedKinds()
        self.signed_in = SignedIn()
        self.backups = Backups(self.path)
        self._lost = False
        self._doubt: Doubt | None = None
        self.read_cache = ReadCache(self.kinds)
        self._place = FilePlace(self.path)
        self._last: tuple[int, str] | None = None

    def remembered(self, name: str, key: int, read: Callable[[], T]) -> T:
        """Return what `read` gives, kept until an act changes more than ballots of it."""
        return self.read_cache.remembered(name, key, read)

    def rows(self, sql: str, *params: Any) -> list[dict[str, Any]]:
        """Return the rows of a query (parameters as ?), for this package's row readers."""
        cursor = self.cursor(sql, *params)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def cursor(self, sql: str, *params: Any) -> sqlite3.Cursor:
        """Run a query and note which kinds of data it reads."""
        if self._lost:
            self._reopen()
            self._look_up_doubt()
        self.kinds.note_read(kinds_read(sql))
        return self.db.conn.execute(sql, params)

    @contextlib.contextmanager
    def act(
        self, name: str, /, *, actor: str, ballots: int = 0, backup: bool = False, **about: Any
    ) -> Iterator[Act]:
        """Run one user's act: all its rows and its journal line in one transaction.

        `ballots` is how many ballots it records, which is told to the minute: nobody's speed can be
        read from the file. A copy is made after every 25, and at once after an act with `backup`.
        Its line names who is signed in, `actor` where nobody is. Raises NotSaved when the file did
        not take it.
        """
        if self.read_only:
            raise NotSaved(problem("file_open_to_read", path=self.path.name))
        if self._lost:
            self._reopen()
        if not self._place.begins():
            self._return_to_place()
        self._settle_doubt()
        try:
            self.db.execute("BEGIN IMMEDIATE")
            at = time_text(self.clock(), to_the_minute=bool(ballots))
            keys = table_keys(SCHEMA_VERSION)
            last = self._last_line()
            actor = self.signed_in.actor(actor)
            act = Act(self.db, keys, name=name, actor=actor, at=at, about=about, last=last)
            yield act
            line = act.write_line()
            if not self._place.holds():
                raise NotSaved(self._moved())
        except BaseException as error:
            self._roll_back()
            if is_of_the_disk(error):
                raise NotSaved(why_not_saved(error)) from error
            raise
        kinds = act.kinds
        self.read_cache.forget(kinds)
        self._commit(line, kinds)
        self._last = (line.seq, line.hash)
        self.kinds.note_changed(kinds)
        self._tell_texts(line)
        self.backups.note_act(name, ballots, at_once=backup)
        self._note(self.backups.problem)
        if self.backups.is_due:
            self._back_up()

    def copy_beside(self, check: Check | None = None) -> None:
        """Let automatic copies be written on a thread of their own, so that no act waits for one.

        `check` looks through each of them; what fails is noted at the next act; `close` copies what
        no copy holds yet, and waits for it.
        """
        self.backups.beside(check)

    def copy_now(self) -> None:
        """Make an automatic copy, as after an act with `backup`: one for many acts in a row."""
        self._back_up()

    def copy_if_due(self) -> None:
        """Make an automatic copy where a change has waited long enough for one."""
        if self.backups.is_due and not self._lost:
            self._back_up()

    def copy_to(self, target: Path) -> Path | Refusal:
        """Write a checked copy of the file to `target`."""
        return copy_database(self.db, target)

    def check(self) -> list[Problem]:
        """Run the whole self-check on the open file, its second journals with it."""
        known = self.second_journal.lines()
        problems = check_file(self.db, SCHEMA_VERSION, known)
        return [*problems, *self.check_journals()]

    def check_journals(self) -> list[Problem]:
        """Return where second journals tell otherwise, and what a recovery in part left out."""
        lines = self.journal_lines()
        texts = filter(None, (self.second_journal, self.distant_journal))
        differing = [found for text in texts for found in text.differences(lines)]
        return [*problems_of_parts(lines), *signature_problems(lines), *differing]

    def journal_lines(self) -> list[Line]:
        """Return the journal, oldest line first."""
        self.kinds.note_read(frozenset({Kind.JOURNAL}))
        return read_journal(self.db)

    def reconcile_second_journal(self) -> None:
        """Bring the second journal up to the file's own; what is to be said of it is noted."""
        self.second_journal.reconcile(self.journal_lines())
        self._note(self.second_journal.problem)

    def keep_journal_in(self, folder: Path | None) -> Problem | None:
        """Keep the second journal in one more folder, best on another device; None ends that.

        Returns what is to be said when the folder cannot be written; the count goes on without.
        """
        if self.distant_journal is not None:
            self.distant_journal.close()
        self.distant_journal = None
        if self.read_only or folder is None or folder.absolute() == self.path.parent:
            return None
        self.distant_journal = SecondJournal(
            folder.absolute() / self.second_journal.path.name, self.key
        )
        self.distant_journal.reconcile(self.journal_lines())
        self._note(self.distant_journal.problem)
        return self.distant_journal.problem

    def close(self) -> None:
        """Close the file and take the lock note away."""
        is_wanted = self.backups.is_changed or self.backups.is_due
        if self.backups.is_beside and is_wanted and not self._lost:
            self._back_up()
        self.backups.close()
        self.db.close()
        self.second_journal.close()
        self.keep_journal_in(None)
        leave(self.path)

    def _last_line(self) -> tuple[int, str]:
        if self._last is None:
            self._last = last_line(self.db) or (0, GENESIS)
        return self._last

    def _roll_back(self) -> None:
        self.read_cache.clear()
        try:
            if self.db.conn.in_transaction:
                self.db.execute("ROLLBACK")
        except sqlite3.Error:
            # What it left behind is put right as after a crash: by opening the file again.
            self._reopen()

    def _commit(self, line: Line, kinds: Kinds) -> None:
        try:
            self.db.execute("COMMIT")
        except sqlite3.Error as error:
            # A commit that failed may still have been written: close, open, look it up.
            self._doubt = Doubt(line, kinds)
            self._reopen()
            stored = self._look_up_doubt()
            self._doubt = None
            if not stored:
                raise NotSaved(why_not_saved(error)) from error

    def _tell_texts(self, line: Line) -> None:
        for text in (self.second_journal, self.distant_journal):
            if text is not None:
                text.append(line, self.journal_lines)
                self._note(text.problem)

    def _look_up_doubt(self) -> bool:
        """Say whether the act whose commit failed is in the file; NotSaved where nobody knows."""
        doubt = self._doubt
        if doubt is None or doubt.stored is not None:
            return doubt is not None and bool(doubt.stored)
        try:
            stored = doubt.look_up(self.db)
        except UNREADABLE as error:
            self._lost = True
            raise NotSaved(self._unknown()) from error
        if stored:
            self._last = (doubt.line.seq, doubt.line.hash)
            self.kinds.note_changed(doubt.kinds)
            self._tell_texts(doubt.line)
        return stored

    def _settle_doubt(self) -> None:
        """Before another act: say once that the one nobody knew of is in the file after all.

        It is most likely what is being done again.
        """
        if self._doubt is None:
            return
        stored = self._look_up_doubt()
        self._doubt = None
        if stored:
            raise NotSaved(problem("act_was_saved"))

    def _return_to_place(self) -> None:
        """Go on with what stands in the file's place, if it tells the very same history.

        A stick that was plugged in again comes back as another file. Our own connection, to a file
        that may have no name any more, is let go of only when that is sure.
        """
        if self._place.is_cut():
            raise NotSaved(self._moved())
        other = connect_read_only(self.path)
        if isinstance(other, Refusal):
            raise NotSaved(self._moved())
        known = self._last_line()
        try:
            same = (last_line(other) or (0, GENESIS)) == known
        except UNREADABLE:
            same = False
        finally:
            other.close()
        if not same:
            raise NotSaved(self._moved())
        self._reopen()
        self._place = FilePlace(self.path)

    def _moved(self) -> Problem:
        return problem("file_cut" if self._place.is_cut() else "file_moved", path=str(self.path))

    def _unknown(self) -> Problem:
        """Return what is to be said of a file that does not open again after a failed write."""
        in_doubt = self._doubt is not None and self._doubt.stored is None
        return problem("act_unknown" if in_doubt else "file_lost", path=str(self.path))

    def _reopen(self) -> None:
        self.read_cache.clear()
        self._lost = True
        with contextlib.suppress(sqlite3.Error):
            self.db.close()
        try:
            self.db = connect(self.path, key=self.key)
            take_lock(self.db)
            goes_on = holds_line(self.db, self._last)
        except (*UNREADABLE, SettingRefused) as error:
            raise NotSaved(self._unknown()) from error
        if not goes_on:
            self.db.close()
            raise NotSaved(self._unknown() if self._doubt else self._moved())
        self._last = None
        self._lost = False

    def first_hash(self) -> str:
        """Return the hash of the first line of the journal, which no other congress has."""
        found = self.db.execute("SELECT hash FROM journal WHERE seq = 1").fetchone()
        return str(found[0]) if found else GENESIS

    def _back_up(self) -> None:
        self.backups.take(self.db, self._last_line()[0], self.first_hash())
        self._note(self.backups.problem)

    def _note(self, found: Problem | None) -> None:
        if found:
            self.notes = [note for note in self.notes if note.code != found.code] + [found]

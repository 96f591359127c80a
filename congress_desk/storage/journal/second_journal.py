"""The second journal: the same lines, one JSON text each, beside the file or on another device.

It is written after each commit and synced line by line, so it outlives a damaged congress file and
tells when an older copy has been put in the file's place.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from congress_desk.errors import Problem, problem
from congress_desk.storage.journal.chain import difference, is_whole
from congress_desk.storage.journal.journal_text import JournalText, read_text, text_of
from congress_desk.storage.journal.line_form import LineForm
from congress_desk.storage.journal.lines import Line
from congress_desk.storage.password.key import Key
from congress_desk.storage.private_files import make_own, open_own_to_append

SUFFIX = ".journal.jsonl"
_FAILED, _FULL = "second_journal_failed", "second_journal_full"
CAUGHT_UP = "second_journal_caught_up"


class SecondJournal:
    """An append-only text file; a failure to write it is reported, and never stops the count.

    What could not be written is written with the next line, so the text has no gap. Under the `key`
    of a file with a password its lines are sealed.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self.path = path
        self._form = LineForm(key)
        self.problem: Problem | None = None
        self._file: BinaryIO | None = None
        self._lines = 0
        self._bytes = 0
        self._usable = True

    def append(self, line: Line, all_lines: Callable[[], Sequence[Line]]) -> None:
        """Append the newest line, after those the text still lacks; wait for the device."""
        if self._usable:
            self._write([line] if line.seq == self._lines + 1 else all_lines()[self._lines :])

    def close(self) -> None:
        """Close the text; the next line opens it again."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def reconcile(self, lines: Sequence[Line]) -> None:
        """Bring the text up to the table's lines; a text of another history is set aside."""
        try:
            found = read_text(self.path) if self.path.exists() else text_of(b"")
            if not found.is_beginning_of(lines):
                self.set_aside()
                found = text_of(b"")
            elif found.form != self._form and found.lines:
                found = self._rewrite(found)
            self._lines, self._bytes = len(found.lines), found.size
            if found.rest:
                self._opened()
        except OSError as error:
            self._usable = False
            self._fail(error)
            return
        self._write(lines[len(found.lines) :])

    def _rewrite(self, found: JournalText) -> JournalText:
        """Let what the text tells stand there in our own form, whole: the password has changed."""
        self.close()
        temporary = self.path.with_name(self.path.name + ".new")
        temporary.unlink(missing_ok=True)
        make_own(temporary)
        content = self._form.head + b"".join(map(self._form.as_bytes, found.lines))
        with temporary.open("rb+") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.path)
        return text_of(content)

    def beyond(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return the lines of the text that a file with these `lines` does not know of."""
        try:
            return read_text(self.path).beyond(lines)
        except OSError:
            return ()

    def differences(self, lines: Sequence[Line]) -> list[Problem]:
        """Return where text and table tell different stories; being behind is no fault.

        A text that was set aside is looked at too: acts that it alone tells are not in the file.
        """
        return [*self._differing(lines), *self._aside(lines)]

    def lines(self) -> tuple[Line, ...]:
        """Return the lines of the text that can be read, up to the first that cannot."""
        try:
            return read_text(self.path).lines
        except OSError:
            return ()

    def _differing(self, lines: Sequence[Line]) -> Iterator[Problem]:
        try:
            found = read_text(self.path)
        except OSError:
            return
        for mine, theirs in zip(found.lines, lines, strict=False):
            if mine != theirs:
                # The chain names a line of the file that was edited, by what stands here.
                if is_whole(theirs) or not is_whole(mine):
                    yield difference(self.path.name, mine, theirs)
                return
        kept, here = len(found.lines), len(lines)
        if kept > here:
            yield problem(
                "second_journal_ahead",
                path=self.path.name, lines=kept, here=here, since=found.lines[-1].at,
            )  # fmt: skip
        elif not found.could_be_torn(lines):
            yield problem(
                "second_journal_unreadable",
                path=self.path.name, seq=kept + 1, count=found.left_out,
            )  # fmt: skip

    def _aside(self, lines: Sequence[Line]) -> Iterator[Problem]:
        for path in sorted(self.path.parent.glob(glob.escape(self.path.name) + ".*")):
            with contextlib.suppress(OSError):
                beyond = read_text(path).beyond(lines)
                if beyond:
                    yield problem(
                        "second_journal_aside",
                        path=path.name, count=len(beyond), since=beyond[-1].at,
                    )  # fmt: skip

    def _write(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        head = b"" if self._bytes else self._form.head
        text = head + b"".join(map(self._form.as_bytes, lines))
        try:
            file = self._opened()
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            self._fail(error)
            return
        self._lines, self._bytes = lines[-1].seq, self._bytes + len(text)
        if self.problem and self.problem.code in (_FAILED, _FULL):
            # Said once, so that nobody goes on believing what was said before.
            self.problem = problem(CAUGHT_UP, path=str(self.path))
        elif self.problem and self.problem.code == CAUGHT_UP:
            self.problem = None

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._file = os.fdopen(open_own_to_append(self.path), "ab")
            if self._file.tell() < self._bytes:
                raise OSError("shorter than it was")
            # A line torn by a full device or a power cut must not stand before the next one.
            self._file.truncate(self._bytes)
        return self._file

    def _fail(self, error: OSError) -> None:
        self.close()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            self.problem = problem(_FULL, path=str(self.path))
            return
        detail = error.strerror or str(error)
        self.problem = problem(_FAILED, path=str(self.path), detail=detail)

    def set_aside(self) -> None:
        """Keep the text under another name, and say which."""
        name = f"{self.path.name}.{datetime.now():%Y%m%d-%H%M%S}"
        aside = self.path.with_name(name)
        while aside.exists():
            aside = aside.with_name(aside.name + "a")
        self.path.replace(aside)
        self.problem = problem("second_journal_differs", path=aside.name)

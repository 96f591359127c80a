"""The second journal: the same lines, one JSON text each, beside the file or on another device.

It is written after each commit and synced line by line, so it outlives a damaged congress file and
tells when an older copy has been put in the file's place.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from congress_desk.errors import Problem, problem
from congress_desk.storage.journal import COLUMNS, Line, compact

SUFFIX = ".journal.jsonl"
_FAILED = "second_journal_failed"


class SecondJournal:
    """An append-only text file; a failure to write it is told, and never stops the count.

    What could not be written is written with the next line, so the text has no gap.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
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
            text = self.path.read_bytes() if self.path.exists() else b""
            kept, end = _whole_lines(text)
            if not _is_beginning(kept, text[end:], lines):
                self._set_aside()
                text, kept, end = b"", [], 0
            self._lines, self._bytes = len(kept), end
            if len(text) > end:
                self._opened()
        except OSError as error:
            self._usable = False
            self._fail(error)
            return
        self._write(lines[len(kept) :])

    def differences(self, lines: Sequence[Line]) -> list[Problem]:
        """Return where text and table tell different stories; being behind is no fault."""
        try:
            text = self.path.read_bytes()
        except OSError:
            return []
        kept, end = _whole_lines(text)
        for seq, (mine, theirs) in enumerate(zip(kept, lines, strict=False), start=1):
            if mine != theirs:
                return [self._differs(seq)]
        if len(kept) > len(lines):
            return [
                problem(
                    "second_journal_ahead",
                    path=self.path.name, lines=len(kept), here=len(lines),
                )
            ]  # fmt: skip
        # A power cut leaves the beginning of the next line, or zeros where its bytes should be.
        following = b"".join(map(_as_bytes, lines[len(kept) : len(kept) + 1]))
        torn = following[:-1].startswith(text[end:].rstrip(b"\0"))
        return [] if torn else [self._differs(len(kept) + 1)]

    def _differs(self, seq: int) -> Problem:
        return problem("second_journal_line_differs", path=self.path.name, seq=seq)

    def _write(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        text = b"".join(_as_bytes(line) for line in lines)
        try:
            file = self._opened()
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        except OSError as error:
            self._fail(error)
            return
        self._lines, self._bytes = lines[-1].seq, self._bytes + len(text)
        if self.problem and self.problem.code == _FAILED:
            self.problem = None

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._file = self.path.open("ab")
            if self._file.tell() < self._bytes:
                raise OSError("shorter than it was")
            # A line torn by a full device or a power cut must not stand before the next one.
            self._file.truncate(self._bytes)
        return self._file

    def _fail(self, error: OSError) -> None:
        self.close()
        detail = error.strerror or str(error)
        self.problem = problem(_FAILED, path=str(self.path), detail=detail)

    def _set_aside(self) -> None:
        name = f"{self.path.name}.{datetime.now():%Y%m%d-%H%M%S}"
        aside = self.path.with_name(name)
        while aside.exists():
            aside = aside.with_name(aside.name + "a")
        self.path.replace(aside)
        self.problem = problem("second_journal_differs", path=aside.name)


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the whole lines of a second journal up to the first that is torn or not a line."""
    try:
        text = path.read_bytes()
    except OSError:
        return
    for raw in text.split(b"\n"):
        line = _line_of(raw)
        if line is None:
            return
        yield line


def _as_bytes(line: Line) -> bytes:
    return (compact(line.as_row()) + "\n").encode("utf-8", "surrogatepass")


def _line_of(raw: bytes) -> Line | None:
    try:
        row = json.loads(raw.decode("utf-8", "surrogatepass"))
        return Line(**{column: row[column] for column in COLUMNS})
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _whole_lines(text: bytes) -> tuple[list[Line], int]:
    """Return the lines that end as they should, and how many bytes they take."""
    lines: list[Line] = []
    end = 0
    for raw in text.split(b"\n")[:-1]:
        line = _line_of(raw)
        if line is None:
            break
        lines.append(line)
        end += len(raw) + 1
    return lines, end


def _is_beginning(kept: Sequence[Line], rest: bytes, lines: Sequence[Line]) -> bool:
    """Say whether a text tells the beginning of these lines, but for one line torn at its end."""
    torn = _line_of(rest)
    told = [*kept, torn] if torn else kept
    return b"\n" not in rest[:-1] and list(told) == list(lines[: len(told)])

"""The second journal: the same lines, one JSON text each, beside the file or on another device.

It is written after each commit and synced line by line, so it outlives a damaged congress file and
tells when an older copy has been put in the file's place.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from congress_desk.errors import Problem, problem
from congress_desk.storage.journal import COLUMNS, Line, compact

SUFFIX = ".journal.jsonl"


class SecondJournal:
    """An append-only text file; a failure to write it is told, and never stops the count."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: Problem | None = None
        self._file: BinaryIO | None = None

    def append(self, lines: Iterable[Line]) -> None:
        """Append lines and wait until the device has them."""
        text = "".join(compact(line.as_row()) + "\n" for line in lines)
        if not text:
            return
        try:
            if self._file is None:
                self._file = self.path.open("ab")
            self._file.write(text.encode("utf-8", "surrogatepass"))
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            self._fail(error)

    def close(self) -> None:
        """Close the text; the next line opens it again."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def reconcile(self, lines: list[Line]) -> None:
        """Bring the text up to the table's lines; a text of another history is set aside."""
        kept = list(read_lines(self.path))
        if kept != lines[: len(kept)]:
            aside = self.path.with_name(f"{self.path.name}.{datetime.now():%Y%m%d-%H%M%S}")
            self._set_aside(aside)
            self.problem = problem("second_journal_differs", path=aside.name)
            kept = []
        elif self._has_torn_end(len(kept)):
            self._rewrite(kept)
        self.append(lines[len(kept) :])

    def _fail(self, error: OSError) -> None:
        self.close()
        self.problem = problem(
            "second_journal_failed", path=str(self.path), detail=error.strerror or str(error)
        )

    def differences(self, lines: list[Line]) -> list[Problem]:
        """Return where text and table tell different stories; being behind is no fault."""
        kept = list(read_lines(self.path))
        for mine, theirs in zip(kept, lines, strict=False):
            if mine != theirs:
                return [problem("second_journal_line_differs", path=self.path.name, seq=mine.seq)]
        if len(kept) > len(lines):
            return [
                problem(
                    "second_journal_ahead",
                    path=self.path.name, lines=len(kept), here=len(lines),
                )
            ]  # fmt: skip
        return []

    def _set_aside(self, aside: Path) -> None:
        try:
            self.path.replace(aside)
        except OSError as error:
            self._fail(error)

    def _has_torn_end(self, whole_lines: int) -> bool:
        if not self.path.exists():
            return False
        text = self.path.read_bytes()
        return not text.endswith(b"\n") or text.count(b"\n") != whole_lines if text else False

    def _rewrite(self, lines: list[Line]) -> None:
        temporary = self.path.with_name(self.path.name + ".new")
        try:
            text = "".join(compact(line.as_row()) + "\n" for line in lines)
            temporary.write_text(text, "utf-8", newline="\n")
            temporary.replace(self.path)
        except OSError as error:
            self._fail(error)


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the whole lines of a second journal up to the first that is torn or not a line."""
    try:
        text = path.read_bytes()
    except OSError:
        return
    for raw in text.split(b"\n"):
        try:
            row = json.loads(raw.decode("utf-8"))
            yield Line(**{column: row[column] for column in COLUMNS})
        except (ValueError, KeyError, TypeError):
            return

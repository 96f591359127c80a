"""A subject's work in a process forked for it, and what it said until it ended."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from faults.shim import Shim
from faults.subjects import Subject

# Twice as long as any act takes under load.
PATIENCE_S = 60


@dataclass(slots=True)
class Course:
    """What a forked process told: what it acknowledged, what it refused, whether it broke down."""

    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    broke_down: bool = False
    ended: bool = False


class PipeTeller:
    """Tells through a pipe; `at_begin` is called in the child when the work itself begins."""

    def __init__(
        self,
        pipe: int,
        at_begin: Callable[[], None] = lambda: None,
        shim: Shim | None = None,
        *,
        early: bool = False,
        unsynced: bool = False,
    ) -> None:
        self.early, self.unsynced = early, unsynced
        self._pipe, self._at_begin, self._shim = pipe, at_begin, shim

    def begun(self) -> None:
        self._at_begin()
        os.write(self._pipe, b"begun\n")

    def said(self, text: str) -> None:
        if self._shim:
            self._shim.said(text)
        os.write(self._pipe, f"said {text}\n".encode())

    def refused(self, code: str) -> None:
        os.write(self._pipe, f"refused {code}\n".encode())


@contextmanager
def prepared(subject: Subject, place: Path) -> Iterator[Path]:
    """Give a folder in which the subject's work can be done; fresh copies are cheap from there."""
    ready = place / "ready"
    ready.mkdir(parents=True)
    subject.prepare(ready)
    yield ready
    shutil.rmtree(place)


def fresh(ready: Path, name: str = "run") -> Path:
    """Return a new copy of a prepared folder."""
    folder = ready.with_name(name)
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(ready, folder)
    return folder


def run_forked(
    subject: Subject,
    folder: Path,
    *,
    watched: Callable[[int], PipeTeller],
    kill_after: Callable[[], float] | None = None,
) -> Course:
    """Do the work in a forked process; killed so many seconds after it began, if it is to be.

    `watched` makes the teller in the child.
    """
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reads)
        _work(subject, folder, watched(writes), writes)
    os.close(writes)
    with os.fdopen(reads, "rb") as told:
        first = told.readline()
        if kill_after is not None and first == b"begun\n":
            time.sleep(kill_after())
            os.kill(pid, signal.SIGKILL)
        lines = [first, *told.read().splitlines()]
    _, status = os.waitpid(pid, 0)
    return _course(lines, status)


def _work(subject: Subject, folder: Path, tell: PipeTeller, pipe: int) -> None:
    code = 1
    try:
        signal.alarm(PATIENCE_S)
        subject.do(folder, tell)
        os.write(pipe, b"ended\n")
        code = 0
    except BaseException:  # noqa: BLE001 - told as a breakdown
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)


def _course(lines: list[bytes], status: int) -> Course:
    course = Course(broke_down=os.waitstatus_to_exitcode(status) not in (0, -signal.SIGKILL))
    for line in (each.decode().strip() for each in lines):
        if line.startswith("said "):
            course.said.append(line[5:])
        elif line.startswith("refused "):
            course.refused.append(line[8:])
        course.ended |= line == "ended"
    return course

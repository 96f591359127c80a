"""What no input may do: break down, stand still, write elsewhere, ask a network, mumble."""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, use_language

SLOWEST_S = 5
LONGEST_SENTENCE = 2_000
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Of the first, with the folder they are in when that is open already (-1: it is not).
_OF_ONE_NAME = frozenset({"os.mkdir", "os.remove", "os.rmdir"})
_OF_TWO_NAMES = frozenset({"os.rename", "os.symlink", "os.link"})
# What may be written to wherever it is: nothing is kept there.
_NOWHERE = ("/dev/null", "/dev/tty")


class Faulty(AssertionError):
    """An input did what none may do."""


class StoodStill(Faulty):
    """An input took longer than any may."""


class _Watch:
    def __init__(self) -> None:
        self.folder = ""
        self.seen = ""

    def hear(self, event: str, args: tuple[Any, ...]) -> None:
        """Note what goes beyond the folder; from the hook itself nothing is raised."""
        if not self.folder or self.seen:
            return
        if event == "open":
            path, mode, flags = args
            writes = isinstance(flags, int) and flags & _WRITES
            if writes and isinstance(path, str | bytes | os.PathLike):
                self._look(path)
        elif event in _OF_ONE_NAME and args[-1] == -1:
            self._look(args[0])
        elif event in _OF_TWO_NAMES:
            self._look(args[0])
            self._look(args[1])
        elif event.startswith(("socket.connect", "subprocess.Popen", "os.system", "urllib.")):
            self.seen = event

    def _look(self, path: Any) -> None:
        whole = os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(path)))
        if not f"{whole}{os.sep}".startswith(self.folder) and whole not in _NOWHERE:
            self.seen = f"wrote to {whole}"


_watch = _Watch()
_hooked = False


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Hold every input in this to `folder`."""
    global _hooked
    if not _hooked:
        sys.addaudithook(_watch.hear)
        _hooked = True
    _watch.folder = f"{folder.resolve()}{os.sep}"
    _watch.seen = ""
    elsewhere, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        _watch.folder, tempfile.tempdir = "", elsewhere


def tried(trial: Callable[[], object]) -> str:
    """Let one input be read; return "in" or "refused". Raises whatever is wrong with that."""
    _watch.seen = ""
    with _alarm():
        result = trial()
    if _watch.seen:
        raise Faulty(_watch.seen)
    if isinstance(result, Refusal):
        sentences(result.problems)
        return "refused"
    return "in"


def sentences(problems: tuple[Problem, ...] | list[Problem]) -> None:
    """Hold that each problem is one line that can be shown, in both languages."""
    for each in problems[:5]:
        for language in ("en", "vi"):
            use_language(language)
            said = problem_text(each)
            if not said.strip() or len(said) > LONGEST_SENTENCE or _UNSEEN.search(said):
                raise Faulty(f"{each.code} is no clear sentence: {said[:300]!r}")


@contextmanager
def _alarm() -> Iterator[None]:
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stood_still)
    # Of processor time: a busy machine is no fault of an input's.
    signal.setitimer(signal.ITIMER_PROF, SLOWEST_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stood_still(_number: int, _frame: FrameType | None) -> None:
    raise StoodStill(f"not done after {SLOWEST_S} s")

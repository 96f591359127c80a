"""Papers written by several processes, while the next are still read from the file."""

from __future__ import annotations

import contextlib
import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from congress_desk.errors import Refusal
from congress_desk.exports.content_writer import MADE, begin_process
from congress_desk.i18n import language

_MOST_PROCESSES = 3
# Fewer files are written before another process has begun.
WORTH_IT = 20
# So many a process writes or has before it: more would be left at the end, less let it wait.
AHEAD = 4
# What other processes take first: half of the work, and what draws it is loaded by them alone.
_THEIRS = ".pdf"

D = TypeVar("D")
Written = tuple[Path, Refusal | None]
Job = Callable[[], Refusal | None]


def one_by_one(
    drafts: Iterable[tuple[D, Path]], write: Callable[[D, Path], Refusal | None]
) -> Iterator[Written]:
    """Write each paper where it is read; yield its path with why it was refused."""
    for draft, path in drafts:
        yield path, write(draft, path)


def side_by_side(
    drafts: Iterable[tuple[D, Path]], write: Callable[[D, Path], Refusal | None], files: int
) -> list[Written]:
    """Write papers by all processors; return their paths in order. `files` is how many come.

    `write` is a function of a module, by whose name other processes find it. They begin with the
    PDFs while papers are read; then the others are written here, and whoever is done takes of what
    is left. What they lose by a fault of their own is written here too.
    """
    usual = gc.get_threshold()
    gc.set_threshold(MADE)
    try:
        many = min((os.cpu_count() or 1) - 1, _MOST_PROCESSES)
        if many < 1 or files < WORTH_IT:
            return list(one_by_one(drafts, write))
        return _shared(drafts, write, many)
    finally:
        gc.set_threshold(*usual)


def _shared(
    drafts: Iterable[tuple[D, Path]], write: Callable[[D, Path], Refusal | None], many: int
) -> list[Written]:
    """Write papers with so `many` other processes."""
    order = list[tuple[Path, Job]]()
    theirs, ours = deque[int](), deque[int]()
    done = dict[int, Future[Refusal | None]]()
    with ProcessPoolExecutor(
        many, mp_context=get_context("spawn"), initializer=begin_process, initargs=(language(),)
    ) as pool:

        def hand_over(*kinds: deque[int]) -> None:
            """Let the processes have as much before them as keeps them at work."""
            free = AHEAD * many - sum(not future.done() for future in done.values())
            for kind in kinds:
                while free > 0 and kind:
                    number = kind.pop()
                    done[number] = _begin(pool, order[number][1])
                    free -= 1

        for number, (draft, path) in enumerate(drafts):
            order.append((path, partial(write, draft, path)))
            (theirs if path.suffix == _THEIRS else ours).appendleft(number)
            hand_over(theirs)
        while ours or theirs:
            number = (ours or theirs).pop()
            done[number] = _here(order[number][1])
            hand_over(theirs, ours)
        return [(path, _result(done[n], job)) for n, (path, job) in enumerate(order)]


def _begin(pool: ProcessPoolExecutor, job: Job) -> Future[Refusal | None]:
    """Give a job to the processes, or do it here where one of them has died."""
    with contextlib.suppress(BrokenProcessPool):
        return pool.submit(job)
    return _here(job)


def _here(job: Job) -> Future[Refusal | None]:
    done = Future[Refusal | None]()
    done.set_result(job())
    return done


def _result(future: Future[Refusal | None], job: Job) -> Refusal | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return job()

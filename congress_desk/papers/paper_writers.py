"""Papers written by several processes, while the next are still read from the file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from congress_desk.errors import Refusal
from congress_desk.i18n import language, use_language

_MOST_PROCESSES = 3
# Fewer files are written before another process has begun.
WORTH_IT = 20
# So many a process writes or has before it: more would be left at the end, less let it wait.
AHEAD = 3

D = TypeVar("D")
Written = tuple[Path, Refusal | None]


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

    `write` is a function of a module, by whose name other processes find it. What comes while they
    have enough is written here, and so is what they lose by a fault of their own.
    """
    many = min((os.cpu_count() or 1) - 1, _MOST_PROCESSES)
    if many < 1 or files < WORTH_IT:
        return list(one_by_one(drafts, write))
    begun = list[tuple[Path, Callable[[], Refusal | None], Future[Refusal | None]]]()
    with ProcessPoolExecutor(
        many, mp_context=get_context("spawn"), initializer=use_language, initargs=(language(),)
    ) as pool:
        for draft, path in drafts:
            job = partial(write, draft, path)
            waiting = sum(not future.done() for *_, future in begun)
            begun.append((path, job, _begin(pool if waiting < AHEAD * many else None, job)))
        return [(path, _result(future, job)) for path, job, future in begun]


def _begin(
    pool: ProcessPoolExecutor | None, job: Callable[[], Refusal | None]
) -> Future[Refusal | None]:
    """Give a job to the processes, or do it here, as when one of them has died."""
    if pool is not None:
        with contextlib.suppress(BrokenProcessPool):
            return pool.submit(job)
    done = Future[Refusal | None]()
    done.set_result(job())
    return done


def _result(future: Future[Refusal | None], job: Callable[[], Refusal | None]) -> Refusal | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return job()

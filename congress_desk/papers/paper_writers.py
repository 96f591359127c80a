"""Papers written by several processes, while the next are still read from the file."""

from __future__ import annotations

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

    `write` is a function of a module, by whose name other processes find it. What they have not
    begun when all papers are read is written here, and what they lose by a fault of their own.
    """
    many = min((os.cpu_count() or 1) - 1, _MOST_PROCESSES)
    if many < 1 or files < WORTH_IT:
        return list(one_by_one(drafts, write))
    pool = ProcessPoolExecutor(
        many, mp_context=get_context("spawn"), initializer=use_language, initargs=(language(),)
    )
    try:
        asked = [(draft, path, pool.submit(write, draft, path)) for draft, path in drafts]
        # From the end: the processes take them from the beginning.
        here = {
            path: write(draft, path) for draft, path, future in reversed(asked) if future.cancel()
        }
        return [
            (path, here[path] if path in here else _result(future, partial(write, draft, path)))
            for draft, path, future in asked
        ]
    finally:
        pool.shutdown(cancel_futures=True)


def _result(future: Future[Refusal | None], write: Callable[[], Refusal | None]) -> Refusal | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return write()

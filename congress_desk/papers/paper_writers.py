"""Papers written by several processes, while the next are still read from the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from congress_desk.errors import Refusal
from congress_desk.i18n import language, use_language
from congress_desk.papers.paper import Draft

_MOST_PROCESSES = 3
# Fewer files are written before another process has begun.
WORTH_IT = 20

Write = Callable[[Draft, Path], Refusal | None]
Written = tuple[Draft, Path, Refusal | None]


def one_by_one(drafts: Iterable[tuple[Draft, Path]], write: Write) -> Iterator[Written]:
    """Write each paper where it is read; yield it with why it was refused."""
    for draft, path in drafts:
        yield draft, path, write(draft, path)


def side_by_side(drafts: Iterable[tuple[Draft, Path]], write: Write, files: int) -> list[Written]:
    """Write papers by all processors and return them in their order; `files` is how many come.

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
            (draft, path, here[path] if path in here else _result(future, draft, path, write))
            for draft, path, future in asked
        ]
    finally:
        pool.shutdown(cancel_futures=True)


def _result(
    future: Future[Refusal | None], draft: Draft, path: Path, write: Write
) -> Refusal | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return write(draft, path)

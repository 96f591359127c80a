"""Reads sides of sheets as they come from the feeder, in order, by several processes at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

import cv2
import zxingcpp

from congress_desk.domain.elections.cover_code import CoverCode, read_cover_code
from congress_desk.domain.elections.scans.reading import Aside, PageReading
from congress_desk.errors import Refusal
from congress_desk.reports.ballot_papers.layout import BallotLayout
from congress_desk.scan.feed import SheetSide, as_jpeg
from congress_desk.scan.printed_page import Picture, printed_pages
from congress_desk.scan.reader import Reader
from congress_desk.worker_process import end_with_parent

_THREADS = 2
_MOST_PROCESSES = 4
_CODE_128: Any = zxingcpp.BarcodeFormat.Code128


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePage:
    """A ballot page on a side of a sheet: what was read, and its picture as a JPEG."""

    reading: PageReading | None
    aside: Aside | None
    jpeg: bytes
    trace: bytes
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSide:
    """A sheet side with what stands on it; `page` is its place in its file, from 1."""

    file: str
    page: int
    is_photograph: bool
    pages: tuple[SidePage, ...]
    cover: CoverCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFor:
    """What sides are read for: the good print runs of a round, and the void ones."""

    layouts: tuple[BallotLayout, ...]
    void: tuple[BallotLayout, ...]
    election_id: int
    round_id: int


class SideReader:
    """Reads one side at a time; may be used by several threads."""

    def __init__(self, wanted: ReadFor) -> None:
        cv2.setNumThreads(1)
        pages = [page for layout in wanted.layouts for page in printed_pages(layout)]
        others = [page.code_text for layout in wanted.void for page in layout.pages]
        self._reader = Reader(pages, others=others)
        self._of = (wanted.election_id, wanted.round_id)

    def read(self, side: SheetSide) -> ReadSide:
        """Return what stands on a side: a cover, ballots, or nothing that can be counted."""
        found = self._reader.read(side.grey)
        pages = tuple(
            SidePage(
                reading=page.reading,
                aside=page.aside,
                # Of an empty back nothing is kept.
                jpeg=b"" if page.aside is Aside.BLANK else as_jpeg(page.picture),
                trace=page.trace,
                code=page.laid_on,
            )
            for page in found
        )
        told = {"file": side.file, "page": side.page, "is_photograph": side.is_photograph}
        cover = None
        if [page.aside for page in pages] == [Aside.NO_MARKS]:
            covers = _covers(side.grey)
            own = [each for each in covers if (each.election, each.round) == self._of]
            if len(own) == len(covers) == 1:
                cover = own[0]
            elif covers:
                jpeg = pages[0].jpeg
                pages = (SidePage(reading=None, aside=Aside.COVER, jpeg=jpeg, trace=b"", code=""),)
        return ReadSide(pages=pages, cover=cover, **told)  # type: ignore[arg-type]


def _covers(grey: Picture) -> list[CoverCode]:
    """Return what the covers on a page say: two where they were not cut apart."""
    codes = {code.text for code in zxingcpp.read_barcodes(grey, formats=_CODE_128)}
    return [cover for cover in map(read_cover_code, sorted(codes)) if cover is not None]


class SideReaders:
    """Several readers at once; what they read comes in the order of the feeder.

    Processes leave the interpreter to the window and use every processor; threads begin at once.
    """

    def __init__(self, wanted: ReadFor, *, processes: bool) -> None:
        self._pool: Executor
        if processes:
            many = min(max(os.cpu_count() or 2, 2), _MOST_PROCESSES)
            self._pool = ProcessPoolExecutor(
                many, mp_context=get_context("spawn"), initializer=_begin, initargs=(wanted,)
            )
            self._read: Callable[[SheetSide], ReadSide] = _read_here
        else:
            many = _THREADS
            self._pool, self._read = ThreadPoolExecutor(many), SideReader(wanted).read
        self._ahead = 2 * many + 2

    def read(
        self,
        sides: Iterator[SheetSide | Refusal],
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[ReadSide | Refusal]:
        """Yield what stands on sides, in their order; stopped, those that were begun still come."""
        waiting = deque[Future[ReadSide] | Refusal]()
        for side in sides:
            asked = side if isinstance(side, Refusal) else self._pool.submit(self._read, side)
            waiting.append(asked)
            if len(waiting) > self._ahead:
                yield _result(waiting.popleft())
            if is_stopped():
                break
        while waiting:
            yield _result(waiting.popleft())

    def close(self) -> None:
        """Let the readers go."""
        self._pool.shutdown(cancel_futures=True)


def _result(waiting: Future[ReadSide] | Refusal) -> ReadSide | Refusal:
    return waiting if isinstance(waiting, Refusal) else waiting.result()


# The reader of this process, made once when it begins.
_own: list[SideReader] = []


def _begin(wanted: ReadFor) -> None:
    end_with_parent()
    _own[:] = [SideReader(wanted)]


def _read_here(side: SheetSide) -> ReadSide:
    return _own[0].read(side)


def for_round(
    layouts: Sequence[BallotLayout],
    void: Sequence[BallotLayout],
    election_id: int,
    round_id: int,
) -> ReadFor:
    """Return what the sides of a round are read for."""
    return ReadFor(
        layouts=tuple(layouts), void=tuple(void), election_id=election_id, round_id=round_id
    )

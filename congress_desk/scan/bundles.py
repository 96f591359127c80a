"""Reads what a scanner fed bundle by bundle: a cover opens one, the next cover closes it."""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import zxingcpp

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.cover_code import CoverCode, read_cover_code
from congress_desk.domain.elections.scans.bundle import ScannedBundle, ScannedSheet, one_ballot
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, PageReading, Why
from congress_desk.errors import Refusal
from congress_desk.reports.ballot_papers.layout import BallotLayout
from congress_desk.scan.feed import SheetSide, as_jpeg
from congress_desk.scan.printed_page import Picture, printed_pages
from congress_desk.scan.reader import Reader, ReadPage

_THREADS = 2
_AHEAD = 6
_CODE_128: Any = zxingcpp.BarcodeFormat.Code128
_SAME = 0.95
Sides = Iterator[SheetSide | Refusal]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A sheet side with what stands on it; `trace` tells whether two pictures are of one paper."""

    side: SheetSide
    pages: tuple[ReadPage, ...]
    cover: CoverCode | None = None


@dataclass(slots=True)
class _Trace:
    sequence: int
    mask: bytes
    paper: Paper


class BundleReader:
    """Reads pages of one round into bundles; pictures go to `keep` by the name of their hash."""

    def __init__(
        self,
        layouts: Sequence[BallotLayout],
        *,
        void: Sequence[BallotLayout] = (),
        election_id: int,
        round_id: int,
        keep: Callable[[int, str, bytes], None],
    ) -> None:
        """Take the layouts of the good print runs of the round, and of the void ones."""
        cv2.setNumThreads(1)
        pages = [page for layout in layouts for page in printed_pages(layout)]
        others = [page.code_text for layout in void for page in layout.pages]
        self._reader = Reader(pages, others=others)
        self._sides = max(len(layout.pages) for layout in layouts)
        self._of = (election_id, round_id)
        self._keep = keep

    def read(
        self,
        sides: Sides,
        *,
        bundle: int = 0,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[ScannedBundle | Refusal]:
        """Yield each bundle when it is closed; pages before the first cover are of `bundle`.

        Without a cover and with `bundle` 0 pages are in bundle 0, which no round has.
        """
        made = _Making(self, bundle, None)
        for read in self._ordered(sides, is_stopped):
            if isinstance(read, Refusal):
                yield read
            elif read.cover is not None:
                if made.sheets or made.number:
                    yield made.done()
                made = _Making(self, read.cover.bundle, read.cover.sheets or None)
            else:
                made.add(read)
        if made.sheets or made.number:
            yield made.done()

    def _ordered(self, sides: Sides, is_stopped: Callable[[], bool]) -> Iterator[_Read | Refusal]:
        """Yield pages in the order of the feeder while two threads read ahead."""
        waiting = deque[Future[_Read] | Refusal]()
        with ThreadPoolExecutor(_THREADS) as pool:
            for side in sides:
                waiting.append(side if isinstance(side, Refusal) else pool.submit(self._read, side))
                if len(waiting) > _AHEAD:
                    yield _result(waiting.popleft())
                if is_stopped():
                    break
            while waiting:
                yield _result(waiting.popleft())

    def _read(self, side: SheetSide) -> _Read:
        pages = tuple(self._reader.read(side.grey))
        if [page.aside for page in pages] != [Aside.NO_MARKS]:
            return _Read(side=side, pages=pages)
        covers = _covers(side.grey)
        own = [cover for cover in covers if (cover.election, cover.round) == self._of]
        if len(own) == len(covers) == 1:
            return _Read(side=side, pages=pages, cover=own[0])
        aside = Aside.COVER if covers else Aside.NO_MARKS
        return _Read(side=side, pages=(replace(pages[0], aside=aside),))


class _Making:
    """A bundle while its sheets come."""

    def __init__(self, of: BundleReader, number: int, expected: int | None) -> None:
        self._of, self.number, self._expected = of, number, expected
        self.sheets = list[ScannedSheet]()
        self._traces = defaultdict[frozenset[int], list[_Trace]](list)
        self._pictures = dict[str, int]()
        self._half: tuple[_Read, ReadPage] | None = None

    def add(self, read: _Read) -> None:
        """Take a side of a sheet with the ballots on it; a blank back is passed over."""
        for page in read.pages:
            if page.aside is Aside.BLANK:
                continue
            if page.reading is None:
                self._flush()
                self._put(read, page, None)
            elif self._of._sides == 1:
                self._put(read, page, page.reading)
            elif self._half is None:
                self._half = (read, page)
            else:
                first = self._half[1].reading
                assert first is not None
                if {first.page, page.reading.page} != {1, 2}:
                    self._flush()
                    self._half = (read, page)
                    continue
                self._half = None
                self._put(read, page, one_ballot([first, page.reading], 2))

    def done(self) -> ScannedBundle:
        """Return the bundle with all its sheets."""
        self._flush()
        return ScannedBundle(number=self.number, expected=self._expected, sheets=tuple(self.sheets))

    def _flush(self) -> None:
        """Put a side down whose other side did not come."""
        if self._half is not None:
            read, page = self._half
            self._half = None
            assert page.reading is not None
            self._put(read, page, one_ballot([page.reading], 2))

    def _put(self, read: _Read, page: ReadPage, reading: PageReading | None) -> None:
        data = as_jpeg(page.picture)
        name = hashlib.sha256(data).hexdigest()
        self._of._keep(self.number, name, data)
        sequence, twin = len(self.sheets) + 1, 0
        doubts = reading.doubts if reading else ()
        if read.side.is_photograph and reading is not None:
            doubts = (LineDoubt(0, Why.PHOTOGRAPH), *doubts)
        if reading is not None:
            twin = self._twin(name, page, reading, sequence)
            if twin:
                doubts = (LineDoubt(0, Why.TWICE), *doubts)
        self.sheets.append(
            ScannedSheet(
                sequence=sequence,
                paper=reading.paper if reading else Paper(),
                doubts=doubts,
                aside=page.aside,
                file=read.side.file,
                page=read.side.page,
                picture=name,
                twin=twin,
            )
        )

    def _twin(self, name: str, page: ReadPage, reading: PageReading, sequence: int) -> int:
        """Return the sheet whose picture shows the same strokes at the same places, 0 of none."""
        if name in self._pictures:
            return self._pictures[name]
        self._pictures[name] = sequence
        if not page.trace:
            return 0
        others = self._traces[reading.paper.struck]
        for other in others:
            if _alike(page.trace, other.mask):
                return other.sequence
        others.append(_Trace(sequence, page.trace, reading.paper))
        return 0


def _covers(grey: Picture) -> list[CoverCode]:
    """Return what the covers on a page say: two where they were not cut apart."""
    codes = {code.text for code in zxingcpp.read_barcodes(grey, formats=_CODE_128)}
    return [cover for cover in map(read_cover_code, sorted(codes)) if cover is not None]


def _result(waiting: Future[_Read] | Refusal) -> _Read | Refusal:
    return waiting if isinstance(waiting, Refusal) else waiting.result()


def _alike(one: bytes, other: bytes) -> bool:
    first, second = _unpacked(one), _unpacked(other)
    if first.shape != second.shape:
        return False
    near = np.ones((3, 3), np.uint8)
    ours = float((first & cv2.dilate(second, near)).sum()) / max(int(first.sum()), 1)
    theirs = float((second & cv2.dilate(first, near)).sum()) / max(int(second.sum()), 1)
    return min(ours, theirs) >= _SAME


def _unpacked(packed: bytes) -> Picture:
    high, wide = int.from_bytes(packed[:2]), int.from_bytes(packed[2:4])
    bits = np.unpackbits(np.frombuffer(zlib.decompress(packed[4:]), np.uint8))
    return bits[: high * wide].reshape(high, wide)

"""Sheets of bundles made of the sides that a scanner fed: a cover opens one, the next closes it."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.bundle import (
    ScannedBundle,
    ScannedSheet,
    SidePicture,
    one_ballot,
)
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, PageReading, Why
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.scan.feed import SheetSide
from congress_desk.scan.printed_page import Picture
from congress_desk.scan.side_reader import ReadFor, ReadSide, SidePage, SideReaders

_SAME = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBundle:
    """A cover was fed: what comes now is of this bundle; `expected` is the number on its cover."""

    number: int
    expected: int | None
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """A sheet of the bundle at hand, with its pictures by the names of their hashes.

    `trace` are its strokes packed small; `page` is the last page of its file that is in it.
    """

    sheet: ScannedSheet
    pictures: Mapping[str, bytes]
    trace: bytes
    page: int


Event = NewBundle | NewSheet | Refusal


@dataclass(slots=True)
class _Half:
    read: ReadSide
    page: SidePage
    reading: PageReading


@dataclass(slots=True)
class BundleMaker:
    """Makes sheets of sides; `sides` is how many sides a ballot of the round has."""

    sides: int
    _count: int = 0
    _twins: dict[str, int] = field(default_factory=dict)
    _traces: dict[frozenset[int], list[tuple[int, bytes]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _half: _Half | None = None

    @property
    def count(self) -> int:
        """Return how many sheets of the bundle at hand were made."""
        return self._count

    def go_on(self, sheets: Iterable[tuple[ScannedSheet, bytes]]) -> None:
        """Go on with a bundle of which these sheets are there, each with its trace."""
        self._begin()
        for sheet, trace in sheets:
            self._count = sheet.sequence
            self._twin(sheet.sides[-1].picture, trace, sheet.paper.struck, sheet.sequence)

    def add(self, read: ReadSide) -> Iterator[NewBundle | NewSheet]:
        """Take a side of a sheet with what stands on it; a blank back is passed over."""
        if read.cover is not None:
            yield from self.flush()
            self._begin()
            yield NewBundle(
                number=read.cover.bundle, expected=read.cover.sheets or None, page=read.page
            )
            return
        for page in read.pages:
            if page.aside is not Aside.BLANK:
                yield from self._add(read, page)

    def flush(self) -> Iterator[NewSheet]:
        """Put a side down whose other side did not come."""
        if self._half is not None:
            half, self._half = self._half, None
            yield self._sheet(half.read, (half.page,), one_ballot([half.reading], 2))

    def _begin(self) -> None:
        self._count, self._half = 0, None
        self._twins.clear()
        self._traces.clear()

    def _add(self, read: ReadSide, page: SidePage) -> Iterator[NewSheet]:
        reading = page.reading
        if reading is None:
            yield from self.flush()
            yield self._sheet(read, (page,), None)
        elif self.sides == 1:
            yield self._sheet(read, (page,), reading)
        elif self._half is None:
            self._half = _Half(read, page, reading)
        elif {self._half.reading.page, reading.page} != {1, 2}:
            yield from self.flush()
            self._half = _Half(read, page, reading)
        else:
            half, self._half = self._half, None
            pages = sorted(((half.reading, half.page), (reading, page)), key=lambda p: p[0].page)
            both = one_ballot([half.reading, reading], 2)
            yield self._sheet(read, tuple(each for _, each in pages), both)

    def _sheet(
        self, read: ReadSide, pages: Sequence[SidePage], reading: PageReading | None
    ) -> NewSheet:
        names = [hashlib.sha256(page.jpeg).hexdigest() for page in pages]
        self._count += 1
        doubts, twin = reading.doubts if reading else (), 0
        if read.is_photograph and reading is not None:
            doubts = (LineDoubt(0, Why.PHOTOGRAPH), *doubts)
        if reading is not None:
            twin = self._twin(names[-1], pages[-1].trace, reading.paper.struck, self._count)
            if twin:
                doubts = (LineDoubt(0, Why.TWICE), *doubts)
        sheet = ScannedSheet(
            sequence=self._count,
            paper=reading.paper if reading else Paper(),
            doubts=doubts,
            aside=pages[-1].aside,
            file=read.file,
            page=read.page,
            sides=tuple(
                SidePicture(picture=name, code=page.code)
                for name, page in zip(names, pages, strict=True)
            ),
            twin=twin,
        )
        jpegs = {name: page.jpeg for name, page in zip(names, pages, strict=True)}
        return NewSheet(sheet=sheet, pictures=jpegs, trace=pages[-1].trace, page=read.page)

    def _twin(self, name: str, trace: bytes, struck: frozenset[int], sequence: int) -> int:
        """Return the sheet whose picture shows the same strokes at the same places, 0 of none."""
        if name in self._twins:
            return self._twins[name]
        self._twins[name] = sequence
        if not trace:
            return 0
        others = self._traces[struck]
        for other, mask in others:
            if _alike(trace, mask):
                return other
        others.append((sequence, trace))
        return 0


class BlankFiles:
    """Knows the files of several pages of which each is blank: fed with the wrong side down.

    A file of one page may be the back of a sheet, which scanners write as a picture of its own.
    """

    def __init__(self) -> None:
        self._blank = Counter[str]()

    def note(self, read: ReadSide) -> None:
        """Note what a page is; pages of a file come in order, from 1."""
        blank = read.cover is None and all(page.aside is Aside.BLANK for page in read.pages)
        if blank and self._blank[read.file] == read.page - 1:
            self._blank[read.file] = read.page
        else:
            self._blank[read.file] = -1

    def refusals(self) -> Iterator[Refusal]:
        """Yield one for each such file."""
        for file, pages in self._blank.items():
            if pages > 1:
                yield refuse("scan_file_blank", Place(file=file))


class BundleReader:
    """Reads pages of one round into bundles; pictures go to `keep` by the name of their hash."""

    def __init__(self, wanted: ReadFor, *, keep: Callable[[int, str, bytes], None]) -> None:
        self._wanted, self._keep = wanted, keep
        self._blank = BlankFiles()

    def read(
        self, sides: Iterator[SheetSide | Refusal], *, bundle: int = 0, processes: bool = False
    ) -> Iterator[ScannedBundle | Refusal]:
        """Yield each bundle when it is closed; pages before the first cover are of `bundle`.

        Without a cover and with `bundle` 0 pages are in bundle 0, which no round has.
        """
        number, expected, sheets = bundle, None, list[ScannedSheet]()
        for event in self._events(sides, processes):
            if isinstance(event, Refusal):
                yield event
            elif isinstance(event, NewSheet):
                for name, data in event.pictures.items():
                    self._keep(number, name, data)
                sheets.append(event.sheet)
            else:
                if sheets or number:
                    yield ScannedBundle(number=number, expected=expected, sheets=tuple(sheets))
                number, expected, sheets = event.number, event.expected, []
        if sheets or number:
            yield ScannedBundle(number=number, expected=expected, sheets=tuple(sheets))
        yield from self._blank.refusals()

    def _events(self, sides: Iterator[SheetSide | Refusal], processes: bool) -> Iterator[Event]:
        maker = BundleMaker(sides_of(self._wanted))
        readers = SideReaders(self._wanted, processes=processes)
        try:
            for read in readers.read(sides):
                if isinstance(read, Refusal):
                    yield read
                else:
                    self._blank.note(read)
                    yield from maker.add(read)
            yield from maker.flush()
        finally:
            readers.close()


def sides_of(wanted: ReadFor) -> int:
    """Return how many sides a ballot has."""
    return max(len(layout.pages) for layout in wanted.layouts)


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

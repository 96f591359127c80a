"""Scanned ballots read against the truth they were made from, beside a plain threshold; speed.

The long form reads 50,000 ordinary lines and 20,000 hard ones. Speed is processor time of one
reader, from the JPEG to what stands on each line; the window reads by a process a processor.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import psutil

from benchmarks.ballot_papers import _laid_out, _text
from benchmarks.measured import Measured
from congress_desk.domain.ballot_papers.printed_list import PrintedName
from congress_desk.domain.elections.checks.pace import KEYS_A_MINUTE, SECONDS_A_SHEET
from congress_desk.domain.elections.checks.sample import sheets_needed
from congress_desk.domain.elections.scans.reading import Why
from congress_desk.reports.ballot_papers.forms import BallotForm
from congress_desk.reports.ballot_papers.layout import BallotLayout
from congress_desk.scan.marks import found_pages
from congress_desk.scan.printed_page import Picture, PrintedPage, printed_pages
from congress_desk.scan.reader import Reader
from congress_desk.scan.synthetic_ballots import HARD, ORDINARY, Truth, marked_page
from congress_desk.scan.synthetic_machine import hard_machine, ordinary_machine

NAMES = 63
BALLOTS = 1500
PROCESSORS = 2
# Other pages than those of the tests.
FIRST_SEED = 40_000
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Y", "Hồ")
_MIDDLE = ("Văn", "Thị Phương", "Ngọc", "Thị", "Quốc", "Đức", "Minh")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hạnh", "Tý", "Nghĩa", "Phượng", "Ý", "Khoa")
# An office scanner feeds so many sheets a minute; a doubt is answered in so many seconds; of a
# ballot nine names are struck, two keys each.
SHEETS_A_MINUTE, DOUBT_S, KEYS = 60, 6, 19
_UNREAD = frozenset({Why.TORN, Why.BLURRED, Why.SIDES, Why.FAINT})


def run(folder: Path, short: bool) -> list[Measured]:
    """Read pages by seed; a wrong line is an error of the program, not a slow figure."""
    cv2.setNumThreads(1)
    layout = _laid_out(replace(_text(), names=_names()), BallotForm())
    pages = printed_pages(layout)
    reader = Reader(pages)
    ordinary = _read(layout, reader, pages[0], ORDINARY, ordinary_machine, 6 if short else 794)
    hard = _read(layout, reader, pages[0], HARD, hard_machine, 6 if short else 318)
    speed, plain, grown = _speed(layout, reader, pages, 60 if short else 5000)
    print(
        f"  a plain threshold errs {ordinary.plain} times in {ordinary.lines} ordinary lines and "
        f"{hard.plain} times in {hard.lines} hard ones"
    )
    print(f"  {speed:.1f} pages a second on two processors; a plain threshold {plain:.1f}")
    for share in (ordinary.share, hard.share):
        scanned = BALLOTS / SHEETS_A_MINUTE + BALLOTS * share / 100 * DOUBT_S / 60
        a_sheet = KEYS / KEYS_A_MINUTE + SECONDS_A_SHEET / 60
        typed, drawn = BALLOTS * a_sheet, sheets_needed(BALLOTS, BALLOTS // 100, 95) * a_sheet
        print(
            f"  {BALLOTS} ballots, {share:.1f} % of pages to a person: from the feeder to a pass"
            f" {scanned:.0f} minutes; agreed with a sample typed by one {scanned + drawn:.0f}, with"
            f" a pass typed by one meanwhile {max(scanned, typed):.0f}; by two typed passes, two"
            f" people, {typed:.0f}"
        )
    return [
        Measured(what="wrong of ordinary lines", value=ordinary.wrong, bound=0, unit="l"),
        Measured(what="ordinary pages to a person", value=ordinary.share, bound=1, unit="%"),
        Measured(what="wrong of hard lines", value=hard.wrong, bound=0, unit="l"),
        Measured(what="hard pages to a person", value=hard.share, bound=15, unit="%"),
        Measured(what="a page of 63 names, 2 at once", value=1000 / speed, bound=22.2, unit="ms"),
        Measured(what="memory grown by reading", value=grown, bound=60, unit="MB"),
    ]


def _names() -> tuple[PrintedName, ...]:
    """Return 63 names as people have them, with the shortest last words there are."""
    return tuple(
        PrintedName(
            n + 1,
            f"{_FAMILY[n % len(_FAMILY)]} {_MIDDLE[n // 9]} {_GIVEN[(n + n // 9) % len(_GIVEN)]}",
        )
        for n in range(NAMES)
    )


class _Count:
    def __init__(self) -> None:
        self.lines = self.wrong = self.plain = self.pages = self.asked = 0

    @property
    def share(self) -> float:
        return 100 * self.asked / self.pages


def _read(layout: BallotLayout, reader: Reader, page: PrintedPage, kinds, machine, many) -> _Count:
    count = _Count()
    for seed in range(FIRST_SEED, FIRST_SEED + many):
        random = np.random.default_rng(1_000_000 + seed)
        picture, truth = marked_page(layout, 0, seed, kinds=kinds, machine=machine(random))
        (found,) = reader.read(picture)
        count.pages += 1
        count.plain += _plain_errors(picture, page, truth)
        count.lines += NAMES
        if found.reading is None or found.reading.doubts:
            count.asked += 1
        if found.reading is None:
            continue
        if _UNREAD.intersection(doubt.why for doubt in found.reading.doubts):
            continue  # nothing of it was decided
        unsure = {doubt.position for doubt in found.reading.doubts}
        struck = found.reading.paper.struck
        count.wrong += sum(
            (p in struck) != (p in truth.struck) for p in found.reading.positions if p not in unsure
        )
    return count


def _plain(picture: Picture, page: PrintedPage) -> set[int]:
    """Return the lines that a plain threshold takes for struck: a third darker than as printed."""
    (found, *_) = found_pages(picture, [page])
    straight = cv2.getPerspectiveTransform(found.corners, page.corners)
    laid = cv2.warpPerspective(picture, straight, (page.width, page.height))
    dark, printed = laid < 128, page.picture < 128
    return {
        name.position
        for name in page.names
        if name.name.of(dark).sum() > 1.33 * name.name.of(printed).sum()
    }


def _plain_errors(picture: Picture, page: PrintedPage, truth: Truth) -> int:
    return len(_plain(picture, page) ^ truth.struck)


def _speed(
    layout: BallotLayout, reader: Reader, pages: tuple[PrintedPage, ...], many: int
) -> tuple[float, float, float]:
    """Return pages a second of ours and of the plain reader, and how much memory grew in MB."""
    pictures = []
    for seed in range(12):
        picture, _ = marked_page(layout, 0, seed)
        pictures.append(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 85])[1])

    def read(place: int) -> None:
        reader.read(cv2.imdecode(pictures[place % 12], cv2.IMREAD_GRAYSCALE))

    def plain(place: int) -> None:
        _plain(cv2.imdecode(pictures[place % 12], cv2.IMREAD_GRAYSCALE), pages[0])

    process = psutil.Process()
    for place in range(24):
        read(place)
    before = process.memory_info().rss
    ours = min(_of_twelve(read) for _ in range(many // 12))
    grown = (process.memory_info().rss - before) / 1e6
    theirs = min(_of_twelve(plain) for _ in range(5))
    return PROCESSORS * 12 / ours, PROCESSORS * 12 / theirs, grown


def _of_twelve(read: Callable[[int], None]) -> float:
    """Return the processor time of twelve pages in s; of many the least, as no neighbour hides."""
    start = time.process_time()
    for place in range(12):
        read(place)
    return time.process_time() - start

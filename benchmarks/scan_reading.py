"""Scanned ballots read against the truth they were made from, beside a plain threshold; speed.

The long form reads 50,000 ordinary lines and 20,000 hard ones.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import psutil

from benchmarks.ballot_papers import _laid_out, _text
from benchmarks.measured import Measured
from congress_desk.domain.elections.checks.pace import KEYS_A_MINUTE, SECONDS_A_SHEET
from congress_desk.domain.elections.scans.reading import Why
from congress_desk.reports.ballot_papers.forms import BallotForm
from congress_desk.reports.ballot_papers.layout import BallotLayout
from congress_desk.scan.made_up import HARD, ORDINARY, Truth, marked_page
from congress_desk.scan.made_up_machine import hard_machine, ordinary_machine
from congress_desk.scan.marks import found_pages
from congress_desk.scan.printed_page import Picture, PrintedPage, printed_pages
from congress_desk.scan.reader import Reader

NAMES = 63
BALLOTS = 1500
# An office scanner feeds so many sheets a minute; a doubt is answered in so many seconds; of a
# ballot nine names are struck, two keys each.
SHEETS_A_MINUTE, DOUBT_S, KEYS = 60, 6, 19
_UNREAD = frozenset({Why.TORN, Why.BLURRED, Why.SIDES})


def run(folder: Path, short: bool) -> list[Measured]:
    """Read pages by seed; a wrong line is an error of the program, not a slow figure."""
    cv2.setNumThreads(1)
    layout = _laid_out(_text(), BallotForm())
    pages = printed_pages(layout)
    reader = Reader(pages)
    ordinary = _read(layout, reader, pages[0], ORDINARY, ordinary_machine, 6 if short else 794)
    hard = _read(layout, reader, pages[0], HARD, hard_machine, 6 if short else 318)
    speed, plain, grown = _speed(layout, reader, pages, 60 if short else 5000)
    print(
        f"  a plain threshold errs {ordinary.plain} times in {ordinary.lines} ordinary lines and "
        f"{hard.plain} times in {hard.lines} hard ones"
    )
    print(f"  {speed:.1f} pages a second on two threads; a plain reader {plain:.1f}")
    scanned = BALLOTS / SHEETS_A_MINUTE + BALLOTS * ordinary.share / 100 * DOUBT_S / 60
    typed = BALLOTS * (KEYS / KEYS_A_MINUTE + SECONDS_A_SHEET / 60)
    print(
        f"  {BALLOTS} ballots from the feeder to a pass: {scanned:.0f} minutes, and one person"
        f" types the other in {typed:.0f}; two typed passes take two people {typed:.0f} each"
    )
    return [
        Measured(what="wrong of ordinary lines", value=ordinary.wrong, bound=0, unit="l"),
        Measured(what="ordinary pages to a person", value=ordinary.share, bound=1, unit="%"),
        Measured(what="wrong of hard lines", value=hard.wrong, bound=0, unit="l"),
        Measured(what="hard pages to a person", value=hard.share, bound=15, unit="%"),
        Measured(what="a page of 63 names", value=1000 / speed, bound=1000 / 45, unit="ms"),
        Measured(what="memory grown by reading", value=grown, bound=60, unit="MB"),
    ]


class _Count:
    def __init__(self) -> None:
        self.lines = self.wrong = self.plain = self.pages = self.asked = 0

    @property
    def share(self) -> float:
        return 100 * self.asked / self.pages


def _read(layout: BallotLayout, reader: Reader, page: PrintedPage, kinds, machine, many) -> _Count:
    count = _Count()
    for seed in range(many):
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
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(read, range(24)))
        before, start = process.memory_info().rss, time.perf_counter()
        for _ in pool.map(read, range(many)):
            pass
        ours = many / (time.perf_counter() - start)
        grown = (process.memory_info().rss - before) / 1e6
        start = time.perf_counter()
        for _ in pool.map(plain, range(60)):
            pass
        theirs = 60 / (time.perf_counter() - start)
    return ours, theirs, grown

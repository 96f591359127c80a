"""Reads pictures of ballots: finds each page, knows its print run, and reads its lines."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import zxingcpp

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.reading import Aside, LineDoubt, PageReading, Why
from congress_desk.scan.ink import Ink, ink_of
from congress_desk.scan.lines import read_lines
from congress_desk.scan.marks import FoundPage, found_pages
from congress_desk.scan.print_tones import is_bilevel
from congress_desk.scan.printed_page import ONE_MAP, Picture, PrintedPage
from congress_desk.scan.straighten import straightened

_QR: Any = zxingcpp.BarcodeFormat.QRCode
_LEAST_SCALE = 0.78
_LEAST_LIGHT, _EVEN = 110, 64
# How many modules of a code agree at least for it to be that code, and no other by far.
_SURE, _APART = 0.93, 0.06
# A straightened page whose print is not where it must be cannot be read.
_LEAST_PRINT = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One ballot page on a picture: read, or set aside for a reason.

    `picture` is the page straightened, in grey at 150 dots an inch, or the whole picture where no
    page was found. `trace` are the added strokes packed small, by which a page fed twice is known;
    `code` is what its code says where that is not the code expected, `laid_on` the code of the
    printed page that the picture lies on, "" of none.
    """

    reading: PageReading | None
    aside: Aside | None
    picture: Picture
    trace: bytes = b""
    code: str = ""
    laid_on: str = ""


class Reader:
    """Reads pages of these print runs of one round; may be used by several threads at once."""

    def __init__(self, pages: Sequence[PrintedPage], *, others: Sequence[str] = ()) -> None:
        """Take the printed pages that are good; `others` are codes of void runs of the election."""
        self._pages, self._others = tuple(pages), frozenset(others)

    def read(self, grey: Picture) -> list[ReadPage]:
        """Return each ballot page on a picture in grey; one set aside where there is none."""
        found = found_pages(grey, self._pages)
        if not found:
            return [self._without_marks(grey)]
        return [self._page(grey, one) for one in found]

    def _without_marks(self, grey: Picture) -> ReadPage:
        small = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        edge = max(min(small.shape) // 12, 1)
        inner = small[edge:-edge, edge:-edge]
        light = cv2.blur(cv2.dilate(inner, np.ones((9, 9), np.uint8)), (31, 31))
        dark = cv2.absdiff(light, inner) > 45
        # Paper is light, and all of it about as light: a photograph out of focus has no ink either.
        least, most = np.percentile(light, (2, 98))
        is_paper = least >= _LEAST_LIGHT and most - least <= _EVEN
        blank = is_paper and float(dark.mean()) < 0.0006
        return ReadPage(reading=None, aside=Aside.BLANK if blank else Aside.NO_MARKS, picture=grey)

    def _page(self, grey: Picture, found: FoundPage) -> ReadPage:
        if found.is_mirrored:
            return ReadPage(reading=None, aside=Aside.MIRRORED, picture=grey)
        if found.scale < _LEAST_SCALE:
            return ReadPage(reading=None, aside=Aside.TOO_COARSE, picture=grey)
        page = self._known(grey, found)
        if page is None:
            return self._unknown(grey, found)
        laid = straightened(grey, found, page)
        if found.missing >= 0:
            return self._whole(page, laid, Why.TORN)
        ink = ink_of(laid, page, found.scale, is_bilevel=is_bilevel(grey))
        if _print_there(ink, page) < _LEAST_PRINT:
            return self._whole(page, laid, Why.BLURRED)
        return ReadPage(
            reading=read_lines(ink, page),
            aside=None,
            picture=laid,
            trace=_trace(ink),
            laid_on=page.code_text,
        )

    def _whole(self, page: PrintedPage, laid: Picture, why: Why) -> ReadPage:
        """Return a page of which no line is decided."""
        positions = tuple(name.position for name in page.names)
        reading = PageReading(
            page=page.place, positions=positions, paper=Paper(), doubts=(LineDoubt(0, why),)
        )
        return ReadPage(reading=reading, aside=None, picture=laid, laid_on=page.code_text)

    def _known(self, grey: Picture, found: FoundPage) -> PrintedPage | None:
        """Return the page whose code stands there, None where it is another code or none."""
        shares = sorted(
            ((_agreeing(grey, found, page), n) for n, page in enumerate(self._pages)), reverse=True
        )
        best, place = shares[0]
        second = shares[1][0] if len(shares) > 1 else 0.0
        return self._pages[place] if best >= _SURE and best - second >= _APART else None

    def _unknown(self, grey: Picture, found: FoundPage) -> ReadPage:
        text = _decoded(grey, found, self._pages[0])
        known = {page.code_text: page for page in self._pages}
        if text in known:
            page = known[text]
            return self._whole(page, straightened(grey, found, page), Why.BLURRED)
        own = self._pages[0].code_text.split(":")[:2]
        if not text.startswith("CD1:"):
            aside = Aside.UNKNOWN_CODE
        elif text.split(":")[:2] == own or text in self._others:
            aside = Aside.WRONG_LIST
        else:
            aside = Aside.OTHER_ELECTION
        laid = straightened(grey, found, self._pages[0])
        return ReadPage(reading=None, aside=aside, picture=laid, code=text)


def _agreeing(grey: Picture, found: FoundPage, page: PrintedPage) -> float:
    """Return which share of the modules of a code are dark and light as they must be."""
    to_source = cv2.getPerspectiveTransform(page.corners, found.corners)
    places = page.module_places.reshape(-1, 1, 2)
    best = 0.0
    there = cv2.perspectiveTransform(places, to_source).reshape(page.modules.shape + (2,))
    smooth = _part_around(grey, there)
    if smooth is None:
        return 0.0
    picture, origin = smooth
    middle = None
    for by in (0.0, -1.2, 1.2):
        for across in (0.0, -1.2, 1.2):
            moved = (there - origin + np.array([across, by]) * found.scale).astype(np.float32)
            seen = cv2.remap(picture, moved, ONE_MAP, cv2.INTER_LINEAR)
            if middle is None:
                middle = _middle(seen)
            share = float(((seen < middle) == page.modules).mean())
            best = max(best, share)
        if best > 0.985:
            break
    return best


def _middle(seen: Picture) -> float:
    """Return the grey between dark and light, neither of the very darkest nor of the lightest."""
    least = seen.size * 2 // 25
    parts = np.partition(seen, (least, -least - 1), axis=None)
    return (float(parts[least]) + float(parts[-least - 1])) / 2


def _part_around(grey: Picture, there: Picture) -> tuple[Picture, Picture] | None:
    low = np.floor(there.reshape(-1, 2).min(axis=0)).astype(int) - 12
    high = np.ceil(there.reshape(-1, 2).max(axis=0)).astype(int) + 12
    low = np.maximum(low, 0)
    part = grey[low[1] : high[1], low[0] : high[0]]
    if min(part.shape) < 20:
        return None
    return cv2.GaussianBlur(part, (0, 0), 0.6), low.astype(np.float64)


def _decoded(grey: Picture, found: FoundPage, page: PrintedPage) -> str:
    """Return what the code of a page says, "" where nobody can read it."""
    to_source = cv2.getPerspectiveTransform(page.corners, found.corners)
    box, wide, larger = page.code_box, 10, 3.0
    corner = np.array(
        [[1 / larger, 0, box.left - wide], [0, 1 / larger, box.top - wide], [0, 0, 1]]
    )
    side = round((box.right - box.left + 2 * wide) * larger)
    part = cv2.warpPerspective(
        grey, to_source @ corner, (side, side), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    )
    for code in zxingcpp.read_barcodes(part, formats=_QR):
        return str(code.text)
    return ""


def _print_there(ink: Ink, page: PrintedPage) -> float:
    """Return how well the printed head and rules stand where they must: 1 is exactly."""
    dark = page.dark
    if ink.tones.is_bilevel:  # what is thin may be lost
        dark = dark & (ink.tones.spread_half[ink.spread] < 120)
    there, wanted = np.count_nonzero((ink.half < 190) & dark), np.count_nonzero(dark)
    return int(there) / int(wanted) if wanted else 0.0


def _trace(ink: Ink) -> bytes:
    """Return the strokes of a page packed small."""
    if not ink.strokes:
        return b""
    drawn = np.zeros(int(ink.labels.max()) + 1, np.uint8)
    drawn[[stroke.label for stroke in ink.strokes]] = 1
    mask: Picture = np.take(drawn, ink.labels)
    size = b"".join(side.to_bytes(2) for side in mask.shape)
    return size + zlib.compress(np.packbits(mask).tobytes(), 1)

"""How dark each dot of a printed page is on a scan: by the lens, or in black and white by level."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np

from congress_desk.scan.printed_page import DOTS, PAPER, Picture, PrintedPage, shrunk

# How far a scanner's lens spreads a line, in dots: the nearest is taken for each page.
_SPREADS = (0.5, 0.8, 1.1, 1.5)
# Print that is darker than this may be anything: nothing is told from there.
_BLACK = 105
# A black-and-white scanner takes for black what is darker than such a share of paper; the lens, in
# dots, and how far print may lie from its place, in half dots.
_LEVELS, _LENS, _APART = (0.3, 0.42, 0.54, 0.65, 0.76, 0.86), 0.8, 2
# A grey scan has more dots than this share that are neither black nor white: all edges of print.
_FEW = 0.004


class Tones:
    """The print of one page as a scanner gives it, in grey or in black and white.

    Everything is a list by how far the lens spreads print, or by the level at which dark is parted
    from light. `spread` is the print, `darkest` how dark it may be that lies a little apart or is
    spread otherwise: 0 where it may be anything. The same in half the size in floats, `printed`
    how much darker than paper print is, and `doubtful` how far the two are from each other.
    """

    def __init__(
        self, spread: Sequence[Picture], darkest: Sequence[Picture], *, is_bilevel: bool
    ) -> None:
        self.spread, self.darkest, self.is_bilevel = spread, darkest, is_bilevel
        self.spread_half = [_halved(one) for one in spread]
        self.darkest_half = [_halved(one) for one in darkest]
        self.printed_half = [PAPER - one for one in self.spread_half]
        both = zip(self.spread_half, self.darkest_half, strict=True)
        self.doubtful_half = [usual - darkest for usual, darkest in both]


@lru_cache(maxsize=32)
def tones_of(page: PrintedPage, is_bilevel: bool) -> Tones:
    """Return what a page is like on scans, made once."""
    return _bilevel(page) if is_bilevel else _grey(page)


def _grey(page: PrintedPage) -> Tones:
    light = page.picture.astype(np.float32) * (PAPER / 255)
    spread = [cv2.GaussianBlur(light, (0, 0), one) for one in _SPREADS]
    return Tones(
        shown := [np.clip(one, 0, 255).astype(np.uint8) for one in spread],
        _darkest(shown),
        is_bilevel=False,
    )


def _bilevel(page: PrintedPage) -> Tones:
    light = cv2.GaussianBlur(page.drawn(2 * DOTS), (0, 0), 2 * _LENS)
    black = [cv2.threshold(light, 255 * level, PAPER, cv2.THRESH_BINARY)[1] for level in _LEVELS]
    size = page.width, page.height
    near = np.ones((2 * _APART + 1, 2 * _APART + 1), np.uint8)
    darkest = []
    for place in range(len(black)):
        fatter = black[min(place + 1, len(black) - 1)]
        most = cv2.resize(cv2.erode(fatter, near), size, interpolation=cv2.INTER_AREA)
        darkest.append(np.where(most < PAPER, 0, most).astype(np.uint8))
    usual = [cv2.resize(one, size, interpolation=cv2.INTER_AREA) for one in black]
    return Tones(usual, darkest, is_bilevel=True)


def is_bilevel(grey: Picture) -> bool:
    """Say whether a picture is in black and white alone: hardly any dot of it is grey."""
    low, high = int(grey.min()), int(grey.max())
    edge = (high - low) // 5
    between = cv2.inRange(grey, low + edge, high - edge)
    return high - low > 100 and cv2.countNonZero(between) < _FEW * grey.size


def _halved(picture: Picture) -> Picture:
    return shrunk(picture, 2).astype(np.float32)


def _darkest(spread: Sequence[Picture]) -> list[Picture]:
    """Return for each spread how dark print may be that lies a dot away or is spread otherwise.

    In the letters themselves it may be black: what is written over them shows between them.
    """
    moved = [cv2.erode(one, np.ones((3, 3), np.uint8)) for one in spread]
    found = []
    for place in range(len(spread)):
        darkest = moved[place]
        for other in moved[max(place - 1, 0) : place + 2]:
            darkest = cv2.min(darkest, other)
        found.append(np.where(darkest < _BLACK, 0, darkest))
    return found

"""Finds ballots on a picture by their four corner marks, turned in any way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from congress_desk.scan.printed_page import Picture, PrintedPage, shrunk

# The longer side of the picture on which marks are looked for, in dots.
_LONG, _LONG_SHEET = 1000, 1700
_MOST_MARKS = 60
# A ballot that fills a picture has its marks in the outer fifths.
_CORNER = 5
# How far sides may be from what the page says: a feeder shears, a telephone sees in perspective.
_SLACK = 0.05
_SLANT = 0.09


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """Where a ballot lies: the middles of its marks, the upper two before the lower two.

    `scale` is dots of the picture for one dot of the printed page. `missing` names the mark that
    is not there by its place, -1 where all four are.
    """

    corners: Picture
    scale: float
    missing: int
    is_mirrored: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    x: float
    y: float
    side: float
    holed: bool


def found_pages(grey: Picture, pages: Sequence[PrintedPage]) -> list[FoundPage]:
    """Return the ballots on a picture, row by row from the top as they lie."""
    if min(grey.shape) < 60:
        return []
    longest = max(grey.shape)
    shrink = max(longest / (_LONG if longest < 2200 else _LONG_SHEET), 1.0)
    alone = _pages_by(_corner_marks(grey, shrink), grey, pages, shrink)
    if not alone and shrink > 1:
        # Where black and white is parted at a light grey little is left of the hole of a mark.
        finer = max(0.6 * shrink, 1.0)
        alone = _pages_by(_corner_marks(grey, finer), grey, pages, finer)
    # The outer marks of two ballots side by side stand like those of one in a mirror.
    whole = len(alone) == 1 and alone[0].missing < 0 and not alone[0].is_mirrored
    if whole and _fills(alone[0], grey):
        return alone
    found = _pages_by(_marks(_smaller(grey, shrink)), grey, pages, shrink)
    height = max((np.ptp(one.corners[:, 1]) for one in found), default=1.0)
    found.sort(
        key=lambda one: (
            round(float(one.corners[:, 1].mean()) / (0.6 * height)),
            float(one.corners[:, 0].mean()),
        )
    )
    return found


def _corner_marks(grey: Picture, shrink: float) -> list[_Mark]:
    """Return the marks in the corners of a picture: most pictures are of one ballot.

    Where they stand is told in a picture shrunk so much, as of the marks of a whole picture.
    """
    found = list[_Mark]()
    high, wide = grey.shape[0] // _CORNER, grey.shape[1] // _CORNER
    for top in (0, grey.shape[0] - high):
        for left in (0, grey.shape[1] - wide):
            part = np.ascontiguousarray(grey[top : top + high, left : left + wide])
            marks = _marks(_smaller(part, shrink))
            found += [replace(m, x=m.x + left / shrink, y=m.y + top / shrink) for m in marks]
    return found


def _fills(page: FoundPage, grey: Picture) -> bool:
    """Say whether a page leaves no room on a picture for another one of its size."""
    across, down = np.ptp(page.corners, axis=0)
    return bool(across > 0.75 * grey.shape[1] and down > 0.75 * grey.shape[0])


def _pages_by(
    marks: list[_Mark], grey: Picture, pages: Sequence[PrintedPage], shrink: float
) -> list[FoundPage]:
    """Return the pages at whose corners these marks stand."""
    found = list[FoundPage]()
    taken = set[int]()
    # Both sides of a paper have their marks at the same places.
    for page in {page.points: page for page in pages}.values():
        for quad in _quads(marks, page):
            ids = {id(mark) for mark in quad if mark is not None}
            if ids & taken:
                continue
            here = _page(grey, quad, page, shrink)
            # Letters and the code of a ballot can stand like three marks of another one.
            if not any(_lies_on(here, other) for other in found):
                taken |= ids
                found.append(here)
    return found


def _lies_on(page: FoundPage, other: FoundPage) -> bool:
    """Say whether the middle of a page lies on another one."""
    x, y = page.corners.mean(axis=0)
    return cv2.pointPolygonTest(other.corners[[0, 1, 3, 2]], (float(x), float(y)), False) >= 0


def _smaller(grey: Picture, shrink: float) -> Picture:
    """Return a picture shrunk by any number: by a whole one first, the rest from dot to dot."""
    whole = int(shrink)
    small = shrunk(grey, whole) if whole > 1 else grey
    size = round(grey.shape[1] / shrink), round(grey.shape[0] / shrink)
    return cv2.resize(small, size, interpolation=cv2.INTER_LINEAR) if shrink > whole else small


def _marks(small: Picture) -> list[_Mark]:
    """Return what looks like a mark: black, square, as large as marks can be."""
    block = 75
    dark = cv2.adaptiveThreshold(
        cv2.blur(small, (3, 3)), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 30
    )
    # Short labels are counted in half the time; a picture of no paper can have more parts.
    short = cv2.countNonZero(dark) < dark.size // 8
    _, labels, stats, middles = cv2.connectedComponentsWithStats(
        dark, connectivity=4, ltype=cv2.CV_16U if short else cv2.CV_32S
    )
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    square = (width >= 8) & (width <= 90) & (height >= 8) & (height <= 90)
    square &= (width * 4 <= height * 5) & (height * 4 <= width * 5)
    square &= area >= 0.5 * width * height
    square &= ~_is_letter(dark, stats)
    found = list[_Mark]()
    for label in np.flatnonzero(square)[:400]:
        x, y = middles[label]
        left, top = stats[label, 0], stats[label, 1]
        part = labels[top : top + height[label], left : left + width[label]] == label
        mark = _mark(part, float(x), float(y), float(area[label]))
        if mark is not None:
            found.append(mark)
    found.sort(key=lambda mark: -mark.side)
    return found[:_MOST_MARKS]


def _is_letter(dark: Picture, stats: Picture) -> Picture:
    """Say of each part whether its middle is neither black nor white: most letters are so."""
    left, top, width, height = stats[:, :4].T
    x, y = left + width * 3 // 8, top + height * 3 // 8
    right, bottom = left + width * 5 // 8 + 1, top + height * 5 // 8 + 1
    right, bottom = np.minimum(right, dark.shape[1]), np.minimum(bottom, dark.shape[0])
    sums = cv2.integral(dark)
    black = sums[bottom, right] - sums[y, right] - sums[bottom, x] + sums[y, x]
    lit = 1 - black / (255.0 * (right - x) * (bottom - y))
    found: Picture = (lit > 0.3) & (lit < 0.55)
    return found


def _mark(part: Picture, x: float, y: float, area: float) -> _Mark | None:
    """Return a mark if a black part is a square, filled or with a hole in its middle."""
    height, width = part.shape
    middle = part[height * 3 // 8 : height * 5 // 8 + 1, width * 3 // 8 : width * 5 // 8 + 1]
    lit = 1 - np.count_nonzero(middle) / middle.size
    if 0.25 <= lit <= 0.6:
        return None  # most letters
    filled = part.astype(np.uint8)
    contours, _ = cv2.findContours(filled, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(contours, key=len)
    (_, (one, other), _) = cv2.minAreaRect(outline)
    one, other = one + 1, other + 1
    if min(one, other) < 0.75 * max(one, other):
        return None
    whole = one * other
    if lit < 0.25 and area >= 0.8 * whole:
        return _Mark(x, y, (one * other) ** 0.5, False)
    # Thick print leaves little of a hole, but that is quite white.
    if lit > 0.6 and 0.55 * whole <= area <= (0.94 if lit > 0.75 else 0.9) * whole:
        return _Mark(x, y, (one * other) ** 0.5, True)
    return None


Quad = tuple[_Mark | None, _Mark | None, _Mark | None, _Mark | None]


def _quads(marks: list[_Mark], page: PrintedPage) -> list[Quad]:
    """Return sets of marks that stand as on the page.

    Whole ones come before those that lack one, and what only a mirror shows so after the others.
    """
    upper_left, upper_right, lower_left, lower_right = page.corners
    wide, high = float(upper_right[0] - upper_left[0]), float(lower_left[1] - upper_left[1])
    found = list[tuple[bool, bool, float, Quad]]()
    plain = [mark for mark in marks if not mark.holed]
    for last in (mark for mark in marks if mark.holed):
        for left in plain:
            scale = np.hypot(left.x - last.x, left.y - last.y) / wide
            if not _alike(scale * page.mark_side, last.side, 0.3) or not _alike(
                left.side, last.side, 0.25
            ):
                continue
            for right in plain:
                if right is left or not _alike(right.side, last.side, 0.25):
                    continue
                up = np.hypot(right.x - last.x, right.y - last.y)
                if not _alike(up / high, scale, _SLACK):
                    continue
                cosine = (
                    (left.x - last.x) * (right.x - last.x) + (left.y - last.y) * (right.y - last.y)
                ) / (scale * wide * up)
                if abs(cosine) > _SLANT:
                    continue
                x, y = left.x + right.x - last.x, left.y + right.y - last.y
                fourth = _nearest(plain, x, y, 0.04 * high * scale)
                error = abs(up / high / scale - 1) + abs(cosine)
                quad: Quad = (fourth, right, left, last)
                found.append((fourth is None, _is_mirrored(left, right, last), error, quad))
    return [quad for *_, quad in sorted(found, key=lambda one: one[:3])]


def _is_mirrored(left: _Mark, right: _Mark, last: _Mark) -> bool:
    return (left.x - last.x) * (right.y - last.y) < (left.y - last.y) * (right.x - last.x)


def _alike(one: float, other: float, slack: float) -> bool:
    return abs(one - other) <= slack * other


def _nearest(marks: list[_Mark], x: float, y: float, most: float) -> _Mark | None:
    near = [(np.hypot(mark.x - x, mark.y - y), mark) for mark in marks]
    distance, mark = min(near, key=lambda one: one[0])
    return mark if distance <= most else None


def _page(grey: Picture, quad: Quad, page: PrintedPage, shrink: float) -> FoundPage:
    first, right, left, last = quad
    assert right is not None
    assert left is not None
    assert last is not None
    wide = float(page.corners[1][0] - page.corners[0][0])
    high = float(page.corners[2][1] - page.corners[0][1])
    scale = (
        (np.hypot(left.x - last.x, left.y - last.y) + np.hypot(right.x - last.x, right.y - last.y))
        / (wide + high)
        * shrink
    )
    side = page.mark_side * scale
    places = [None if m is None else _refined(grey, m.x * shrink, m.y * shrink, side) for m in quad]
    missing = -1
    if places[0] is None:
        missing = 0
        places[0] = (
            places[1][0] + places[2][0] - places[3][0],  # type: ignore[index]
            places[1][1] + places[2][1] - places[3][1],  # type: ignore[index]
        )
    return FoundPage(
        corners=np.array(places, dtype=np.float32),
        scale=float(scale),
        missing=missing,
        is_mirrored=_is_mirrored(left, right, last),
    )


def _refined(grey: Picture, x: float, y: float, side: float) -> tuple[float, float]:
    """Return the middle of a mark in the whole picture, to a part of a dot."""
    reach = side * 0.85
    left, top = max(round(x - reach), 0), max(round(y - reach), 0)
    part = grey[top : round(y + reach) + 1, left : round(x + reach) + 1]
    dark = (part < (int(part.min()) + int(part.max())) / 2).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark)
    if count < 2:
        return x, y
    label = 1 + int(np.argmax(stats[1:, 4]))
    weights = (255.0 - part) * cv2.dilate((labels == label).astype(np.uint8), np.ones((3, 3)))
    total = float(weights.sum()) or 1.0
    ys, xs = np.mgrid[0 : part.shape[0], 0 : part.shape[1]]
    return left + float((weights * xs).sum()) / total, top + float((weights * ys).sum()) / total

"""Lays a scanned page dot by dot on the page as it was printed.

The corner marks give the page as a whole; what a feeder stretched and sheared between them is taken
from the print itself: strips of text and ruled lines are shifted against those of the printed page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from congress_desk.scan.marks import FoundPage
from congress_desk.scan.printed_page import ONE_MAP, PAPER, Picture, PrintedPage, shrunk

# Everything here in dots of half the size, but for the grid of the map.
_CELL = 24
_TALL = 48
_BEFORE = (_TALL - _CELL) // 2
_REACH = 5
_STRIPS = 3
_GRID = 8
_LEAST_MATCH = 0.55


def straightened(grey: Picture, found: FoundPage, page: PrintedPage) -> Picture:
    """Return the page as it lies on the printed one, of the same size, its light evened out."""
    source, corners = grey, found.corners
    if found.scale > 1.35:
        shrink = 1 / found.scale
        source, corners = _shrunk(grey, corners, shrink)
    to_source = cv2.getPerspectiveTransform(page.corners, corners.astype(np.float32))
    half = np.diag([2.0, 2.0, 1.0])
    shift = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1.0]])
    unshift = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1.0]])
    rough = cv2.warpPerspective(
        source,
        to_source @ unshift @ half @ shift,
        (page.half.shape[1], page.half.shape[0]),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    moved = _moved(rough, page)
    maps = _maps(to_source, moved, page)
    laid = cv2.remap(source, maps, ONE_MAP, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return evened(laid)


def evened(picture: Picture) -> Picture:
    """Return a picture on which paper is `PAPER` everywhere, whatever light lay on it."""
    height, width = picture.shape
    light = cv2.dilate(shrunk(picture, 8), np.ones((7, 7), np.uint8))
    light = cv2.erode(light, np.ones((7, 7), np.uint8))
    light = cv2.blur(light, (9, 9))
    light = cv2.resize(light, (width // 8 * 8, height // 8 * 8), interpolation=cv2.INTER_LINEAR)
    light = cv2.copyMakeBorder(light, 0, height % 8, 0, width % 8, cv2.BORDER_REPLICATE)
    return cv2.divide(picture, light, scale=PAPER)


def _shrunk(grey: Picture, corners: Picture, shrink: float) -> tuple[Picture, Picture]:
    small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return small, (corners + 0.5) * shrink - 0.5


def _maps(to_source: Picture, moved: Picture, page: PrintedPage) -> Picture:
    """Return where each dot of the page lies in the source, made from a coarse grid."""
    points = _grid(page.width, page.height)
    down, across = points.shape[:2]
    # A grid that is as fine as the strips are coarse: laid on the middle of its cells.
    shift = cv2.resize(moved, (across, down), interpolation=cv2.INTER_LINEAR)
    placed = (points + 2 * shift).reshape(-1, 1, 2).astype(np.float32)
    there = cv2.perspectiveTransform(placed, to_source).reshape(down, across, 2)
    whole = cv2.resize(there, (across * _GRID, down * _GRID), interpolation=cv2.INTER_LINEAR)
    return whole[: page.height, : page.width]


@lru_cache(maxsize=8)
def _grid(width: int, height: int) -> Picture:
    across, down = -(-width // _GRID) + 1, -(-height // _GRID) + 1
    xs = np.arange(across) * _GRID + (_GRID - 1) / 2
    ys = np.arange(down) * _GRID + (_GRID - 1) / 2
    return np.dstack(np.meshgrid(xs, ys)).astype(np.float32)


def _moved(rough: Picture, page: PrintedPage) -> Picture:
    """Return how far the print lies from its place, in half dots: cells down × strips × (x, y)."""
    scan = 255 - cv2.divide(rough, _local_light(rough), scale=255)
    printed, tries = _pieces_of(page), _tries(scan)
    both = [
        np.stack([_best(ours, theirs) for ours, theirs in zip(own, seen, strict=True)], axis=1)
        for own, seen in zip(printed, tries, strict=True)
    ]
    field = np.dstack(both).astype(np.float32)
    for axis in range(2):
        field[:, :, axis] = cv2.blur(
            cv2.medianBlur(np.ascontiguousarray(field[:, :, axis]), 3), (1, 3)
        )
    return field


def _local_light(rough: Picture) -> Picture:
    small = cv2.resize(rough, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    small = cv2.blur(cv2.dilate(small, np.ones((7, 7), np.uint8)), (9, 9))
    return cv2.resize(small, (rough.shape[1], rough.shape[0]), interpolation=cv2.INTER_LINEAR)


@lru_cache(maxsize=16)
def _pieces_of(page: PrintedPage) -> tuple[list[Any], list[Any]]:
    """Return the profiles of each cell of the printed page, across and down, by strips."""
    printed = 255 - page.half
    rows, starts = _rows(printed), _starts(printed)
    across = [rows[:, left:right] for left, right in _strips(printed)]
    down = []
    for profile in _columns(printed):
        padded = np.pad(profile, (_BEFORE, max(starts[-1] + _TALL - len(profile), 0)))
        down.append(sliding_window_view(padded, _TALL)[starts])
    return across, down


def _tries(scan: Picture) -> tuple[list[Any], list[Any]]:
    """Return the same profiles of a scan at every place where they are looked for."""
    rows = np.pad(_rows(scan), ((0, 0), (_REACH, _REACH)))
    across = [
        sliding_window_view(rows[:, left : right + 2 * _REACH], right - left, axis=1)
        for left, right in _strips(scan)
    ]
    starts, down = _starts(scan), []
    for profile in _columns(scan):
        more = max(starts[-1] + _TALL - len(profile), 0) + _REACH
        padded = np.pad(profile, (_BEFORE + _REACH, more))
        windows = sliding_window_view(padded, _TALL)
        down.append(windows[starts[:, None] + np.arange(2 * _REACH + 1)])
    return across, down


def _strips(picture: Picture) -> list[tuple[int, int]]:
    edges = [round(picture.shape[1] * place / _STRIPS) for place in range(_STRIPS + 1)]
    return list(zip(edges, edges[1:], strict=False))


def _starts(picture: Picture) -> Any:
    """Return where the cells down a page begin."""
    return np.arange(-(-picture.shape[0] // _CELL)) * _CELL


def _columns(picture: Picture) -> list[Any]:
    """Return the profile down each strip."""
    return [
        cv2.reduce(picture[:, left:right], 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[:, 0]
        for left, right in _strips(picture)
    ]


def _rows(picture: Picture) -> Any:
    """Return the profile across the page of each cell with half a cell above and below it."""
    parts = [picture[max(y - _BEFORE, 0) : y + _CELL + _BEFORE] for y in _starts(picture)]
    return np.stack([cv2.reduce(one, 0, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[0] for one in parts])


def _best(pieces: Any, tries: Any) -> Any:
    """Return the shift of each piece to its best place among its tries, to a part of a dot.

    A piece without print, or one that lies nowhere well, is moved as its neighbours are.
    """
    ours = pieces - pieces.mean(axis=1, keepdims=True)
    mean = tries.mean(axis=2, keepdims=True)
    length = pieces.shape[1]
    products = np.einsum("ck,cdk->cd", ours, tries)
    spread = np.sqrt(
        np.maximum(np.einsum("cdk,cdk->cd", tries, tries) - length * mean[:, :, 0] ** 2, 1e-3)
    )
    strength = np.sqrt((ours**2).sum(axis=1))
    match = products / (spread * np.maximum(strength, 1e-3)[:, None])
    best = match.argmax(axis=1)
    cells = np.arange(len(best))
    inner = np.clip(best, 1, match.shape[1] - 2)
    low, mid, high = match[cells, inner - 1], match[cells, inner], match[cells, inner + 1]
    bend = low - 2 * mid + high
    part = np.where(np.abs(bend) > 1e-6, 0.5 * (low - high) / np.where(bend == 0, 1, bend), 0)
    shift = inner - _REACH + np.clip(part, -0.6, 0.6)
    good = (strength / np.sqrt(length) > 3.0) & (match.max(axis=1) > _LEAST_MATCH)
    good &= (best > 0) & (best < match.shape[1] - 1)
    if not good.any():
        return np.zeros(len(best))
    return np.interp(cells, cells[good], shift[good])

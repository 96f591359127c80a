"""Strokes over names on scans in black and white.

There a letter hides all that runs behind it and a dot away from it; so a stroke is followed from
one place where it is seen to the next, and wherever print leaves white between, it must be black.
All lengths are in dots of the full size.
"""

from __future__ import annotations

import cv2
import numpy as np

from congress_desk.scan.ink import Ink, among
from congress_desk.scan.printed_page import NamePlace, Picture, Rect

_BLACK, _WHITE = 100, 200
# A stroke is followed from the columns that show so much of its usual thickness; between them it
# may leave the straight way by so much, and rise by a dot every so many columns.
_SHOWN, _OFF, _STEP = 0.8, 3, 2
# Where a stroke runs nine tenths of what print leaves white are black; an edge of a letter that
# lies a dot beside its place makes a third of it so.
_TRUE = 0.65
_NEAR, _TELLING = 11, 5
# In each word it must tell in so many columns, and be there in such a share of these; of the name.
_ASKED, _WORD, _WHOLE = 6, 0.75, 0.88


def runs_in_black(ink: Ink, name: NamePlace, labels: tuple[int, ...]) -> bool:
    """Say whether strokes run through a name of one line from end to end, as far as print shows."""
    text, row = name.texts[0], name.row
    black = row.of(ink.laid) < _BLACK
    white = row.of(ink.tones.spread[ink.spread]) > _WHITE
    seen = _seen(ink, row, labels) & black
    thickness = _thickness(seen)
    if thickness is None:
        return False
    thick, known = thickness
    middle = followed(black, white, seen, thick, known)
    left, right = max(int(text.left) - row.left, 0), int(np.ceil(text.right)) - row.left
    level = (text.base - row.top - middle[left:right]) / text.size
    if float(((level > 0.0) & (level < 0.62)).mean()) < 0.8:
        return False
    tells, there = told_along(black, white, middle, thick)
    shown = seen.any(axis=0)
    tells, there = tells | shown, there | shown
    columns = np.arange(row.right - row.left) + row.left
    found_all, asked_all = 0, 0
    for start, end in text.words:
        inside = (columns >= start) & (columns < end)
        asked = int(np.count_nonzero(tells & inside))
        found = int(np.count_nonzero(there & inside))
        if asked < _ASKED or found < _WORD * asked:
            return False
        found_all, asked_all = found_all + found, asked_all + asked
    return found_all >= _WHOLE * asked_all


def _seen(ink: Ink, row: Rect, labels: tuple[int, ...]) -> Picture:
    """Return where strokes that were found in half the size lie in a row."""
    own = among(row.halved().of(ink.labels), labels).astype(np.uint8)
    twice = cv2.resize(own, (2 * own.shape[1], 2 * own.shape[0]), interpolation=cv2.INTER_NEAREST)
    high, wide = row.bottom - row.top, row.right - row.left
    cut = twice[row.top % 2 :, row.left % 2 :][:high, :wide]
    more = (0, high - cut.shape[0]), (0, wide - cut.shape[1])
    return np.pad(cut, more) > 0


def _thickness(seen: Picture) -> tuple[float, Picture] | None:
    """Return how thick a stroke is, and the columns that show it whole; None where too few do."""
    thick = seen.sum(axis=0)
    columns = np.flatnonzero(thick)
    if len(columns) < 8:
        return None
    usual = float(np.percentile(thick[columns], 70))
    ys = np.arange(seen.shape[0])[:, None]
    top = np.where(seen, ys, seen.shape[0]).min(axis=0)
    bottom = np.where(seen, ys, -1).max(axis=0)
    whole = (thick >= _SHOWN * usual) & (bottom - top < 1.4 * usual + 1)
    known = np.flatnonzero(whole)
    return (usual, known) if len(known) >= 6 else None


def followed(
    black: Picture, white: Picture, seen: Picture, thick: float, known: Picture
) -> Picture:
    """Return the height of a stroke in each column: where it is hidden, on its likeliest way."""
    high, wide = black.shape
    heights = (np.arange(high)[:, None] * seen).sum(axis=0)[known] / seen.sum(axis=0)[known]
    straight = np.interp(np.arange(wide), known, heights)
    off = np.arange(-_OFF, _OFF + 1)
    most = np.full(wide, _OFF)
    most[known] = 1
    score = np.where(white, np.where(black, 1.0, -1.0), 0.0)
    reach = max(round(thick / 2 - 0.75), 0)
    score = cv2.blur(score, (1, 2 * reach + 1), borderType=cv2.BORDER_REPLICATE)
    ys = np.clip(np.round(straight).astype(int) + off[:, None], 0, high - 1)
    gain = score[ys, np.arange(wide)] - 0.02 * np.abs(off)[:, None]
    gain[np.abs(off)[:, None] > most] = -9.0
    best, ways = gain[:, 0], np.zeros((len(off), wide), int)
    places = np.arange(len(off))
    for column in range(1, wide):
        ways[:, column] = places
        if column % _STEP == 0:
            padded = np.pad(best, 1, constant_values=-1e9)
            tries = np.stack([padded[1:-1] + 0.05, padded[:-2], padded[2:]])
            pick = tries.argmax(axis=0)
            ways[:, column] = places + np.array([0, -1, 1])[pick]
            best = tries.max(axis=0)
        best = best + gain[:, column]
    middle, place = straight.copy(), int(best.argmax())
    for column in range(wide - 1, -1, -1):
        middle[column] = ys[place, column] if column not in known else middle[column]
        place = ways[place, column]
    return middle


def told_along(
    black: Picture, white: Picture, middle: Picture, thick: float
) -> tuple[Picture, Picture]:
    """Return in which columns a way through a name tells, and in which of these it is black."""
    near = np.abs(np.arange(black.shape[0])[:, None] - middle) <= max(thick / 2 - 0.75, 0.5)
    telling = near & white
    about = np.ones(_NEAR)
    told = np.convolve(telling.sum(axis=0), about, "same")
    true = np.convolve((telling & black).sum(axis=0), about, "same")
    tells = told >= _TELLING
    return tells, tells & (true >= _TRUE * told)

"""Strokes over names on scans in grey, too light, thin or short to be told by single dots.

Along the path of a stroke every column is asked whether it could be seen there at all; where it
could it must be seen, from the first word to the last. Lengths are in dots of half the size.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from congress_desk.scan.ink import MM, Ink, among
from congress_desk.scan.printed_page import NamePlace, Picture, TextPlace

# How much of a name is seen of a stroke at least; of so much a bend is told and not a slope alone.
_SEEN, _BENT = 0.3, 0.7
# How much of what tells of a name a stroke runs through at least, and of each of its words.
WHOLE, WORD = 0.76, 0.35
# A stroke that leaves less than this share of a name at both ends, and runs into the words there by
# so much of them and by a millimetre, has struck them too, be they ever so short.
_END, _INTO = 0.11, 0.15
# Evidence along a path tells something when its error is below a quarter; it is the sum over so
# many columns.
_SURE, _NEAR = 16.0, 5
# Beyond what is seen of a stroke its path may leave the straight way by so much at the name's end.
_TILTS = (0.0, -0.5, 0.5, -1.0, 1.0, -2.0, 2.0)
# A path is so thick.
_ACROSS = np.arange(-2, 3)[:, None]


def runs_in_grey(ink: Ink, name: NamePlace, labels: tuple[int, ...]) -> bool:
    """Say whether strokes run through a name of one line from end to end, as far as print shows."""
    text, row = name.texts[0], name.row.halved()
    part = row.of(ink.labels)
    ys, xs = np.nonzero(among(part, labels))
    long = np.ptp(xs) / (text.right - text.left) * 2 if len(xs) >= 8 else 0.0
    if long < _SEEN:
        return False
    strength = row.of(ink.added)[ys, xs].astype(np.float64)
    bend = np.polyfit(xs, ys, 2 if long > _BENT else 1, w=np.sqrt(strength))
    left, right = int(text.left / 2) - row.left, int(np.ceil(text.right / 2)) - row.left
    columns, known = np.arange(max(left, 0), min(right, part.shape[1])), np.unique(xs)
    level = (text.base / 2 - row.top - _path(bend, columns, part)) * 2 / text.size
    if float(((level > 0.0) & (level < 0.62)).mean()) < 0.8:
        return False
    usual = row.of(ink.tones.spread_half[ink.spread])
    darker = usual - row.of(ink.lighter)
    there = _path(bend, known, part) + _ACROSS, known
    shade = (darker[there] / np.maximum(usual[there], 60)).mean(axis=1)[:, None]
    doubtful = usual - row.of(ink.tones.darkest_half[ink.spread])
    weight = 1 / (max(ink.noise, 2.0) ** 2 + (0.5 * doubtful) ** 2)
    ways = []
    for tilt in _tilts(columns, known):
        along = np.clip(_path(bend, columns, part) + tilt, 2, part.shape[0] - 3) + _ACROSS, columns
        expected = usual[along] * np.maximum(shade, 0)
        hit = (weight[along] * darker[along] * expected).sum(axis=0)
        power = (weight[along] * expected**2).sum(axis=0)
        ways.append((float((hit - power / 2).sum()), hit, power))
    _, hit, power = max(ways, key=lambda way: way[0])
    return _runs_on(text, columns + row.left, hit, power)


def _path(bend: Picture, columns: Picture, part: Picture) -> Picture:
    """Return the row of a path in each column, where all of its thickness lies within a part."""
    return np.clip(np.round(np.polyval(bend, columns)).astype(int), 2, part.shape[0] - 3)


def _tilts(columns: Picture, known: Picture) -> list[Picture]:
    """Return by how much a path may lie lower in each column: where it was seen it lies there."""
    before = np.clip((known[0] - columns) / max(known[0] - columns[0], 1), 0, 1)
    behind = np.clip((columns - known[-1]) / max(columns[-1] - known[-1], 1), 0, 1)
    ends = product(_TILTS if before.any() else (0.0,), _TILTS if behind.any() else (0.0,))
    return [np.round(first * before + last * behind).astype(int) for first, last in ends]


def _runs_on(text: TextPlace, columns: Picture, hit: Picture, power: Picture) -> bool:
    """Say whether a stroke that was told on a part of its path goes on through the others.

    `hit` ÷ `power` is 1 where it does and 0 where it does not; its error is 1 ÷ √power.
    """
    near = np.ones(_NEAR)
    hits, powers = np.convolve(hit, near, "same"), np.convolve(power, near, "same")
    telling = powers >= _SURE
    there = telling & (hits >= 0.5 * powers)
    seen = np.flatnonzero(there)
    if not len(seen):
        return False
    is_to_ends = max(seen[0], len(there) - 1 - seen[-1]) <= _END * len(there)
    for place, (left, right) in enumerate(text.words):
        inside = (columns >= int(left / 2)) & (columns < right / 2)
        told, found = np.count_nonzero(telling & inside), np.count_nonzero(there & inside)
        is_through = hit[inside].sum() >= WORD * power[inside].sum() and found >= WORD * told
        # What is beside the word shows in the sum over columns within it.
        is_into = found >= max(_INTO * told, MM + _NEAR // 2)
        is_at_end = place in (0, len(text.words) - 1) and is_to_ends
        if not told or not (is_through or (is_at_end and is_into)):
            return False
    gaps = telling & ~there
    middle = slice(len(columns) // 7, -(len(columns) // 7))
    return bool(
        np.count_nonzero(gaps) <= (1 - WHOLE) * np.count_nonzero(telling)
        and np.count_nonzero(gaps[middle]) <= 0.1 * np.count_nonzero(telling[middle])
    )

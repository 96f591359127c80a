"""Passes laid side by side sheet by sheet, so that one left out does not move all that follow."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import takewhile
from typing import Final

# Stands for a sheet that was put aside for the board: alike in every pass, and no difference where
# another pass has none, because whoever entered that pass did not find the sheet in the bundle.
DOUBTFUL: Final = "doubtful"

# What each pass has of one sheet, counted from 0; None where a pass has no such sheet.
Column = tuple[int | None, ...]
_Pair = tuple[int | None, int | None]
_FIRST_BAND = 4
_FAR = 1_000_000


def align(passes: Sequence[Sequence[Hashable]]) -> list[Column]:
    """Return the sheets that the passes tell of, in order, with as few differences as can be.

    Of two ways with as many differences the one with more sheets side by side is taken.
    """
    if all(each == passes[0] for each in passes):
        return [(place,) * len(passes) for place in range(len(passes[0]))]
    columns: list[Column] = [(place,) for place in range(len(passes[0]))]
    for done, further in enumerate(passes[1:], start=1):
        so_far = [_token(passes, column) for column in columns]
        gap = (None,) * done
        columns = [
            (*(gap if i is None else columns[i]), j) for i, j in _pairs(so_far, list(further))
        ]
    return columns


def _token(passes: Sequence[Sequence[Hashable]], column: Column) -> Hashable:
    """Return what stands on a sheet by the passes so far, and nothing equal where they differ."""
    tokens = {each[i] for each, i in zip(passes, column, strict=False) if i is not None}
    return tokens.pop() if len(tokens) == 1 else object()


def _pairs(first: list[Hashable], second: list[Hashable]) -> list[_Pair]:
    """Return the pairs of two passes: alike at both ends, and what costs least between them."""
    shorter = min(len(first), len(second))
    start = _alike(first, second)
    end = min(_alike(first[::-1], second[::-1]), shorter - start)
    middle = _cheapest(first[start : len(first) - end], second[start : len(second) - end])
    tail = range(end, 0, -1)
    return [
        *((i, i) for i in range(start)),
        *((_moved(i, start), _moved(j, start)) for i, j in middle),
        *((len(first) - i, len(second) - i) for i in tail),
    ]


def _alike(first: list[Hashable], second: list[Hashable]) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moved(place: int | None, by: int) -> int | None:
    return None if place is None else place + by


def _cheapest(first: list[Hashable], second: list[Hashable]) -> list[_Pair]:
    """Return the pairs that cost least: each sheet left out or read otherwise costs one.

    Only ways that stray by no more sheets than they cost are looked at, more where that is too few.
    """
    free = first.count(DOUBTFUL) + second.count(DOUBTFUL)
    band = max(_FIRST_BAND, abs(len(first) - len(second)))
    while True:
        costs = _costs(first, second, band + free)
        if costs[-1][-1] <= band:
            return _way_back(first, second, costs)
        band *= 2


def _costs(first: list[Hashable], second: list[Hashable], band: int) -> list[list[int]]:
    """Return what it costs at least to pair the first i sheets with the first j, within a band."""
    gaps = [0 if token == DOUBTFUL else 1 for token in second]
    width = len(second) + 1
    above = [0] * width
    for j in range(1, width):
        above[j] = above[j - 1] + gaps[j - 1] if j <= band else _FAR
    costs = [above]
    for i, token in enumerate(first, start=1):
        gap, row = 0 if token == DOUBTFUL else 1, [_FAR] * width
        if i <= band:
            row[0] = above[0] + gap
        for j in range(max(1, i - band), min(width, i + band + 1)):
            best = above[j - 1] + (token != second[j - 1])
            if above[j] + gap < best:
                best = above[j] + gap
            if row[j - 1] + gaps[j - 1] < best:
                best = row[j - 1] + gaps[j - 1]
            row[j] = best
        costs.append(row)
        above = row
    return costs


def _way_back(first: list[Hashable], second: list[Hashable], costs: list[list[int]]) -> list[_Pair]:
    i, j, found = len(first), len(second), list[_Pair]()
    while i or j:
        here = costs[i][j]
        if i and j and here == costs[i - 1][j - 1] + (first[i - 1] != second[j - 1]):
            i, j = i - 1, j - 1
            found.append((i, j))
        elif i and here == costs[i - 1][j] + (first[i - 1] != DOUBTFUL):
            i -= 1
            found.append((i, None))
        else:
            j -= 1
            found.append((None, j))
    return found[::-1]

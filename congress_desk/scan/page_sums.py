"""Sums over many small parts of a page at once: a page has hundreds of words and lines of dots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np

from congress_desk.scan.printed_page import Picture, PrintedPage, TextPlace

Part = tuple[int, int, int, int]
_BINS = 5


class PartSums:
    """Parts by left, top, right, bottom in dots, right and bottom not included."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._left, self._top, self._right, self._bottom = np.array(parts, int).reshape(-1, 4).T

    def of(self, picture: Picture) -> Picture:
        """Return the sum of a picture over each part."""
        height, width = picture.shape
        left, right = np.clip(self._left, 0, width), np.clip(self._right, 0, width)
        top, bottom = np.clip(self._top, 0, height), np.clip(self._bottom, 0, height)
        whole = cv2.integral(picture, sdepth=cv2.CV_64F)
        return whole[bottom, right] - whole[top, right] - whole[bottom, left] + whole[top, left]


class Words:
    """The words of every name: `printed` is how much print each has by the spread of the lens."""

    def __init__(self, page: PrintedPage, texts: Sequence[TextPlace]) -> None:
        parts = [
            (
                int(left / 2),
                int((text.base - 0.8 * text.size) / 2),
                int(right / 2) + 1,
                int((text.base + 0.25 * text.size) / 2),
            )
            for text in texts
            for left, right in text.words
        ]
        self.sums = PartSums(parts)
        self.printed = [self.sums.of(cv2.multiply(one, one)) for one in page.printed_half]


class LetterLines:
    """The lines of dots through the letters of texts, each text in so many bins from the top."""

    def __init__(self, texts: Sequence[TextPlace], bins: int = _BINS) -> None:
        parts, starts, counts = list[Part](), list[int](), list[int]()
        for text in texts:
            top, bottom = int((text.base - 0.66 * text.size) / 2), int(text.base / 2)
            edges = np.linspace(0, bottom - top, bins + 1).astype(int)
            starts += [len(parts) + int(edge) for edge in edges[:-1]]
            counts += [max(int(b - a), 1) for a, b in zip(edges, edges[1:], strict=False)]
            left, right = int(text.left / 2), int(text.right / 2)
            parts += [(left, y, right, y + 1) for y in range(top, bottom)]
        self.sums = PartSums(parts)
        self._starts, self._counts, self._bins = np.array(starts), np.array(counts), bins

    def means(self, values: Picture) -> Picture:
        """Return the mean of a value of each line over each bin: one row a text."""
        return (np.add.reduceat(values, self._starts) / self._counts).reshape(-1, self._bins)


class PageSums:
    """The parts of one printed page that are summed on every scan of it, in half the size."""

    def __init__(self, page: PrintedPage) -> None:
        texts = [text for name in page.names for text in name.texts]
        self.words, self.letters = Words(page, texts), LetterLines(texts)


@lru_cache(maxsize=16)
def page_sums(page: PrintedPage) -> PageSums:
    """Return the parts of a page, made once."""
    return PageSums(page)

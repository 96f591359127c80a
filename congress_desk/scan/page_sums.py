"""Sums over many small parts of a page at once: a page has hundreds of words and lines of dots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np

from congress_desk.scan.print_tones import Tones
from congress_desk.scan.printed_page import Picture, PrintedPage, Rect, TextPlace

Part = tuple[int, int, int, int]
_BINS = 5


class PartSums:
    """Parts by left, top, right, bottom in dots, right and bottom not included."""

    def __init__(self, page: PrintedPage, parts: Sequence[Part]) -> None:
        height, width = page.half.shape
        edges = np.clip(np.array(parts, int).reshape(-1, 4), 0, [width, height, width, height])
        left, top = edges[:, :2].min(axis=0, initial=max(width, height))
        right, bottom = edges[:, 2:].max(axis=0, initial=0)
        self._bounds = Rect(int(left), int(top), int(right), int(bottom))
        self._left, self._top, self._right, self._bottom = (edges - [left, top, left, top]).T

    def cut(self, picture: Picture) -> Picture:
        """Return what of a picture of the whole page has parts on it."""
        return self._bounds.of(picture)

    def of(self, cut: Picture) -> Picture:
        """Return the sum over each part of a picture that was cut."""
        whole = cv2.integral(cut, sdepth=cv2.CV_32S if cut.dtype == np.uint8 else cv2.CV_64F)
        left, top, right, bottom = self._left, self._top, self._right, self._bottom
        return whole[bottom, right] - whole[top, right] - whole[bottom, left] + whole[top, left]


class Words:
    """The words of every name."""

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
        self.sums = PartSums(page, parts)


class LetterLines:
    """The lines of dots through the letters of texts, each text in so many bins from the top."""

    def __init__(self, page: PrintedPage, texts: Sequence[TextPlace], bins: int = _BINS) -> None:
        parts, starts, counts = list[Part](), list[int](), list[int]()
        for text in texts:
            top, bottom = int((text.base - 0.66 * text.size) / 2), int(text.base / 2)
            edges = np.linspace(0, bottom - top, bins + 1).astype(int)
            starts += [len(parts) + int(edge) for edge in edges[:-1]]
            counts += [max(int(b - a), 1) for a, b in zip(edges, edges[1:], strict=False)]
            left, right = int(text.left / 2), int(text.right / 2)
            parts += [(left, y, right, y + 1) for y in range(top, bottom)]
        self.sums = PartSums(page, parts)
        self._starts, self._counts, self._bins = np.array(starts), np.array(counts), bins

    def means(self, values: Picture) -> Picture:
        """Return the mean of a value of each line over each bin: one row a text."""
        return (np.add.reduceat(values, self._starts) / self._counts).reshape(-1, self._bins)


class Traces:
    """Where a trace of each name is looked for: along its texts and a little beyond."""

    def __init__(self, page: PrintedPage) -> None:
        self._texts = [(n.position, text) for n in page.names for text in n.texts]
        self._parts = [_around(text) for _, text in self._texts]
        self._sums = PartSums(page, self._parts)

    def of(self, dark: Picture, share: float) -> frozenset[int]:
        """Return the positions at which dark dots stand in more than a share of the columns.

        `dark` is 1 where a dot is dark, 0 elsewhere, in bytes.
        """
        found = set[int]()
        many = self._sums.of(self._sums.cut(dark))
        for (position, _), (left, top, right, bottom), dots in zip(
            self._texts, self._parts, many, strict=True
        ):
            # So few dots cannot stand in so many columns.
            if dots <= share * (min(right, dark.shape[1]) - left):
                continue
            if float(dark[top:bottom, left:right].any(axis=0).mean()) > share:
                found.add(position)
        return frozenset(found)


def _around(text: TextPlace) -> Part:
    top = int((text.base - 0.8 * text.size) / 2)
    bottom = int((text.base + 0.2 * text.size) / 2)
    return max(int(text.left / 2) - 4, 0), top, int(text.right / 2) + 8, bottom


class PageSums:
    """The parts of one printed page that are summed on every scan of it, in half the size."""

    def __init__(self, page: PrintedPage) -> None:
        texts = [text for name in page.names for text in name.texts]
        self.words, self.letters = Words(page, texts), LetterLines(page, texts)
        self.traces = Traces(page)


@lru_cache(maxsize=16)
def page_sums(page: PrintedPage) -> PageSums:
    """Return the parts of a page, made once."""
    return PageSums(page)


@lru_cache(maxsize=16)
def printed_words(page: PrintedPage, tones: Tones, spread: int) -> tuple[Picture, Picture]:
    """Return the print of the part of a page that has names, and how much of it each word has."""
    sums = page_sums(page).words.sums
    usual = sums.cut(tones.printed_half[spread]).copy()
    return usual, sums.of(cv2.multiply(usual, usual))


@lru_cache(maxsize=8)
def letter_weights(
    page: PrintedPage, tones: Tones, spread: int, noise: float
) -> tuple[Picture, Picture]:
    """Return how much each dot of letters tells under this noise of paper, and the sum by lines.

    The scans of one scanner have a few kinds of noise: nearly all find theirs made.
    """
    sums = page_sums(page).letters.sums
    usual, doubtful = sums.cut(tones.spread_half[spread]), sums.cut(tones.doubtful_half[spread])
    error = cv2.multiply(doubtful, doubtful, scale=0.25)
    weight = usual / (error + np.float32(noise**2))
    return weight, sums.of(cv2.multiply(weight, usual))

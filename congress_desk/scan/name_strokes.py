"""How strokes run over a name: through which words, how evenly, how far out of its line.

All lengths are in dots of half the size.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

import cv2
import numpy as np

from congress_desk.scan.bilevel_strokes import runs_in_black
from congress_desk.scan.grey_strokes import WHOLE, WORD, runs_in_grey
from congress_desk.scan.ink import MM, Ink, Stroke, among
from congress_desk.scan.page_lines import PageLines
from congress_desk.scan.page_sums import letter_weights, page_sums
from congress_desk.scan.printed_page import NamePlace, Picture, PrintedPage, TextPlace

# The round end of a pen that stops before a word reaches so far beside its first letter.
_TIP = 1.6 * MM
# Letters reach from the base line so far down and up, in shares of the type size.
_LOW, _HIGH = 0.12, 0.72
# A trace shows in the mean over a short line; a scribble goes over a column so often.
_FAINT = 5.0
# In black and white one dot shows in that mean.
_SPECK = 0.5
_VEIL = 0.022
_MOST_RUNS = 2.7
# The middle of a stroke through letters is so far above their feet, in shares of the type size.
_LEVEL = 0.04, 0.58
# Ink of a stroke lies so near its way, in shares of the type size, in grey and in black and white;
# beside the name it is no thicker by so much, nor is a piece apart, and that is so high at most.
_OFF_WAY, _THICKER, _HIGH_PIECE = (0.31, 0.38), 0.2, 0.4
# Its way is told from its ink on the name where that is at least so many dots a column.
_TOLD = 0.5


class NameStrokes(PageLines):
    """Tells how strokes lie on names."""

    def __init__(self, ink: Ink, page: PrintedPage) -> None:
        super().__init__(ink, page)
        self._asked = dict[tuple[int, tuple[int, ...]], list[Picture]]()

    def _through(self, name: NamePlace, labels: tuple[int, ...]) -> float:
        """Return through how much of a name strokes run, 0 to 1."""
        covered = length = 0
        for columns in self._columns(name, labels):
            covered += int(np.count_nonzero(columns))
            length += len(columns)
        return covered / length if length else 0.0

    def _columns(self, name: NamePlace, labels: tuple[int, ...]) -> list[Picture]:
        """Return for each column of each text of a name whether strokes run through its letters."""
        asked = name.position, labels
        if asked not in self._asked:
            self._asked[asked] = [self._columns_of(text, labels) for text in name.texts]
        return self._asked[asked]

    def _columns_of(self, text: TextPlace, labels: tuple[int, ...]) -> Picture:
        top = int((text.base - _HIGH * text.size) / 2)
        bottom = int(np.ceil((text.base + _LOW * text.size) / 2))
        left, right = int(text.left / 2), int(np.ceil(text.right / 2))
        part = self._ink.labels[top:bottom, left:right]
        hit = among(part, labels).any(axis=0)
        return _closed(hit, max(int(0.3 * text.size), 3))

    def _is_through_every_word(self, name: NamePlace, labels: tuple[int, ...]) -> bool:
        covered = length = 0
        for text, columns in zip(name.texts, self._columns(name, labels), strict=True):
            start = int(text.left / 2)
            for left, right in text.words:
                part = columns[int(left / 2) - start : max(int(right / 2) - start, 1)]
                there = int(np.count_nonzero(part))
                if there < max(WORD * len(part), _TIP):
                    return False
                covered, length = covered + there, length + len(part)
            if not self._is_in_middle(text, labels):
                return False
        return length > 0 and covered / length >= WHOLE

    def _is_along(self, name: NamePlace, labels: tuple[int, ...]) -> bool:
        """Say whether a light or thin stroke runs the length of a name, as far as print shows."""
        if len(name.texts) != 1:
            return False
        runs = runs_in_black if self._ink.tones.is_bilevel else runs_in_grey
        return runs(self._ink, name, labels)

    def _is_in_middle(self, text: TextPlace, labels: tuple[int, ...]) -> bool:
        """Say whether a stroke runs through the letters and not along their feet or heads."""
        top = int((text.base - 0.62 * text.size) / 2)
        bottom = int(np.ceil((text.base - 0.02 * text.size) / 2))
        left, right = int(text.left / 2), int(np.ceil(text.right / 2))
        hit = among(self._ink.labels[top:bottom, left:right], labels).any(axis=0)
        return float(_closed(hit, max(int(0.3 * text.size), 3)).mean()) >= 0.55

    def _is_under_or_over(self, name: NamePlace, labels: Iterable[int]) -> bool:
        """Say whether strokes run along the feet or the heads of a name, as who underlines it."""
        labels, row = set(labels), self._rows[name.position]
        for text in name.texts:
            top = max(int((text.base - text.size) / 2), row.top)
            bottom = min(int((text.base + 0.35 * text.size) / 2), row.bottom)
            left, right = int(text.left / 2), int(np.ceil(text.right / 2))
            ys, _ = np.nonzero(among(self._ink.labels[top:bottom, left:right], labels))
            level = (text.base / 2 - top - ys.mean() - 0.5) * 2 / text.size if len(ys) else 0.0
            if not _LEVEL[0] <= level <= _LEVEL[1]:
                return True
        return False

    def _is_scribble(self, name: NamePlace, labels: tuple[int, ...]) -> bool:
        """Say whether ink goes up and down over a name: a stroke that was perhaps taken back."""
        row, size = self._rows[name.position], name.texts[0].size / 2
        part = among(row.of(self._ink.labels), labels)
        inked = part.any(axis=0)
        columns = np.flatnonzero(inked)
        if not len(columns):
            return False
        span = slice(columns[0], columns[-1] + 1)
        part, inked, columns = part[:, span], inked[span], columns - columns[0]
        runs = np.count_nonzero(part[0]) + np.count_nonzero(part[1:] & ~part[:-1])
        if runs > _MOST_RUNS * len(columns):
            return True
        tops = np.where(inked, part.argmax(axis=0), part.shape[0]).astype(np.float32)
        ends = np.where(inked, part.shape[0] - part[::-1].argmax(axis=0), 0).astype(np.float32)
        wide = np.ones((1, max(int(0.7 * size), 3)), np.uint8)
        top, end = cv2.erode(tops[None, :], wide)[0], cv2.dilate(ends[None, :], wide)[0]
        high = (end - top)[columns]
        if float(high.mean()) < 0.72 * size:
            return False
        rows = np.arange(part.shape[0])[:, None]
        within = (rows >= top[columns]) & (rows < end[columns])
        dark = row.of(self._ink.half)[:, span][:, columns] < 155
        return bool((dark & within).sum() < 0.8 * within.sum())

    def _is_more_than_stroke(self, name: NamePlace, through: Set[int], own: Set[int]) -> bool:
        """Say whether ink on the line of a name is no part of the strokes that run through it.

        A word behind the name, a tick, initials or dots below it may take the strike back.
        """
        row, size = self._rows[name.position], name.texts[0].size / 2
        part = row.of(self._ink.labels)
        ink, pieces = among(part, own), among(part, own - through)
        across, down = np.arange(part.shape[1]), np.arange(part.shape[0])[:, None]
        apart, beside, thick = np.full(part.shape, np.inf), np.ones(part.shape[1], bool), 0.0
        for text in name.texts:
            left, right = int(text.left / 2) - row.left, int(text.right / 2) + 1 - row.left
            top, bottom = ((text.base + by * text.size) / 2 - row.top for by in (-_HIGH, _LOW))
            beside[max(left - 2, 0) : right + 2] = False
            here = (across >= left) & (across < right) & (down >= top) & (down < bottom) & ink
            # Letters hide nearly all of a light stroke.
            here = here if np.count_nonzero(here) >= _TOLD * (right - left) else ink
            ys, xs = np.nonzero(here)
            way = np.polyval(np.polyfit(xs, ys, 1), across)
            thick = max(thick, float(np.percentile(_extents(here)[here.any(axis=0)], 90)))
            apart = np.minimum(apart, np.abs(down - way))
        asked = pieces | (ink & beside)
        off = float(apart[asked].max(initial=0.0)) - thick / 2
        if off > _OFF_WAY[self._ink.tones.is_bilevel] * size:
            return True
        if _extents(ink & beside).max() > thick + _THICKER * size:
            return True
        most = max(_HIGH_PIECE * size, thick + _THICKER * size)
        alone = pieces & beside & ~among(part, through).any(axis=0)
        first, last = np.flatnonzero(~beside)[[0, -1]]
        sides = (np.flatnonzero(one.any(axis=1)) for one in (alone[:, :first], alone[:, last:]))
        return any(len(high) > 0 and np.ptp(high) > most for high in sides)

    def _is_wild(self, name: NamePlace, stroke: Stroke) -> bool:
        """Say whether a stroke runs far out of its line: a ring, a brace, a signature."""
        row = self._rows[name.position]
        high = row.bottom - row.top
        return stroke.top < row.top - 0.55 * high or stroke.bottom > row.bottom + 0.55 * high

    def _is_near_text(self, name: NamePlace, ones: Iterable[Stroke]) -> bool:
        text = name.texts[0]
        top = (text.base - 1.0 * text.size) / 2
        bottom = (name.texts[-1].base + 0.25 * text.size) / 2
        return any(s.top < bottom and s.bottom > top for s in ones)

    def _traced(self) -> frozenset[int]:
        """Return the names along which there is a trace that is no clear stroke."""
        least, share = max(_FAINT, 1.5 * self._ink.noise), 0.12
        if self._ink.tones.is_bilevel:
            least, share = _SPECK, 0.3
        dark = (self._ink.faint > least).view(np.uint8)
        return page_sums(self._page).traces.of(dark, share)

    def _veils(self) -> frozenset[int]:
        """Return the names over which something lies that is too light to be seen in single dots.

        Line by line of each name the print is asked how much darker it is than it should be; what
        lens and ink do to letters they do to all names of a page alike, so only what one name has
        beyond the others is told.
        """
        veils = self._veil_of_texts()
        beyond = veils - np.median(veils, axis=0)
        error = 1.48 * float(np.median(np.abs(beyond)))
        dark = beyond.max(axis=1) > max(_VEIL, 5.5 * error)
        positions = [name.position for name in self._page.names for _ in name.texts]
        return frozenset(positions[place] for place in np.flatnonzero(dark))

    def _veil_of_texts(self) -> Picture:
        """Return for each text how much darker a few lines through its letters are, of white.

        One row a text, in it from the heads of the letters to their feet.
        """
        spread, lines = self._ink.spread, page_sums(self._page).letters
        weight, whole = letter_weights(
            self._page, self._ink.tones, spread, max(self._ink.noise, 2.0)
        )
        usual, seen = lines.sums.cut(self._ink.tones.spread_half[spread]), self._ink.lighter
        darker = cv2.subtract(usual, lines.sums.cut(seen))
        return lines.means(lines.sums.of(cv2.multiply(weight, darker)) / whole)


def _closed(hit: Picture, gap: int) -> Picture:
    """Close gaps in a row of columns: a letter may hide what runs through it."""
    row = hit.astype(np.uint8)[None, :]
    padded = cv2.copyMakeBorder(row, 0, 0, gap, gap, cv2.BORDER_CONSTANT, value=0)
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    return closed[0, gap:-gap] > 0


def _extents(part: Picture) -> Picture:
    """Return for each column how far it is from its uppermost to its lowest dot, 0 of none."""
    down = np.arange(part.shape[0])[:, None]
    ends = np.where(part, down + 1, 0).max(axis=0)
    return np.maximum(ends - np.where(part, down, part.shape[0]).min(axis=0), 0)

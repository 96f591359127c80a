"""What is asked of every page, struck out or ticked: ink on its lines, and ink elsewhere.

All lengths are in dots of half the size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set

import cv2
import numpy as np

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.reading import LineDoubt, PageReading, Why
from congress_desk.scan.ink import MM, Ink, Stroke
from congress_desk.scan.page_sums import page_sums, printed_words
from congress_desk.scan.printed_page import PAPER, NamePlace, PrintedPage

# A word of which less print than this share of the usual is there was erased or covered.
_MISSING = 0.62
_MOST_NOISE = 9.0
# In black and white the darker part of a stroke is black, but where its pen left it in pieces.
_SOLID = 100.0


class PageLines:
    """The lines of a page with the ink on them; what is not clear gathers as doubts."""

    def __init__(self, ink: Ink, page: PrintedPage) -> None:
        self._ink, self._page = ink, page
        self._doubts = dict[int, Why]()
        self._of_pen: tuple[LineDoubt, ...] = ()
        self._strokes = {stroke.label: stroke for stroke in ink.strokes}
        self._folds = {s.label for s in ink.strokes if self._is_fold(s)}
        self._rows = {name.position: name.row.halved() for name in page.names}
        self._folds |= self._broken_folds()
        self._on_rows = self._touched()
        self._prints = self._prints_of()
        there = [one for each in self._prints.values() for one in each]
        self._usual_print = float(np.median(there)) if there else 1.0

    def _is_fold(self, stroke: Stroke) -> bool:
        height, width = self._page.half.shape
        across = stroke.width > 0.72 * width and stroke.height < 0.1 * height
        down = stroke.height > 0.5 * height and stroke.width < 0.1 * width
        return bool(across or down)

    def _broken_folds(self) -> set[int]:
        """Return strokes that lie on one line across the list and out of it on both sides.

        It is a crease that the rules it crosses cut to pieces; no pen goes from edge to edge.
        """
        left = min(row.left for row in self._rows.values()) - 2
        right = max(row.right for row in self._rows.values()) + 2
        flat = [s for s in self._ink.strokes if s.height < max(0.06 * s.width, 4 * MM)]
        found = set[int]()
        for first in (s for s in flat if s.left < left):
            for last in (s for s in flat if s.right > right and s.left > first.left):
                start, end = first.top + first.height / 2, last.top + last.height / 2
                rise = (end - start) / max(last.left - first.left, 1)
                if abs(rise) > 0.1:
                    continue
                on_line = [
                    s
                    for s in flat
                    if abs(s.top + s.height / 2 - start - rise * (s.left - first.left)) < 2 * MM
                ]
                if sum(s.width for s in on_line) > 0.5 * (right - left):
                    found |= {s.label for s in on_line}
        return found

    def _touched(self) -> Mapping[int, list[Stroke]]:
        """Return the strokes on each line, by its position."""
        found = defaultdict[int, list[Stroke]](list)
        strokes = self._ink.strokes
        for name in self._page.names:
            row = self._rows[name.position]
            near = [
                s
                for s in strokes
                if s.left < row.right
                and s.right > row.left
                and s.top < row.bottom
                and s.bottom > row.top
            ]
            if near:
                part = row.of(self._ink.labels)
                found[name.position] = [s for s in near if (part == s.label).any()]
        return found

    def _is_missing(self, name: NamePlace) -> bool:
        """Say whether the printed name is not there any more."""
        return any(there < _MISSING * self._usual_print for there in self._prints[name.position])

    def _prints_of(self) -> Mapping[int, list[float]]:
        """Return how much of the print of each word is there, by position.

        It is about 1, and more where the word is struck.
        """
        words = page_sums(self._page).words
        usual, printed = printed_words(self._page, self._ink.tones, self._ink.spread)
        dark = np.float32(PAPER) - words.sums.cut(self._ink.lighter)
        seen = words.sums.of(cv2.multiply(usual, dark))
        shares = iter((seen / np.maximum(printed, 1.0)).tolist())
        return {
            name.position: [next(shares) for text in name.texts for _ in text.words]
            for name in self._page.names
        }

    def _elsewhere(self) -> None:
        """Doubt the page for ink that lies on no line, or runs far out of the list."""
        on_rows = {s.label for ones in self._on_rows.values() for s in ones}
        top = min(row.top for row in self._rows.values())
        bottom = max(row.bottom for row in self._rows.values())
        for stroke in self._ink.strokes:
            out = stroke.label not in on_rows
            if stroke.label in self._folds:
                continue
            if stroke.top < top - 4 * MM or stroke.bottom > bottom + 4 * MM or out:
                self._doubt(0, Why.OUTSIDE)
        if self._ink.noise > _MOST_NOISE:
            self._doubt(0, Why.BLURRED)

    def _lost(self, marked: Set[int]) -> None:
        """Doubt every line without a mark where the pen of the page leaves marks nobody sees.

        One pen marks a whole page: where it is too light at two names, or on a scan in black and
        white at one or everywhere, it may be lost at others.
        """
        near = [stroke for ones in self._on_rows.values() for stroke in ones]
        light = sum(why is Why.LIGHT for why in self._doubts.values())
        if not self._ink.tones.is_bilevel:
            lost = Why.FAINT if light > 1 else None
        elif near:
            lost = Why.FAINT if light or any(s.darkness < _SOLID for s in near) else None
        else:
            lost = Why.BARE
        if lost is not None:
            self._of_pen = (LineDoubt(0, lost),)
            for position in self._rows.keys() - marked:
                self._doubt(position, Why.LIGHT)

    def _doubt(self, position: int, why: Why) -> None:
        self._doubts.setdefault(position, why)

    def _reading(self, paper: Paper) -> PageReading:
        return PageReading(
            page=self._page.place,
            positions=tuple(name.position for name in self._page.names),
            paper=paper,
            doubts=(
                *self._of_pen,
                *(LineDoubt(p, why) for p, why in sorted(self._doubts.items())),
            ),
        )

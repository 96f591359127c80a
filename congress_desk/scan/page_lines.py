"""What is asked of every page, struck out or ticked: ink on its lines, and ink elsewhere.

All lengths are in dots of half the size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.reading import LineDoubt, PageReading, Why
from congress_desk.scan.ink import MM, Ink, Stroke
from congress_desk.scan.printed_page import PAPER, NamePlace, PrintedPage

# A word of which less print than this share of the usual is there was erased or covered.
_MISSING = 0.62
_MOST_NOISE = 9.0


class PageLines:
    """The lines of a page with the ink on them; what is not clear gathers as doubts."""

    def __init__(self, ink: Ink, page: PrintedPage) -> None:
        self._ink, self._page = ink, page
        self._doubts = dict[int, Why]()
        self._strokes = {stroke.label: stroke for stroke in ink.strokes}
        self._folds = {s.label for s in ink.strokes if self._is_fold(s)}
        self._rows = {name.position: name.row.halved() for name in page.names}
        self._on_rows = self._touched()
        self._prints = {name.position: self._print_of(name) for name in page.names}
        there = [one for each in self._prints.values() for one in each]
        self._usual_print = float(np.median(there)) if there else 1.0

    def _is_fold(self, stroke: Stroke) -> bool:
        height, width = self._page.half.shape
        across = stroke.width > 0.72 * width and stroke.height < 0.1 * height
        down = stroke.height > 0.5 * height and stroke.width < 0.1 * width
        return bool(across or down)

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
                labels = np.unique(row.of(self._ink.labels))
                found[name.position] = [s for s in near if s.label in labels]
        return found

    def _is_missing(self, name: NamePlace) -> bool:
        """Say whether the printed name is not there any more."""
        return any(there < _MISSING * self._usual_print for there in self._prints[name.position])

    def _print_of(self, name: NamePlace) -> list[float]:
        """Return how much of the print of each word is there: about 1, more where it is struck."""
        found = []
        printed = self._page.printed_half[self._ink.spread]
        for text in name.texts:
            top = int((text.base - 0.8 * text.size) / 2)
            bottom = int((text.base + 0.25 * text.size) / 2)
            for left, right in text.words:
                place = np.s_[top:bottom, int(left / 2) : int(right / 2) + 1]
                ours = printed[place]
                seen = PAPER - self._ink.lighter[place]
                found.append(float((ours * seen).sum()) / max(float((ours * ours).sum()), 1.0))
        return found

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
        faint = self._ink.noise > _MOST_NOISE
        if faint:
            self._doubt(0, Why.BLURRED)

    def _doubt(self, position: int, why: Why) -> None:
        self._doubts.setdefault(position, why)

    def _reading(self, paper: Paper) -> PageReading:
        return PageReading(
            page=self._page.place,
            positions=tuple(name.position for name in self._page.names),
            paper=paper,
            doubts=tuple(LineDoubt(p, why) for p, why in sorted(self._doubts.items())),
        )

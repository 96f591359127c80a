"""Decides the boxes of a page that are ticked, and doubts what is not clear."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.reading import PageReading, Why
from congress_desk.scan.ink import Stroke
from congress_desk.scan.page_lines import PageLines
from congress_desk.scan.printed_page import Rect

# A mark is told from a trace when it is so dark, and so dark beside the darkest on the page: wet
# ink comes off on the half folded over it, and what is on the back shines through.
_DARK, _BESIDE = 38.0, 0.55


class TickedBoxes(PageLines):
    """A page on which a box is crossed for each name."""

    _least = _DARK

    def ticked(self) -> PageReading:
        struck, both, blank = set[int](), set[int](), set[int]()
        boxes = {
            (name.position, side): box.halved()
            for name in self._page.names
            if name.boxes
            for side, box in enumerate(name.boxes)
        }
        owner = {s.label: self._box_of(s, boxes) for s in self._ink.strokes}
        marks = [self._strokes[label].darkness for label, of in owner.items() if of]
        self._least = max(_DARK, _BESIDE * max(marks, default=0.0), 6 * self._ink.noise)
        for name in self._page.names:
            position = name.position
            ones = self._on_rows.get(position, [])
            for stroke in ones:
                own = owner[stroke.label]
                if own is None and self._is_end_of_cross(stroke, position, boxes, owner):
                    continue
                if own is None or (own[0] != position and self._in_box(stroke, position, boxes)):
                    self._doubt(position, Why.FOLD if stroke.label in self._folds else Why.BOX)
            if self._is_missing(name):
                self._doubt(position, Why.COVERED)
            states = [
                self._box_state(boxes[position, side], owner, (position, side)) for side in (0, 1)
            ]
            if None in states:
                self._doubt(position, Why.BOX)
                continue
            match states:
                case [True, True]:
                    both.add(position)
                case [False, True]:
                    struck.add(position)
                case [False, False]:
                    blank.add(position)
        self._elsewhere()
        self._lost(self._rows.keys() - blank)
        sure = self._doubts.keys()
        return self._reading(
            Paper(
                struck=frozenset(struck - sure),
                both=frozenset(both - sure),
                blank=frozenset(blank - sure),
            )
        )

    def _box_of(
        self, stroke: Stroke, boxes: Mapping[tuple[int, int], Rect]
    ) -> tuple[int, int] | None:
        """Return the box a stroke belongs to: most of its ink lies in and around it."""
        if stroke.label in self._folds:
            return None
        part = self._ink.labels[
            stroke.top - 1 : stroke.bottom + 1, stroke.left - 1 : stroke.right + 1
        ]
        ys, xs = np.nonzero(part == stroke.label)
        if not len(xs):
            return None
        x, y = float(xs.mean()) + stroke.left - 1, float(ys.mean()) + stroke.top - 1
        for key, box in boxes.items():
            side = box.right - box.left
            wide = 0.45 * side
            if (
                box.left - 0.1 * side <= x <= box.right + 0.1 * side
                and box.top - 0.1 * side <= y <= box.bottom + 0.1 * side
                and stroke.width <= 2.4 * side
                and stroke.height <= 2.4 * side
            ):
                xs, ys = xs + stroke.left - 1, ys + stroke.top - 1
                near = (
                    (xs >= box.left - wide)
                    & (xs < box.right + wide)
                    & (ys >= box.top - wide)
                    & (ys < box.bottom + wide)
                )
                return key if float(near.mean()) > 0.7 else None
        return None

    def _is_end_of_cross(
        self,
        stroke: Stroke,
        position: int,
        boxes: Mapping[tuple[int, int], Rect],
        owner: Mapping[int, tuple[int, int] | None],
    ) -> bool:
        """Say whether a little ink at the edge of a row is the end of a neighbour's cross."""
        row, box = self._rows[position], boxes[position, 0]
        side = box.right - box.left
        if stroke.height > 0.4 * side or self._in_box(stroke, position, boxes):
            return False
        if stroke.top <= row.top + 2:
            other = position - 1
        elif stroke.bottom >= row.bottom - 2:
            other = position + 1
        else:
            return False
        crosses = (self._strokes[label] for label, of in owner.items() if of and of[0] == other)
        return any(c.left - 2 <= stroke.right and c.right + 2 >= stroke.left for c in crosses)

    def _in_box(self, stroke: Stroke, position: int, boxes: Mapping[tuple[int, int], Rect]) -> bool:
        """Say whether a stroke of another line reaches into a box of this one, or its name."""
        name = next(n for n in self._page.names if n.position == position)
        parts = [boxes[position, 0], boxes[position, 1], name.name.halved()]
        return any((p.of(self._ink.labels) == stroke.label).sum() > 3 for p in parts)

    def _box_state(
        self,
        box: Rect,
        owner: Mapping[int, tuple[int, int] | None],
        key: tuple[int, int],
    ) -> bool | None:
        """Say whether a box is crossed; None where nobody can say."""
        own = [label for label, of in owner.items() if of == key]
        side = box.right - box.left
        inside = self._ink.labels[box.top + 1 : box.bottom - 1, box.left + 1 : box.right - 1]
        if not own:
            faint = self._ink.added[box.top + 1 : box.bottom - 1, box.left + 1 : box.right - 1]
            least = max(20.0, 6 * self._ink.noise)
            trace = int((faint > least).sum()) > max(0.02 * faint.size, 3)
            other = bool(np.isin(inside, [s for s in self._strokes if s not in own]).any())
            return None if trace or other else False
        part = np.isin(inside, own)
        if not part.any():
            return None
        ys, xs = np.nonzero(part)
        wide, high = np.ptp(xs) + 1, np.ptp(ys) + 1
        dark = max(self._strokes[label].darkness for label in own)
        clear = min(wide, high) >= 0.36 * side and max(wide, high) >= 0.5 * side
        if not clear or part.mean() > 0.88 or dark < self._least:
            return None
        return True

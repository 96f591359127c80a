"""Decides the names of a page that are struck out, and doubts what is not clear.

A name is struck when ink runs through the letters of every word of it, and kept when there is no
ink at its line at all; between the two lies a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.scans.reading import PageReading, Why
from congress_desk.scan.grey_strokes import WHOLE
from congress_desk.scan.ink import MM, Ink, Stroke
from congress_desk.scan.name_strokes import NameStrokes
from congress_desk.scan.printed_page import NamePlace, Picture, PrintedPage

# What a neighbour's stroke may touch of a name with its end.
_TAIL = 0.12
# Ink is looked for from 3.2 mm of the edge on: what begins there comes from the edge.
_EDGE = 4.2 * MM
# A stroke is told from a trace when it is so dark, and so dark beside the others on the page.
_DARK, _BESIDE = 38.0, 0.45
# One stroke alone on a page must be darker: a crease, a hair and ink of the back are light, and no
# second one says that the pen is.
_ALONE = 80.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Touch:
    """A stroke on a line of the list: how much of the name it runs through, 0 to 1."""

    stroke: Stroke
    through: float


class StruckNames(NameStrokes):
    """A page on which names are struck out."""

    def __init__(self, ink: Ink, page: PrintedPage) -> None:
        super().__init__(ink, page)
        self._own = dict[int, frozenset[int]]()
        self._light = self._veils() | self._traced()

    def struck(self) -> PageReading:
        touches = {
            name.position: [
                _Touch(stroke=s, through=self._through(name, (s.label,)))
                for s in self._on_rows[name.position]
            ]
            for name in self._page.names
            if name.position in self._on_rows
        }
        through = defaultdict[int, list[int]](list)
        for position, ones in touches.items():
            for touch in ones:
                if touch.through > _TAIL:
                    through[touch.stroke.label].append(position)
        struck = set[int]()
        for name in self._page.names:
            ones = touches.get(name.position, [])
            if self._name_state(name, ones, through):
                struck.add(name.position)
        self._settle_tails(touches, struck)
        self._check_darkness(struck)
        self._check_rules(struck)
        self._elsewhere()
        self._lost(struck)
        return self._reading(Paper(struck=frozenset(struck - self._doubts.keys())))

    def _name_state(
        self, name: NamePlace, ones: list[_Touch], through: Mapping[int, list[int]]
    ) -> bool:
        """Say whether a name is struck for sure; doubt it unless it is that, or kept."""
        position = name.position
        if self._is_missing(name) and not any(t.through > WHOLE for t in ones):
            self._doubt(position, Why.COVERED)
            return False
        if not ones:
            if position in self._light:
                self._doubt(position, Why.LIGHT)
            return False
        strokes = [touch.stroke for touch in ones]
        if any(stroke.label in self._folds or self._is_to_edge(stroke) for stroke in strokes):
            if any(t.through > 0.03 for t in ones) or self._is_near_text(
                name, [t.stroke for t in ones]
            ):
                self._doubt(position, Why.FOLD)
            return False
        own = [t for t in ones if t.through > _TAIL or self._belongs(t.stroke, position)]
        labels = tuple(t.stroke.label for t in own)
        if not own or (self._through(name, labels) <= _TAIL and not self._is_along(name, labels)):
            return False  # settled when it is known whose ends these are
        if any(len(through[t.stroke.label]) > 1 for t in own):
            self._doubt(position, Why.TWO_IN_ONE)
            return False
        if not (self._is_through_every_word(name, labels) or self._is_along(name, labels)):
            self._doubt(position, Why.PARTIAL)
            return False
        if self._is_scribble(name, labels) or any(self._is_wild(name, t.stroke) for t in own):
            self._doubt(position, Why.SCRIBBLE)
            return False
        running = {t.stroke.label for t in own if t.through > _TAIL}
        if self._is_under_or_over(name, running or labels) or self._is_more_than_stroke(
            name, running, set(labels)
        ):
            self._doubt(position, Why.BETWEEN)
            return False
        self._own[position] = frozenset(labels)
        return True

    def _is_to_edge(self, stroke: Stroke) -> bool:
        """Say whether a stroke runs to the edge of the paper: a crease, whatever it touches."""
        width = self._page.half.shape[1]
        return stroke.left < _EDGE or stroke.right > width - _EDGE

    def _settle_tails(self, touches: Mapping[int, list[_Touch]], struck: set[int]) -> None:
        """Doubt a line that has ink which is not the end of the stroke of a struck neighbour."""
        explained = frozenset[int]().union(*(self._own[position] for position in struck))
        for position, ones in touches.items():
            for touch in ones:
                if touch.stroke.label in explained or touch.stroke.label in self._folds:
                    continue
                self._doubt(position, Why.BETWEEN if touch.through <= _TAIL else Why.PARTIAL)

    def _belongs(self, stroke: Stroke, position: int) -> bool:
        """Say whether a small piece of ink lies within the line of a struck name."""
        row = self._rows[position]
        inside = stroke.top >= row.top - 1 and stroke.bottom <= row.bottom + 1
        return inside and stroke.width < 0.5 * (row.right - row.left)

    def _check_darkness(self, struck: set[int]) -> None:
        darkness = {
            position: max(self._strokes[label].darkness for label in self._own[position])
            for position in struck
        }
        most = max(darkness.values(), default=0.0)
        least = _ALONE if len(darkness) == 1 else _DARK
        for position, dark in darkness.items():
            if dark < max(least, _BESIDE * most, 6 * self._ink.noise):
                self._doubt(position, Why.LIGHT)

    def _check_rules(self, struck: set[int]) -> None:
        """Doubt a line whose lower or upper rule is thicker than others: a stroke lies on it."""
        explained = [self._strokes[n] for labels in self._own.values() for n in labels]
        spans = list[tuple[NamePlace, int, Picture]]()
        ys = sorted({y for row in self._rows.values() for y in (row.top, row.bottom)})
        excess = dict(zip(ys, self._excess(ys), strict=True))
        for name in self._page.names:
            row, text = self._rows[name.position], name.texts[0]
            left, right = int(text.left / 2), int(text.right / 2)
            for y in (row.top, row.bottom):
                spans.append((name, y, excess[y][left:right]))
        usual = float(np.median(np.concatenate([values for _, _, values in spans])))
        most = usual + max(45.0, 12 * self._ink.noise)
        if self._ink.step:
            # In black and white a rule is a dot thicker or thinner from place to place.
            most = min(usual, self._ink.step) + 45.0 + self._ink.step
        for name, y, values in spans:
            high = values > most
            if np.count_nonzero(high) < 8 or name.position in struck:
                continue
            left = int(name.texts[0].left / 2)
            for stroke in explained:
                if stroke.top - 5 <= y <= stroke.bottom + 5:
                    high[max(stroke.left - left - 8, 0) : max(stroke.right - left + 8, 0)] = False
            if np.count_nonzero(high) >= 8:
                self._doubt(name.position, Why.BETWEEN)

    def _excess(self, ys: list[int]) -> Picture:
        """Return how much more ink than print lies on and about level lines, dot by dot of them."""
        ink = self._ink
        near = np.clip(np.array(ys)[:, None] + np.arange(-2, 3), 0, ink.lighter.shape[0] - 1)
        more = (ink.tones.spread_half[ink.spread][near] - ink.lighter[near]).sum(axis=1)
        return cv2.blur(more, (13, 1))

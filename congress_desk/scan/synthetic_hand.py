"""A voter that is made up, with a pen, and all a hand does to a ballot."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from congress_desk.reports.ballot_papers.layout import BallotLayout, Box, NameRow
from congress_desk.scan.printed_page import Picture, drawn_page

_MM = 72 / 25.4


class Hand:
    """One voter with one pen, marking one page at so many dots an inch."""

    def __init__(
        self, layout: BallotLayout, place: int, dots: int, random: np.random.Generator
    ) -> None:
        self._random, self._scale = random, dots / 72
        self._height = layout.height
        self._page = layout.pages[place]
        shape = drawn_page(layout, place, dots).shape
        self.alpha = np.zeros(shape, np.float32)
        self.white = np.zeros(shape, np.float32)
        self.fold = np.zeros(shape, np.float32)
        self._width = random.uniform(0.35, 0.8) * _MM
        self._ink = random.uniform(0.62, 0.97)

    def pencil(self) -> None:
        """Take a pencil: lighter, and with grain."""
        self._ink, self._width = (
            self._random.uniform(0.38, 0.6),
            self._random.uniform(0.4, 0.8) * _MM,
        )

    def light(self) -> None:
        """Take a pen that has nearly run dry."""
        self._ink = self._random.uniform(0.3, 0.45)

    def thin(self) -> None:
        """Take a needle pen."""
        self._width = self._random.uniform(0.22, 0.32) * _MM

    def draw(self, points: Sequence[tuple[float, float]], width: float = 0, ink: float = 0) -> None:
        """Draw a line through points, in points of the ballot from its lower left corner."""
        width, ink = width or self._width, ink or self._ink
        own = np.zeros(self.alpha.shape, np.uint8)
        placed = (
            np.array(
                [(x * self._scale * 16, (self._height - y) * self._scale * 16) for x, y in points]
            )
            .round()
            .astype(np.int32)
        )
        thick = width * self._scale
        whole = max(int(math.floor(thick)), 1)
        cv2.polylines(own, [placed.reshape(-1, 1, 2)], False, 255, whole, cv2.LINE_AA, 4)
        strength = own.astype(np.float32) / 255 * ink * min(thick / whole, 1.15)
        self.alpha = np.maximum(self.alpha, np.minimum(strength, 1))

    def strike(self, row: NameRow, kind: str) -> None:
        """Strike a name out, every line of it."""
        for line in row.lines:
            self._strike(line.x, line.x + line.width, line.y, line.size, kind)

    def _strike(self, left: float, right: float, base: float, size: float, kind: str) -> None:
        random = self._random
        length = right - left
        y = base + size * random.uniform(0.16, 0.4)
        start = left - random.uniform(-0.02, 0.12) * length
        end = right + random.uniform(-0.03, 0.15) * length
        rise = random.normal(0, 0.05) * size
        if kind == "short":
            start = left + random.uniform(0.03, 0.1) * length
            end = right - random.uniform(0.03, 0.1) * length
        if kind == "long":
            start, end = left - random.uniform(8, 20), right + random.uniform(10, 40)
        if kind == "slanted":
            rise = random.choice([-1, 1]) * random.uniform(0.1, 0.24) * size
            y = base + size * random.uniform(0.24, 0.36)
        xs = np.linspace(start, end, 24)
        share = np.linspace(-1, 1, 24)
        ys = y + rise * share + np.cumsum(random.normal(0, 0.006 * size, 24))
        width = 0.0
        if kind == "wavy":
            ys += (
                np.sin(np.linspace(0, random.uniform(4, 14), 24))
                * size
                * random.uniform(0.05, 0.13)
            )
        if kind == "arc":
            ys += (share**2 - 0.5) * size * random.uniform(-0.2, 0.2)
        if kind == "marker":
            width = random.uniform(1.2, 2.4) * _MM
            width = min(width, 0.75 * size)
        self.draw(list(zip(xs, ys, strict=True)), width)
        if kind == "double":
            gap = size * random.uniform(0.12, 0.24)
            self.draw(list(zip(xs + random.normal(0, 3, 24).cumsum() * 0, ys + gap, strict=True)))

    def part(self, row: NameRow) -> None:
        """Strike a part of a name, at least one word of it untouched."""
        line = row.lines[0]
        share = self._random.uniform(0.25, 0.55)
        words = line.text.split(" ")
        last = len(words[-1]) / len(line.text)
        share = min(share, 1 - last - 0.08)
        left = line.x if self._random.random() < 0.5 else line.x + line.width * (1 - share)
        self._strike(left, left + line.width * max(share, 0.2), line.y, line.size, "short")

    def between(self, row: NameRow) -> None:
        """Draw a line under a name, on the rule between two rows."""
        line, random = row.lines[0], self._random
        y = row.row.y + random.uniform(-0.1, 0.1) * line.size
        xs = np.linspace(line.x, line.x + line.width * random.uniform(0.7, 1.1), 16)
        self.draw([(x, y + random.normal(0, 0.2)) for x in xs])

    def two_in_one(self, row: NameRow, other: NameRow) -> None:
        """Strike two neighbours by one slanting line."""
        one, two = row.lines[0], other.lines[0]
        right = max(one.x + one.width, two.x + two.width)
        self.draw([(one.x, one.y + one.size * 0.3), (right, two.y + two.size * 0.3)])

    def dot(self, row: NameRow) -> None:
        """Put the pen down on a name and think again."""
        line, random = row.lines[0], self._random
        x = line.x + random.uniform(0.05, 0.8) * line.width
        y = line.y + 0.3 * line.size
        self.draw([(x, y), (x + random.uniform(2, 4) * _MM, y + random.normal(0, 1))])

    def erase(self, row: NameRow) -> None:
        """Strike a name and scribble the stroke over."""
        line, random = row.lines[0], self._random
        self._strike(line.x, line.x + line.width, line.y, line.size, "straight")
        xs = np.linspace(line.x, line.x + line.width, 40)
        ys = [
            line.y + line.size * (0.3 + 0.45 * (-1) ** n) + random.normal(0, 1) for n in range(40)
        ]
        self.draw(list(zip(xs, ys, strict=True)))

    def take_back(self, row: NameRow) -> None:
        """Strike a name and write behind it that it stays."""
        line = row.lines[0]
        self.strike(row, "straight")
        self.write(line.x + line.width + 0.4 * line.size, line.y, 0.6 * line.size)

    def circle(self, row: NameRow) -> None:
        """Draw a ring around a name."""
        line = row.lines[0]
        turn = np.linspace(0, 6.5, 60)
        self.draw(
            [
                (
                    line.x + line.width / 2 + (line.width / 2 + 4) * math.cos(t),
                    line.y + line.size * 0.3 + line.size * 0.62 * math.sin(t),
                )
                for t in turn
            ]
        )

    def beside(self, row: NameRow) -> None:
        """Put a tick behind a name."""
        line = row.lines[0]
        x, y, size = line.x + line.width + 6, line.y + line.size * 0.3, line.size * 0.5
        self.draw([(x, y), (x + size * 0.4, y - size * 0.6), (x + size * 1.3, y + size * 0.8)])

    def write(self, x: float, y: float, size: float) -> None:
        """Write a few letters that say nothing."""
        random = self._random
        for letter in range(int(random.integers(4, 9))):
            left = x + letter * size * 0.7
            points = [
                (left + random.uniform(0, 0.6) * size, y + random.uniform(0, 1) * size)
                for _ in range(5)
            ]
            self.draw(points)

    def stamp(self, row: NameRow) -> None:
        """Let the ink of a stamp come down on names."""
        line = row.lines[0]
        x, y = line.x + line.width * 0.4, line.y
        for radius in (40, 36):
            turn = np.linspace(0, 6.3, 80)
            self.draw([(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turn], 2, 0.45)

    def coffee(self) -> None:
        """Put a cup down."""
        random, shape = self._random, self.alpha.shape
        centre = (
            int(random.uniform(0.3, 0.7) * shape[1]),
            int(random.uniform(0.4, 0.8) * shape[0]),
        )
        own: Picture = np.zeros(shape, np.uint8)
        cv2.circle(own, centre, int(38 * _MM * self._scale / 2), 255, int(4 * self._scale))
        own = cv2.GaussianBlur(own, (0, 0), 1.2 * self._scale)
        self.alpha = np.maximum(
            self.alpha, own.astype(np.float32) / 255 * random.uniform(0.25, 0.4)
        )

    def fold_through(self, row: NameRow) -> None:
        """Fold the paper so that the crease runs through a name."""
        y = round((self._height - row.lines[0].y - row.lines[0].size * 0.3) * self._scale)
        own: Picture = np.zeros(self.alpha.shape, np.uint8)
        rise = self._random.normal(0, 3)
        cv2.line(
            own,
            (0, round(y - rise)),
            (own.shape[1], round(y + rise)),
            255,
            1 + round(self._scale / 3),
            cv2.LINE_AA,
        )
        self.fold = np.maximum(
            self.fold, own.astype(np.float32) / 255 * self._random.uniform(0.25, 0.5)
        )

    def cover(self, row: NameRow) -> None:
        """Paint a name white."""
        line = row.lines[0]
        box = Box(line.x - 3, line.y - line.size * 0.3, line.width * 0.8, line.size * 1.3)
        top, bottom = (round((self._height - y) * self._scale) for y in (box.top, box.y))
        left, right = (round(x * self._scale) for x in (box.x, box.right))
        self.white[top:bottom, left:right] = 0.92

    def mark_box(self, box: Box, kind: str) -> None:
        """Put an X or a tick into a box."""
        random, side = self._random, box.width
        x, y = (
            box.middle + random.normal(0, 0.06) * side,
            box.y + box.height / 2 + random.normal(0, 0.06) * side,
        )
        reach = side * random.uniform(0.36, 0.6)
        width = 0.0
        if kind == "small_cross":
            reach = side * random.uniform(0.3, 0.38)
        if kind == "thick_cross":
            width = random.uniform(0.8, 1.2) * _MM
        if kind == "tick":
            self.draw(
                [(x - reach, y), (x - reach * 0.3, y - reach * 0.8), (x + reach, y + reach)], width
            )
            return
        slant = [random.normal(0, 0.12) * reach for _ in range(4)]
        self.draw([(x - reach, y - reach + slant[0]), (x + reach, y + reach + slant[1])], width)
        self.draw([(x - reach, y + reach + slant[2]), (x + reach, y - reach + slant[3])], width)

"""Drawn ballots that show how to vote, as many side by side as can be read from the last row."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from congress_desk.reports.ballot_papers.poster import Sample
from congress_desk.reports.hall.content import Samples, Tone
from congress_desk.reports.hall.measuring import LEADING, LEAST, Measure, Room, broken, steps
from congress_desk.reports.hall.page import (
    EDGE,
    INK,
    PAPER,
    PEN,
    Align,
    BoxMark,
    Mark,
    StrokeMark,
    TextMark,
)
from congress_desk.reports.hall.signs import COLOURS, sign

_GAP, _PAD = 40.0, 16.0
_SIZES = steps(64.0)
_TITLE = LEAST * 1.9


def sample_pages(part: Samples, room: Room, measure: Measure) -> list[tuple[Mark, ...]]:
    """Return the pages of one row of samples, all valid or all invalid."""
    samples = part.row.samples
    below = room.below(_TITLE)
    fewest = ceil(len(samples) / _across(part, LEAST, below, measure))
    size = next(
        (
            size
            for size in _SIZES
            if ceil(len(samples) / _across(part, size, below, measure)) == fewest
            and _highest(part, size, below, measure) <= below.height
        ),
        LEAST,
    )
    each = ceil(len(samples) / fewest)
    drawing = _Drawing(part, size, _width(part, size, below, measure), measure)
    made = []
    for begin in range(0, len(samples), each):
        marks = list(_title(part, room, measure))
        for place, sample in enumerate(samples[begin : begin + each]):
            marks += drawing.sample(sample, room.left + place * (drawing.width + _GAP), below.top)
        made.append(tuple(marks))
    return made


def _across(part: Samples, size: float, room: Room, measure: Measure) -> int:
    """Return how many samples have room side by side."""
    narrowest = _least_width(part, size, measure)
    return max(1, min(len(part.row.samples), int((room.width + _GAP) / (narrowest + _GAP))))


def _width(part: Samples, size: float, room: Room, measure: Measure) -> float:
    across = _across(part, size, room, measure)
    shared = (room.width - (across - 1) * _GAP) / across
    return min(shared, _least_width(part, size, measure) * 1.3)


def _highest(part: Samples, size: float, room: Room, measure: Measure) -> float:
    drawing = _Drawing(part, size, _width(part, size, room, measure), measure)
    return max(drawing.height(sample) for sample in part.row.samples)


def _least_width(part: Samples, size: float, measure: Measure) -> float:
    texts = [text for each in part.row.samples for text in (*each.names, each.writing)]
    names = max(measure(text, False) for text in texts) * size
    ticked = any(sample.tick for sample in part.row.samples)
    boxes = 2 * _box_width(part, size, measure) if ticked else 0.0
    return size * 1.3 + names + boxes + 2 * _PAD


def _box_width(part: Samples, size: float, measure: Measure) -> float:
    """Return how wide a column of boxes is: the longer of its titles stands in two lines."""
    words = (part.agree_title, *_two(part.disagree_title))
    return max(measure(word, False) for word in words) * size + 2 * _PAD


def _two(title: str) -> tuple[str, str]:
    first, _, rest = title.partition(" ")
    return first, rest


def _title(part: Samples, room: Room, measure: Measure) -> Iterator[Mark]:
    tone = Tone.HOLDS if part.row.valid else Tone.WRONG
    yield from sign(room.left, room.top + LEAST * 0.45, LEAST, tone)
    yield TextMark(
        x=room.left + LEAST * 1.5,
        y=room.top + LEAST * 1.3,
        text=part.row.title,
        size=LEAST * 1.15,
        bold=True,
        colour=COLOURS[tone],
    )


class _Drawing:
    """Draws samples so wide, in letters of one size."""

    def __init__(self, part: Samples, size: float, width: float, measure: Measure) -> None:
        self._part, self._size, self.width, self._measure = part, size, width, measure
        self._row = size * 1.35
        self._boxes = _box_width(part, size, measure)

    def height(self, sample: Sample) -> float:
        """Return how high a sample is with its caption."""
        return self._paper(sample) + len(self._caption(sample)) * self._size * LEADING + _PAD * 2

    def sample(self, sample: Sample, left: float, top: float) -> Iterator[Mark]:
        """Draw a ballot, what a voter did to it, and below it what it shows."""
        size, paper = self._size, self._paper(sample)
        yield BoxMark(x=left, y=top, width=self.width, height=paper, fill=PAPER, radius=6)
        right = left + self.width - _PAD
        columns = (right - 1.5 * self._boxes, right - 0.5 * self._boxes)
        y = top + _PAD
        if sample.tick:
            yield from self._heads(columns, y)
            y += size * 2.5
        for place, name in enumerate(sample.names):
            yield from self._name(sample, place, name, left + _PAD, y)
            if sample.tick:
                yield from self._box(columns[0], y, crossed=place in sample.agree)
                yield from self._box(columns[1], y, crossed=place in sample.disagree)
            y += self._row
        if sample.writing:
            yield self._written(sample.writing, left + _PAD + size * 1.3, y + size, colour=PEN)
        y = top + paper + size * 0.3
        for line in self._caption(sample):
            y += size * LEADING
            yield TextMark(x=left, y=y - size * 0.2, text=line, size=size)

    def _paper(self, sample: Sample) -> float:
        rows = len(sample.names) + (1 if sample.writing else 0)
        return (self._size * 2.5 if sample.tick else 0.0) + rows * self._row + 2 * _PAD

    def _caption(self, sample: Sample) -> tuple[str, ...]:
        return broken(sample.caption, self.width / self._size, self._measure)

    def _written(
        self, text: str, x: float, y: float, *, colour: str = INK, align: Align = Align.LEFT
    ) -> TextMark:
        return TextMark(
            x=x, y=y, text=text, size=self._size, colour=colour, align=align, ground=PAPER
        )

    def _heads(self, columns: tuple[float, float], top: float) -> Iterator[Mark]:
        titles = (("", self._part.agree_title), _two(self._part.disagree_title))
        for middle, title in zip(columns, titles, strict=True):
            for place, word in enumerate(title):
                y = top + self._size * (0.9 + place * 1.1)
                if word:
                    yield self._written(word, middle, y, align=Align.CENTRE)

    def _name(self, sample: Sample, place: int, name: str, left: float, y: float) -> Iterator[Mark]:
        size = self._size
        base, at = y + size, left + size * 1.3
        yield self._written(f"{place + 1}.", left, base)
        yield self._written(name, at, base)
        if place in sample.struck:
            end = at + self._measure(name, False) * size
            yield StrokeMark(
                x=at - 8,
                y=base - size * 0.28,
                to_x=end + 8,
                to_y=base - size * 0.34,
                width=5,
                colour=PEN,
            )

    def _box(self, middle: float, y: float, *, crossed: bool) -> Iterator[Mark]:
        side = self._size * 0.8
        left, top = middle - side / 2, y + self._size * 0.3
        yield BoxMark(x=left, y=top, width=side, height=side, edge=EDGE, stroke=3)
        if crossed:
            for from_y, to_y in ((0.15, 0.85), (0.85, 0.15)):
                yield StrokeMark(
                    x=left + side * 0.15,
                    y=top + side * from_y,
                    to_x=left + side * 0.85,
                    to_y=top + side * to_y,
                    width=5,
                    colour=PEN,
                )

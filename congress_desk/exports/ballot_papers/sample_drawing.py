"""A small ballot drawn with what a voter did to it: names struck, boxes crossed, words added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.head import DrawnLine, broken
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.ballot_papers.poster import Sample

LINE = 15.0
_PEN, _INK = (0.10, 0.22, 0.55), (0, 0, 0)
_TYPE = 9.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTitles:
    """The titles of the columns of a small ballot."""

    number: str
    name: str
    agree: str
    disagree: str
    votes: str = ""


class SampleDrawing:
    """Draws small ballots on a canvas; lengths are `share` times those at the least."""

    def __init__(self, canvas: Any, titles: SampleTitles, share: float) -> None:
        self._canvas, self._titles, self._share = canvas, titles, share
        self._line_height = LINE * share
        self._type = _TYPE * share
        self._number = 17.0 * share
        self._faces = print_faces()

    def draw(
        self, sample: Sample, left: float, top: float, width: float, colour: tuple[float, ...]
    ) -> float:
        """Draw one small ballot with what a voter did to it; return where its caption ends."""
        canvas = self._canvas
        last = sample.first + len(sample.names) - 1
        self._number = (17.0 if last < 100 else 22.0) * self._share
        # Half of what stands beside the names: one of two boxes, or a number written.
        tick = 26.0 * self._share if sample.tick or sample.votes else 0.0
        head = self._line_height * (1.35 if sample.tick else 1)
        extra = self._line_height * 1.3 if sample.writing else 0
        height = head + self._line_height * len(sample.names) + extra
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(1.4)
        canvas.rect(left - 3, top - height - 3, width + 6, height + 3, stroke=1, fill=0)
        canvas.setStrokeColorRGB(*_INK)
        canvas.setFillColorRGB(*_INK)
        canvas.setLineWidth(0.5)
        self._heading(sample, left, top - head, width, tick)
        y = top - head
        canvas.line(left, y, left + width, y)
        for place, name in enumerate(sample.names):
            y -= self._line_height
            self._line(sample, place, name, (left, y), width, tick)
        if sample.writing:
            self._writing(sample.writing, left + self._number, y - self._line_height)
        return self._caption(sample.caption, left, top - height - 4, width)

    def _heading(self, sample: Sample, left: float, y: float, width: float, tick: float) -> None:
        titles, number = self._titles, self._number
        self._title(titles.number, left + number / 2, y, number)
        name = width - number - 2 * tick
        self._title(titles.name, left + number + name / 2, y, name)
        if sample.tick:
            self._title(titles.agree, left + width - 1.5 * tick, y, tick)
            self._title(titles.disagree, left + width - 0.5 * tick, y, tick)
        elif sample.votes:
            self._title(titles.votes, left + width - tick, y, 2 * tick)

    def _title(self, text: str, middle: float, y: float, width: float) -> None:
        """Put a title of a column above its line, in two lines where one is too wide."""
        face, size = self._faces.bold, 6.5 * self._share
        fit = fitted(text, face, size, least=size * 0.6, width=width - 2, lines=2)
        self._canvas.setFont(face, fit.size)
        for place, line in enumerate(reversed(fit.lines)):
            self._canvas.drawCentredString(middle, y + (4 + 7 * place) * self._share, line)

    def _line(
        self,
        sample: Sample,
        place: int,
        name: str,
        corner: tuple[float, float],
        width: float,
        tick: float,
    ) -> None:
        canvas, (left, y) = self._canvas, corner
        number, face = self._number, self._faces.regular
        base = y + self._line_height * 0.28
        canvas.line(left, y, left + width, y)
        canvas.setFont(face, self._type)
        canvas.drawCentredString(left + number / 2, base, str(place + sample.first))
        fit = fitted(name, face, self._type, least=5, width=width - number - 2 * tick - 3)
        canvas.setFont(face, fit.size)
        canvas.drawString(left + number, base, fit.lines[0])
        if place in sample.struck:
            long = text_width(fit.lines[0], face, fit.size)
            self._strike(left + number - 2, base + fit.size * 0.3, long + 5)
        if sample.tick:
            middles = (left + width - 1.5 * tick, left + width - 0.5 * tick)
            marked = (place in sample.agree, place in sample.disagree)
            for x, crossed in zip(middles, marked, strict=True):
                self._box(x, y + self._line_height / 2, crossed=crossed)
        elif sample.votes:
            canvas.setFillColorRGB(*_PEN)
            canvas.setFont(self._faces.bold_italic, self._type * 1.1)
            canvas.drawCentredString(left + width - tick, base, sample.votes[place])
            canvas.setFillColorRGB(*_INK)

    def _strike(self, x: float, y: float, width: float) -> None:
        self._pen()
        self._canvas.line(x, y - 0.8, x + width, y + 0.8)
        self._ink()

    def _box(self, x: float, y: float, *, crossed: bool) -> None:
        half = 4.4 * self._share
        self._canvas.rect(x - half, y - half, 2 * half, 2 * half, stroke=1, fill=0)
        if crossed:
            self._pen()
            arm = half * 0.85
            down = (x - arm, y + arm, x + arm, y - arm)
            self._canvas.lines([down, (x - arm, y - arm, x + arm, y + arm)])
            self._ink()

    def _writing(self, text: str, x: float, y: float) -> None:
        """Write what a voter added, slanted and in the colour of a pen."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColorRGB(*_PEN)
        canvas.translate(x, y)
        canvas.rotate(4)
        canvas.setFont(self._faces.bold_italic, 11 * self._share)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    def _caption(self, text: str, left: float, top: float, width: float) -> float:
        canvas, face, size = self._canvas, self._faces.italic, self._type
        canvas.setFillColorRGB(*_INK)
        canvas.setFont(face, size)
        y = top - 2
        for part in broken(DrawnLine(printable(text), face, size), width + 4):
            y -= size * 1.15
            canvas.drawCentredString(left + width / 2, y, part.text)
        return y - 3

    def _pen(self) -> None:
        self._canvas.setStrokeColorRGB(*_PEN)
        self._canvas.setLineWidth(1.6)

    def _ink(self) -> None:
        self._canvas.setStrokeColorRGB(*_INK)
        self._canvas.setLineWidth(0.5)

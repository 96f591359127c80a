"""The poster drawn on A4; A3 is the same drawing at its larger scale."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from congress_desk.errors import Refusal
from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.head import DrawnLine, broken, filled
from congress_desk.exports.pdf.text import printable
from congress_desk.exports.whole_file import write_whole
from congress_desk.reports.ballot_papers.forms import MM, PaperSize
from congress_desk.reports.ballot_papers.poster import Poster, Sample, SampleRow

_SIDE = 16 * MM
_TOP = 13 * MM
_LEADING = 1.24
_GREEN, _RED, _PEN = (0.11, 0.43, 0.27), (0.70, 0.15, 0.12), (0.10, 0.22, 0.55)
_INK, _GREY = (0, 0, 0), (0.4, 0.4, 0.4)
_GAP = 5 * MM
_LINE = 15.0
_STEP = 12.0
_TYPE = 9.5
_BOTTOM = 15 * MM
_SHARES = tuple(share / 20 for share in range(40, 19, -1))
# Up to these shares four samples stand side by side, and three; boxes to tick need more room.
_FOUR_ACROSS, _THREE_ACROSS = 1.4, 1.75
_MORE_ROOM = 1.25


def write_poster(poster: Poster, path: Path) -> Refusal | None:
    """Write a poster as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_poster(poster, stream, datetime.now()))


def draw_poster(poster: Poster, stream: BinaryIO, made: datetime) -> None:
    """Draw a poster as PDF into a stream; the same poster and moment give the same bytes."""
    size = poster.size
    with archived_pages(
        stream, made, (size.width, size.height), f"{poster.title} {poster.subject}"
    ) as canvas:
        share = _largest_share(poster)
        scale = size.width / PaperSize.A4.width
        canvas.scale(scale, scale)
        _Drawing(canvas, poster, share).draw()
        canvas.showPage()


def _largest_share(poster: Poster) -> float:
    """Return how much larger than at the least everything can be drawn, so that the page is full.

    Each try is drawn on a page that nobody sees.
    """
    for share in _SHARES:
        unseen: Any = Canvas(io.BytesIO())
        if _Drawing(unseen, poster, share).draw() >= _BOTTOM:
            return share
    return _SHARES[-1]


def _across(share: float, *, ticked: bool) -> int:
    """Return how many samples stand side by side."""
    room = share * _MORE_ROOM if ticked else share
    return 4 if room <= _FOUR_ACROSS else 3 if room <= _THREE_ACROSS else 2


class _Drawing:
    """Draws from the top down; `_y` is where the next thing begins.

    Lengths of steps and samples are `share` times those at the least.
    """

    def __init__(self, canvas: Any, poster: Poster, share: float) -> None:
        self._canvas, self._poster, self._share = canvas, poster, share
        self._line_height = _LINE * share
        self._type = _TYPE * share
        self._number = 17.0 * share
        ticked = any(sample.tick or sample.votes for row in poster.rows for sample in row.samples)
        self._across = _across(share, ticked=ticked)
        self._faces = print_faces()
        self._width = PaperSize.A4.width
        self._y = PaperSize.A4.height - _TOP

    def draw(self) -> float:
        """Draw the poster; return how far down it reaches."""
        poster = self._poster
        self._centred(poster.congress.upper(), self._faces.bold, 12.5, lines=2)
        if poster.stamp:
            self._centred(poster.stamp, self._faces.bold, 10.5)
        self._y -= 2 * MM
        self._centred(poster.title, self._faces.bold, 28)
        self._centred(poster.subject, self._faces.bold, 15, lines=3)
        self._y -= 3 * MM
        for number, step in enumerate(poster.steps, start=1):
            self._step(number, step)
        for row in poster.rows:
            self._y -= 3.5 * MM
            self._samples(row)
        self._canvas.setFillColorRGB(*_GREY)
        self._canvas.setFont(self._faces.italic, 9)
        self._canvas.drawCentredString(self._width / 2, 9 * MM, poster.instead)
        return self._y

    def _centred(self, text: str, face: str, size: float, *, lines: int = 1) -> None:
        fit = fitted(text, face, size, least=size * 0.6, width=self._width - 2 * _SIDE, lines=lines)
        self._canvas.setFillColorRGB(*_INK)
        self._canvas.setFont(face, fit.size)
        for line in fit.lines:
            self._y -= fit.size * _LEADING
            self._canvas.drawCentredString(self._width / 2, self._y + fit.size * 0.25, line)

    def _step(self, number: int, text: str) -> None:
        size, indent = _STEP * self._share, 7 * MM * self._share
        face = self._faces.regular
        line = DrawnLine(printable(text), face, size)
        self._canvas.setFillColorRGB(*_INK)
        for place, part in enumerate(filled(line, self._width - 2 * _SIDE - indent)):
            self._y -= size * _LEADING
            if not place:
                self._canvas.setFont(self._faces.bold, size)
                self._canvas.drawString(_SIDE, self._y, f"{number}.")
            self._canvas.setFont(face, size)
            self._canvas.drawString(_SIDE + indent, self._y, part.text)
        self._y -= 1.8 * self._share

    def _samples(self, row: SampleRow) -> None:
        """Draw samples of one kind side by side, with the sign of their kind at the title."""
        canvas = self._canvas
        colour = _GREEN if row.valid else _RED
        self._y -= 15 * self._share
        canvas.setFillColorRGB(*colour)
        canvas.setStrokeColorRGB(*colour)
        self._sign(_SIDE, self._y, valid=row.valid)
        title = fitted(
            row.title, self._faces.bold, 14 * self._share, least=9,
            width=self._width - 2 * _SIDE - 18 * self._share,
        )  # fmt: skip
        canvas.setFont(self._faces.bold, title.size)
        canvas.drawString(_SIDE + 18 * self._share, self._y, title.lines[0])
        self._y -= 7 * self._share
        width = (self._width - 2 * _SIDE - (self._across - 1) * _GAP) / self._across
        top, deepest = self._y, self._y
        for place, sample in enumerate(row.samples):
            if place and not place % self._across:
                top = deepest - 2 * MM
            left = _SIDE + place % self._across * (width + _GAP)
            deepest = min(deepest, self._sample(sample, left, top, width, colour))
        self._y = deepest

    def _sign(self, x: float, y: float, *, valid: bool) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(self._share, self._share)
        canvas.setLineWidth(2.4)
        canvas.setLineCap(1)
        if valid:
            canvas.lines([(1, 5, 4.5, 1), (4.5, 1, 12, 10)])
        else:
            canvas.lines([(1.5, 0, 11, 10), (1.5, 10, 11, 0)])
        canvas.restoreState()

    def _sample(
        self, sample: Sample, left: float, top: float, width: float, colour: tuple[float, ...]
    ) -> float:
        """Draw one small ballot with what a voter did to it; return where its caption ends."""
        canvas = self._canvas
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
        poster, number = self._poster, self._number
        self._title(poster.number_title, left + number / 2, y, number)
        name = width - number - 2 * tick
        self._title(poster.name_title, left + number + name / 2, y, name)
        if sample.tick:
            self._title(poster.agree_title, left + width - 1.5 * tick, y, tick)
            self._title(poster.disagree_title, left + width - 0.5 * tick, y, tick)
        elif sample.votes:
            self._title(poster.votes_title, left + width - tick, y, 2 * tick)

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
        canvas.drawCentredString(left + number / 2, base, str(place + 1))
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

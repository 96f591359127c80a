"""The poster drawn on A4; A3 is the same drawing at its larger scale."""

from __future__ import annotations

import io
from bisect import bisect_left
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfgen.canvas import Canvas

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.ballot_papers.sample_drawing import SampleDrawing, SampleTitles
from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.head import DrawnLine, filled
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.ballot_papers.forms import MM, PaperSize
from congress_desk.reports.ballot_papers.poster import Poster, SampleRow

_SIDE = 16 * MM
_TOP = 13 * MM
_LEADING = 1.24
_GREEN, _RED = (0.11, 0.43, 0.27), (0.70, 0.15, 0.12)
_INK, _GREY = (0, 0, 0), (0.4, 0.4, 0.4)
_GAP = 5 * MM
_STEP = 12.0
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
        # What is drawn is as large as the page: on every size the same fits.
        share = _largest_share(replace(poster, size=PaperSize.A4))
        scale = size.width / PaperSize.A4.width
        canvas.scale(scale, scale)
        _Drawing(canvas, poster, share).draw()
        canvas.showPage()


@lru_cache(maxsize=8)
def _largest_share(poster: Poster) -> float:
    """Return how much larger than at the least everything can be drawn, so that the page is full.

    Each try is drawn on a page that nobody sees; where one share fits, so does every smaller one.
    """

    def fits(share: float) -> bool:
        unseen: Any = Canvas(io.BytesIO())
        return _Drawing(unseen, poster, share).draw() >= _BOTTOM

    return _SHARES[min(bisect_left(_SHARES, True, key=fits), len(_SHARES) - 1)]


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
        titles = SampleTitles(
            number=poster.number_title,
            name=poster.name_title,
            agree=poster.agree_title,
            disagree=poster.disagree_title,
            votes=poster.votes_title,
        )
        self._drawing = SampleDrawing(canvas, titles, share)
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
            deepest = min(deepest, self._drawing.draw(sample, left, top, width, colour))
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

"""A page as it was printed, at 150 dots an inch: what a scan of it is held against."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from pypdfium2 import PdfDocument

from congress_desk.exports.ballot_papers.drawing import draw_ballots
from congress_desk.exports.ballot_papers.typesetter import PrintTypesetter
from congress_desk.exports.cards.symbols import marks_of
from congress_desk.exports.pdf.pdf_lock import PDFIUM
from congress_desk.reports.ballot_papers.forms import sheet_of
from congress_desk.reports.ballot_papers.layout import BallotLayout, BallotPage, Box, TextLine
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.people.cards import Symbol

# What cv2.remap is given for its second map where the first holds both.
ONE_MAP: Any = None
Picture = Any  # numpy.ndarray; of bytes where nothing else is said

DOTS = 150
OF_PRINTER = 600
SCALE = DOTS / 72
# What paper looks like after the light on it has been evened out.
PAPER = 240
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_QUIET = 3


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in dots, left and top included, right and bottom not."""

    left: int
    top: int
    right: int
    bottom: int

    def of(self, picture: Picture) -> Picture:
        """Return this part of a picture."""
        return picture[self.top : self.bottom, self.left : self.right]

    def halved(self) -> Rect:
        """Return the same rectangle in a picture of half the size."""
        return Rect(self.left // 2, self.top // 2, -(-self.right // 2), -(-self.bottom // 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """A line of a name, in dots: base line, type size, and its words from left to right.

    `words` leaves out what tells namesakes apart, in brackets or as a number: nobody has to strike
    that.
    """

    left: float
    right: float
    base: float
    size: float
    words: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlace:
    """A line of the list on the page, in dots."""

    position: int
    row: Rect
    name: Rect
    texts: tuple[TextPlace, ...]
    boxes: tuple[Rect, Rect] | None


class PrintedPage:
    """A page of one print run, drawn, with everything that reading it needs made once."""

    def __init__(self, layout: BallotLayout, place: int) -> None:
        page = layout.pages[place]
        self._layout = layout
        self.place = place + 1
        self.code_text = page.code_text
        self.points = (layout.width, layout.height)
        self.picture = self.drawn(DOTS)
        self.height, self.width = self.picture.shape
        self.corners = np.array(
            [_centre(mark, layout.height) for mark in page.marks], dtype=np.float32
        )
        self.mark_side = page.marks[0].width * SCALE
        self.names = tuple(_name(row, layout.height) for row in page.rows)
        self.is_ticked = bool(self.names and self.names[0].boxes)
        self.code_box = _rect(page.code, layout.height)
        self.modules, self.module_places = _modules(page, layout.height)
        self.half = shrunk(self.picture, 2)
        self.dark = self.half < 120
        self.head = self._head()
        self.free = self._free()
        self.elsewhere = self._elsewhere(page, layout.height)

    def drawn(self, dots: int) -> Picture:
        """Draw the page in grey at so many dots an inch."""
        return drawn_page(self._layout, self.place - 1, dots)

    def _head(self) -> Rect:
        """Return the strip of print above the list: there nobody strikes anything out."""
        top = min(name.row.top for name in self.names)
        return Rect(int(self.width * 0.3), int(self.mark_side), int(self.width * 0.8), top)

    def _free(self) -> Picture:
        """Return where the paper is white in half the size, a little away from all print."""
        dark = (self.half < 250).astype(np.uint8)
        return (cv2.dilate(dark, np.ones((5, 5), np.uint8)) == 0).astype(np.float32)

    def _elsewhere(self, page: BallotPage, height: float) -> Picture:
        """Return in half the size where ink is looked for: not at the edges, marks, code, stamp."""
        mask = np.ones_like(self.half, dtype=np.uint8)
        edge = round(3.2 / 25.4 * DOTS / 2)
        mask[:edge] = mask[-edge:] = 0
        mask[:, :edge] = mask[:, -edge:] = 0
        boxes = [(box, 1.2) for box in (*page.marks, page.code)]
        if page.stamp is not None:
            boxes.append((page.stamp, 4.0))
        for box, wider in boxes:
            by = wider * 72 / 25.4
            wide = Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)
            part = _rect(wide, height).halved()
            mask[max(part.top, 0) : part.bottom, max(part.left, 0) : part.right] = 0
        for name in self.names:
            row = name.row.halved()
            mask[row.top : row.bottom, row.left : row.right] = 1
        return mask


def shrunk(picture: Picture, by: int) -> Picture:
    """Return a picture shrunk by a whole number: its last dots are left out where they do not fit.

    A whole number is ten times as fast as a share that is nearly one.
    """
    high, wide = picture.shape[0] // by, picture.shape[1] // by
    part = picture[: high * by, : wide * by]
    return cv2.resize(part, (wide, high), interpolation=cv2.INTER_AREA)


def printed_pages(layout: BallotLayout) -> tuple[PrintedPage, ...]:
    """Return the pages of a print run; one, or the two sides of a paper."""
    return tuple(PrintedPage(layout, place) for place in range(len(layout.pages)))


@lru_cache(maxsize=8)
def drawn_page(
    layout: BallotLayout, place: int, dots: int, of_printer: int = OF_PRINTER
) -> Picture:
    """Return a page of a ballot in grey, printed with many dots and seen with fewer, per inch.

    A printer knows nothing of a scanner's dots: a hairline is as thick on every row. Drawn in the
    scanner's own dots it would be one dot on a row and two on the next.
    """
    laid_down = _drawn(layout, place, of_printer)
    high, wide = (round(side / 72 * dots) for side in (layout.height, layout.width))
    return cv2.resize(laid_down, (wide, high), interpolation=cv2.INTER_AREA)


def _drawn(layout: BallotLayout, place: int, dots: int) -> Picture:
    alone = sheet_of(layout.size, 1)
    assert alone is not None
    stream = io.BytesIO()
    only = replace(layout, pages=(layout.pages[place],))
    draw_ballots(BallotSheets(title="", layout=only, sheet=alone, sheets=1), stream, _ANY_DAY)
    with PDFIUM, PdfDocument(stream.getvalue()) as document:
        bitmap = document[0].render(scale=dots / 72, grayscale=True)
        return bitmap.to_numpy().copy().reshape(bitmap.height, bitmap.width, -1)[:, :, 0]


def _centre(box: Box, height: float) -> tuple[float, float]:
    return (box.x + box.width / 2) * SCALE, (height - box.y - box.height / 2) * SCALE


def _rect(box: Box, height: float) -> Rect:
    edges = (box.x, height - box.top, box.right, height - box.y)
    return Rect(*(round(edge * SCALE) for edge in edges))


def _name(row: Any, height: float) -> NamePlace:
    boxes = None
    if row.agree is not None and row.disagree is not None:
        boxes = (_rect(row.agree, height), _rect(row.disagree, height))
    return NamePlace(
        position=row.position,
        row=_rect(row.row, height),
        name=_rect(row.name, height),
        texts=tuple(_text(line, height) for line in row.lines),
        boxes=boxes,
    )


def _text(line: TextLine, height: float) -> TextPlace:
    setter, words, before = PrintTypesetter(), list[tuple[float, float]](), ""
    bracket = False
    for word in line.text.split(" "):
        start = line.x + setter.width(before, line.face, line.size)
        before += word
        end = line.x + setter.width(before, line.face, line.size)
        before += " "
        bracket = bracket or word.startswith("(")
        if not bracket and any(map(str.isalpha, word)):
            words.append((start * SCALE, end * SCALE))
    return TextPlace(
        left=line.x * SCALE,
        right=(line.x + line.width) * SCALE,
        base=(height - line.y) * SCALE,
        size=line.size * SCALE,
        words=tuple(words),
    )


def _modules(page: BallotPage, height: float) -> tuple[Picture, Picture]:
    """Return which modules of the code are dark, and the middle of each in dots."""
    symbol = marks_of(page.code_text, Symbol.QR)
    dark = np.zeros((symbol.down, symbol.across), dtype=bool)
    for column, row, length in symbol.bars:
        dark[row, column : column + length] = True
    module = page.code.width / (symbol.across + 2 * _QUIET) * SCALE
    left, top = page.code.x * SCALE, (height - page.code.top) * SCALE
    steps = (np.arange(symbol.across) + _QUIET + 0.5) * module
    xs, ys = np.meshgrid(left + steps, top + steps)
    return dark, np.dstack([xs, ys]).astype(np.float32)

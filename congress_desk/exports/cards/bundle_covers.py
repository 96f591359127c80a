"""Covers of bundles on A4, four to a page: a large number, a code to scan, lines to fill in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.cards.symbols import marks_of
from congress_desk.exports.cards.text import Fitted, fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.elections.bundle_covers import BundleCover, BundleCovers
from congress_desk.reports.people.cards import Symbol

_ACROSS, _DOWN = A4
_WIDE, _HIGH = _ACROSS / 2, _DOWN / 2
_TO_A_PAGE = 4
_EDGE = 8 * mm
_WIDTH = _WIDE - 2 * _EDGE
_LEADING = 1.2
_CODE_HIGH, _MODULE = 13 * mm, 0.42 * mm
_BOX = 4.5 * mm
_INK, _GREY = (0, 0, 0), (0.35, 0.35, 0.35)


def write_bundle_covers(covers: BundleCovers, path: Path) -> Refusal | None:
    """Write covers as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_bundle_covers(covers, stream, datetime.now()))


def draw_bundle_covers(covers: BundleCovers, stream: BinaryIO, made: datetime) -> None:
    """Draw covers as PDF into a stream; the same give the same bytes."""
    with archived_pages(stream, made, A4, f"{covers.title} {covers.congress}") as canvas:
        for first in range(0, max(len(covers.cards), 1), _TO_A_PAGE):
            for place, card in enumerate(covers.cards[first : first + _TO_A_PAGE]):
                canvas.saveState()
                canvas.translate((place % 2) * _WIDE, (1 - place // 2) * _HIGH)
                _draw_cover(canvas, card, covers)
                canvas.restoreState()
            _draw_cuts(canvas)
            canvas.showPage()


def _draw_cuts(canvas: Any) -> None:
    """Draw where the page is cut, thin and broken."""
    canvas.setStrokeColorRGB(*_GREY)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    canvas.line(_WIDE, 0, _WIDE, _DOWN)
    canvas.line(0, _HIGH, _ACROSS, _HIGH)
    canvas.setDash()


def _draw_cover(canvas: Any, card: BundleCover, covers: BundleCovers) -> None:
    faces = print_faces()
    canvas.setFillColorRGB(*_INK)
    y = _HIGH - _EDGE
    top = " · ".join(filter(None, (covers.congress, covers.stamp)))
    y = _centred(canvas, fitted(top, faces.regular, 9, least=6, width=_WIDTH, lines=2), y, False)
    title = fitted(covers.election, faces.bold, 14, least=8, width=_WIDTH, lines=2)
    y = _centred(canvas, title, y - 1 * mm, True)
    y = _centred(canvas, fitted(covers.round, faces.regular, 11, least=8, width=_WIDTH), y, False)
    y = _centred(
        canvas, fitted(covers.bundle, faces.bold, 12, least=8, width=_WIDTH), y - 2 * mm, True
    )
    y = _centred(canvas, fitted(card.bundle, faces.bold, 76, least=30, width=_WIDTH), y, True)
    y = _centred(canvas, fitted(card.sheets, faces.bold, 22, least=12, width=_WIDTH), y, True)
    _draw_code(canvas, card.code, y - 2 * mm - _CODE_HIGH)
    _draw_lines(canvas, covers)
    canvas.setFillColorRGB(*_GREY)
    canvas.setFont(faces.italic, 6)
    canvas.drawString(_EDGE, 4 * mm, covers.footer)


def _draw_code(canvas: Any, code: str, low: float) -> None:
    """Draw the code as bars, and below it as it can be typed."""
    marks = marks_of(code, Symbol.CODE_128)
    module = min(_MODULE, _WIDTH / marks.across)
    left, high = (_WIDE - marks.across * module) / 2, _CODE_HIGH / marks.down
    canvas.setFillColorRGB(*_INK)
    path = canvas.beginPath()
    for column, row, length in marks.bars:
        path.rect(
            left + column * module, low + (marks.down - 1 - row) * high, length * module, high
        )
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFont(print_faces().regular, 9)
    canvas.drawCentredString(_WIDE / 2, low - 4 * mm, code)


def _draw_lines(canvas: Any, covers: BundleCovers) -> None:
    """Draw a line for who entered each pass and when, and boxes for the two piles."""
    faces = print_faces()
    canvas.setStrokeColorRGB(*_GREY)
    canvas.setLineWidth(0.5)
    low = 9 * mm
    for place, pile in enumerate(covers.piles):
        left = _EDGE + place * _WIDTH / 2
        canvas.rect(left, low, _BOX, _BOX, stroke=1, fill=0)
        canvas.setFont(faces.regular, 9)
        canvas.drawString(left + _BOX + 2 * mm, low + 1.2 * mm, pile)
    low += 8 * mm if covers.piles else 0
    for row, words in enumerate(reversed(covers.passes)):
        y = low + row * 7.5 * mm
        canvas.setFont(faces.regular, 9)
        canvas.drawString(_EDGE, y, words)
        start = _EDGE + 15 * mm
        canvas.line(start, y, _WIDE - _EDGE - 30 * mm, y)
        canvas.drawString(_WIDE - _EDGE - 28 * mm, y, covers.times)


def _centred(canvas: Any, text: Fitted, y: float, strong: bool) -> float:
    faces = print_faces()
    canvas.setFont(faces.bold if strong else faces.regular, text.size)
    for line in text.lines:
        y -= text.size * _LEADING
        canvas.drawCentredString(_WIDE / 2, y + text.size * 0.28, line)
    return y

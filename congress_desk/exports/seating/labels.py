"""Labels for seats on A4, cut apart: the seat large, under it who sits there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.seating.labels import SeatLabel, SeatLabels

_ACROSS, _DOWN = 2, 7
_SIDE, _TOP = 10 * mm, 14 * mm
_WIDE = (A4[0] - 2 * _SIDE) / _ACROSS
_HIGH = (A4[1] - 2 * _TOP) / _DOWN
_PAD = 4 * mm
_INK, _GREY = (0, 0, 0), (0.35, 0.35, 0.35)


def write_seat_labels(labels: SeatLabels, path: Path) -> Refusal | None:
    """Write labels as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_seat_labels(labels, stream, datetime.now()))


def draw_seat_labels(labels: SeatLabels, stream: BinaryIO, made: datetime) -> None:
    """Draw labels as PDF into a stream; the same give the same bytes."""
    each = _ACROSS * _DOWN
    pages = max(-(-len(labels.cards) // each), 1)
    with archived_pages(stream, made, A4, f"{labels.title} {labels.congress}") as canvas:
        for page in range(pages):
            for place, card in enumerate(labels.cards[page * each : (page + 1) * each]):
                column, row = place % _ACROSS, place // _ACROSS
                left = _SIDE + column * _WIDE
                _draw(canvas, card, labels, left, A4[1] - _TOP - (row + 1) * _HIGH)
            _draw_cuts(canvas)
            canvas.setFillColorRGB(*_GREY)
            canvas.setFont(print_faces().italic, 6.5)
            canvas.drawString(_SIDE, 6 * mm, labels.footer)
            canvas.drawRightString(A4[0] - _SIDE, 6 * mm, f"{page + 1}/{pages}")
            canvas.showPage()


def _draw(canvas: Any, card: SeatLabel, labels: SeatLabels, left: float, low: float) -> None:
    faces, wide = print_faces(), _WIDE - 2 * _PAD
    middle = left + _WIDE / 2
    canvas.setFillColorRGB(*_GREY)
    top = " · ".join(filter(None, (labels.congress, labels.stamp)))
    head = fitted(top, faces.regular, 7, least=5, width=wide)
    canvas.setFont(faces.regular, head.size)
    canvas.drawCentredString(middle, low + _HIGH - 4.5 * mm, head.lines[0])
    canvas.setFillColorRGB(*_INK)
    seat = fitted(card.seat, faces.bold, 34 if card.name else 44, least=16, width=wide)
    y = low + _HIGH - 6 * mm - seat.size * (0.85 if card.name else 1.0)
    canvas.setFont(faces.bold, seat.size)
    canvas.drawCentredString(middle, y, seat.lines[0])
    if card.name:
        name = fitted(card.name, faces.bold, 15, least=8, width=wide)
        y -= name.size * 1.35
        canvas.setFont(faces.bold, name.size)
        canvas.drawCentredString(middle, y, name.lines[0])
    if card.about:
        about = fitted(card.about, faces.regular, 11, least=7, width=wide)
        canvas.setFont(faces.regular, about.size)
        canvas.drawCentredString(middle, y - about.size * 1.4, about.lines[0])


def _draw_cuts(canvas: Any) -> None:
    """Draw where the page is cut, thin and broken."""
    canvas.setStrokeColorRGB(*_GREY)
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    for column in range(_ACROSS + 1):
        x = _SIDE + column * _WIDE
        canvas.line(x, _TOP, x, A4[1] - _TOP)
    for row in range(_DOWN + 1):
        y = A4[1] - _TOP - row * _HIGH
        canvas.line(_SIDE, y, A4[0] - _SIDE, y)
    canvas.setDash()

"""Name cards for the tables on A4: folded along the middle, the name reads from both sides."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.cards.text import Fitted, fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.duties.table_cards import TableCard, TableCards

_ACROSS, _DOWN = landscape(A4)
_HALF = _DOWN / 2
_SIDE = 18 * mm
_WIDTH = _ACROSS - 2 * _SIDE
_NAME_SIZE, _NAME_LEAST = 84.0, 30.0
_LINE_SIZE, _LINE_LEAST = 28.0, 14.0
_CONGRESS_SIZE = 15.0
_LEADING = 1.22
_GAP = 5 * mm
_RED, _INK, _GREY = (0.66, 0.10, 0.12), (0, 0, 0), (0.35, 0.35, 0.35)
_LINES_AT_MOST = 2


def write_table_cards(cards: TableCards, path: Path) -> Refusal | None:
    """Write table cards as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_table_cards(cards, stream, datetime.now()))


def draw_table_cards(cards: TableCards, stream: BinaryIO, made: datetime) -> None:
    """Draw table cards as PDF into a stream, a sheet a person; the same give the same bytes."""
    with archived_pages(stream, made, landscape(A4), f"{cards.title} {cards.congress}") as canvas:
        for card in cards.cards:
            _draw_sheet(canvas, card, cards)
            canvas.showPage()
        if not cards.cards:
            canvas.showPage()


def _draw_sheet(canvas: Any, card: TableCard, cards: TableCards) -> None:
    """Draw the lower half upright and the upper one upside down, with marks where it is folded."""
    _draw_half(canvas, card, cards)
    canvas.saveState()
    canvas.translate(_ACROSS, _DOWN)
    canvas.rotate(180)
    _draw_half(canvas, card, cards)
    canvas.restoreState()
    canvas.setStrokeColorRGB(*_GREY)
    canvas.setLineWidth(0.4)
    for left in (3 * mm, _ACROSS - 13 * mm):
        canvas.line(left, _HALF, left + 10 * mm, _HALF)
    canvas.setFillColorRGB(*_GREY)
    canvas.setFont(print_faces().italic, 6.5)
    canvas.drawString(8 * mm, 4 * mm, cards.footer)


def _draw_half(canvas: Any, card: TableCard, cards: TableCards) -> None:
    faces = print_faces()
    top = _HALF - 11 * mm
    head = fitted(cards.congress, faces.bold, _CONGRESS_SIZE, least=9, width=_WIDTH)
    canvas.setFillColorRGB(*_RED)
    below = _centred(canvas, head, faces.bold, top)
    if cards.stamp:
        stamp = fitted(cards.stamp, faces.bold, 9, least=6, width=_WIDTH)
        below = _centred(canvas, stamp, faces.bold, below)
    name = fitted(
        card.name, faces.bold, _NAME_SIZE, least=_NAME_LEAST, width=_WIDTH, lines=_LINES_AT_MOST
    )
    lines = [
        fitted(line, faces.regular, _LINE_SIZE, least=_LINE_LEAST, width=_WIDTH)
        for line in card.lines[:_LINES_AT_MOST]
    ]
    needed = _height(name) + (_GAP if lines else 0) + sum(map(_height, lines))
    y = below - max((below - 10 * mm - needed) / 2, 0)
    canvas.setFillColorRGB(*_INK)
    y = _centred(canvas, name, faces.bold, y) - _GAP
    for line in lines:
        y = _centred(canvas, line, faces.regular, y)


def _height(text: Fitted) -> float:
    return len(text.lines) * text.size * _LEADING


def _centred(canvas: Any, text: Fitted, face: str, y: float) -> float:
    canvas.setFont(face, text.size)
    for line in text.lines:
        y -= text.size * _LEADING
        canvas.drawCentredString(_ACROSS / 2, y + text.size * 0.28, line)
    return y

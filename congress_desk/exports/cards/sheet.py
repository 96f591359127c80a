"""Delegate cards on A4: drawn straight on the page, with cut marks; one symbol is one path."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.cards.card_face import CardFace
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.people.cards import CardForm, CardSheets

_MARK_LENGTH = 4 * mm
_MARK_GAP = 1 * mm
_MARK_WIDTH = 0.3
_FOOTER_SIZE = 6.5
_FOOTER_BOTTOM = 4.5 * mm


def write_cards(sheets: CardSheets, path: Path) -> Refusal | None:
    """Write cards as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_cards(sheets, stream, datetime.now()))


def draw_cards(sheets: CardSheets, stream: BinaryIO, made: datetime) -> None:
    """Draw cards as PDF into a stream; the same cards and moment give the same bytes."""
    with archived_pages(stream, made, A4, f"{sheets.title} {sheets.congress}") as canvas:
        face = CardFace(canvas, sheets)
        form = sheets.form
        pages = max(-(-len(sheets.cards) // form.on_sheet), 1)
        marks = _cut_marks(form)
        for page in range(pages):
            first = page * form.on_sheet
            _draw_sheet(canvas, marks, sheets, f"{page + 1}/{pages}")
            cards = sheets.cards[first : first + form.on_sheet]
            for card, (left, bottom) in zip(cards, corners(form), strict=False):
                face.draw(card, left, bottom)
            canvas.showPage()


def corners(form: CardForm) -> Iterator[tuple[float, float]]:
    """Yield the lower left corner of each place for a card, row by row from the top, in points."""
    left, bottom = _origin(form)
    for row in range(form.down):
        for column in range(form.across):
            yield (
                left + column * form.width * mm,
                bottom + (form.down - 1 - row) * form.height * mm,
            )


def _origin(form: CardForm) -> tuple[float, float]:
    """Return the lower left corner of the block of cards, which lies in the middle of the sheet."""
    across, down = form.across * form.width * mm, form.down * form.height * mm
    return (A4[0] - across) / 2, (A4[1] - down) / 2


def _cut_marks(form: CardForm) -> list[tuple[float, float, float, float]]:
    left, bottom = _origin(form)
    right, top = A4[0] - left, A4[1] - bottom
    marks = []
    for column in range(form.across + 1):
        x = left + column * form.width * mm
        for edge, way in ((bottom, -1), (top, 1)):
            start = edge + way * _MARK_GAP
            marks.append((x, start, x, start + way * _MARK_LENGTH))
    for row in range(form.down + 1):
        y = bottom + row * form.height * mm
        for edge, way in ((left, -1), (right, 1)):
            start = edge + way * _MARK_GAP
            marks.append((start, y, start + way * _MARK_LENGTH, y))
    return marks


def _draw_sheet(canvas: Any, marks: Any, sheets: CardSheets, page: str) -> None:
    canvas.setLineWidth(_MARK_WIDTH)
    canvas.setStrokeColorRGB(0, 0, 0)
    canvas.lines(marks)
    left, _ = _origin(sheets.form)
    canvas.setFillColorRGB(0.35, 0.35, 0.35)
    canvas.setFont(print_faces().italic, _FOOTER_SIZE)
    canvas.drawString(left + 2 * mm, _FOOTER_BOTTOM, sheets.footer)
    canvas.drawRightString(A4[0] - left - 2 * mm, _FOOTER_BOTTOM, page)

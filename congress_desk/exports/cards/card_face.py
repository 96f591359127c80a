"""The face of one card: bar, congress, photo, name, where the person belongs, number, symbol."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from congress_desk.exports.cards.symbols import Marks, fits_code_128, marks_of
from congress_desk.exports.cards.text import LEADING, Fitted, fitted, fitted_together
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.people.cards import Card, CardSheets, CardTone, Symbol

_BARS = {
    CardTone.VOTER: (0.66, 0.10, 0.12),
    CardTone.MEMBER: (0.25, 0.31, 0.38),
    CardTone.GUEST: (0.05, 0.36, 0.55),
}
_INK, _GREY, _WHITE = (0, 0, 0), (0.3, 0.3, 0.3), (1, 1, 1)
_SIDE = 4 * mm
_BAR = 9 * mm
_QR = 21 * mm
_QR_SIDE = 2.5 * mm
_QUIET = 4  # modules of white around a QR code
_STRIP = 11 * mm
_STRIP_LINES = 14.5 * mm
_STRIP_WIDEST = 62 * mm
_MODULE_128 = 0.38 * mm
_PHOTO = (21 * mm, 28 * mm)
_NAME_SIZE, _NAME_LEAST, _NAME_LINES = 19.0, 8.0, 3
_LINE_SIZE, _LINE_LEAST = 10.5, 6.5
_CROWDED_LEAST = 5.5


class CardFace:
    """Draws cards of one set of sheets; the words all cards share are fitted once."""

    def __init__(self, canvas: Any, sheets: CardSheets) -> None:
        self._canvas = canvas
        self._symbol = sheets.symbol
        self._stamp = printable(sheets.stamp)
        self._across, self._down = sheets.form.width * mm, sheets.form.height * mm
        self._faces = print_faces()
        self._congress = fitted(
            sheets.congress,
            self._faces.bold,
            9,
            least=6.5,
            width=self._across - 2 * _SIDE,
            lines=2,
        )

    def draw(self, card: Card, left: float, bottom: float) -> None:
        """Draw a card whose lower left corner is there, in points."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(left, bottom)
        self._draw_bar(card)
        top = self._draw_congress()
        inner = _SIDE
        if card.photo:
            inner += self._draw_photo(card.photo, top)
        strip = self._symbol is Symbol.CODE_128 and fits_code_128(card.scanned)
        floor = _STRIP + _STRIP_LINES if strip else _QR_SIDE + _QR
        below = self._draw_name(card.name, inner, top, floor)
        self._draw_lines(card, inner, below, strip)
        marks = marks_of(card.scanned, self._symbol)
        if strip:
            self._draw_strip(marks, printable(card.code), inner)
        else:
            self._draw_qr(marks)
        canvas.restoreState()

    def _draw_bar(self, card: Card) -> None:
        canvas = self._canvas
        canvas.setFillColorRGB(*_BARS[card.tone])
        canvas.rect(0, self._down - _BAR, self._across, _BAR, stroke=0, fill=1)
        canvas.setFillColorRGB(*_WHITE)
        line = self._down - _BAR + 2.9 * mm
        canvas.setFont(self._faces.bold, 13)
        canvas.drawRightString(self._across - _SIDE, line, card.number)
        room = self._across - 2 * _SIDE - 26 * mm
        kind = fitted(card.kind, self._faces.bold, 13, least=8, width=room)
        canvas.setFont(self._faces.bold, kind.size)
        canvas.drawString(_SIDE, line, kind.lines[0])

    def _draw_congress(self) -> float:
        """Draw the congress, and why the card is no official one; return what is left from."""
        canvas, size = self._canvas, self._congress.size
        canvas.setFillColorRGB(*_GREY)
        y = self._down - _BAR - 1.2 * mm
        y = self._centred(self._congress, self._faces.bold, y)
        if self._stamp:
            canvas.setFillColorRGB(*_BARS[CardTone.VOTER])
            y = self._centred(Fitted((self._stamp,), min(size, 7.5)), self._faces.bold, y)
        return y - 0.8 * mm

    def _centred(self, text: Fitted, face: str, y: float) -> float:
        self._canvas.setFont(face, text.size)
        for line in text.lines:
            y -= text.size * LEADING
            self._canvas.drawCentredString(self._across / 2, y + text.size * 0.22, line)
        return y

    def _draw_photo(self, jpeg: bytes, top: float) -> float:
        """Draw a photograph at the left; return the room it takes across."""
        width, height = _PHOTO
        self._canvas.drawImage(
            ImageReader(io.BytesIO(jpeg)),
            _SIDE,
            top - 1 * mm - height,
            width,
            height,
            preserveAspectRatio=True,
            anchor="n",
        )
        return width + 2.5 * mm

    def _draw_name(self, name: str, left: float, top: float, floor: float) -> float:
        """Draw the name as large as it fits; return the line below it."""
        canvas, face = self._canvas, self._faces.bold
        width = self._across - _SIDE - left
        text = fitted(name, face, _NAME_SIZE, least=_NAME_LEAST, width=width, lines=_NAME_LINES)
        canvas.setFillColorRGB(*_INK)
        canvas.setFont(face, text.size)
        needed = len(text.lines) * text.size * LEADING
        y = top - max((top - floor - needed) / 2, 0)
        for line in text.lines:
            y -= text.size * LEADING
            canvas.drawCentredString(left + width / 2, y + text.size * 0.28, line)
        return min(y, floor)

    def _draw_lines(self, card: Card, left: float, top: float, strip: bool) -> None:
        canvas, face = self._canvas, self._faces.regular
        right = _SIDE if strip else _SIDE + _QR + 1 * mm
        width = self._across - left - right
        bottom = _STRIP + 2 * mm if strip else 3 * mm
        y = top
        for text in self._fitted_lines(card.lines, width, top - bottom, 2 if strip else 3):
            canvas.setFont(face, text.size)
            for line in text.lines:
                y -= text.size * LEADING
                canvas.drawString(left, y + text.size * 0.25, line)

    def _fitted_lines(
        self, texts: Sequence[str], width: float, height: float, lines: int
    ) -> list[Fitted]:
        """Fit each text into some lines of its own size, or all in one size where that cuts one."""
        face = self._faces.regular
        fits = [
            fitted(text, face, _LINE_SIZE, least=_LINE_LEAST, width=width, lines=lines)
            for text in texts
        ]
        needed = sum(len(text.lines) * text.size * LEADING for text in fits)
        shrink = min(1.0, height / needed) if needed else 1.0
        cut = any(text.lines[-1].endswith("…") for text in fits)
        if cut or any(text.size * shrink < _LINE_LEAST for text in fits):
            crowded = fitted_together(
                texts, face, _LINE_SIZE, least=_CROWDED_LEAST, width=width, height=height
            )
            if crowded:
                return crowded
        return [text._replace(size=text.size * shrink) for text in fits]

    def _draw_qr(self, marks: Marks) -> None:
        unit = _QR / (marks.across + _QUIET)
        edge = unit * _QUIET / 2
        left = self._across - _QR_SIDE - _QR + edge
        self._fill(marks, left, _QR_SIDE + edge, unit, unit)

    def _draw_strip(self, marks: Marks, code: str, left: float) -> None:
        """Draw Code 128 along the lower edge, the code itself below it."""
        room = min(self._across - left - _SIDE, _STRIP_WIDEST)
        unit = min(room / marks.across, _MODULE_128)
        start = (left + self._across - _SIDE - unit * marks.across) / 2
        self._fill(marks, start, 4.2 * mm, unit, _STRIP - 3.4 * mm)
        self._canvas.setFont(self._faces.regular, 7.5)
        self._canvas.drawCentredString(start + unit * marks.across / 2, 1.7 * mm, code)

    def _fill(self, marks: Marks, left: float, bottom: float, across: float, down: float) -> None:
        """Fill the dark modules as one path, `across` and `down` the points of a module."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColorRGB(*_INK)
        canvas.translate(left, bottom)
        canvas.scale(across, down)
        path = canvas.beginPath()
        # Whole numbers written at once: reportlab takes half of all time to write a thousand bars.
        path._code.append(marks.path)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()

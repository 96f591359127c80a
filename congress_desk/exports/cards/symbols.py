"""QR codes and Code 128 as bars to fill: rectangles in modules, row by row joined."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from congress_desk.reports.people.cards import Symbol

# Trying all eight masks for the best takes seven times as long; every reader reads each of them.
_MASK = 3
_MOST_LETTERS_128 = 20
_GUARD_128 = 10

Bar = tuple[int, int, int]


class Marks:
    """A symbol of `across` × `down` modules; `bars` are (column, row from the top, length)."""

    def __init__(self, across: int, down: int, bars: Iterator[Bar]) -> None:
        self.across, self.down = across, down
        self.bars = tuple(bars)

    @property
    def path(self) -> str:
        """Return the bars as operators of PDF, in modules from the lower left corner."""
        top = self.down - 1
        return " ".join(f"{column} {top - row} {length} 1 re" for column, row, length in self.bars)


def marks_of(code: str, symbol: Symbol) -> Marks:
    """Return the symbol of a code; a QR code where Code 128 has no such letter or no room."""
    if symbol is Symbol.CODE_128 and fits_code_128(code):
        return _code_128(code)
    return _qr(code)


def fits_code_128(code: str) -> bool:
    """Say whether a code is short, plain ASCII: Code 128 knows no other letters."""
    return code.isascii() and code.isprintable() and 0 < len(code) <= _MOST_LETTERS_128


def _qr(code: str) -> Marks:
    made: Any = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(code)
    made.version = made.calculate_version()
    made.makeImpl(False, _MASK)
    count = made.getModuleCount()
    return Marks(count, count, _dark_runs(made.modules))


def _dark_runs(modules: list[list[bool]]) -> Iterator[Bar]:
    for row, cells in enumerate(modules):
        column = 0
        for dark, run in groupby(cells):
            length = len(list(run))
            if dark:
                yield column, row, length
            column += length


def _code_128(code: str) -> Marks:
    """Return bars one module high, with the quiet zones the symbol needs."""
    made: Any = Code128(code, quiet=0)
    made.validate()
    made.encode()
    made.decompose()
    bars: list[Bar] = []
    column = _GUARD_128
    for letter in made.decomposed:
        width = ord(letter.lower()) - ord("a") + 1
        if letter.isupper():
            bars.append((column, 0, width))
        column += width
    return Marks(column + _GUARD_128, 1, iter(bars))

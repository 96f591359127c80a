"""Sheets of delegate cards: pages a second, and their time against a bare loop of reportlab."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.measured import Measured
from congress_desk.exports.cards.sheet import corners, draw_cards
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.people.cards import Card, CardForm, CardSheets, CardTone, Symbol

PAGES_A_SECOND = 60


def run(folder: Path, short: bool) -> list[Measured]:
    """Draw 2,000 cards with either symbol; the bare loop draws their words alone."""
    count = 500 if short else 2000
    pages = -(-count // CardForm().on_sheet)
    bare = _seconds(lambda: _bare(_sheets(count, Symbol.QR)))
    measured = []
    for symbol in Symbol:
        sheets = _sheets(count, symbol)
        seconds = _seconds(lambda made=sheets: draw_cards(made, io.BytesIO(), datetime.now()))
        print(f"  {count} cards, {symbol}: {pages / seconds:.0f} pages a second")
        what = f"{count} cards with {symbol}, a page"
        page = seconds * 1000 / pages
        measured += [
            Measured(what=what, value=page, bound=1000 / PAGES_A_SECOND, unit="ms"),
            Measured(what=f"{what} ÷ words alone", value=seconds / bare, bound=6, unit="×"),
        ]
    return measured


def _seconds(draw: Callable[[], None]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        draw()
        times.append(time.process_time() - start)
    return min(times)


def _sheets(count: int, symbol: Symbol) -> CardSheets:
    cards = tuple(
        Card(
            number=f"Số {number}",
            code=f"DB{number:04d}",
            scanned=f"DB{number:04d}",
            name=f"Nguyễn Thị Phương Thảo {number}",
            kind="ĐẠI BIỂU",
            tone=CardTone.VOTER,
            lines=(f"Chi bộ Khu phố {number % 40}", "Phó Bí thư chi bộ", f"Ghế A{number}"),
        )
        for number in range(1, count + 1)
    )
    return CardSheets(
        title="Thẻ đại biểu",
        congress="Đại hội đại biểu Đảng bộ Phường 19 lần thứ XII, nhiệm kỳ 2025 - 2030",
        cards=cards,
        symbol=symbol,
        footer="Mã sổ: 7F3A-91C2 · dòng 214",
        stamp="",
    )


def _bare(sheets: CardSheets) -> None:
    """Write the words of every card at its place, and nothing else."""
    canvas = Canvas(io.BytesIO(), pagesize=A4, invariant=1, pageCompression=1)
    form, face = sheets.form, print_faces().regular
    for first in range(0, len(sheets.cards), form.on_sheet):
        page = sheets.cards[first : first + form.on_sheet]
        for card, (left, bottom) in zip(page, corners(form), strict=False):
            canvas.setFont(face, 10)
            words = (card.kind, card.number, sheets.congress, card.name, *card.lines)
            for place, text in enumerate(words):
                canvas.drawString(left, bottom + 12 * place, text)
        canvas.showPage()
    canvas.save()

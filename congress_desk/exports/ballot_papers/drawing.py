"""A ballot drawn once per page as a form, then stamped: every sheet has the same bytes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.ballot_papers.typesetter import face_name
from congress_desk.exports.cards.symbols import marks_of
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.reports.ballot_papers.forms import Colour, Sheet
from congress_desk.reports.ballot_papers.layout import BallotLayout, BallotPage, Box, TextLine
from congress_desk.reports.ballot_papers.sheets import BallotSheets
from congress_desk.reports.people.cards import Symbol

_RULE_WIDTH = 0.6
_BOX_WIDTH = 0.9
_CUT_WIDTH = 0.3
_GREY = 0.45
# Light enough that a scanner in black and white sees paper.
_TINTS = {
    Colour.YELLOW: (1.0, 0.93, 0.45),
    Colour.PINK: (1.0, 0.75, 0.83),
    Colour.GREEN: (0.68, 0.90, 0.68),
    Colour.BLUE: (0.68, 0.84, 0.98),
}
# White around the code, in modules, of which the code itself has no part.
_QUIET = 3


def write_ballots(ballots: BallotSheets, path: Path) -> Refusal | None:
    """Write ballots as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_ballots(ballots, stream, datetime.now()))


def draw_ballots(ballots: BallotSheets, stream: BinaryIO, made: datetime) -> None:
    """Draw ballots as PDF into a stream; the same ballots and moment give the same bytes."""
    sheet = ballots.sheet
    with archived_pages(stream, made, (sheet.width, sheet.height), ballots.title) as canvas:
        for place, page in enumerate(ballots.layout.pages):
            _define(canvas, f"page{place}", ballots.layout, page)
            _impose(canvas, f"sheet{place}", f"page{place}", sheet)
        for _ in range(ballots.sheets):
            for place in range(len(ballots.layout.pages)):
                canvas.doForm(f"sheet{place}")
                canvas.showPage()


def _define(canvas: Any, name: str, layout: BallotLayout, page: BallotPage) -> None:
    canvas.beginForm(name, 0, 0, layout.width, layout.height)
    _draw_page(canvas, layout, page)
    canvas.endForm()


def _impose(canvas: Any, name: str, form: str, sheet: Sheet) -> None:
    """Put the ballots of a sheet side by side, with the marks where they are cut apart."""
    canvas.beginForm(name, 0, 0, sheet.width, sheet.height)
    canvas.setLineWidth(_CUT_WIDTH)
    canvas.setStrokeGray(_GREY)
    if cuts := sheet.cuts():
        canvas.lines(cuts)
    for left, bottom in sheet.corners():
        canvas.saveState()
        canvas.translate(left, bottom)
        canvas.doForm(form)
        canvas.restoreState()
    canvas.endForm()


def _draw_page(canvas: Any, layout: BallotLayout, page: BallotPage) -> None:
    if page.band is not None:
        canvas.setFillColorRGB(*_TINTS[layout.colour])
        _fill(canvas, page.band)
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    _draw_marks(canvas, page)
    _draw_code(canvas, page)
    canvas.setLineWidth(_RULE_WIDTH)
    canvas.lines([(rule.x1, rule.y1, rule.x2, rule.y2) for rule in page.rules])
    canvas.setLineWidth(_BOX_WIDTH)
    for row in page.rows:
        for tick in (row.agree, row.disagree):
            if tick is not None:
                _frame(canvas, tick)
        _draw_lines(canvas, row.lines)
    _draw_lines(canvas, page.lines)
    if page.stamp is not None:
        canvas.setLineWidth(_RULE_WIDTH)
        canvas.setStrokeGray(_GREY)
        canvas.setDash(3, 2)
        _frame(canvas, page.stamp)


def _draw_marks(canvas: Any, page: BallotPage) -> None:
    for mark in page.marks:
        _fill(canvas, mark)
    last = page.marks[-1]
    side = last.width / 2
    canvas.setFillGray(1)
    canvas.rect(last.x + side / 2, last.y + side / 2, side, side, stroke=0, fill=1)
    canvas.setFillGray(0)


def _draw_code(canvas: Any, page: BallotPage) -> None:
    symbol = marks_of(page.code_text, Symbol.QR)
    module = page.code.width / (symbol.across + 2 * _QUIET)
    canvas.saveState()
    canvas.translate(page.code.x + _QUIET * module, page.code.y + _QUIET * module)
    canvas.scale(module, module)
    path = canvas.beginPath()
    path._code.append(symbol.path)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _draw_lines(canvas: Any, lines: tuple[TextLine, ...]) -> None:
    for line in lines:
        canvas.setFont(face_name(line.face), line.size)
        canvas.drawString(line.x, line.y, line.text)


def _fill(canvas: Any, box: Box) -> None:
    canvas.rect(box.x, box.y, box.width, box.height, stroke=0, fill=1)


def _frame(canvas: Any, box: Box) -> None:
    canvas.rect(box.x, box.y, box.width, box.height, stroke=1, fill=0)

"""Practice ballots drawn as PDF, several a page, with the sheet of their answers at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.ballot_papers.sample_drawing import (
    LINE,
    SampleDrawing,
    SampleTitles,
)
from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.ballot_papers.poster import Sample
from congress_desk.reports.practice.practice_sheets import PracticeSheet, PracticeSheets

_MARGIN, _GAP, _HEAD, _FOOT = 14 * mm, 8 * mm, 18 * mm, 12 * mm
_ACROSS = 2
_MOST_DOWN, _LARGEST, _LEAST = 3, 1.25, 0.45
# Lines of a small ballot beside its names: titles, its number, what was written on it.
_MORE_LINES = 4.2
# More names than that do not fit one column of a page: such a ballot is drawn in columns.
_MOST_NAMES, _COLUMN_ROWS, _COLUMN_GAP = 70, 55, 4 * mm
_MOST_COLUMNS, _MOST_TICKED = 4, 2
_ROW, _TYPE = 7 * mm, 11.0
_ROOMS = (16 * mm, 58 * mm, 100 * mm)
_INK = (0, 0, 0)


def write_practice(sheets: PracticeSheets, path: Path) -> Refusal | None:
    """Write practice ballots as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_practice(sheets, stream, datetime.now()))


def draw_practice(sheets: PracticeSheets, stream: BinaryIO, made: datetime) -> None:
    """Draw practice ballots into a stream; the same set and moment give the same bytes."""
    with archived_pages(stream, made, A4, f"{sheets.title} {sheets.subject}") as canvas:
        names = len(sheets.sheets[0].sample.names)
        if names > _MOST_NAMES:
            for sheet in sheets.sheets:
                _draw_long(canvas, sheets, sheet)
        else:
            down, share = _fit(names)
            on_page = down * _ACROSS
            for first in range(0, len(sheets.sheets), on_page):
                _draw_page(canvas, sheets, sheets.sheets[first : first + on_page], down, share)
        _draw_key(canvas, sheets)


def _fit(names: int) -> tuple[int, float]:
    """Return how many ballots stand below each other, and how large they are drawn."""
    room = A4[1] - _HEAD - _FOOT - 2 * _GAP
    for down in range(_MOST_DOWN, 0, -1):
        share = (room / down - _GAP) / ((names + _MORE_LINES) * LINE)
        if share >= 1 or down == 1:
            return down, max(min(share, _LARGEST), _LEAST)
    return 1, _LEAST


def _draw_page(
    canvas: Any,
    sheets: PracticeSheets,
    shown: tuple[PracticeSheet, ...],
    down: int,
    share: float,
) -> None:
    _draw_head(canvas, sheets.title, sheets.subject, sheets.footer)
    drawing = SampleDrawing(canvas, _titles(sheets), share)
    width = (A4[0] - 2 * _MARGIN - (_ACROSS - 1) * _GAP) / _ACROSS
    height = (A4[1] - _HEAD - _FOOT - 2 * _GAP) / down
    for place, sheet in enumerate(shown):
        left = _MARGIN + place % _ACROSS * (width + _GAP)
        top = A4[1] - _HEAD - _GAP - place // _ACROSS * height
        _draw_title(canvas, sheet, left, top, width)
        drawing.draw(sheet.sample, left, top - 6 * mm, width, _INK)
    canvas.showPage()


def _titles(sheets: PracticeSheets) -> SampleTitles:
    number, name, agree, disagree = sheets.column_titles
    return SampleTitles(number=number, name=name, agree=agree, disagree=disagree)


def _draw_long(canvas: Any, sheets: PracticeSheets, sheet: PracticeSheet) -> None:
    """Draw a ballot of a long list in columns on a page of its own, and on more where it needs."""
    columns, most = _columns(sheet.sample), _MOST_TICKED if sheet.sample.tick else _MOST_COLUMNS
    rows, on_page = len(columns[0].names), min(len(columns), most)
    room = A4[1] - _HEAD - _FOOT - 3 * _GAP
    drawing = SampleDrawing(canvas, _titles(sheets), room / ((rows + _MORE_LINES) * LINE))
    width = (A4[0] - 2 * _MARGIN - (on_page - 1) * _COLUMN_GAP) / on_page
    for place, column in enumerate(columns):
        across = place % on_page
        left, top = _MARGIN + across * (width + _COLUMN_GAP), A4[1] - _HEAD - _GAP
        if not across:
            if place:
                canvas.showPage()
            _draw_head(canvas, sheets.title, sheets.subject, sheets.footer)
            _draw_title(canvas, sheet, _MARGIN, top, A4[0] - 2 * _MARGIN)
        drawing.draw(column, left, top - 6 * mm, width, _INK)
    canvas.showPage()


def _columns(sample: Sample) -> tuple[Sample, ...]:
    """Return a ballot as columns of equally many names; what was written stands in the last."""
    names = len(sample.names)
    rows = -(-names // -(-names // _COLUMN_ROWS))
    found = []
    for begin in range(0, names, rows):
        end = min(begin + rows, names)

        def here(places: frozenset[int], begin: int = begin, end: int = end) -> frozenset[int]:
            return frozenset(place - begin for place in places if begin <= place < end)

        found.append(
            replace(
                sample,
                first=begin + 1,
                names=sample.names[begin:end],
                struck=here(sample.struck),
                agree=here(sample.agree),
                disagree=here(sample.disagree),
                writing=sample.writing if end == names else "",
            )
        )
    return tuple(found)


def _draw_head(canvas: Any, title: str, subject: str, footer: str) -> None:
    faces, width = print_faces(), A4[0] - 2 * _MARGIN
    canvas.setFillColorRGB(*_INK)
    canvas.setFont(faces.bold, 14)
    canvas.drawString(_MARGIN, A4[1] - 11 * mm, printable(title))
    fit = fitted(subject, faces.regular, 10.5, least=6, width=width)
    canvas.setFont(faces.regular, fit.size)
    canvas.drawString(_MARGIN, A4[1] - 16.5 * mm, fit.lines[0])
    canvas.setFont(faces.italic, 8.5)
    canvas.drawString(_MARGIN, 8 * mm, printable(footer))
    canvas.drawRightString(A4[0] - _MARGIN, 8 * mm, str(canvas.getPageNumber()))


def _draw_title(canvas: Any, sheet: PracticeSheet, left: float, top: float, width: float) -> None:
    faces = print_faces()
    canvas.setFillColorRGB(*_INK)
    canvas.setFont(faces.bold, 11)
    canvas.drawString(left, top, printable(sheet.title))
    canvas.setFont(faces.italic, 9)
    canvas.drawRightString(left + width, top, printable(sheet.stamp))


def _draw_key(canvas: Any, sheets: PracticeSheets) -> None:
    """Draw the answers on a page of their own: number, what is typed, valid or why not."""
    faces = print_faces()
    lefts = (_MARGIN, _MARGIN + 18 * mm, _MARGIN + 78 * mm)
    rows = int((A4[1] - _HEAD - _FOOT - 3 * _GAP) // _ROW)
    for first in range(0, len(sheets.answers), rows):
        _draw_head(canvas, sheets.key_title, sheets.subject, sheets.key_sentence)
        y = A4[1] - _HEAD - _GAP
        lines = (sheets.key_columns, *sheets.answers[first : first + rows])
        for place, line in enumerate(lines):
            face = faces.regular if place else faces.bold
            for text, x, room in zip(line, lefts, _ROOMS, strict=True):
                fit = fitted(text, face, _TYPE, least=5, width=room)
                canvas.setFont(face, fit.size)
                canvas.drawString(x, y, fit.lines[0])
            canvas.setLineWidth(0.3)
            canvas.line(_MARGIN, y - 2 * mm, A4[0] - _MARGIN, y - 2 * mm)
            y -= _ROW
        canvas.showPage()

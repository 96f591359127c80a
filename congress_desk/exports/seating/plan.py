"""The plan of a hall on A4 or A3: seats as boxes with their names, as large as the page allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from reportlab.lib.pagesizes import A3, A4, landscape, portrait
from reportlab.lib.units import mm

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.cards.text import Fitted, fitted, fitted_together
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.seating.plan_pages import (
    CellKind,
    CompanySeats,
    PlanPage,
    SeatCell,
    SeatingPages,
)

_EDGE, _FOOT = 12 * mm, 9 * mm
_HEAD = 27 * mm
_STAGE, _ROWS = 7 * mm, 8 * mm
_WIDEST, _HIGHEST, _GAP = 30 * mm, 15 * mm, 0.08
_NAMED = 10.5 * mm
_INK, _GREY, _PALE = (0, 0, 0), (0.35, 0.35, 0.35), (0.62, 0.62, 0.62)
_GROUNDS = {
    CellKind.DELEGATE: (1, 1, 1),
    CellKind.GUEST: (0.93, 0.93, 0.93),
    CellKind.STAGE: (1, 1, 1),
    CellKind.CLOSED: (0.75, 0.75, 0.75),
}
_LINE, _TEXT = 6.2 * mm, 11.0


class _Room(NamedTuple):
    """Where a hall is drawn on a page: the corner up left of its seats, and how large one is."""

    size: tuple[float, float]
    left: float
    top: float
    wide: float
    high: float


def write_seating_plan(pages: SeatingPages, path: Path) -> Refusal | None:
    """Write a plan as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_seating_plan(pages, stream, datetime.now()))


def draw_seating_plan(pages: SeatingPages, stream: BinaryIO, made: datetime) -> None:
    """Draw a plan as PDF into a stream; the same give the same bytes."""
    paper = A3 if pages.large else A4
    lists = list(_lists(pages.companies, paper))
    count = len(pages.pages) + len(lists)
    with archived_pages(stream, made, paper, f"{pages.title} {pages.congress}") as canvas:
        for number, page in enumerate(pages.pages, start=1):
            room = _room(page, paper)
            canvas.setPageSize(room.size)
            _draw_head(canvas, pages, (page.title, page.sums), room.size)
            _draw_hall(canvas, page, room, pages.stage_words)
            _draw_foot(canvas, pages, room.size, f"{number}/{count}")
            canvas.showPage()
        for number, companies in enumerate(lists, start=len(pages.pages) + 1):
            size = portrait(paper)
            canvas.setPageSize(size)
            _draw_head(canvas, pages, (pages.companies_title, pages.companies_sums), size)
            _draw_companies(canvas, companies, pages.companies_heads, size)
            _draw_foot(canvas, pages, size, f"{number}/{count}")
            canvas.showPage()


def _room(page: PlanPage, paper: tuple[float, float]) -> _Room:
    """Return the room of a page, the way it lies so that seats are largest."""
    return max(
        (_room_on(page, size) for size in (landscape(paper), portrait(paper))),
        key=lambda room: room.wide * room.high,
    )


def _room_on(page: PlanPage, size: tuple[float, float]) -> _Room:
    across, down = page.size
    beside = _ROWS if not page.sideways else 0.0
    above = _ROWS if page.sideways else 0.0
    stage_beside = _STAGE if page.sideways else 0.0
    stage_above = 0.0 if page.sideways else _STAGE
    wide = size[0] - 2 * _EDGE - beside - stage_beside
    high = size[1] - 2 * _EDGE - _HEAD - _FOOT - above - stage_above
    each = min(wide / across, _WIDEST)
    tall = min(high / down, _HIGHEST, each * 0.85)
    left = _EDGE + beside + (stage_beside if page.stage == "left" else 0.0)
    left += (wide - each * across) / 2
    top = size[1] - _EDGE - _HEAD - above - (stage_above if page.stage == "top" else 0.0)
    return _Room(size, left, top, each, tall)


def _draw_head(
    canvas: Any, pages: SeatingPages, said: tuple[str, str], size: tuple[float, float]
) -> None:
    """Draw the congress, the title, what the page is of, and the sums of it."""
    faces, width = print_faces(), size[0] - 2 * _EDGE
    y = size[1] - _EDGE
    canvas.setFillColorRGB(*_INK)
    top = " · ".join(filter(None, (pages.congress, pages.stamp)))
    y = _centred(
        canvas, fitted(top, faces.regular, 11, least=7, width=width), faces.regular, y, size
    )
    head = fitted(pages.title, faces.bold, 15, least=10, width=width)
    y = _centred(canvas, head, faces.bold, y - 1 * mm, size)
    about = " · ".join(filter(None, (pages.about, said[0])))
    line = fitted(about, faces.bold, 12, least=8, width=width)
    y = _centred(canvas, line, faces.bold, y, size)
    sums = fitted(said[1], faces.italic, 10, least=7, width=width)
    _centred(canvas, sums, faces.italic, y, size)


def _draw_foot(canvas: Any, pages: SeatingPages, size: tuple[float, float], page: str) -> None:
    canvas.setFillColorRGB(*_GREY)
    canvas.setFont(print_faces().italic, 7)
    canvas.drawString(_EDGE, 7 * mm, pages.footer)
    canvas.drawRightString(size[0] - _EDGE, 7 * mm, page)


def _draw_hall(canvas: Any, page: PlanPage, room: _Room, stage: str) -> None:
    _draw_stage(canvas, page, room, stage)
    canvas.setFillColorRGB(*_GREY)
    faces = print_faces()
    size = min(room.high * 0.5, 12)
    canvas.setFont(faces.bold, size)
    for name, place in page.rows:
        if page.sideways:
            x = room.left + (place + 0.5) * room.wide
            canvas.drawCentredString(x, room.top + 2 * mm, name)
        else:
            y = room.top - (place + 0.5) * room.high - size * 0.35
            canvas.drawRightString(room.left - 1.5 * mm, y, name)
    for cell in page.cells:
        _draw_cell(canvas, cell, room)


def _draw_stage(canvas: Any, page: PlanPage, room: _Room, words: str) -> None:
    across, down = page.size
    wide, high = across * room.wide, down * room.high
    deep = _STAGE - 2 * mm
    left, low = room.left, room.top - high
    boxes = {
        "top": (left, room.top + 1.5 * mm, wide, deep),
        "bottom": (left, low - deep - 1.5 * mm, wide, deep),
        "left": (left - deep - 1.5 * mm, low, deep, high),
        "right": (left + wide + 1.5 * mm, low, deep, high),
    }
    x, y, width, height = boxes[page.stage]
    canvas.setStrokeColorRGB(*_PALE)
    canvas.setFillColorRGB(0.93, 0.93, 0.93)
    canvas.setLineWidth(0.5)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    canvas.setFillColorRGB(*_INK)
    canvas.setFont(print_faces().bold, 9)
    canvas.saveState()
    canvas.translate(x + width / 2, y + height / 2)
    if page.sideways:
        canvas.rotate(90)
    canvas.drawCentredString(0, -3.2, words)
    canvas.restoreState()


def _draw_cell(canvas: Any, cell: SeatCell, room: _Room) -> None:
    gap = room.wide * _GAP / 2
    x = room.left + cell.across * room.wide + gap
    y = room.top - (cell.down + 1) * room.high + gap
    wide, high = room.wide - 2 * gap, room.high - 2 * gap
    canvas.setFillColorRGB(*_GROUNDS[cell.kind])
    canvas.setStrokeColorRGB(*(_INK if cell.name else _PALE))
    canvas.setLineWidth(0.9 if cell.kind is CellKind.STAGE else 0.5)
    canvas.rect(x, y, wide, high, stroke=1, fill=1)
    if cell.kind is CellKind.CLOSED:
        return
    faces = print_faces()
    canvas.setFillColorRGB(*(_INK if cell.name else _GREY))
    if room.wide < _NAMED or not cell.name:
        small = room.wide < _NAMED
        words = fitted(
            cell.number if small else cell.label,
            faces.bold if cell.name else faces.regular,
            min(high * 0.55, 9),
            least=3,
            width=wide - 1,
        )
        canvas.setFont(faces.bold if cell.name else faces.regular, words.size)
        canvas.drawCentredString(x + wide / 2, y + high / 2 - words.size * 0.35, words.lines[0])
        return
    top = fitted(cell.label, faces.bold, min(high * 0.3, 8), least=3, width=wide - 1)
    canvas.setFont(faces.bold, top.size)
    canvas.drawCentredString(x + wide / 2, y + high - top.size, top.lines[0])
    _draw_name(canvas, cell.name, (x, y, wide, high - top.size * 1.15))


def _draw_name(canvas: Any, name: str, box: tuple[float, float, float, float]) -> None:
    """Draw a whole name in a box, in as many lines as it needs, as large as it can be there."""
    x, y, wide, high = box
    face = print_faces().regular
    found = fitted_together(
        [name], face, min(high * 0.5, 9), least=2.5, width=wide - 1, height=high
    )
    text = found[0] if found else fitted(name, face, 3, least=2, width=wide - 1)
    canvas.setFont(face, text.size)
    line = text.size * 1.15
    low = y + (high - len(text.lines) * line) / 2 + (len(text.lines) - 1) * line + text.size * 0.28
    for words in text.lines:
        canvas.drawCentredString(x + wide / 2, low, words)
        low -= line


def _lists(
    companies: Sequence[CompanySeats], paper: tuple[float, float]
) -> Iterator[list[tuple[CompanySeats, Fitted]]]:
    """Yield the delegations of each page, each with its seats in the lines they take."""
    high = portrait(paper)[1] - 2 * _EDGE - _HEAD - _FOOT - _LINE
    wide = portrait(paper)[0] - 2 * _EDGE
    page: list[tuple[CompanySeats, Fitted]] = []
    used = 0.0
    for company in companies:
        seats = fitted(
            company.seats,
            print_faces().regular,
            _TEXT,
            least=_TEXT * 0.85,
            width=wide * 0.5,
            lines=12,
        )
        needed = max(len(seats.lines), 1) * _LINE
        if page and used + needed > high:
            yield page
            page, used = [], 0.0
        page.append((company, seats))
        used += needed
    if page:
        yield page


def _draw_companies(
    canvas: Any,
    companies: Sequence[tuple[CompanySeats, Fitted]],
    heads: tuple[str, str, str],
    size: tuple[float, float],
) -> None:
    faces, wide = print_faces(), size[0] - 2 * _EDGE
    number, seats_at = _EDGE + wide * 0.46, _EDGE + wide * 0.49
    y = size[1] - _EDGE - _HEAD
    canvas.setFillColorRGB(*_INK)
    canvas.setLineWidth(0.4)
    canvas.setFont(faces.bold, _TEXT)
    canvas.drawString(_EDGE, y - _LINE + 2 * mm, heads[0])
    canvas.drawRightString(number, y - _LINE + 2 * mm, heads[1])
    canvas.drawString(seats_at, y - _LINE + 2 * mm, heads[2])
    y -= _LINE
    for company, seats in companies:
        canvas.setStrokeColorRGB(*_PALE)
        canvas.line(_EDGE, y, size[0] - _EDGE, y)
        name = fitted(company.name, faces.regular, _TEXT, least=7, width=wide * 0.38)
        canvas.setFont(faces.regular, name.size)
        canvas.drawString(_EDGE, y - _LINE + 2 * mm, name.lines[0])
        canvas.setFont(faces.regular, _TEXT)
        canvas.drawRightString(number, y - _LINE + 2 * mm, company.count)
        canvas.setFont(faces.regular, seats.size)
        for line in seats.lines:
            canvas.drawString(seats_at, y - _LINE + 2 * mm, line)
            y -= _LINE


def _centred(canvas: Any, text: Fitted, face: str, y: float, size: tuple[float, float]) -> float:
    canvas.setFont(face, text.size)
    for line in text.lines:
        y -= text.size * 1.25
        canvas.drawCentredString(size[0] / 2, y + text.size * 0.28, line)
    return y

"""The pages of the hall as a PDF, a page of it each, letters as letters."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.hall.fonts import hall_faces, hall_measure
from congress_desk.exports.pdf.archive import archived_pages
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.hall.hall_pages import HallPages, wide_pages
from congress_desk.reports.hall.page import (
    GROUND,
    Align,
    BoxMark,
    HallPage,
    PictureMark,
    StrokeMark,
    TextMark,
)
from congress_desk.reports.hall.page_layout import WIDE

# 7.5 inches high, as slides are: 540 points for 1000 units.
SCALE = 0.54


def write_hall_pdf(pages: HallPages, path: Path) -> Refusal | None:
    """Write pages as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_hall_pdf(pages, stream, datetime.now()))


def draw_hall_pdf(pages: HallPages, stream: BinaryIO, made: datetime) -> None:
    """Draw pages as PDF into a stream; the same pages and moment give the same bytes."""
    size = (WIDE * SCALE, 1000 * SCALE)
    with archived_pages(stream, made, size, pages.title) as canvas:
        _draw(canvas, wide_pages(pages, hall_measure, made))


def _draw(canvas: Any, pages: Sequence[HallPage]) -> None:
    for page in pages:
        canvas.saveState()
        canvas.scale(SCALE, SCALE)
        canvas.setFillColor(HexColor(GROUND))
        canvas.rect(0, 0, page.width, 1000, stroke=0, fill=1)
        for mark in page.marks:
            if isinstance(mark, TextMark):
                _text(canvas, mark)
            elif isinstance(mark, StrokeMark):
                _stroke(canvas, mark)
            elif isinstance(mark, BoxMark):
                _box(canvas, mark)
            else:
                _picture(canvas, mark)
        canvas.restoreState()
        canvas.showPage()


def _text(canvas: Any, mark: TextMark) -> None:
    canvas.setFillColor(HexColor(mark.colour))
    canvas.setFont(hall_faces()[mark.bold], mark.size)
    draw = {
        Align.LEFT: canvas.drawString,
        Align.CENTRE: canvas.drawCentredString,
        Align.RIGHT: canvas.drawRightString,
    }[mark.align]
    draw(mark.x, 1000 - mark.y, printable(mark.text))


def _stroke(canvas: Any, mark: StrokeMark) -> None:
    canvas.setStrokeColor(HexColor(mark.colour))
    canvas.setLineWidth(mark.width)
    canvas.setLineCap(1)
    canvas.line(mark.x, 1000 - mark.y, mark.to_x, 1000 - mark.to_y)


def _box(canvas: Any, mark: BoxMark) -> None:
    if mark.fill:
        canvas.setFillColor(HexColor(mark.fill))
    if mark.edge:
        canvas.setStrokeColor(HexColor(mark.edge))
        canvas.setLineWidth(mark.stroke)
    canvas.roundRect(
        mark.x,
        1000 - mark.y - mark.height,
        mark.width,
        mark.height,
        mark.radius,
        stroke=bool(mark.edge),
        fill=bool(mark.fill),
    )


def _picture(canvas: Any, mark: PictureMark) -> None:
    image = ImageReader(io.BytesIO(mark.image))
    x, y, width, height = mark.placed(*image.getSize())
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(mark.x, 1000 - mark.y - mark.height, mark.width, mark.height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.drawImage(image, x, 1000 - y - height, width, height, mask="auto")
    canvas.restoreState()

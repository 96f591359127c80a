"""The pages of the hall as slides (PPTX) for a projector on another machine: text as text."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from congress_desk.errors import Refusal
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.hall.fonts import hall_measure
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.hall.hall_pages import HallPages, wide_pages
from congress_desk.reports.hall.page import (
    GROUND,
    Align,
    BoxMark,
    Mark,
    PictureMark,
    StrokeMark,
    TextMark,
)
from congress_desk.reports.hall.page_layout import WIDE

# 7.5 inches for 1000 units.
_EMU = 6858
_POINTS = 0.54
# On every machine that shows slides, and narrower than the letters that lines were broken for.
_FONT = "Arial"
_ALIGN = {Align.LEFT: PP_ALIGN.LEFT, Align.CENTRE: PP_ALIGN.CENTER, Align.RIGHT: PP_ALIGN.RIGHT}
# Where the base line of a text is in its box.
_ASCENT, _HEIGHT = 0.905, 1.2
_BLANK_LAYOUT = 6
_LONGEST_PROPERTY = 255


def write_hall_slides(pages: HallPages, path: Path) -> Refusal | None:
    """Write pages as PPTX to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_hall_slides(pages, stream, datetime.now()))


def draw_hall_slides(pages: HallPages, stream: BinaryIO, made: datetime) -> None:
    """Draw pages as slides into a stream."""
    slides: Any = Presentation()
    slides.slide_width, slides.slide_height = _emu(WIDE), _emu(1000)
    properties = slides.core_properties
    properties.title = printable(pages.title, _LONGEST_PROPERTY)
    properties.author = "Congress Desk"
    properties.created = properties.modified = made
    for page in wide_pages(pages, hall_measure, made):
        slide = slides.slides.add_slide(slides.slide_layouts[_BLANK_LAYOUT])
        # Numbers of shapes are counted on: else all before it are asked at each.
        slide.shapes.turbo_add_enabled = True
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = _colour(GROUND)
        for mark in page.marks:
            _draw(slide.shapes, mark)
    slides.save(stream)


def _draw(shapes: Any, mark: Mark) -> None:
    if isinstance(mark, TextMark):
        _text(shapes, mark)
    elif isinstance(mark, StrokeMark):
        _stroke(shapes, mark)
    elif isinstance(mark, BoxMark):
        _box(shapes, mark)
    else:
        _picture(shapes, mark)


def _text(shapes: Any, mark: TextMark) -> None:
    """Put one line of text into a box of its own, wide enough not to break it."""
    width = hall_measure(mark.text, mark.bold) * mark.size + 12
    left = {Align.LEFT: mark.x, Align.CENTRE: mark.x - width / 2, Align.RIGHT: mark.x - width}
    box = shapes.add_textbox(
        _emu(left[mark.align]),
        _emu(mark.y - mark.size * _ASCENT),
        _emu(width),
        _emu(mark.size * _HEIGHT),
    )
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    paragraph = frame.paragraphs[0]
    paragraph.alignment = _ALIGN[mark.align]
    run = paragraph.add_run()
    run.text = printable(mark.text)
    run.font.name, run.font.size, run.font.bold = _FONT, Pt(mark.size * _POINTS), mark.bold
    run.font.color.rgb = _colour(mark.colour)


def _stroke(shapes: Any, mark: StrokeMark) -> None:
    line = shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, _emu(mark.x), _emu(mark.y), _emu(mark.to_x), _emu(mark.to_y)
    )
    line.line.color.rgb, line.line.width = _colour(mark.colour), _emu(mark.width)


def _box(shapes: Any, mark: BoxMark) -> None:
    kind = MSO_SHAPE.ROUNDED_RECTANGLE if mark.radius else MSO_SHAPE.RECTANGLE
    box = shapes.add_shape(kind, _emu(mark.x), _emu(mark.y), _emu(mark.width), _emu(mark.height))
    if mark.radius:
        box.adjustments[0] = min(mark.radius / min(mark.width, mark.height), 0.5)
    box.shadow.inherit = False
    if mark.fill:
        box.fill.solid()
        box.fill.fore_color.rgb = _colour(mark.fill)
    else:
        box.fill.background()
    if mark.edge:
        box.line.color.rgb, box.line.width = _colour(mark.edge), _emu(mark.stroke)
    else:
        box.line.fill.background()


def _picture(shapes: Any, mark: PictureMark) -> None:
    """Place a picture; one that covers its box is cut to it."""
    with Image.open(io.BytesIO(mark.image)) as image:
        size = image.size
    left, top, width, height = mark.placed(*size)
    drawn = shapes.add_picture(
        io.BytesIO(mark.image), _emu(left), _emu(top), _emu(width), _emu(height)
    )
    if mark.fills:
        drawn.crop_left = drawn.crop_right = max(mark.x - left, 0) / width
        drawn.crop_top = drawn.crop_bottom = max(mark.y - top, 0) / height
        drawn.left, drawn.top = _emu(mark.x), _emu(mark.y)
        drawn.width, drawn.height = _emu(mark.width), _emu(mark.height)


def _emu(units: float) -> Emu:
    return Emu(round(units * _EMU))


def _colour(text: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(text[1:]))

"""The pages of the hall as slides (PPTX) for a projector on another machine: text as text."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

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
_ALIGN = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
_TEXT_BOX = (
    f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{{number}}" name="TextBox {{before}}"/>'
    '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
    '<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '<a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" tIns="0" bIns="0" '
    'anchor="t"><a:spAutoFit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{align}"/><a:r>'
    '<a:rPr sz="{size}" b="{bold}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    f'<a:latin typeface="{_FONT}"/></a:rPr><a:t>{{text}}</a:t></a:r></a:p></p:txBody></p:sp>'
)
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
    """Put one line of text into a box of its own, wide enough not to break it.

    In the markup of slides: by the library each takes twenty steps, and a page has twenty texts.
    """
    width = hall_measure(mark.text, mark.bold) * mark.size + 12
    left = {Align.LEFT: mark.x, Align.CENTRE: mark.x - width / 2, Align.RIGHT: mark.x - width}
    number = shapes._next_shape_id
    box = _TEXT_BOX.format(
        number=number,
        before=number - 1,
        left=_emu(left[mark.align]),
        top=_emu(mark.y - mark.size * _ASCENT),
        width=_emu(width),
        height=_emu(mark.size * _HEIGHT),
        align=_ALIGN[mark.align],
        size=int(mark.size * _POINTS * 100),
        bold=int(mark.bold),
        colour=_colour(mark.colour),
        text=escape(printable(mark.text)),
    )
    shapes._spTree.append(parse_xml(box))


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

"""A document becomes a PDF: A4, fonts embedded, text that can be copied out again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import PageBreak, Spacer

from congress_desk.errors import Refusal
from congress_desk.exports.pdf.archive import ArchiveCanvas
from congress_desk.exports.pdf.blocks import block_flowables
from congress_desk.exports.pdf.column_widths import with_widths
from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.exports.pdf.head import head_flowables
from congress_desk.exports.whole_file import write_whole
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.endings import (
    AMPLE_KEPT,
    LEAST_KEPT,
    Kept,
    signs,
    with_endings,
)

_FOOTER_BOTTOM = 10 * mm
_ODD, _EVEN = "odd", "even"
# A last page that is filled so far does not look forgotten.
ENOUGH, LONG = 0.4, 12


def write_pdf(document: Document, path: Path) -> Refusal | None:
    """Write a document as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_pdf(document, stream, datetime.now()))


def draw_pdf(document: Document, stream: BinaryIO, made: datetime) -> None:
    """Draw a document as PDF/A-2b into a stream; one document and moment give the same bytes.

    A last page that holds little takes more of what stands before it, where no page more is needed.
    """
    least, ample = BytesIO(), BytesIO()
    pages, filled = _draw(document, least, made, LEAST_KEPT)
    # Places to sign fill a page, and say nothing of whether it holds a line.
    enough = filled > ENOUGH and (pages > LONG or not any(map(signs, document.blocks)))
    if pages == 1 or enough or _draw(document, ample, made, AMPLE_KEPT)[0] > pages:
        ample = least
    stream.write(ample.getvalue())


def _draw(document: Document, stream: BinaryIO, made: datetime, kept: Kept) -> tuple[int, float]:
    """Draw a document; return how many pages it has, and how much of the last one is filled."""
    form = document.form
    size = landscape(A4) if document.landscape else A4
    width = size[0] - (form.margin_left + form.margin_right) * mm
    height = size[1] - (form.margin_top + form.margin_bottom) * mm
    template = BaseDocTemplate(
        stream,
        pagesize=size,
        initialFontName=print_faces().regular,
        title=" ".join((document.title, *document.subject)),
        author=" ".join(line.text for line in document.head.issuer),
        creator="Congress Desk",
        lang="vi-VN",
    )
    template.addPageTemplates(_page_templates(document, size, width, height))
    story: list[Any] = [NextPageTemplate([_EVEN, _ODD]), *head_flowables(document, width)]
    blocks = with_widths(document.blocks, form, width)
    story += block_flowables(with_endings(blocks, kept), form, width)
    story = _without_loose_room(story)
    template.build(story, canvasmaker=partial(ArchiveCanvas, made=made))
    frame = template.frame
    return template.page, 1 - (frame._y - frame._y1p) / height


def _without_loose_room(story: list[Any]) -> list[Any]:
    """Drop room at the end of a page: where it does not fit it would make an empty one."""
    kept: list[Any] = []
    for flowable in [*story, PageBreak()]:
        if isinstance(flowable, PageBreak):
            while kept and type(kept[-1]) is Spacer:
                kept.pop()
        kept.append(flowable)
    return kept[:-1]


def _page_templates(
    document: Document, size: tuple[float, float], width: float, height: float
) -> list[PageTemplate]:
    """Return the odd and the even page; they differ when the margins are mirrored."""
    form = document.form
    pages = []
    for name in (_ODD, _EVEN):
        turned = form.mirrored and name == _EVEN
        left = (form.margin_right if turned else form.margin_left) * mm
        frame = Frame(
            left, form.margin_bottom * mm, width, height,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        draw = partial(_draw_page, document=document, left=left, right=left + width, top=size[1])
        pages.append(
            PageTemplate(
                id=name,
                frames=[frame],
                onPage=lambda canvas, _, draw=draw: draw(canvas),
            )
        )
    return pages


def _draw_page(
    canvas: Canvas, *, document: Document, left: float, right: float, top: float
) -> None:
    """Draw what stands outside the text: page number from page 2, stamp, footer code."""
    form, faces = document.form, print_faces()
    line = top - form.page_number_top * mm - form.page_number_size
    if canvas.getPageNumber() > 1:
        canvas.setFont(faces.regular, form.page_number_size)
        canvas.drawCentredString((left + right) / 2, line, str(canvas.getPageNumber()))
        if document.running:
            canvas.setFont(faces.italic, form.footer_size)
            canvas.drawString(left, line, document.running)
    canvas.setFont(faces.italic, form.footer_size)
    canvas.drawString(left, _FOOTER_BOTTOM, document.footer)
    if document.stamp:
        canvas.setFont(faces.bold, form.footer_size)
        canvas.drawRightString(right, _FOOTER_BOTTOM, document.stamp)
        if canvas.getPageNumber() > 1:
            canvas.drawRightString(right, line, document.stamp)

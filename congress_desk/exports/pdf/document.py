"""A document becomes a PDF: A4, fonts embedded, text that can be copied out again."""

from __future__ import annotations

from dataclasses import dataclass
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
from congress_desk.exports.atomic_file import write_whole
from congress_desk.exports.pdf.archive import ArchiveCanvas
from congress_desk.exports.pdf.blocks import block_flowables
from congress_desk.exports.pdf.column_widths import with_widths
from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.head import head_flowables
from congress_desk.exports.pdf.ruled_table import broken_once
from congress_desk.exports.pdf.signatures import SignatureRow, SignatureTitle
from congress_desk.exports.pdf.text import printable
from congress_desk.reports.document.document import Document, papers_of
from congress_desk.reports.document.endings import KEPT, Kept, with_endings

_FOOTER_BOTTOM = 10 * mm
_BELOW = 1.2
_ODD, _EVEN = "odd", "even"
# A last page with so much of a page in lines or rows does not look forgotten.
ENOUGH = 0.14
# About the height of a line of text with its share of the room between paragraphs.
_LINE = 20.0


def write_pdf(document: Document, path: Path) -> Refusal | None:
    """Write a document as PDF to `path`, whole or not at all."""
    return write_whole(path, lambda stream: draw_pdf(document, stream, datetime.now()))


def draw_pdf(document: Document, stream: BinaryIO, made: datetime) -> None:
    """Draw a document as PDF/A-2b into a stream; one document and moment give the same bytes.

    A last page that holds little takes more of what stands before it, where no page more is needed.
    """
    with broken_once():
        best = _draw(document, made, KEPT[0])
        if best.pages > 1 and not best.is_filled and not document.run:
            best = _filled(document, made, best)
    best.canvas.save()
    stream.write(best.stream.getvalue())


def _filled(document: Document, made: datetime, best: _Drawn) -> _Drawn:
    """Return the document with a last page that holds enough, where no page more is needed.

    Begins with the step that should do: every try lays the whole document out again.
    """
    likely = next((n for n, kept in enumerate(KEPT) if kept.lines >= best.wanted), len(KEPT) - 1)
    first = best
    for kept in KEPT[max(likely, 1) :]:
        more = _draw(document, made, kept)
        if more.pages > first.pages:
            break
        best = more
        if best.is_filled:
            return best
    for kept in reversed(KEPT[1:likely]) if best is first else ():
        more = _draw(document, made, kept)
        if more.pages == first.pages:
            return more
    return best


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A document drawn; `last` is how much of a page its last one holds besides places to sign.

    `wanted` are the lines that should go with the places to sign for it to hold enough. Saving
    `canvas` writes the PDF into `stream`: only the best try is worth its fonts.
    """

    canvas: Any
    stream: BytesIO
    pages: int
    last: float
    wanted: float

    @property
    def is_filled(self) -> bool:
        """Say whether the last page does not look forgotten."""
        return self.last > ENOUGH


class _Template(BaseDocTemplate):
    """Measures what stands on the last page besides places to sign; its canvas is saved later."""

    text_height = 0.0
    _doSave = 0

    def handle_pageBegin(self) -> None:  # noqa: N802 - reportlab's name
        self.text_height = 0.0
        super().handle_pageBegin()  # type: ignore[no-untyped-call]

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - reportlab's name
        if not isinstance(flowable, SignatureTitle | SignatureRow | Spacer):
            self.text_height += float(getattr(flowable, "height", 0))


def _draw(document: Document, made: datetime, kept: Kept) -> _Drawn:
    form = document.form
    size = landscape(A4) if document.landscape else A4
    width = size[0] - (form.margin_left + form.margin_right) * mm
    height = size[1] - (form.margin_top + form.margin_bottom) * mm
    stream = BytesIO()
    template = _Template(  # type: ignore[no-untyped-call]
        stream,
        pagesize=size,
        initialFontName=print_faces().regular,
        title=printable(" ".join((document.title, *document.subject))),
        author=printable(" ".join(line.text for line in document.head.issuer)),
        creator="Congress Desk",
        lang="vi-VN",
    )
    pages = _page_templates(document, size, width, height)
    template.addPageTemplates(pages)  # type: ignore[no-untyped-call]
    story: list[Any] = [NextPageTemplate([_EVEN, _ODD])]
    for paper in papers_of(document):
        story += [PageBreak()] if len(story) > 1 else []
        story += head_flowables(document, width)
        blocks = with_widths(paper, form, width)
        story += block_flowables(with_endings(blocks, kept), form, width)
    story = _without_loose_room(story)
    canvas = partial(ArchiveCanvas, made=made)
    template.build(story, canvasmaker=canvas)  # type: ignore[no-untyped-call]
    last = template.text_height / height
    return _Drawn(
        canvas=template.canv,
        stream=stream,
        pages=template.page,
        last=last,
        wanted=KEPT[0].lines + (ENOUGH - last) * height / _LINE,
    )


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


def running_width(document: Document) -> float:
    """Return how wide the title of further pages is in the size of the form, in points."""
    return text_width(document.running, print_faces().italic, document.form.footer_size)


def _draw_page(
    canvas: Canvas, *, document: Document, left: float, right: float, top: float
) -> None:
    """Draw what stands outside the text: page number from page 2, stamp, footer code."""
    form, faces = document.form, print_faces()
    line = top - form.page_number_top * mm - form.page_number_size
    numbered = canvas.getPageNumber() > 1 and not document.run
    if numbered:
        canvas.setFont(faces.regular, form.page_number_size)
        canvas.drawCentredString((left + right) / 2, line, str(canvas.getPageNumber()))
        if document.running:
            # Below the number: a long title would run into it.
            room, width = right - left, running_width(document)
            size = form.footer_size * (room / width if width > room else 1)
            canvas.setFont(faces.italic, size)
            canvas.drawString(left, line - form.footer_size * _BELOW, document.running)
    canvas.setFont(faces.italic, form.footer_size)
    canvas.drawString(left, _FOOTER_BOTTOM, document.footer)
    if document.stamp:
        canvas.setFont(faces.bold, form.footer_size)
        canvas.drawRightString(right, _FOOTER_BOTTOM, document.stamp)
        if numbered:
            canvas.drawRightString(right, line, document.stamp)

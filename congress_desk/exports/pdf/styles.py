"""Paragraph styles of reportlab from the form of a document."""

from __future__ import annotations

from functools import cache

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from congress_desk.exports.pdf.fonts import print_faces
from congress_desk.reports.document.document import Align, Block, Paragraph
from congress_desk.reports.document.form import Form

_ALIGNMENTS = {
    Align.LEFT: TA_LEFT,
    Align.CENTER: TA_CENTER,
    Align.RIGHT: TA_RIGHT,
    Align.JUSTIFY: TA_JUSTIFY,
}


def paragraph_style(block: Block, form: Form) -> ParagraphStyle:
    """Return the style of running text, headings and bullets: justified, first line moved in."""
    if isinstance(block, Paragraph):
        return _running(form, block.align, block.indent, block.small)
    return _running(form, Align.JUSTIFY, True, False)


@cache
def _running(form: Form, align: Align, indent: bool, small: bool) -> ParagraphStyle:
    size = form.small_size if small else form.body_size
    return ParagraphStyle(
        "running",
        fontName=print_faces().italic if small else print_faces().regular,
        fontSize=size,
        leading=form.body_leading * size / form.body_size,
        alignment=_ALIGNMENTS[align],
        firstLineIndent=form.first_line * mm if indent else 0,
        spaceAfter=form.paragraph_gap,
        allowWidows=0,
        allowOrphans=0,
    )


@cache
def cell_style(form: Form, align: Align, bold: bool, size: float) -> ParagraphStyle:
    """Return the style of text in a table cell, `size` in points."""
    return ParagraphStyle(
        "cell",
        fontName=print_faces().bold if bold else print_faces().regular,
        fontSize=size,
        leading=form.table_leading * size / form.table_size,
        alignment=_ALIGNMENTS[align],
    )


@cache
def recipients_style(form: Form, title: bool = False) -> ParagraphStyle:
    """Return the style of "Nơi nhận" and of those named below it."""
    size = form.recipients_title_size if title else form.recipients_size
    return ParagraphStyle(
        "recipients",
        fontName=print_faces().regular,
        fontSize=size,
        leading=size * 1.2,
        alignment=TA_LEFT,
    )


@cache
def signature_style(form: Form, bold: bool = True) -> ParagraphStyle:
    """Return the style of titles and names at a place to sign."""
    return ParagraphStyle(
        "signature",
        fontName=print_faces().bold if bold else print_faces().regular,
        fontSize=form.signature_size,
        leading=form.signature_size * 1.25,
        alignment=TA_CENTER,
    )

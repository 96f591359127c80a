"""What can be read of a printed page: its text, and where each letter stands."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import pypdfium2
import pypdfium2.raw as pdfium

from congress_desk.exports.pdf.document import draw_pdf
from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Recipients,
    Signature,
    Signatures,
    Table,
)

MM = 72 / 25.4
MADE = datetime(2020, 3, 13, 11, 5, tzinfo=timezone(timedelta(hours=7)))


@dataclass(frozen=True)
class Letter:
    text: str
    left: float
    right: float
    bottom: float
    top: float


def printed(document: Document) -> bytes:
    stream = io.BytesIO()
    draw_pdf(document, stream, MADE)
    return stream.getvalue()


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page as it comes out of a viewer."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def page_letters(data: bytes) -> list[list[Letter]]:
    """Return the visible letters of each page, in points from the lower left corner."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [_letters(page) for page in pdf]


def _letters(page) -> list[Letter]:
    text = page.get_textpage()
    letters = []
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if not char.isspace() and pdfium.FPDFText_IsGenerated(text.raw, index) == 0:
            left, bottom, right, top = text.get_charbox(index)
            letters.append(Letter(char, left, right, bottom, top))
    return letters


def squeezed(text: str) -> str:
    """Return text without blanks: where lines break is the page's business."""
    return re.sub(r"\s+", "", text)


def said(document: Document) -> list[str]:
    """Return every text of a document in the order it is printed."""
    head = document.head
    parts = [line.text for line in head.issuer]
    parts += [*head.organisation, head.place_and_date, document.title, *document.subject]
    return parts + [text for block in document.blocks for text in _said(block)]


def _said_to_sign(cell: Signature | Recipients) -> list[str]:
    if isinstance(cell, Recipients):
        return [cell.title, *cell.lines]
    return [cell.title, cell.role, cell.name]


def _said(block: Block) -> list[str]:
    match block:
        case Paragraph() | Bullet():
            return ["".join(run.text for run in block.runs)]
        case Heading():
            return [block.title, block.remark]
        case Table():
            return [cell for row in block.rows for cell in row]
        case Signatures():
            return [block.title, *(t for c in block.cells if c for t in _said_to_sign(c))]
        case KeepTogether():
            return [text for inner in block.blocks for text in _said(inner)]
    return []

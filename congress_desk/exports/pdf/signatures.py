"""Places to sign, side by side, with room for the hand and a dotted line where no name is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.flowables import Spacer

from congress_desk.exports.pdf.fonts import FACES
from congress_desk.exports.pdf.styles import recipients_style, signature_style
from congress_desk.exports.pdf.text import markup
from congress_desk.reports.document.document import Recipients, Run, Signature, Signatures
from congress_desk.reports.document.form import Form

UNKNOWN = "………………………"
SMALLER = 0.75
Place = Signature | Recipients | None
_STYLE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("FONT", (0, 0), (-1, -1), FACES.regular),
]


class SignatureTitle(Paragraph):
    """What stands over several places to sign."""


class SignatureRow(Table):
    """Places to sign beside one another."""


def signature_flowables(block: Signatures, form: Form, width: float) -> list[Any]:
    """Return the places of one block, each row spread over the whole `width` in points."""
    room = form.signature_room * mm * (SMALLER if block.title else 1)
    story: list[Any] = []
    if block.title:
        words = markup([Run(block.title)])
        story.append(SignatureTitle(words, signature_style(form)))  # type: ignore[no-untyped-call]
    for row in even_rows(block.cells, block.across):
        cells = [_place(cell, form, room) for cell in row]
        widths = [width / len(cells)] * len(cells)
        places = SignatureRow([cells], colWidths=widths, style=_STYLE)  # type: ignore[no-untyped-call]
        story.append(places)
    return story


def even_rows(cells: Sequence[Place], across: int) -> list[Sequence[Place]]:
    """Share the places over rows of at most `across`, as even as they go: ten in 4 + 3 + 3."""
    count = -(-len(cells) // across)
    rows: list[Sequence[Place]] = []
    start = 0
    for index in range(count):
        length = len(cells) // count + (index < len(cells) % count)
        rows.append(cells[start : start + length])
        start += length
    return rows


def _recipients(cell: Recipients, form: Form) -> list[Any]:
    title, plain = recipients_style(form, title=True), recipients_style(form)
    heading = f"<u>{markup([Run(cell.title)])}</u>" if form.recipients_underlined else ""
    lines = [Paragraph(heading or markup([Run(cell.title, bold=True, italic=True)]), title)]
    return lines + [Paragraph(markup([Run(f"- {line}")]), plain) for line in cell.lines]


def _place(cell: Place, form: Form, room: float) -> list[Any]:
    if cell is None:
        return []
    if isinstance(cell, Recipients):
        return _recipients(cell, form)
    bold, plain = signature_style(form), signature_style(form, bold=False)
    above = [(cell.title, bold), (cell.role, plain)]
    lines: list[Any] = [Paragraph(markup([Run(text)]), style) for text, style in above if text]
    name = Run(cell.name or UNKNOWN)
    return [*lines, Spacer(1, room), Paragraph(markup([name]), bold if cell.name else plain)]

"""Reads a drawn ballot back, row by row from the places where its names must stand."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

from pypdfium2 import PdfDocument

from congress_desk.domain.ballot_papers.proof import ReadName
from congress_desk.exports.ballot_papers.drawing import draw_ballots
from congress_desk.exports.pdf.pdf_lock import PDFIUM
from congress_desk.reports.ballot_papers.forms import sheet_of
from congress_desk.reports.ballot_papers.layout import Box
from congress_desk.reports.ballot_papers.sheets import BallotSheets

_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def read_back(ballots: BallotSheets) -> tuple[ReadName, ...]:
    """Return numbers and names of a ballot as a reader of the PDF finds them in their rows."""
    alone = sheet_of(ballots.layout.size, 1)
    assert alone is not None
    stream = io.BytesIO()
    draw_ballots(replace(ballots, sheet=alone, sheets=1), stream, _ANY_DAY)
    found: list[ReadName] = []
    with PDFIUM, PdfDocument(stream.getvalue()) as document:
        for drawn, page in zip(document, ballots.layout.pages, strict=True):
            text = drawn.get_textpage()
            for row in page.rows:
                number = Box(row.row.x, row.row.y, row.name.x - row.row.x, row.row.height)
                found.append(ReadName(_text(text, number), _text(text, row.name)))
    return tuple(found)


def _text(page: object, box: Box) -> str:
    words = page.get_text_bounded(box.x, box.y, box.right, box.top)  # type: ignore[attr-defined]
    return " ".join(words.replace("\u00a0", " ").split())

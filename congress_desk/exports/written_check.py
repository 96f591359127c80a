"""What was written, looked at as a reader's program would: words of a file, ink of a page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docx import Document
from openpyxl.reader.excel import load_workbook
from pypdfium2 import PdfDocument

from congress_desk.exports.pdf.pdf_lock import PDFIUM

_DPI, _POINTS = 60, 72
_DARK = 128


def pdf_words(path: Path) -> str:
    """Return the text of a PDF, of all its pages, with single spaces."""
    with PDFIUM, PdfDocument(path) as document:
        return _plain(page.get_textpage().get_text_range() for page in document)


def docx_words(path: Path) -> str:
    """Return the text of a DOCX, of paragraphs and tables, with single spaces."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return _plain([*(paragraph.text for paragraph in document.paragraphs), *cells])


def workbook_words(path: Path) -> str:
    """Return the values of a workbook, of all its sheets, with single spaces."""
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        return _plain(
            str(value)
            for sheet in book.worksheets
            for row in sheet.iter_rows(values_only=True)
            for value in row
            if value is not None
        )
    finally:
        book.close()


def dark_part(path: Path) -> float:
    """Return how much of the first page of a PDF is dark, from 0 to 1, drawn at 60 dpi."""
    with PDFIUM, PdfDocument(path) as document:
        points = document[0].render(scale=_DPI / _POINTS, grayscale=True).to_pil().tobytes()
    dark: int = sum(value < _DARK for value in points)
    return dark / len(points)


def _plain(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).replace("\u00a0", " ").split())

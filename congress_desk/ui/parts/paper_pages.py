"""Pages of a PDF as pictures; never drawn by two workers at a time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from congress_desk.exports.pdf.pdf_lock import PDFIUM

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in points."""

    width: float
    height: float

    @property
    def landscape(self) -> bool:
        return self.width > self.height


def page_sizes(path: Path) -> tuple[PageSize, ...]:
    """Return the sizes of the pages of a PDF, in order."""
    from pypdfium2 import PdfDocument

    with PDFIUM, PdfDocument(path) as document:
        return tuple(PageSize(*page.get_size()) for page in document)


def page_image(path: Path, index: int, dots_per_inch: float) -> QImage:
    """Return a page drawn on white; `index` from 0."""
    from pypdfium2 import PdfDocument

    with PDFIUM, PdfDocument(path) as document:
        bitmap = document[index].render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        # The picture must outlive the buffer it was made from.
        return image.copy()

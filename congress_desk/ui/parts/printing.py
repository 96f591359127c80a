"""Prints a written PDF: its pages are drawn at the printer's resolution, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.parts.paper_pages import PageSize

MOST_DOTS = 300


class Printing(QObject):
    """Asks for the printer, then sends page after page; `progressed` carries page and pages."""

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(self, paper_maker: PaperMaker, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper_maker = paper_maker
        self._window = parent
        self._painter = QPainter()
        self._pages: list[int] = []
        paper_maker.failed.connect(self._on_failed)

    @property
    def runs(self) -> bool:
        """Say whether pages are on their way to the printer."""
        return self._painter.isActive()

    def ask(self, path: Path, sizes: tuple[PageSize, ...], name: str) -> None:
        """Show the print dialog for a written PDF."""
        self.choose(sizes, name, lambda printer: self.start(printer, path, sizes))

    def choose(
        self, sizes: tuple[PageSize, ...], name: str, done: Callable[[QPrinter], None]
    ) -> None:
        """Show the print dialog; `done` gets the printer that was chosen."""
        printer = printer_for(sizes, name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(sizes))
        dialog.setFromTo(1, len(sizes))
        dialog.accepted.connect(partial(done, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def start(self, printer: QPrinter, path: Path, sizes: tuple[PageSize, ...]) -> None:
        """Print the pages the printer was asked for."""
        self._printer, self._path = printer, path
        self._pages = wanted_pages(printer, len(sizes))
        self._count = len(self._pages)
        if not self._painter.begin(printer):
            self.finished.emit(False)
            return
        self._draw_next()

    def _draw_next(self) -> None:
        if not self._pages:
            self._painter.end()
            self.finished.emit(True)
            return
        self.progressed.emit(self._count - len(self._pages) + 1, self._count)
        dots = min(self._printer.resolution(), MOST_DOTS)
        self._paper_maker.draw(self._path, self._pages[0], dots, self._on_drawn)

    def _on_drawn(self, image: QImage) -> None:
        if self._count > len(self._pages):
            self._printer.newPage()
        self._pages.pop(0)
        paper = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(paper.translated(-paper.topLeft()), image)
        self._draw_next()

    def _on_failed(self, error: object) -> None:
        """End a print whose next page will never come."""
        if self.runs:
            self._pages = []
            self._painter.end()
            self.finished.emit(False)


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print from 0, in order; copies too where the printer makes none."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(first - 1, min(last, count)))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages if printer.supportsMultipleCopies() else pages * printer.copyCount()


def printer_for(sizes: tuple[PageSize, ...], name: str) -> QPrinter:
    """Return a printer set to the paper as it lies, without margins: the paper has its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(page_size(sizes[0]) if sizes else QPageSize(QPageSize.PageSizeId.A4))
    if sizes and sizes[0].landscape:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    return printer


def page_size(size: PageSize) -> QPageSize:
    """Return the size of paper that a page is made for: A4, of ballots A3 to A6."""
    short, long = sorted((size.width, size.height))
    found = QPageSize.id(QSizeF(short, long), QPageSize.Unit.Point)
    known = found is not QPageSize.PageSizeId.Custom
    return QPageSize(found if known else QPageSize.PageSizeId.A4)

"""Writes every paper to a folder, one after the other; can be stopped between two."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Refusal
from congress_desk.papers import Draft, Paper
from congress_desk.ui.desks.papers.workshop import Workshop


class ExportRun(QObject):
    """`told` carries how many are written and of how many; `ended` the number or a Refusal."""

    told = Signal(int, int)
    ended = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._waiting: list[Paper] = []
        self._count = 0
        self._cancelled = False

    def start(self, papers: tuple[Paper, ...], folder: Path) -> None:
        """Begin with the first paper."""
        self._waiting, self._count = list(papers), len(papers)
        self._folder = folder
        self._cancelled = False
        self._next()

    def cancel(self) -> None:
        """Stop after the paper at hand; what is written stays."""
        self._cancelled = True

    def _next(self) -> None:
        written = self._count - len(self._waiting)
        self.told.emit(written, self._count)
        if self._cancelled or not self._waiting:
            self.ended.emit(written)
            return
        self._workshop.make(self._waiting[0], self._on_made)

    def _on_made(self, draft: Draft) -> None:
        path = self._folder / draft.paper.file_name
        self._workshop.write(draft, path, self._on_written)

    def _on_written(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            self.ended.emit(refusal)
            return
        self._waiting.pop(0)
        self._next()

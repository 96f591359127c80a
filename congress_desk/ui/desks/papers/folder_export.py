"""Writes every paper to a folder, one after the other; can be stopped between two."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Place, Problem, Refusal, problem
from congress_desk.papers import one_refusal
from congress_desk.papers.paper import Draft, Paper, PaperChoices
from congress_desk.ui.parts.paper_maker import PaperMaker


class FolderExport(QObject):
    """`progressed` carries how many are written and of how many; `ended` the number or a Refusal.

    `runs` until then. What cannot be written does not keep the others from it.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, paper_maker: PaperMaker, parent: QObject) -> None:
        super().__init__(parent)
        self._paper_maker = paper_maker
        self._waiting: list[Paper] = []
        self._names: list[str] = []
        self._problems: list[Problem] = []
        self._count = self._written = 0
        self._cancelled = self.runs = False
        paper_maker.failed.connect(self._on_failed)

    def start(self, papers: tuple[Paper, ...], folder: Path, choices: PaperChoices) -> None:
        """Begin with the first paper."""
        self._waiting = list(papers)
        self._folder, self._choices = folder, choices
        self._count = sum(len(paper.file_names) for paper in papers)
        self._written = 0
        self._problems = []
        self._cancelled, self.runs = False, True
        self._next()

    def cancel(self) -> None:
        """Stop after the file at hand; what is written stays."""
        self._cancelled = True

    def _next(self) -> None:
        self.progressed.emit(self._written + len(self._problems), self._count)
        if self._cancelled or not self._waiting:
            self.runs = False
            self.ended.emit(one_refusal(self._problems, self._written) or self._written)
            return
        paper = self._waiting.pop(0)
        self._names, self._name = list(paper.file_names), paper.file_name
        self._paper_maker.make(paper, self._choices, self._on_made)

    def _on_made(self, draft: Draft) -> None:
        self._draft = draft
        self._write()

    def _write(self) -> None:
        self._name = self._names.pop(0)
        self._paper_maker.write(self._draft, self._folder / self._name, self._on_written)

    def _on_written(self, refusal: Refusal | None) -> None:
        if refusal is None:
            self._written += 1
        else:
            self._problems += refusal.problems
        if self._names and not self._cancelled:
            self._write()
        else:
            self._next()

    def _on_failed(self, error: object) -> None:
        """Go on with the next paper: the window reports what nobody expected."""
        if self.runs:
            self._problems.append(problem("paper_not_made", Place(file=self._name)))
            self._next()

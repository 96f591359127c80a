"""The report to the superior in one action: files beside the congress, text on the clipboard."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from congress_desk.errors import Problem, Refusal
from congress_desk.exports.file_names import file_name, unused_name
from congress_desk.papers import one_refusal
from congress_desk.papers.obstacles import obstacles_paper
from congress_desk.papers.paper import PLAIN, Draft, Paper
from congress_desk.reports.document.document import Document
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.session import Session


class ReportExport(QObject):
    """`made` carries what is read over the phone and the files; `refused` what went wrong."""

    made = Signal(str, object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject, *, clock: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._session, self._clock = session, clock
        self._paper_maker = PaperMaker(session, self)
        self._waiting: list[Path] = []
        self._written: list[Path] = []
        self._problems: list[Problem] = []
        self._under_way = False

    def start(self) -> None:
        """Make the report as the file stands now; once at a time."""
        if not self._under_way:
            self._under_way = True
            self._paper_maker.make(self._paper(), PLAIN, self._on_made)

    def idle(self) -> bool:
        """Say whether nothing is being written."""
        return not self._under_way

    def _paper(self) -> Paper:
        """Return the report under a name that says when, and that no file there has."""
        paper, folder = obstacles_paper(), self._session.exports_folder
        stem = paper.file_name.removesuffix(".pdf")
        name = file_name(stem, f"{self._clock():%Y-%m-%d-%H%M}", suffix=".pdf")
        taken = [path.with_suffix(".pdf").name for path in folder.glob(f"{stem}-*")]
        return dataclasses.replace(paper, file_name=unused_name(name, taken))

    def _on_made(self, draft: Draft) -> None:
        folder = self._session.exports_folder
        self._draft = draft
        self._waiting = [folder / name for name in draft.paper.file_names]
        self._written, self._problems = [], []
        self._next()

    def _next(self) -> None:
        if self._waiting:
            self._paper_maker.write(self._draft, self._waiting[0], self._on_written)
            return
        self._under_way = False
        content = self._draft.content
        spoken = content.spoken if isinstance(content, Document) else ""
        QGuiApplication.clipboard().setText(spoken)
        refusal = one_refusal(self._problems, len(self._written))
        if refusal:
            self.refused.emit(refusal)
        self.made.emit(spoken, tuple(self._written))

    def _on_written(self, refusal: Refusal | None) -> None:
        path = self._waiting.pop(0)
        if refusal is None:
            self._written.append(path)
        else:
            self._problems += refusal.problems
        self._next()

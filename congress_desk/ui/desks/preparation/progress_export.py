"""The progress report to the superior in one act: asked once where, written as PDF and DOCX."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.papers.paper import PLAIN, Draft
from congress_desk.papers.preparation import progress_report_paper
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.session import Session

_DOCX = ".docx"


class ProgressExport(QObject):
    """`written` carries both paths, `refused` why one of them was not written."""

    written = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, messages: Messages, desk: QWidget) -> None:
        super().__init__(desk)
        self._session, self._messages, self._desk = session, messages, desk
        self._paper_maker = PaperMaker(session, desk)

    def ask(self) -> None:
        """Ask where the report is to be, then write it there as PDF, and beside it as DOCX."""
        name = progress_report_paper().file_name
        self._messages.save_file(
            self._desk,
            tr("Progress report on the preparation"),
            self._session.exports_folder / name,
            "PDF (*.pdf)",
            self._make,
            beside=(_DOCX,),
        )

    def idle(self) -> bool:
        """Say whether nothing is being written."""
        return self._paper_maker.idle()

    def _make(self, path: Path) -> None:
        paths = (path, path.with_suffix(_DOCX))

        def write(draft: Draft) -> None:
            self._write(draft, paths, ())

        self._paper_maker.make(progress_report_paper(), PLAIN, write)

    def _write(self, draft: Draft, waiting: tuple[Path, ...], ready: tuple[Path, ...]) -> None:
        if not waiting:
            self.written.emit(ready)
            return

        def then(refusal: Refusal | None) -> None:
            if refusal is not None:
                self.refused.emit(refusal)
            else:
                self._write(draft, waiting[1:], (*ready, waiting[0]))

        self._paper_maker.write(draft, waiting[0], then)

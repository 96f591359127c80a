"""The register as a workbook: asked what may leave the house, then written beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.papers.paper import Draft, PaperChoices
from congress_desk.papers.people import people_paper
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session

NAME = "danh-sach-dai-bieu.xlsx"


class ListExport(QObject):
    """`written` carries the path, `refused` why it was not written."""

    written = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, messages: Messages, desk: QWidget) -> None:
        super().__init__(desk)
        self._session, self._messages, self._desk = session, messages, desk
        self._paper_maker = PaperMaker(session, desk)

    def ask(self) -> None:
        """Ask whether dates of birth and notes go along, and where the workbook is to be."""
        title, submit = tr("Export the register to Excel"), tr("Choose where to keep it…")
        form = FormDialog(title, submit, self._desk)
        form.tell(
            tr("Dates of birth and notes are left out of a list that goes from hand to hand.")
        )
        whole = QCheckBox(tr("With dates of birth and notes, to edit it and import it again"))
        form.add_field("", whole, "withPrivate")
        whole.setAccessibleName(whole.text())
        form.submitted.connect(lambda: self._on_chosen(form, private=whole.isChecked()))
        form.open()

    def idle(self) -> bool:
        """Say whether nothing is being written."""
        return self._paper_maker.idle()

    def _on_chosen(self, form: FormDialog, *, private: bool) -> None:
        form.accept()
        self._messages.save_file(
            self._desk,
            tr("Export the register to Excel"),
            self._session.exports_folder / NAME,
            tr("Workbooks (*.xlsx)"),
            partial(self._make, private),
        )

    def _make(self, private: bool, path: Path) -> None:
        paper = people_paper(path.name)

        def write(draft: Draft) -> None:
            self._paper_maker.write(draft, path, partial(self._on_written, path))

        self._paper_maker.make(paper, PaperChoices(private=private), write)

    def _on_written(self, path: Path, refusal: Refusal | None) -> None:
        if refusal is None:
            self.written.emit(path)
        else:
            self.refused.emit(refusal)

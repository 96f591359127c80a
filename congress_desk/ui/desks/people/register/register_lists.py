"""Whole lists of the register: read one in, take the last one back, write the register out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.people.undo_import import undo_import
from congress_desk.domain.people.person import PersonKind
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

EXPORT_NAME = "danh-sach-dai-bieu.xlsx"


class RegisterLists(QObject):
    """Says in the notice of the desk what came of it."""

    def __init__(
        self, session: Session, messages: Messages, acts: Acts, notice: Notice, desk: QWidget
    ) -> None:
        super().__init__(desk)
        self._session, self._messages, self._acts = session, messages, acts
        self._notice, self._desk = notice, desk
        self._export: Any = None

    def read_list(self, newcomers: PersonKind = PersonKind.OFFICIAL) -> None:
        """Open the wizard; `newcomers` is what those are of whom the list does not say it."""
        from congress_desk.ui.desks.people.importing.wizard import ImportWizard

        ImportWizard(self._session, self._messages, self._desk, newcomers=newcomers).open()

    def ask_undo(self, source: str) -> None:
        """Ask whether the last list, of the file `source`, is to be taken back."""
        self._messages.ask(
            self._desk,
            tr("Undo the import of {source}?", source=source),
            tr(
                "Everybody the list added is removed from the register, and what it changed is"
                " as before. The journal keeps both."
            ),
            tr("Undo the import"),
            self._on_undo_answered,
            danger=True,
        )

    def ask_export(self) -> None:
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

    def _on_chosen(self, form: FormDialog, *, private: bool) -> None:
        from congress_desk.papers.paper import PaperChoices
        from congress_desk.papers.people import people_paper
        from congress_desk.ui.parts.paper_export import PaperExport

        form.accept()
        if self._export is None:
            self._export = PaperExport(self._session, self._messages, self._desk, self._notice)
        self._export.ask(
            tr("Export the register to Excel"),
            EXPORT_NAME,
            tr("Workbooks (*.xlsx)"),
            lambda path: (people_paper(path.name), PaperChoices(private=private)),
        )

    def _on_undo_answered(self, yes: bool) -> None:
        if yes:
            self._acts.run(undo_import, done=self._on_undone)

    def _on_undone(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self._on_refused(value)
        else:
            self._notice.say("holds", tr("The import of {source} was undone.", source=value))

    def _on_refused(self, refusal: Refusal) -> None:
        self._notice.say_problems(refusal.problems)

"""The import wizard: a list of an office becomes the register in four steps.

File and sheet, columns, preview, done. Nothing of the congress is written before the button of the
preview is pressed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.people.register import import_register
from congress_desk.actions.people.undo_import import undo_import
from congress_desk.domain.people.person import PersonKind
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.importing.columns.columns_step import ColumnsStep
from congress_desk.ui.desks.people.importing.done_step import DoneStep
from congress_desk.ui.desks.people.importing.file_step import FileStep
from congress_desk.ui.desks.people.importing.list_flow import ListFlow
from congress_desk.ui.desks.people.importing.list_reading import ListReading
from congress_desk.ui.desks.people.importing.list_source import FoundTable, setting_of
from congress_desk.ui.desks.people.importing.preview.list_comparison import Compared
from congress_desk.ui.desks.people.importing.preview.preview_step import PreviewStep
from congress_desk.ui.desks.people.importing.step_frame import Frame
from congress_desk.ui.desks.people.importing.wizard_words import (
    done_details,
    done_sentence,
    step_titles,
    step_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.drop_mark import DropTarget
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts

FILE, COLUMNS, PREVIEW, DONE = range(4)
SIZE, LEAST, MARGIN = (1280, 720), (860, 560), 32


class ImportWizard(QDialog):
    """Opened with `open()`; accepted once a list was taken in.

    `newcomers` is what those are of whom the list does not say it.
    """

    def __init__(
        self,
        session: Session,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        newcomers: PersonKind = PersonKind.OFFICIAL,
    ) -> None:
        super().__init__(parent)
        self._newcomers = newcomers
        guests = newcomers is PersonKind.GUEST
        self.setObjectName("importWizard")
        self.setWindowTitle(tr("Import a list of guests") if guests else tr("Import a list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        DropTarget(self, self._drop_words).dropped.connect(self.read_file)
        self._session, self._messages = session, messages
        self._acts = Acts(session, self)
        self._reading = ListReading(session, self)
        self._shown: FoundTable | None = None
        self._compared: Compared | None = None
        self.frame = Frame(step_titles())
        self.file_step, self.columns_step = FileStep(), ColumnsStep()
        self.preview_step, self.done_step = PreviewStep(), DoneStep()
        self.flow = ListFlow(self._reading, self.file_step, self)
        self._lay_out()
        self._connect()
        self._show_step(FILE)
        self.file_step.show_empty()

    @property
    def step(self) -> int:
        """Return the step in sight: FILE, COLUMNS, PREVIEW or DONE."""
        return self.frame.bar.step

    def idle(self) -> bool:
        """Say whether nothing is being read or written."""
        return self._session.idle() and not self._reading.busy and not self._acts.busy

    def read_file(self, path: Path) -> None:
        """Read a list and show its sheets; nothing is lost when it cannot be read."""
        self.flow.read(path)

    def _on_choose(self) -> None:
        title = tr("Choose the list of people")
        filters = ";;".join([tr("Lists (*.xlsx *.xls *.docx *.csv)"), tr("All files (*)")])
        folder = self.flow.list.path.parent if self.flow.list else None
        self._messages.open_file(self, title, filters, self.read_file, folder=folder)

    def _on_reading(self, file_name: str) -> None:
        self.frame.notice.hide()
        self.frame.show_work(tr("Reading {file}…", file=file_name), can_stop=True)

    def _on_opened(self) -> None:
        self._shown = None
        self._show_step(FILE)

    def _on_found_again(self, found: FoundTable) -> None:
        """Compare anew with the same fields, where the columns are still the same."""
        if not found.header:
            self._show_step(FILE)
        elif found.has_columns_of(self._shown):
            self._shown = found
            self._compare()
        else:
            self._show_columns(found)

    def _on_next(self) -> None:
        match self.step:
            case 0 if self.flow.table is not None and self.flow.has_table:
                self._show_columns(self.flow.table)
            case 1:
                self._compare()
            case 2:
                self._import()
            case 3:
                self.accept()

    def _on_back(self) -> None:
        self._show_step(self.step - 1)
        if self.step == COLUMNS:
            self.columns_step.take_keyboard()
        else:
            self.file_step.sheets.setFocus()

    def _show_columns(self, found: FoundTable) -> None:
        if found != self._shown:
            self._shown = found
            step = self.columns_step
            step.show_columns(
                found.columns, found.chosen, guessed=found.guessed, remembered=found.remembered
            )
            step.show_attendance(wanted=not found.checked_in, checked_in=found.checked_in)
        self._show_step(COLUMNS)
        self.columns_step.take_keyboard()

    def _compare(self) -> None:
        found, step = self._shown, self.columns_step
        if found is None or self.flow.list is None or step.refuse_choice():
            return
        self.frame.show_work(tr("Comparing with the register…"), can_stop=True)
        self._reading.compare(
            self.flow.list,
            found,
            step.chosen,
            name_case=step.name_case.isChecked(),
            attendance=step.attendance.isChecked(),
            turn=step.turn.columns,
            newcomers=self._newcomers,
            done=self._on_compared,
        )

    def _on_compared(self, compared: Compared) -> None:
        self.frame.end_work()
        self._compared = compared
        self._show_step(PREVIEW)
        self.preview_step.show_rows(compared.rows)

    def _import(self) -> None:
        if self._compared is None or self.flow.list is None or not self._compared.count:
            return
        self.frame.show_work(tr("Writing into the register…"), can_stop=False)
        self._acts.run(
            import_register,
            self._compared.changes,
            source=self.flow.list.path.name,
            done=self._on_imported,
        )

    def _on_imported(self, value: Any) -> None:
        self.frame.end_work()
        if isinstance(value, Refusal):
            self._refuse(value)
            return
        assert self._compared is not None
        self._show_step(DONE)
        self.done_step.show_words(done_sentence(self._compared), done_details(self._compared))
        self.frame.next.setFocus()
        self._remember()

    def _on_undo(self) -> None:
        """Take back at once what was just written; the preview is in sight again."""
        self.frame.show_work(tr("Undoing the import…"), can_stop=False)
        self._acts.run(undo_import, done=self._on_undone)

    def _on_undone(self, value: Any) -> None:
        self.frame.end_work()
        if isinstance(value, Refusal):
            self._refuse(value)
            return
        self._compare()

    def _remember(self) -> None:
        """Keep the choice of fields for the next such list, where its titles do not tell it."""
        found, chosen = self._shown, self.columns_step.chosen
        if found is None or found.table is None or not found.is_news(chosen):
            return
        key, text = setting_of(found.table, chosen)
        self._acts.run(set_congress_setting, key, text, done=self._on_remembered)

    def _on_remembered(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.frame.notice.say_problems(value.problems, tone=value.tone)

    def _on_stop(self) -> None:
        self._reading.stop()
        self.frame.end_work()

    def _on_failed(self, error: object) -> None:
        """The window reports what went wrong; here the buttons come back."""
        self._on_stop()

    def _on_leave_answered(self, leave: bool) -> None:
        if leave:
            super().reject()

    def _refuse(self, refusal: Refusal) -> None:
        self.frame.notice.say_problems(refusal.problems)

    def _show_step(self, step: int) -> None:
        self.frame.show_step(step, *step_words(step))
        self._show_buttons()

    def _show_buttons(self) -> None:
        count = self._compared.count if self._compared else 0
        match self.step:
            case 0:
                ready, shown = self.flow.has_table, self.flow.list is not None
                self.frame.show_next(tr("Next"), enabled=ready, shown=shown)
            case 1:
                self.frame.show_next(tr("Compare with the register"))
            case 2 if count:
                self.frame.show_next(tr("Import {count} people", count=count))
            case 2:
                self.frame.show_next(tr("Nothing to import"), enabled=False)
            case _:
                self.frame.show_next(tr("See the register"))

    def _connect(self) -> None:
        self.frame.next_wanted.connect(self._on_next)
        self.frame.back_wanted.connect(self._on_back)
        self.frame.stop_wanted.connect(self._on_stop)
        self.frame.leave_wanted.connect(self.reject)
        self.file_step.choose_wanted.connect(self._on_choose)
        self.preview_step.again_wanted.connect(self.flow.read_again)
        self.flow.reading.connect(self._on_reading)
        self.flow.ended.connect(self.frame.end_work)
        self.flow.refused.connect(self._refuse)
        self.done_step.undo_wanted.connect(self._on_undo)
        self.flow.opened.connect(self._on_opened)
        self.flow.found.connect(self._show_buttons)
        self.flow.found_again.connect(self._on_found_again)
        self._reading.failed.connect(self._on_failed)
        self._session.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        for page in (self.file_step, self.columns_step, self.preview_step, self.done_step):
            self.frame.pages.addWidget(page)
        room = self.screen().availableSize() - QSize(2 * MARGIN, 2 * MARGIN)
        self.setMinimumSize(QSize(*map(theme.px, LEAST)).boundedTo(room))
        self.resize(QSize(*map(theme.px, SIZE)).boundedTo(room))
        column_in(self, self.frame, spacing=None)
        # Only now is there a dialog whose Enter it can be.
        self.frame.next.setDefault(True)

    def reject(self) -> None:
        if self._acts.busy:
            return
        if self.frame.working:
            self._on_stop()
        elif self.step == DONE:
            self.accept()
        elif self._shown is None:
            super().reject()
        else:
            self._messages.ask(
                self,
                tr("Close without importing?"),
                tr("The choice of fields is lost. The register stays as it is."),
                tr("Close the import"),
                self._on_leave_answered,
                danger=True,
            )

    def _drop_words(self, path: Path) -> str:
        return tr("Drop to read {name}", name=path.name) if self.step == FILE else ""

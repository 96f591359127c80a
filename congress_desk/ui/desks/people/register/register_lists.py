"""Whole lists of the register: read one in, take the last one back, write the register out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from congress_desk.actions.people.undo_import import undo_import
from congress_desk.domain.people.person import PersonKind
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts


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

    def ask_undo(self) -> None:
        """Ask whether the last list is to be taken back."""
        self._messages.ask(
            self._desk,
            tr("Undo this import?"),
            tr(
                "Everybody the last list added is removed from the register, and what it changed is"
                " as before. The journal keeps both."
            ),
            tr("Undo the import"),
            self._on_undo_answered,
            danger=True,
        )

    def ask_export(self) -> None:
        """Ask where the register is to be written."""
        if self._export is None:
            from congress_desk.ui.desks.people.register.export_list import ListExport

            self._export = ListExport(self._session, self._messages, self._desk)
            self._export.written.connect(self._on_exported)
            self._export.refused.connect(self._on_refused)
        self._export.ask()

    def _on_undo_answered(self, yes: bool) -> None:
        if yes:
            self._acts.run(undo_import, done=self._on_undone)

    def _on_undone(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self._on_refused(value)
        else:
            self._notice.say("holds", tr("The import of {source} was undone.", source=value))

    def _on_exported(self, path: Path) -> None:
        self._notice.say("holds", tr("Saved as {path}.", path=str(path)))

    def _on_refused(self, refusal: Refusal) -> None:
        self._notice.say_problems(refusal.problems)

"""A question that wants a reason before something is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST = 2000


class ReasonDialog(FormDialog):
    """Runs `action(file, *args, reason=…)` with the reason typed; a refusal is told here."""

    def __init__(
        self,
        acts: Acts,
        title: str,
        words: str,
        submit: str,
        action: Callable[..., Any],
        *args: Any,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, tr("Leave it"), parent)
        self._acts, self._action, self._args = acts, action, args
        told = QLabel(words)
        told.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.form.addRow(told)
        self.add_field(tr("Reason"), self.reason, "reasonField")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        if not self.reason.text().strip():
            self.refuse_words(tr("Write why: the reason is kept in the journal."), self.reason)
            return
        self._acts.run(self._action, *self._args, reason=self.reason.text(), done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
        else:
            self.accept()

"""Cancelling a round that was opened in error: only with a reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.elections.round import Round
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST = 500


class CancelDialog(FormDialog):
    """Closes when the round is cancelled; its ballots stay in the file and do not count."""

    def __init__(self, acts: Acts, found: Round, entered: int, parent: QWidget | None) -> None:
        title = tr("Cancel round {number}?", number=found.number)
        super().__init__(title, tr("Cancel the round"), tr("Keep the round"), parent)
        self._acts, self._round_id = acts, found.id
        words = QLabel(
            tr(
                "Only for a round that was opened in error. Its {count} ballots stay in the file"
                " and count no more; the round can be opened again.",
                count=entered,
            )
        )
        words.setWordWrap(True)
        self.form.addRow(words)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.add_field(tr("Why it is cancelled"), self.reason, "cancelReason")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        reason = self.reason.text()
        self._acts.run(cancel_round, self._round_id, reason=reason, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
        else:
            self.accept()

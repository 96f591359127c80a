"""Voting again and cancelling: each only with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from congress_desk.actions.motions import cancel_motion, repeat_motion
from congress_desk.domain.motions import Motion
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST = 2000


class ReasonDialog(FormDialog):
    """One sentence of what `action` will do, and a field for why; `saved` carries the motion."""

    saved = Signal(object)

    def __init__(
        self,
        acts: Acts,
        motion: Motion,
        action: Callable[..., Motion | Refusal],
        *,
        title: str,
        sentence: str,
        submit: str,
        why: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, tr("Leave it as it was"), parent)
        self._acts, self._motion, self._action = acts, motion, action
        said = QLabel(sentence)
        said.setWordWrap(True)
        self.form.addRow(said)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.add_field(why, self.reason, "motionReason")
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.say("", "wrong")
        reason = self.reason.text()
        self._acts.run(self._action, self._motion.id, reason=reason, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason)
            return
        self.saved.emit(value)
        self.accept()


def repeat_dialog(acts: Acts, motion: Motion, parent: QWidget | None) -> ReasonDialog:
    """Return the dialog that puts the same matter to the vote again."""
    return ReasonDialog(
        acts,
        motion,
        repeat_motion,
        title=tr("Vote on this matter again?"),
        sentence=tr(
            "The earlier vote stays in the file with its numbers; the new one is counted afresh."
        ),
        submit=tr("Vote again"),
        why=tr("Why the vote is repeated"),
        parent=parent,
    )


def cancel_dialog(acts: Acts, motion: Motion, parent: QWidget | None) -> ReasonDialog:
    """Return the dialog that cancels a motion."""
    return ReasonDialog(
        acts,
        motion,
        cancel_motion,
        title=tr("Cancel this motion?"),
        sentence=tr("It stays in the list as cancelled, with the reason, and counts no more."),
        submit=tr("Cancel the motion"),
        why=tr("Why it is cancelled"),
        parent=parent,
    )

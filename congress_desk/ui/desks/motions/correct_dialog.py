"""Correcting the recorded numbers of a vote, with a reason; the journal keeps those before."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from congress_desk.actions.motions import change_vote
from congress_desk.domain.motions import Motion, check_hands
from congress_desk.domain.people.person import BaseSum
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.desks.motions.hands_form import HandsForm
from congress_desk.ui.desks.motions.words import check_words
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts

LONGEST, LONGEST_NAME = 2000, 200


class CorrectDialog(FormDialog):
    """`saved` carries the motion; presence can be taken anew where it was frozen too early."""

    saved = Signal(object)

    def __init__(self, acts: Acts, motion: Motion, now: BaseSum, parent: QWidget | None) -> None:
        title, submit = tr("Correct the result"), tr("Save the correction")
        super().__init__(title, submit, tr("Leave it as it was"), parent)
        self._acts, self._motion, self._now = acts, motion, now
        said = QLabel(tr("The journal keeps the numbers as they were before."))
        said.setWordWrap(True)
        self.form.addRow(said)
        self.hands, self.reason = HandsForm(), QLineEdit()
        self.announced_by = QLineEdit(motion.announced_by)
        self.announced_by.setMaxLength(LONGEST_NAME)
        self.reason.setMaxLength(LONGEST)
        self.form.addRow(self.hands)
        self._add_present_now()
        self.add_field(tr("Announced by"), self.announced_by, "motionCorrectedBy")
        self.add_field(tr("Why the numbers are corrected"), self.reason, "motionReason")
        self._show_recorded()
        self.hands.edited.connect(self._on_edited)
        self.hands.finished.connect(self.reason.setFocus)
        self.present_now.toggled.connect(self._on_edited)
        acts.busy_changed.connect(self.submit.setDisabled)
        self.submitted.connect(self._on_submitted)

    @property
    def _present(self) -> int:
        return self._now.present if self.present_now.isChecked() else self._motion.present or 0

    def _add_present_now(self) -> None:
        now, motion = self._now, self._motion
        self.present_now = QCheckBox(
            tr(
                "Take D = {base} and {present} present, as they are now",
                base=now.base,
                present=now.present,
            )
        )
        self.present_now.setObjectName("motionPresentNow")
        moved = (now.base, now.present) != (motion.base, motion.present)
        if moved and now.base and now.present:
            self.form.addRow(self.present_now)
        else:
            self.present_now.hide()

    def _show_recorded(self) -> None:
        found = self._motion.hands
        if found is not None:
            typed = (str(found.in_favour), str(found.against), str(found.other))
            self.hands.show_typed(typed, self._present)
        self.hands.take_keyboard()

    def _on_edited(self) -> None:
        self.hands.show_typed(self.hands.typed, self._present)
        hands = self.hands.hands
        tone, words = check_words(hands, self._present) if hands else ("wrong", "")
        self.hands.mark_wrong(tone == "wrong")
        self.say(words, tone)

    def _on_submitted(self) -> None:
        hands = self.hands.hands
        if hands is None or check_hands(hands, self._present):
            self._on_edited()
            self.hands.take_keyboard()
            return
        self._acts.run(
            change_vote,
            self._motion.id,
            hands,
            announced_by=self.announced_by.text(),
            reason=self.reason.text(),
            present_now=self.present_now.isChecked(),
            done=self._on_done,
        )

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse(value, self.reason if value.first.code == "reason_missing" else None)
            return
        self.saved.emit(value)
        self.accept()

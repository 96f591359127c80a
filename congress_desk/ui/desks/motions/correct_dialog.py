"""Correcting the recorded numbers of a vote, with a reason; the journal keeps those before."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.motions import change_vote
from congress_desk.domain.motions import Motion, base_asked, check_hands
from congress_desk.i18n import tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.hands_form import HandsForm
from congress_desk.ui.desks.motions.words import check_words
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts

LONGEST_NAME = 200


class CorrectDialog(FormDialog):
    """`saved` carries the motion; presence can be taken anew where it was frozen too early."""

    def __init__(
        self, acts: Acts, motion: Motion, view: MotionsView, parent: QWidget | None
    ) -> None:
        title, submit = tr("Correct the result"), tr("Save the correction")
        super().__init__(title, submit, parent, acts=acts)
        self._motion, self._now = motion, view.presence
        self._base = base_asked(view.presence, view.congress.rules)
        self.tell(tr("The journal keeps the numbers as they were before."))
        self.hands = HandsForm()
        self.form.addRow(self.hands)
        self._add_present_now()
        self.announced_by = self.add_line(
            tr("Announced by"), "motionCorrectedBy", motion.announced_by, longest=LONGEST_NAME
        )
        self.reason = self.add_line(tr("Why the numbers are corrected"), "reasonField")
        self.wrong = {"reason_missing": self.reason}
        self._show_recorded()
        self.hands.edited.connect(self._on_edited)
        self.hands.finished.connect(self.reason.setFocus)
        self.present_now.toggled.connect(self._on_edited)
        self.submitted.connect(self._on_submitted)

    @property
    def _present(self) -> int:
        return self._now.present if self.present_now.isChecked() else self._motion.present or 0

    def _add_present_now(self) -> None:
        now, motion = self._now, self._motion
        self.present_now = QCheckBox(
            tr(
                "Take base {base} and {present} present, as they are now",
                base=self._base,
                present=now.present,
            )
        )
        self.present_now.setObjectName("motionPresentNow")
        moved = (self._base, now.present) != (motion.base, motion.present)
        if moved and self._base and now.present:
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
        self.run(
            change_vote,
            self._motion.id,
            hands,
            announced_by=self.announced_by.text(),
            reason=self.reason.text(),
            present_now=self.present_now.isChecked(),
        )

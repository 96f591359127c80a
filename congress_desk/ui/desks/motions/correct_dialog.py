"""Correcting the recorded numbers of a vote, with a reason; the journal keeps those before."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from congress_desk.actions.motions import change_vote
from congress_desk.domain.motions import Hall, Motion, check_hands
from congress_desk.i18n import grouped, tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.hands_form import HandsForm
from congress_desk.ui.desks.motions.words import check_words
from congress_desk.ui.records.fields.field import RecordField, text_field
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
        self._motion, self._now = motion, view.hall
        self._of = view.congress.rules.motion_base
        if motion.majority is not None:
            self._of = motion.majority.of
        self.tell(tr("The journal keeps the numbers as they were before."))
        self.hands = HandsForm()
        self.hands.count_shares(self._of.by_shares)
        self.form.addRow(self.hands)
        fields = _fields(self._now)
        self.editors = {field.name: self.add_record_field(field, "correct") for field in fields}
        self.editors["announced_by"].show(motion)
        reason = self.editors["reason"].widget
        self.wrong = {"reason_missing": reason}
        self.present_now = self.editors["present_now"].widget
        assert isinstance(self.present_now, QCheckBox)
        self.form.setRowVisible(self.present_now, self._has_moved())
        self._show_recorded()
        self.hands.edited.connect(self._on_edited)
        self.hands.finished.connect(reason.setFocus)
        self.present_now.toggled.connect(self._on_edited)
        self.submitted.connect(self._on_submitted)

    @property
    def _present(self) -> int:
        taken_anew: bool = self.editors["present_now"].value()
        return self._now.present if taken_anew else self._motion.present or 0

    def _has_moved(self) -> bool:
        """Say whether there are other numbers now than those that were frozen."""
        now, motion = self._now, self._motion
        before = motion.present if self._of.by_shares else motion.base
        moved = (now.base, now.present) != (before, motion.present)
        return bool(moved and now.base and now.present)

    def _show_recorded(self) -> None:
        found = self._motion.hands
        if found is not None:
            typed = (str(found.in_favour), str(found.against), str(found.other))
            self.hands.show_typed(typed, self._present)
        self.hands.take_keyboard()

    def _on_edited(self) -> None:
        self.hands.show_typed(self.hands.typed, self._present)
        hands = self.hands.hands
        tone, words = check_words(hands, self._present, self._of) if hands else ("wrong", "")
        self.hands.mark_wrong(tone == "wrong")
        self.say(words, tone)

    def _on_submitted(self) -> None:
        hands = self.hands.hands
        if hands is None or check_hands(hands, self._present, self._of):
            self._on_edited()
            self.hands.take_keyboard()
            return
        self.run(
            change_vote,
            self._motion.id,
            hands,
            **{name: editor.value() for name, editor in self.editors.items()},
        )


def _fields(hall: Hall) -> tuple[RecordField, ...]:
    now = tr(
        "Take base {base} and {present} present, as they are now",
        base=grouped(hall.base),
        present=grouped(hall.present),
    )
    return (
        text_field("present_now", now, tick=True),
        text_field("announced_by", tr("Announced by"), longest=LONGEST_NAME),
        text_field("reason", tr("Why the numbers are corrected")),
    )

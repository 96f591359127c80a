"""Which dialog belongs to a motion as it stands: worded, corrected, repeated, cancelled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.motions import cancel_motion, repeat_motion
from congress_desk.domain.motions import Motion, MotionState
from congress_desk.domain.people.register import Roll
from congress_desk.i18n import tr
from congress_desk.queries.motions import MotionsView
from congress_desk.ui.desks.motions.correct_dialog import CorrectDialog
from congress_desk.ui.desks.motions.holders_dialog import HoldersDialog
from congress_desk.ui.desks.motions.motion_dialog import MotionDialog
from congress_desk.ui.desks.motions.names_dialog import NamesDialog
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.widgets.screen_acts import Acts


class MotionDialogs(QObject):
    """Opens them over `page`; `saved` carries the motion that one of them wrote."""

    saved = Signal(object)

    def __init__(self, acts: Acts, page: QWidget) -> None:
        super().__init__(page)
        self._acts, self._page = acts, page

    def add(self, view: MotionsView) -> None:
        """Word a new motion."""
        self._open(MotionDialog(self._acts, view, None, self._page))

    def edit(self, view: MotionsView, motion: Motion) -> None:
        """Word an open motion anew, or correct the numbers of a recorded one."""
        if motion.state is MotionState.VOTED and motion.by_holder:
            self.by_holder(motion, "")
        elif motion.state is MotionState.VOTED:
            self._open(CorrectDialog(self._acts, motion, view, self._page))
        elif motion.state is MotionState.OPEN:
            self._open(MotionDialog(self._acts, view, motion, self._page))

    def by_holder(self, motion: Motion, announced_by: str) -> None:
        """Enter how each holder or proxy voted, or correct it."""
        self._open(HoldersDialog(self._acts, motion, announced_by, self._page))

    def repeat(self, motion: Motion) -> None:
        """Put the matter to the vote again."""
        self._open(
            ReasonDialog(
                self._acts,
                tr("Vote on this matter again?"),
                tr(
                    "The earlier vote stays in the file with its numbers; the new one is counted"
                    " afresh."
                ),
                tr("Vote again"),
                repeat_motion,
                motion.id,
                why=tr("Why the vote is repeated"),
                parent=self._page,
            )
        )

    def cancel(self, motion: Motion) -> None:
        """Cancel a motion that is not cancelled yet."""
        if motion.state is MotionState.CANCELLED:
            return
        self._open(
            ReasonDialog(
                self._acts,
                tr("Cancel this motion?"),
                tr("It stays in the list as cancelled, with the reason, and counts no more."),
                tr("Cancel the motion"),
                cancel_motion,
                motion.id,
                why=tr("Why it is cancelled"),
                danger=True,
                parent=self._page,
            )
        )

    def show_names(self, roll: Roll | None) -> None:
        """Show who was present, where that was frozen with names."""
        if roll is not None:
            NamesDialog(roll, self._page).open()

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(self.saved)
        dialog.open()

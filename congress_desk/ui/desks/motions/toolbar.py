"""The buttons under the list of motions; which of them can be pressed depends on the motion."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from congress_desk.domain.motions import MotionState
from congress_desk.i18n import tr
from congress_desk.ui.desks.motions.words import MotionRow
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.flow_layout import FlowLayout


class MotionToolbar(QWidget):
    """Each button calls the act of its name in `acts`."""

    def __init__(
        self, acts: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._row = FlowLayout(self)
        self._add("add", tr("Add a motion…"), "plus", "Insert")
        self.usual = self._add("usual", tr("Add the usual motions"), "layers", usual_tip())
        self.edit = self._add("edit", tr("Change…"), "pencil", "F2")
        self.repeat = self._add("repeat", tr("Vote again…"), "rotate-ccw", "F8")
        self.put_off = self._add("putOff", tr("Put off the vote"), "undo-2", put_off_tip())
        self.cancel = self._add("cancel", tr("Cancel…"), "ban", "Delete")

    def show_for(self, row: MotionRow, *, usual: bool) -> None:
        """Show what can be done with a motion; `usual` says that usual ones are missing."""
        state = row.motion.state
        voted = state is MotionState.VOTED
        self.usual.setVisible(usual)
        self.edit.setText(tr("Correct the result…") if voted else tr("Change…"))
        self.edit.setEnabled(state is not MotionState.CANCELLED)
        self.cancel.setEnabled(state is not MotionState.CANCELLED)
        self.put_off.setVisible(state is MotionState.OPEN and row.motion.begun)
        self.repeat.setVisible(voted and not row.repeated)

    def _add(self, act: str, text: str, icon: str, tip: str) -> QPushButton:
        button = make_button(text, self._acts[act], name=f"{act}Motion", icon=icon, tip=tip)
        self._row.addWidget(button)
        return button


def usual_tip() -> str:
    """Return what the usual motions are."""
    return tr("Organs, agenda, rules, lists and resolution, worded with the names in the file")


def put_off_tip() -> str:
    """Return what putting a vote off does."""
    return tr("Back to waiting: D and who is present are frozen anew when the vote is begun")

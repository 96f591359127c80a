"""The buttons under the list of motions, and why a motion refuses what they do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.domain.motions import MotionState
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.motions.words import MotionRow
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout

BUTTONS = ("add", "usual", "edit", "repeat", "put_off", "cancel")
HIDDEN_WHILE_REFUSED = ("usual", "repeat", "put_off")
_NAMES = {"put_off": "putOff"}


class MotionToolbar(QWidget):
    """A button for each command of a motion that has one."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        row = FlowLayout(self)
        buttons = {
            name: command_button(commands, name, name=f"{_NAMES.get(name, name)}Motion")
            for name in BUTTONS
        }
        for button in buttons.values():
            row.addWidget(button)
        self.usual = buttons["usual"]


def why_not(name: str, row: MotionRow | None, *, usual: bool) -> str:
    """Return why a command is refused for a motion; `usual` says that usual ones are missing."""
    if name == "usual":
        return "" if usual else tr("All the usual motions are on the list")
    if name == "add":
        return ""
    if row is None:
        return tr("Choose a motion first")
    if name in ("up", "down"):
        return ""
    return _why_not_of(name, row)


def _why_not_of(name: str, row: MotionRow) -> str:
    motion, state = row.motion, row.motion.state
    if state is MotionState.CANCELLED:
        return tr("The motion was cancelled")
    voted = state is MotionState.VOTED
    if name == "repeat":
        done = tr("It was voted on again already") if row.repeated else ""
        return done if voted else tr("It was not voted on yet")
    if name == "put_off":
        return "" if not voted and motion.begun else tr("No vote is under way")
    if name == "renew":
        by_hand = motion.begun and not motion.roll_id
        typed = tr("D and who is present were typed by hand") if by_hand else ""
        return tr("The result is recorded") if voted else typed
    return ""


def edit_words(row: MotionRow | None) -> str:
    """Return what changing is called: of a motion that was voted on the result is corrected."""
    voted = row is not None and row.motion.state is MotionState.VOTED
    return tr("Correct the result…") if voted else tr("Change…")

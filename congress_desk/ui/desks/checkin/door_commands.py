"""What can be done at the door, and why it is refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands

if TYPE_CHECKING:
    from congress_desk.ui.desks.checkin.desk import CheckInDesk


def door_commands(desk: CheckInDesk) -> Commands:
    """Return the commands of the desk."""
    return Commands(
        "checkin",
        desk,
        {
            "direction": desk.switch_direction,
            "status": desk.change_status,
            "undo": desk.keeper.undo_last,
            "undo_this": lambda: desk.ask_undo(desk.passages.current),
            "signed_list": lambda: desk.lists.tick_in(desk.keeper.door),
            "export": lambda: desk.lists.export(desk.keeper.door),
            "merge": desk.lists.take_in,
            "sounds": desk.sound.toggle,
        },
        why_not=partial(_why_not, desk),
        words=lambda name: desk.mode.switch_words if name == "direction" else "",
        where={"undo_this": desk.passages},
    )


def _why_not(desk: CheckInDesk, name: str) -> str:
    """Return why a command is refused at the door, "" when it is not."""
    shown = desk.card.answer
    if name == "status" and not (shown is not None and shown.changes_status):
        return tr("Nobody stands at the door whose status bars the way")
    row = desk.passages.current
    if name == "undo_this" and (row is None or row.passage.undone):
        return tr("Choose a passage that stands")
    return ""

"""Why a command of the door is refused."""

from __future__ import annotations

from congress_desk.i18n import tr
from congress_desk.ui.desks.checkin.door_messages import Answer
from congress_desk.ui.desks.checkin.passages_table import PassageRow


def why_not(name: str, shown: Answer | None, row: PassageRow | None) -> str:
    """Return why a command is refused with this answer shown and this passage chosen, else ""."""
    if name == "status" and not (shown is not None and shown.changes_status):
        return tr("Nobody stands at the door whose status bars the way")
    if name == "undo_this" and (row is None or row.passage.undone):
        return tr("Choose a passage that stands")
    return ""

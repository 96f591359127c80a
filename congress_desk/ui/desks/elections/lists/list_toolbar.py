"""The buttons over the list of an election, and why its state refuses what they do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.lists.candidate_rows import CandidateRow
from congress_desk.ui.desks.elections.lists.election_view import ElectionView
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout

_BARE = ("up", "down")
_CHANGES = ("add", "many", "edit", "remove", "up", "down", "sort", "fix")
HIDDEN_WHILE_REFUSED = (*_CHANGES, "unfix")
_ALL = (*HIDDEN_WHILE_REFUSED, "profile")


class ListToolbar(QWidget):
    """A button for each command of the list."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        row = FlowLayout(self)
        made = {
            name: command_button(commands, name, name=f"{name}Candidate", bare=name in _BARE)
            for name in _ALL
        }
        for button in made.values():
            row.addWidget(button)


def why_not(name: str, view: ElectionView | None, row: CandidateRow | None) -> str:
    """Return why a command is refused for a list, "" when it is not."""
    if view is None:
        return tr("Choose an election first")
    if name == "unfix":
        held = tr("A round was opened on this list") if view.held else ""
        return held if view.election.frozen else tr("The list is not fixed")
    if name == "profile":
        known = row is not None and row.link is not None
        return "" if known else tr("Choose somebody who is in the register")
    if name in _CHANGES and view.election.frozen:
        return tr("The list is fixed")
    least = {"add": 0, "many": 0, "up": 2, "down": 2, "sort": 2}.get(name, 1)
    if len(view.election.candidates) < least:
        return tr("Put names on the list first")
    return ""

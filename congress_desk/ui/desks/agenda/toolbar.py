"""The buttons over the programme."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from congress_desk.domain.agenda.adoption import ProgrammeAdoption
from congress_desk.ui.commands import Commands
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout

_BARE = frozenset({"up", "down", "outdent", "indent", "undo"})
_BUTTONS = (
    "add", "copy", "remove", "up", "down", "outdent", "indent", "template", "recognise", "undo",
)  # fmt: skip


class AgendaToolbar(QWidget):
    """A button for each command of the programme that has one."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        row = FlowLayout(self)
        for name in _BUTTONS:
            row.addWidget(command_button(commands, name, name=f"{name}Item", bare=name in _BARE))
        self.adopt = command_button(commands, "adopt", name="adoptProgramme")
        row.addWidget(self.adopt)

    def show_adoption(self, adoption: ProgrammeAdoption, *, sits: bool) -> None:
        """Offer a vote where the congress sits, or changed what it had adopted."""
        self.adopt.setVisible(not adoption.holds and (sits or adoption.number > 0))

"""What can be done where the user looks: the commands of all that is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.ui.commands import Commands

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def commands_here(window: MainWindow) -> tuple[Commands, ...]:
    """Return the commands of what is in sight, those of the desk before those of the window."""
    page: QWidget = window.page
    found = [each for each in page.findChildren(Commands) if each.widget.isVisibleTo(window)]
    return (*found, window.commands)

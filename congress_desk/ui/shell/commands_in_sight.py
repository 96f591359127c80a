"""What can be done where the user looks: the commands of all that is in sight."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from congress_desk.ui.commands import Commands


class Showing(Protocol):
    """A window as it is asked here: what it shows and what can be done in it itself."""

    commands: Commands

    @property
    def page(self) -> QWidget: ...


def commands_here(window: Showing) -> tuple[Commands, ...]:
    """Return the commands of what is in sight, those of the desk before those of the window."""
    page = window.page
    root = page.window()
    found = [each for each in page.findChildren(Commands) if each.widget.isVisibleTo(root)]
    return (*found, window.commands)

"""What the help is to be about: the place or the command where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.help.why import Why, why_said
from congress_desk.keys.place import WINDOW
from congress_desk.keys.table import PLACES
from congress_desk.ui.commands import LAST_COMMAND
from congress_desk.ui.shell.commands_in_sight import commands_here

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def topic_here(window: MainWindow) -> str:
    """Return the command whose button has the keyboard, else the innermost place that has it."""
    holder = QApplication.focusWidget()
    here = [each for each in commands_here(window) if _is_in(holder, each.widget)]
    here.sort(key=lambda each: _depth(each.widget), reverse=True)
    for commands in here:
        name = commands.name_of(holder)
        if name:
            return f"{commands.place}.{name}"
    if here and here[0].place != WINDOW:
        return here[0].place
    desk = window.workspace.desk_key if window.workspace else ""
    in_sight = [each.place for each in commands_here(window)]
    return next((name for name in in_sight if name != WINDOW), desk if desk in PLACES else WINDOW)


def refused_at(window: MainWindow, part: QWidget | None) -> tuple[str, Why] | None:
    """Return the command of a refused button and why it is; None of any other part.

    A refused button takes no keyboard: it is pointed at.
    """
    for commands in commands_here(window):
        name = commands.name_of(part)
        reason = commands.why_not(name) if name else ""
        if reason:
            return f"{commands.place}.{name}", why_said(reason)
    return None


def topic_asked_last(window: MainWindow) -> str:
    """Return the command that was given last, if its place is still in sight, else the place."""
    asked = str(window.property(LAST_COMMAND) or "")
    places = {each.place for each in commands_here(window)}
    return asked if asked.partition(".")[0] in places else topic_here(window)


def topic_of_dialog(dialog: QWidget) -> str:
    """Return the command that was given last in a dialog, or in the windows it was opened from."""
    window: QWidget | None = dialog
    while window is not None:
        if known := window.property(LAST_COMMAND):
            return str(known)
        window = window.parentWidget()
    return "forms"


def _is_in(part: QWidget | None, whole: QWidget) -> bool:
    return part is not None and (part is whole or whole.isAncestorOf(part))


def _depth(widget: QWidget) -> int:
    depth, above = 0, widget.parentWidget()
    while above is not None:
        depth, above = depth + 1, above.parentWidget()
    return depth

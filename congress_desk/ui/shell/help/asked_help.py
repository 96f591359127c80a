"""Help asked for from anywhere: by its key in a dialog, or by a link of a notice.

The pages are loaded when they are first wanted: the window shows itself sooner.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.ui import help_wish
from congress_desk.ui.commands import add_use
from congress_desk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from congress_desk.help.why import Why

_GIVEN = "hasHelp"


def give_help(app: QApplication) -> None:
    """Let every dialog have the key of the help, and answer every wish for help, from here on."""
    if app.property(_GIVEN):
        return
    app.setProperty(_GIVEN, True)
    app.focusWindowChanged.connect(_on_focus_window)
    help_wish.wanted.connect(_on_wanted)


def _on_focus_window(_: QWindow | None) -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None and not dialog.property(_GIVEN):
        dialog.setProperty(_GIVEN, True)
        add_use(dialog, "help", partial(_help_in, dialog), everywhere=True)


def _help_in(dialog: QWidget) -> None:
    from congress_desk.ui.shell.help.dialog_help import help_in_dialog
    from congress_desk.ui.shell.help.topic import topic_of_dialog

    help_in_dialog(dialog, topic_of_dialog(dialog))


def _on_wanted(topic: str, asked_at: QWidget, why: Why | None) -> None:
    window = asked_at.window()
    if isinstance(window, MainWindow):
        _show_beside(window, topic, why)
    else:
        from congress_desk.ui.shell.help.dialog_help import help_in_dialog
        from congress_desk.ui.shell.help.topic import topic_of_dialog

        help_in_dialog(window, topic or topic_of_dialog(window), why)


def _show_beside(window: MainWindow, topic: str, why: Why | None) -> None:
    from congress_desk.ui.shell.help.help_drawer import HelpDrawer
    from congress_desk.ui.shell.help.topic import topic_asked_last

    HelpDrawer.show_topic(window, topic or topic_asked_last(window), why)

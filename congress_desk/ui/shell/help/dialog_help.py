"""Help in a dialog: F1 opens the section of what the dialog was opened for, in a window of its own.

The drawer stands on the window below, which a dialog keeps from being used.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from congress_desk.help.why import Why
from congress_desk.i18n import tr
from congress_desk.ui.commands import add_use
from congress_desk.ui.look import theme
from congress_desk.ui.shell.help.help_reader import HelpReader
from congress_desk.ui.widgets.dialog_size import screen_room
from congress_desk.ui.widgets.layout.layouts import column_in

WIDTH, HEIGHT = 560, 640
NAME = "helpWindow"


class HelpWindow(QDialog):
    """Stands beside the dialog it belongs to; the dialog can be typed into meanwhile."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setObjectName(NAME)
        self.setWindowTitle(tr("Help"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reader = HelpReader(printable=False)
        column_in(self, self.reader, spacing=None, margins=16)
        room = screen_room(self)
        self.resize(min(theme.px(WIDTH), room.width()), min(theme.px(HEIGHT), room.height()))
        add_use(self, "help", self.close)

    def open_at(self, topic: str, why: Why | None = None) -> None:
        """Show what explains a place or a command."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.show_topic(topic, why)
        self.reader.take_keyboard()


def help_in_dialog(dialog: QWidget, topic: str, why: Why | None = None) -> None:
    """Show the help beside a dialog, in the window that is there or a new one."""
    shown = dialog.findChild(HelpWindow, NAME)
    (shown or HelpWindow(dialog)).open_at(topic, why)

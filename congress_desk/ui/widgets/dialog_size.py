"""How large a dialog may be: what the screen leaves inside the frame of a window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from congress_desk.ui.look import theme

FRAME = 40


def screen_room(dialog: QDialog) -> QSize:
    """Return what the screen leaves a dialog inside the frame of its window."""
    screen = dialog.screen().availableSize()
    return QSize(screen.width() - FRAME, screen.height() - FRAME)


def be_large(dialog: QDialog, width: int, height: int) -> None:
    """Be of this size in unscaled pixels, or what the screen has."""
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(screen_room(dialog)))

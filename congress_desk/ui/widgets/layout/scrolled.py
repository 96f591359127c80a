"""A page that scrolls when the window is too low for it: large type on a small screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(page: QWidget, *, read_as: str = "") -> QScrollArea:
    """Return `page` in a scroll area without a frame or a ground of its own.

    Only one that is `read_as` something takes the keyboard: a page of words, which has no field.
    """
    page.setProperty("role", "page")
    area = QScrollArea(page.parentWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.setAccessibleName(read_as)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if read_as else Qt.FocusPolicy.NoFocus)
    return area

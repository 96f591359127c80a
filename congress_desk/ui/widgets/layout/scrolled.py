"""A page that scrolls when the window is too low for it: large type on a small screen."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolled(page: QWidget) -> QScrollArea:
    """Return `page` in a scroll area without a frame or a ground of its own."""
    page.setProperty("role", "page")
    area = QScrollArea(page.parentWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area

"""Alt+1, Alt+2 … for the tabs of a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_tab_keys(page: QWidget, count: int, show: Callable[[int], object]) -> None:
    """Let Alt with a digit show the tab of that place while the keyboard is on the page."""
    for place in range(count):
        shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(show, place))

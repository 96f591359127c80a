"""What a file does that is dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.widgets.drop_mark import DropTarget

OPENED = (".congress", ".station")


def drop_words(path: Path) -> str:
    """Say what letting a file go will do: open it, make a congress of it, "" nothing."""
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        return tr("Drop to make a congress from {name}", name=path.name)
    return tr("Drop to open {name}", name=path.name) if suffix in OPENED else ""


def take_dropped_files(window: QWidget, take: Callable[[Path], object]) -> None:
    """Let a congress or a workbook be dropped on a window."""
    DropTarget(window, drop_words).dropped.connect(take)

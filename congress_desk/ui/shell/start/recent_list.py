"""The files opened lately: one click opens, those that are gone are grey and can be taken off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from congress_desk.i18n import tr
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.look import icons, theme

PATH = Qt.ItemDataRole.UserRole
MISSING = Qt.ItemDataRole.UserRole + 1
LINES, LINE, ROOM = 3, 52, 12


class RecentList(QListWidget):
    """Enter or a double click opens, Delete takes the line off the list; no file is touched."""

    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recentList")
        self.setAccessibleName(tr("Recent files"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.itemActivated.connect(self._on_activated)
        self._paths: tuple[str, ...] = ()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Ask for three lines at the most: the page is not to scroll for what scrolls itself."""
        lines = min(max(self.count(), 1), LINES)
        return QSize(super().sizeHint().width(), theme.px(LINE) * lines + theme.px(ROOM))

    def show_paths(self, paths: tuple[str, ...]) -> None:
        """List `paths`, newest first."""
        row, self._paths = self.currentRow(), paths
        self.setIconSize(icons.spaced_size())
        self.clear()
        for path in paths:
            self.addItem(_line(path))
        self.setCurrentRow(min(row, len(paths) - 1))

    def _on_theme_changed(self) -> None:
        self.show_paths(self._paths)

    def selected_path(self) -> str:
        """Return the path of the selected line, "" without one."""
        item = self.currentItem()
        return str(item.data(PATH)) if item else ""

    def _on_activated(self, item: QListWidgetItem) -> None:
        if not item.data(MISSING):
            self.chosen.emit(Path(item.data(PATH)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_pressed(event, "remove") and self.selected_path():
            self.removed.emit(self.selected_path())
        else:
            super().keyPressEvent(event)


def _line(path: str) -> QListWidgetItem:
    file = Path(path)
    missing = not _exists(file)
    note = tr("not there any more") if missing else str(file.parent)
    item = QListWidgetItem(f"{file.stem}\n{note}")
    item.setData(PATH, path)
    item.setData(MISSING, missing)
    item.setToolTip(path)
    item.setIcon(icons.icon("landmark", "disabled" if missing else "accent", spaced=True))
    if missing:
        item.setForeground(theme.colour("disabled"))
    return item


def _exists(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False

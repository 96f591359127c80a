"""Moving the current row of a table: by its keys, or by dragging it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from congress_desk.ui.commands import is_pressed
from congress_desk.ui.records.tables.data_table import DataTable

_STEPS = {"move_up": -1, "move_down": 1}


class RowMover(QObject):
    """Watches a table. `moved` carries the row and the place it is to have, both from 0."""

    moved = Signal(int, int)

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table
        self._enabled = False
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setDragDropOverwriteMode(False)
        table.setDropIndicatorShown(True)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)

    def set_enabled(self, enabled: bool) -> None:
        """Let rows be moved, or keep them where they are."""
        self._enabled = enabled
        self._table.record_model.draggable = enabled
        self._table.setDragEnabled(enabled)
        self._table.setAcceptDrops(enabled)

    def step(self, by: int) -> None:
        """Move the current row up (-1) or down (1), when it is not at the end."""
        row = self._table.currentIndex().row()
        if self._enabled and row >= 0 and 0 <= row + by < self._table.model().rowCount():
            self.moved.emit(row, row + by)

    def drop(self, place: QPoint) -> None:
        """Move the current row to where it was let go, a place on the viewport."""
        row, target = self._table.currentIndex().row(), self._row_at(place)
        if target > row:
            target -= 1
        if row >= 0 and target != row:
            self.moved.emit(row, target)

    def _row_at(self, place: QPoint) -> int:
        index = self._table.indexAt(place)
        if not index.isValid():
            return self._table.model().rowCount()
        below = place.y() > self._table.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for use, step in _STEPS.items():
                if is_pressed(event, use):
                    self.step(step)
                    return True
        if event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            if self._enabled and event.source() is self._table:
                self.drop(event.position().toPoint())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        return super().eventFilter(watched, event)

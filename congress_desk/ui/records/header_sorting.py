"""Sorting a table by its titles: a click, or Alt with an arrow key for the current column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.ui.records.data_table import DataTable

_KEYS = {Qt.Key.Key_Up: False, Qt.Key.Key_Down: True}


class HeaderSorting(QObject):
    """`sorted` carries the column and whether it is to be in falling order."""

    sorted = Signal(int, bool)

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table
        self._model = table.record_model
        self._model.sorted_by = (0, False)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(self._on_clicked)
        table.installEventFilter(self)

    def sort(self, column: int, *, falling: bool = False) -> None:
        """Sort by a column from now on."""
        self._model.sorted_by = (column, falling)
        last = self._model.columnCount() - 1
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.sorted.emit(column, falling)

    def _on_clicked(self, column: int) -> None:
        self.sort(column, falling=self._model.sorted_by == (column, False))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            falling = _KEYS.get(Qt.Key(event.key()))
            if falling is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.sort(max(self._table.currentIndex().column(), 0), falling=falling)
                return True
        return super().eventFilter(watched, event)

"""Sorting a table by its titles: a click, or a key for the current column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.ui.commands import is_pressed
from congress_desk.ui.records.tables.data_table import DataTable

_FALLING = {"sort_rising": False, "sort_falling": True}


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
            for use, falling in _FALLING.items():
                if is_pressed(event, use):
                    self.sort(max(self._table.currentIndex().column(), 0), falling=falling)
                    return True
        return super().eventFilter(watched, event)

"""The code of a cover scanned or typed while a table has the keyboard; no letter searches there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.domain.elections.cover_code import begins_cover_code
from congress_desk.ui.records.tables.data_table import DataTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScannedCovers(QObject):
    """`scanned` carries a code that Enter ends; its Enter does not choose the row looked at."""

    scanned = Signal(str)

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._text = ""
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        text = self._text
        if text and event.key() in _ENTER:
            self._text = ""
            self.scanned.emit(text)
        elif event.text() and begins_cover_code(text + event.text()):
            self._text += event.text()
        else:
            if event.text():
                self._text = ""
            return False
        return True

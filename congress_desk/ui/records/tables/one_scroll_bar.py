"""A page that scrolls has one bar: its table stands whole on it, else the table has the bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QWidget

from congress_desk.ui.records.tables.data_table import DataTable


class OneScrollBar(QObject):
    """Lets a table stand whole where the page would scroll even with the table at its lowest."""

    def __init__(self, area: QScrollArea, content: QWidget, table: DataTable) -> None:
        super().__init__(area)
        self._area, self._content, self._table = area, content, table
        area.viewport().installEventFilter(self)
        content.installEventFilter(self)

    def _fit(self) -> None:
        content, table, room = self._content, self._table, self._area.viewport().size()
        # What the page asks for the table now is exchanged for what it asks at the least.
        hint, now = table.sizeHint().height(), table.minimumHeight()
        low = max(hint, table.lowest_height)
        needed = content.minimumSizeHint().height() - now + low
        if content.hasHeightForWidth():
            needed = max(needed, content.heightForWidth(room.width()) - max(now, hint) + low)
        table.stand_whole(needed > room.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

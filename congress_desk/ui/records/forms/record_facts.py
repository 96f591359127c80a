"""What is known of one record: captions and values under each other, to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.ui.look import theme
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.widgets.layout.layouts import grid_in
from congress_desk.ui.widgets.soft_wrap import breakable

CAPTION_WIDTH = 112


class RecordFacts(QWidget):
    """A field that says nothing of the record is left out with its caption."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = grid_in(self, across=12, down=8)
        self._grid.setColumnMinimumWidth(0, theme.px(CAPTION_WIDTH))
        self._grid.setColumnStretch(1, 1)

    def show_record(self, fields: Sequence[RecordField], record: Any) -> None:
        """Show what the fields say of a record."""
        for field in fields:
            text = field.text(record)
            caption, value = self._lines.get(field.name) or self._add(field)
            value.setText(breakable(text))
            for part in (caption, value):
                part.setVisible(bool(text))

    def text(self, name: str) -> str:
        """Return what is said under this name, "" where nothing is."""
        value = self._lines[name][1]
        return "" if value.isHidden() else value.text()

    def _add(self, field: RecordField) -> tuple[QLabel, QLabel]:
        caption, value = theme.subtitle(field.title), QLabel()
        value.setObjectName(f"{self._name}_{field.name}")
        value.setAccessibleDescription(field.title)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._lines)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self._lines[field.name] = (caption, value)
        return caption, value

"""From a file to the table on one of its sheets, each step answered by the worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.errors import Refusal
from congress_desk.ui.desks.people.importing.file_step import FileStep
from congress_desk.ui.desks.people.importing.list_reading import ListReading
from congress_desk.ui.desks.people.importing.list_source import FoundTable, OpenedList


class ListFlow(QObject):
    """Fills the first step. `reading` carries the name of a file, `ended` that it was read or not.

    `refused` carries a Refusal: what was read before stays. `opened` is said of another file,
    `found` whenever its table was looked for, `found_again` when the file in use was read anew.
    """

    reading = Signal(str)
    ended = Signal()
    refused = Signal(object)
    opened = Signal()
    found = Signal()
    found_again = Signal(object)

    def __init__(self, reading: ListReading, step: FileStep, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._step = step
        self._sheet = 0
        self.list: OpenedList | None = None
        self.table: FoundTable | None = None
        step.sheet_chosen.connect(self._on_sheet)
        step.header_chosen.connect(self._find)

    @property
    def has_table(self) -> bool:
        """Say whether the sheet in use has a table whose columns can be shown."""
        return self.table is not None and bool(self.table.header)

    def read(self, path: Path) -> None:
        """Read a list and show its sheets."""
        self.reading.emit(path.name)
        self._reading.open_list(path, self._on_opened)

    def read_again(self) -> None:
        """Read the list in use as it was saved meanwhile, the same sheet and header."""
        if self.list is not None:
            self.reading.emit(self.list.path.name)
            self._reading.open_list(self.list.path, self._on_opened_again)

    def _on_opened(self, found: Any) -> None:
        self.ended.emit()
        if isinstance(found, Refusal):
            self.refused.emit(found)
            return
        self.list, self.table = found, None
        self.opened.emit()
        self._step.show_file(found.path, found.sheets, found.first)
        self._on_sheet(found.first)

    def _on_opened_again(self, found: Any) -> None:
        before, table = self.list, self.table
        if isinstance(found, Refusal) or before is None or table is None:
            self._on_opened(found)
            return
        place = found.place_of(before.sheets[self._sheet].name)
        if place is None:
            self._on_opened(found)
            return
        self.ended.emit()
        self.list, self._sheet = found, place
        self._reading.find_table(found, place, table.header.start, self._on_found_again)

    def _on_sheet(self, place: int) -> None:
        self._sheet = place
        self._find(0)

    def _find(self, header_row: int) -> None:
        if self.list is not None and self._sheet < len(self.list.sheets):
            self.table = None
            self.found.emit()
            self._reading.find_table(self.list, self._sheet, header_row, self._on_found)

    def _on_found(self, found: FoundTable) -> None:
        self.table = found
        self._step.show_sheet(found.sheet, found.header, found.asked)
        self.found.emit()

    def _on_found_again(self, found: FoundTable) -> None:
        self._on_found(found)
        self.found_again.emit(found)

"""A table of records: filtered as typed, sorted by its titles, typed into cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from congress_desk.domain.people.search import Finder, search_words
from congress_desk.i18n import tr
from congress_desk.ui.commands import is_pressed
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.cell_editing import CellEditing
from congress_desk.ui.records.tables.data_table import DataTable

_FALLING = {"sort_rising": False, "sort_falling": True}


class RecordTable(QObject):
    """`edited` carries record, field and text typed; `shown_changed` when other records are shown.

    `beyond` carries record and field of a cell that is for another form. A `finder` of its own says
    by which words the records are found, else they are by all their fields.

    `first_step` stands where the rows would be while there is no record.

    Records that arrive while a cell is typed into wait until the cell is left.
    """

    edited = Signal(object, str, str)
    beyond = Signal(object, str)
    shown_changed = Signal()
    current_changed = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        parent: QObject,
        *,
        finder: Callable[[Sequence[Any]], Finder] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns: tuple[RecordField, ...] = ()
        self._records: tuple[Any, ...] = ()
        self._fields: tuple[RecordField, ...] = ()
        self._make_finder = finder or self._by_fields
        self._finder = Finder((), ())
        self._waiting: tuple[Sequence[RecordField], Sequence[Any]] | None = None
        self._text = ""
        self._keep: Callable[[Any], bool] | None = None
        self._sorted_by, self._falling = 0, False
        self._hidden: frozenset[str] = frozenset()
        self.first_step = ""
        model = RecordTableModel((), self)
        self.table = DataTable(name, title, model, long=(0,), large=True)
        self.editing = CellEditing(self.table, self._suggestions)
        self.sorting = HeaderSorting(self.table)
        self.editing.edited.connect(self._on_edited)
        self.editing.beyond.connect(self._on_beyond)
        self.editing.ended.connect(self._on_ended)
        self.sorting.sorted.connect(self._on_sorted)
        self.table.current_changed.connect(self.current_changed)

    @property
    def shown(self) -> tuple[Any, ...]:
        """Return what the filter leaves, in the order of the table."""
        return self.table.records

    @property
    def records(self) -> tuple[Any, ...]:
        """Return every record in its own order."""
        return self._records

    @property
    def in_own_order(self) -> bool:
        """Say whether the records stand in their own order, all of them."""
        return (self._sorted_by, self._falling) == (0, False)

    def show_records(self, fields: Sequence[RecordField], records: Sequence[Any]) -> None:
        """Show records in these columns; selection and current cell are kept."""
        if self.editing.under_way:
            self._waiting = (fields, records)
            return
        self._waiting = None
        columns = tuple(field for field in fields if field.column)
        shown = [field.shown() for field in columns]
        if [field.name for field in columns] != [field.name for field in self._columns]:
            self._sorted_by, self._falling = 0, False
            long = [place for place, field in enumerate(columns) if field.long]
            self.table.show_columns(shown, long=long)
        else:
            self.table.record_model.columns = tuple(shown)
        self._columns, self._records = columns, tuple(records)
        self._fields = tuple(fields)
        self.hide_columns(self._hidden)
        self._order()
        before, row, column = self.table.current, *self._place()
        self._show(measure=True)
        after = self.table.current
        if before is not None and after is not None and before.id != after.id:
            # Near where the record was that is not shown any more.
            self.table.select_row(min(row, len(self.shown) - 1), column)

    def filter(self, text: str, keep: Callable[[Any], bool] | None = None) -> None:
        """Show the records with these beginnings of words that are to be kept."""
        self._text, self._keep = text, keep
        self._show(measure=False)

    def go_to(self, record_id: int, field: str = "") -> bool:
        """Make a record current, in the column of a field; say whether it is shown."""
        row = next((i for i, record in enumerate(self.shown) if record.id == record_id), -1)
        names = [column.name for column in self._columns]
        if row >= 0:
            self.table.select_row(row, names.index(field) if field in names else 0)
        return row >= 0

    def hide_columns(self, names: frozenset[str]) -> None:
        """Leave these columns out, and no others."""
        self._hidden = names
        for place, column in enumerate(self._columns):
            self.table.setColumnHidden(place, column.name in names)

    def _place(self) -> tuple[int, int]:
        current = self.table.currentIndex()
        return max(current.row(), 0), max(current.column(), 0)

    def _order(self) -> None:
        """Sort the records once, so that a key that filters need not."""
        ordered = list(self._records)
        if self._columns:
            # Python keeps the order of equals, also when it sorts in falling order.
            ordered.sort(key=self._columns[self._sorted_by].key, reverse=self._falling)
        self._finder = self._make_finder(ordered)

    def _by_fields(self, records: Sequence[Any]) -> Finder:
        return Finder(records, (_searched(record, self._fields) for record in records))

    def _show(self, *, measure: bool) -> None:
        kept = self._finder.find(self._text)
        if self._keep is not None:
            kept = tuple(filter(self._keep, kept))
        chosen = {record.id for record in self.table.selected}
        no_match = tr("No row matches the filter")
        self.table.say_when_empty(no_match if self._records else self.first_step)
        self.table.show_records(kept, same=_same, measure=measure)
        if len(chosen) > 1:
            self.table.select_rows([i for i, r in enumerate(kept) if r.id in chosen])
        self.shown_changed.emit()

    def _suggestions(self, column: int) -> Sequence[str]:
        field = self._columns[column]
        return [words for _, words in field.choices] or field.offered()

    def _on_edited(self, record: Any, column: int, text: str) -> None:
        self.edited.emit(record, self._columns[column].name, text)

    def _on_sorted(self, column: int, falling: bool) -> None:
        self._sorted_by, self._falling = column, falling
        self._order()
        self._show(measure=False)

    def _on_beyond(self, record: Any, column: int) -> None:
        self.beyond.emit(record, self._columns[column].name)

    def _on_ended(self) -> None:
        if self._waiting is not None:
            self.show_records(*self._waiting)


def _searched(record: Any, fields: Sequence[RecordField]) -> str:
    return " " + " ".join(search_words(" ".join(field.text(record) for field in fields)))


def _same(before: Any, after: Any) -> bool:
    return bool(before.id == after.id)


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

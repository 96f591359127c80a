"""The table of the register: filtered and sorted from memory, typed into cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.text.search import PersonFinder
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import BY_NAME, GENDERS, kind_words
from congress_desk.ui.desks.people.filter_bar import FilterBar
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.register_columns import RegisterColumn, register_columns
from congress_desk.ui.records.cell_editing import CellEditing
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.header_sorting import HeaderSorting
from congress_desk.ui.records.table_model import RecordTableModel

LONG = ("name", "delegation", "position", "note")


class RegisterTable(QObject):
    """`shown_changed` when other people are in the table; `edited` with person, field and text.

    A register that arrives while a cell is typed into waits until the cell is left.
    """

    shown_changed = Signal()
    edited = Signal(object, str, str)
    beyond = Signal(object, str)

    def __init__(self, filter_bar: FilterBar, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = filter_bar
        self._view: PeopleView | None = None
        self._waiting: PeopleView | None = None
        self._columns: tuple[RegisterColumn, ...] = ()
        self._sorted_by, self._falling = 0, False
        self._finder = PersonFinder(())
        self.table = DataTable(
            "registerTable", tr("Register"), RecordTableModel((), self), long=(0,), large=True
        )
        self.editing = CellEditing(self.table, self._suggestions)
        self.sorting = HeaderSorting(self.table)
        self.editing.edited.connect(self._on_edited)
        self.editing.beyond.connect(self._on_beyond)
        self.editing.ended.connect(self._on_ended)
        self.sorting.sorted.connect(self._on_sorted)
        filter_bar.changed.connect(self.filter)
        filter_bar.left.connect(self.table.setFocus)

    @property
    def shown(self) -> tuple[Person, ...]:
        """Return whom the filter leaves, in the order of the table."""
        return self.table.records

    @property
    def selected(self) -> tuple[Person, ...]:
        """Return the selected people in the order of the table."""
        return self.table.selected

    def show_view(self, view: PeopleView) -> None:
        """Show the register as the file has it, selection and current cell kept."""
        if self.editing.under_way:
            self._waiting = view
            return
        first, chosen = self._view is None, {person.id for person in self.selected}
        self._view, self._waiting = view, None
        self._columns = register_columns(view)
        if first:
            names = [column.field for column in self._columns]
            self.table.show_columns(
                [column.shown for column in self._columns], long=[names.index(n) for n in LONG]
            )
        else:
            self.table.record_model.columns = tuple(column.shown for column in self._columns)
        self._filter.show_view(view)
        self._order()
        row, column = self.table.currentIndex().row(), self.table.currentIndex().column()
        stayed = self.table.current
        self._show(measure=True)
        if stayed is not None and self.table.current is not None:
            self._stay_near(stayed, row, column)
        if len(chosen) > 1:
            self.table.select_rows([i for i, p in enumerate(self.shown) if p.id in chosen])

    def filter(self) -> None:
        """Show whom the filter leaves now; the columns keep their widths."""
        self._show(measure=False)

    def go_to(self, number: int, field: str = "") -> bool:
        """Make a person current, in sight, in the column of a field; say whether they are shown."""
        rows = (row for row, person in enumerate(self.shown) if person.id == number)
        row = next(rows, -1)
        if row >= 0:
            names = [column.field for column in self._columns]
            self.table.select_row(row, names.index(field) if field in names else 0)
        return row >= 0

    def _stay_near(self, person: Person, row: int, column: int) -> None:
        """Go where a person was who is not shown any more, as when the filter's field changed."""
        if self.table.current.id != person.id:
            self.table.select_row(min(row, len(self.shown) - 1), max(column, 0))

    def _show(self, *, measure: bool) -> None:
        found = self._filter.filtered(self._finder)
        self.table.show_records(found, same=_same_person, measure=measure)
        self.shown_changed.emit()

    def _order(self) -> None:
        if self._view is None:
            return
        key = self._columns[self._sorted_by].key
        # Python keeps the order of equals, also when it sorts in falling order.
        ordered = sorted(self._view.people, key=key, reverse=self._falling)
        self._finder = PersonFinder(ordered)

    def _suggestions(self, column: int) -> Sequence[str]:
        assert self._view is not None
        name = self._columns[column].field
        if name == "group_id":
            return [group.name for group in self._view.groups]
        if name == "kind":
            return [kind_words(kind) for kind in PersonKind]
        if name == "gender":
            return GENDERS[1:]
        return self._view.values(name) if name and BY_NAME[name].suggested else ()

    def _on_sorted(self, column: int, falling: bool) -> None:
        self._sorted_by, self._falling = column, falling
        self._order()
        self._show(measure=False)

    def _on_edited(self, person: Person, column: int, text: str) -> None:
        self.edited.emit(person, self._columns[column].field, text)

    def _on_beyond(self, person: Person, column: int) -> None:
        self.beyond.emit(person, self._columns[column].field)

    def _on_ended(self) -> None:
        if self._waiting is not None:
            self.show_view(self._waiting)


def _same_person(before: Any, after: Any) -> bool:
    return bool(before.id == after.id)

"""The table of the register: filtered and sorted from memory, typed into cell by cell."""

from __future__ import annotations

from PySide6.QtCore import QObject

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.fields import register_fields
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.desks.people.register.filter_bar import FilterBar
from congress_desk.ui.records.tables.record_table import RecordTable


class RegisterTable(RecordTable):
    """The people that a filter bar leaves."""

    def __init__(self, filter_bar: FilterBar, parent: QObject) -> None:
        super().__init__("registerTable", tr("Register"), parent, finder=PersonFinder)
        self._filter_bar = filter_bar
        filter_bar.changed.connect(self._on_filter)
        filter_bar.left.connect(self.table.setFocus)

    @property
    def selected(self) -> tuple[Person, ...]:
        """Return the selected people in the order of the table."""
        return self.table.selected

    def show_view(self, view: PeopleView) -> None:
        """Show the register as the file has it, selection and current cell kept."""
        self._filter_bar.show_view(view)
        self._keep = self._filter_bar.keeping()
        self.show_records(register_fields(view), view.people)

    def _on_filter(self) -> None:
        self.filter(self._filter_bar.line.text(), self._filter_bar.keeping())

"""The people of the delegation or group that is chosen, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.groups.group_rows import Gathering, member_columns
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.look import theme
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout


class MembersPanel(QWidget):
    """`moved` carries people and a group's id, `role_wanted` a person and what to be.

    `person_wanted` carries the person whose card is asked for.
    """

    moved = Signal(object, int)
    role_wanted = Signal(object, str)
    person_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gathering: Gathering | None = None
        self.title = ElidedLabel()
        self.title.setProperty("role", "section")
        self.table = DataTable(
            "membersTable", tr("People"), RecordTableModel((), self), long=(1, 2), large=True
        )
        self.table.chosen.connect(self.person_wanted)
        self.target = QComboBox()
        self.target.setObjectName("moveTarget")
        self.target.setAccessibleName(tr("Group to move the selected people to"))
        self.target.setMinimumContentsLength(14)
        self.mover = make_button(tr("Move"), self._on_move, name="movePeople")
        self.head = self._role(tr("Make head"), "head", "makeHead")
        self.second = self._role("", "", "makeSecond")
        self.none = self._role(tr("No role"), "", "noRole")
        self.second.clicked.disconnect()
        self.second.clicked.connect(self._on_second)
        self._lay_out()

    def show_view(self, view: PeopleView) -> None:
        """Offer the groups of the register."""
        self._view = view
        chosen = self.target.currentData()
        self.target.clear()
        for group in view.groups:
            self.target.addItem(group.name, group.id)
        self.target.addItem(tr("(in no group)"), 0)
        self.target.setCurrentIndex(max(self.target.findData(chosen), 0))
        self.table.show_columns(member_columns(view), long=(1, 2))

    def show_gathering(self, found: Gathering | None) -> None:
        """Show the people of a delegation or a group."""
        self._gathering = found
        people = found.people if found else ()
        self.table.show_records(people, same=lambda old, new: old.id == new.id)
        self.title.set_whole(found.name if found else "")
        in_one = bool(found and found.key and people)
        of_groups = bool(found and found.of_groups)
        self.second.setText(tr("Make secretary") if of_groups else tr("Make deputy"))
        for button in (self.head, self.second, self.none):
            button.setEnabled(in_one)
        self.mover.setEnabled(bool(people) and self.target.count() > 1)

    def _on_move(self) -> None:
        people: tuple[Person, ...] = self.table.selected
        if people:
            self.moved.emit(people, int(self.target.currentData()))

    def _on_second(self) -> None:
        of_groups = self._gathering is not None and self._gathering.of_groups
        self._want("secretary" if of_groups else "deputy")

    def _want(self, role: str) -> None:
        if self.table.current is not None:
            self.role_wanted.emit(self.table.current, role)

    def _role(self, words: str, role: str, name: str) -> QPushButton:
        act: Callable[[], None] = lambda: self._want(role)  # noqa: E731
        return make_button(words, act, name=name)

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools)
        moving = QWidget()
        row = button_row(QLabel(tr("Move the selected to")), self.target, self.mover)
        row.setContentsMargins(0, 0, 0, 0)
        moving.setLayout(row)
        for part in (moving, self.head, self.second, self.none):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.title)
        column.addWidget(tools)
        column.addWidget(self.table, 1)

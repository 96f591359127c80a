"""The people of the delegation or group that is chosen, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.people.groups.group_rows import Gathering, member_columns
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in


class MembersPanel(QWidget):
    """`moved` carries people and a group's id, `role_wanted` a person and what to be.

    `person_wanted` carries the person whose card is asked for.
    """

    moved = Signal(object, int)
    role_wanted = Signal(object, str)
    person_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._gathering: Gathering | None = None
        self.title = ElidedLabel(role="section")
        self.table = DataTable(
            "membersTable", tr("People"), RecordTableModel((), self), long=(1, 2), large=True
        )
        self.table.chosen.connect(self.person_wanted)
        self.target = ChoiceBox()
        self.target.setObjectName("moveTarget")
        self.target.setAccessibleName(tr("Group to move the selected people to"))
        self.target.setMinimumContentsLength(14)
        self.commands = Commands(
            "members",
            self,
            {
                "person": self._on_person,
                "move": self._on_move,
                "head": lambda: self._want("head"),
                "second": self._on_second,
                "none": lambda: self._want(""),
            },
            why_not=self._why_not,
            words=self._words,
        )
        self.commands.offer_in(self.table, ("person", "", "head", "second", "none", "", "move"))
        self.mover = command_button(self.commands, "move", name="movePeople")
        self.head = command_button(self.commands, "head", name="makeHead")
        self.second = command_button(self.commands, "second", name="makeSecond")
        self.none = command_button(self.commands, "none", name="noRole")
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
        self.commands.refresh()

    @property
    def _of_groups(self) -> bool:
        return self._gathering is not None and self._gathering.of_groups

    def _words(self, name: str) -> str:
        return tr("Make secretary") if name == "second" and self._of_groups else ""

    def _why_not(self, name: str) -> str:
        """Return why a command is refused for the people shown, "" where it is not."""
        found = self._gathering
        if found is None or not found.people:
            return tr("Choose a row first")
        if name in ("head", "second", "none") and not found.key:
            return tr("These people are in none")
        return tr("There is no group yet") if name == "move" and self.target.count() < 2 else ""

    def _on_person(self) -> None:
        if self.table.current is not None:
            self.person_wanted.emit(self.table.current)

    def _on_move(self) -> None:
        people: tuple[Person, ...] = self.table.selected
        if people:
            self.moved.emit(people, int(self.target.currentData()))

    def _on_second(self) -> None:
        self._want("secretary" if self._of_groups else "deputy")

    def _want(self, role: str) -> None:
        if self.table.current is not None:
            self.role_wanted.emit(self.table.current, role)

    def _lay_out(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools)
        moving = QWidget()
        row = button_row(QLabel(tr("Move the selected to")), self.target)
        row.setContentsMargins(0, 0, 0, 0)
        moving.setLayout(row)
        for part in (moving, self.mover, self.head, self.second, self.none):
            flow.addWidget(part)
        column_in(self, self.title, tools, (self.table, 1), margins=(12, 0, 0, 0))

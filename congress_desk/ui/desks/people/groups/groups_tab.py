"""Delegations and discussion groups: how many, who leads, who is in which."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from congress_desk.actions.people.delegations import set_delegation_role
from congress_desk.actions.people.groups import (
    add_group,
    assign_group,
    remove_group,
    rename_group,
    set_group_role,
)
from congress_desk.actions.people.register import edit_people
from congress_desk.domain.people.person import Person
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.people.groups.group_rows import (
    Gathering,
    delegation_rows,
    gathering_columns,
    group_rows,
    same_gathering,
)
from congress_desk.ui.desks.people.groups.members_panel import MembersPanel
from congress_desk.ui.desks.people.groups.split_dialog import SplitDialog
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.name_dialog import NameDialog
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts

# Narrower than this the tables stand behind tabs.
FOLDED = 1000


class GroupsTab(QWidget):
    """`answered` carries what an act came to, `person_wanted` a person whose card is asked for."""

    answered = Signal(object)
    person_wanted = Signal(object)

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: PeopleView | None = None
        self._shows_groups = False
        self.delegations = self._make_table("delegationsTable", tr("Delegation"), tr("Deputy"))
        self.groups = self._make_table("groupsTable", tr("Discussion group"), tr("Secretary"))
        self.members = MembersPanel()
        self._body = QStackedWidget()
        self._of_delegations, self._of_groups = self._make_commands()
        self._lay_out()
        self.delegations.current_changed.connect(self._on_delegation)
        self.groups.current_changed.connect(self._on_group)
        for table in (self.delegations, self.groups):
            table.installEventFilter(self)
        self.delegations.chosen.connect(lambda _: self.columns.go_to(self.members.table))
        self.groups.chosen.connect(lambda _: self.columns.go_to(self.members.table))
        self.members.moved.connect(self._on_moved)
        self.members.role_wanted.connect(self._on_role)
        self.members.person_wanted.connect(self.person_wanted)

    def show_view(self, view: PeopleView) -> None:
        """Show delegations and groups; what was chosen stays chosen."""
        self._view = view
        self._body.setCurrentIndex(0 if view.people else 1)
        self.members.show_view(view)
        shows_groups = self._shows_groups and bool(view.groups)
        self.delegations.show_records(delegation_rows(view), same=same_gathering)
        self.groups.show_records(group_rows(view), same=same_gathering)
        table = self.groups if shows_groups else self.delegations
        self._shows_groups = shows_groups
        self.members.show_gathering(table.current)
        self._of_delegations.refresh()
        self._of_groups.refresh()

    def _on_delegation(self, found: Gathering | None) -> None:
        self._shows_groups = False
        self.members.show_gathering(found)

    def _on_group(self, found: Gathering | None) -> None:
        self._shows_groups = True
        self.members.show_gathering(found)
        self._of_groups.refresh()

    def _on_tab(self, place: int) -> None:
        """Show the people of the table that comes into sight."""
        shown = ((self._on_delegation, self.delegations), (self._on_group, self.groups))
        if place < len(shown):
            tell, table = shown[place]
            tell(table.current)

    def _on_moved(self, people: tuple[Person, ...], group_id: int) -> None:
        self._run(assign_group, [person.id for person in people], group_id)

    def _on_role(self, person: Person, role: str) -> None:
        action = set_group_role if self._shows_groups else set_delegation_role
        self._run(action, person.id, role)

    def _on_split(self) -> None:
        if self._view is not None:
            SplitDialog(self._acts, self._view, self).open()

    def _on_add_group(self) -> None:
        NameDialog(
            self._acts,
            tr("Add a discussion group"),
            tr("Add the group"),
            lambda name: (add_group, (name,)),
            what=tr("Discussion group"),
            parent=self,
        ).open()

    def _on_rename_group(self) -> None:
        found = self.groups.current
        if found is not None and found.key:
            NameDialog(
                self._acts,
                tr("Rename the group"),
                tr("Rename the group"),
                lambda name: (rename_group, (found.key, name)),
                what=tr("Discussion group"),
                name=found.name,
                parent=self,
            ).open()

    def _on_remove_group(self) -> None:
        found = self.groups.current
        if found is None or not found.key:
            return
        self._messages.ask(
            self,
            tr("Remove the group {name}?", name=found.name),
            tr("Its {count} people are then in no group.", count=len(found.people)),
            tr("Remove the group"),
            lambda yes: self._run(remove_group, found.key) if yes else None,
            danger=True,
        )

    def _on_rename_delegation(self) -> None:
        found, view = self.delegations.current, self._view
        if found is None or view is None:
            return
        others = {row.name: len(row.people) for row in delegation_rows(view) if row.key}
        others.pop(found.name, None)

        def warn(name: str) -> str:
            if name not in others:
                return ""
            return tr(
                "There is a delegation of this name: its {count} people and these"
                " {moving} become one.",
                count=others[name],
                moving=len(found.people),
            )

        NameDialog(
            self._acts,
            tr("Rename the delegation, or merge it into another"),
            tr("Give this name"),
            lambda name: (edit_people, ([p.id for p in found.people], {"delegation": name})),
            what=tr("Delegation"),
            name=found.name if found.key else "",
            known=list(others),
            warn=warn,
            parent=self,
        ).open()

    def _run(self, action: Callable[..., Any], *args: Any) -> None:
        self._acts.run(action, *args, done=self.answered.emit)

    def _make_table(self, name: str, title: str, second: str) -> DataTable:
        model = RecordTableModel(gathering_columns(title, second), self)
        return DataTable(name, title, model, long=(0, 3, 4), large=True)

    def _make_commands(self) -> tuple[Commands, Commands]:
        of_delegations = Commands(
            "delegations",
            self.delegations,
            {"rename": self._on_rename_delegation},
            why_not=lambda _: _why_not_chosen(self.delegations),
        )
        of_groups = Commands(
            "groups",
            self.groups,
            {
                "split": self._on_split,
                "add": self._on_add_group,
                "rename": self._on_rename_group,
                "remove": self._on_remove_group,
            },
            why_not=lambda name: (
                _why_not_chosen(self.groups, named=True) if name in ("rename", "remove") else ""
            ),
        )
        of_delegations.offer_in(self.delegations)
        of_groups.offer_in(self.groups, ("add", "rename", "remove", "", "split"))
        return of_delegations, of_groups

    def _lay_out(self) -> None:
        rename = command_button(self._of_delegations, "rename", name="renameDelegation")
        split = command_button(self._of_groups, "split", name="splitGroups", role="primary")
        buttons = [
            command_button(self._of_groups, name, name=f"{name}Group")
            for name in ("add", "rename", "remove")
        ]
        left = _column(tr("Delegations"), [rename], self.delegations)
        right = _column(tr("Discussion groups"), [*buttons, split], self.groups)
        parts = (
            (tr("Delegations"), left, 3),
            (tr("Discussion groups"), right, 3),
            (tr("Members"), self.members, 3),
        )
        self.columns = FoldingColumns(parts, room=FOLDED, kept=0, stacked=2)
        self.columns.tabs.currentChanged.connect(self._on_tab)
        empty = EmptyState(
            "users",
            tr("Nobody in the register yet"),
            tr("Delegations and groups are made from the people of the register."),
        )
        self._body.addWidget(self.columns)
        self._body.addWidget(empty)
        column_in(self, self._body, spacing=None, margins=(0, 8, 0, 0))
        # People are chosen first, then what is done with them.
        members = self.members
        order: tuple[QWidget, ...] = (
            self.groups, members.table, members.target, members.mover, members.head,
            members.second, members.none,
        )  # fmt: skip
        for before, after in itertools.pairwise(order):
            self.setTabOrder(before, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the people of the table that the keyboard comes to."""
        if event.type() is QEvent.Type.FocusIn:
            if watched is self.groups:
                self._on_group(self.groups.current)
            elif watched is self.delegations:
                self._on_delegation(self.delegations.current)
        return super().eventFilter(watched, event)


def _why_not_chosen(table: DataTable, *, named: bool = False) -> str:
    """Return that a row is to be chosen first; `named` where the people of none are not one."""
    current = table.current
    return "" if current is not None and (current.key or not named) else tr("Choose a row first")


def _column(title: str, buttons: list[QPushButton], table: DataTable) -> QWidget:
    whole = QWidget()
    tools = flowing(theme.section(title), *buttons)
    column_in(whole, tools, (table, 1), margins=(0, 0, 12, 8))
    return whole

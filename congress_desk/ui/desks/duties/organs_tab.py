"""Organs on the left, the members of the one chosen at the right, who left struck from the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from congress_desk.actions.duties.members import order_members, remove_member, rename_organ
from congress_desk.domain.duties.checks import findings_of
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import OrganGroup, OrganKey, organ_key
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.duties.member_dialog import MemberDialog
from congress_desk.ui.desks.duties.reason_dialogs import leave_dialog
from congress_desk.ui.desks.duties.words import organ_text, post_titles, when_left
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.name_dialog import NameDialog
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.turning_row import TurningRow, fix_width
from congress_desk.ui.widgets.screen_acts import Acts

ORGANS_WIDTH, ORGANS_SHARE = 340, 32
# The place in the register, left out of the members where it would take the room of their names.
IN_REGISTER, LEAST_WIDTH = 2, 860
# What a member is responsible for, which is said under the table too.
DUTY, WITH_DUTY = 3, 640
OFFERED = ("edit", "leave", "remove", "", "up", "down", "", "add", "rename")
WORRY = Sign(icon="triangle-alert", tone="look")
WRONG = Sign(icon="octagon-alert", tone="wrong")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member as the table shows it: who it is in the register, and what is wrong."""

    duty: Duty
    known: str
    sign: Sign | None
    tip: str


class OrgansTab(QWidget):
    """`refused` carries a refusal to be shown above."""

    refused = Signal(object)

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: DutiesView | None = None
        self._titles: dict[int, str] = {}
        self._wanted = 0
        self.organs = DataTable(
            "organsTable",
            tr("Organs and members"),
            RecordTableModel(self._organ_columns()),
            long=(0,),
        )
        self.members = DataTable(
            "dutyMembersTable", tr("Members"), RecordTableModel(_member_columns()), long=(3,)
        )
        self._member_note = theme.label(name="dutyMemberNote", wrap=True)
        self._body = QStackedWidget()
        self.commands = self._make_commands()
        self._lay_out()
        self._connect()

    @property
    def keyboard_target(self) -> QWidget:
        """Return what takes the keyboard when the tab is shown."""
        return self.members if self._body.currentIndex() == 0 else self._first

    def show_view(self, view: DutiesView) -> None:
        """Show the organs; the one chosen stays chosen, with its member."""
        self._view, self._titles = view, post_titles(view)
        self._body.setCurrentIndex(0 if view.groups else 1)
        self.organs.show_records(view.groups, same=lambda old, new: old.key == new.key)
        self._fit_columns()
        self._show_members()
        self._go_to_wanted()

    def go_to(self, duty_id: int) -> None:
        """Choose a member in the organ it is of."""
        self._wanted = duty_id
        self._go_to_wanted()
        self.members.setFocus()

    def go_to_organ(self, key: OrganKey) -> None:
        """Choose an organ."""
        keys = [group.key for group in self.organs.records]
        if key in keys:
            self.organs.select_row(keys.index(key))
        self.members.setFocus()

    def _go_to_wanted(self) -> None:
        found = self._view.duty(self._wanted) if self._view and self._wanted else None
        if found is None:
            return
        self._wanted = 0
        keys = [group.key for group in self.organs.records]
        self.organs.select_row(keys.index(organ_key(found)))
        ids = [row.duty.id for row in self.members.records]
        self.members.select_row(ids.index(found.id))

    def _show_members(self) -> None:
        group: OrganGroup | None = self.organs.current
        duties = (*group.members, *group.left) if group else ()
        self.members.show_records(
            [self._row(duty) for duty in duties],
            same=lambda old, new: old.duty.id == new.duty.id,
        )
        self._enable()

    def _row(self, duty: Duty) -> MemberRow:
        assert self._view is not None
        found = findings_of(self._view.findings, duty.id) if not duty.until else ()
        sign = None
        if found:
            sign = WRONG if found[0].against_a_rule else WORRY
        person = self._view.person(duty)
        known = f"{person.id} · {label('status', person.status.value)}" if person else ""
        tip = "\n".join(problem_text(finding.problem) for finding in found)
        return MemberRow(duty=duty, known=known, sign=sign, tip=tip)

    def _enable(self) -> None:
        row: MemberRow | None = self.members.current
        self.commands.refresh()
        self._member_note.setText((row.tip or when_left(row.duty) or row.duty.duty) if row else "")
        theme.set_tone(self._member_note, "look" if row and row.tip else "muted")

    def _current(self) -> Duty | None:
        row: MemberRow | None = self.members.current
        return row.duty if row and not row.duty.until else None

    def add(self) -> None:
        """Open the card of a new member of the organ chosen."""
        group: OrganGroup | None = self.organs.current
        self._open(group.key if group else OrganKey(organ=Organ.PRESIDIUM), None)

    def _on_edit(self) -> None:
        duty = self._current()
        if duty is not None:
            self._open(organ_key(duty), duty)

    def _open(self, key: OrganKey, duty: Duty | None) -> None:
        if self._view is None:
            return
        dialog = MemberDialog(self._acts, self._view, key, duty, self)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, duty: Duty) -> None:
        self._wanted = duty.id
        self.members.setFocus()

    def _on_leave(self) -> None:
        duty = self._current()
        if duty is not None:
            organ = organ_text(organ_key(duty), self._titles)
            leave_dialog(self._acts, duty, organ, self).open()

    def _on_remove(self) -> None:
        duty = self._current()
        if duty is None:
            return
        self._messages.ask(
            self,
            tr("Remove {name}?", name=duty.name),
            tr("Only for a member added by mistake. Whoever leaves an organ is let go instead, so"
               " that the history stays."),
            tr("Remove the member"),
            lambda yes: self._run(remove_member, duty.id) if yes else None,
            danger=True,
        )  # fmt: skip

    def _on_rename(self) -> None:
        group: OrganGroup | None = self.organs.current
        if group is None or group.key.organ is not Organ.FREE:
            return
        name = group.key.name
        NameDialog(
            self._acts, tr("Rename the organ"), tr("Rename the organ"),
            lambda new: (rename_organ, (name, new)), what=tr("Organ"), name=name, parent=self,
        ).open()  # fmt: skip

    def _on_move(self, by: int) -> None:
        """Move the member up or down within the organ."""
        duty, group = self._current(), self.organs.current
        if duty is None or group is None or self._view is None:
            return
        inside = [member.id for member in group.members]
        place = inside.index(duty.id)
        if not 0 <= place + by < len(inside):
            return
        ids = [member.id for member in self._view.facts.members]
        here, there = ids.index(duty.id), ids.index(inside[place + by])
        ids[here], ids[there] = ids[there], ids[here]
        self._wanted = duty.id
        self._run(order_members, ids)

    def _run(self, action: Callable[..., Any], *args: Any) -> None:
        self._acts.run(action, *args, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)

    def _organ_columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(title=tr("Organ"), text=lambda g: organ_text(g.key, self._titles)),
            TableColumn(title=tr("Number"), text=lambda g: str(len(g.members)), number=True),
        )

    def _connect(self) -> None:
        self.organs.current_changed.connect(lambda _: self._show_members())
        self.organs.chosen.connect(lambda _: self.members.setFocus())
        self.members.current_changed.connect(lambda _: self._enable())
        self.members.chosen.connect(lambda _: self._on_edit())
        self.commands.offer_in(self.members, OFFERED)

    def _make_commands(self) -> Commands:
        return Commands(
            "organs",
            self,
            {
                "add": self.add,
                "edit": self._on_edit,
                "leave": self._on_leave,
                "remove": self._on_remove,
                "rename": self._on_rename,
                "up": partial(self._on_move, -1),
                "down": partial(self._on_move, 1),
            },
            why_not=self._why_not,
            where={"remove": self.members},
            hides=("rename",),
        )

    def _why_not(self, name: str) -> str:
        group: OrganGroup | None = self.organs.current
        if name == "rename":
            free = group is not None and group.key.organ is Organ.FREE
            return "" if free else tr("Only an organ of your own has another name")
        row: MemberRow | None = self.members.current
        if name == "add":
            return ""
        if row is None:
            return tr("Choose a member first")
        return tr("This member has left the organ") if row.duty.until else ""

    def _lay_out(self) -> None:
        both = QWidget()
        both.setLayout(TurningRow((self.organs, 1), (self.members, 1), spacing=20))
        full = QWidget()
        column_in(full, (both, 1), self._member_note, self._tools(), spacing=12)
        self._first = command_button(self.commands, "add", name="addFirstMember", role="primary")
        empty = EmptyState(
            "network",
            tr("Nobody has a duty yet"),
            tr("Add the members of the presidium, the secretariat and the boards. Then say who does"
               " what in which session."),
            self._first,
        )  # fmt: skip
        self._body.addWidget(full)
        self._body.addWidget(empty)
        column_in(self, self._body, spacing=None, margins=(0, 12, 0, 0))
        self.setTabOrder(self.organs, self.members)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.width()
        # As wide as the names of the organs where the window has no more to give.
        names = min(self.organs.sizeHintForColumn(0) + theme.px(72), width // 2)
        share = max(width * ORGANS_SHARE // 100, names)
        fix_width(self.organs, min(theme.px(ORGANS_WIDTH), share), width)
        self.members.setColumnHidden(IN_REGISTER, width < theme.px(LEAST_WIDTH))
        self.members.setColumnHidden(DUTY, width < theme.px(WITH_DUTY))

    def _tools(self) -> QWidget:
        add = command_button(self.commands, "add", name="addMember", role="primary")
        self._edit = command_button(self.commands, "edit", name="editMember")
        self._leave = command_button(self.commands, "leave", name="leaveMember")
        self._remove = command_button(self.commands, "remove", name="removeMember")
        self._rename = command_button(self.commands, "rename", name="renameOrgan")
        return flowing(self._edit, self._leave, self._remove, self._rename, add)


def _member_columns() -> tuple[TableColumn, ...]:
    def tone(row: MemberRow) -> str:
        return "muted" if row.duty.until else ""

    def duty(row: MemberRow) -> str:
        return when_left(row.duty) or row.duty.duty

    return (
        TableColumn(
            title=tr("Full name"),
            text=lambda row: row.duty.name,
            sign=lambda row: row.sign,
            tone=tone,
            tip=lambda row: row.tip,
        ),
        TableColumn(title=tr("Title in the organ"), text=lambda row: row.duty.title, tone=tone),
        TableColumn(title=tr("In the register"), text=lambda row: row.known, tone=tone),
        TableColumn(title=tr("Responsible for"), text=duty, tone=tone),
    )

"""Who does what in which session: typed into the cells, items and reliefs by their own forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.duties.assignments import assign, edit_assignment, end_relief, unassign
from congress_desk.domain.duties.plan import Deed
from congress_desk.domain.duties.view import DutiesView
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.duties.matrix_model import MatrixModel
from congress_desk.ui.desks.duties.matrix_view import MatrixView
from congress_desk.ui.desks.duties.reason_dialogs import ReliefDialog, members_by_organ
from congress_desk.ui.desks.duties.words import deed_text
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.screen_acts import Acts


class MatrixTab(QWidget):
    """`refused` carries a refusal to be shown above."""

    refused = Signal(object)

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: DutiesView | None = None
        self.model = MatrixModel(self)
        self.matrix = MatrixView(self.model)
        self._body = QStackedWidget()
        self.commands = self._make_commands()
        self._lay_out()
        self.commands.offer_in(self.matrix)
        self.matrix.edited.connect(self._on_edited)
        self.matrix.selectionModel().currentChanged.connect(lambda *_: self._enable())

    @property
    def keyboard_target(self) -> QWidget:
        """Return what takes the keyboard when the tab is shown."""
        return self.matrix

    @property
    def typing(self) -> bool:
        """Say whether a cell is being typed into."""
        return self.matrix.typing

    def show_view(self, view: DutiesView) -> None:
        """Show who does what; the current cell stays current."""
        index = self.matrix.currentIndex()
        duty_id, session = 0, None
        if index.isValid():
            duty_id = self.model.duty(index.row()).id
            session = self.model.sessions[index.column()].key
        self._view = view
        self.model.show_view(view)
        self._body.setCurrentIndex(0 if self.model.duties else 1)
        self.matrix.fit()
        here = self.model.place(duty_id, session)
        self.matrix.setCurrentIndex(here if here.isValid() else self.model.index(0, 0))
        self._enable()

    def go_to(self, duty_id: int, session: str | None) -> None:
        """Make the cell of a member in a session the current one."""
        index = self.model.place(duty_id, session)
        if index.isValid():
            self.matrix.setCurrentIndex(index)
            self.matrix.scrollTo(index)
        self.matrix.setFocus()

    def give_item(self, item_id: int) -> None:
        """Open the form that gives an item to a member."""
        if self._view is not None and self._view.facts.members:
            ItemDialog(self._acts, self._view, [item_id], self._duty_id(), self).open()

    def _duty_id(self) -> int:
        index = self.matrix.currentIndex()
        return self.model.duty(index.row()).id if index.isValid() else 0

    def _given(self) -> tuple[Deed, ...]:
        """Return what the member of the current cell was given there."""
        index = self.matrix.currentIndex()
        return tuple(
            line.deed
            for line in self.model.lines(index)
            if line.deed.given_to.id == self._duty_id()
        )

    def _enable(self) -> None:
        given = self._given()
        self.commands.refresh()
        self._hint.setText("; ".join(map(deed_text, given)) if given else tr("Nothing yet"))

    def _make_commands(self) -> Commands:
        return Commands(
            "matrix",
            self,
            {
                "type": self._on_edit,
                "item": self._on_item,
                "relieve": self._on_relieve,
                "restore": self._on_restore,
                "take_back": self._on_delete,
            },
            why_not=self._why_not,
            where=dict.fromkeys(("type", "item", "take_back"), self.matrix),
        )

    def _why_not(self, name: str) -> str:
        """Return why a command is refused for the cell, "" when it is not."""
        index, given = self.matrix.currentIndex(), self._given()
        if not index.isValid():
            return tr("Choose a cell first")
        if name in ("relieve", "take_back"):
            return "" if given else tr("Nothing is given to this member here")
        if self.model.duty(index.row()).until:
            return tr("This member has left the organ")
        if name == "item":
            return "" if self._items() else tr("The session has no item in the programme")
        if name == "restore" and not any(deed.relieved for deed in given):
            return tr("Nobody stands in here")
        return ""

    def _items(self) -> Sequence[int]:
        index = self.matrix.currentIndex()
        return self.model.sessions[index.column()].items if index.isValid() else ()

    def _on_edited(self, index: QModelIndex, text: str) -> None:
        """Write a cell: given, worded anew, or taken back when nothing is left."""
        duty = self.model.duty(index.row())
        session, whole = self.model.sessions[index.column()].key, self.model.whole(index)
        if whole is None:
            self._run(assign, duty.id, session=session, what=text)
        elif text.strip():
            self._run(edit_assignment, whole.assignment.id, what=text)
        else:
            self._run(unassign, whole.assignment.id)

    def _on_edit(self) -> None:
        self.matrix.setFocus()
        self.matrix.edit(self.matrix.currentIndex())

    def _on_item(self) -> None:
        if self._view is not None:
            ItemDialog(self._acts, self._view, self._items(), self._duty_id(), self).open()

    def _on_relieve(self) -> None:
        given = self._given()
        if self._view is not None and given:
            ReliefDialog(self._acts, self._view, given, self).open()

    def _on_restore(self) -> None:
        ids = [deed.assignment.id for deed in self._given() if deed.relieved]
        if ids:
            self._run(end_relief, ids)

    def _on_delete(self) -> None:
        """Take back what was given last in the cell, after asking."""
        given = self._given()
        if not given:
            return
        last = given[-1]
        self._messages.ask(
            self,
            tr("Withdraw this duty from {name}?", name=last.given_to.name),
            deed_text(last),
            tr("Withdraw the duty"),
            lambda yes: self._run(unassign, last.assignment.id) if yes else None,
            danger=True,
        )

    def _run(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
        # Typed cells come one after the other: none of them may be dropped as a key pressed twice.
        self._acts.session.act(action, *args, done=self._on_done, actor=self._acts.actor, **kwargs)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)

    def _lay_out(self) -> None:
        self._edit = command_button(self.commands, "type", name="typeDuty", role="primary")
        self._item = command_button(self.commands, "item", name="giveItem")
        self._relieve = command_button(self.commands, "relieve", name="relieveDuty")
        self._restore = command_button(self.commands, "restore", name="endRelief")
        self._delete = command_button(self.commands, "take_back", name="takeBackDuty")
        tools = flowing(self._item, self._relieve, self._restore, self._delete, self._edit)
        self._hint = theme.label(tone="muted", name="cellHint", wrap=True)
        full = QWidget()
        column_in(full, (self.matrix, 1), self._hint, tools, spacing=12)
        empty = EmptyState(
            "network",
            tr("Nobody has a duty yet"),
            tr("Add members under “Organs” first; then assign who does what and when."),
        )
        self._body.addWidget(full)
        self._body.addWidget(empty)
        column_in(self, self._body, spacing=None, margins=(0, 12, 0, 0))


class ItemDialog(FormDialog):
    """`items` are the ids offered; the first is chosen, and the member `duty_id`."""

    def __init__(
        self,
        acts: Acts,
        view: DutiesView,
        items: Sequence[int],
        duty_id: int,
        parent: QWidget | None,
    ) -> None:
        title, submit = tr("Give an item to a member"), tr("Give the item")
        super().__init__(title, submit, parent, acts=acts)
        offered = [
            (f"{found.start:%H:%M}  {found.item.content}" if found.start else found.item.content,
             found.item.id)
            for found in view.facts.planned
            if found.item.id in items
        ]  # fmt: skip
        self.item = self.add_choice(tr("Item of the programme"), "assignedItem", offered)
        self.member = self.add_choice(
            tr("Member"), "assignedMember", members_by_organ(view), chosen=duty_id
        )
        self.what = self.add_line(
            tr("What to do"), "assignedWhat", hint=tr("such as: reads the report")
        )
        self.wrong = {"": self.what}
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.run(
            assign,
            int(self.member.currentData() or 0),
            item_id=int(self.item.currentData() or 0),
            what=self.what.text(),
        )

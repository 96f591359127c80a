"""Who works at the desk: the list with roles, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.actions.operators.operators import remove_operator, rename_operator
from congress_desk.domain.operators.figures import OperatorFigures
from congress_desk.domain.operators.operator import Operator
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.operators import OperatorsView, operator_figures
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.congress.operator_figures_dialog import OperatorFiguresDialog
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.operators.operator_dialogs import (
    ChangePinDialog,
    DefineDialog,
    ResetPinDialog,
    RoleDialog,
)
from congress_desk.ui.parts.operators.pin_form import role_words
from congress_desk.ui.parts.operators.unlock_dialog import run_unlocked
from congress_desk.ui.records.fields.field import RecordField
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.name_dialog import NameDialog
from congress_desk.ui.records.table_model import Sign
from congress_desk.ui.records.tables.record_table import RecordTable
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import flowing
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.pages import scrolling
from congress_desk.ui.widgets.screen_acts import Acts

LEAST_ROWS = 5
_BUTTONS = ("add", "rename", "role", "pin", "reset", "remove", "figures")
_OF_ONE = frozenset({"rename", "role", "pin", "reset", "remove"})


class OperatorsTab(QWidget):
    """`refused` carries why something was not done, `told` a tone and words."""

    refused = Signal(object)
    told = Signal(str, str)

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: OperatorsView | None = None
        self._names: tuple[str, ...] = ()
        self._said = theme.subtitle()
        self._said.setWordWrap(True)
        self.records = RecordTable("operatorsTable", tr("Operators"), self)
        self.table = self.records.table
        asked: dict[str, Callable[[], None]] = {
            "add": self._on_add,
            "rename": self._on_rename,
            "role": self._on_role,
            "pin": self._on_pin,
            "reset": self._on_reset,
            "remove": self._on_remove,
            "figures": self._on_figures,
        }
        self.commands = Commands("operators", self, asked, why_not=self._why_not)
        self.buttons = {
            name: command_button(
                self.commands, name, name=f"operators_{name}", role="primary" * (name == "add")
            )
            for name in _BUTTONS
        }
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.commands.refresh())
        self.commands.offer_in(self.table)
        self._lay_out()

    @property
    def current(self) -> Operator | None:
        found = self.table.current
        return found if isinstance(found, Operator) else None

    def show_view(self, view: OperatorsView, names: tuple[str, ...]) -> None:
        """Show the operators; `names` are offered for new ones."""
        self._view, self._names = view, names
        key = use_name("operator")
        self._said.setText(
            tr(
                "Each signs in with a PIN ({key}); the role says what they may do, and two unlock"
                " a result, its annulment and a recount.",
                key=key,
            )
            if view.are_defined
            else tr(
                "Nobody is defined: the program works with names alone. Define operators where each"
                " person is to sign in with a PIN."
            )
        )
        self.records.show_records(operator_fields(view), (*view.operators, *view.removed))
        some = bool(view.operators or view.removed)
        self.table.setVisible(some)
        for name in _BUTTONS[1:]:
            self.buttons[name].setVisible(some)
        self.commands.refresh()

    def _why_not(self, name: str) -> str | None:
        if name == "add":
            return ""
        if self._view is None or not self._view.are_defined:
            return None
        if name not in _OF_ONE:
            return ""
        if self.current is None:
            return tr("Choose a row first")
        return "" if self.current.is_active else tr("Out of use; define the person again")

    def _on_add(self) -> None:
        first = self._view is None or not self._view.are_defined
        self._open(DefineDialog(self._acts, self._names, self, first=first))

    def _on_rename(self) -> None:
        found = self.current
        if found is not None:
            self._open(
                NameDialog(
                    self._acts,
                    tr("Rename the operator"),
                    tr("Rename"),
                    lambda name: (rename_operator, (found.id, name)),
                    what=tr("Full name"),
                    name=found.name,
                    known=self._names,
                    parent=self,
                )
            )

    def _on_role(self) -> None:
        if self.current is not None:
            self._open(RoleDialog(self._acts, self.current, self))

    def _on_pin(self) -> None:
        if self.current is not None:
            self._open(ChangePinDialog(self._acts, self.current, self))

    def _on_reset(self) -> None:
        found, view = self.current, self._view
        if found is not None and view is not None:
            others = [each for each in view.operators if each.id != found.id]
            self._open(ResetPinDialog(self._acts, found, others, self))

    def _on_remove(self) -> None:
        found = self.current
        if found is None:
            return
        last = self._view is not None and len(self._view.operators) == 1
        text = (
            tr("The program then works without operators again, with names alone.")
            if last
            else tr("They sign in no more. What they did keeps their name.")
        )
        self._messages.ask(
            self,
            tr("Take {name} out of use?", name=found.name),
            text,
            tr("Take out of use"),
            partial(self._on_remove_answered, found),
            danger=True,
        )

    def _on_remove_answered(self, found: Operator, yes: bool) -> None:
        if yes:
            run_unlocked(
                self._acts, self, remove_operator, found.id, subject=found.id, done=self._on_done
            )

    def _on_figures(self) -> None:
        self._acts.session.ask(operator_figures, done=self._show_figures)

    def _show_figures(self, found: tuple[OperatorFigures, ...] | Refusal) -> None:
        if isinstance(found, Refusal):
            self.refused.emit(found)
        else:
            OperatorFiguresDialog(found, self).open()

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refused.emit(value)
        self.table.setFocus()

    def _open(self, dialog: FormDialog) -> None:
        dialog.open()

    def _lay_out(self) -> None:
        tools = flowing(*self.buttons.values())
        self.table.show_at_least(LEAST_ROWS)
        inside = QWidget()
        page = column_in(
            inside, self._said, tools, (self.table, 1), spacing=12, margins=(0, 12, 0, 0)
        )
        page.addStretch(0)
        column_in(self, scrolling(inside), spacing=None)


def operator_fields(view: OperatorsView) -> tuple[RecordField, ...]:
    """Return name, role and state of each operator."""
    now = view.now.id if view.now else 0
    waits = dict(view.waits)

    def state(operator: Operator) -> str:
        if not operator.is_active:
            return tr("out of use")
        if not operator.has_pin:
            return tr("chooses a new PIN when signing in")
        if operator.id in waits:
            return tr("wrong PINs: {count}, waits", count=operator.wrong_pins)
        return tr("signed in") if operator.id == now else ""

    def sign(operator: Operator) -> Sign | None:
        if operator.id == now:
            return Sign(icon="user-check", tone="holds")
        waiting = operator.is_active and (not operator.has_pin or operator.id in waits)
        return Sign(icon="triangle-alert", tone="look") if waiting else None

    def tone(operator: Operator) -> str:
        return "" if operator.is_active else "muted"

    return (
        _column("name", tr("Full name"), lambda o: o.name, tone, key=lambda o: name_key(o.name),
                long=True),
        _column("role", tr("Role"), role_words, tone, key=role_words),
        _column("state", tr("State"), state, tone, key=state, sign=sign),
    )  # fmt: skip


def _column(name: str, title: str, text: Any, tone: Any, **more: Any) -> RecordField:
    return RecordField(name=name, title=title, text=text, tone=tone, carded=False, **more)

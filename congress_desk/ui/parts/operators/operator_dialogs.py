"""The forms of the list of operators: define, rename, another role, a PIN changed or reset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from congress_desk.actions.operators.operators import change_role, define_operator
from congress_desk.actions.operators.pins import Typed, change_pin, reset_pin
from congress_desk.actions.operators.signing import sign_in
from congress_desk.domain.operators.operator import Operator, Role
from congress_desk.domain.operators.pins import FEWEST, MOST
from congress_desk.domain.operators.rights import Right, may
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.look import theme
from congress_desk.ui.parts.operators.pin_form import PinForm, hint_line, person_words
from congress_desk.ui.parts.operators.unlock_dialog import run_unlocked
from congress_desk.ui.records.fields.field_widgets import suggest
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class NewPinForm(PinForm):
    """A form in which somebody types a new PIN twice, unseen by the others."""

    def add_new_pin(self) -> None:
        """Add the two fields, and what a PIN is."""
        hint_line(tr("{fewest} to {most} digits", fewest=FEWEST, most=MOST), self)
        self.new = self.add_pin(tr("New PIN"), "newPin")
        self.again = self.add_pin(tr("New PIN again"), "newPinAgain")
        for code in ("pin_not_digits", "pin_length", "pin_too_plain", "pin_same"):
            self.wrong[code] = self.new

    def same_twice(self) -> bool:
        """Say whether both are the same; tell it where they are not."""
        if self.new.text() == self.again.text():
            return True
        self.refuse_pin(tr("The two PINs differ; type the second one again."), self.again)
        return False

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            field = self.wrong.get(value.first.code)
            if isinstance(field, QLineEdit) and field in self.pins:
                if field is self.new:
                    self.again.clear()
                self.refuse_pin(problem_text(value.first), field)
                return
        super().finish(value)


def tell_rights(form: FormDialog, role: QComboBox) -> None:
    """Say under a role what it may do, as the acts will ask it."""
    told = form.tell("")
    theme.set_tone(told, "muted")

    def follow() -> None:
        chosen = Role(role.currentData())
        rights = [label("right", right.value) for right in Right if may(chosen, right)]
        told.setText(tr("May: {rights}", rights="; ".join(rights)))

    role.currentIndexChanged.connect(lambda _: follow())
    follow()


class DefineDialog(NewPinForm):
    """Defines an operator; the first one sits at the desk at once, to define the others."""

    def __init__(
        self, acts: Acts, names: Sequence[str], parent: QWidget | None, *, first: bool
    ) -> None:
        super().__init__(tr("New operator"), tr("Define"), parent, acts=acts)
        self._first = first
        if first:
            self.tell(
                tr(
                    "The first one is the head of the counting board or of the presidium: from"
                    " then on the program asks for a PIN, and they define the others."
                )
            )
        self.name = self.add_line(tr("Full name"), "operatorName", longest=NAME_LIMIT)
        suggest(self.name, names)
        roles = [role for role in Role if not first or may(role, Right.OPERATORS)]
        words = [(label("operator_role", role.value), role.value) for role in roles]
        self.role = self.add_choice(tr("Role"), "operatorRole", words)
        tell_rights(self, self.role)
        self.add_new_pin()
        self.wrong[""] = self.name

    def sent(self) -> None:
        if self.same_twice():
            role = Role(self.role.currentData())
            run_unlocked(
                self.acts, self, define_operator, self.name.text(), role, self.new.text(),
                subject=0, done=self.finish,
            )  # fmt: skip

    def finish(self, value: Any) -> None:
        if self._first and isinstance(value, Operator):
            typed = Typed(operator_id=value.id, pin=self.new.text())
            self._first = False
            self.send(sign_in, typed)
        else:
            super().finish(value)


class RoleDialog(FormDialog):
    """Gives somebody another role."""

    def __init__(self, acts: Acts, operator: Operator, parent: QWidget | None) -> None:
        super().__init__(tr("Another role"), tr("Give the role"), parent, acts=acts)
        self._operator = operator
        self.tell(operator.name, "strong")
        words = [(label("operator_role", role.value), role.value) for role in Role]
        self.role = self.add_choice(tr("Role"), "operatorRole", words, operator.role.value)
        tell_rights(self, self.role)
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        role = Role(self.role.currentData())
        run_unlocked(
            self.acts, self, change_role, self._operator.id, role,
            subject=self._operator.id, done=self.finish,
        )  # fmt: skip


class ChangePinDialog(NewPinForm):
    """Changes the PIN of somebody who knows it."""

    def __init__(self, acts: Acts, operator: Operator, parent: QWidget | None) -> None:
        super().__init__(tr("Change the PIN"), tr("Change the PIN"), parent, acts=acts)
        self._operator = operator
        self.tell(person_words(operator), "strong")
        self.old = self.add_pin(tr("PIN in use"), "oldPin")
        self.add_new_pin()
        for code in ("pin_wrong", "pin_wrong_wait", "pin_wait"):
            self.wrong[code] = self.old

    def sent(self) -> None:
        if self.same_twice():
            self.send(change_pin, self._operator.id, self.old.text(), self.new.text())


class ResetPinDialog(NewPinForm):
    """Gives somebody who forgot it a new PIN: they type it, two others unlock it with theirs."""

    def __init__(
        self, acts: Acts, operator: Operator, others: Sequence[Operator], parent: QWidget | None
    ) -> None:
        super().__init__(tr("Reset a forgotten PIN"), tr("Reset the PIN"), parent, acts=acts)
        self._operator = operator
        self.tell(person_words(operator), "strong")
        self.add_new_pin()
        self.tell(tr("Two others type their own PIN for it."))
        second = others[1].id if len(others) > 1 else 0
        self.first, self.first_pin = self.add_person(tr("First person"), "first", others)
        self.second, self.second_pin = self.add_person(
            tr("Second person"), "second", others, second
        )
        self.new.setFocus()

    def sent(self) -> None:
        if self.same_twice():
            first = self.typed(self.first, self.first_pin)
            second = self.typed(self.second, self.second_pin)
            self.send(reset_pin, self._operator.id, self.new.text(), first, second)

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            name = str(value.first.params.get("name", "\0"))
            for person, pin in ((self.first, self.first_pin), (self.second, self.second_pin)):
                if person.currentText().startswith(name):
                    self.refuse_pin(problem_text(value.first), pin)
                    return
        super().finish(value)

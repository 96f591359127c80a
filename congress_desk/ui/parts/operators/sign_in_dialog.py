"""Signing in, and letting another one sit down: who, the PIN, Enter."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.operators.pins import choose_pin
from congress_desk.actions.operators.signing import sign_in, sign_out
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.operators import OperatorsView, operators_view
from congress_desk.ui.parts.operators.pin_form import PinForm, without_actor
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import make_button
from congress_desk.ui.widgets.screen_acts import Acts


class SignInDialog(PinForm):
    """Offers first who sat here before, so that two people switch by a key and a PIN each."""

    def __init__(self, acts: Acts, view: OperatorsView, parent: QWidget | None) -> None:
        super().__init__(tr("Who is at the keyboard"), tr("Sign in"), parent, acts=acts)
        self._view = view
        if view.now is not None:
            self.tell(tr("Now: {name}", name=view.now.name), "strong")
        self.person, self.pin = self.add_person(
            tr("Who signs in"), "signIn", view.operators, _offered(view)
        )
        if view.now is not None:
            self.out = make_button(tr("Sign out"), self._on_out, name="signOut")
            self.out.setAutoDefault(False)
            self.form.addRow("", self.out)
        self.pin.setFocus()

    def sent(self) -> None:
        self.send(sign_in, self.typed(self.person, self.pin))

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal) and value.first.code == "pin_lost":
            operator_id = int(self.person.currentData())
            ChoosePinDialog(self.acts, operator_id, problem_text(value.first), self).open()
        elif isinstance(value, Refusal):
            self.refuse_pin("\n".join(map(problem_text, value.problems)), self.pin)
        else:
            super().finish(value)

    def _on_out(self) -> None:
        self.run(without_actor(sign_out))


class ChoosePinDialog(PinForm):
    """Asks for a new PIN where the file, made again from its journal, holds none."""

    def __init__(self, acts: Acts, operator_id: int, why: str, parent: QWidget | None) -> None:
        super().__init__(tr("A new PIN"), tr("Keep the PIN"), parent, acts=acts)
        self._operator_id = operator_id
        self.tell(why)
        self.new = self.add_pin(tr("New PIN"), "newPin")
        self.again = self.add_pin(tr("New PIN again"), "newPinAgain")
        self.wrong = {"": self.new}

    def sent(self) -> None:
        if self.new.text() != self.again.text():
            self.refuse_pin(tr("The two PINs differ; type the second one again."), self.again)
            return
        self.send(choose_pin, self._operator_id, self.new.text())


def _offered(view: OperatorsView) -> int:
    """Return who is offered: whoever sat here before, else the first who does not sit here."""
    now = view.now.id if view.now else 0
    ids = [each.id for each in view.operators]
    if view.before in ids and view.before != now:
        return view.before
    return next((each for each in ids if each != now), now)


def ask_who_signs_in(session: Session, parent: QWidget) -> None:
    """Open the form over a window."""
    session.ask(operators_view, done=partial(_open, session, parent))


def _open(session: Session, parent: QWidget, view: OperatorsView) -> None:
    dialog = SignInDialog(Acts(session, parent), view, parent)
    dialog.open()

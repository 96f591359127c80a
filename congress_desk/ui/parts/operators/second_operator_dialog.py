"""Whoever sits beside the one at the keyboard types a PIN too, before both do something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.operators.signing import sit_beside
from congress_desk.domain.operators.operator import Operator
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.operators import beside
from congress_desk.ui.parts.operators.pin_form import PinForm
from congress_desk.ui.widgets.screen_acts import Acts


class SecondOperatorDialog(PinForm):
    """`saved` once the PIN is that of this operator."""

    def __init__(self, acts: Acts, operator: Operator, parent: QWidget | None) -> None:
        super().__init__(tr("Who sits beside"), tr("Confirm"), parent, acts=acts)
        self.tell(
            tr(
                "Whoever is at the keyboard typed a pass of this bundle. Who sits beside types a"
                " PIN too; both names go into the journal."
            )
        )
        self.person, self.pin = self.add_person(tr("Together with"), "beside", [operator])
        self.pin.setFocus()

    def sent(self) -> None:
        self.send(sit_beside, self.typed(self.person, self.pin))

    def finish(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.refuse_pin("\n".join(map(problem_text, value.problems)), self.pin)
        else:
            super().finish(value)


def second_operator_first(
    acts: Acts,
    name: str,
    parent: QWidget,
    then: Callable[[], object],
    refused: Callable[[Sequence[Problem]], object],
) -> None:
    """Do something once whoever sits beside has typed a PIN, where one is asked for."""

    if not (name and acts.session.has_operators):
        then()
        return

    def answered(found: Operator | None | Refusal) -> None:
        if isinstance(found, Refusal):
            refused(found.problems)
        elif found is None:
            then()
        else:
            dialog = SecondOperatorDialog(acts, found, parent)
            dialog.saved.connect(lambda _: then())
            dialog.open()

    acts.session.ask(beside, name, done=answered)

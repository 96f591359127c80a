"""Two people unlock one act with their PINs; then it is done in their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.operators.unlock import Unlock, unlock
from congress_desk.domain.operators.operator import Operator
from congress_desk.domain.operators.rights import RIGHT_OF_ACT
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.queries.operators import who_may
from congress_desk.ui.parts.operators.pin_form import PinForm
from congress_desk.ui.widgets.screen_acts import Acts

_ASKED = frozenset({"unlock_needed", "unlock_over"})


class UnlockDialog(PinForm):
    """`saved` carries the unlocking of an act on a subject."""

    def __init__(
        self, acts: Acts, act: str, subject: int, people: Sequence[Operator], parent: QWidget | None
    ) -> None:
        super().__init__(tr("Two people unlock this"), tr("Unlock"), parent, acts=acts)
        self._act, self._subject = act, subject
        what = label("right", RIGHT_OF_ACT[act].value)
        self.tell(tr("To be unlocked: {what}", what=what), "strong")
        self.tell(tr("Each types a PIN of their own; both names go into the journal."))
        second = people[1].id if len(people) > 1 else 0
        self.first, self.first_pin = self.add_person(tr("First person"), "first", people)
        self.second, self.second_pin = self.add_person(
            tr("Second person"), "second", people, second
        )
        self.first_pin.setFocus()

    def sent(self) -> None:
        first = self.typed(self.first, self.first_pin)
        second = self.typed(self.second, self.second_pin)
        self.send(unlock, self._act, self._subject, first, second)

    def finish(self, value: Any) -> None:
        if not isinstance(value, Refusal):
            super().finish(value)
            return
        words = "\n".join(map(problem_text, value.problems))
        chosen = str(self.second.currentText())
        of_second = chosen.startswith(str(value.first.params.get("name", "\0")))
        if of_second or value.first.code == "two_operators_needed":
            self.refuse_pin(words, self.second_pin)
        else:
            self.refuse_pin(words, self.first_pin)


def ask_two(
    acts: Acts,
    act: str,
    subject: int,
    parent: QWidget,
    done: Callable[[Unlock], None],
) -> None:
    """Let two people unlock an act."""

    def opened(people: Sequence[Operator]) -> None:
        dialog = UnlockDialog(acts, act, subject, people, parent)
        dialog.saved.connect(done)
        dialog.open()

    acts.session.ask(who_may, act, done=opened)


def run_unlocked(
    acts: Acts,
    parent: QWidget,
    action: Callable[..., Any],
    *args: Any,
    subject: int,
    done: Callable[[Any], object],
    **named: Any,
) -> None:
    """Do an act; where it asks for two who unlock it, ask them and do it then."""

    def answered(value: Any) -> None:
        if isinstance(value, Refusal) and value.first.code in _ASKED:
            ask_two(acts, action.__name__, subject, parent, again)
        else:
            done(value)

    def again(opened: Unlock) -> None:
        acts.run(action, *args, done=answered, unlocked=opened, **named)

    acts.run(action, *args, done=answered, **named)

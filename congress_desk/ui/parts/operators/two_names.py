"""The two who answer for an act: their names on a form, or their PINs where there are operators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.parts.operators.unlock_dialog import run_unlocked
from congress_desk.ui.records.forms.form_dialog import FormDialog


class TwoNames:
    """Fields of a form; `run` does the act in the names of both."""

    def __init__(self, form: FormDialog) -> None:
        self._form = form
        self._by_pin = form.acts.session.has_operators
        if self._by_pin:
            form.tell(tr("Two who may do this type their PINs; their names are written down."))
            return
        self.first = form.add_line(tr("Confirmed by"), "firstName", longest=NAME_LIMIT)
        self.second = form.add_line(tr("and by"), "secondName", longest=NAME_LIMIT)
        form.wrong["two_names_needed"] = self.first

    def run(self, action: Callable[..., Any], *args: Any, subject: int, **named: Any) -> None:
        """Do an act on `subject` in the names typed, or of those who unlock it."""
        form = self._form
        form.say("", "wrong")
        names = ("", "") if self._by_pin else (self.first.text(), self.second.text())
        run_unlocked(
            form.acts, form, action, *args, subject=subject, done=form.finish,
            first=names[0], second=names[1], **named,
        )  # fmt: skip

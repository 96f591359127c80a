"""A question that wants a reason before something is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.i18n import tr
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class ReasonDialog(FormDialog):
    """Runs `action(file, *args, reason=…)` with the reason typed; `saved` carries what it did."""

    def __init__(
        self,
        acts: Acts,
        title: str,
        sentence: str,
        submit: str,
        action: Callable[..., Any],
        *args: Any,
        parent: QWidget | None,
        why: str = "",
        leave: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(title, submit, parent, acts=acts, leave=leave, danger=danger)
        self.tell(sentence)
        self.reason = self.add_line(why or tr("Reason"), "reasonField")
        self.wrong = {"": self.reason}
        self.submitted.connect(lambda: self.run(action, *args, reason=self.reason.text()))

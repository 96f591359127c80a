"""Giving a name: to a new group, to a group or a delegation that has another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.records.fields.field_widgets import suggest
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.screen_acts import Acts


class NameDialog(FormDialog):
    """Calls `act(name, done)` with the name typed; `warn` says what a name would bring about.

    `what` says what is named: “Đoàn”, “Tổ thảo luận”.
    """

    def __init__(
        self,
        acts: Acts,
        title: str,
        submit: str,
        act: Callable[[str], tuple[Callable[..., Any], tuple[Any, ...]]],
        *,
        what: str,
        name: str = "",
        known: Sequence[str] = (),
        warn: Callable[[str], str] = lambda name: "",
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, submit, parent, acts=acts)
        self._act, self._warn = act, warn
        self.name = self.add_line(what, "nameField", name, longest=NAME_LIMIT)
        self.name.selectAll()
        self.wrong = {"": self.name}
        suggest(self.name, known)
        self.name.textChanged.connect(lambda text: self.say(self._warn(clean_text(text)), "look"))
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        name = clean_text(self.name.text())
        if not name:
            self.refuse_words(tr("Type a name."), self.name)
            return
        action, args = self._act(name)
        self.run(action, *args)

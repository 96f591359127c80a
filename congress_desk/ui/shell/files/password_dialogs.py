"""The password of a congress file: asked for when it is opened; set, changed or taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.background import Background
from congress_desk.ui.records.forms.form_dialog import FormDialog

LONGEST, WIDTH = 200, 600


class OpenDialog(FormDialog):
    """Asks for the password of a closed file; `opened` once it was the right one."""

    opened = Signal()

    def __init__(self, path: Path, background: Background, parent: QWidget | None) -> None:
        super().__init__(tr("The file has a password"), tr("Open the file"), parent)
        self.setObjectName("openPassword")
        self.be_wide(WIDTH)
        self._path, self._background = path, background
        self.tell(path.name, "strong")
        self.password = add_password(self, tr("Password"), "password")
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        from congress_desk.storage.unlocking import unlock

        if not self.password.text():
            self.password.setFocus()
            return
        self.say(tr("Trying the password…"), "accent")
        self.submit.setEnabled(False)
        self._background.run(partial(unlock, self._path, self.password.text()), self._on_tried)

    def _on_tried(self, refusal: Refusal | None) -> None:
        self.submit.setEnabled(True)
        if refusal is None:
            self.accept()
            self.opened.emit()
            return
        self.say(problem_text(refusal.first), "wrong")
        self.password.selectAll()
        self.password.setFocus()


class ChangeDialog(FormDialog):
    """Asks for the new password of the open file, and for the one it has.

    `chosen` carries the new one, None for none, once the old one was right. `right` says on the
    worker whether it is.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        has_one: bool,
        is_right: Callable[[str, Callable[[bool], None]], None],
        parent: QWidget | None,
    ) -> None:
        title = tr("Change the password") if has_one else tr("Set a password")
        super().__init__(title, title, parent)
        self.setObjectName("changePassword")
        self.be_wide(WIDTH)
        self._has_one, self._is_right = has_one, is_right
        self.tell(name, "strong")
        self.tell(
            tr(
                "Nobody can read the file, its journal and its copies without the password. If it"
                " is forgotten, nobody can open them again: let two people know it, or keep it in"
                " a sealed envelope."
            )
        )
        if has_one:
            self.old = add_password(self, tr("Password now"), "passwordNow")
            self.none = QCheckBox(tr("Take the password away"))
            self.add_field("", self.none, "passwordNone")
            self.none.setAccessibleName(self.none.text())
            self.none.toggled.connect(self._on_none)
        self.new = add_password(self, tr("New password"), "passwordNew")
        self.again = add_password(self, tr("New password again"), "passwordAgain")
        self.submitted.connect(self._on_submitted)

    def _on_none(self, none: bool) -> None:
        self.new.setEnabled(not none)
        self.again.setEnabled(not none)
        words = tr("Take the password away") if none else tr("Change the password")
        self.submit.setText(words)

    def _on_submitted(self) -> None:
        new = None if self._has_one and self.none.isChecked() else self.new.text()
        if new is not None and not self._is_good(new):
            return
        if not self._has_one:
            self._on_tried(new, True)
            return
        self.say(tr("Trying the password…"), "accent")
        self.submit.setEnabled(False)
        self._is_right(self.old.text(), partial(self._on_tried, new))

    def _is_good(self, new: str) -> bool:
        from congress_desk.congress_password import password_problem

        found = password_problem(new)
        if found:
            self._refuse_at(self.new, problem_text(found))
        elif new != self.again.text():
            self._refuse_at(self.again, tr("The two passwords differ; type the second one again."))
        return found is None and new == self.again.text()

    def _on_tried(self, new: str | None, is_right: bool) -> None:
        self.submit.setEnabled(True)
        if not is_right:
            self._refuse_at(self.old, tr("This is not the password that the file has now."))
            return
        self.accept()
        self.chosen.emit(new)

    def _refuse_at(self, line: QLineEdit, words: str) -> None:
        self.say(words, "wrong")
        line.selectAll()
        line.setFocus()


def add_password(form: FormDialog, title: str, name: str) -> QLineEdit:
    """Add a field whose letters nobody sees."""
    line = form.add_line(title, name, longest=LONGEST)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line

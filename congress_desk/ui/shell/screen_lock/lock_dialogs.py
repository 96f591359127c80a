"""What opens a locked screen: a PIN where there are operators, else the password, else a click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from congress_desk.i18n import tr
from congress_desk.queries.operators import OperatorsView
from congress_desk.ui.parts.operators.sign_in_dialog import SignInDialog
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.session import Session
from congress_desk.ui.shell.files.password_dialogs import add_password
from congress_desk.ui.widgets.screen_acts import Acts


class _Stays(QDialog):
    """In front of every window, and never closed but by what opens the screen."""

    def be_in_front(self) -> None:
        self.setWindowTitle(tr("The screen is locked"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setObjectName("screenLock")

    def reject(self) -> None:
        """Stay: Escape opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class PinLock(_Stays, SignInDialog):
    """Opens when somebody signs in."""

    def __init__(self, session: Session, view: OperatorsView, parent: QWidget) -> None:
        super().__init__(Acts(session, parent), view, parent)
        self.be_in_front()
        self.leave.hide()
        if view.now is not None:
            self.form.setRowVisible(self.out, False)
            # Whoever went away comes back more often than somebody else.
            self.person.setCurrentIndex(max(self.person.findData(view.now.id), 0))


class PasswordLock(_Stays, FormDialog):
    """Opens by the password of the file."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(tr("The screen is locked"), tr("Go on"), parent)
        self.be_in_front()
        self.leave.hide()
        self._session = session
        self.password = add_password(self, tr("Password of the file"), "password")
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        self.submit.setEnabled(False)
        self._session.ask(_is_password, self.password.text(), done=self._on_tried)

    def _on_tried(self, is_right: bool) -> None:
        self.submit.setEnabled(True)
        if is_right:
            self.accept()
            return
        self.say(tr("This is not the password that the file has now."), "wrong")
        self.password.selectAll()
        self.password.setFocus()


class ClickLock(_Stays, FormDialog):
    """Opens by a click: it keeps eyes off, and nobody out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("The screen is locked"), tr("Go on"), parent)
        self.be_in_front()
        self.leave.hide()
        self.tell(tr("This file has neither operators nor a password: a click goes on."))
        self.submitted.connect(self.accept)


def open_lock(session: Session, parent: QWidget, opened: Callable[[], None]) -> None:
    """Show what opens the screen; `opened` once it has."""
    from congress_desk.queries.operators import operators_view

    def show(dialog: QDialog) -> None:
        dialog.accepted.connect(opened)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    if session.has_operators:
        session.ask(operators_view, done=lambda view: show(PinLock(session, view, parent)))
    elif session.has_password:
        show(PasswordLock(session, parent))
    else:
        show(ClickLock(parent))


def _is_password(file: Any, password: str) -> bool:
    from congress_desk.storage.unlocking import is_password_of

    return is_password_of(file.key, password)

"""The password of the open file: asked for, then the file is closed, written anew, opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.ui.shell.files.password_dialogs import ChangeDialog

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def ask_change(window: MainWindow) -> None:
    """Open the form over the window that shows the file."""
    session = window.session
    if session is None:
        return

    def is_right(password: str, done: Callable[[bool], None]) -> None:
        session.ask(_is_password, password, done=done)

    def on_known(has_one: bool) -> None:
        dialog = ChangeDialog(session.path.name, has_one, is_right, window)
        dialog.chosen.connect(lambda new: _change(window, session.path, new))
        dialog.open()

    session.ask(_has_password, done=on_known)


def _change(window: MainWindow, path: Path, new: str | None) -> None:
    window.leave_file(lambda: window.flows.change_password(path, new))


def _has_password(file: Any) -> bool:
    return file.key is not None


def _is_password(file: Any, password: str) -> bool:
    from congress_desk.storage.unlocking import is_password_of

    return is_password_of(file.key, password)

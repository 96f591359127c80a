"""The password of the open file: asked for, then the file is closed, written anew, opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.ui.session import Session
from congress_desk.ui.shell.files.password_dialogs import ChangeDialog


def ask_change(
    session: Session, parent: QWidget, change: Callable[[Path, str | None], None]
) -> None:
    """Open the form over the window that shows the file; `change` gets what was chosen."""

    def is_right(password: str, done: Callable[[bool], None]) -> None:
        session.ask(_is_password, password, done=done)

    def on_known(has_one: bool) -> None:
        dialog = ChangeDialog(session.path.name, has_one, is_right, parent)
        dialog.chosen.connect(lambda new: change(session.path, new))
        dialog.open()

    session.ask(_has_password, done=on_known)


def _has_password(file: Any) -> bool:
    return file.key is not None


def _is_password(file: Any, password: str) -> bool:
    from congress_desk.storage.unlocking import is_password_of

    return is_password_of(file.key, password)

"""Printing the keys: asked once where, written as a PDF that is then opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.settings import documents_folder

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def save_keys(window: MainWindow) -> None:
    """Ask where the card of keys is to be, and write it there."""
    from congress_desk.papers.keys import keys_paper

    suggested = documents_folder() / keys_paper().file_name
    window.messages.save_file(
        window, tr("Save the card of keys"), suggested, "PDF (*.pdf)", partial(_write, window)
    )


def _write(window: MainWindow, path: Path) -> None:
    from congress_desk.papers.keys import write_keys

    window.windows.background.run(partial(write_keys, path), partial(tell_saved, window, path))


def tell_saved(window: MainWindow, path: Path, refusal: Refusal | None) -> None:
    """Say where a paper of the help was written and offer to open it, or why it was not."""
    if refusal is not None:
        window.page.notice.say_problems(refusal.problems)
        return
    window.page.notice.say(
        "holds",
        tr("Saved as {path}.", path=str(path)),
        button=tr("Open it to print"),
        act=partial(_open, path),
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

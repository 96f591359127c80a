"""Help on paper: one page or the whole guide, written as a PDF that is then opened to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.exports.file_names import file_name
from congress_desk.help.contents import page, page_names
from congress_desk.i18n import tr
from congress_desk.settings import documents_folder
from congress_desk.ui.shell.help.keys_card import tell_saved

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def save_page(window: MainWindow, name: str) -> None:
    """Ask where one page is to be kept, and write it there."""
    _save(window, tr("Save this page of the help"), page(name).title, (name,))


def save_guide(window: MainWindow) -> None:
    """Ask where the whole guide is to be kept, and write it there."""
    _save(window, tr("Save the user guide"), tr("User guide"), page_names())


def _save(window: MainWindow, question: str, title: str, names: tuple[str, ...]) -> None:
    suggested = documents_folder() / file_name(title, suffix=".pdf")
    write = partial(_write, window, names)
    window.messages.save_file(window, question, suggested, "PDF (*.pdf)", write)


def _write(window: MainWindow, names: tuple[str, ...], path: Path) -> None:
    from congress_desk.exports.guide.guide import write_guide

    work = partial(write_guide, path, names)
    window.windows.background.run(work, partial(tell_saved, window, path))

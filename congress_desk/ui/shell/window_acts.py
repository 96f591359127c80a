"""What the menus, the keys and the start page do, by name; each loads its room when first used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from congress_desk.i18n import tr
from congress_desk.ui.look import theme

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow


def window_acts(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Return a function for each act named in the menus."""
    return {
        "new_from_workbook": lambda: window.flows.choose_workbook(),
        "new_empty": lambda: window.flows.ask_details(),
        "open_file": lambda: window.flows.choose_file(),
        "save_copy": lambda: _save_copy(window),
        "keep_journal": lambda: _keep_journal(window),
        "verify": lambda: _verify(window),
        "ask_operator": lambda: _ask_operator(window),
        "close_file": window.close_file,
        "palette": lambda: _show_palette(window),
        "note_obstacle": lambda: _note_obstacle(window),
        "next_part": lambda: _go_to_next_part(window),
        "get_template": lambda: window.flows.choose_template(),
        "open_example": lambda: window.flows.choose_example(),
        "new_window": lambda: _new_window(window),
        "quit": lambda: _quit(window),
        "larger": lambda: dress(window, scale=window.settings.values.larger),
        "smaller": lambda: dress(window, scale=window.settings.values.smaller),
        "usual_size": lambda: dress(window, scale=100),
        "full_screen": lambda: _switch_full_screen(window),
        "show_keys": lambda: _show_keys(window),
        "print_keys": lambda: _print_keys(window),
        "show_about": lambda: _show_about(window),
    }


NEEDS_FILE = frozenset(
    {
        "save_copy", "keep_journal", "verify", "ask_operator", "close_file", "note_obstacle",
        "next_part", "new_window",
    }
)  # fmt: skip


def why_not(window: MainWindow, name: str) -> str:
    """Return why an act of the window is refused just now, "" when it is not."""
    if name in NEEDS_FILE and window.session is None:
        return tr("No congress is open")
    return ""


def dress(window: MainWindow, **changes: object) -> None:
    """Change colours or size, remember it, and show it at once."""
    window.settings.change(**changes)
    values = window.settings.values
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, values.theme, values.scale)


def _save_copy(window: MainWindow) -> None:
    from congress_desk.ui.shell.file_care import save_copy

    save_copy(window)


def _keep_journal(window: MainWindow) -> None:
    from congress_desk.ui.shell.file_care import choose_journal_folder

    choose_journal_folder(window)


def _verify(window: MainWindow) -> None:
    from congress_desk.ui.shell.file_care import verify

    verify(window)


def _ask_operator(window: MainWindow) -> None:
    from congress_desk.ui.shell.file_care import ask_operator

    ask_operator(window)


def _note_obstacle(window: MainWindow) -> None:
    if window.workspace is not None:
        window.workspace.note_obstacle()


def _go_to_next_part(window: MainWindow) -> None:
    if window.workspace is not None:
        window.workspace.focus_next_part()


def _show_palette(window: MainWindow) -> None:
    from congress_desk.ui.shell.palette.palette import Palette

    Palette.switch(window)


def _quit(window: MainWindow) -> None:
    window.windows.close_all()


def _new_window(window: MainWindow) -> None:
    window.windows.add_beside(window)


def _switch_full_screen(window: MainWindow) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _show_keys(window: MainWindow) -> None:
    from congress_desk.ui.shell.keys_drawer import KeysDrawer

    KeysDrawer.switch(window)


def _print_keys(window: MainWindow) -> None:
    from congress_desk.ui.shell.keys_card import save_keys

    save_keys(window)


def _show_about(window: MainWindow) -> None:
    from congress_desk.ui.shell.about_dialog import about_dialog

    about_dialog(window).open()

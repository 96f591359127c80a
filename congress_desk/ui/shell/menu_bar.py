"""The menus of the window: files, the congress, how it looks, help; made from the commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from congress_desk.i18n import tr
from congress_desk.languages import LANGUAGES
from congress_desk.settings import Settings
from congress_desk.ui.commands import Commands

_NEW = ("new_from_workbook", "new_empty", "new_rehearsal", "open_file")
_FILE = (
    "save_copy", "backups", "keep_journal", "verify", "password", "ask_operator", "close_file",
    "", "get_template", "open_example",
    "", "settings",
    "", "quit",
)  # fmt: skip
_CONGRESS = ("palette", "note_obstacle", "", "readiness", "rehearse", "", "sign_congress")
_VIEW = (
    "larger", "smaller", "usual_size", "", "full_screen", "blank_hall", "lock_screen",
    "new_window", "next_part",
)  # fmt: skip
_HELP = (
    "show_help", "first_congress", "show_contents", "show_glossary", "save_guide",
    "", "drill", "show_keys", "print_keys", "", "show_errors", "show_about",
)  # fmt: skip


def fill_menu_bar(
    bar: QMenuBar,
    settings: Settings,
    commands: Commands,
    *,
    on_language: Callable[[str], None],
    on_theme: Callable[[str], None],
) -> tuple[QMenu, QMenu]:
    """Fill an empty menu bar; return the menus that are filled when shown: recent files, Edit."""
    file = _add(bar, tr("&File"), commands, _NEW)
    recent = file.addMenu(tr("Open &recent"))
    file.addSeparator()
    commands.fill_menu(file, _FILE, in_bar=True)
    edit = bar.addMenu(tr("&Edit"))
    _add(bar, tr("&Congress"), commands, _CONGRESS)
    view = _add(bar, tr("&View"), commands, _VIEW)
    view.addSeparator()
    _add_choice(view, tr("&Colours"), theme_names(), settings.theme, on_theme)
    _add_choice(view, tr("Lan&guage"), language_names(), settings.language, on_language)
    _add(bar, tr("&Help"), commands, _HELP)
    return recent, edit


def theme_names() -> dict[str, str]:
    """Return the words for each choice of colours, by its code."""
    return {
        "system": tr("As the system"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "contrast": tr("High contrast"),
    }


def language_names() -> dict[str, str]:
    """Return the name of each language in itself, by its code."""
    return {code: found.name for code, found in LANGUAGES.items()}


def _add(bar: QMenuBar, title: str, commands: Commands, names: Sequence[str]) -> QMenu:
    menu = bar.addMenu(title)
    commands.fill_menu(menu, names, in_bar=True)
    return menu


def _add_choice(
    menu: QMenu,
    title: str,
    choices: Mapping[str, str],
    chosen: str,
    on_choice: Callable[[str], None],
) -> None:
    submenu = menu.addMenu(title)
    group = QActionGroup(submenu)
    for value, words in choices.items():
        action = submenu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        group.addAction(action)
        action.triggered.connect(lambda _=False, value=value: on_choice(value))

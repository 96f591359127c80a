"""The menus of the window: files, the congress, how it looks, help; made from the commands.

Each is filled anew when it is shown: a line is allowed or refused as the window is then, and the
window itself shows sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from congress_desk.i18n import tr
from congress_desk.languages import LANGUAGES
from congress_desk.settings import SettingsStore
from congress_desk.ui.commands import Commands
from congress_desk.ui.shell.appearance import change_appearance
from congress_desk.ui.shell.edit_menu import Editing, EditMenu
from congress_desk.ui.shell.recent_menu import RecentMenu

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


class MenuWindow(Editing, Protocol):
    """A window that has these menus."""

    commands: Commands
    settings: SettingsStore

    def open_path(self, path: Path) -> None: ...
    def show_recent(self) -> None: ...
    def use_language(self, language: str) -> None: ...


def menu_bar_of(window: MenuWindow) -> QMenuBar:
    """Return the menus of a window, still empty."""
    bar = QMenuBar()
    commands, settings = window.commands, window.settings
    file = bar.addMenu(tr("&File"))
    recent = QMenu(tr("Open &recent"), file)

    def fill_file() -> None:
        commands.fill_menu(file, _NEW, in_bar=True)
        file.addMenu(recent)
        file.addSeparator()
        commands.fill_menu(file, _FILE, in_bar=True)

    _fill_when_shown(file, fill_file)
    files = RecentMenu(recent, settings)
    files.chosen.connect(window.open_path)
    files.forgotten.connect(window.show_recent)
    EditMenu(bar.addMenu(tr("&Edit")), window)
    _add(bar, tr("&Congress"), commands, _CONGRESS)
    view = bar.addMenu(tr("&View"))
    colours = _choice(
        view,
        tr("&Colours"),
        theme_names,
        lambda: settings.values.theme,
        lambda name: change_appearance(settings, theme=name),
    )
    spoken = _choice(
        view,
        tr("Lan&guage"),
        language_names,
        lambda: settings.values.language,
        window.use_language,
    )

    def fill_view() -> None:
        commands.fill_menu(view, _VIEW, in_bar=True)
        view.addSeparator()
        view.addMenu(colours)
        view.addMenu(spoken)

    _fill_when_shown(view, fill_view)
    _add(bar, tr("&Help"), commands, _HELP)
    return bar


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


def _add(bar: QMenuBar, title: str, commands: Commands, names: Sequence[str]) -> None:
    menu = bar.addMenu(title)
    _fill_when_shown(menu, partial(commands.fill_menu, menu, names, in_bar=True))


def _fill_when_shown(menu: QMenu, fill: Callable[[], None]) -> None:
    def fill_anew() -> None:
        menu.clear()
        fill()

    menu.aboutToShow.connect(fill_anew)


def _choice(
    menu: QMenu,
    title: str,
    choices: Callable[[], Mapping[str, str]],
    chosen: Callable[[], str],
    on_choice: Callable[[str], None],
) -> QMenu:
    """Return a menu in which one of the choices is ticked: that which is `chosen` when it shows."""
    submenu = QMenu(title, menu)
    group = QActionGroup(submenu)

    def fill() -> None:
        for value, words in choices().items():
            action = submenu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == chosen())
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: on_choice(value))

    _fill_when_shown(submenu, fill)
    return submenu

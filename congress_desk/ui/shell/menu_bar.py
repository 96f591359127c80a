"""The menus: files, how the window looks, help. Every act of the shell has its key here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from congress_desk.i18n import tr
from congress_desk.settings import Settings

_LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


class Line(NamedTuple):
    """One line of a menu: its words in English, its keys, and what it does by name."""

    title: str
    act: str
    keys: str = ""
    needs_file: bool = False


_FILE: tuple[Line | None, ...] = (
    Line(title="&New from a workbook…", act="new_from_workbook", keys="Ctrl+N"),
    Line(title="New, &empty…", act="new_empty", keys="Ctrl+Shift+N"),
    Line(title="&Open…", act="open_file", keys="Ctrl+O"),
    None,
    Line(title="Save a &backup copy…", act="save_copy", keys="Ctrl+Shift+S", needs_file=True),
    Line(title="Keep the &journal on another disk…", act="keep_journal", needs_file=True),
    Line(title="&Verify the file", act="verify", needs_file=True),
    Line(title="&Who is at the keyboard…", act="ask_operator", needs_file=True),
    Line(title="&Close the congress", act="close_file", keys="Ctrl+W", needs_file=True),
    None,
    Line(title="Get the e&mpty workbook…", act="get_template"),
    Line(title="E&xample congress…", act="open_example"),
    None,
    Line(title="&Quit", act="quit", keys="Ctrl+Q"),
)
_CONGRESS: tuple[Line | None, ...] = (
    Line(title="Note an &obstacle…", act="note_obstacle", keys="F9", needs_file=True),
)
_VIEW: tuple[Line | None, ...] = (
    Line(title="&Larger", act="larger", keys="Ctrl++"),
    Line(title="&Smaller", act="smaller", keys="Ctrl+-"),
    Line(title="&Usual size", act="usual_size", keys="Ctrl+0"),
    None,
    Line(title="&Full screen", act="full_screen", keys="F11"),
    Line(title="&New window", act="new_window", keys="Ctrl+Shift+T", needs_file=True),
)
_HELP: tuple[Line | None, ...] = (
    Line(title="&Keys", act="show_keys", keys="F1"),
    Line(title="&About Congress Desk", act="show_about"),
)


class Menus:
    """What the window keeps of its menus."""

    def __init__(self, recent: QMenu) -> None:
        self.recent = recent
        self.needing_file: list[QAction] = []

    def set_file_open(self, is_open: bool) -> None:
        """Offer or withhold what needs an open congress."""
        for action in self.needing_file:
            action.setEnabled(is_open)


def fill_menu_bar(
    bar: QMenuBar,
    settings: Settings,
    acts: Mapping[str, Callable[[], None]],
    *,
    on_language: Callable[[str], None],
    on_theme: Callable[[str], None],
) -> Menus:
    """Fill an empty menu bar; `acts` has a function for each act named here."""
    file = bar.addMenu(tr("&File"))
    menus = Menus(recent=QMenu(tr("Open &recent"), file))
    _add(file, _FILE[:3], acts, menus)
    file.addMenu(menus.recent)
    _add(file, _FILE[3:], acts, menus)
    _add(bar.addMenu(tr("&Congress")), _CONGRESS, acts, menus)
    view = bar.addMenu(tr("&View"))
    _add(view, _VIEW, acts, menus)
    view.addSeparator()
    themes = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
    _add_choice(view, tr("&Colours"), themes, settings.theme, on_theme)
    _add_choice(view, tr("Lan&guage"), _LANGUAGE_NAMES, settings.language, on_language)
    _add(bar.addMenu(tr("&Help")), _HELP, acts, menus)
    return menus


def fill_recent(menu: QMenu, paths: tuple[str, ...], on_path: Callable[[Path], None]) -> None:
    """List the recent files that are still there."""
    menu.clear()
    for path in paths:
        action = menu.addAction(Path(path).name.replace("&", "&&"))
        action.setToolTip(path)
        action.triggered.connect(lambda _=False, path=path: on_path(Path(path)))
    menu.setEnabled(bool(paths))


def _add(
    menu: QMenu,
    lines: tuple[Line | None, ...],
    acts: Mapping[str, Callable[[], None]],
    menus: Menus,
) -> None:
    for line in lines:
        if line is None:
            menu.addSeparator()
            continue
        action = menu.addAction(tr(line.title))
        action.setObjectName(line.act)
        action.setShortcuts(_keys(line.keys))
        action.triggered.connect(lambda _=False, act=acts[line.act]: act())
        if line.needs_file:
            menus.needing_file.append(action)


def _keys(keys: str) -> list[QKeySequence]:
    # Ctrl and + without Shift is Ctrl+= on most keyboards.
    also = {"Ctrl++": ["Ctrl+="]}.get(keys, [])
    return [QKeySequence(each) for each in (keys, *also) if each]


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

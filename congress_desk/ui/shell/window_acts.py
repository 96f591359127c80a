"""What the menus, the keys and the start page do, by name; each loads its room when first used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.i18n import tr
from congress_desk.keys.place import WINDOW
from congress_desk.ui.commands import Commands
from congress_desk.ui.shell.appearance import change_appearance

if TYPE_CHECKING:
    from congress_desk.ui.parts.hall.hall_show import HallShow
    from congress_desk.ui.shell.files.file_care import FileCare
    from congress_desk.ui.shell.main_window import MainWindow


def window_commands(window: MainWindow) -> Commands:
    """Return the commands of a window: its menus, its keys, its start page."""
    return Commands(WINDOW, window, window_acts(window), why_not=partial(why_not, window))


def window_acts(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Return a function for each act named in the menus."""
    return {
        "new_from_workbook": lambda: window.flows.choose_workbook(),
        "new_empty": lambda: window.flows.ask_details(),
        "new_rehearsal": lambda: window.flows.choose_rehearsal(window.session),
        "readiness": lambda: _show_readiness(window),
        "rehearse": lambda: _rehearse(window),
        "open_file": lambda: window.flows.choose_file(),
        "save_copy": lambda: _of_the_file(window).save_copy(),
        "backups": lambda: _show_backups(window),
        "keep_journal": lambda: _of_the_file(window).choose_journal_folder(),
        "sign_congress": lambda: _of_the_file(window).sign(),
        "password": lambda: _change_password(window),
        "lock_screen": lambda: window.windows.lock.lock(),
        "verify": lambda: _of_the_file(window).verify(),
        "ask_operator": lambda: _of_the_file(window).ask_operator(),
        "close_file": window.close_file,
        "palette": lambda: _show_palette(window),
        "note_obstacle": lambda: _note_obstacle(window),
        "next_part": lambda: _go_to_next_part(window),
        "get_template": lambda: window.flows.choose_template(),
        "open_example": lambda: window.flows.choose_example(),
        "new_window": lambda: _new_window(window),
        "settings": lambda: _show_settings(window),
        "quit": lambda: _quit(window),
        "larger": lambda: change_appearance(window.settings, scale=window.settings.values.larger),
        "smaller": lambda: change_appearance(window.settings, scale=window.settings.values.smaller),
        "usual_size": lambda: change_appearance(window.settings, scale=100),
        "full_screen": lambda: _switch_full_screen(window),
        "drill": lambda: _drill(window),
        "blank_hall": lambda: _blank_hall(window),
        "show_help": lambda: _show_help(window),
        "first_congress": lambda: _show_first_congress(window),
        "show_contents": lambda: _show_page(window, ""),
        "show_glossary": lambda: _show_page(window, "glossary"),
        "save_guide": lambda: _save_guide(window),
        "show_keys": lambda: _show_help(window, keys=True),
        "print_keys": lambda: _print_keys(window),
        "show_errors": lambda: _show_errors(window),
        "show_about": lambda: _show_about(window),
    }


NEEDS_FILE = frozenset(
    {
        "save_copy", "backups", "keep_journal", "verify", "ask_operator", "close_file",
        "note_obstacle", "rehearse", "readiness", "next_part", "new_window", "password",
        "sign_congress", "lock_screen",
    }
)  # fmt: skip


def why_not(window: MainWindow, name: str) -> str:
    """Return why an act of the window is refused just now, "" when it is not."""
    if name in NEEDS_FILE and window.session is None:
        return tr("No congress is open")
    if name == "password" and window.windows.shares(window):
        return tr("Another window shows this congress; close it first")
    if name == "blank_hall" and _hall_of(window) is None:
        return tr("Nothing is shown to the hall")
    return ""


def _hall_of(window: MainWindow) -> HallShow | None:
    """Return what the hall sees of the congress of this window, None where it sees nothing."""
    show = window.session.known_shared("HallShow") if window.session else None
    return show if show is not None and show.is_open else None


def _blank_hall(window: MainWindow) -> None:
    show = _hall_of(window)
    if show is not None:
        show.switch_blank()


def _of_the_file(window: MainWindow) -> FileCare:
    care = window.file_care()
    assert care is not None, "these acts are refused while no file is open"
    return care


def _show_backups(window: MainWindow) -> None:
    if window.workspace is not None:
        _of_the_file(window).show_backups(window.workspace.backup_watch, window.flows)


def _change_password(window: MainWindow) -> None:
    from congress_desk.ui.shell.files.password_change import ask_change

    def change(path: Path, new: str | None) -> None:
        window.leave_file(lambda: window.flows.change_password(path, new))

    if window.session is not None:
        ask_change(window.session, window, change)


def _rehearse(window: MainWindow) -> None:
    if window.session is not None:
        window.flows.rehearse(window.session)


def _show_readiness(window: MainWindow) -> None:
    from congress_desk.ui.shell.readiness.machine_window import window_facts
    from congress_desk.ui.shell.readiness.readiness_dialog import ReadinessDialog

    session, workspace = window.session, window.workspace
    if session is None or workspace is None:
        return
    facts = partial(window_facts, window, window.settings)
    dialog = ReadinessDialog(window, session, window.messages, window.windows.background, facts)
    dialog.place_wanted.connect(workspace.show_place)
    dialog.open()


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


def _drill(window: MainWindow) -> None:
    from congress_desk.ui.shell.practice.drill_dialog import DrillDialog

    DrillDialog(window, window.messages, window.windows.background).open()


def _show_help(window: MainWindow, *, keys: bool = False) -> None:
    from congress_desk.ui.shell.help.help_drawer import HelpDrawer

    HelpDrawer.switch(window, keys=keys)


def _show_first_congress(window: MainWindow) -> None:
    from congress_desk.ui.shell.first_congress.first_congress_panel import FirstCongressPanel

    FirstCongressPanel.show_in(window)


def _show_page(window: MainWindow, name: str) -> None:
    from congress_desk.ui.shell.help.help_drawer import HelpDrawer

    HelpDrawer.show_page(window, name)


def _save_guide(window: MainWindow) -> None:
    from congress_desk.ui.shell.help.saved_pages import save_guide

    save_guide(window)


def _print_keys(window: MainWindow) -> None:
    from congress_desk.ui.shell.help.keys_card import save_keys

    save_keys(window)


def _show_settings(window: MainWindow) -> None:
    from congress_desk.ui.shell.settings.settings_dialog import SettingsDialog, show_settings

    session = window.session
    dialog = SettingsDialog(
        window.settings,
        window.messages,
        window,
        signs_in=session is not None and session.has_operators,
    )
    dialog.language_chosen.connect(window.use_language)
    dialog.operator_named.connect(partial(_name_operator, window))
    dialog.journal_chosen.connect(partial(_keep_journal_in, window))
    dialog.recent_changed.connect(window.show_recent)
    dialog.lock_changed.connect(window.windows.lock.follow_settings)
    show_settings(dialog)


def _name_operator(window: MainWindow, name: str) -> None:
    if window.session is not None:
        window.session.operator = name
    else:
        window.settings.change(operator=name)


def _keep_journal_in(window: MainWindow, folder: str) -> None:
    """Keep the journal in this folder too, of the open file at once; "" ends it."""
    if window.session is not None:
        _of_the_file(window).keep_journal(Path(folder) if folder else window.session.path.parent)
    else:
        window.settings.change(journal_folder=folder)


def _show_about(window: MainWindow) -> None:
    from congress_desk.ui.shell.help.about_dialog import about_dialog

    about_dialog(window).open()


def _show_errors(window: MainWindow) -> None:
    from congress_desk.ui.shell.help.about_dialog import error_dialog

    error_dialog(window, window.settings.log_file).open()

"""Puts the window together: settings, language, looks, the one handler, the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from congress_desk import __version__
from congress_desk.i18n import tr, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.paths import resource
from congress_desk.settings import SettingsStore
from congress_desk.ui.look import sounds, theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.tables.column_choice import remembered
from congress_desk.ui.shell.help.asked_help import give_help
from congress_desk.ui.shell.main_window import MainWindow, WindowFamily
from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors
from congress_desk.ui.shell.window_place import show_placed
from congress_desk.ui.shell.windows import Windows

INTERRUPT_MS = 500
PROGRAM_ID = "CongressDesk.CongressDesk"
_TRANSLATOR = "qtTexts"


def show_window(
    path: Path | None, take_over: bool = False, language: str = ""
) -> tuple[QApplication, MainWindow]:
    """Make the application and show its window, with a congress file when there is one."""
    app = QApplication([*sys.argv[:1], *theme.STYLE_ARGUMENTS])
    settings = SettingsStore()
    if language:
        settings.values = replace(settings.values, language=language)
    messages = Messages()
    errors = UnexpectedErrors(messages, settings.log_file)
    window = build_window(settings, messages, path, errors=errors, take_over=take_over)
    errors.watch(window.windows.front)
    if errors.note_hard_end():
        tell_hard_end(window)
    _quit_on_interrupt(app, window.windows.close_all)
    show_placed(window, settings)
    QTimer.singleShot(0, lambda: _hear_other_starts(app, window.windows, settings))
    return app, window


def tell_hard_end(window: MainWindow) -> None:
    """Say that the program died last time: here, and over a congress that is being opened."""
    said = tr("Last time the program ended without being closed: Help, Error report")
    window.page.notice.say("look", said)
    window.to_check = (said,)


def build_window(
    settings: SettingsStore,
    messages: Messages,
    path: Path | None = None,
    *,
    errors: UnexpectedErrors | None = None,
    take_over: bool = False,
) -> MainWindow:
    """Build the window on the QApplication there is; it is not shown yet."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setApplicationName("Congress Desk")
    app.setApplicationVersion(__version__)
    _be_known_as_one_program(app)
    theme.load_fonts()
    remembered.use(settings)
    sounds.switch.use(settings)
    speak(app, settings.values.language)
    theme.apply(app, settings.values.theme, settings.values.scale)
    app.setWindowIcon(QIcon(str(resource("app", "congress-desk.png"))))
    windows = Windows(settings, messages, errors or UnexpectedErrors(messages, settings.log_file))
    give_help(app)
    app.styleHints().colorSchemeChanged.connect(windows.follow_system_colours)
    windows.language_changed.connect(lambda language: speak(app, language))
    window = windows.add()
    if path is not None:
        window.open_path(path, take_over)
    return window


def _be_known_as_one_program(app: QApplication) -> None:
    """Let the task bar group all windows under the program's own name and icon."""
    app.setDesktopFileName("congress-desk")
    if sys.platform == "win32":
        from ctypes import windll

        windll.shell32.SetCurrentProcessExplicitAppUserModelID(PROGRAM_ID)


def speak(app: QApplication, language: str) -> None:
    """Use a language for the program's sentences and for those of Qt itself."""
    use_language(language)
    QLocale.setDefault(QLocale(LANGUAGES[language].locale))
    old = app.property(_TRANSLATOR)
    if old is not None:
        app.removeTranslator(old)
        app.setProperty(_TRANSLATOR, None)
    if resource("i18n", language, "qt.json").exists():
        from congress_desk.ui.look.qt_texts import QtTexts

        texts = QtTexts(language, app)
        app.installTranslator(texts)
        app.setProperty(_TRANSLATOR, texts)


def _hear_other_starts(app: QApplication, windows: WindowFamily, settings: SettingsStore) -> None:
    from congress_desk.ui.shell.second_start_watch import SecondStartWatch

    watch = SecondStartWatch(settings.second_start, windows.bring, app)
    app.aboutToQuit.connect(watch.end)


def _quit_on_interrupt(app: QApplication, close_all: Callable[[], None]) -> None:
    """Close the windows on Ctrl+C in the terminal."""
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, close_all))
    # Python hears of a signal only when it gets to run.
    tick = QTimer(app)
    tick.timeout.connect(lambda: None)
    tick.start(INTERRUPT_MS)

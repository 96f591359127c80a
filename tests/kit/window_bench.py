"""A whole window on the bench: its dialogs are answered beforehand, others fail the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.actions.congress import set_state
from congress_desk.domain.congress import CongressState
from congress_desk.settings import SettingsStore
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.composition import build_window
from congress_desk.ui.shell.main_window import MainWindow
from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors


def type_text(field: QWidget, text: str) -> None:
    """Type over what a field holds, as an input method for Vietnamese does."""
    field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


class AnsweredMessages(Messages):
    """Gives each dialog the next answer of its kind; `told` collects what needed no answer."""

    def __init__(self, **answers: list[Any]) -> None:
        self.answers = {kind: list(given) for kind, given in answers.items()}
        self.told: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.unexpected: list[str] = []

    def tell(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        self.told.append((title, text))

    def ask(self, parent, question, text, yes_label, done, *, danger=False) -> None:
        self.asked.append(question)
        self._answer("ask", question, done)

    def open_file(self, parent, title, filters, done, *, folder=None) -> None:
        self._answer("open_file", title, done)

    def open_files(self, parent, title, filters, done) -> None:
        self._answer("open_files", title, done)

    def ask_target(self, parent, title, suggested, filters, done, *, may_replace) -> None:
        self.asked.append(suggested.name)
        self._answer("save_file", title, done)

    def choose_folder(self, parent, title, done) -> None:
        self._answer("choose_folder", title, done)

    def _answer(self, kind: str, title: str, done: Callable[[Any], None]) -> None:
        waiting = self.answers.get(kind, [])
        if not waiting:
            self.unexpected.append(f"{kind}: {title}")
        elif (answer := waiting.pop(0)) is not None:
            done(answer)


@contextmanager
def window_of_a_module(
    request: pytest.FixtureRequest,
    folder: pytest.TempPathFactory,
    path: Path,
    *,
    messages: AnsweredMessages | None = None,
    **settings: Any,
) -> Iterator[Window]:
    """Show a window that the tests of a module share, with settings of its own; close it after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONGRESS_DESK_CONFIG", str(folder.mktemp("config")))
        SettingsStore().change(**settings)
        made = Window(QtBot(request), path, messages=messages)
    yield made
    made.close()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 100)


class Window:
    """A window shown on the bench, with its messages and settings."""

    def __init__(
        self,
        qtbot: Any,
        path: Path | None = None,
        *,
        messages: AnsweredMessages | None = None,
        **answers: list[Any],
    ) -> None:
        self.qtbot = qtbot
        self.settings = SettingsStore()
        self.messages = messages or AnsweredMessages(**answers)
        errors = UnexpectedErrors(self.messages, self.settings.log_file)
        self.main: MainWindow = build_window(self.settings, self.messages, path, errors=errors)
        self.main.show()
        self.settle()

    @property
    def desk(self) -> Any:
        assert self.main.workspace is not None
        return self.main.workspace.desk

    @property
    def notice(self) -> str:
        notice = self.main.page.notice
        return f"{notice.title}\n{notice.text}".strip() if notice.isVisible() else ""

    def line(self, name: str) -> QAction:
        """Return a line of the menus by its name or its words, as they are when one opens them."""
        for menu in self.main.menuBar().findChildren(QMenu):
            menu.aboutToShow.emit()
            for line in menu.actions():
                if name in (line.objectName(), line.text()):
                    return line
        raise KeyError(name)

    def act(self, name: str) -> None:
        """Do what a line of the menus does, and wait for it."""
        self.line(name).trigger()
        self.settle()

    def show_desk(self, key: str) -> Any:
        assert self.main.workspace is not None
        self.main.workspace.show_desk(key)
        self.settle()
        return self.desk

    def session_act_state(self) -> None:
        """Do an act that is backed up: say once more that the congress is in session."""
        self.main.session.act(
            set_state, CongressState.IN_SESSION,
            done=lambda _: None, actor="An",
        )  # fmt: skip
        self.settle()

    def settle(self) -> None:
        """Wait until the worker has nothing to do, all it said has arrived, and keys reach us."""
        self.qtbot.waitUntil(self.main.idle, timeout=20_000)
        self.qtbot.wait(1)
        if QApplication.activeModalWidget() is None and self.main.isVisible():
            self.qtbot.waitUntil(self._is_awake)

    def _is_awake(self) -> bool:
        # A window that went away a moment ago may take the focus of the program along.
        if not self.main.isActiveWindow():
            self.main.activateWindow()
        return self.main.isActiveWindow() and QApplication.focusWindow() is not None

    def close(self) -> None:
        """Close the window; an unexpected dialog fails the test now."""
        if not shiboken6.isValid(self.main):
            return
        self.main.close()
        self.qtbot.waitUntil(lambda: not self.main.isVisible(), timeout=20_000)
        self.main.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self.messages.unexpected == []

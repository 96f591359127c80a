"""The window: the start page, or an open congress with its desks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from congress_desk import i18n
from congress_desk.keys.uses import desk_key
from congress_desk.ui.commands import Commands, add_shortcut
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.files.dropped_files import take_dropped_files
from congress_desk.ui.shell.leave_question import ask_to_leave
from congress_desk.ui.shell.menu_bar import menu_bar_of
from congress_desk.ui.shell.start.start_page import StartPage, say_made
from congress_desk.ui.shell.window_place import window_title

if TYPE_CHECKING:
    from congress_desk.errors import Refusal
    from congress_desk.settings import SettingsStore
    from congress_desk.ui.background import Background
    from congress_desk.ui.messages import Messages
    from congress_desk.ui.session import Session
    from congress_desk.ui.shell.files.file_care import FileCare
    from congress_desk.ui.shell.files.file_flows import FileFlows
    from congress_desk.ui.shell.files.opening import Opened
    from congress_desk.ui.shell.screen_lock.screen_lock import ScreenLock
    from congress_desk.ui.shell.workspace import Workspace

WIDTH, HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 1000, 600
CLOSE_AGAIN_MS = 50


class WindowFamily(Protocol):
    """What the windows of the program have in common; a window asks them by this alone."""

    settings: SettingsStore
    messages: Messages
    background: Background
    lock: ScreenLock

    def add_beside(self, window: MainWindow) -> MainWindow | None: ...
    def offer(self, window: MainWindow, path: Path) -> bool: ...
    def bring(self, path: Path) -> bool: ...
    def front(self) -> QWidget | None: ...
    def has_unsaved(self) -> bool: ...
    def rebuild(self) -> None: ...
    def close_all(self) -> None: ...
    def let_go(self, window: MainWindow) -> bool: ...
    def shares(self, window: MainWindow) -> bool: ...
    def forget_passwords(self) -> None: ...
    def words(self) -> Mapping[str, str]: ...


class MainWindow(QMainWindow):
    """Holds a session; closing it leaves the file first. `language_changed` before a rebuild.

    `number` tells windows apart, from 1; `opened` is what opening the file found. `make_commands`
    says what the menus and the keys of the window do. `to_check` is said over the next file too.
    """

    language_changed, page_built = Signal(str), Signal()

    def __init__(
        self, windows: WindowFamily, number: int, make_commands: Callable[[MainWindow], Commands]
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.windows, self.number = windows, number
        self.settings, self.messages = windows.settings, windows.messages
        self.session: Session | None = None
        self.opened: Opened | None = None
        self._background: Background = windows.background
        self._background.busy_changed.connect(self._on_busy_changed)
        self._page: StartPage | Workspace
        self.to_check: tuple[str, ...] = ()
        self._leaving = False
        self._flows: FileFlows | None = None
        self.commands = make_commands(self)
        take_dropped_files(self, lambda path: self.flows.take(path))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(WIDTH, HEIGHT)
        self._add_keys()
        self._build()

    @property
    def page(self) -> StartPage | Workspace:
        """Return what the window shows: the start page or the open congress."""
        return self._page

    @property
    def workspace(self) -> Workspace | None:
        """Return the open congress, None on the start page."""
        return None if isinstance(self._page, StartPage) else self._page

    @property
    def flows(self) -> FileFlows:
        """Return what opens and makes files; made when first wanted, the window shows sooner."""
        if self._flows is None:
            from congress_desk.ui.shell.files.file_flows import FileFlows

            offer = partial(self.windows.offer, self)
            self._flows = FileFlows(self, self._background, self.messages, self.settings, offer)
            self._flows.opened.connect(self._on_opened)
            self._flows.refused.connect(self._on_refused)
            self._flows.done.connect(lambda *made: say_made(self.page, self.page.notice, *made))
        return self._flows

    def open_path(self, path: Path, take_over: bool = False) -> None:
        """Open a congress file, or begin a new congress with a workbook."""
        self.flows.take(path, take_over)

    def idle(self) -> bool:
        """Say whether nothing is under way on the worker."""
        return self._background.idle()

    def has_unsaved(self) -> bool:
        """Say whether something typed here is not saved yet."""
        return self.session is not None and bool(self.workspace and self.workspace.has_unsaved())

    def join(self, other: MainWindow) -> None:
        """Show the congress that another window shows: both work on one open file."""
        assert other.session is not None
        self.opened, self.session = other.opened, other.session.sibling(self)
        self._build()

    def file_care(self) -> FileCare | None:
        """Return the acts on the open file, None while none is open."""
        if self.session is None:
            return None
        from congress_desk.ui.shell.files.file_care import FileCare

        return FileCare(self, self.session, self.messages, lambda: self.page.notice)

    def close_file(self) -> None:
        """Close the congress and show the start page; its password is forgotten."""
        self.leave_file(self.windows.forget_passwords)

    def leave_file(self, then: Callable[[], None]) -> None:
        """Close the congress, show the start page, go on; ask when something is not saved."""
        if self._may_leave(partial(self.leave_file, then)) and self.session is not None:
            session, self.session = self.session, None
            session.close(partial(self._build, then=then))

    def rebuild(self) -> None:
        """Build menus, start page and desks anew, once nothing is under way: other words."""
        if not self._background.idle():
            QTimer.singleShot(50, self.rebuild)
            return
        key, back = self.workspace.shown() if self.workspace else ("", lambda _: None)
        if self.session is not None:
            # A new session on the same file: what listened to the old one is going away.
            old, self.session = self.session, self.session.renewed()
            old.deleteLater()
        self._build(key, lambda: back(self.workspace))

    def _build(self, desk_key: str = "overview", then: Callable[[], None] = lambda: None) -> None:
        self._build_menus()
        if self.session is None:
            self.setWindowTitle("Congress Desk")
            self._page = self._start_page()
            self.setCentralWidget(self._page)
        else:
            self.setWindowTitle(window_title(self.session.path.name, self.number))
            self._build_workspace(self.session, desk_key)
        self.page_built.emit()
        then()

    def _build_workspace(self, session: Session, desk_key: str) -> None:
        # Not before a file is open: it brings the storage and half the domain along.
        from congress_desk.ui.shell.workspace import Workspace, desks_for

        workspace = Workspace(session, self.messages, entries=desks_for(self.opened))
        self._page = workspace
        if self.opened is not None:
            workspace.show_check(self.opened.journal_lines, self.opened.head_code)
        self.setCentralWidget(workspace)
        workspace.show_desk(desk_key)
        # After the page before this one has gone, and the focus with it.
        QTimer.singleShot(0, workspace.focus_page)

    def _start_page(self) -> StartPage:
        page = StartPage(self.settings, self)
        page.wanted.connect(self.commands.run)
        page.path_chosen.connect(lambda path: self.flows.take(path))
        return page

    def _build_menus(self) -> None:
        self.setMenuBar(menu_bar_of(self))

    def _add_keys(self) -> None:
        for row in range(len(DESKS)):
            add_shortcut(self, desk_key(row), partial(self._on_desk_key, row), everywhere=True)

    def _on_opened(self, opened: Opened) -> None:
        from congress_desk.exports.hidden_folder import clear_leftovers
        from congress_desk.ui.session import Session

        def keep_this_one() -> None:
            self._background.run(opened.file.close, lambda _: None)

        if not self._may_leave(partial(self._on_opened, opened), keep_this_one):
            return
        if self.session is not None:
            self.session.close(lambda: None)
        self.opened = opened
        self.session = Session(self._background, opened.file, self.settings, self)
        # What a program that was killed was making there: papers, a file not yet under a password.
        for folder in {self.session.path.parent, self.session.exports_folder}:
            self._background.run(partial(clear_leftovers, folder))
        i18n.use_words(self.windows.words())
        self._build("elections" if opened.counting else "overview")
        care = self.file_care()
        assert care is not None
        care.take_over(opened, self.to_check)
        self.to_check = ()

    def _on_refused(self, refusal: Refusal, path: Path) -> None:
        from congress_desk.ui.shell.files.file_care import next_step

        button, act = next_step(self.flows, refusal, path)
        self.page.notice.say_problems(refusal.problems, button=button, act=act)

    def _on_busy_changed(self, busy: bool) -> None:
        if isinstance(self.page, StartPage):
            self.page.set_busy(busy)

    def use_language(self, language: str) -> None:
        """Speak another language in every window, once nothing typed would be lost."""

        def keep_this_one() -> None:
            QTimer.singleShot(0, self._build_menus)

        again = partial(self.use_language, language)
        if not self._may_leave(again, keep_this_one, self.windows.has_unsaved):
            return
        self.settings.change(language=language)
        i18n.use_language(language)
        self.language_changed.emit(language)
        QTimer.singleShot(0, self.windows.rebuild)

    def _on_desk_key(self, row: int) -> None:
        if self.workspace:
            self.workspace.show_desk_at(row)

    def show_recent(self) -> None:
        """Show the recent files as the settings have them now."""
        if isinstance(self.page, StartPage):
            self.page.refresh()

    def _may_leave(
        self,
        again: Callable[[], object],
        stay: Callable[[], None] = lambda: None,
        unsaved: Callable[[], bool] | None = None,
    ) -> bool:
        """Say whether the desks can go; if not, ask and call `again` after a yes, or `stay`."""
        if self._leaving or not (unsaved or self.has_unsaved)():
            self._leaving = False
            return True

        def answered(yes: bool) -> None:
            self._leaving = yes
            if yes:
                QTimer.singleShot(0, again)
            else:
                stay()

        ask_to_leave(self.messages, self, answered)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave(self.close):
            event.ignore()
        elif self.session is not None:
            session, self.session = self.session, None
            self.setEnabled(False)
            session.close(self.close)
            event.ignore()
        elif self.windows.let_go(self):
            super().closeEvent(event)
        else:
            QTimer.singleShot(CLOSE_AGAIN_MS, self.close)
            event.ignore()

"""The windows of the program: they share one worker, and one open file where they show the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from congress_desk.i18n import tr, use_words
from congress_desk.settings import SettingsStore
from congress_desk.ui.background import Background, report_unexpected_to
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.appearance import change_appearance
from congress_desk.ui.shell.enter_presses import EnterPresses
from congress_desk.ui.shell.main_window import MainWindow
from congress_desk.ui.shell.screen_lock.screen_lock import ScreenLock
from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors
from congress_desk.ui.shell.window_acts import window_commands
from congress_desk.ui.shell.window_place import keep_place

if TYPE_CHECKING:
    from congress_desk.ui.session import Session

BESIDE = 40


class Windows(QObject):
    """Holds the windows that are open; `language_changed` before they are all built anew."""

    language_changed = Signal(str)

    def __init__(
        self, settings: SettingsStore, messages: Messages, errors: UnexpectedErrors
    ) -> None:
        super().__init__()
        self.settings, self.messages, self.errors = settings, messages, errors
        self.background = Background()
        report_unexpected_to(errors.report)
        self.open: list[MainWindow] = []
        self.lock = ScreenLock(self, settings, self._with_a_file)

    def add(self) -> MainWindow:
        """Return another window with the start page; it is not shown yet."""
        number = max((window.number for window in self.open), default=0) + 1
        made = MainWindow(self, number, window_commands)
        EnterPresses(made)
        made.language_changed.connect(self.language_changed)
        made.page_built.connect(partial(self._follow_words, made))
        self.open.append(made)
        return made

    def add_beside(self, window: MainWindow) -> MainWindow | None:
        """Show another window on the congress that `window` shows; None where it shows none."""
        if window.session is None or window.opened is None:
            return None
        made = self.add()
        made.join(window)
        made.resize(window.size())
        made.move(window.pos() + QPoint(theme.px(BESIDE), theme.px(BESIDE)))
        made.show()
        made.activateWindow()
        return made

    def offer(self, window: MainWindow, path: Path) -> bool:
        """Offer another window when this file is open here already; say whether it is."""
        found = self._showing(path)
        if found is None:
            return False
        self.messages.ask(
            window,
            tr("Open the congress in another window?"),
            tr(
                "This congress is open in this program already. Both windows then work on the"
                " same file, and each shows at once what is changed in the other."
            ),
            tr("Open another window"),
            partial(self._on_offered, window, found),
        )
        return True

    def shares(self, window: MainWindow) -> bool:
        """Say whether another window shows the congress of this one too."""
        session = window.session
        others = (each.session for each in self.open if each is not window)
        return session is not None and any(o and o.path == session.path for o in others)

    def words(self) -> Mapping[str, str]:
        """Return the words of the body whose congress is open; none where two bodies are open."""
        known = [each.opened.words for each in self.open if each.session and each.opened]
        return known[0] if all(words == known[0] for words in known) else {}

    def _follow_words(self, window: MainWindow) -> None:
        """Read again what the body that meets calls its own when its rules or its kind change."""
        if window.session is None or window.workspace is None:
            return
        from congress_desk.queries.congress import words_of_body
        from congress_desk.ui.reader import Reader

        def ask() -> None:
            reader.ask(words_of_body, done=partial(self._on_words, window))

        reader = Reader(window.session, window.workspace, ask, while_hidden=True)
        ask()

    def _on_words(self, window: MainWindow, words: Mapping[str, str]) -> None:
        """Build the windows of a file anew in other words; what is typed and not saved stays."""
        if window.session is None or window.opened is None or window.opened.words == words:
            return
        path = window.session.path
        same = [each for each in self.open if each.session and each.session.path == path]
        for each in same:
            each.opened = replace(window.opened, words=words)
        use_words(self.words())
        for each in same:
            if not each.has_unsaved():
                QTimer.singleShot(0, partial(self._speak_anew, each))

    def _speak_anew(self, window: MainWindow) -> None:
        said = tr("The screens now speak in the words of the body that meets.")
        tell = partial(self._tell, window, said)
        window.page_built.connect(tell, Qt.ConnectionType.SingleShotConnection)
        window.rebuild()

    @staticmethod
    def _tell(window: MainWindow, said: str) -> None:
        window.page.notice.say("holds", said)

    def _with_a_file(self) -> list[tuple[QWidget, Session]]:
        """Return the windows that show a congress, the one in front first."""
        shown: list[tuple[QWidget, Session]] = [(w, w.session) for w in self.open if w.session]
        active = QApplication.activeWindow()
        return sorted(shown, key=lambda each: each[0] is not active)

    def forget_passwords(self) -> None:
        """Forget the passwords that were typed, once no congress is open any more."""
        if all(window.session is None for window in self.open):
            from congress_desk.storage.password.keyring import forget

            forget()

    def front(self) -> QWidget | None:
        """Return the window in front, for dialogs that are of none."""
        active = QApplication.activeWindow()
        return active or (self.open[-1] if self.open else None)

    def has_unsaved(self) -> bool:
        """Say whether something typed into any window is not saved yet; each one is asked."""
        unsaved = [window.has_unsaved() for window in self.open]
        return any(unsaved)

    def rebuild(self) -> None:
        """Build every window anew, in another language."""
        for window in self.open:
            window.rebuild()

    def close_all(self) -> None:
        """Close the windows; each with unsaved things asks, and stays when the answer is no."""
        for window in tuple(self.open):
            window.close()

    def follow_system_colours(self) -> None:
        """Turn light or dark when the system does, unless the user chose for good."""
        if self.settings.values.theme == "system" and self.open:
            change_appearance(self.settings)

    def let_go(self, window: MainWindow) -> bool:
        """Say whether a window that has no file may go now; with the last goes the worker."""
        if not self.background.idle():
            return False
        if window in self.open:
            keep_place(window, self.settings)
            self.open.remove(window)
        if self.open:
            QTimer.singleShot(0, window.deleteLater)
        else:
            self.background.stop()
        return True

    def bring(self, path: Path) -> bool:
        """Bring the window of a file to the front; False when none shows it."""
        found = self._showing(path)
        if found is None:
            return False
        if found.isMinimized():
            found.showNormal()
        found.raise_()
        found.activateWindow()
        QApplication.alert(found)
        return True

    def _showing(self, path: Path) -> MainWindow | None:
        wanted = path.resolve()
        for window in self.open:
            if window.session is not None and window.session.path.resolve() == wanted:
                return window
        return None

    def _on_offered(self, window: MainWindow, found: MainWindow, yes: bool) -> None:
        if not yes or found.session is None:
            return
        if window.session is None:
            window.join(found)
        else:
            self.add_beside(found)

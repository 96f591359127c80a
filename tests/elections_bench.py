"""The elections desk on a real congress file, and hands that press keys where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from congress_files import a_congress, a_round, an_election, enter, granted
from counting_bench import OPERATOR, RefusingMessages, on_worker
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.session import Session

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WINDOW = (1178, 716)


def type_text(target: QWidget, text: str) -> None:
    """Type a text letter by letter; QTest itself knows no letter with an accent."""
    for letter in text:
        QCoreApplication.sendEvent(
            target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


@dataclass
class Bench:
    """The desk, shown, with the file behind it."""

    desk: ElectionsDesk
    session: Session
    messages: RefusingMessages
    background: Background
    qtbot: Any
    errors: list[Exception] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until the file has answered everything and a window in sight has the keyboard."""
        self.qtbot.wait(1)  # what was added to a layout is shown by a queued call
        self.qtbot.waitUntil(self._settled, timeout=20_000)
        self.qtbot.wait(1)
        assert not self.errors, self.errors

    def _settled(self) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window = QApplication.activeModalWidget() or self.desk.window()
        if QApplication.activeWindow() is not window:
            window.activateWindow()  # the offscreen platform gives it to nobody after a dialog
        holder = QApplication.focusWidget()
        return self.session.idle() and holder is not None and holder.window() is window

    def press(self, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
        """Press keys where the keyboard is: texts are typed, keys pressed; then let it settle."""
        for key in keys:
            target = QApplication.focusWidget()
            assert target is not None, "nobody has the keyboard"
            if isinstance(key, str):
                type_text(target, key)
            elif isinstance(key, tuple):
                QTest.keyClick(target, key[0], key[1])
            else:
                QTest.keyClick(target, key)
            self.settle()

    def ask(self, query: Callable[..., Any], *args: Any) -> Any:
        """Return what the file says."""
        got: list[Any] = []
        self.session.ask(query, *args, done=got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        return got[0]

    def act(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do something in the file behind the desk's back: it is told of nothing."""

        def quietly(file: CongressFile) -> Any:
            done = action(file, *args, **kwargs)
            file.kinds.take_changed()
            return done

        return self.ask(quietly)

    def election(self, code: str = "BCH") -> Election:
        return next(e for e in self.ask(elections) if e.code == code)

    def listed(self, code: str = "BCH") -> list[str]:
        """Return the names on a list, in the order of the file."""
        return [c.name for c in self.ask(election, self.election(code).id).candidates]

    def rounds(self, code: str = "BCH") -> tuple[Round, ...]:
        return self.ask(rounds, self.election(code).id)

    def sheet(self, code: str = "BCH", number: int = 1) -> Any:
        return self.ask(round_sheet, self.rounds(code)[number - 1].id)

    def show(self, page: Callable[[int], None], found: int) -> None:
        page(found)
        self.settle()

    @property
    def dialog(self) -> QDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog), found
        return found

    @property
    def keyboard(self) -> str:
        """Return the name of the widget that has the keyboard."""
        holder = QApplication.focusWidget()
        return holder.objectName() if holder else ""

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        """Return the widget of this name on the page in sight."""
        found = self.desk.screen.findChild(kind, name)
        assert found is not None, name
        return found


@contextmanager
def elections_desk(
    folder: Path,
    qtbot: Any,
    *held: Election,
    prepare: Callable[[CongressFile], object] = lambda file: None,
    size: tuple[int, int] = WINDOW,
) -> Iterator[Bench]:
    """Open the desk on a new congress with these elections, prepared as a test wants it."""

    def make() -> CongressFile:
        file = a_congress(folder, *(held or (an_election(),)))
        prepare(file)
        return file

    background = Background()
    file = on_worker(background, make, qtbot)
    session = Session(background, file, SettingsStore(folder))
    session.operator = OPERATOR
    messages = RefusingMessages()
    desk = ElectionsDesk(session, messages)
    bench = Bench(desk, session, messages, background, qtbot)
    session.failed.connect(bench.errors.append)
    qtbot.addWidget(desk)
    desk.resize(*size)
    desk.show()
    desk.activateWindow()
    desk.activate()
    bench.settle()
    try:
        yield bench
    finally:
        done: list[bool] = []
        session.close(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        background.stop()


def short_round(file: CongressFile) -> None:
    """Hold a first round of four names for three seats in which only two are elected."""
    found = a_round(file)
    enter(file, found, [3, 4], [3, 4], [3, 4])
    enter(file, found, [3, 4], [3], [4], bundle=2)
    granted(declare_result(file, found.id, first="A", second="B", actor="TK"))


def tied_round(file: CongressFile) -> None:
    """Hold a first round of four names for three seats: one elected, three tied for two seats."""
    found = a_round(file)
    enter(file, found, [2], [2], [3])
    enter(file, found, [3], [4], [4], bundle=2)
    granted(declare_result(file, found.id, first="A", second="B", actor="TK"))


def void_round(file: CongressFile) -> None:
    """Hold a first round in which seven ballots came back of six issued."""
    found = a_round(file, papers=7)
    accounting = replace(found.accounting, issued=6)
    granted(edit_accounting(file, found.id, accounting, actor="TK"))
    granted(declare_result(file, found.id, first="A", second="B", actor="TK"))

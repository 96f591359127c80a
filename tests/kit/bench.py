"""One bench for every desk: a real congress file, its session, and hands that press keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from congress_desk.domain.elections.election import Election
from congress_desk.queries.elections.lists import elections
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.background import Background
from congress_desk.ui.commands import Commands
from congress_desk.ui.session import Session

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
# What a window of 1366 x 768 leaves to a desk.
WINDOW = (1178, 716)
OPERATOR = "Lê Thị Hạnh"


def type_text(target: QWidget, text: str) -> None:
    """Type a text letter by letter; QTest itself knows no letter with an accent."""
    for letter in text:
        QCoreApplication.sendEvent(
            target, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


class RefusingMessages:
    """Fails on every dialog but those a test asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.yes: bool | None = None

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        text: str,
        yes_label: str,
        done: Callable[[bool], None],
        *,
        danger: bool = False,
    ) -> None:
        self.asked.append(question)
        assert self.yes is not None, f"unexpected question: {question}"
        done(self.yes)


@dataclass
class Bench:
    """The desk, shown, with the file behind it."""

    desk: Any
    session: Session
    messages: Any
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

    def run(self, command: str) -> None:
        """Do a command of the place in sight, as the palette and the menus do it."""
        found = [each for each in self.desk.findChildren(Commands) if command in each.lines]
        next(each for each in found if each.widget.isVisible()).run(command)
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

    def part(self, name: str) -> Any:
        """Return the part of this name, of the desk or of a dialog over it."""
        found = self.desk.window().findChild(object, name)
        assert found is not None, name
        return found


B = TypeVar("B", bound=Bench)


def on_worker(background: Background, work: Callable[[], Any], qtbot: Any) -> Any:
    """Run something on the thread that owns the file and return its value."""
    got: list[Any] = []
    errors: list[Exception] = []
    background.failed.connect(errors.append)
    background.run(work, got.append)
    qtbot.waitUntil(lambda: bool(got or errors), timeout=20_000)
    if errors:
        background.stop()
        raise errors[0]
    return got[0]


@contextmanager
def open_desk(
    bench_type: type[B],
    desk_type: Callable[..., Any],
    make: Callable[[], CongressFile],
    folder: Path,
    qtbot: Any,
    *,
    messages: Any = None,
    size: tuple[int, int] = WINDOW,
    desk: dict[str, Any] | None = None,
    **bench: Any,
) -> Iterator[B]:
    """Show a desk on the file that `make` gives, and close both afterwards.

    `desk` are more arguments of the desk (its clock), `bench` those of the bench.
    """
    background = Background()
    session = Session(
        background, on_worker(background, make, qtbot), SettingsStore(folder / "settings")
    )
    session.operator = OPERATOR
    answering = messages or RefusingMessages()
    shown = desk_type(session, answering, **(desk or {}))
    made = bench_type(shown, session, answering, background, qtbot, **bench)
    session.failed.connect(made.errors.append)
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    shown.activate()
    made.settle()
    try:
        yield made
        assert getattr(answering, "unexpected", []) == []
    finally:
        done: list[bool] = []
        session.close(lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done), timeout=20_000)
        background.stop()

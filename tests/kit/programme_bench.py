"""A whole congress by keyboard: one window, one clock that a test sets, hands that press keys."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from congress_files import granted
from people_bench import ALT, CTRL, CTRL_A, DOWN, ENTER, ESC, F8, HOME, Hands
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from running_bench import FakeClock
from window_bench import Window

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.round import Round
from congress_desk.domain.motions import Motion
from congress_desk.keys.uses import desk_key
from congress_desk.queries.congress import agenda
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.motions import motions
from congress_desk.ui.desks import DESKS
from congress_desk.ui.desks.obstacles.capture import Capture
from congress_desk.ui.desks.obstacles.desk import ObstaclesDesk
from congress_desk.ui.desks.overview.desk import OverviewDesk
from congress_desk.ui.desks.preparation.desk import PreparationDesk
from congress_desk.ui.desks.running.desk import RunningDesk

CLOCKED = (Capture, ObstaclesDesk, OverviewDesk, PreparationDesk, RunningDesk)
TABS = tuple((Qt.Key(Qt.Key.Key_1 + place), ALT) for place in range(4))


class Secretary(Hands):
    """Leads a congress from its workbook to its closing without a mouse."""

    def __init__(self, window: Window, clock: FakeClock) -> None:
        super().__init__(window)
        self.clock = clock

    @property
    def desk(self) -> Any:
        return self.window.desk

    @property
    def notice(self) -> str:
        """Return what the desk in use says over its page."""
        notice = self.desk.notice
        return f"{notice.title} {notice.text}".strip() if notice.isVisible() else ""

    @property
    def typed(self) -> str:
        """Return what stands in the line that has the keyboard."""
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        return line.text()

    def take_over_the_clock(self) -> None:
        """Let the acts happen at the hour that the test sets."""
        self.window.main.session._file.clock = self.clock

    def at(self, hour: str, day: str) -> None:
        """Let it be this hour."""
        self.clock.set(hour, day)

    def go(self, key: str) -> None:
        """Go to a desk with its keys."""
        row = next(place for place, entry in enumerate(DESKS) if entry.key == key)
        self.press(keys_of(desk_key(row)))
        assert self.window.main.workspace.desk_key == key

    def row(self, table: Any, place: int) -> None:
        """Go to a row of the table that has the keyboard, by the arrow keys."""
        assert self.keyboard == table.objectName(), self.keyboard
        self.press((HOME, CTRL))
        self.press(*[DOWN] * (place - table.currentIndex().row()))
        assert table.currentIndex().row() == place

    def choose(self, name: str, words: str) -> None:
        """Go to a choice and take the line that begins with these words, by the arrow keys."""
        self.tab_to(name)
        field = QApplication.focusWidget()
        assert isinstance(field, QComboBox)
        for _ in range(field.count()):
            if field.currentText().startswith(words):
                return
            self.press(DOWN)
        raise AssertionError(f"{name} does not offer {words}")

    def fill(self, **texts: str) -> None:
        """Type texts into the fields of these names, over what they hold."""
        for name, text in texts.items():
            self.tab_to(name)
            self.press(CTRL_A, text)

    def item(self, content: str) -> AgendaItem:
        return next(i for i in self.ask(agenda) if i.content.startswith(content))

    def motion(self, matter: str) -> Motion:
        return next(m for m in self.ask(motions) if m.matter.startswith(matter))

    def go_to_item(self, content: str) -> None:
        """Go to an item of the programme on the agenda desk, by the arrow keys."""
        table = self.desk.programme.table
        found = [bool(r.item) and r.item.content.startswith(content) for r in table.records]
        if self.keyboard != table.objectName():
            self.press(ESC)
        self.row(table, found.index(True))

    def starts(self, content: str) -> str:
        """Return when an item begins as planned, as the agenda desk has it."""
        rows = self.desk.programme.table.records
        found = next(r for r in rows if r.item and r.item.content.startswith(content))
        return f"{found.planned.start:%H:%M}"

    def next_item(self, hour: str, day: str) -> None:
        """Finish what is held and begin the next item, at this hour."""
        self.at(hour, day)
        self.go("running")
        self.press(ESC, F8)

    def vote(self, matter: str, *hands: int) -> Motion:
        """Put the first motion whose words begin so to the vote: for, against, other."""
        self.go("motions")
        table = self.desk.table
        self.row(table, [r.motion.matter.startswith(matter) for r in table.records].index(True))
        self.press(ENTER)
        for count in hands:
            self.press(str(count), ENTER)
        assert self.keyboard == "motionPrimary", self.keyboard
        self.press(ENTER)
        return self.motion(matter)

    def round_of(self, code: str) -> Round:
        found = next(e for e in self.ask(elections) if e.code == code)
        return self.ask(rounds, found.id)[-1]

    def enter(self, code: str, papers: Sequence[Sequence[int]], bundle: int) -> None:
        """Enter ballots in bulk, the positions struck on each."""
        held = self.round_of(code)
        for start in range(0, len(papers), bundle):
            struck = [
                Paper(struck=frozenset(held.candidates[place - 1].id for place in paper))
                for paper in papers[start : start + bundle]
            ]
            uids = [uuid.uuid4().hex for _ in struck]
            done: list[Any] = []
            self.window.main.session.act(
                lambda file, *args, actor: enter_ballots(file, *args, operator=actor),
                held.id, start // bundle + 1, struck, uids,
                done=done.append, actor="Tổ nhập phiếu",
            )  # fmt: skip
            self.settle()
            granted(done[0])


def keys_of(words: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Return a key and what is held with it, as in "Ctrl+Shift+1"."""
    found: QKeyCombination = QKeySequence(words)[0]
    return found.key(), found.keyboardModifiers()


@contextmanager
def a_secretary(
    qtbot: Any, monkeypatch: Any, start: tuple[str, str], **answers: list[Any]
) -> Iterator[Secretary]:
    """Open a window whose desks and acts all have one clock, at this hour and day."""
    clock = FakeClock()
    clock.set(*start)
    for part in CLOCKED:
        monkeypatch.setitem(part.__init__.__kwdefaults__, "clock", clock)
    secretary = Secretary(Window(qtbot, **answers), clock)
    try:
        yield secretary
    finally:
        secretary.window.close()

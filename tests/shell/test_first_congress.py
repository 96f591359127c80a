"""The guided first congress in the window: each step is seen when it is done, by keys alone."""

from __future__ import annotations

import pytest
from elections_after_round import declare
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from window_bench import Window

from congress_desk.domain.first_congress import FirstStep
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.ui.parts.paper_maker import drawn
from congress_desk.ui.shell.first_congress.first_congress_panel import MINUTES, FirstCongressPanel

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(qtbot):
    made = Window(qtbot)
    made.main.commands.run("first_congress")
    made.settle()
    yield made
    made.close()


def panel(window: Window) -> FirstCongressPanel:
    return window.main.findChild(FirstCongressPanel)


def field(window: Window, name: str) -> QWidget:
    found = window.main.findChild(QWidget, name)
    found.setFocus()
    return found


def enter(window: Window, text: str, where: QWidget) -> None:
    QTest.keyClicks(where, text)
    QTest.keyClick(where, ENTER)
    window.settle()


def go(window: Window) -> None:
    panel(window).findChild(QPushButton, "tourGo").click()
    window.settle()


def test_that_the_first_congress_is_led_through_by_what_is_done(window):
    assert panel(window).step is FirstStep.TAKE
    go(window)
    assert panel(window).step is FirstStep.CHECK_IN
    go(window)
    enter(window, "lan", field(window, "checkinEntry"))
    assert panel(window).step is FirstStep.OPEN
    go(window)
    enter(window, "", field(window, "electionsTable"))
    window.main.findChild(QPushButton, "openRound").click()
    window.settle()
    assert panel(window).step is FirstStep.FIGURES
    go(window)
    assert window.main.focusWidget().objectName() == "operatorField"
    enter(window, "Le Thi Hanh", field(window, "operatorField"))
    for name in ("issuedField", "returnedField"):
        enter(window, "5", field(window, name))
    assert panel(window).step is FirstStep.BALLOTS
    go(window)
    assert window.main.focusWidget().objectName() == "ballotEntry"
    for typed in "44434":
        enter(window, typed, field(window, "ballotEntry"))
    assert panel(window).step is FirstStep.CLOSE
    QTest.keyClicks(field(window, "ballotEntry"), ".")
    window.settle()
    assert panel(window).step is FirstStep.DECLARE
    # Left and entered anywhere: another panel knows as much.
    panel(window).close()
    window.qtbot.waitUntil(lambda: panel(window) is None)
    window.main.commands.run("first_congress")
    window.settle()
    assert panel(window).step is FirstStep.DECLARE
    window.main.session.act(declared_by_two, done=lambda _: None)
    window.settle()
    assert panel(window).step is FirstStep.PAPER
    go(window)
    window.qtbot.waitUntil(lambda: panel(window).step is None, timeout=60_000)
    told = [label.text() for label in panel(window).findChildren(QLabel)]
    assert "Thế là trọn một cuộc bầu cử" in told
    go(window)
    assert panel(window) is None or not panel(window).isVisible()
    assert window.main.page.objectName() == "startPage", "one's own congress is what comes next"


def declared_by_two(file):
    (held,) = elections(file)
    return declare(file, rounds(file, held.id)[-1])


def test_that_the_last_step_is_done_when_the_minutes_are_drawn(window):
    shown = panel(window)
    drawn.emit(MINUTES)
    window.settle()
    assert shown.step is FirstStep.TAKE
    shown.findChild(QPushButton, "tourMore").click()
    assert window.main.findChild(QWidget, "helpDrawer").isVisible()

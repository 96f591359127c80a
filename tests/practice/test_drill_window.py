"""The drill by keyboard alone: from the start page through every lesson to the score."""

from __future__ import annotations

import itertools

from bench import ENTER
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.domain.practice.ballots import practice_ballots
from congress_desk.ui.shell.practice.drill_dialog import DrillDialog

ESC = Qt.Key.Key_Escape


def the_drill(window: Window) -> DrillDialog:
    """Begin the drill from the start page by the keyboard, on a clock of a second a question."""
    button = window.main.page.findChild(object, "drill")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    (dialog,) = window.main.findChildren(DrillDialog)
    ticks = itertools.count()
    dialog.page._now = lambda: 1000 * next(ticks)
    return dialog


def press(dialog: DrillDialog, keys: str, enter: bool = True) -> None:
    """Type where the keyboard is."""
    assert QApplication.focusWidget() is dialog.page.line or dialog.page.line.isVisible()
    QTest.keyClicks(dialog.page.line, keys)
    if enter:
        QTest.keyClick(dialog.page.line, ENTER)
    QCoreApplication.processEvents()


def test_that_the_whole_drill_is_done_by_keyboard(qtbot, tmp_path):
    path = tmp_path / "phieu.pdf"
    window = Window(qtbot, save_file=[path])
    dialog = the_drill(window)
    lessons = []
    while dialog.drill.task.lesson:
        task = dialog.drill.task
        lessons.append(task.lesson)
        assert task.line in dialog.page.teaching.text()
        press(dialog, task.line)
    assert len(lessons) == len(set(lessons)) == 10
    assert dialog.drill.score.keys == 0
    press(dialog, "99", enter=False)
    assert dialog.page.line.text() == "9"
    assert "99" in dialog.page.said.title
    QTest.keyClick(dialog.page.line, ESC)
    press(dialog, "01")
    ballots = practice_ballots(dialog._strike, ballots=20, set_number=1)
    for ballot in ballots[1:]:
        press(dialog, ballot.line)
    assert dialog.score.isVisible()
    figures = dialog.score.figures.text()
    assert figures.startswith("20 phiếu · ") and "Sai 1 phiếu" in figures
    shown = [label.text() for label in dialog.score._wrong.findChildren(type(dialog.score.figures))]
    assert shown[-3:] == ["1", "01", ballots[0].line]
    assert dialog.drill.score.keys == 2 + 3 + sum(len(b.line) + 1 for b in ballots[1:])
    dialog.print.click()
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(window.main.idle, timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")
    QTest.keyClick(dialog.again, Qt.Key.Key_Space)
    assert dialog.drill.task.ballot.number == 1 and not dialog.drill.task.lesson
    QTest.keyClick(dialog.page.line, ESC)
    window.close()


def test_that_a_wrong_lesson_says_what_is_typed_and_a_printed_ballot_is_not_drawn(qtbot):
    window = Window(qtbot)
    dialog = the_drill(window)
    press(dialog, "0312")
    assert "031216" in dialog.page.said.title
    assert dialog.page.original.isVisible()
    dialog.from_paper.setChecked(True)
    assert not dialog.page.original.isVisible()
    press(dialog, "-", enter=False)
    assert dialog.page.line.text() == ""
    press(dialog, "0409")
    press(dialog, "-", enter=False)
    assert dialog.drill.asks
    QTest.keyClick(dialog.page.line, ESC)
    assert not dialog.drill.asks and dialog.drill.place == 1
    press(dialog, "--", enter=False)
    assert dialog.drill.place == 0
    dialog.reject()
    window.close()

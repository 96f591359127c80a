"""A newcomer, from an empty folder of settings to a declared result in a rehearsal, by keys alone.

Who never saw the program looks at each new screen before pressing anything: so long a look, so
long a key, and all of it within the hour that the product promises.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any

from bench import ENTER
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from secretary import Secretary
from window_bench import Window

from congress_desk.domain.congress import CongressState
from congress_desk.paths import resource
from congress_desk.queries.congress import congress
from congress_desk.ui.shell.practice.drill_dialog import DrillDialog

# A slow typist, and somebody who reads every word of a screen that is new.
SECONDS_A_KEY, SECONDS_A_SCREEN = 2, 120
MOST_KEYS, MOST_MINUTES = 300, 60
SHEETS = 20
WORKBOOK = resource("samples", "dai-hoi-chi-bo.xlsx")


class KeysCounted(QObject):
    """Counts every key that arrives anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.screens: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.keys += 1
        return False

    def looks_at(self, screen: str) -> None:
        self.screens.append(screen)

    @property
    def minutes(self) -> float:
        return (self.keys * SECONDS_A_KEY + len(self.screens) * SECONDS_A_SCREEN) / 60


class Newcomer(Secretary):
    """A secretary who has no file yet."""

    def __init__(self, qtbot: Any, **answers: list[Any]) -> None:
        self.window = Window(qtbot, **answers)
        self._qtbot = qtbot


@contextmanager
def a_newcomer(qtbot, **answers):
    made = Newcomer(qtbot, **answers)
    counted = KeysCounted()
    QApplication.instance().installEventFilter(counted)
    try:
        yield made, counted
    finally:
        QApplication.instance().removeEventFilter(counted)
        made.window.close()


def test_that_a_newcomer_declares_a_result_in_rehearsal_within_the_hour(qtbot, tmp_path):
    path = tmp_path / "dien-tap.congress"
    with a_newcomer(qtbot, open_file=[WORKBOOK], save_file=[path]) as (she, counted):
        assert she.window.settings.values.recent == ()
        counted.looks_at("start page")
        learn_the_keys(she, counted)
        make_a_rehearsal(she, counted)
        fix_and_open(she, counted)
        counted.looks_at("counting")
        she.count("3", "+8", "1", "+6", "0", "*3", "2", "+")
        counted.looks_at("gate")
        she.declare()
        counted.looks_at("result")
        sheet = she.sheet("CU")
        assert sheet.round.state.value == "declared"
        assert (sheet.result.entered, sheet.result.outcome.value) == (SHEETS, "complete")
        minutes = she.minutes("CU")
        assert minutes.startswith("[DIỄN TẬP")
        told = f"{counted.keys} keys, {len(counted.screens)} screens, {counted.minutes:.0f} minutes"
        print(told)
        assert counted.keys <= MOST_KEYS, told
        assert counted.minutes <= MOST_MINUTES, told


def learn_the_keys(she: Newcomer, counted: KeysCounted) -> None:
    """Go through the lessons of the drill, and close it after them."""
    counted.looks_at("drill")
    she.push("drill")
    (dialog,) = she.window.main.findChildren(DrillDialog)
    while dialog.drill.task.lesson:
        for key in dialog.drill.task.line:
            QTest.keyClicks(she.focus, key)
        QTest.keyClick(she.focus, Qt.Key.Key_Return)
    QTest.keyClick(she.focus, Qt.Key.Key_Escape)
    she.settle()
    assert QApplication.activeModalWidget() is None


def make_a_rehearsal(she: Newcomer, counted: KeysCounted) -> None:
    """Take the filled workbook for a rehearsal; where to keep it is answered beforehand."""
    counted.looks_at("which workbook")
    counted.looks_at("where to keep it")
    she.push("new_rehearsal")
    she._qtbot.waitUntil(lambda: she.window.main.session is not None, timeout=60_000)
    she.settle()
    counted.looks_at("overview")
    assert she.ask(congress).state is CongressState.REHEARSAL
    assert she.window.main.workspace.mark.isVisible()


def fix_and_open(she: Newcomer, counted: KeysCounted) -> None:
    """Fix the list and open the round, in a rehearsal without the votes before it."""
    counted.looks_at("elections")
    she.show("CU")
    counted.looks_at("list")
    she.push("fixCandidate")
    she.press(ENTER)
    counted.looks_at("before the round")
    she.push("nextStep")
    she.open_anyway(SHEETS, "Diễn tập, chưa biểu quyết")

"""One key notes an obstacle from any desk; what was being typed there stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from congress_files import a_congress, a_round, granted
from obstacles_acts import BALLOTS, a_resolved_obstacle, an_obstacle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_bench import Window

from congress_desk.actions.obstacles import resolve_obstacle
from congress_desk.queries.obstacles import obstacles, open_obstacles
from congress_desk.settings import SettingsStore
from congress_desk.ui.desks import DESKS
from congress_desk.ui.widgets.navigation_badge import NUMBER_ROLE, TONE_ROLE

F9, ENTER, ESC = Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def counting(qtbot, tmp_path):
    """A window in which a round is being counted, and a congress with that round."""
    SettingsStore().change(operator="Lê Thị Hạnh")
    # Yes: a ballot half typed may be left behind when the window closes.
    window = Window(qtbot, a_file(tmp_path), ask=[True])
    qtbot.waitUntil(lambda: entry(window) is not None and entry(window).hasFocus())
    yield window
    window.close()


def a_file(folder: Path, prepare=a_round) -> Path:
    file = a_congress(folder)
    prepare(file)
    file.close()
    return file.path


def entry(window: Window) -> QLineEdit | None:
    return window.main.findChild(QLineEdit, "ballotEntry")


def ask(window: Window, query):
    got = []
    window.main.session.ask(query, done=got.append)
    window.qtbot.waitUntil(lambda: bool(got))
    return got[0]


def press_f9(window: Window) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.main, F9)
    window.settle()
    window.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def badge(window: Window) -> tuple[str, str, str]:
    item = window.main.workspace.navigation.item([d.key for d in DESKS].index("obstacles"))
    return (
        item.data(NUMBER_ROLE) or "",
        item.data(TONE_ROLE) or "",
        item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text(),
    )


def test_that_f9_in_the_middle_of_a_ballot_leaves_its_line_and_the_keyboard(counting):
    QTest.keyClicks(entry(counting), "3.")
    press_f9(counting)
    form = QApplication.activeModalWidget()
    assert form.windowTitle() == "Ghi vướng mắc"
    assert QApplication.focusWidget() is form.editors["what"].widget
    assert entry(counting).text() == "3."
    form.editors["what"].widget.setPlainText("Bàn 2 hết bút")
    QTest.keyClick(form.editors["what"].widget, Qt.Key.Key_S, CTRL)
    counting.settle()
    assert [o.what for o in ask(counting, obstacles)] == ["Bàn 2 hết bút"]
    counting.qtbot.waitUntil(lambda: entry(counting).hasFocus())
    assert (entry(counting).text(), entry(counting).cursorPosition()) == ("3.", 2)
    assert not entry(counting).hasSelectedText()
    QTest.keyClicks(QApplication.focusWidget(), "4")
    assert entry(counting).text() == "3.4"
    assert not counting.main.page.notice.isVisible()


def test_that_escape_goes_back_to_the_ballot_and_notes_nothing(counting):
    QTest.keyClicks(entry(counting), "2")
    press_f9(counting)
    QTest.keyClick(QApplication.focusWidget(), ESC)
    counting.settle()
    counting.qtbot.waitUntil(lambda: entry(counting).hasFocus())
    assert entry(counting).text() == "2"
    assert ask(counting, obstacles) == ()


def test_that_the_count_goes_on_after_an_obstacle_was_noted(counting):
    press_f9(counting)
    form = QApplication.activeModalWidget()
    form.editors["what"].widget.setPlainText("Bàn 2 hết bút")
    QTest.keyClick(form.editors["what"].widget, ENTER)
    counting.settle()
    counting.qtbot.waitUntil(lambda: entry(counting).hasFocus())
    QTest.keyClicks(entry(counting), "4")
    QTest.keyClick(entry(counting), ENTER)
    counting.settle()
    assert [line.act for line in ask(counting, lambda f: f.journal_lines()[-2:])] == [
        "add_obstacle",
        "enter_ballots",
    ]


def test_that_f9_opens_the_form_from_every_desk(qtbot, tmp_path):
    window = Window(qtbot, a_file(tmp_path, lambda f: None))
    for key in [entry.key for entry in DESKS]:
        window.show_desk(key)
        window.main.workspace.focus_page()
        press_f9(window)
        form = QApplication.activeModalWidget()
        assert form is not None and form.windowTitle() == "Ghi vướng mắc", key
        QTest.keyClick(QApplication.focusWidget(), ESC)
        window.settle()
        assert QApplication.activeModalWidget() is None, key
    window.close()


def test_that_f9_does_nothing_on_the_start_page(qtbot):
    window = Window(qtbot)
    QTest.keyClick(window.main, F9)
    assert QApplication.activeModalWidget() is None
    window.close()


def test_that_the_navigation_always_shows_how_many_are_in_the_way(qtbot, tmp_path):
    def prepare(file):
        an_obstacle(file)
        a_resolved_obstacle(file)

    window = Window(qtbot, a_file(tmp_path, prepare))
    assert badge(window) == ("1", "wrong", "Vướng mắc, 1 chưa giải quyết")
    blocking = ask(window, open_obstacles)[0]
    assert blocking.what == BALLOTS.what
    window.main.session.act(resolve_obstacle, blocking.id, done=granted, actor="An")
    window.settle()
    assert badge(window)[0] == ""
    assert badge(window)[2] == "Vướng mắc"
    window.close()

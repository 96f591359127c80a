"""The hall from the window: F12 wherever the keyboard is, and a secretary's way through by keys."""

from __future__ import annotations

import pytest
from bench import DOWN, ENTER
from congress_files import granted
from example_copies import an_example
from hall_acts import said
from pptx import Presentation
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid
from window_bench import Window, type_text

from congress_desk.domain.hall.subject import Subject, SubjectKind

F12, CTRL, SHIFT = (
    Qt.Key.Key_F12,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(qtbot, an_example(tmp_path / "mau.congress"), save_file=[tmp_path / "p.pptx"])
    made.show_desk("projector")
    yield made
    made.close()


def choose(window, kind, nth=0):
    """Go to the nth subject of a kind by the arrow keys."""
    table = window.desk.table
    rows = [i for i, row in enumerate(table.records) if row.subject.kind is kind]
    table.setFocus()
    while table.currentIndex().row() < rows[nth]:
        QTest.keyClick(table, DOWN)
    while table.currentIndex().row() > rows[nth]:
        QTest.keyClick(table, Qt.Key.Key_Up)
    window.settle()


def press(window, key, held=Qt.KeyboardModifier.NoModifier):
    """Press a key in the window that has the keyboard, as the system gives it."""
    QTest.keyClick(QApplication.focusWindow(), key, held)
    window.settle()


def seen(window):
    return said([window.desk.show_of_hall.window.page])


def test_that_f12_blanks_from_any_desk_dialog_and_menu_and_brings_back(window):
    choose(window, SubjectKind.ELECTED)
    press(window, ENTER)
    assert "Trúng cử" in seen(window)
    show = window.desk.show_of_hall
    window.show_desk("people")
    QTest.keyClick(QApplication.focusWindow(), F12)
    assert show.blank
    press(window, F12)
    assert not show.blank
    window.main.workspace.note_obstacle()
    window.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClick(dialog.windowHandle(), F12)
    assert show.blank and dialog.isVisible()
    again = QKeyEvent(QEvent.Type.KeyPress, F12, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(dialog.windowHandle(), again)
    assert show.blank
    QTest.keyClick(dialog.windowHandle(), F12)
    assert not show.blank
    dialog.reject()
    menu = QMenu(window.main)
    menu.addAction("x")
    menu.popup(window.main.pos())
    QTest.keyClick(window.main.windowHandle(), F12)
    assert show.blank
    menu.close()
    assert not show.window.isHidden()


def test_that_f12_says_so_while_nothing_is_shown(window):
    assert window.main.commands.why_not("blank_hall") == "Chưa chiếu gì lên hội trường"
    press(window, F12)
    assert not window.desk.show_of_hall.is_open


def test_that_a_secretary_shows_programme_motion_how_to_vote_progress_and_result_by_keys(window):
    choose(window, SubjectKind.PROGRAMME)
    press(window, ENTER)
    assert "Chương trình đại hội" in seen(window)
    choose(window, SubjectKind.MOTION, 3)
    press(window, Qt.Key.Key_Insert)
    choose(window, SubjectKind.HOW_TO_VOTE)
    press(window, Qt.Key.Key_Insert)
    assert "Chương trình" in seen(window) and len(window.desk.show_of_hall.queue) == 2
    press(window, F12, CTRL)
    assert "Đại hội thông qua" in seen(window)
    press(window, F12, CTRL)
    assert "Thể lệ bỏ phiếu" in seen(window) and "1 / 3" in seen(window)
    press(window, Qt.Key.Key_PageDown, CTRL)
    assert "Phiếu hợp lệ" in seen(window)
    press(window, F12, SHIFT)
    choose(window, SubjectKind.PROGRESS)
    press(window, ENTER)
    assert "Phiếu hợp lệ" in seen(window)
    press(window, F12, SHIFT)
    assert "Đang kiểm phiếu" in seen(window)
    choose(window, SubjectKind.RESULT, 1)
    press(window, ENTER)
    assert "Đang kiểm phiếu" in seen(window)  # not declared: refused
    choose(window, SubjectKind.RESULT)
    press(window, ENTER)
    assert "Kết quả bầu" in seen(window)


def test_that_a_message_is_typed_looked_at_and_then_shown(window):
    window.desk.commands.run("message")
    window.settle()
    dialog = QApplication.activeModalWidget()
    type_text(dialog.text, "Mời đại biểu vào hội trường")
    QTest.keyClick(dialog.text, ENTER)
    window.settle()
    assert "Mời đại biểu" in said([window.desk.side.preview.page])
    assert not window.desk.show_of_hall.is_open
    press(window, ENTER)
    assert seen(window) == "Mời đại biểu vào hội trường"


def test_that_the_desk_writes_the_pages_as_slides(window, tmp_path, qtbot):
    window.desk.commands.run("export")
    qtbot.waitUntil(lambda: window.desk.notice.isVisible(), timeout=60_000)
    assert len(Presentation(tmp_path / "p.pptx").slides) > 20


def test_that_a_second_window_has_the_same_hall_and_the_file_closes_with_the_last(window, qtbot):
    choose(window, SubjectKind.PRESENCE)
    press(window, ENTER)
    show = window.desk.show_of_hall
    other = window.main.windows.add_beside(window.main)
    window.settle()
    other.workspace.show_desk("projector")
    qtbot.waitUntil(lambda: other.workspace.desk.side.seen.page is not None, timeout=20_000)
    assert other.workspace.desk.show_of_hall is show
    window.main.close()
    qtbot.waitUntil(lambda: not isValid(window.main) or not window.main.isVisible(), timeout=20_000)
    assert show.is_open
    show.show(Subject(kind=SubjectKind.TITLE))
    qtbot.waitUntil(lambda: "Đại hội" in said([show.window.page]), timeout=20_000)
    other.close()
    qtbot.waitUntil(lambda: not isValid(other) or not other.isVisible(), timeout=20_000)
    assert granted(show.window) is None

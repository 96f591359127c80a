"""An act that the file did not take is an error in red on every desk, whatever the desk says."""

from __future__ import annotations

from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.errors import problem, refuse
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desks import DESKS
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

SENTENCE = "Ổ đĩa đã đầy"


def full(_, **__: object) -> None:
    raise NotSaved(problem("disk_full"))


def red(window: Window) -> list[str]:
    """Return the sentences that stand in red anywhere in the window."""
    return [
        notice.accessibleName()
        for notice in window.main.findChildren(Notice)
        if notice.isVisible() and notice.property("tone") == "wrong"
    ]


def test_that_an_act_not_written_is_red_on_every_desk(qtbot, tmp_path):
    window = Window(qtbot, an_example(tmp_path / "mau.congress"))
    try:
        for entry in DESKS:
            window.show_desk(entry.key)
            acts = Acts(window.main.session, window.desk)
            acts.run(full, done=lambda _: None)
            window.settle()
            (said,) = red(window)
            assert said.startswith(SENTENCE), entry.key
            window.main.workspace.notice.hide()
            acts.run(lambda _, **__: refuse("congress_name_missing"), done=lambda _: None)
            window.settle()
            assert red(window) == [], entry.key
    finally:
        window.close()
        QApplication.sendPostedEvents(None, 52)


def test_that_a_desk_that_says_it_in_red_is_not_repeated(qtbot, tmp_path):
    SettingsStore().change(operator="Lê Thị Lan")
    path = an_example(tmp_path / "mau.congress")
    window = Window(qtbot, path)
    try:
        window.show_desk("people")
        desk = window.desk
        acts = Acts(window.main.session, desk)
        acts.run(full, done=lambda value: desk.notice.say_problems(value.problems))
        window.settle()
        assert len(red(window)) == 1
        assert not window.main.workspace.notice.isVisible()
        desk.notice.hide()
        table = window.show_desk("elections").screen_of("counting").table
        path.rename(tmp_path / "away.congress")
        QTest.keyClicks(table.line, "0")
        QTest.keyClick(table.line, Qt.Key.Key_Return)
        window.settle()
        assert "CHƯA được ghi" in table.slot.text and "không còn ở chỗ cũ" in table.slot.text
        assert red(window) == [], "the count says it, with Enter to try again: once is enough"
        (tmp_path / "away.congress").rename(path)
        QTest.keyClick(table.line, Qt.Key.Key_Return)
        window.settle()
        assert "CHƯA được ghi" not in table.slot.text
    finally:
        window.close()

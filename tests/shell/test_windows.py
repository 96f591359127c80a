"""Two windows of one program on the same file: what changes in one shows in the other at once."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from congress_files import a_congress
from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_bench import Window, type_text

from congress_desk.actions.obstacles import add_obstacle
from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.minutes.paper_part import CongressPaper
from congress_desk.domain.obstacles import Obstacle
from congress_desk.domain.people.register import Direction
from congress_desk.errors import Refusal
from congress_desk.storage.opening import open_file
from congress_desk.storage.reading.paper_parts import paper_part
from congress_desk.ui.shell.main_window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def congress(tmp_path) -> Path:
    file = a_congress(tmp_path)
    file.close()
    return Path(file.path)


@pytest.fixture
def bench(qtbot, congress):
    made = Window(qtbot, congress)
    yield made
    for window in tuple(made.main.windows.open):
        window.close()
    qtbot.waitUntil(lambda: made.main.windows.open == [], timeout=20_000)
    assert made.messages.unexpected == []


def beside(bench: Window) -> MainWindow:
    """Open a second window by its key and return it."""
    bench.settle()
    QTest.keyClick(bench.main, Qt.Key.Key_T, CTRL_SHIFT)
    bench.qtbot.waitUntil(bench.main.idle)
    (made,) = [window for window in bench.main.windows.open if window is not bench.main]
    return made


def go(bench: Window, window: MainWindow, key: str) -> object:
    window.workspace.show_desk(key)
    bench.qtbot.waitUntil(window.idle)
    return window.workspace.desk


def is_free(path: Path) -> bool:
    found = open_file(path)
    if isinstance(found, Refusal):
        return False
    found.close()
    return True


def test_that_a_second_window_shows_the_same_file_and_says_which_it_is(bench, congress):
    second = beside(bench)
    assert second.isVisible() and second.workspace.desk_key == "overview"
    assert second.session.path == bench.main.session.path == congress
    assert bench.main.windowTitle() == f"{congress.name} – Congress Desk"
    assert second.windowTitle() == f"{congress.name} – cửa sổ 2 – Congress Desk"


def test_that_a_change_in_either_window_shows_in_the_other_at_once(bench):
    second = beside(bench)
    top = second.findChild(object, "topLine")
    before = top.presence.text()
    bench.main.session.act(check_in, 1, direction=Direction.OUT, actor="An", done=len_of)
    bench.qtbot.waitUntil(bench.main.idle)
    assert top.presence.text() != before
    assert top.presence.text() == bench.main.findChild(object, "topLine").presence.text()
    desk = go(bench, bench.main, "obstacles")
    second.session.act(
        add_obstacle, Obstacle(what="Mất điện"), actor="Bình",
        done=len_of,
    )  # fmt: skip
    bench.qtbot.waitUntil(bench.main.idle)
    assert [row.obstacle.what for row in desk.table.records] == ["Mất điện"]
    assert any("Mất điện" in line.text for line in second.workspace.desk.matters.lines)


def len_of(value: object) -> None:
    assert not isinstance(value, Refusal), value


@pytest.mark.parametrize("first", [True, False], ids=["the first goes", "the second goes"])
def test_that_closing_one_window_leaves_the_other_and_the_last_closes_the_file(
    bench, congress, first
):
    second = beside(bench)
    going, staying = (bench.main, second) if first else (second, bench.main)
    windows = bench.main.windows
    going.close()
    bench.qtbot.waitUntil(lambda: windows.open == [staying], timeout=20_000)
    bench.qtbot.waitUntil(lambda: not shiboken6.isValid(going))
    assert staying.isVisible() and not is_free(congress)
    go(bench, staying, "people")
    staying.close()
    bench.qtbot.waitUntil(lambda: windows.open == [], timeout=20_000)
    assert is_free(congress)
    if first:
        bench.main = staying


def test_that_closing_the_congress_in_one_window_leaves_it_open_in_the_other(bench, congress):
    second = beside(bench)
    second.close_file()
    bench.qtbot.waitUntil(lambda: second.workspace is None)
    assert bench.main.session is not None and not is_free(congress)
    go(bench, bench.main, "people")


@pytest.mark.parametrize("yes", [True, False])
def test_that_opening_the_same_file_again_offers_another_window(bench, congress, yes):
    bench.messages.answers["ask"] = [yes]
    bench.main.open_path(congress)
    bench.qtbot.waitUntil(bench.main.idle)
    assert bench.messages.asked == ["Mở đại hội này thêm một cửa sổ?"]
    assert len(bench.main.windows.open) == (2 if yes else 1)
    assert bench.main.session is not None and bench.notice == ""


def test_that_a_window_on_the_start_page_joins_the_file_that_is_open(bench, congress):
    second = beside(bench)
    second.close_file()
    bench.qtbot.waitUntil(lambda: second.workspace is None)
    bench.messages.answers["ask"] = [True]
    second.open_path(congress)
    bench.qtbot.waitUntil(second.idle)
    assert second.session.path == congress
    assert len(bench.main.windows.open) == 2


def test_that_each_window_asks_about_what_was_typed_in_it(bench):
    second = beside(bench)
    bench.messages.answers["ask"] = [False, True]
    details = go(bench, second, "congress").details
    type_text(details.form.widget("name"), "Đại hội khác")
    bench.main.workspace.show_desk("people")
    bench.qtbot.waitUntil(bench.main.idle)
    assert second.has_unsaved() and not bench.main.has_unsaved()
    second.close()
    assert second.isVisible() and bench.messages.asked == ["Rời đi khi còn phần chưa lưu?"]
    second.close()
    bench.qtbot.waitUntil(lambda: bench.main.windows.open == [bench.main], timeout=20_000)
    assert len(bench.messages.asked) == 2


def test_that_leaving_details_unsaved_loses_nothing_that_is_kept_by_itself(bench, congress):
    bench.messages.answers["ask"] = [True]
    minutes = go(bench, bench.main, "minutes")
    type_text(go(bench, bench.main, "congress").details.form.widget("name"), "Đại hội khác")
    go(bench, bench.main, "minutes")
    minutes.panel.editor.insertPlainText("Lời cuối. ")
    record = minutes.panel.part.record
    windows = bench.main.windows
    bench.main.close()
    bench.qtbot.waitUntil(lambda: windows.open == [], timeout=20_000)
    file = open_file(congress)
    part = paper_part(file, CongressPaper.MINUTES, record)
    assert part is not None and part.text.startswith("Lời cuối. ")
    file.close()


def test_that_the_language_changes_in_every_window(bench):
    second = beside(bench)
    bench.main.use_language("en")
    bench.qtbot.waitUntil(lambda: first_desk(second) == "Overview")
    bench.qtbot.waitUntil(lambda: first_desk(bench.main) == "Overview")
    bench.main.use_language("vi")
    bench.qtbot.waitUntil(lambda: first_desk(second) == "Tổng quan")
    bench.qtbot.waitUntil(bench.main.idle)
    second.session.act(
        add_obstacle, Obstacle(what="Micro"), actor="An",
        done=len_of,
    )  # fmt: skip
    bench.qtbot.waitUntil(bench.main.idle)
    assert any("Micro" in line.text for line in bench.main.workspace.desk.matters.lines)


def first_desk(window: MainWindow) -> str:
    return window.workspace.navigation.item(0).text()


def test_that_quitting_closes_every_window(bench, congress):
    windows = bench.main.windows
    beside(bench)
    QTest.keyClick(bench.main, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    bench.qtbot.waitUntil(lambda: windows.open == [], timeout=20_000)
    assert is_free(congress)


def test_that_ballots_typed_in_one_window_count_in_the_other(qtbot, tmp_path):
    path = tmp_path / "mau.congress"
    an_example(path)
    bench = Window(qtbot, path)
    second = bench.main.windows.add_beside(bench.main)
    assert second is not None
    qtbot.waitUntil(bench.main.idle)
    overview = second.workspace.desk
    assert overview.figures[2].figure.number == "60 / 118"
    line = bench.main.findChild(QLineEdit, "ballotEntry")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "0102")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: overview.figures[2].figure.number != "60 / 118", timeout=5_000)
    for window in tuple(bench.main.windows.open):
        window.close()
    windows = bench.main.windows
    qtbot.waitUntil(lambda: windows.open == [], timeout=20_000)
    assert bench.messages.unexpected == []
    QApplication.sendPostedEvents(None, 52)

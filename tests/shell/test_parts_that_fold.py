"""What folds, scrolls or grows by the room there is, each part and window by itself.

Apart from the windows of test_small_windows: a change of the type dresses all of them anew.
"""

from __future__ import annotations

import pytest
from example_copies import an_example
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QPushButton
from window_bench import Window

from congress_desk.settings import SettingsStore
from congress_desk.ui.desks.overview.lines import Line, LineList
from congress_desk.ui.look import theme
from congress_desk.ui.shell import window_place
from congress_desk.ui.shell.window_place import keep_place, show_placed
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.tool_row import BAR, ToolRow


@pytest.fixture
def usual_type(qapp):
    """The type of a window at 100 %, for what is shown without the window of this module."""
    before = theme.scale()
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", before)


def test_that_what_stands_beside_a_line_goes_below_it_where_both_have_no_room(qtbot, usual_type):
    name = "Ban Chấp hành Đảng bộ phường An Bình khóa XII, nhiệm kỳ 2025 - 2030"
    part = LineList("cuoc-bau", "Bầu cử")
    qtbot.addWidget(part)
    part.resize(900, 200)
    part.show()
    part.show_lines([Line(text=name, aside="đã công bố, bầu đủ 15/15")])
    one_row = part.sizeHintForRow(0)
    part.resize(480, 200)
    qtbot.wait(1)
    assert part.sizeHintForRow(0) >= 1.6 * one_row


def test_that_the_window_fills_a_small_screen_and_comes_back_where_it_was(
    qtbot, monkeypatch, tmp_path, usual_type
):
    settings = SettingsStore(tmp_path)
    made = Window(qtbot)
    try:
        monkeypatch.setattr(window_place, "SMALL_WIDTH", 100_000)
        show_placed(made.main, settings)
        assert made.main.isMaximized()
        made.main.showNormal()
        made.main.setGeometry(0, 0, 1000, 640)
        keep_place(made.main, settings)
        made.main.setGeometry(0, 0, 1200, 700)
        show_placed(made.main, SettingsStore(tmp_path))
        assert (made.main.width(), made.main.height()) == (1000, 640)
        assert not made.main.isMaximized()
    finally:
        made.close()


def test_that_narrow_windows_leave_the_room_to_the_page(qtbot, tmp_path, usual_type):
    SettingsStore().change(scale=125, theme="light")
    made = Window(qtbot, an_example(tmp_path / "mau.congress"))
    try:
        navigation = made.main.workspace.navigation
        made.main.resize(1366, 768)
        made.settle()
        wide = navigation.width()
        made.main.resize(1024, 700)
        made.settle()
        assert navigation.width() < wide // 2
        assert navigation.item(0).text()
        assert navigation.item(0).toolTip().startswith(navigation.item(0).text())
    finally:
        made.close()


def test_that_tools_without_room_over_a_low_table_are_behind_one_button(qtbot, usual_type):
    pressed: list[str] = []
    tools = [QPushButton(f"Việc số {n} của trang") for n in range(6)]
    for button in tools:
        button.clicked.connect(lambda _=False, it=button: pressed.append(it.text()))
    row = ToolRow(tools)
    qtbot.addWidget(row)
    row.resize(500, 200)
    row.show()
    row.fold(1000)
    assert not row.more.isVisible() and row.heightForWidth(500) > 2 * tools[0].height()
    row.fold(200)
    qtbot.waitUntil(lambda: row.more.isVisible() and tools[0].isVisible())
    assert row.heightForWidth(500) <= 2 * tools[0].height() and not tools[5].isVisible()
    # A scroll bar beside the page comes and goes: the line has room with it and without it.
    shown = [button for button in (*tools, row.more) if button.isVisible()]
    exact = sum(button.sizeHint().width() for button in shown) + theme.px(8) * (len(shown) - 1)
    row.resize(exact, 200)
    qtbot.wait(1)
    assert row.heightForWidth(exact - theme.px(BAR)) <= 2 * tools[0].height()
    row.more.click()
    menu = row.findChild(QMenu)
    next(action for action in menu.actions() if action.text() == tools[5].text()).trigger()
    menu.close()
    assert pressed == [tools[5].text()]
    row.fold(1000)
    qtbot.waitUntil(lambda: tools[5].isVisible() and not row.more.isVisible())


def test_that_parts_share_a_column_behind_tabs_in_a_narrow_window(qtbot, usual_type):
    parts = [QPushButton(name) for name in ("danh sách", "lời văn", "như sẽ in")]
    made = FoldingColumns([(part.text(), part, 1) for part in parts], room=600)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    assert all(part.isVisible() for part in parts) and not made.tabs.isVisible()
    made.resize(500, 300)
    assert [part.isVisible() for part in parts] == [True, True, False]
    made.go_to(parts[2])
    assert [part.isVisible() for part in parts] == [True, False, True]
    made.resize(900, 300)
    assert all(part.isVisible() for part in parts) and not made.tabs.isVisible()


def test_that_stacked_parts_stand_under_each_other_or_behind_tabs(qtbot, usual_type):
    parts = [QPushButton(name) for name in ("đoàn", "tổ", "thành viên")]
    made = FoldingColumns([(p.text(), p, 1) for p in parts], room=600, kept=0, stacked=2)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    places = [part.mapTo(made, QPoint()) for part in parts]
    assert places[0].x() == places[1].x() < places[2].x()
    assert places[0].y() < places[1].y()
    made.resize(500, 300)
    assert [part.isVisible() for part in parts] == [True, False, False]


def test_that_no_dialog_is_larger_than_its_screen(qtbot, qapp, usual_type):
    theme.apply(qapp, "light", 150)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    be_large(dialog, 940, 620)
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width() and dialog.height() < room.height()

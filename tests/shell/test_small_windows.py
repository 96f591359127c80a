"""On a small screen and at large type nothing that must be seen is cut."""

from __future__ import annotations

import pytest
from every_page import two_bars
from example_copies import an_example
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QWidget
from window_bench import Window, window_of_a_module

from congress_desk.settings import SettingsStore
from congress_desk.ui.desks.overview.lines import Line, LineList
from congress_desk.ui.look import theme
from congress_desk.ui.shell import window_place
from congress_desk.ui.shell.window_place import keep_place, show_placed
from congress_desk.ui.widgets.dialog_room import be_large
from congress_desk.ui.widgets.layout.folding_columns import FoldingColumns
from congress_desk.ui.widgets.layout.tool_row import ToolRow

SIZES = [(1024, 700, 100), (1024, 700, 125), (1366, 768, 150)]
# So little room that pages scroll; what is always in sight is whole all the same.
SMALLEST = (1024, 700, 150)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory):
    path = tmp_path_factory.mktemp("example") / "mau.congress"
    an_example(path)
    return path


@pytest.fixture(scope="module", params=SIZES, ids=str)
def window(request, qapp, example, tmp_path_factory):
    wide, high, scale = request.param
    with window_of_a_module(request, tmp_path_factory, example, scale=scale, theme="light") as made:
        made.main.resize(wide, high)
        made.settle()
        yield made


@pytest.fixture
def usual_type(qapp):
    """The type of a window at 100 %, for what is shown without the window of this module."""
    before = theme.scale()
    theme.apply(qapp, "light", 100)
    yield
    theme.apply(qapp, "light", before)


def inside(widget: QWidget, whole: QWidget) -> bool:
    """Say whether a widget stands within another one with all of its size."""
    place = QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size())
    return whole.rect().contains(place)


def test_that_every_desk_is_in_sight_in_the_navigation(window):
    navigation = window.main.workspace.navigation
    last = navigation.visualItemRect(navigation.item(navigation.count() - 1))
    assert navigation.viewport().rect().contains(last)
    assert last.height() >= navigation.fontMetrics().height()


@pytest.mark.parametrize("window", [*SIZES, SMALLEST], indirect=True, ids=str)
def test_that_the_number_present_is_never_cut(window):
    presence = window.main.findChild(QLabel, "presence")
    assert presence.width() >= presence.sizeHint().width()
    assert inside(presence, window.main)


def test_that_what_runs_the_congress_is_whole(window):
    desk = window.show_desk("running")
    window.qtbot.wait(50)
    shown = [button for button in desk.now.buttons.values() if button.isVisible()]
    assert shown
    assert [button.text() for button in shown if not inside(button, button.parentWidget())] == []
    content = desk.now.content
    assert content.height() >= content.heightForWidth(content.width())


@pytest.mark.parametrize("window", [*SIZES, SMALLEST], indirect=True, ids=str)
def test_that_the_buttons_that_run_the_congress_are_always_in_sight(window):
    desk = window.show_desk("running")
    window.qtbot.wait(50)
    shown = [button for button in desk.now.buttons.values() if not button.isHidden()]
    row = [button for button in shown if desk.now.acts.isAncestorOf(button)]
    assert desk.now.buttons["go"] in row
    assert [each.text() for each in row if each.visibleRegion().boundingRect() != each.rect()] == []


@pytest.mark.parametrize("window", [*SIZES, SMALLEST], indirect=True, ids=str)
def test_that_the_overview_shows_every_line_whole(window):
    desk = window.show_desk("overview")
    window.qtbot.wait(50)
    for tile in desk.figures:
        assert tile.height() >= tile.height_at(tile.width())
    for part in (desk.programme, desk.elections):
        desk._left.enter(part)
        window.settle()
        assert part.isVisible()
        assert part.height() >= 1.5 * part.sizeHintForRow(0), "more than one line is in sight"


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


def test_that_the_names_of_members_are_whole_and_the_table_begins_at_its_left(window):
    tab = window.show_desk("duties").organs
    window.qtbot.wait(50)
    members = tab.members
    assert members.horizontalScrollBar().value() == 0
    assert members.columnWidth(0) >= members.sizeHintForColumn(0)


def test_that_the_ballot_keeps_room_to_be_read_beside_its_columns(window):
    desk = window.show_desk("elections")
    window.qtbot.wait(100)
    card = desk.findChild(QWidget, "ballotPreview")
    if card is None or not card.isVisible():
        return
    assert card.width() >= 0.35 * desk.width()


@pytest.mark.parametrize("window", [*SIZES, SMALLEST], indirect=True, ids=str)
@pytest.mark.parametrize("key", ["people", "preparation", "congress", "running", "journal"])
def test_that_a_page_too_high_scrolls_by_one_bar_instead_of_cutting_its_buttons(window, key):
    desk = window.show_desk(key)
    for place in range(desk.tabs.count() if key != "journal" else 1):
        if key != "journal":
            desk.tabs.setCurrentIndex(place)
        window.settle()
        window.qtbot.wait(50)
        cut = [
            button.text() for button in desk.findChildren(QPushButton)
            if button.isVisible() and button.text() and button.height() < button.sizeHint().height()
        ]  # fmt: skip
        assert cut == []
        assert two_bars(desk) == []


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

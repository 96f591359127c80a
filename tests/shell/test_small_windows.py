"""On a small screen and at large type nothing that must be seen is cut."""

from __future__ import annotations

import pytest
from every_dialog import pages_sideways
from every_page import two_bars
from example_copies import an_example
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QTabBar, QWidget
from window_bench import window_of_a_module

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


@pytest.mark.parametrize("window", [(1024, 700, 200)], indirect=True, ids=str)
def test_that_icons_of_a_list_of_desks_that_scrolls_stand_apart(window):
    navigation = window.main.workspace.navigation
    assert navigation.verticalScrollBar().maximum() > 0
    assert navigation._lines.line_height >= 1.4 * navigation.iconSize().height()


@pytest.mark.parametrize("window", [(1024, 700, 200)], indirect=True, ids=str)
def test_that_no_button_of_the_bundles_lies_over_another(window):
    desk = window.show_desk("elections")
    for bar in desk.findChildren(QTabBar):
        bar.setCurrentIndex(0)
    window.settle()
    panel = desk.findChild(QWidget, "bundleList").parentWidget()
    shown = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    over = [
        one.text()
        for place, one in enumerate(shown)
        for other in shown[place + 1 :]
        if one.geometry().intersects(other.geometry())
    ]
    assert over == []


@pytest.mark.parametrize("window", [*SIZES, SMALLEST], indirect=True, ids=str)
@pytest.mark.parametrize("key", ["agenda", "motions", "obstacles", "preparation"])
def test_that_no_page_beside_a_table_is_wider_than_its_room(window, key):
    desk = window.show_desk(key)
    window.main.grab()
    window.qtbot.wait(50)
    assert pages_sideways(desk) == []


@pytest.mark.parametrize("window", [(1024, 700, 200)], indirect=True, ids=str)
def test_that_columns_left_out_before_the_table_was_emptied_have_their_width(window):
    desk = window.show_desk("elections")
    desk.show_at("issue", 2)
    window.settle()
    window.qtbot.wait(50)
    assert desk.shown_screen.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("window", [(1024, 700, 200)], indirect=True, ids=str)
def test_that_a_clock_that_is_long_over_stands_off_the_edge(window):
    top = window.main.findChild(QWidget, "topLine")
    clock, before = top.item.left, top.item.left.text()
    clock.show_words("quá 563 ngày 3 giờ")
    window.qtbot.waitUntil(lambda: _right_of(clock, top) == top.layout().contentsRect().right())
    assert clock.width() >= clock.sizeHint().width()
    clock.show_words(before)


def _right_of(part: QWidget, whole: QWidget) -> int:
    return part.mapTo(whole, part.rect().topRight()).x()

"""The Edit menu says by name what Ctrl+Z takes back where one is."""

from __future__ import annotations

import pytest
from example_copies import an_example
from window_bench import Window


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(qtbot, an_example(tmp_path / "mau.congress"))
    yield made
    made.close()


def edit_lines(window) -> dict[str, tuple[str, bool]]:
    """Return the words before the key, and whether they can be chosen, of each line of the menu."""
    menu = window.main.menuBar().actions()[1].menu()
    menu.aboutToShow.emit()
    window.settle()
    return {
        action.objectName(): (action.text().split("\t")[0], action.isEnabled())
        for action in menu.actions()
        if action.objectName()
    }


def test_that_undo_of_the_running_programme_says_which_step_it_takes_back(window):
    desk = window.show_desk("running")
    words, enabled = edit_lines(window)["edit_undo"]
    assert enabled
    assert words.startswith("Hoàn tác: ") and "Bầu đoàn đại biểu" in words
    menu = window.main.menuBar().actions()[1].menu()
    next(a for a in menu.actions() if a.objectName() == "edit_undo").trigger()
    window.settle()
    after, _ = edit_lines(window)["edit_undo"]
    assert after != words
    assert desk.isVisible()


def test_that_undo_of_the_programme_is_refused_in_words_where_nothing_was_changed(window):
    window.show_desk("agenda")
    words, enabled = edit_lines(window)["edit_undo"]
    assert not enabled
    assert words == "Hoàn tác: ở đây chưa thay đổi gì"


def test_that_a_desk_without_undo_says_so_and_offers_copying_and_the_filter(window):
    window.show_desk("journal")
    assert edit_lines(window)["edit_undo"] == ("&Hoàn tác", False)
    window.show_desk("people")
    lines = edit_lines(window)
    assert lines["edit_undo"] == ("Hoàn tác lần nhập danh sách…", False)
    assert lines["edit_copy"][1] and lines["edit_filter"][1]


def test_that_the_start_page_has_the_menu_too(qtbot):
    window = Window(qtbot)
    try:
        assert not any(enabled for _, enabled in edit_lines(window).values())
    finally:
        window.close()

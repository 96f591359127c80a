"""The menus: made from the commands, each line with its key, its letter, and its reason."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from example_copies import an_example
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from window_bench import Window

from congress_desk.i18n import LANGUAGES, use_language
from congress_desk.keys.table import PLACES
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks import DESKS


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(qtbot, an_example(tmp_path / "mau.congress"))
    yield made
    made.close()


def letters(texts: list[str]) -> list[str]:
    return [found[1].casefold() for text in texts if (found := re.search(r"&([^&\s])", text))]


def test_that_no_letter_chooses_two_lines_of_a_menu(window):
    for language in LANGUAGES:
        use_language(language)
        window.main._build_menus()
        bar = window.main.menuBar()
        for menu in (bar, *bar.findChildren(QMenu)):
            found = letters([action.text() for action in menu.actions()])
            assert [letter for letter, count in Counter(found).items() if count > 1] == [], language
            assert all(letter.isascii() for letter in found)


def test_that_a_line_that_needs_a_congress_says_so_without_one(qtbot):
    window = Window(qtbot)
    action = window.main.findChild(type(window.main.menuBar().actions()[0]), "note_obstacle")
    assert not action.isEnabled()
    assert action.toolTip() == "Ghi vướng mắc… (F9)\nChưa mở đại hội nào"
    window.close()


def test_that_the_lines_of_a_menu_have_their_icons_when_it_is_shown(window):
    file = window.main.menuBar().actions()[0].menu()
    opening = window.main.findChild(QAction, "open_file")
    assert opening in file.actions()
    assert opening.icon().isNull()
    file.popup(QPoint(0, 0))
    assert not opening.icon().isNull()
    drawn = opening.icon().cacheKey()
    file.close()
    file.popup(QPoint(0, 0))
    assert opening.icon().cacheKey() == drawn
    file.close()


def test_that_every_command_of_a_desk_has_words_a_tip_and_a_reason_in_words(window):
    found = [each for entry in DESKS for each in window.show_desk(entry.key).findChildren(Commands)]
    assert len(found) > len(DESKS)
    for commands in found:
        assert commands.place in PLACES
        for name in commands.lines:
            reason = commands.why_not(name)
            assert reason is None or isinstance(reason, str)
            assert commands.words(name)
            tip = commands.tip(name)
            assert commands.keys(name) in tip
            assert not reason or tip.endswith(reason)

"""The menus: made from the commands, each line with its key, its letter, and its reason."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from example_copies import an_example
from PySide6.QtWidgets import QMenu
from window_bench import Window

from congress_desk.i18n import LANGUAGES, use_language
from congress_desk.keys.table import PLACES
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.appearance import change_appearance


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
            if menu is not bar:
                menu.aboutToShow.emit()
            found = letters([action.text() for action in menu.actions()])
            assert [letter for letter, count in Counter(found).items() if count > 1] == [], language
            assert all(letter.isascii() for letter in found)


def test_that_a_line_that_needs_a_congress_says_so_without_one(qtbot):
    window = Window(qtbot)
    action = window.line("note_obstacle")
    assert not action.isEnabled()
    assert action.toolTip() == "Ghi vướng mắc… (F9)\nChưa mở đại hội nào"
    window.close()


def test_that_a_menu_is_as_the_window_is_when_it_is_shown(window):
    assert not window.line("blank_hall").isEnabled()
    window.show_desk("projector").commands.run("show")
    window.settle()
    assert window.line("blank_hall").isEnabled()
    change_appearance(window.settings, theme="dark")
    assert window.line("Tối").isChecked()


def test_that_the_lines_of_a_menu_have_their_icons_once_each(window):
    for _ in range(2):
        opening = window.line("open_file")
        assert not opening.icon().isNull()
        names = [line.objectName() for line in opening.associatedObjects()[0].actions()]
        assert names.count("open_file") == 1


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

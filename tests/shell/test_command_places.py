"""Every command of the table is given where it says: the card of keys names nothing else."""

from __future__ import annotations

import pytest
from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from window_bench import Window

from congress_desk.keys.table import PLACES
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.commands_in_sight import commands_here
from congress_desk.ui.shell.palette.palette_sources import command_lines

# A form, a table's header, the head of a page and the wizard answer their keys themselves.
BY_THE_FORM = {"forms", "import_list"}
BY_A_WIDGET = {
    ("overview", "open"), ("checkin", "enter"), ("checkin", "back"), ("motions", "begin"),
    ("candidates", "back"), ("result", "back"), ("after_round", "back"), ("minutes", "bold"),
    ("nomination", "back"),
    *((place, f"sort_{way}")
      for place in ("tasks", "texts", "targets", "register", "opinions", "guests", "rota")
      for way in ("rising", "falling")),
}  # fmt: skip


@pytest.fixture
def window(qtbot, tmp_path):
    made = Window(qtbot, an_example(tmp_path / "mau.congress"))
    yield made
    made.close()


def given(window: Window) -> dict[str, set[str]]:
    """Return the commands of every screen that was made so far, by place."""
    found: dict[str, set[str]] = {}
    for commands in window.main.findChildren(Commands):
        found.setdefault(commands.place, set()).update(commands.lines)
    return found


def test_that_every_command_of_the_table_is_given_at_its_place(window):
    for entry in DESKS:
        desk = window.show_desk(entry.key)
        for bar in desk.findChildren(QTabBar):
            for part in range(bar.count()):  # a part is made when it is looked at
                bar.setCurrentIndex(part)
                window.settle()
        window.settle()
    desk = window.show_desk("elections")
    for screen, number in (
        ("election", 1), ("opening", 3), ("gate", 2), ("result", 1),
        ("ballots", 1), ("nomination", 1), ("after", 1),
        ("issue", 1), ("passes", 1), ("sample", 1), ("scanning", 2),
    ):  # fmt: skip
        desk.show_at(screen, number)  # made when it is first asked for
        window.settle()
    there = given(window)
    missing = {
        (place, line.name) for place, found in PLACES.items() if place not in BY_THE_FORM
        for line in found.lines if line.name not in there.get(place, set())
    }  # fmt: skip
    assert missing == BY_A_WIDGET


def test_that_the_palette_offers_what_has_no_key_on_the_screens_of_a_round(window):
    """The count of the example is open: its switches and its bundles are found by name."""
    window.show_desk("elections")
    window.qtbot.waitUntil(lambda: "counting" in places_here(window))
    said = {line.words for line in command_lines(window.main)}
    assert {"Số phiếu cộng dồn", "Đổi người nhập", "Thêm tệp"} <= said


def test_that_each_tab_of_the_congress_has_its_digit(window):
    desk = window.show_desk("congress")
    for digit, tab in ((Qt.Key.Key_2, 1), (Qt.Key.Key_1, 0)):
        QTest.keyClick(desk.tabs.tabBar(), digit, Qt.KeyboardModifier.AltModifier)
        assert desk.tabs.currentIndex() == tab


def places_here(window: Window) -> set[str]:
    return {commands.place for commands in commands_here(window.main)}

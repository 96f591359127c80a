"""A refused command is said in the notice of its screen, with “Why?” beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_page import asked
from example_copies import an_example
from PySide6.QtWidgets import QPushButton, QTabBar, QWidget
from window_bench import Window, window_of_a_module

from congress_desk.domain.elections.round import RoundState
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks import DESKS

REASON = "Chưa có danh sách; hãy chốt danh sách trước"
# Said in a tip: the result has no notice, the bundles stand beside the line; at the door the card
# says who is barred and why, and a band that stays there would be about somebody who went in.
BY_A_TIP = {"result", "bundles", "checkin"}


@pytest.fixture(scope="module")
def window(request, qapp, tmp_path_factory):
    path = an_example(tmp_path_factory.mktemp("refused") / "mau.congress")
    with window_of_a_module(request, tmp_path_factory, path) as made:
        yield made


def screens(window: Window) -> Iterator[QWidget]:
    """Yield each desk with each of its parts shown, and with each screen of the elections."""
    for key in (entry.key for entry in DESKS):
        desk = window.show_desk(key)
        yield desk
        for bar in desk.findChildren(QTabBar):
            for place in range(bar.count()):
                bar.setTabVisible(place, True)
                bar.setCurrentIndex(place)
                window.settle()
                yield desk
    desk = window.show_desk("elections")
    desk.show_at("elections", 0)
    window.settle()
    yield desk
    for election in asked(window, elections):
        held = asked(window, rounds, election.id)
        wanted = [(name, election.id) for name in ("election", "nomination", "ballots", "after")]
        wanted.append(("opening", election.id))
        for last in held[-1:]:
            counting = last.state is RoundState.COUNTING
            names = ("gate", "counting", "sample", "issue", "passes", "scanning")
            wanted += [(name, last.id) for name in (names if counting else ("result", "issue"))]
        for name, record in wanted:
            desk = window.show_desk("elections")
            desk.show_at(name, record)
            window.settle()
            yield desk


def is_explained(window: Window, desk: QWidget, commands: Commands) -> bool:
    """Refuse a command of a place, and say whether “Why?” stands beside it."""
    for why in desk.findChildren(QPushButton, "why"):
        why.hide()
    commands.refused.emit(REASON)
    window.qtbot.wait(1)
    return any(each.isVisible() for each in desk.findChildren(QPushButton, "why"))


def test_that_every_screen_with_a_notice_offers_why_beside_a_refused_command(window):
    explained, others = set(), set()
    for desk in screens(window):
        for commands in desk.findChildren(Commands):
            if commands.place not in explained and commands.widget.isVisible():
                found = explained if is_explained(window, desk, commands) else others
                found.add(commands.place)
    assert others - explained == BY_A_TIP
    assert {"counting", "gate", "papers", "programme", "register", "elections"} <= explained

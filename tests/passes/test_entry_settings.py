"""How often ballots are entered and how many make a bundle: set by the rules, used on opening."""

from __future__ import annotations

from functools import partial

import pytest
from bench import ENTER, TAB, Bench, open_desk
from congress_files import a_congress, granted, ready_to_vote
from elections_bench import elections_desk

from congress_desk.actions.elections.passes.settings import set_entry_settings
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.congress.desk import CongressDesk


@pytest.fixture
def rules(qtbot, tmp_path):
    """The election rules of a new congress."""
    with open_desk(Bench, CongressDesk, partial(a_congress, tmp_path), tmp_path, qtbot) as bench:
        bench.desk.show_place(DeskPlace(desk="congress", part="rules"))
        bench.settle()
        yield bench


def test_that_passes_and_bundle_size_are_set_by_keys_beside_the_rules(rules):
    rules.part("entrySettings").click()
    rules.settle()
    dialog = rules.dialog
    dialog.passes.setFocus()
    rules.press("2")
    dialog.passes.setCurrentIndex(1)
    rules.press(TAB)
    dialog.bundle.selectAll()
    rules.press("30", ENTER)
    rules.settle()
    assert rules.ask(entry_settings) == EntrySettings(passes=2, bundle_size=30)
    assert rules.desk.notice.title == "Phiếu được nhập hai lượt, do hai người, mỗi tệp 30 phiếu."


def test_that_the_page_that_opens_a_round_begins_with_the_size_of_a_bundle_and_says_the_passes(
    qtbot, tmp_path
):
    def prepare(file):
        ready_to_vote(file)
        granted(set_entry_settings(file, EntrySettings(passes=2, bundle_size=30), actor="TK"))

    with elections_desk(tmp_path, qtbot, people=8, prepare=prepare) as bench:
        bench.press(ENTER)
        figures = bench.desk.screen_of("opening").figures
        assert figures.bundle_size == 30
        figures.say_line()
        assert "nhập 2 lượt" in figures._line.text()

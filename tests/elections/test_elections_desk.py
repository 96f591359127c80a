"""The desk as a whole: where it begins, how its screens lead to each other, a round to its end."""

from __future__ import annotations

import json

from bench import DOWN, ENTER, ESC, TAB
from congress_files import (
    a_counted_round,
    a_declared_round,
    a_round,
    an_election,
    anyway,
    granted,
    ready_to_vote,
)
from elections_bench import elections_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from congress_desk.actions.elections.rounds import open_round
from congress_desk.domain.elections.round import Accounting, RoundState
from congress_desk.paths import resource


def two_rounds(file) -> None:
    a_round(file, "BCH")
    a_round(file, "BT")


TWO = (an_election("BCH"), an_election("BT", 2, 1))


def test_that_the_one_count_under_way_is_shown_at_once(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, *TWO, prepare=a_round) as bench:
        assert bench.desk.shown_screen is bench.desk.screen_of("counting")
        bench.desk.show_at("elections")
        bench.desk.activate()
        bench.settle()
        assert bench.desk.shown_screen is bench.desk.screen_of("elections")


def test_that_two_counts_under_way_are_left_to_choose_from(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, *TWO, prepare=two_rounds) as bench:
        assert bench.desk.shown_screen is bench.desk.screen_of("elections")
        bench.press(DOWN, ENTER)
        assert bench.desk.shown_screen is bench.desk.screen_of("counting")
        bench.desk.screen_of("counting").table.wanted.emit("election")
        bench.settle()
        assert bench.desk.screen_of("election").head.title.whole == "Bầu BT"


def test_that_without_a_count_the_elections_are_shown(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_declared_round) as bench:
        assert bench.desk.shown_screen is bench.desk.screen_of("elections")
        assert bench.keyboard == "electionsTable"


def test_that_every_screen_shows_what_was_changed_elsewhere(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot) as bench:
        accounting = Accounting(convened=8)
        going_on = bench.ask(anyway)
        bench.session.act(
            open_round, 1, accounting=accounting, by_hand=True, bundle_size=25,
            done=granted, actor="Máy khác", going_on=going_on,
        )  # fmt: skip
        bench.settle()
        assert bench.desk.screen_of("elections").step.text() == "Tiếp tục kiểm phiếu"


def test_that_a_round_goes_from_the_list_to_its_result_by_the_keyboard_alone(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=ready_to_vote) as bench:
        bench.press(ENTER)
        bench.widget("changeFigures").setFocus()
        bench.press(Qt.Key.Key_Space, ENTER, "6", ENTER, "6", ENTER, "3", ENTER, ENTER)
        assert bench.desk.shown_screen is bench.desk.screen_of("counting")
        for line in ("4", "4", "3"):
            bench.press(line, ENTER)
        bench.press(".")
        for line in ("4", "23", "4"):
            bench.press(line, ENTER)
        bench.press(".")
        assert bench.sheet().result.entered == 6
        bench.desk.screen_of("counting").go("gate", bench.rounds()[0].id)
        bench.settle()
        assert bench.desk.shown_screen is bench.desk.screen_of("gate")
        why = "Đoàn chủ tịch ủy quyền"
        bench.press("Đỗ Văn Trưởng", ENTER, "Trần Thị Hai", ENTER, why, ENTER, ENTER)
        assert bench.keyboard == "sealBack"
        bench.press(TAB, Qt.Key.Key_Space)
        assert bench.desk.shown_screen is bench.desk.screen_of("result")
        assert bench.rounds()[0].state is RoundState.DECLARED
        bench.press(ESC, ESC)
        assert bench.desk.shown_screen is bench.desk.screen_of("elections")
        assert bench.desk.screen_of("elections").step.text() == "Xem kết quả"


def test_that_each_page_has_one_primary_button_at_most(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, *TWO, prepare=a_declared_round) as bench:
        desk, found = bench.desk, bench.election()
        pages = (
            lambda: desk.show_at("elections"),
            lambda: desk.show_at("election", found.id),
            lambda: desk.show_at("opening", bench.election("BT").id),
            lambda: desk.show_at("result", bench.rounds()[0].id),
        )
        for show in pages:
            show()
            bench.settle()
            buttons = desk.shown_screen.findChildren(QPushButton)
            primary = [b for b in buttons if b.property("role") == "primary" and b.isVisible()]
            assert len(primary) == 1, [b.text() for b in primary]


def test_that_every_field_and_button_has_a_name_for_a_screen_reader(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, *TWO, prepare=a_counted_round) as bench:
        desk, found = bench.desk, bench.rounds()[0]
        pages = (
            lambda: desk.show_at("elections"),
            lambda: desk.show_at("election", found.election_id),
            lambda: desk.show_at("opening", bench.election("BT").id),
            lambda: desk.show_at("gate", found.id),
        )
        for show in pages:
            show()
            bench.settle()
            for kind in (QLineEdit, QPushButton):
                for widget in desk.shown_screen.findChildren(kind):
                    words = widget.accessibleName() or widget.text()
                    if isinstance(widget, QLineEdit):
                        words = words or widget.placeholderText()
                    assert words or not widget.isVisible(), widget.objectName()


def test_that_no_other_area_translates_a_sentence_of_this_desk_differently():
    ours = json.loads(resource("i18n", "vi", "elections.json").read_text("utf-8"))["ui"]
    for path in resource("i18n", "vi").glob("*.json"):
        theirs = json.loads(path.read_text("utf-8")).get("ui", {})
        different = {source for source in ours.keys() & theirs if ours[source] != theirs[source]}
        assert not different, (path.name, different)

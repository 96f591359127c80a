"""What follows from Enter: corrections, take-backs, undo, bundles, and going on after a stop."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import OPERATOR
from counting_bench import Counted, count, make_file
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.actions.elections.ballots import enter_ballots
from congress_desk.actions.elections.rounds import cancel_round
from congress_desk.domain.elections.ballots import Paper
from congress_desk.errors import Refusal
from congress_desk.queries.elections.ballots import ballots
from congress_desk.ui.desks.elections.counting.last_ballots import last_rows

ENTER, ESC, UP, DOWN = Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    """The counting screen with 18 names for 15 seats, 7 ballots in bundles of 3, 3 and 1."""
    return count(tmp_path, qtbot, returned=7, bundle_size=3)


def press(desk: Counted, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(desk.line, key)


def type_all(desk: Counted, qtbot, *lines: str) -> None:
    for line in lines:
        desk.ballot(line)
    desk.settle(qtbot)


def recorded(desk: Counted) -> list[str]:
    """Return the rows of the table of last ballots as name and marks, newest first."""
    return [f"{row.name} {row.marks}" for row in last_rows(desk.table.state)]


def in_file(desk: Counted, qtbot) -> list[tuple[int, int, list[int]]]:
    """Return what the file holds: bundle, place, positions struck."""
    got: list[object] = []
    desk.session.ask(ballots, desk.round_id, done=got.append)
    qtbot.waitUntil(lambda: bool(got))
    by_position = desk.table.state.count.by_position
    return [(b.bundle, b.sequence, sorted(by_position(b.paper).struck)) for b in got[0]]


def test_that_minus_asks_once_in_the_notice_and_enter_takes_the_ballot_back(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    QTest.keyClicks(desk.line, "-")
    assert "Lấy lại phiếu 2 của tệp 1 (gạch 3 · 12)?" in desk.said
    assert len(in_file(desk, qtbot)) == 2
    press(desk, ENTER)
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == [(1, 1, [5, 12, 18])]
    assert "Đã lấy lại phiếu 2 của tệp 1" in desk.said
    assert desk.text == ""


def test_that_a_second_minus_takes_the_ballot_back(qtbot, desk):
    type_all(desk, qtbot, "0312")
    QTest.keyClicks(desk.line, "--")
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == []


@pytest.mark.parametrize("key", [ESC, Qt.Key.Key_Backspace])
def test_that_a_take_back_can_be_left(qtbot, desk, key):
    type_all(desk, qtbot, "0312")
    QTest.keyClicks(desk.line, "-")
    press(desk, key)
    desk.settle(qtbot)
    assert (desk.text, desk.said) == ("", "")
    desk.ballot("05")
    desk.settle(qtbot)
    assert len(in_file(desk, qtbot)) == 2


def test_that_nothing_else_can_be_typed_while_a_take_back_is_asked(qtbot, desk):
    type_all(desk, qtbot, "0312")
    QTest.keyClicks(desk.line, "-5")
    assert desk.text == "-"
    press(desk, ESC)
    assert len(in_file(desk, qtbot)) == 1


def test_that_a_ballot_taken_back_out_of_a_full_bundle_is_typed_into_that_bundle(qtbot, desk):
    type_all(desk, qtbot, "01", "02", "030405")
    assert desk.table.state.bundle == 2
    QTest.keyClicks(desk.line, "-")
    press(desk, ENTER)
    assert desk.table.state.bundle == 1
    desk.ballot("060708")
    desk.settle(qtbot)
    assert in_file(desk, qtbot)[-1] == (1, 3, [6, 7, 8])
    assert desk.table.state.bundle == 2


def test_that_up_reopens_the_last_ballot_and_enter_records_the_correction(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    press(desk, UP, UP)
    assert desk.text == "05 12 18"
    assert "Đang sửa phiếu 1 của tệp 1 (đã ghi: gạch 5 · 12 · 18)" in desk.said
    desk.line.setText("05 12 17")
    press(desk, ENTER)
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == [(1, 1, [5, 12, 17]), (1, 2, [3, 12])]
    assert "trước gạch 5 · 12 · 18, nay gạch 5 · 12 · 17" in desk.said
    rows = last_rows(desk.table.state)
    assert [row.state for row in rows] == ["đã ghi", "đã sửa"]
    assert desk.text == ""


def test_that_down_past_the_newest_ballot_leaves_the_correction(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    press(desk, UP, UP, DOWN)
    assert desk.text == "03 12"
    press(desk, DOWN)
    assert (desk.text, desk.said) == ("", "")


def test_that_escape_leaves_a_correction_and_changes_nothing(qtbot, desk):
    type_all(desk, qtbot, "0312")
    press(desk, UP)
    QTest.keyClicks(desk.line, " 14")
    press(desk, ESC)
    desk.settle(qtbot)
    assert desk.text == ""
    assert in_file(desk, qtbot) == [(1, 1, [3, 12])]


def test_that_a_correction_begun_is_not_lost_by_an_arrow(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    press(desk, UP)
    QTest.keyClicks(desk.line, " 14")
    press(desk, UP)
    assert desk.text == "03 12 14"
    assert "sửa dở" in desk.said


def test_that_a_correction_that_changes_nothing_writes_nothing(qtbot, desk):
    type_all(desk, qtbot, "0312")
    press(desk, UP, ENTER)
    desk.settle(qtbot)
    assert "giữ nguyên" in desk.said
    assert not desk.table.state.count.previous.corrected


def test_that_plus_and_minus_mean_nothing_in_a_correction(qtbot, desk):
    type_all(desk, qtbot, "0312")
    press(desk, UP)
    desk.line.selectAll()
    QTest.keyClicks(desk.line, "+")
    assert desk.text == "03 12"
    assert "“+”" in desk.said


def test_that_ctrl_delete_takes_an_older_ballot_back(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    press(desk, UP, UP)
    QTest.keyClick(desk.line, Qt.Key.Key_Delete, CTRL)
    assert "Lấy lại phiếu 1 của tệp 1" in desk.said
    press(desk, ENTER)
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == [(1, 2, [3, 12])]


def test_that_a_corrected_ballot_keeps_its_place_among_the_last(qtbot, desk):
    type_all(desk, qtbot, "051218", "0312")
    press(desk, UP, UP)
    desk.line.setText("01")
    press(desk, ENTER)
    desk.settle(qtbot)
    desk.ballot("+")
    desk.settle(qtbot)
    assert in_file(desk, qtbot)[-1] == (1, 3, [3, 12])


def test_that_ctrl_z_undoes_the_last_act_and_says_what(qtbot, desk):
    type_all(desk, qtbot, "051218", "+2")
    QTest.keyClick(desk.line, Qt.Key.Key_Z, CTRL)
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == [(1, 1, [5, 12, 18])]
    assert desk.said.startswith("Đã hoàn tác:")
    assert desk.table.state.bundle == 1
    assert not desk.table.state.stopped


def test_that_a_correction_can_be_undone(qtbot, desk):
    type_all(desk, qtbot, "051218")
    press(desk, UP)
    desk.line.setText("01")
    press(desk, ENTER)
    QTest.keyClick(desk.line, Qt.Key.Key_Z, CTRL)
    desk.settle(qtbot)
    assert in_file(desk, qtbot) == [(1, 1, [5, 12, 18])]
    assert desk.numbers()[0] == 1


def test_that_an_undo_with_nothing_to_undo_says_so(qtbot, desk):
    QTest.keyClick(desk.line, Qt.Key.Key_Z, CTRL)
    desk.settle(qtbot)
    assert desk.said.startswith("Chưa làm được:")


def test_that_after_its_word_a_full_bundle_hands_over_to_the_next(qtbot, desk):
    type_all(desk, qtbot, "010203", "010203", "010203")
    assert desk.said == "Xong Tệp 1; sang Tệp 2"
    assert desk.table.card.title.text() == "Tệp 2 · phiếu 1 / 3"
    desk.ballot("040506")
    desk.settle(qtbot)
    assert desk.said == ""
    assert in_file(desk, qtbot)[-1][:2] == (2, 1)


def test_that_ballots_typed_ahead_of_a_full_bundle_go_to_the_next_one(qtbot, desk):
    for place in range(1, 8):
        desk.ballot(f"{place:02d}1718")
    desk.settle(qtbot)
    assert [(b, s) for b, s, _ in in_file(desk, qtbot)] == [
        (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1),
    ]  # fmt: skip
    assert "đã nhập hết các tệp" in desk.said


def test_that_a_ballot_too_many_is_refused_with_the_way_out_and_stays_on_the_line(qtbot, desk):
    type_all(desk, qtbot, *["010203"] * 7)
    desk.ballot("040506")
    desk.settle(qtbot)
    assert desk.text == "040506"
    assert "Tệp 3" in desk.said
    assert "sửa số trên bìa hoặc chọn tệp khác" in desk.said
    assert len(in_file(desk, qtbot)) == 7


def test_that_typing_ahead_keeps_the_order_and_shows_what_is_on_its_way(qtbot, desk):
    desk.ballot("010203")
    desk.ballot("+")
    desk.ballot("040506")
    rows = last_rows(desk.table.state)
    assert [row.verdict for row in rows] == ["đang ghi…"] * 3
    assert rows[1].marks == "như phiếu trước"
    desk.settle(qtbot)
    assert [row.state for row in last_rows(desk.table.state)] == ["đã ghi"] * 3
    assert [struck for _, _, struck in in_file(desk, qtbot)] == [[1, 2, 3], [1, 2, 3], [4, 5, 6]]


def test_that_a_ballot_on_its_way_can_be_taken_back(qtbot, desk):
    desk.ballot("010203")
    desk.ballot("040506")
    QTest.keyClicks(desk.line, "-")
    assert "Lấy lại phiếu 2 của tệp 1 (gạch 4–6)?" in desk.said
    press(desk, ENTER)
    desk.ballot("+")
    desk.settle(qtbot)
    assert [struck for _, _, struck in in_file(desk, qtbot)] == [[1, 2, 3], [1, 2, 3]]


def test_that_the_operator_is_written_with_every_act(qtbot, desk):
    type_all(desk, qtbot, "0312")
    lines: list[object] = []
    desk.session.ask(journal, done=lines.append)
    qtbot.waitUntil(lambda: bool(lines))
    assert lines[0][-1].actor == OPERATOR


def with_ballots(folder: Path, *, cancelled: bool = False):
    file, round_id = make_file(folder, returned=50, bundle_size=25)
    made = enter_ballots(
        file,
        round_id,
        1,
        [Paper(struck=frozenset({5, 12, 18}))] * 2,
        ["a" * 32, "b" * 32],
        operator="A",
    )
    assert not isinstance(made, Refusal)
    if cancelled:
        assert not isinstance(cancel_round(file, round_id, reason="thử", actor="A"), Refusal)
    return file, round_id


@pytest.fixture
def resumed(qtbot, tmp_path):
    """The counting screen on a round that holds ballots already."""
    return count(tmp_path, qtbot, file_of=with_ballots)


def test_that_the_ballot_saved_last_is_asked_about_on_resuming(resumed):
    assert "tệp 1, phiếu 2, gạch 5 · 12 · 18" in resumed.said
    assert "đã đặt xuống chưa" in resumed.said


def test_that_enter_on_the_empty_line_answers_that_question_and_records_nothing(qtbot, resumed):
    press(resumed, ENTER)
    resumed.settle(qtbot)
    assert resumed.said == ""
    assert resumed.table.state.count.tally.entered == 2
    press(resumed, ENTER)
    resumed.settle(qtbot)
    assert resumed.table.state.count.tally.entered == 2
    assert "gõ 0 rồi Enter" in resumed.said


def test_that_typing_answers_that_question_and_the_ballot_is_recorded(qtbot, resumed):
    QTest.keyClicks(resumed.line, "0")
    assert resumed.said == ""
    QTest.keyClicks(resumed.line, "31216")
    press(resumed, ENTER)
    resumed.settle(qtbot)
    assert resumed.table.state.count.tally.entered == 3


@pytest.mark.parametrize("by_key", [True, False])
def test_that_escape_and_its_button_answer_that_question(resumed, by_key):
    if by_key:
        press(resumed, ESC)
    else:
        resumed.table.slot.answer()
    assert resumed.said == ""


def test_that_a_round_that_takes_no_more_ballots_says_so(qtbot, tmp_path):
    counted = count(tmp_path, qtbot, file_of=lambda f: with_ballots(f, cancelled=True))
    assert not counted.line.isEnabled()
    assert "đã hủy" in counted.said

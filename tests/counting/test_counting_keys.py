"""Every key of the entry line, pressed on a real round."""

from __future__ import annotations

import pytest
from counting_bench import Counted, count
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from congress_desk.domain.elections.ballots import BoardReason


@pytest.fixture
def desk(qtbot, tmp_path):
    """The counting screen with 18 names for 15 seats and bundles of 25."""
    return count(tmp_path, qtbot)


@pytest.fixture
def ticked(qtbot, tmp_path):
    """The counting screen with 12 names for 12 seats: the paper has two boxes a name."""
    return count(tmp_path, qtbot, listed=12, seats=12)


def struck(desk: Counted) -> list[int]:
    """Return the positions struck on the ballot recorded last."""
    bench = desk.table.state
    return sorted(bench.count.by_position(bench.count.previous.paper).struck)


def test_that_a_line_is_recorded_as_the_contract_reads_it(qtbot, desk):
    lines = {
        "031216": [3, 12, 16],
        "3.12,16": [3, 12, 16],
        "3 12 16": [3, 12, 16],
        "7-9": [7, 8, 9],
        "03 7-9 12": [3, 7, 8, 9, 12],
        "0": [],
        "5": [5],
    }
    for number, (line, positions) in enumerate(lines.items(), start=1):
        desk.ballot(line)
        desk.settle(qtbot)
        assert struck(desk) == positions, line
        assert desk.text == ""
        assert desk.table.state.count.tally.entered == number


def test_that_a_line_set_by_a_program_and_enter_records_it(qtbot, desk):
    desk.line.setText("0312")
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert struck(desk) == [3, 12]


def test_that_a_wrong_key_leaves_the_line_and_says_why(desk):
    for before, key, says in (
        ("", "x", "x"),
        ("", "%", "%"),
        ("0", "0", "0"),
        ("1", "9", "19"),
        ("03", "03", "3"),
        ("", "/", "/"),
        ("7-", "5", "7-5"),
        ("", "+", "phiếu nào"),
        ("", "-", "phiếu nào"),
        ("*", "9", "9"),
        ("*3", "1", "1"),
    ):
        desk.line.clear()
        QTest.keyClicks(desk.line, before)
        QTest.keyClicks(desk.line, key)
        assert desk.text.startswith(before), key
        assert len(desk.text) < len(before + key), key
        assert says in desk.said


def test_that_the_reason_goes_away_with_the_next_good_key(desk):
    QTest.keyClicks(desk.line, "0x")
    assert desk.said
    QTest.keyClicks(desk.line, "3")
    assert desk.said == ""


def test_that_a_refused_key_is_heard(qtbot, desk):
    with qtbot.waitSignal(desk.table.entry.refused):
        QTest.keyClicks(desk.line, "x")


@pytest.mark.parametrize(("pasted", "after"), [("0312", "0312"), ("03 99", ""), ("abc", "")])
def test_that_a_paste_is_taken_whole_or_not_at_all(desk, pasted, after):
    QGuiApplication.clipboard().setText(pasted)
    QTest.keyClick(desk.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.text == after


def test_that_plus_repeats_the_ballot_before(qtbot, desk):
    desk.ballot("0312")
    desk.ballot("+")
    desk.ballot("+3")
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 5
    assert [ballot.sequence for ballot in desk.table.state.count.newest(9)] == [5, 4, 3, 2, 1]
    assert desk.numbers()[2] == 0


def test_that_plus_draws_the_ballot_it_repeats(qtbot, desk):
    desk.ballot("0312")
    desk.settle(qtbot)
    QTest.keyClicks(desk.line, "+")
    assert sorted(desk.table.card.paper.paper.struck) == [3, 12]


def test_that_a_repeat_beyond_the_bundle_is_refused(qtbot, desk):
    desk.ballot("0312")
    QTest.keyClicks(desk.line, "+25")
    assert desk.text == "+2"
    assert "24" in desk.said


@pytest.mark.parametrize("digit", [1, 2, 3, 4])
def test_that_star_and_a_digit_record_the_boards_reason(qtbot, desk, digit):
    desk.ballot(f"*{digit}")
    desk.settle(qtbot)
    reason = list(BoardReason)[digit - 1]
    assert desk.table.state.count.previous.paper.board_reason is reason
    assert desk.table.state.count.tally.invalid == 1


def test_that_another_reason_is_written_out(qtbot, desk):
    desk.ballot("*5")
    assert desk.text == "*5"
    QTest.keyClicks(desk.line, " rach  doi ")
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    desk.settle(qtbot)
    assert desk.table.state.count.previous.paper.board_text == "rach doi"


def test_that_an_input_method_may_work_only_in_the_written_reason(desk):
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not desk.line.testAttribute(attribute)
    QTest.keyClicks(desk.line, "*5")
    assert desk.line.testAttribute(attribute)
    desk.line.clear()
    assert not desk.line.testAttribute(attribute)


def test_that_star_lists_the_reasons(desk):
    QTest.keyClicks(desk.line, "*")
    assert "1 không do ban kiểm phiếu phát ra" in desk.said
    QTest.keyClicks(desk.line, "3")
    assert desk.said == ""


def test_that_slashes_mark_both_boxes_and_neither(qtbot, ticked):
    ticked.ballot("03 /07 //09")
    ticked.settle(qtbot)
    paper = ticked.table.state.count.by_position(ticked.table.state.count.previous.paper)
    assert (set(paper.struck), set(paper.both), set(paper.blank)) == ({3}, {7}, {9})
    assert ticked.table.state.count.tally.valid == 1


def test_that_enter_held_down_records_once(qtbot, desk):
    QTest.keyClicks(desk.line, "0")
    for repeated in (False, True, True, True):
        key = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Enter,
            Qt.KeyboardModifier.KeypadModifier,
            "\r",
            repeated,
        )
        QApplication.sendEvent(desk.line, key)
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 1


@pytest.mark.parametrize("listed", [1, 9, 18])
@pytest.mark.parametrize("surplus", [0, 1])
def test_that_an_empty_line_records_nothing_and_says_how_an_untouched_ballot_is_typed(
    qtbot, tmp_path, listed, surplus
):
    desk = count(tmp_path, qtbot, listed=listed + surplus, seats=listed, returned=20)
    with qtbot.waitSignal(desk.table.entry.refused):
        QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 0
    assert "gõ 0 rồi Enter" in desk.said
    desk.ballot("0")
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 1
    assert struck(desk) == []


def test_that_a_tick_ballot_is_drawn_unmarked_until_something_is_typed(ticked):
    paper = ticked.table.card.paper
    assert not paper.begun
    QTest.keyClicks(ticked.line, "0")
    assert paper.begun
    QTest.keyClick(ticked.line, Qt.Key.Key_Backspace)
    assert not paper.begun


def test_that_a_slash_is_refused_at_once_when_every_name_is_marked(qtbot, ticked):
    QTest.keyClicks(ticked.line, f"1-{ticked.table.state.names}")
    with qtbot.waitSignal(ticked.table.entry.refused):
        QTest.keyClicks(ticked.line, "/")
    assert not ticked.text.endswith("/")


def test_that_a_ballot_after_another_has_an_id_of_its_own(qtbot, desk):
    desk.ballot("0312")
    desk.ballot("0")
    desk.settle(qtbot)
    first, second = desk.table.state.count.newest(2)
    assert first.uid != second.uid
    assert not first.paper.struck


def test_that_the_number_pad_alone_types_a_bundle(qtbot, desk):
    pad = Qt.KeyboardModifier.KeypadModifier
    keys = {"*": Qt.Key.Key_Asterisk, "+": Qt.Key.Key_Plus, "-": Qt.Key.Key_Minus}
    for line in ["031216", "*3", "+", "-", "7-9", "0"]:
        for char in line:
            QTest.keyClick(desk.line, keys.get(char, Qt.Key(ord(char))), pad)
        QTest.keyClick(desk.line, Qt.Key.Key_Enter, pad)
    desk.settle(qtbot)
    tally = desk.table.state.count.tally
    assert (tally.valid, tally.invalid) == (2, 2)
    assert struck(desk) == []


def test_that_escape_clears_the_line(desk):
    QTest.keyClicks(desk.line, "0312")
    QTest.keyClick(desk.line, Qt.Key.Key_Escape)
    assert desk.text == ""


def test_that_a_line_that_is_not_finished_is_refused_by_enter(desk):
    QTest.keyClicks(desk.line, "7-")
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    assert desk.text == "7-"
    assert desk.said


def test_that_a_wrong_line_set_by_a_program_is_refused_by_enter(qtbot, desk):
    desk.line.setText("0399")
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    desk.settle(qtbot)
    assert desk.text == "0399"
    assert "99" in desk.said
    assert desk.table.state.count.tally.entered == 0


def test_that_ctrl_z_on_a_line_that_is_typed_undoes_the_typing_alone(qtbot, desk):
    desk.ballot("0312")
    desk.settle(qtbot)
    QTest.keyClicks(desk.line, "05")
    QTest.keyClick(desk.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 1
    assert desk.text == ""


def test_that_after_a_refused_digit_the_first_enter_only_asks_to_look_again(qtbot, desk):
    QTest.keyClicks(desk.line, "19")
    assert desk.text == "1"
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert desk.text == "1" and desk.table.state.count.tally.entered == 0
    assert "nhấn Enter lần nữa" in desk.said
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert struck(desk) == [1]


def test_that_typing_on_after_a_refused_digit_records_at_the_first_enter(qtbot, desk):
    QTest.keyClicks(desk.line, "192")
    QTest.keyClick(desk.line, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert struck(desk) == [12]

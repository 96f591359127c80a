"""A full bundle is a hard stop; what is over or missing is searched among its own ballots."""

from __future__ import annotations

import pytest
from counting_bench import Counted, count
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.ui.desks.elections.counting.side.side_column import Page

ENTER, ESC, UP, DOWN = Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def desk(qtbot, tmp_path):
    """The counting screen with 18 names for 15 seats, 8 ballots in bundles of 4."""
    return count(tmp_path, qtbot, returned=8, bundle_size=4)


def fill(desk: Counted, qtbot, *lines: str) -> None:
    for line in lines:
        desk.ballot(line, hand_empty=False)
    desk.settle(qtbot)


def press(desk: Counted, *keys: str | Qt.Key) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(desk.line, key)
        else:
            QTest.keyClick(desk.line, key)


def places(desk: Counted) -> list[tuple[int, list[int]]]:
    """Return bundle and struck positions of every counted ballot, by bundle and place."""
    count = desk.table.state.count
    return [
        (bundle.number, sorted(count.by_position(ballot.paper).struck))
        for bundle in count.bundles()
        for ballot in count.in_bundle(bundle.number)
    ]


@pytest.mark.parametrize("keys", [[ENTER], [ENTER, ENTER], ["0102", ENTER], ["0", ENTER], [ESC]])
def test_that_a_full_bundle_takes_no_key_of_the_next_ballot(qtbot, desk, keys):
    fill(desk, qtbot, "01", "02", "03", "04")
    assert "Tệp 1 đủ 4 phiếu. Tay không còn tờ nào thì ghi số 1 lên bìa" in desk.said
    with qtbot.waitSignal(desk.table.entry.refused):
        press(desk, *keys)
    desk.settle(qtbot)
    assert desk.text == ""
    assert len(places(desk)) == 4
    assert desk.table.state.bundle == 1


def test_that_digits_typed_at_the_stop_are_answered_by_the_stop_itself(qtbot, desk):
    fill(desk, qtbot, "01", "02", "03", "04")
    press(desk, "05", ENTER)
    assert "bấm phím chấm (.)" in desk.said


@pytest.mark.parametrize("stop", [".", ","])
def test_that_the_stop_of_the_number_pad_says_that_no_sheet_is_left(qtbot, desk, stop):
    fill(desk, qtbot, "01", "02", "03", "04")
    press(desk, stop)
    desk.settle(qtbot)
    assert desk.table.state.bundle == 2
    assert desk.said == "Xong Tệp 1; sang Tệp 2"
    fill(desk, qtbot, "05")
    assert places(desk)[-1] == (2, [5])


def test_that_the_journal_says_who_found_no_sheet_left(qtbot, desk):
    fill(desk, qtbot, "01", "02", "03", "04")
    press(desk, ".")
    desk.settle(qtbot)
    lines = []
    desk.session.ask(journal, done=lines.append)
    qtbot.waitUntil(lambda: bool(lines))
    last = max(lines[0], key=lambda line: line.seq)
    assert (last.act, last.actor) == ("xác nhận tệp phiếu đủ", "Lê Thị Hạnh")
    assert last.summary == "Tệp 1 đủ 4 phiếu, không còn tờ nào trên tay; đã ghi số lên bìa"


def test_that_no_other_bundle_is_begun_before_the_word(qtbot, desk):
    fill(desk, qtbot, "01", "02", "03", "04")
    desk.table.bundles.chosen.emit(2)
    assert desk.table.state.bundle == 1
    assert "Tệp 1 đã đủ" in desk.said


def test_that_the_result_is_not_declared_before_the_word_on_the_last_bundle(qtbot, desk):
    fill(desk, qtbot, "161718", "+3")
    press(desk, ".")
    fill(desk, qtbot, "+4")
    button = desk.table.side.publish.button
    assert not button.isEnabled()
    assert "chưa ai xác nhận Tệp 2" in desk.table.side.publish.reasons.text()
    press(desk, ".")
    desk.settle(qtbot)
    assert button.isEnabled()
    assert desk.said == "Xong Tệp 2; đã nhập hết các tệp"


def test_that_a_sheet_typed_twice_is_found_in_its_own_bundle(qtbot, desk):
    fill(desk, qtbot, "01", "02", "02", "03")
    press(desk, "+")
    assert "còn tờ trên tay" in desk.said
    assert desk.table.side.page is Page.BUNDLE
    shown = [line.words for line in desk.table.side.bundle._shown]
    assert shown == ["1.  gạch 1 — không hợp lệ · bầu thừa (17 > 15)",
                     "2.  gạch 2 — không hợp lệ · bầu thừa (17 > 15)",
                     "3.  gạch 2 — không hợp lệ · bầu thừa (17 > 15)  = như phiếu trước",
                     "4.  gạch 3 — không hợp lệ · bầu thừa (17 > 15)"]  # fmt: skip
    press(desk, DOWN, DOWN)
    assert desk.table.card.title.text() == "Tệp 1 · phiếu đã ghi 3 / 4"
    assert sorted(desk.table.card.paper.paper.struck) == [2]
    press(desk, "-", ENTER)
    desk.settle(qtbot)
    assert desk.table.card.title.text() == "Tệp 1 · phiếu đã ghi 3 / 3"
    press(desk, ".")
    assert desk.table.side.page is Page.ACCOUNTS
    fill(desk, qtbot, "04")
    press(desk, ".")
    desk.settle(qtbot)
    assert places(desk) == [(1, [1]), (1, [2]), (1, [3]), (1, [4])]
    assert desk.table.state.bundle == 2


def test_that_a_missing_sheet_is_searched_in_the_bundle_in_hand(qtbot, desk):
    fill(desk, qtbot, "01", "02", "0304")
    press(desk, ".")
    assert "đã nhập 3, thiếu 1" in desk.said
    press(desk, DOWN, DOWN, ENTER)
    assert desk.text == "03 04"
    desk.line.setText("03")
    press(desk, ENTER)
    desk.settle(qtbot)
    assert "thiếu 1" in desk.said, "the search goes on after a correction"
    press(desk, ESC)
    fill(desk, qtbot, "04")
    assert places(desk) == [(1, [1]), (1, [2]), (1, [3]), (1, [4])]
    assert "Tệp 1 đủ 4 phiếu" in desk.said


def test_that_the_search_refuses_the_keys_of_a_ballot(qtbot, desk):
    fill(desk, qtbot, "01", "02")
    press(desk, ".")
    with qtbot.waitSignal(desk.table.entry.refused):
        press(desk, "03")
    assert desk.text == ""
    press(desk, UP, UP, UP)
    assert desk.table.card.title.text() == "Tệp 1 · phiếu đã ghi 1 / 2"
    desk.table.side.bundle.chosen.emit(1)
    assert desk.table.card.title.text() == "Tệp 1 · phiếu đã ghi 2 / 2"


def test_that_a_bundle_whose_cover_says_nothing_is_not_searched(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, returned=0, bundle_size=4)
    press(desk, ".")
    assert "chưa ghi số phiếu" in desk.said


def test_that_the_last_ballot_of_a_full_bundle_can_be_taken_back(qtbot, desk):
    fill(desk, qtbot, "01", "02", "03", "04")
    press(desk, "-", ENTER)
    desk.settle(qtbot)
    assert places(desk) == [(1, [1]), (1, [2]), (1, [3])]
    assert not desk.table.state.awaits_word
    fill(desk, qtbot, "05")
    assert desk.table.state.awaits_word


def test_that_no_way_leads_to_the_gate_round_the_stop_at_the_last_bundle(qtbot, desk):
    fill(desk, qtbot, "01", "02", "03", "04")
    panel = desk.table.side.publish
    assert (panel.leads, panel.button.isEnabled()) == (True, False)  # four are still to come
    press(desk, ".")
    fill(desk, qtbot, "05", "06", "07", "08")
    assert "chưa ai xác nhận Tệp 2" in panel.why_not
    assert not panel.leads
    assert desk.table.commands.why_not("against") is None
    press(desk, ".")
    desk.settle(qtbot)
    assert panel.button.isEnabled()


@pytest.mark.parametrize("said", [True, False])
def test_that_a_full_bundle_still_asks_when_the_screen_is_opened_again(qtbot, desk, said):
    fill(desk, qtbot, "01", "02", "03", "04")
    if said:
        press(desk, ".")
        desk.settle(qtbot)
    before = desk.table
    desk.screen.show_record(desk.round_id)
    qtbot.waitUntil(lambda: desk.table is not before)
    assert desk.table.state.awaits_word is not said
    assert desk.table.state.bundle == (2 if said else 1)


def test_that_a_bundle_that_is_not_full_cannot_be_confirmed(qtbot, desk):
    from congress_desk.actions.elections.accounting import confirm_bundle

    answers = []
    desk.session.ask(
        lambda file: confirm_bundle(file, desk.round_id, 1, operator="A"), done=answers.append
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0].first.code == "bundle_not_full"


def test_that_another_windows_ballot_is_still_noticed_after_the_word_on_a_bundle(qtbot, desk):
    from congress_desk.actions.elections.ballots import take_back_ballot

    fill(desk, qtbot, "01", "02", "03", "04")
    press(desk, ".")
    desk.settle(qtbot)
    gone = desk.table.state.count.in_bundle(1)[0]
    other = desk.session.sibling()
    other.act(take_back_ballot, gone.id, operator="B", done=lambda _: None)
    qtbot.waitUntil(lambda: desk.table.state.count.tally.entered == 3)
    assert not desk.table.state.stopped

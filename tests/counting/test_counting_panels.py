"""The columns beside the paper, worked by keyboard: bundles, accounting, checks, totals, help."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from congress_files import a_declared_round
from counting_bench import ACCOUNTS, BUNDLES, CHECKS, LAST, Counted, count, make_file
from elections_bench import elections_desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView, QWidget

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.round import Accounting
from congress_desk.ui.desks.elections.counting.last_ballots import Column
from congress_desk.ui.desks.elections.counting.side.side_column import Page
from congress_desk.ui.desks.elections.election_screen import screen_place

ENTER, ESC, DOWN = Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    """The counting screen with 18 names for 15 seats, 7 ballots in bundles of 3, 3 and 1."""
    return count(tmp_path, qtbot, returned=7, bundle_size=3)


def part(desk: Counted, name: str) -> QWidget:
    """Return a widget by its contract name."""
    found = desk.screen.findChildren(QWidget, name)
    assert len(found) == 1, name
    return found[0]


def focus(qtbot) -> QWidget:
    """Return who has the keyboard."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return QApplication.focusWidget()


def test_that_every_widget_of_the_contract_is_there_once(desk):
    named = (
        "ballotEntry", "ballotPreview", "bundleList", "runningTotals", "findingsPanel",
        "accountingPanel", "convenedField", "presentField", "issuedField", "returnedField",
    )  # fmt: skip
    nameless = [name for name in named if not part(desk, name).accessibleName()]
    assert nameless == ["accountingPanel"]


def test_that_the_entry_line_has_the_keyboard_at_once(qtbot, desk):
    assert focus(qtbot) is desk.line


def test_that_its_key_and_the_arrows_choose_a_bundle_and_the_line_has_the_keyboard_again(
    qtbot, desk
):
    desk.type(BUNDLES)
    assert focus(qtbot) is part(desk, "bundleList")
    desk.type(DOWN, DOWN, ENTER)
    assert desk.table.state.bundle == 3
    assert focus(qtbot) is desk.line
    assert desk.table.card.title.text() == "Tệp 3 · phiếu 1 / 1"


@pytest.mark.parametrize("key", [BUNDLES, ACCOUNTS, CHECKS, LAST], ids=lambda key: str(key[0]))
def test_that_escape_gives_the_keyboard_back_to_the_line(qtbot, desk, key):
    desk.ballot("010203")
    desk.settle(qtbot)
    desk.type(key)
    assert focus(qtbot) is not desk.line
    desk.type(ESC)
    assert focus(qtbot) is desk.line


def test_that_a_bundle_is_added_by_keyboard(qtbot, desk):
    desk.type(BUNDLES, "+")
    assert focus(qtbot) is part(desk, "bundleExpectedField")
    desk.type("12", ENTER)
    desk.settle(qtbot)
    bundle = desk.table.state.count.bundle(4)
    assert (bundle.expected, bundle.entered) == (12, 0)
    assert focus(qtbot) is desk.line


def test_that_a_bundle_may_have_no_number_on_its_cover(qtbot, desk):
    desk.type(BUNDLES, "+", ENTER)
    desk.settle(qtbot)
    desk.type(BUNDLES, Qt.Key.Key_End, ENTER)
    assert desk.table.card.title.text() == "Tệp 4 · phiếu 1"
    for _ in range(3):
        desk.ballot("010203")
    desk.settle(qtbot)
    assert desk.table.state.count.bundle(4).entered == 3


def test_that_another_number_on_a_full_cover_makes_room(qtbot, desk):
    desk.type(BUNDLES, "*", "5", ENTER)
    desk.settle(qtbot)
    assert desk.table.state.count.bundle(1).expected == 5
    for _ in range(4):
        desk.ballot("010203")
    desk.settle(qtbot)
    assert desk.table.state.count.bundle(1).entered == 4


def test_that_a_cover_below_what_is_in_is_refused_beside_the_field(qtbot, desk):
    desk.ballot("010203")
    desk.ballot("+")
    desk.settle(qtbot)
    desk.type(BUNDLES, "*", "1", ENTER)
    desk.settle(qtbot)
    assert part(desk, "bundleProblem").text()
    assert focus(qtbot) is part(desk, "bundleExpectedField")
    desk.type(ESC)
    assert focus(qtbot) is desk.line


def test_that_an_untouched_bundle_can_be_removed(qtbot, desk):
    desk.table.bundles.edit(3)
    QTest.mouseClick(part(desk, "removeBundle"), Qt.MouseButton.LeftButton)
    desk.settle(qtbot)
    assert [b.number for b in desk.table.state.count.bundles()] == [1, 2]


def test_that_a_bundle_with_ballots_cannot_be_removed(qtbot, desk):
    desk.ballot("010203")
    desk.settle(qtbot)
    desk.table.bundles.edit(1)
    assert not part(desk, "removeBundle").isVisible()


def test_that_a_number_is_saved_by_enter_and_the_next_field_has_the_keyboard(qtbot, desk):
    desk.type(ACCOUNTS)
    field = part(desk, "returnedField")
    field.setFocus()
    desk.type("6", ENTER)
    desk.settle(qtbot)
    assert desk.table.state.count.sheet.round.accounting.returned == 6
    assert focus(qtbot) is desk.line


@pytest.mark.parametrize("yes", [True, False])
def test_that_a_round_becomes_void_only_after_a_question(qtbot, desk, yes):
    desk.messages.yes = yes
    before = desk.table.state.count.sheet.round.accounting
    part(desk, "issuedField").setFocus()
    desk.type("6", ENTER)
    desk.settle(qtbot)
    assert desk.messages.asked == ["Hủy lần bầu này?"]
    after = desk.table.state.count.sheet.round.accounting
    assert after.issued == (6 if yes else before.issued)
    assert part(desk, "issuedField").text() == str(after.issued)


def test_that_two_people_of_one_name_are_told_apart_on_the_ballot_and_in_the_totals(
    qtbot, tmp_path
):
    def namesakes(folder):
        people = [Candidate(name="Lê Văn An", born=born) for born in ("1970", "1980", "")]
        people[2] = Candidate(name="Trần Thị Bình")
        return make_file(folder, people=people, seats=2, returned=4)

    desk = count(tmp_path, qtbot, file_of=namesakes)
    drawn = [desk.table.card.paper.shown_name(place) for place in (1, 2, 3)]
    assert drawn == ["Lê Văn An (1970)", "Lê Văn An (1980)", "Trần Thị Bình"]
    totals = desk.table.side.totals.totals
    assert [totals.index(row, 1).data() for row in range(3)] == drawn


def test_that_a_number_is_saved_by_leaving_its_field(qtbot, desk):
    part(desk, "issuedField").setFocus()
    desk.type("8", Qt.Key.Key_Tab)
    desk.settle(qtbot)
    assert desk.table.state.count.sheet.round.accounting.issued == 8


def test_that_an_emptied_field_is_a_number_that_is_not_known(qtbot, desk):
    part(desk, "presentField").setFocus()
    desk.type(Qt.Key.Key_Delete, ENTER)
    desk.settle(qtbot)
    assert desk.table.state.count.sheet.round.accounting.present is None
    assert any("có mặt" in row.text for row in desk.table.side.findings.rows)


def test_that_another_number_convened_asks_why(qtbot, desk):
    part(desk, "convenedField").setFocus()
    desk.type("9", ENTER)
    assert focus(qtbot) is part(desk, "convenedReason")
    desk.type(ENTER)
    desk.settle(qtbot)
    assert part(desk, "accountingProblem").text()
    assert desk.table.state.count.sheet.round.accounting.convened == 8
    desk.type("kiem lai danh sach", ENTER)
    desk.settle(qtbot)
    assert desk.table.state.count.sheet.round.accounting.convened == 9
    assert not part(desk, "convenedReason").isVisible()


def test_that_escape_gives_up_another_number_convened(qtbot, desk):
    part(desk, "convenedField").setFocus()
    desk.type("99", ENTER, ESC)
    desk.settle(qtbot)
    assert part(desk, "convenedField").text() == "8"
    assert not part(desk, "convenedReason").isVisible()


def test_that_the_totals_run_with_the_ballots(qtbot, desk):
    desk.ballot("161718")
    desk.ballot("*3")
    desk.ballot("0")
    desk.settle(qtbot)
    panel = desk.table.side.accounting
    shown = {name: label.text() for name, label in panel._numbers.items()}
    assert shown == {"entered": "3", "valid": "1", "invalid": "2"}
    assert part(desk, "invalidReasons").text() == "· có ký tên: 1\n· bầu thừa: 1"
    agree = "Tổng số phiếu bầu 15: số đếm trên màn hình và trong tệp khớp nhau"
    assert part(desk, "voteCheck").text == agree


def test_that_running_totals_are_hidden_until_ctrl_t(qtbot, desk):
    table = part(desk, "runningTotals")
    assert isinstance(table, QTableView)
    assert not table.isVisible()
    before = desk.line.mapTo(desk.screen, QPoint(0, 0)), desk.line.size()
    QTest.keyClick(desk.line, Qt.Key.Key_T, CTRL)
    assert table.isVisible()
    assert (desk.line.mapTo(desk.screen, QPoint(0, 0)), desk.line.size()) == before
    assert focus(qtbot) is desk.line
    desk.ballot("161718")
    desk.settle(qtbot)
    model = table.model()
    votes = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert votes == ["1"] * 15 + ["0"] * 3
    one_line = table.rowHeight(0)
    table.horizontalHeader().resizeSection(0, 150)  # which leaves the names less
    qtbot.waitUntil(lambda: table.rowHeight(0) >= table.sizeHintForRow(0) > one_line)
    high = lambda row: table.rowHeight(row) >= table.sizeHintForRow(row)  # noqa: E731
    qtbot.waitUntil(lambda: all(map(high, range(18))))
    QTest.keyClick(desk.line, Qt.Key.Key_T, CTRL)
    assert not table.isVisible()


def test_that_f1_shows_and_hides_the_keys(desk):
    desk.type(Qt.Key.Key_F1)
    assert part(desk, "keysHelp").isVisible()
    texts = [
        label.text()
        for label in desk.table.side.keys.findChildren(QWidget)
        if hasattr(label, "text")
    ]
    assert any("gạch một phần" in text for text in texts)
    desk.type(Qt.Key.Key_F1)
    assert desk.table.side.page is Page.ACCOUNTS


def test_that_the_screens_keys_come_before_the_windows(qtbot, desk):
    window = desk.screen
    taken = []
    for key in ("F1", "Ctrl+T"):
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.activated.connect(lambda key=key: taken.append(key))
        shortcut.activatedAmbiguously.connect(lambda key=key: taken.append(key))
    desk.type(Qt.Key.Key_F1)
    assert desk.table.side.page is Page.KEYS
    desk.type((Qt.Key.Key_T, CTRL))
    assert desk.table.side.page is Page.TOTALS
    assert taken == []


def test_that_ctrl_m_mutes(desk):
    QTest.keyClick(desk.line, Qt.Key.Key_M, CTRL)
    assert desk.screen._sounds.muted
    QTest.keyClick(desk.line, Qt.Key.Key_M, CTRL)
    assert not desk.screen._sounds.muted


def test_that_its_key_and_enter_reopen_a_ballot(qtbot, desk):
    desk.ballot("051218")
    desk.ballot("010203")
    desk.settle(qtbot)
    desk.type(LAST, DOWN, ENTER)
    assert desk.text == "05 12 18"
    assert focus(qtbot) is desk.line


def test_that_the_menu_of_the_last_ballots_reopens_the_chosen_one(qtbot, desk):
    desk.ballot("0312")
    desk.ballot("04")
    desk.settle(qtbot)
    desk.table.last.selectRow(1)
    desk.table.last.customContextMenuRequested.emit(QPoint(5, 40))
    menu = desk.table.last.findChild(QMenu, "contextMenu")
    offered = {action.text(): action for action in menu.actions()}
    assert any("Hoàn tác" in words for words in offered)
    offered["Sửa phiếu này"].trigger()
    menu.close()
    assert desk.text == "03 12"


def test_that_a_ballot_is_not_reopened_over_one_that_is_typed(qtbot, desk):
    desk.ballot("051218")
    desk.settle(qtbot)
    QTest.keyClicks(desk.line, "03")
    desk.type(LAST, ENTER)
    assert desk.text == "03"
    assert "gõ dở" in desk.said


def test_that_the_result_cannot_be_declared_before_the_sums_hold(qtbot, desk):
    button = part(desk, "toGate")
    wanted = []
    desk.screen.place_wanted.connect(wanted.append)
    assert not button.isEnabled()
    assert "Còn 7 phiếu chưa nhập" in part(desk, "declareReasons").text()
    QTest.mouseClick(part(desk, "seeObstacles"), Qt.MouseButton.LeftButton)
    assert wanted == [screen_place("gate", desk.round_id)]
    for _ in range(7):
        desk.ballot("161718")
    desk.settle(qtbot)
    assert button.isEnabled()
    assert not part(desk, "declareReasons").isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == [screen_place("gate", desk.round_id)] * 2


def test_that_checks_say_when_every_sum_holds(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, listed=17, seats=15, returned=4, bundle_size=2)
    for _ in range(4):
        desk.ballot("1617")
    desk.settle(qtbot)
    rows = [row for row in desk.table.side.findings.rows if row.tone != "muted"]
    assert [row.text for row in rows] == ["Mọi tổng đều khớp"]


def test_that_the_operator_is_asked_for_before_the_first_ballot(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, operator="")
    field = part(desk, "operatorField")
    assert isinstance(field, QLineEdit)
    assert focus(qtbot) is field
    assert "Ai nhập phiếu?" in desk.said
    field.setText("Trần Văn Bình")
    desk.type(ENTER)
    assert focus(qtbot) is desk.line
    assert desk.session.operator == "Trần Văn Bình"
    assert desk.said == ""
    assert part(desk, "operatorButton").text() == "Người nhập: Trần Văn Bình"


def test_that_a_ballot_or_a_cover_where_the_name_belongs_is_no_name(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, operator="")
    field = focus(qtbot)
    for typed in ("0304", "T1-1-1-25"):
        desk.type(typed, ENTER)
        assert focus(qtbot) is field and field.selectedText() == typed
        assert "Chưa có tên người nhập" in desk.said
    assert not desk.session.settings.values.operator


def test_that_keys_of_a_ballot_typed_in_the_last_ballots_go_to_the_line(qtbot, desk):
    desk.ballot("161718")
    desk.settle(qtbot)
    desk.type(Qt.Key.Key_Tab)
    assert focus(qtbot) is desk.table.last
    desk.type("0", "3")
    assert focus(qtbot) is desk.line
    assert desk.text == "03"


def test_that_a_ballot_typed_without_answering_carries_the_name_on_the_field(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, operator="")
    part(desk, "operatorField").setText("Trần Văn Bình")
    desk.ballot("161718")
    desk.settle(qtbot)
    assert desk.table.state.count.previous.operator == "Trần Văn Bình"


def test_that_the_operator_can_be_changed(qtbot, desk):
    QTest.mouseClick(part(desk, "operatorButton"), Qt.MouseButton.LeftButton)
    field = part(desk, "operatorField")
    field.setText("Trần Văn Bình")
    desk.type(ENTER)
    desk.ballot("161718")
    desk.settle(qtbot)
    assert desk.table.state.count.previous.operator == "Trần Văn Bình"


def test_that_the_forecast_waits_until_it_means_something(qtbot, desk):
    assert part(desk, "forecast").text().strip() == ""
    now = datetime(2026, 5, 1, 10, 0)
    desk.table._clock = lambda: now
    for _ in range(5):
        desk.ballot("161718")
        desk.settle(qtbot)
        now += timedelta(seconds=20)
    assert part(desk, "forecast").text().strip() == ""


def test_that_the_title_says_what_is_elected_and_by_which_rules(desk):
    texts = {
        label.whole for label in desk.table.title.findChildren(QWidget) if hasattr(label, "whole")
    }
    assert texts == {
        "Bầu Ban Chấp hành Đảng bộ Phường 19 · lần bầu 1",
        "Bầu 15 trong danh sách 18 · số dư 20,00% · gạch tên người không bầu · Điều 15",
    }


def test_that_showing_a_round_again_waits_for_what_is_on_its_way(qtbot, desk):
    desk.ballot("161718")
    desk.screen.show_record(desk.round_id)
    qtbot.waitUntil(lambda: "đã đặt xuống" in desk.said)
    desk.settle(qtbot)
    assert desk.table.state.count.tally.entered == 1
    assert len(desk.screen.findChildren(QWidget, "ballotEntry")) == 1


def test_that_numbers_not_known_are_shown_as_such(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, accounting=Accounting(convened=20))
    desk.type(ACCOUNTS)
    assert focus(qtbot) is part(desk, "presentField")
    assert part(desk, "presentField").text() == ""


def test_that_no_ballot_of_a_sealed_round_is_offered_to_be_changed(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_declared_round) as bench:
        bench.show("counting", bench.rounds()[0].id)
        model = bench.desk.screen_of("counting").table.last.ballots
        offered = [model.index(row, Column.CHANGE).data() for row in range(model.rowCount())]
        assert offered == [""] * 6

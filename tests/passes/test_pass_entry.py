"""Rounds of several passes on the counting screen: one's own pass by keys, nothing of another."""

from __future__ import annotations

from functools import partial

import pytest
from counting_bench import Counted, count
from operator_acts import COUNTER, OTHER, define_everybody, sits
from pass_acts import FIRST, SECOND, a_pass, a_round_of_passes
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from congress_desk.domain.elections.cover_code import CoverCode
from congress_desk.domain.elections.passes.bundle_passes import BundleState
from congress_desk.errors import refuse
from congress_desk.queries.elections.passes.bundles import bundle_list
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.elections.counting.bundles.bundle_model import BundleRole
from congress_desk.ui.desks.elections.counting.doubt_dialogs import SetAsideDialog
from congress_desk.ui.desks.elections.counting.line import typed_acts
from congress_desk.ui.desks.elections.counting.line.pass_offer import PassOffer
from congress_desk.ui.desks.elections.counting.line.recording import Recording
from congress_desk.ui.desks.elections.counting.line.short_pass import ShortPass
from congress_desk.ui.desks.elections.counting.screen import CountingScreen
from congress_desk.ui.desks.elections.election_screen import screen_place

ENTER, ESC, UP = Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up
CTRL_Z = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def prepared(folder, prepare, **plan):
    file, found = a_round_of_passes(folder, **plan)
    prepare(file, found)
    return file, found.id


@pytest.fixture
def desk_of(qtbot, tmp_path):
    """Return how to open the counting screen on a round of two passes, two bundles of three."""

    def make(prepare=lambda file, found: None, *, operator=FIRST, **plan) -> Counted:
        file_of = partial(prepared, prepare=prepare, **plan)
        return count(tmp_path, qtbot, operator=operator, file_of=file_of)

    return make


def press(desk: Counted, qtbot, *keys) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(desk.line, key)
        elif isinstance(key, tuple):
            QTest.keyClick(desk.line, *key)
        else:
            QTest.keyClick(desk.line, key)
        desk.settle(qtbot)


def types_as(desk: Counted, qtbot, name: str) -> None:
    """Let somebody else give their name in the field, by keys."""
    desk.table.operator.ask()
    desk.table.operator.field.setText(name)
    QTest.keyClick(desk.table.operator.field, ENTER)
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: desk.table.state.count.operator == name)


def bundles(desk: Counted, qtbot):
    found = []
    desk.session.ask(bundle_list, desk.round_id, done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def own(desk: Counted) -> list[tuple[int, int, list[int]]]:
    """Return bundle, place and struck positions of every ballot on the screen."""
    count = desk.table.state.count
    return [(b.bundle, b.sequence, sorted(count.by_position(b.paper).struck)) for b in count.all()]


def test_that_enter_begins_the_pass_that_is_offered_and_its_ballots_are_typed(qtbot, desk_of):
    desk = desk_of()
    assert isinstance(desk.table.entry.mode, PassOffer)
    assert "Tệp 1, lượt 1/2, 3 tờ. Enter: Lâm Viết Hòa bắt đầu nhập" in desk.said
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER)
    assert own(desk) == [(1, 1, [1]), (1, 2, [2])]
    assert desk.table.state.count.tally.entered == 0


def test_that_no_ballot_is_typed_before_the_pass_is_begun(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, "1")
    assert desk.text == ""
    assert desk.said == "Bấm Enter để bắt đầu lượt nhập của tệp 1 trước"


def test_that_ballots_typed_while_a_pass_is_being_opened_are_recorded_in_it(qtbot, desk_of):
    desk = desk_of()
    desk.type(ENTER, "1", ENTER, "2", ENTER, "+", ENTER)
    desk.settle(qtbot)
    assert own(desk) == [(1, 1, [1]), (1, 2, [2]), (1, 3, [2])]


def test_that_a_full_pass_is_closed_by_the_full_stop_and_the_next_bundle_is_offered(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER, "3", ENTER, ENTER)
    assert "phải nói trước" in desk.said or desk.table.state.awaits_word
    press(desk, qtbot, ".")
    assert own(desk) == []
    assert desk.table.state.bundle == 2
    assert "Tệp 1: đã khép lượt 1. Tệp 2, lượt 1/2" in desk.said
    assert [b.state for b in bundles(desk, qtbot)] == [BundleState.FIRST_PASS, BundleState.OPEN]


def test_that_the_second_typist_sees_nothing_of_the_first(qtbot, desk_of):
    desk = desk_of(lambda file, found: a_pass(file, found, [1], [2], [3], by=FIRST))
    types_as(desk, qtbot, SECOND)
    press(desk, qtbot, ENTER)
    assert own(desk) == [] and desk.table.last.ballots.rowCount() == 0
    press(desk, qtbot, "1", ENTER)
    assert own(desk) == [(1, 1, [1])]
    assert desk.numbers() == [0] * len(desk.numbers())
    index = desk.table.bundles.list.bundles.index(0)
    assert index.data(BundleRole.COUNTS) == "1 / 3"
    assert "Lượt 1: Lâm Viết Hòa" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_the_first_typist_cannot_type_the_second_pass_and_another_is_asked_for(qtbot, desk_of):
    desk = desk_of(lambda file, found: a_pass(file, found, [1], [2], [3], by=FIRST))
    assert desk.table.state.bundle == 2
    desk.table.entry.take_bundle(1)
    press(desk, qtbot, ENTER)
    assert desk.said == "Lâm Viết Hòa đã nhập một lượt của tệp 1; lượt này phải do người khác nhập"
    press(desk, qtbot, ESC)
    types_as(desk, qtbot, SECOND)
    desk.table.entry.take_bundle(1)
    press(desk, qtbot, ENTER, "1", ENTER)
    assert own(desk) == [(1, 1, [1])]


def test_that_two_passes_that_agree_count_and_one_that_differs_goes_to_the_other_pile(
    qtbot, desk_of
):
    def first(file, found):
        a_pass(file, found, [1], [2], [3], by=FIRST, bundle=1)
        a_pass(file, found, [1], [2], [3], by=FIRST, bundle=2)

    desk = desk_of(first, operator=SECOND)
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER, "3", ENTER, ".")
    press(desk, qtbot, ENTER, "1", ENTER, "4", ENTER, "3", ENTER, ".")
    model = desk.table.bundles.list.bundles
    corners = [model.index(row).data(BundleRole.CORNER) for row in (0, 1)]
    assert [(corner.sign, corner.tone) for corner in corners] == [("✓", "holds"), ("≠", "wrong")]
    assert desk.table.state.count.tally.entered == 3
    assert desk.table.side.publish.look.text() == "Đối chiếu các lượt nhập"
    assert desk.table.findChild(QPushButton, "comparePasses").isVisible()
    wanted: list[DeskPlace] = []
    desk.screen.place_wanted.connect(wanted.append)
    desk.table.side.publish.look.click()
    desk.table.findChild(QPushButton, "comparePasses").click()
    assert wanted == [screen_place("passes", desk.round_id)] * 2


def test_that_a_short_bundle_is_asked_about_once_and_closed(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER, ".")
    assert isinstance(desk.table.entry.mode, ShortPass)
    assert "đã nhập 2/3" in desk.said
    press(desk, qtbot, ENTER)
    assert isinstance(desk.table.entry.mode, ShortPass)
    press(desk, qtbot, ESC)
    assert isinstance(desk.table.entry.mode, Recording)
    press(desk, qtbot, ".", ".")
    assert desk.table.state.bundle == 2
    assert bundles(desk, qtbot)[0].passes[0].is_closed


def test_that_correcting_taking_back_undoing_and_searching_stay_in_ones_own_pass(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER)
    press(desk, qtbot, UP)
    desk.line.clear()
    press(desk, qtbot, "4", ENTER)
    assert own(desk) == [(1, 1, [1]), (1, 2, [4])]
    press(desk, qtbot, "-", ENTER)
    assert own(desk) == [(1, 1, [1])]
    press(desk, qtbot, CTRL_Z)
    assert own(desk) == [(1, 1, [1]), (1, 2, [4])]
    press(desk, qtbot, ".", UP, UP)
    assert "1 – " in desk.said or "thiếu" in desk.said
    press(desk, qtbot, ESC, "3", ENTER)
    assert len(own(desk)) == 3


def test_that_ones_own_open_pass_is_there_again_when_the_screen_is_opened(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER)
    desk.screen.show_record(desk.round_id)
    table = desk.table
    qtbot.waitUntil(lambda: desk.table is not table)
    desk.settle(qtbot)
    assert own(desk) == [(1, 1, [1]), (1, 2, [2])]
    assert "Đã ghi gần nhất: Tệp 1, phiếu 2" in desk.said or "phiếu 2" in desk.said
    press(desk, qtbot, ENTER, "3", ENTER)
    assert own(desk)[-1] == (1, 3, [3])


def test_that_a_refused_ballot_locks_the_line_of_a_pass_too(qtbot, desk_of, monkeypatch):
    desk = desk_of()
    press(desk, qtbot, ENTER)
    real = typed_acts.enter_in_pass

    def full(*args, **kwargs):
        raise NotSaved(refuse("disk_full").first)

    monkeypatch.setattr(typed_acts, "enter_in_pass", full)
    press(desk, qtbot, "12", ENTER)
    assert desk.text == "1 2" and desk.line.locked
    assert "CHƯA được ghi" in desk.said
    monkeypatch.setattr(typed_acts, "enter_in_pass", real)
    press(desk, qtbot, ENTER)
    assert own(desk) == [(1, 1, [1, 2])]


def test_that_a_pass_that_was_not_closed_is_asked_about_again(qtbot, desk_of, monkeypatch):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER, "3", ENTER)
    real = typed_acts.close_pass
    monkeypatch.setattr(typed_acts, "close_pass", lambda *a, **k: refuse("disk_full"))
    press(desk, qtbot, ".")
    assert not bundles(desk, qtbot)[0].passes[0].is_closed
    monkeypatch.setattr(typed_acts, "close_pass", real)
    desk.table.entry.take_bundle(1)
    assert desk.table.state.awaits_word
    press(desk, qtbot, ".")
    assert bundles(desk, qtbot)[0].passes[0].is_closed


def test_that_somebody_else_at_the_keyboard_sees_their_own_pass_alone(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER)
    types_as(desk, qtbot, SECOND)
    assert own(desk) == []
    assert desk.table.state.bundle == 2
    press(desk, qtbot, ENTER, "2", ENTER)
    types_as(desk, qtbot, FIRST)
    assert own(desk) == [(1, 1, [1])]
    assert desk.table.state.bundle == 1


def test_that_a_scanned_cover_opens_its_bundle_from_the_line_and_from_the_list(qtbot, desk_of):
    desk = desk_of()
    sheet = desk.table.state.count.sheet
    code = CoverCode(election=sheet.election.id, round=sheet.round.id, bundle=2, sheets=3).text
    press(desk, qtbot, code, ENTER, "4", ENTER)
    assert own(desk) == [(2, 1, [4])]
    desk.table.columns.focus_bundles()
    desk.type(*"T1-1-1-3")
    assert desk.text == "T1-1-1-3"


def test_that_a_cover_scanned_in_the_midst_of_something_changes_nothing(qtbot, desk_of):
    desk = desk_of()
    cover = ("T1-1-2-3", ENTER)
    press(desk, qtbot, ENTER, "1", ENTER, "2", *cover)
    assert (desk.text, own(desk)) == ("2", [(1, 1, [1])])
    assert "quét lại" in desk.said
    press(desk, qtbot, ENTER, UP, *cover, ESC, "-", *cover, ESC)
    assert own(desk) == [(1, 1, [1]), (1, 2, [2])]
    press(desk, qtbot, "3", ENTER, *cover)
    assert len(own(desk)) == 3 and desk.table.state.awaits_word
    press(desk, qtbot, ".", *cover)
    assert [bundle.passes[0].is_closed for bundle in bundles(desk, qtbot)] == [True, False]


@pytest.mark.parametrize(
    "code, said",
    [
        ("T9-1-1-3", "Bìa tệp 1 này của cuộc bầu cử hoặc lần bầu khác"),
        ("T1-9-1-3", "Bìa tệp 1 này của cuộc bầu cử hoặc lần bầu khác"),
        ("T1-1-1-9", "in cho 9 tờ, còn ở đây ghi 3"),
        ("T1-1-7-3", "7"),
        ("T1-1", "không phải mã bìa tệp"),
    ],
)
def test_that_a_cover_of_something_else_is_refused_in_words(qtbot, desk_of, code, said):
    desk = desk_of()
    press(desk, qtbot, code, ENTER)
    assert said in desk.said
    assert desk.text == ""
    assert bundles(desk, qtbot)[0].passes == ()


def test_that_two_windows_of_one_file_show_the_same_own_pass(qtbot, desk_of):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER)
    other = CountingScreen(desk.session.sibling(desk.screen), desk.messages)
    qtbot.addWidget(other)
    other.show_record(desk.round_id)
    qtbot.waitUntil(lambda: other.table is not None and desk.session.idle())
    desk.screen.activateWindow()
    press(desk, qtbot, "2", ENTER)
    count = other.table.state.count
    qtbot.waitUntil(lambda: [b.sequence for b in count.all()] == [1, 2])
    assert not other.table.state.stopped and not desk.table.state.stopped


def test_that_operators_with_a_pin_find_their_own_pass_when_they_switch(qtbot, desk_of):
    desk = desk_of(lambda file, found: (define_everybody(file), sits(file, COUNTER)))
    press(desk, qtbot, ENTER, "1", ENTER)
    assert own(desk) == [(1, 1, [1])]
    for name, seen in ((OTHER, []), (COUNTER, [(1, 1, [1])])):
        desk.session.act(sign_in_as, name, done=lambda value: None)
        qtbot.waitUntil(lambda name=name: desk.table.state.count.operator == name)
        desk.settle(qtbot)
        assert own(desk) == seen


def sign_in_as(file, name):
    return sits(file, name)


def test_that_a_sheet_put_aside_in_a_pass_keeps_its_place_and_stands_in_the_pile_once(
    qtbot, desk_of
):
    desk = desk_of()
    press(desk, qtbot, ENTER, "1", ENTER)
    put_aside(desk, qtbot)
    press(desk, qtbot, "2", ENTER, ".")
    types_as(desk, qtbot, SECOND)
    assert desk.table.state.bundle == 1
    press(desk, qtbot, ENTER, "1", ENTER)
    put_aside(desk, qtbot)
    press(desk, qtbot, "2", ENTER, ".")
    bundle = bundles(desk, qtbot)[0]
    assert [entry_pass.waiting for entry_pass in bundle.passes] == [1, 1]
    assert (bundle.doubts, bundle.is_agreed) == (1, False)
    assert [(d.bundle, d.sequence) for d in desk.table.state.count.sheet.doubts] == [(1, 2)]


def put_aside(desk: Counted, qtbot) -> None:
    """Put the next sheet aside by the command of the screen."""
    desk.table.commands.run("set_aside")
    desk.settle(qtbot)
    dialog = desk.table.findChild(SetAsideDialog)
    assert any("phiếu 2" in label.text() for label in dialog.findChildren(QLabel))
    dialog.cause.setCurrentIndex(0)
    dialog.submit.click()
    desk.settle(qtbot)
    desk.line.setFocus()


def test_that_three_passes_are_typed_by_three_people_at_the_screen(qtbot, desk_of):
    desk = desk_of(passes=3, papers=3)
    for number, name in enumerate((FIRST, SECOND, "Vũ Ba"), start=1):
        if number > 1:
            types_as(desk, qtbot, name)
        assert f"Tệp 1, lượt {number}/3" in desk.said
        third = "3" if number < 3 else "4"
        press(desk, qtbot, ENTER, "1", ENTER, "2", ENTER, third, ENTER, ".")
        found = bundles(desk, qtbot)[0]
        assert len(found.passes) == number and all(p.is_closed for p in found.passes)
    assert found.state is BundleState.DIFFERS
    assert "góc đỏ" in desk.table.state.closed_words.casefold()

"""When the file does not take a ballot, or counts it otherwise than the screen."""

from __future__ import annotations

import pytest
from counting_bench import Counted, count, on_worker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.actions.elections import ballots as acts
from congress_desk.errors import problem, refuse
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desks.elections.counting.line import typed_acts

ENTER, ESC = Qt.Key.Key_Enter, Qt.Key.Key_Escape


@pytest.fixture
def desk(qtbot, tmp_path):
    """The counting screen with 18 names for 15 seats and bundles of 4."""
    return count(tmp_path, qtbot, returned=20, bundle_size=4)


class Failing:
    """Does not do the n-th call, or does it and says nothing; the others are done."""

    def __init__(self, action, *, at: int = 1, how: str = "refuse") -> None:
        self._action, self._at, self._how, self.calls = action, at, how, 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        if self.calls != self._at:
            return self._action(*args, **kwargs)
        if self._how == "refuse":
            return refuse("disk_full")
        if self._how == "done, then lost":
            self._action(*args, **kwargs)
        if self._how == "not saved":
            raise NotSaved(problem("disk_full"))
        raise OSError("cáp bị rút")


def fail(monkeypatch, name: str, **how) -> Failing:
    failing = Failing(getattr(acts, name), **how)
    monkeypatch.setattr(typed_acts, name, failing)
    return failing


def striking(desk: Counted) -> list[list[int]]:
    """Return the positions struck on every recorded ballot, oldest first."""
    bench = desk.table.state
    return [sorted(bench.count.by_position(b.paper).struck) for b in bench.count.all()]


@pytest.mark.parametrize("how", ["refuse", "not saved", "lost"])
def test_that_a_ballot_the_file_does_not_take_comes_back_to_the_line(qtbot, desk, monkeypatch, how):
    with qtbot.captureExceptions():
        fail(monkeypatch, "enter_ballots", how=how)
        desk.ballot("031216")
        desk.settle(qtbot)
    assert desk.text == "03 12 16"
    assert "CHƯA được ghi" in desk.said
    assert "Enter để ghi lại" in desk.said
    assert striking(desk) == []
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert striking(desk) == [[3, 12, 16]]
    assert (desk.text, desk.said) == ("", "")


def test_that_ballots_typed_ahead_of_a_refused_one_come_back_in_order(qtbot, desk, monkeypatch):
    fail(monkeypatch, "enter_ballots", at=2)
    for line in ("010203", "040506", "+2", "070809"):
        desk.ballot(line)
    desk.settle(qtbot)
    assert striking(desk) == [[1, 2, 3]]
    seen = []
    while desk.table.state.unsaved:
        seen.append((desk.text, desk.table.state.bundle))
        QTest.keyClick(desk.line, ENTER)
        desk.settle(qtbot)
    assert seen == [("04 05 06", 1), ("04 05 06", 1), ("+1", 1), ("07 08 09", 2)]
    assert striking(desk) == [[1, 2, 3], *[[4, 5, 6]] * 3, [7, 8, 9]]


def test_that_a_full_bundle_asks_again_when_one_of_its_ballots_was_refused(
    qtbot, desk, monkeypatch
):
    fail(monkeypatch, "enter_ballots", at=4)
    for line in ("01", "02", "03", "04"):
        desk.ballot(line)
    desk.settle(qtbot)
    assert (desk.text, desk.table.state.bundle) == ("04", 1)
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert desk.table.state.awaits_word
    assert "Tệp 1 đủ 4 phiếu" in desk.said


@pytest.mark.parametrize("next_ballot", ["0102", "0", "+", "*3", "7-9"])
def test_that_no_key_of_the_next_ballot_falls_into_a_refused_one(
    qtbot, desk, monkeypatch, next_ballot
):
    fail(monkeypatch, "enter_ballots", at=2)
    desk.ballot("11")
    desk.ballot("06-10".replace("-", " 7-"))
    desk.settle(qtbot)
    refused = desk.text
    heard = []
    desk.table.entry.refused.connect(lambda: heard.append(1))
    for key in next_ballot.replace("-", ""):
        QTest.keyClicks(desk.line, key)
    QTest.keyClick(desk.line, Qt.Key.Key_Backspace)
    assert desk.text == refused
    assert len(heard) >= len(next_ballot.replace("-", ""))
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert striking(desk) == [[11], [6, 7, 8, 9, 10]]


def test_that_a_sheet_begun_when_the_file_refuses_is_typed_again_from_the_first(
    qtbot, desk, monkeypatch
):
    fail(monkeypatch, "enter_ballots", at=1)
    desk.ballot("060708")
    QTest.keyClicks(desk.line, "01")
    desk.settle(qtbot)
    assert desk.text == "06 07 08"
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert desk.text == ""
    assert "Tờ phiếu đang gõ dở (01) không được giữ" in desk.said
    desk.ballot("0102")
    desk.settle(qtbot)
    assert striking(desk) == [[6, 7, 8], [1, 2]]


@pytest.mark.parametrize("ask", [ESC, Qt.Key.Key_Minus])
@pytest.mark.parametrize("by_key", [True, False])
def test_that_a_ballot_that_is_not_recorded_is_dropped_after_a_question(
    qtbot, desk, monkeypatch, ask, by_key
):
    fail(monkeypatch, "enter_ballots", at=1)
    desk.ballot("010203")
    desk.ballot("+")
    desk.settle(qtbot)
    assert "1 dòng gõ sau" in desk.said
    QTest.keyClick(desk.line, ask)
    assert "Bỏ phiếu này (gạch 1–3)?" in desk.said
    QTest.keyClicks(desk.line, "5")
    QTest.keyClick(desk.line, ESC)
    assert "CHƯA được ghi" in desk.said
    QTest.keyClick(desk.line, ask)
    if by_key:
        QTest.keyClick(desk.line, ENTER)
    else:
        desk.table.slot.answer()
    assert "CHƯA được ghi" in desk.said and "dòng gõ sau" not in desk.said
    assert desk.text == "01 02 03"
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert striking(desk) == [[1, 2, 3]]


def test_that_a_ballot_refused_again_comes_back_again(qtbot, desk, monkeypatch):
    failing = fail(monkeypatch, "enter_ballots", at=1)
    desk.ballot("010203")
    desk.settle(qtbot)
    failing._at = 2
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert desk.text == "01 02 03"
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert striking(desk) == [[1, 2, 3]]


def test_that_a_ballot_that_is_in_the_file_after_a_failure_is_not_recorded_twice(
    qtbot, desk, monkeypatch
):
    with qtbot.captureExceptions():
        fail(monkeypatch, "enter_ballots", how="done, then lost")
        desk.ballot("010203")
        desk.ballot("040506")
        desk.settle(qtbot)
    assert striking(desk) == [[1, 2, 3], [4, 5, 6]]
    assert desk.text == ""
    assert not desk.table.state.stopped


def test_that_a_refused_correction_comes_back_to_the_line(qtbot, desk, monkeypatch):
    desk.ballot("010203")
    desk.settle(qtbot)
    fail(monkeypatch, "correct_ballot")
    QTest.keyClick(desk.line, Qt.Key.Key_Up)
    desk.line.setText("04")
    QTest.keyClick(desk.line, ENTER)
    desk.settle(qtbot)
    assert desk.text == "04"
    assert "Chưa làm được" in desk.said
    assert striking(desk) == [[1, 2, 3]]


def test_that_a_refused_take_back_is_told_and_the_ballot_stays(qtbot, desk, monkeypatch):
    desk.ballot("010203")
    desk.settle(qtbot)
    fail(monkeypatch, "take_back_ballot")
    QTest.keyClicks(desk.line, "--")
    desk.settle(qtbot)
    assert "Chưa làm được" in desk.said
    assert striking(desk) == [[1, 2, 3]]


def test_that_an_undo_lost_on_its_way_is_looked_up(qtbot, desk, monkeypatch):
    desk.ballot("010203")
    desk.settle(qtbot)
    with qtbot.captureExceptions():
        fail(monkeypatch, "undo_last", how="done, then lost")
        QTest.keyClick(desk.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        desk.settle(qtbot)
    assert striking(desk) == []
    assert not desk.table.state.stopped


def test_that_the_count_stops_when_nobody_can_tell_what_the_file_holds(qtbot, desk, monkeypatch):
    def gone(*args):
        raise OSError("thanh nhớ đã rút")

    with qtbot.captureExceptions():
        fail(monkeypatch, "enter_ballots", how="lost")
        monkeypatch.setattr(
            "congress_desk.ui.desks.elections.counting.line.act_queue.counted_round", gone
        )
        desk.ballot("010203")
        qtbot.waitUntil(lambda: desk.table.state.stopped)
    assert not desk.line.isEnabled()
    assert "Đóng đại hội rồi mở lại" in desk.said


def test_that_two_counts_that_differ_stop_the_count(qtbot, desk):
    desk.ballot("010203")
    desk.settle(qtbot)
    desk.table.state.count.tally.struck[desk.table.state.count.rules.candidates[4]] += 1
    desk.ballot("040506")
    desk.settle(qtbot)
    assert desk.table.state.stopped
    assert not desk.line.isEnabled()
    assert "Đã dừng" in desk.said
    assert "mở lại tệp" in desk.said
    assert desk.table.side.findings.rows[0].tone == "wrong"
    assert not desk.table.side.publish.button.isEnabled()


def change_a_row(file) -> None:
    """Change a recorded ballot behind the program's back, as a failing disk might."""
    with file.db.atomic():
        file.db.execute("DROP TRIGGER mark_is_never_changed")
        file.db.execute("UPDATE ballot_mark SET candidate_id = 18 WHERE candidate_id = 1")


def test_that_a_row_that_changed_stops_the_count_at_the_end_of_the_bundle(qtbot, desk):
    desk.ballot("010203")
    desk.ballot("010203")
    desk.settle(qtbot)
    on_worker(desk.background, lambda: change_a_row(desk.file), qtbot)
    desk.ballot("040506")
    desk.settle(qtbot)
    assert not desk.table.state.stopped
    desk.ballot("040506")
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: desk.table.state.stopped)
    assert not desk.line.isEnabled()


def test_that_the_running_count_is_compared_after_every_ballot(qtbot, desk, monkeypatch):
    compared = []
    table = desk.table
    monkeypatch.setattr(
        type(table.state.count), "agrees_with", lambda count, sheet: compared.append(sheet) or True
    )
    for _ in range(3):
        desk.ballot("010203")
        desk.settle(qtbot)
    assert [sheet.tally.entered for sheet in compared][-1] == 3
    assert len(compared) >= 3


def test_that_a_change_made_elsewhere_is_followed_and_is_no_difference(qtbot, desk):
    desk.ballot("010203")
    desk.settle(qtbot)
    desk.session.act(
        acts.undo_last,
        desk.round_id,
        done=lambda value: None,
        operator="Nơi khác",
    )
    desk.settle(qtbot)
    assert striking(desk) == []
    assert not desk.table.state.stopped


def test_that_leaving_with_unrecorded_ballots_is_asked_about(qtbot, desk, monkeypatch):
    fail(monkeypatch, "enter_ballots")
    desk.ballot("010203")
    desk.settle(qtbot)
    left = []
    desk.screen.place_wanted.connect(lambda _: left.append(True))
    desk.messages.yes = False
    desk.table.title.leave.click()
    assert (left, len(desk.messages.asked)) == ([], 1)
    desk.messages.yes = True
    desk.table.title.leave.click()
    assert left == [True]

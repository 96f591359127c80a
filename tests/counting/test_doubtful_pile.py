"""The pile of doubtful ballots on the counting screen, driven by keyboard."""

from __future__ import annotations

import pytest
from bench import ENTER, type_text
from congress_files import an_election
from elections_after_round import open_next
from elections_bench import elections_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from congress_desk.queries.elections.rounds import round_sheet

J, CTRL = Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def counting(tmp_path, qtbot):
    with elections_desk(
        tmp_path,
        qtbot,
        an_election("BCH", 4, 3),
        prepare=lambda file: open_next(file, "BCH", 3),
    ) as bench:
        bench.show("counting", bench.rounds()[0].id)
        bench.settle()
        yield bench


def table(bench):
    return bench.desk.screen_of("counting").table


def dialog():
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def press(bench, widget, key=ENTER, *modifiers):
    QTest.keyClick(widget, key, *modifiers)
    bench.settle()


def ballot(bench, text):
    QTest.keyClicks(table(bench).line, text)
    press(bench, table(bench).line)


def put_aside(bench, note=""):
    press(bench, table(bench).line, J, CTRL)
    type_text(dialog().note, note)
    press(bench, dialog().submit)


def test_that_a_key_puts_the_next_ballot_aside_and_the_line_goes_on(counting):
    ballot(counting, "4")
    put_aside(counting, "gạch họ")
    queue = table(counting).side.doubts
    assert queue.isVisible() and queue.objectName() == "doubtQueue"
    assert "số 1" in table(counting).slot.text
    assert table(counting).line.hasFocus()
    QTest.keyClicks(table(counting).line, ".")
    counting.settle()
    assert "đã nhập 1, thiếu 1." in table(counting).slot.text, "the one put aside is there"
    press(counting, table(counting).line, Qt.Key.Key_Escape)
    ballot(counting, "3")
    sheet = counting.sheet()
    assert (sheet.result.entered, sheet.bundles[0].waiting) == (2, 1)
    assert "doubts_waiting" in {finding.code for finding in sheet.blocking}


def test_that_the_gate_says_what_to_do_about_ballots_that_wait(counting):
    put_aside(counting)
    counting.show("gate", counting.rounds()[0].id)
    said = [label.text() for label in counting.desk.screen_of("gate").findChildren(QLabel)]
    assert "Còn 1 phiếu chờ ban kiểm phiếu quyết định" in " ".join(said)
    assert any("từng phiếu để riêng" in each for each in said)


def test_that_the_board_decides_in_the_form_and_the_ballot_is_counted(counting):
    put_aside(counting)
    press(counting, table(counting).side.doubts.findChild(QPushButton, "decide_1"))
    form = dialog()
    type_text(form.line, "1234")
    assert form.verdict.text() == "không hợp lệ: không bầu ai"
    form.line.setText("5")
    assert form.verdict.text() == "Danh sách không có số 5; chỉ có từ 1 đến 4"
    form.line.setText("4")
    assert form.verdict.text() == "hợp lệ, để lại 3 tên"
    assert form.article.text() == "Điều 15"
    form.board.setText("5")
    form.in_favour.setText("2")
    press(counting, form.submit)
    assert "quá nửa của 5 ủy viên" in form.said.text()
    form.in_favour.setText("6")
    press(counting, form.submit)
    assert "số tán thành không khớp" in form.said.text()
    form.in_favour.setText("3")
    press(counting, form.submit)
    assert "Hãy ghi lý do" in form.said.text()
    type_text(form.reason, "phần gạch không hết tên")
    press(counting, form.submit)
    sheet = counting.ask(round_sheet, counting.rounds()[0].id)
    assert sheet.result.valid == 1 and not any(doubt.waits for doubt in sheet.doubts)
    assert not table(counting).side.doubts.isVisible()


def test_that_a_begun_line_is_not_put_aside_by_the_key(counting):
    QTest.keyClicks(table(counting).line, "4")
    press(counting, table(counting).line, J, CTRL)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)
                and w.isVisible()]  # fmt: skip
    assert table(counting).line.text() == "4"


def test_that_a_ballot_given_back_is_typed_at_its_bundle(counting):
    put_aside(counting)
    press(counting, table(counting).side.doubts.findChild(QPushButton, "decide_1"))
    press(counting, dialog().findChild(QPushButton, "giveBack"))
    assert not table(counting).side.doubts.isVisible()
    ballot(counting, "4")
    assert counting.sheet().result.entered == 1

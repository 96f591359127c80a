"""The gate: what fails, what holds, what a named person lets stand, and two who confirm."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bench import DOWN, ENTER, ESC, TAB
from congress_files import a_counted_round, a_round, enter, granted
from document_text import document_text
from elections_bench import elections_desk
from journal_lines import journal
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.people.person import BaseSum, Status
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.reports.people.presence import base_how, count_of_round
from congress_desk.ui.desks.elections.gate.check_line import CheckLine
from congress_desk.ui.desks.elections.gate.check_words import check_sentence, check_word
from congress_desk.ui.desks.elections.result.words import base_words
from congress_desk.ui.widgets.state_row import StateRow

BOARD, OTHER, WHY = "Đỗ Văn Trưởng", "Trần Thị Hai", "Đoàn chủ tịch ủy quyền"


def issued_above_present(file) -> None:
    found = a_counted_round(file)
    granted(edit_accounting(file, found.id, replace(found.accounting, present=5), actor="TK"))


def two_left_out(file) -> None:
    found = a_round(file)
    enter(file, found, [4], [4], [3])
    enter(file, found, [4], bundle=2)


def more_returned(file) -> None:
    found = a_counted_round(file)
    seven = replace(found.accounting, returned=7)
    granted(edit_accounting(file, found.id, seven, void_meant=True, actor="TK"))


def lines(bench) -> list[str]:
    """Return the lines of what stands against it in order: word and sentence."""
    screen = bench.desk.screen_of("gate")
    shown = [line for line in screen.findChildren(CheckLine) if not line.isHidden()]
    shown.sort(key=lambda line: line.y())
    return [f"{check_word(line.check)}: {check_sentence(line.check)}" for line in shown]


def choose(bench, first: str = BOARD, second: str = OTHER, reason: str = WHY) -> None:
    """Name two who confirm; of `OTHER` the reason is asked for."""
    form = bench.desk.screen_of("gate").confirmation
    form.first.setEditText(first)
    form.second.setEditText(second)
    form.reason.setText(reason)


def seal(bench) -> None:
    """Answer the last question as the keyboard must: Tab to the other button, then Space."""
    assert bench.keyboard == "sealBack"
    bench.press(TAB, Qt.Key.Key_Space)


def folded(fold) -> list[str]:
    return [row.text for row in fold.findChildren(StateRow)]


@pytest.fixture
def at_gate(qtbot, tmp_path, request):
    """The gate of a round prepared by the parameter, a counted round without one."""
    prepare = getattr(request, "param", a_counted_round)
    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.show("gate", bench.rounds()[0].id)
        yield bench


def test_that_what_holds_is_folded_with_its_number_and_unfolds(at_gate):
    fold = at_gate.desk.screen_of("gate").folded.holding
    assert fold.button.text().startswith("6 / 6 khớp")
    assert not fold.is_open
    fold.button.click()
    assert fold.is_open
    assert folded(fold) == [
        "Số làm căn cứ tính 6 ≥ có mặt 6",
        "Có mặt 6 ≥ phát ra 6",
        "Phát ra 6 ≥ thu về 6",
        "Hợp lệ 6 + không hợp lệ 0 = thu về 6",
        "Cộng 2 tệp phiếu = thu về 6",
        "Đếm lại từ 6 tờ phiếu đã ghi = số đếm giữ riêng trong lúc nhập",
    ]


def test_that_the_result_is_shown_only_at_the_open_gate(at_gate):
    board = at_gate.desk.screen_of("gate").board
    assert board.headline == "3 / 3 · đã bầu đủ số lượng"
    assert len(board.names()) == 4
    assert "6 là số làm căn cứ tính" in board.ground


def test_that_the_gate_says_d_as_the_minutes_say_it(at_gate):
    sheet = at_gate.sheet()
    absent = BaseSum(
        convened=8,
        deductions=((Status.ABSENT_THROUGHOUT_NO_ALTERNATE, 2),),
        alternates=0,
        present=6,
        replaced_unfilled=0,
    )
    told = replace(sheet, base_sum=absent)
    how = base_how(count_of_round(told), congress_wording(told.congress))
    assert how == " (8 được triệu tập; trừ 2 đại biểu vắng suốt đại hội, không có dự khuyết thay)"
    assert f"6 là số làm căn cứ tính{how}" in base_words(told)
    minutes = " ".join(document_text(counting_minutes(told)).replace("**", "").split())
    assert how.removesuffix(")") in minutes


@pytest.mark.parametrize("at_gate", [two_left_out], indirect=True)
def test_that_an_error_closes_the_gate_says_what_to_do_and_hides_the_result(at_gate):
    gate = at_gate.desk.screen_of("gate")
    assert lines(at_gate)[0] == "Lỗi: Còn 2 phiếu chưa nhập: đã nhập 4 trong 6 phiếu thu về"
    assert not gate.declare.isEnabled()
    assert "còn 2 lỗi" in gate.head.sentence.text()
    assert gate.board.isHidden()
    assert gate._confirm.isHidden()


@pytest.mark.parametrize("at_gate", [two_left_out], indirect=True)
def test_that_an_error_leads_back_to_the_count_by_enter(at_gate):
    at_gate.press(ENTER)
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("counting")


def written_at(bench):
    """Return the waivers that were written after the round was opened."""
    return [waiver for waiver in bench.sheet().waivers if waiver.name != "Phan Văn Chủ"]


@pytest.mark.parametrize("at_gate", [issued_above_present], indirect=True)
def test_that_a_named_person_lets_an_error_stand_by_writing_why(at_gate):
    assert lines(at_gate)[0] == "Lỗi: Phát ra 6 phiếu, nhiều hơn 5 người có mặt"
    assert at_gate.keyboard == "waive"
    at_gate.press(ENTER)
    assert at_gate.keyboard == "waiverName"
    at_gate.press("Đỗ Văn Trưởng", TAB, ENTER)
    assert "lý do" in at_gate.desk.screen_of("gate").waiver._refused.text()
    assert at_gate.keyboard == "waiverReason"
    at_gate.press("Một người đến muộn", ENTER)
    noted = folded(at_gate.desk.screen_of("gate").folded.noted)
    assert "Phát ra 6 phiếu, nhiều hơn 5 người có mặt — Đỗ Văn Trưởng: Một người đến muộn" in noted
    (waiver,) = written_at(at_gate)
    assert (waiver.name, waiver.reason) == ("Đỗ Văn Trưởng", "Một người đến muộn")
    assert at_gate.desk.screen_of("gate").declare.isEnabled()
    assert at_gate.keyboard == "firstConfirmer"


@pytest.mark.parametrize("at_gate", [issued_above_present], indirect=True)
def test_that_a_waiver_can_be_left_unwritten(at_gate):
    at_gate.press(ENTER, "Lê A", ESC)
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("gate")
    assert at_gate.desk.screen_of("gate").waiver.isHidden()
    assert written_at(at_gate) == []
    assert at_gate.keyboard == "waive"


def test_that_the_names_are_offered_and_never_put_there_by_the_program(at_gate):
    form = at_gate.desk.screen_of("gate").confirmation
    assert form.names == ("", "")
    assert [form.first.itemText(i) for i in range(form.first.count())] == ["Đỗ Văn Trưởng"]
    at_gate.press(DOWN)
    assert form.names == ("Đỗ Văn Trưởng", "")


def test_that_the_wheel_chooses_nobody(at_gate):
    choice = at_gate.desk.screen_of("gate").confirmation.second
    choice.setFocus()
    turned = QWheelEvent(
        QPointF(5, 5), choice.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(choice, turned)
    assert choice.currentText() == ""


def test_that_candidates_are_not_offered_and_offices_are_said(at_gate):
    form = at_gate.desk.screen_of("gate").confirmation
    form.first.setEditText(BOARD)
    assert form.offices == ("Trưởng ban · Ban kiểm phiếu", "")
    offered = [form.first.itemText(row) for row in range(form.first.count())]
    assert not {c.name for c in at_gate.sheet().round.candidates} & set(offered)


def test_that_who_may_not_confirm_is_said_and_gone_to(at_gate):
    listed = at_gate.sheet().round.candidates[1].name
    for first, second, reason, goes_to, said in (
        ("", "", "", "firstConfirmer", "hai người khác nhau"),
        (BOARD, "", "", "secondConfirmer", "hai người khác nhau"),
        (BOARD, "đỗ văn trưởng", "", "secondConfirmer", "hai người khác nhau"),
        (BOARD, f"Đ/c {BOARD}", "vì", "secondConfirmer", "hai người khác nhau"),
        (BOARD, "A", "vì", "secondConfirmer", "chưa phải họ và tên"),
        (BOARD, OTHER, "", "confirmerReason", "ghi lý do"),
        (BOARD, listed, "vì", "secondConfirmer", "có tên trong danh sách bầu"),
    ):
        choose(at_gate, first, second, reason)
        at_gate.widget("declareButton").setFocus()
        at_gate.press(ENTER)
        assert at_gate.rounds()[0].state is RoundState.COUNTING
        form = at_gate.desk.screen_of("gate").confirmation
        assert said in form._refused.text(), second
        assert at_gate.keyboard == goes_to, second
        place = form._refused.mapTo(at_gate.desk.screen_of("gate"), QPoint(0, 0))
        assert at_gate.desk.screen_of("gate").rect().contains(place)


def test_that_enter_in_the_last_field_only_goes_to_the_button_and_asks(at_gate):
    at_gate.press(BOARD, ENTER, OTHER, ENTER)
    assert at_gate.keyboard == "confirmerReason"
    at_gate.press(WHY, ENTER)
    assert at_gate.keyboard == "declareButton"
    at_gate.press(ENTER)
    assert at_gate.keyboard == "sealBack"
    assert at_gate.rounds()[0].state is RoundState.COUNTING


def test_that_the_last_question_repeats_what_is_sealed(at_gate):
    choose(at_gate)
    at_gate.desk.screen_of("gate").declare.click()
    at_gate.settle()
    asked = at_gate.desk.screen_of("gate").question.text
    for said in ("Niêm phong kết quả này?", at_gate.election().title, "3", "đã bầu đủ số lượng",
                 BOARD, OTHER, "Trưởng ban · Ban kiểm phiếu"):  # fmt: skip
        assert said in asked


@pytest.mark.parametrize("key", [ENTER, ESC])
@pytest.mark.parametrize("tabs", [0, 1])
def test_that_enter_and_escape_go_back_from_the_last_question(at_gate, key, tabs):
    choose(at_gate)
    at_gate.desk.screen_of("gate").declare.click()
    at_gate.settle()
    at_gate.press(*[TAB] * tabs, key)
    assert at_gate.rounds()[0].state is RoundState.COUNTING
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("gate")
    assert at_gate.keyboard == "declareButton"


def test_that_a_result_is_declared_by_the_keyboard_alone(at_gate):
    assert at_gate.keyboard == "firstConfirmer"
    at_gate.press(BOARD, ENTER, OTHER, ENTER, WHY, ENTER, ENTER)
    seal(at_gate)
    (held,) = at_gate.rounds()
    assert held.state is RoundState.DECLARED
    assert at_gate.sheet().confirmed_by == (BOARD, OTHER)
    assert at_gate.ask(journal)[-1].actor == at_gate.session.operator
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("result")
    assert re.fullmatch(
        r"Đã niêm phong · \d\d:\d\d, \d\d/\d\d/\d{4}",
        at_gate.desk.screen_of("result").head.state.text(),
    )


@pytest.mark.parametrize("at_gate", [more_returned], indirect=True)
def test_that_a_void_round_is_recorded_as_void_with_what_follows(at_gate):
    gate = at_gate.desk.screen_of("gate")
    assert gate.declare.text() == "Ghi nhận hủy lần bầu…"
    assert "Hủy toàn bộ phiếu và bầu lại" in gate.head.sentence.text()
    assert "7 > 6" in gate.board.headline
    assert gate.board.names() == []
    choose(at_gate)
    gate.declare.click()
    at_gate.settle()
    seal(at_gate)
    assert at_gate.sheet().result.outcome is RoundOutcome.VOID
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("result")


def test_that_what_changes_elsewhere_is_seen_at_the_gate_and_the_names_stay(at_gate):
    at_gate.press("Lê A")
    found = at_gate.rounds()[0]
    changed = replace(found.accounting, present=5)
    at_gate.session.act(edit_accounting, found.id, changed, done=lambda _: None, actor="TK")
    at_gate.settle()
    assert lines(at_gate)[0].startswith("Lỗi: Phát ra 6 phiếu")
    assert not at_gate.desk.screen_of("gate").declare.isEnabled()
    assert at_gate.desk.screen_of("gate").confirmation.names[0] == "Lê A"


def test_that_a_gate_closed_behind_its_back_refuses_in_words(at_gate):
    found = at_gate.rounds()[0]
    at_gate.act(edit_accounting, found.id, replace(found.accounting, present=5), actor="TK")
    choose(at_gate)
    at_gate.desk.screen_of("gate").declare.click()
    at_gate.settle()
    seal(at_gate)
    assert at_gate.rounds()[0].state is RoundState.COUNTING
    screen = at_gate.desk.screen_of("gate")
    assert "Phát ra 6 phiếu, nhiều hơn 5 người có mặt" in screen.notice.title


def test_that_escape_goes_back_to_the_count(at_gate):
    at_gate.press(ESC)
    assert at_gate.desk.shown_screen is at_gate.desk.screen_of("counting")


def test_that_sealing_twice_declares_once(at_gate):
    choose(at_gate)
    at_gate.desk.screen_of("gate").declare.click()
    for _ in range(3):
        at_gate.desk.screen_of("gate").question.seal.click()
    at_gate.settle()
    assert [line.act for line in at_gate.ask(journal)].count("công bố kết quả") == 1

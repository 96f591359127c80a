"""The gate: what fails, what holds, what a named person lets stand, and two who confirm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench import DOWN, ENTER, ESC, TAB
from congress_files import a_counted_round, a_round, an_election, enter, granted
from elections_bench import elections_desk

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.queries.journal import journal
from congress_desk.ui.desks.elections.gate.check_line import CheckLine
from congress_desk.ui.desks.elections.gate.check_words import check_sentence, check_word


def issued_above_present(file) -> None:
    found = a_counted_round(file)
    granted(edit_accounting(file, found.id, replace(found.accounting, present=5), actor="TK"))


def two_left_out(file) -> None:
    found = a_round(file)
    enter(file, found, [4], [4], [3])
    enter(file, found, [4], bundle=2)


def more_returned(file) -> None:
    found = a_counted_round(file)
    granted(edit_accounting(file, found.id, replace(found.accounting, returned=7), actor="TK"))


def lines(bench) -> list[str]:
    """Return the lines of the gate in order: word and sentence."""
    shown = [line for line in bench.desk.gate.findChildren(CheckLine) if not line.isHidden()]
    shown.sort(key=lambda line: line.y())
    return [f"{check_word(line.check)}: {check_sentence(line.check)}" for line in shown]


@pytest.fixture
def at_gate(qtbot, tmp_path, request):
    """The gate of a round prepared by the parameter, a counted round without one."""
    prepare = getattr(request, "param", a_counted_round)
    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.show(bench.desk.show_gate, bench.rounds()[0].id)
        yield bench


def test_that_every_sum_that_holds_is_listed_with_its_numbers(at_gate):
    holding = [line for line in lines(at_gate) if line.startswith("Khớp")]
    assert holding == [
        "Khớp: Số làm căn cứ tính 6 ≥ có mặt 6",
        "Khớp: Có mặt 6 ≥ phát ra 6",
        "Khớp: Phát ra 6 ≥ thu về 6",
        "Khớp: Hợp lệ 6 + không hợp lệ 0 = thu về 6",
        "Khớp: Cộng 2 tệp phiếu = thu về 6",
        "Khớp: Σ k·Bₖ = tổng phiếu bầu của mọi người = 17",
        "Khớp: Σ Bₖ = số phiếu hợp lệ = 6",
        "Khớp: Cả 4 người đều có số phiếu không quá 6 phiếu hợp lệ",
    ]


def test_that_the_result_is_shown_only_at_the_open_gate(at_gate):
    preview = at_gate.desk.gate.preview
    assert "3 / 3 · đã bầu đủ số lượng" in preview._headline.text
    assert preview.table.model().rowCount() == 4
    assert not preview.table.isHidden()


@pytest.mark.parametrize("at_gate", [two_left_out], indirect=True)
def test_that_an_error_closes_the_gate_says_what_to_do_and_hides_the_result(at_gate):
    gate = at_gate.desk.gate
    assert lines(at_gate)[0] == "Lỗi: Còn 2 phiếu chưa nhập: đã nhập 4 trong 6 phiếu thu về"
    assert not gate.declare.isEnabled()
    assert "còn 2 lỗi" in gate.closed.text()
    assert gate.preview.table.isHidden() and gate.preview.table.model().rowCount() == 0
    assert gate._confirm.isHidden()


@pytest.mark.parametrize("at_gate", [two_left_out], indirect=True)
def test_that_an_error_leads_back_to_the_count_by_enter(at_gate):
    at_gate.press(ENTER)
    assert at_gate.desk.screen is at_gate.desk.counting


@pytest.mark.parametrize("at_gate", [issued_above_present], indirect=True)
def test_that_a_named_person_lets_an_error_stand_by_writing_why(at_gate):
    assert lines(at_gate)[0] == "Lỗi: Phát ra 6 phiếu, nhiều hơn 5 người có mặt"
    assert at_gate.keyboard == "waive"
    at_gate.press(ENTER)
    assert at_gate.keyboard == "waiverName"
    at_gate.press("Đỗ Văn Trưởng", TAB, ENTER)
    assert "lý do" in at_gate.desk.gate.waiver._refused.text()
    assert at_gate.keyboard == "waiverReason"
    at_gate.press("Một người đến muộn", ENTER)
    assert "Cho qua: Phát ra 6 phiếu, nhiều hơn 5 người có mặt" in lines(at_gate)
    (waiver,) = at_gate.sheet().waivers
    assert (waiver.name, waiver.reason) == ("Đỗ Văn Trưởng", "Một người đến muộn")
    assert at_gate.desk.gate.declare.isEnabled()
    assert at_gate.keyboard == "confirmFirst"


@pytest.mark.parametrize("at_gate", [issued_above_present], indirect=True)
def test_that_a_waiver_can_be_left_unwritten(at_gate):
    at_gate.press(ENTER, "Lê A", ESC)
    assert at_gate.desk.screen is at_gate.desk.gate
    assert at_gate.desk.gate.waiver.isHidden()
    assert at_gate.sheet().waivers == ()
    assert at_gate.keyboard == "waive"


def test_that_the_names_are_offered_and_never_put_there_by_the_program(at_gate):
    form = at_gate.desk.gate.confirmation
    assert form.names == ("", "")
    assert [form.first.itemText(i) for i in range(form.first.count())] == ["Đỗ Văn Trưởng"]
    at_gate.press(DOWN)
    assert form.names == ("Đỗ Văn Trưởng", "")


@pytest.mark.parametrize(
    ("first", "second", "goes_to"),
    [("", "", "confirmFirst"), ("Lê A", "", "confirmSecond"), ("Lê A", "lê a", "confirmSecond")],
)
def test_that_two_different_names_are_needed(at_gate, first, second, goes_to):
    form = at_gate.desk.gate.confirmation
    form.first.setEditText(first)
    form.second.setEditText(second)
    at_gate.widget("declareResult").setFocus()
    at_gate.press(ENTER)
    assert at_gate.rounds()[0].state is RoundState.COUNTING
    assert "hai người khác nhau" in form._refused.text()
    assert at_gate.keyboard == goes_to


def test_that_a_result_is_declared_by_the_keyboard_alone(at_gate):
    assert at_gate.keyboard == "confirmFirst"
    at_gate.press("Đỗ Văn Trưởng", ENTER, "Trần Thị Hai", ENTER)
    (held,) = at_gate.rounds()
    assert held.state is RoundState.DECLARED
    assert at_gate.sheet().confirmed_by == ("Đỗ Văn Trưởng", "Trần Thị Hai")
    assert at_gate.ask(journal)[-1].actor == at_gate.session.operator
    assert at_gate.desk.screen is at_gate.desk.result


@pytest.mark.parametrize("at_gate", [more_returned], indirect=True)
def test_that_a_void_round_is_recorded_as_void_with_what_follows(at_gate):
    gate = at_gate.desk.gate
    assert gate.declare.text() == "Ghi nhận hủy lần bầu"
    assert "Hủy toàn bộ phiếu và bầu lại" in gate.head.sentence.text()
    assert "7 > 6" in gate.preview._headline.text
    assert gate.preview.table.isHidden()
    at_gate.press("A", ENTER, "B", ENTER)
    assert at_gate.sheet().result.outcome is RoundOutcome.VOID
    assert at_gate.desk.screen is at_gate.desk.result


def test_that_what_changes_elsewhere_is_seen_at_the_gate_and_the_names_stay(at_gate):
    at_gate.press("Lê A")
    found = at_gate.rounds()[0]
    changed = replace(found.accounting, present=5)
    at_gate.session.act(edit_accounting, found.id, changed, done=lambda _: None, actor="TK")
    at_gate.settle()
    assert lines(at_gate)[0].startswith("Lỗi: Phát ra 6 phiếu")
    assert not at_gate.desk.gate.declare.isEnabled()
    assert at_gate.desk.gate.confirmation.names[0] == "Lê A"


def test_that_a_gate_closed_behind_its_back_refuses_in_words(at_gate):
    found = at_gate.rounds()[0]
    at_gate.act(edit_accounting, found.id, replace(found.accounting, present=5), actor="TK")
    at_gate.press("A", ENTER, "B", ENTER)
    assert at_gate.rounds()[0].state is RoundState.COUNTING
    assert "Phát ra 6 phiếu, nhiều hơn 5 người có mặt" in at_gate.desk.gate.notice.title


def test_that_tick_ballots_are_checked_line_by_line(qtbot, tmp_path):
    def ticked(file):
        found = a_round(file)
        enter(file, found, [1], [], [2])
        enter(file, found, [], [], [3], bundle=2)

    held = an_election(names=3, seats=3)
    with elections_desk(tmp_path, qtbot, held, prepare=ticked) as bench:
        bench.show(bench.desk.show_gate, bench.rounds()[0].id)
        assert "Khớp: Mỗi dòng: đồng ý + không đồng ý + không tính = 6" in lines(bench)


def test_that_escape_goes_back_to_the_count(at_gate):
    at_gate.press(ESC)
    assert at_gate.desk.screen is at_gate.desk.counting


def test_that_an_enter_held_down_declares_nothing_twice(at_gate):
    form = at_gate.desk.gate.confirmation
    form.first.setEditText("A")
    form.second.setEditText("B")
    for _ in range(3):
        at_gate.desk.gate.declare.click()
    at_gate.settle()
    assert [line.act for line in at_gate.ask(journal)].count("công bố kết quả") == 1

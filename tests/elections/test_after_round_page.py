"""The page after a round, driven by keyboard: choose, make the motion, record it, go on."""

from __future__ import annotations

from typing import Any

import pytest
from bench import DOWN, ENTER, ESC, type_text
from congress_files import an_election, granted
from elections_after_round import declare, enter_votes, hold
from elections_bench import elections_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from congress_desk.actions.elections.recount import open_recount
from congress_desk.domain.decisions.decision import DecisionKind, DecisionState
from congress_desk.queries.elections.course import election_course
from congress_desk.ui.desks.elections.election_screen import screen_place


@pytest.fixture
def short(tmp_path, qtbot):
    """Two of three are elected: 20 and 18 of 20; 9 and 10 are no majority."""
    with elections_desk(
        tmp_path,
        qtbot,
        an_election("BCH", 4, 3),
        prepare=lambda file: hold(file, "BCH", [20, 18, 9, 10], 20),
        people=20,
    ) as bench:
        yield bench


@pytest.fixture
def tied_twice(tmp_path, qtbot):
    def prepare(file):
        hold(file, "BCH", [20, 13, 13, 13], 20)
        hold(file, "BCH", [20, 10, 10], 20)

    held = an_election("BCH", 4, 3)
    with elections_desk(tmp_path, qtbot, held, prepare=prepare, people=20) as bench:
        yield bench


def course(bench: Any) -> Any:
    return bench.ask(election_course, bench.election("BCH").id)


def shown_dialog() -> Any:
    """Return the dialog that is open, fail without one."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def after(bench: Any) -> Any:
    """Go from the result to the page after the round by its primary button."""
    bench.show("result", bench.rounds()[-1].id)
    QTest.keyClick(bench.desk.screen_of("result").next, ENTER)
    bench.settle()
    assert bench.desk.shown_screen is bench.desk.screen_of("after")
    return bench.desk.screen_of("after")


def press(bench: Any, widget: Any, key: Any = ENTER) -> None:
    QTest.keyClick(widget, key)
    bench.settle()


def test_that_the_page_is_driven_by_keyboard_from_the_choice_to_the_next_round(short):
    page = after(short)
    kinds = [card.choice.kind.value for card in page.cards]
    assert kinds == ["next_round", "new_names", "lower_number", "leave_open"]
    focused = page.window().focusWidget()
    assert focused is page.cards[0].button and page.cards[0].button.isChecked()
    press(short, focused, DOWN)
    assert page.choice.kind is DecisionKind.NEW_NAMES
    press(short, page.window().focusWidget(), Qt.Key.Key_Up)
    press(short, page.window().focusWidget())  # Enter goes on with what is chosen
    dialog = shown_dialog()
    assert "bầu 1 đồng chí" in dialog.matter.toPlainText()
    press(short, dialog.submit)
    assert course(short).proposed is not None
    assert page.cards == [] and page.primary.text() == "Ghi kết quả biểu quyết…"
    press(short, page.primary)
    dialog = shown_dialog()
    press(short, dialog.submit)
    assert dialog.said.text() == "Hãy ghi số người tán thành"
    type_text(dialog.in_favour, "19")
    type_text(dialog.lines.against, "1")
    press(short, dialog.submit)
    decided = course(short).permission
    assert decided.motion.hands.in_favour == 19 and decided.motion.base == 20
    assert page.primary.text() == "Mở lần bầu tiếp…"
    press(short, page.primary)
    assert short.desk.shown_screen is short.desk.screen_of("opening")
    short.open_anyway()
    assert short.desk.shown_screen is short.desk.screen_of("counting")
    second = short.rounds()[-1]
    assert (second.number, second.decision_id) == (2, decided.id)


def test_that_a_lower_number_is_chosen_in_the_form_and_ends_the_election(short):
    page = after(short)
    page.cards[2].button.setChecked(True)
    press(short, page.cards[2].button)
    dialog = shown_dialog()
    assert dialog.number is None and "từ 3 xuống 2" in dialog.matter.toPlainText()
    press(short, dialog.submit)
    press(short, page.primary)
    type_text(shown_dialog().in_favour, "20")
    press(short, shown_dialog().submit)
    assert course(short).complete and page.primary.text() == "Xem kết quả, biên bản"
    assert page.side.number.text() == "2 / 2"
    assert page.side.words.text() == "trúng cử: đã bầu đủ"


def test_that_a_motion_that_falls_leaves_every_way_open(short):
    page = after(short)
    press(short, page.cards[0].button)
    press(short, shown_dialog().submit)
    press(short, page.primary)
    type_text(shown_dialog().in_favour, "10")
    press(short, shown_dialog().submit)
    (decided,) = course(short).decisions
    assert decided.state is DecisionState.REJECTED and len(page.cards) == 4


def test_that_escape_leaves_the_form_and_then_the_page_with_nothing_written(short):
    page = after(short)
    press(short, page.cards[0].button)
    press(short, shown_dialog(), ESC)
    assert course(short).decisions == ()
    press(short, page, ESC)
    assert short.desk.shown_screen is short.desk.screen_of("election")


def test_that_a_decision_is_taken_back_with_a_reason(short):
    page = after(short)
    press(short, page.cards[0].button)
    press(short, shown_dialog().submit)
    press(short, page.findChild(QPushButton, "after_take_back"))
    dialog = shown_dialog()
    type_text(dialog.reason, "đoàn chủ tịch đổi ý")
    press(short, dialog.submit)
    assert course(short).decisions[0].state is DecisionState.TAKEN_BACK
    assert len(page.cards) == 4


def test_that_new_names_are_added_on_the_page_and_stand_in_the_next_round(short):
    page = after(short)
    page.cards[1].button.setChecked(True)
    press(short, page.cards[1].button)
    press(short, shown_dialog().submit)
    press(short, page.primary)
    type_text(shown_dialog().in_favour, "20")
    press(short, shown_dialog().submit)
    assert page.primary.text() == "Thêm người mới…"
    press(short, page.primary)
    dialog = shown_dialog()
    type_text(dialog.name, "Bùi Thị Mới")
    type_text(dialog.origin.by, "Chi bộ 5")
    type_text(dialog.born, "31/02/1980")
    press(short, dialog.submit)
    assert "Hãy ghi ngày" in dialog.said.text()
    dialog.born.setText("1980")
    for number, said in (("6", "chưa đủ 7 người"), ("21", "")):
        dialog.agree.setText(number)
        press(short, dialog.submit)
        assert said in dialog.said.text()
    dialog.agree.setText("7")
    press(short, dialog.submit)
    assert [
        label.text() for label in page.findChildren(QLabel) if "Bùi Thị Mới" in label.text()
    ] == ["Bùi Thị Mới · sinh 1980 · được đề cử tại đại hội: Chi bộ 5 · 7/20 đồng ý xem xét"]
    press(short, page.primary)
    names = [c.name for c in short.desk.screen_of("opening").list.chosen]
    assert "Bùi Thị Mới" in names and len(names) == 3


def test_that_a_lot_is_recorded_with_who_drew_it(tied_twice):
    page = after(tied_twice)
    kinds = [card.choice.kind for card in page.cards]
    card = page.cards[kinds.index(DecisionKind.LOT)]
    card.button.setChecked(True)
    press(tied_twice, card.button)
    press(tied_twice, shown_dialog().submit)
    press(tied_twice, page.primary)
    type_text(shown_dialog().in_favour, "20")
    press(tied_twice, shown_dialog().submit)
    assert page.primary.text() == "Ghi kết quả rút thăm…"
    press(tied_twice, page.primary)
    dialog = shown_dialog()
    press(tied_twice, dialog.submit)
    assert "đúng 1 người" in dialog.said.text()
    dialog.names[1][0].setChecked(True)
    for line, text in (
        (dialog.drawn_by, "Vũ Văn Ê"), (dialog.first, "Đỗ A B"), (dialog.second, "Lê C D"),
    ):  # fmt: skip
        type_text(line, text)
    press(tied_twice, dialog.submit)
    assert [s.name for s in course(tied_twice).elected][-1] == "Phạm Quốc Dũng"


def test_that_a_result_is_annulled_by_decision_and_the_vote_held_again(short):
    short.show("result", short.rounds()[0].id)
    result = short.desk.screen_of("result")
    press(short, result.annul)
    dialog = shown_dialog()
    assert dialog.article.text() == "Điều 33"
    for line, text in (
        (dialog.document, "12-QĐ/QU"), (dialog.date, "30/11/2026"), (dialog.reason, "vi phạm"),
        (dialog.first, "Đỗ A B"), (dialog.second, "Lê C D"),
    ):  # fmt: skip
        type_text(line, text)
    press(short, dialog.reason)
    assert dialog.isVisible(), "Enter in a field destroys nothing"
    press(short, dialog.submit)
    assert short.rounds()[0].annulled_by and result.head.state.text() == "Đã hủy kết quả"
    press(short, result.next)
    assert short.desk.shown_screen is short.desk.screen_of("opening")
    short.open_anyway()
    assert (short.rounds()[-1].number, short.rounds()[-1].cause.value) == (2, "annulled")


def test_that_a_recount_is_opened_beside_the_first_count(short):
    short.show("result", short.rounds()[0].id)
    press(short, short.desk.screen_of("result").recount)
    dialog = shown_dialog()
    for line, text in (
        (dialog.reason, "hai đại biểu đề nghị"),
        (dialog.first, "Đỗ A B"),
        (dialog.second, "Lê C D"),
    ):  # fmt: skip
        type_text(line, text)
    press(short, dialog.submit)
    assert short.desk.shown_screen is short.desk.screen_of("counting")
    again = short.rounds()[-1]
    assert again.is_recount and again.number == 1
    assert [c.id for c in again.candidates] == [c.id for c in short.rounds()[0].candidates]


def test_that_a_round_may_be_opened_without_a_decision_where_that_is_meant(short):
    page = after(short)
    press(short, page.findChild(QPushButton, "after_open_anyway"))
    assert short.desk.shown_screen is short.desk.screen_of("opening")


def test_that_the_page_of_the_election_asks_for_the_decision_first(short):
    short.desk.show_place(screen_place("next", short.election("BCH").id))
    short.settle()
    assert short.desk.shown_screen is short.desk.screen_of("after")


def test_that_an_appointment_read_out_is_recorded_on_the_page_of_the_election(tmp_path, qtbot):
    with elections_desk(tmp_path, qtbot, an_election("BCH", 4, 3), people=20) as bench:
        bench.show("election", bench.election("BCH").id)
        press(bench, bench.desk.screen_of("election").findChild(QPushButton, "appoint"))
        dialog = shown_dialog()
        assert dialog.issued_by.text() == "Ban Thường vụ Quận ủy"
        press(bench, dialog.submit)
        assert dialog.said.text() == "Hãy ghi tên người được chỉ định, mỗi người một lần"
        dialog.names.setPlainText("Ngô An\nVũ Ê\nLê Minh Châu")
        type_text(dialog.document, "9-QĐ/QU")
        type_text(dialog.date, "20/11/2026")
        press(bench, dialog.submit)
        assert [seat.name for seat in course(bench).elected] == ["Ngô An", "Vũ Ê", "Lê Minh Châu"]
        assert "cấp trên đã chỉ định 3 / 3" in bench.desk.screen_of("election").head.state.text()
        assert not bench.desk.screen_of("election").findChild(QPushButton, "appoint").isVisible()


def test_that_a_recount_that_differs_is_told_name_by_name_beside_its_result(tmp_path, qtbot):
    two = {"first": "Đỗ Văn Trưởng", "second": "Lê Chủ Tịch", "actor": "Thư ký"}

    def prepare(file):
        first = hold(file, "BCH", [20, 18, 9, 10], 20)
        again = granted(open_recount(file, first.round.id, reason="đề nghị", **two))
        enter_votes(file, again, [20, 18, 9, 11])
        declare(file, again)

    held = an_election("BCH", 4, 3)
    with elections_desk(tmp_path, qtbot, held, prepare=prepare, people=20) as bench:
        first, again = bench.rounds()
        bench.show("result", again.id)
        result = bench.desk.screen_of("result")
        assert result.head.title.whole == "Kiểm phiếu lại lần 1 · Bầu BCH"
        said = [label.text() for label in result.side.findChildren(QLabel)]
        assert "2 phiếu và 1 người khác nhau" in said and "10 → 11" in said
        bench.show("result", first.id)
        assert result.head.state.text() == "Đã kiểm lại: lấy kết quả kiểm lại"
        assert result.next.text() == "Xem lần kiểm lại"

"""The list of elections and the page of one, by keyboard, against a real file."""

from __future__ import annotations

import dataclasses

import pytest
from bench import ALT, DOWN, ENTER, ESC, TAB, UP
from congress_files import NAMES, a_counted_round, a_declared_round, a_round, an_election, enter
from elections_bench import elections_desk
from journal_lines import journal
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from congress_desk.actions.elections.accounting import confirm_bundle
from congress_desk.actions.elections.lists import freeze_list
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import RoundState
from congress_desk.queries.elections.lists import elections

INSERT, F2, DELETE = Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete


@pytest.fixture
def bench(qtbot, tmp_path):
    """The desk with two elections that nobody opened yet."""
    with elections_desk(tmp_path, qtbot, an_election("BCH"), an_election("BT", 2, 1)) as opened:
        yield opened


@pytest.fixture
def page(bench):
    """The page of the first election: four names for three seats."""
    bench.show("election", bench.election().id)
    return bench


def states(bench) -> list[str]:
    table = bench.desk.screen_of("elections").table
    column = len(table.model().columns) - 1
    return [table.model().index(row, column).data() for row in range(table.model().rowCount())]


def test_that_an_empty_congress_says_what_to_do_first_and_insert_adds_an_election(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, an_election("X")) as bench:
        bench.messages.yes = True
        bench.press(DELETE)
        assert bench.ask(elections) == ()
        assert bench.desk.screen_of("elections").add.isHidden()
        assert bench.keyboard == "addFirstElection"
        bench.press(INSERT)
        bench.press("BCH", TAB, "Ban Chấp hành", TAB, UP, UP, ENTER)
        found = bench.election("BCH")
        assert (found.title, found.seats) == ("Ban Chấp hành", 3)
        assert not bench.desk.screen_of("elections").add.isHidden()
        assert bench.keyboard == "electionsTable"


def test_that_a_refused_election_says_why_at_the_field_and_stays_open(bench):
    bench.press(INSERT, "bch", TAB, "Lại một lần", ENTER)
    dialog = bench.dialog
    assert "Đã có cuộc bầu cử mang mã “bch”" in dialog.said.text()
    assert bench.keyboard == "electionCode"
    bench.press(ESC)
    assert len(states(bench)) == 2


def test_that_f2_changes_title_and_seats_but_never_the_code(bench):
    bench.press(DOWN, F2)
    assert bench.dialog.code.isReadOnly()
    bench.dialog.title.selectAll()
    bench.press("Bí thư", TAB, ENTER)
    assert bench.election("BT").title == "Bí thư"


def test_that_an_election_with_a_round_cannot_be_removed_and_another_only_after_asking(
    qtbot, tmp_path
):
    with elections_desk(
        tmp_path, qtbot, an_election("BCH"), an_election("BT", 2, 1), prepare=a_declared_round
    ) as bench:
        assert not bench.desk.screen_of("elections").remove.isEnabled()
        bench.press(DELETE)
        assert bench.messages.asked == []
        bench.messages.yes = False
        bench.press(DOWN, DELETE)
        assert bench.messages.asked == ["Bỏ cuộc bầu cử BT?"]
        assert len(states(bench)) == 2
        bench.messages.yes = True
        bench.press(DELETE)
        assert len(states(bench)) == 1


@pytest.mark.parametrize(
    ("prepare", "state", "step"),
    [
        (lambda file: None, "chưa mở lần bầu", "Mở lần bầu…"),
        (
            lambda file: freeze_list(file, 1, actor="TK"),
            "đã chốt danh sách, chưa mở lần bầu",
            "Mở lần bầu…",
        ),
        (
            lambda file: enter(file, a_round(file), [4], [4]),
            "lần 1: đang kiểm phiếu 2 / 6",
            "Tiếp tục kiểm phiếu",
        ),
        (
            lambda file: enter(file, a_round(file, papers=None), [4]),
            "lần 1: đang kiểm phiếu, đã nhập 1",
            "Tiếp tục kiểm phiếu",
        ),
        (a_counted_round, "lần 1: đã nhập đủ 6 phiếu, chờ công bố", "Tiếp tục kiểm phiếu"),
        (
            lambda file: confirm_bundle(file, a_counted_round(file).id, 2, operator="TK"),
            "lần 1: đã nhập đủ 6 phiếu, chờ công bố",
            "Kiểm tra và công bố",
        ),
        (a_declared_round, "đã công bố, bầu đủ 3 / 3", "Xem kết quả"),
    ],
)
def test_that_the_state_of_an_election_gives_its_one_primary_action(
    qtbot, tmp_path, prepare, state, step
):
    with elections_desk(tmp_path, qtbot, prepare=prepare) as bench:
        bench.desk.show_at("elections")
        bench.settle()
        assert states(bench) == [state]
        assert bench.desk.screen_of("elections").step.text() == step


def test_that_an_election_without_names_leads_to_its_list(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, an_election(names=0)) as bench:
        assert states(bench) == ["chưa có danh sách"]
        bench.press(ENTER)
        assert bench.desk.shown_screen is bench.desk.screen_of("election")
        assert bench.desk.screen_of("election").next.isHidden()
        assert bench.desk.screen_of("election").list.buttons.isHidden()
        assert bench.keyboard == "addFirstCandidate"


def test_that_alt_and_arrows_move_a_name_at_once_and_in_the_file(page):
    page.press(DOWN, (DOWN, ALT), (DOWN, ALT), (DOWN, ALT))
    a, b, c, d = NAMES[:4]
    screen = page.desk.screen_of("election")
    assert [row.candidate.name for row in screen.list.table.records] == [a, c, d, b]
    assert page.listed() == [a, c, d, b]
    page.press((UP, ALT))
    assert page.listed() == [a, c, b, d]
    assert page.desk.screen_of("election").list.table.current.candidate.name == b


def test_that_moving_faster_than_the_file_answers_loses_no_step(page):
    mover = page.desk.screen_of("election").list.mover
    for _ in range(3):
        mover.step(1)
    for _ in range(2):
        mover.step(-1)
    page.settle()
    a, b, c, d = NAMES[:4]
    assert page.listed() == [b, a, c, d]


@pytest.mark.parametrize(
    ("row", "over", "below", "order"),
    [(0, 2, True, "bcad"), (3, 0, False, "dabc"), (1, 1, True, "abcd"), (0, None, False, "bcda")],
)
def test_that_a_name_can_be_dragged_to_its_place(page, row, over, below, order):
    table = page.desk.screen_of("election").list.table
    table.select_row(row)
    place = QPoint(20, table.viewport().height() - 2)
    if over is not None:
        cell = table.visualRect(table.model().index(over, 0))
        place = QPoint(20, cell.center().y() + (4 if below else -4))
    page.desk.screen_of("election").list.mover.drop(place)
    page.settle()
    assert page.listed() == [NAMES["abcd".index(letter)] for letter in order]


def test_that_sorting_puts_the_list_in_the_order_of_given_names(page):
    page.desk.screen_of("election").list.mover.step(1)
    page.settle()
    page.widget("sortCandidate").setFocus()
    page.press(ENTER)
    assert page.listed() == list(NAMES[:4])
    assert page.keyboard == "candidatesTable"


def test_that_people_are_added_one_after_the_other(page):
    page.press(INSERT, "Đỗ Văn  Ý", TAB, "5/6/1975", ENTER)
    assert "Đã thêm Đỗ Văn Ý; danh sách có 5 người" in page.dialog.said.text()
    assert (page.dialog.name.text(), page.dialog.born.text()) == ("", "")
    assert page.keyboard == "candidateName"
    page.press("Hồ Thị Ớt", ENTER, ESC)
    added = page.election().candidates[-2:]
    assert [(c.name, c.born) for c in added] == [("Đỗ Văn Ý", "1975-06-05"), ("Hồ Thị Ớt", "")]
    assert page.keyboard == "candidatesTable"


def test_that_a_wrong_date_or_a_person_twice_is_refused_in_the_form(page):
    page.press(INSERT, NAMES[0], TAB, "hôm qua", ENTER)
    assert "05/06/1975" in page.dialog.said.text()
    assert page.keyboard == "candidateBorn"
    page.dialog.born.setText("1970")
    page.press(ENTER)
    assert "đã có trong danh sách" in page.dialog.said.text()
    page.press(ESC)
    assert len(page.listed()) == 4


def test_that_a_name_of_the_register_brings_the_other_details(page):
    page.press(INSERT, "dai bieu 3")
    names = page.dialog._names
    assert [names.model().index(i, 0).data() for i in range(names.model().rowCount())] == [
        "Đại biểu 3 · 003"
    ]
    names.activated.emit(names.completionModel().index(0, 0))
    page.dialog.name.setText("Đại biểu 3")
    page.press(ENTER, ESC)
    assert page.listed()[-1] == "Đại biểu 3"


def test_that_enter_changes_a_person_and_delete_asks_before_taking_one_off(page):
    page.press(ENTER)
    page.dialog.role.setText("Bí thư Chi bộ")
    page.press(ENTER)
    assert page.election().candidates[0].role == "Bí thư Chi bộ"
    page.messages.yes = True
    page.press(DELETE)
    assert page.messages.asked == [f"Rút {NAMES[0]} khỏi danh sách?"]
    assert page.listed() == list(NAMES[1:4])


def test_that_a_fixed_list_cannot_be_changed_until_it_is_opened_again(page):
    panel = page.desk.screen_of("election").list
    page.widget("fixCandidate").setFocus()
    page.press(ENTER)
    assert "Phiếu bầu in đúng 4 người theo thứ tự này" in panel.form._words.text()
    assert page.keyboard == "fixList"
    page.press(ESC)
    assert page.desk.shown_screen is page.desk.screen_of("election") and panel.form.isHidden()
    page.widget("fixCandidate").setFocus()
    page.press(ENTER, ENTER)
    assert page.election().frozen
    assert panel.form.isHidden() and page.widget("addCandidate").isHidden()
    page.press((DOWN, ALT), INSERT, DELETE)
    assert page.listed() == list(NAMES[:4])
    page.widget("unfixCandidate").setFocus()
    page.press(ENTER)
    assert not page.election().frozen
    assert not page.widget("addCandidate").isHidden()


def test_that_a_list_above_the_permitted_surplus_is_fixed_only_with_a_reason(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, an_election(names=6, seats=3)) as bench:
        bench.show("election", bench.election().id)
        bench.widget("fixCandidate").setFocus()
        bench.press(ENTER)
        form = bench.desk.screen_of("election").list.form
        assert "số dư tối đa 1 người" in form._words.text()
        assert "Điều 14" not in form._words.text()
        assert bench.keyboard == "freezeReason"
        bench.press(ENTER)
        assert not bench.election().frozen
        assert "ghi lý do của đại hội" in form._words.text()
        bench.press("Đại hội biểu quyết giữ 6 người", ENTER)
        assert bench.election().frozen


def test_that_the_page_says_what_the_rules_say_of_the_list(qtbot, tmp_path):
    twice = tuple(Candidate(name="Lê Văn Tám", born=born) for born in ("1970", "1971"))
    held = dataclasses.replace(
        an_election(names=2, seats=3), candidates=(*twice, Candidate(name="A"))
    )
    with elections_desk(tmp_path, qtbot, held) as bench:
        bench.show("election", bench.election().id)
        page = bench.desk.screen_of("election")
        assert "bầu 3 trong danh sách 3 · không có số dư" in page.head.sentence.text()
        assert "đánh dấu Đồng ý / Không đồng ý · Điều 15" in page.head.sentence.text()
        said = [
            row.text for row in page.side.findChildren(type(page.side._no_findings(page._view)))
        ]
        assert "Danh sách không có số dư: 3 người, bầu 3 — Điều 14" in said
        assert any("cùng tên “Lê Văn Tám”" in words for words in said)


def test_that_a_round_opened_in_error_is_cancelled_only_with_a_reason(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_round) as bench:
        bench.show("election", bench.election().id)
        bench.widget("cancelRound").setFocus()
        bench.press(ENTER, ENTER, ENTER)
        assert "Cần ghi lý do" in bench.dialog.said.text()
        bench.press("Mở nhầm cuộc bầu", ENTER, ENTER)
        assert bench.rounds()[0].state is RoundState.CANCELLED
        assert bench.rounds()[0].cancel_reason == "Mở nhầm cuộc bầu"
        assert bench.desk.screen_of("election").next.text() == "Mở lần bầu…"


def test_that_every_act_carries_the_name_of_the_person_at_the_keyboard(page):
    page.press((DOWN, ALT))
    newest = page.ask(journal)[-1]
    assert (newest.act, newest.actor) == ("xếp danh sách", page.session.operator)


def test_that_a_long_name_is_cut_on_screen_and_whole_in_its_tooltip(qtbot, tmp_path):
    name = ("Công Tằng Tôn Nữ " * 12)[:200].strip()
    held = Election(code="BCH", title="T" * 500, seats=1, candidates=(Candidate(name=name),))
    with elections_desk(tmp_path, qtbot, held, size=(836, 600)) as bench:
        bench.show("election", bench.election().id)
        page = bench.desk.screen_of("election")
        assert page.head.title.text().endswith("…")
        assert page.head.title.toolTip() == "T" * 500
        assert page.width() == 836
        table = page.list.table
        assert table.columnWidth(1) < table.fontMetrics().horizontalAdvance(name)
        assert table.horizontalHeader().length() <= table.viewport().width()


def test_that_escape_goes_back_to_the_elections(page):
    page.press(ESC)
    assert page.desk.shown_screen is page.desk.screen_of("elections")
    assert page.keyboard == "electionsTable"


def test_that_many_people_go_onto_the_list_in_one_act(page):
    lines = len(page.ask(journal))
    page.desk.screen_of("election").list.commands.run("many")
    page.settle()
    dialog = page.dialog
    QApplication.clipboard().setText("1\tLý Dán An\t1980\tNam\n2\tTrần Thị Dán\t5/6/1975\tNữ\n")
    dialog.paste.click()
    assert [p.name for p in dialog.ticked] == ["Lý Dán An", "Trần Thị Dán"]
    page.press("dan an")
    assert [dialog.people.item(row).isHidden() for row in range(2)] == [False, True]
    page.press(ENTER)  # nobody goes onto the list yet
    assert page.keyboard == "manyPeople"
    dialog.submit.click()
    page.settle()
    names = [c.name for c in page.election().candidates]
    assert names[-2:] == ["Lý Dán An", "Trần Thị Dán"]
    assert len(page.ask(journal)) == lines + 1


def test_that_what_holds_no_names_cannot_be_pasted(page):
    page.desk.screen_of("election").list.commands.run("many")
    page.settle()
    QApplication.clipboard().setText("1\t2\n3\t4\n")
    page.dialog.paste.click()
    assert "Không nhận ra cột họ tên" in page.dialog.said.text()
    assert not page.dialog.submit.isEnabled()
    page.press(ESC)

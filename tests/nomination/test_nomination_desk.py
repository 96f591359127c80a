"""The page of the way to the ballot under hands that press keys, and what it refuses."""

from __future__ import annotations

import pytest
from bench import ENTER, ESC, TAB
from congress_files import a_round, an_election, granted
from elections_bench import elections_desk
from nomination_acts import (
    ACTOR,
    BY_COMMITTEE,
    BY_DELEGATES,
    BY_SELF,
    committee_election,
    counted,
    prepared,
    put,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from congress_desk.actions.elections.lists import freeze_list
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.nomination.nominee import Source
from congress_desk.domain.nomination.steps import Stop
from congress_desk.queries.congress import duties
from congress_desk.queries.nomination import nominees, opinion_polls

SAVE = (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def with_names(file):
    put(file, Candidate(name="Tô Tự Cử", born="1980"), BY_SELF)
    put(file, Candidate(name="Đinh Được Cử", born="1981"), BY_DELEGATES)


@pytest.fixture
def desk(tmp_path, qtbot):
    with elections_desk(tmp_path, qtbot, committee_election(), prepare=with_names) as bench:
        bench.show("nomination", 1)
        yield bench


def page(bench):
    return bench.desk.screen_of("nomination")


def test_that_a_plain_list_shows_one_quiet_link_and_no_warning(tmp_path, qtbot):
    with elections_desk(tmp_path, qtbot, an_election("BT", 2, 1)) as bench:
        bench.show("election", 1)
        line = bench.desk.screen_of("election").steps
        assert line.quiet.isVisible()
        assert not line.missing.isVisible()
        assert not any(button.isVisible() for button in line.buttons.values())


def test_that_the_line_names_the_first_step_missing_and_jumps_there(desk):
    bench = desk
    bench.show("election", 1)
    line = bench.desk.screen_of("election").steps
    assert not line.quiet.isVisible()
    assert line.missing.text().startswith("Còn thiếu: Chưa biểu quyết số lượng bầu (3)")
    assert "khoản 4 Điều 17" in line.buttons[Stop.POLL].toolTip()
    line.buttons[Stop.POLL].setFocus()
    bench.press(ENTER)
    assert bench.desk.shown_screen is page(bench)
    assert bench.keyboard == "do_poll"


def test_that_the_line_is_gone_once_ballots_are_cast_on_a_plain_list(tmp_path, qtbot):
    with elections_desk(tmp_path, qtbot, an_election(), prepare=a_round) as bench:
        bench.show("election", 1)
        assert not bench.desk.screen_of("election").steps.isVisible()


def test_that_names_to_be_decided_on_come_first(desk):
    names = [n.candidate.name for n in page(desk).table.records]
    assert names[:2] == ["Tô Tự Cử", "Đinh Được Cử"]


def test_that_the_surplus_is_an_exact_share_now_and_with_all_proposed(desk):
    words = page(desk).head.sentence.text()
    assert "số dư 1/3 = 33,33%" in words
    assert "3/3 = 100,00%" in words


def test_that_what_a_name_does_not_allow_is_refused_with_its_reason(desk):
    bench = desk
    commands = page(bench).commands
    assert "lấy mức đồng ý" not in commands.why_not("support")
    table = page(bench).table
    table.select_row(len(table.records) - 1)
    assert (
        commands.why_not("support")
        == "Người do cơ quan triệu tập giới thiệu không cần lấy mức đồng ý"
    )
    assert commands.why_not("put") == "Người này đã có trong danh sách"
    assert commands.why_not("leave") == "Chỉ dành cho người đang xem xét"


def test_that_a_name_without_support_is_refused_in_words_and_then_supported(desk):
    bench = desk
    bench.run("put")
    assert "30%" in page(bench).notice.title
    bench.run("support")
    bench.press("3", SAVE)
    bench.run("put")
    assert "Tô Tự Cử" in bench.listed()


def test_that_several_names_get_one_source(desk):
    bench = desk
    table = page(bench).table
    table.select_rows([2, 3, 4, 5])
    bench.run("source")
    bench.dialog.origin.source.setCurrentIndex(0)
    bench.press(SAVE)
    found = bench.ask(nominees, 1)
    assert [n.source for n in found[:4]].count(Source.COMMITTEE) >= 3


def test_that_a_poll_count_that_cannot_be_stays_in_the_form_with_the_reason(desk):
    bench = desk
    bench.act(prepared)
    bench.desk.refresh()
    bench.settle()
    bench.run("poll")
    bench.press("7", ENTER, "6", ENTER, "0", ENTER, "2", ENTER, "4", ENTER)
    bench.press("6", ENTER, "6", ENTER, "0", ENTER, "2", ENTER, "4", SAVE)
    assert bench.dialog.said.text().startswith("Phát ra 7 phiếu cho 6 người")
    bench.press(ESC)
    assert bench.ask(opinion_polls, 1)[0].counted_at == ""


def test_that_a_poll_is_cancelled_with_a_reason_and_taken_again(desk):
    bench = desk
    bench.act(prepared)
    bench.desk.refresh()
    bench.settle()
    bench.run("cancel_poll")
    bench.press("thu về nhiều hơn phát ra", ENTER, ENTER)
    bench.run("poll")
    bench.dialog.team.setFocus()
    bench.press("Mai Văn Ghi", SAVE)
    assert [p.number for p in bench.ask(opinion_polls, 1)] == [1, 2]


def test_that_a_counter_who_is_nominated_is_replaced_first_and_then_put_forward(desk):
    desk.run("add")
    desk.press("Đỗ Văn Trưởng", SAVE)
    nomination, counter = desk.dialog.parent(), desk.dialog
    assert counter.leaving.currentText() == "Đỗ Văn Trưởng"
    desk.press("Lý Thế Chân", SAVE)
    assert "Đã ghi tên Đỗ Văn Trưởng" in nomination.said.text()
    assert [duty.name for duty in desk.ask(duties)] == ["Lý Thế Chân"]
    assert "Đỗ Văn Trưởng" in [n.candidate.name for n in desk.ask(nominees, 1)]


def test_that_a_counter_who_is_listed_is_replaced_from_the_page(tmp_path, qtbot):
    def imported(file):
        put(file, Candidate(name="Võ Giới Thiệu"), BY_COMMITTEE)
        name = file.rows("SELECT name FROM candidate WHERE id = 1")[0]["name"]
        with file.act("as_imported", actor=ACTOR) as act:
            act.update("duty", 1, name=name)

    with elections_desk(tmp_path, qtbot, committee_election(), prepare=imported) as bench:
        bench.show("nomination", 1)
        assert page(bench).commands.words("board") == "Thay người kiểm phiếu…"
        bench.run("board")
        bench.press("Lê Thay", SAVE)
        assert [duty.name for duty in bench.ask(duties)] == ["Lê Thay"]


def test_that_a_fixed_list_takes_no_more_names_and_says_so(tmp_path, qtbot):
    def fixed(file):
        with_names(file)
        granted(freeze_list(file, 1, actor=ACTOR))

    with elections_desk(tmp_path, qtbot, committee_election(), prepare=fixed) as bench:
        bench.show("nomination", 1)
        for name in ("add", "many", "put"):
            assert page(bench).commands.why_not(name) == "Danh sách đã chốt; mở chốt trước khi sửa"


def test_that_many_come_from_the_register_by_filter_and_mark(desk):
    bench = desk
    bench.run("many")
    dialog = bench.dialog
    bench.press("bieu 3")
    assert sum(not dialog.people.item(r).isHidden() for r in range(dialog.people.count())) == 1
    dialog.all.click()
    dialog.filter.setText("bieu 5")
    dialog.all.click()
    assert sorted(p.name for p in dialog.ticked) == ["Đại biểu 3", "Đại biểu 5"]
    bench.press(SAVE)
    found = {n.candidate.name: n.source for n in bench.ask(nominees, 1)}
    assert found["Đại biểu 3"] is Source.COMMITTEE
    assert "Đại biểu 5" in bench.listed()


def test_that_many_are_pasted_from_excel_and_those_there_already_are_told(desk):
    bench = desk
    bench.run("many")
    text = "Họ và tên\tNgày sinh\nLý Mới Một\t1970\nLý Mới Hai\t1971\nTô Tự Cử\t1980\n"
    QApplication.clipboard().setText(text)
    bench.dialog.paste.click()
    assert "1 người đã có trong danh sách" in bench.dialog.said.text()
    assert [p.name for p in bench.dialog.ticked] == ["Lý Mới Một", "Lý Mới Hai"]
    bench.press(SAVE)
    assert bench.listed()[-2:] == ["Lý Mới Một", "Lý Mới Hai"]


def test_that_a_vote_may_be_left_to_the_desk_of_motions(desk):
    bench = desk
    bench.run("number")
    bench.press("4", TAB)
    bench.dialog.later.setChecked(True)
    bench.press(SAVE)
    assert bench.election().seats == 3
    assert page(bench).side.rows[Stop.NUMBER].text.startswith("Số lượng bầu 4 đang chờ")


def test_that_a_count_typed_right_shows_the_support(desk):
    bench = desk
    bench.act(prepared)
    bench.act(counted, 5, 1)
    bench.desk.refresh()
    bench.settle()
    model = page(bench).table.model()
    assert model.index(0, 4).data() == "5/6 (83,33%)"

"""The result of a declared round: headline, tables, grounds, what follows, copying."""

from __future__ import annotations

import pytest
from bench import CTRL, ENTER, ESC
from congress_files import NAMES, a_declared_round, an_election, granted
from decision_acts import DECISION_ACTS
from elections_bench import elections_desk, short_round, tied_round, void_round
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from congress_desk.domain.elections.round import RoundKind
from congress_desk.ui.desk import paper_place

COPY = (Qt.Key.Key_C, CTRL)


def result_of(qtbot, tmp_path, prepare, **desk):
    """Return the desk with the result of the first round in sight."""
    opened = elections_desk(tmp_path, qtbot, prepare=prepare, **desk)
    bench = opened.__enter__()
    bench.show("result", bench.rounds()[0].id)
    return opened, bench


@pytest.fixture
def result(qtbot, tmp_path, request):
    """The result of a round prepared by the parameter, a complete one without."""
    opened, bench = result_of(qtbot, tmp_path, getattr(request, "param", a_declared_round))
    yield bench
    opened.__exit__(None, None, None)


def column(table, number: int) -> list[str]:
    model = table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def side_words(bench) -> str:
    labels = bench.desk.screen_of("result").side.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if not label.isHidden())


def test_that_a_complete_round_is_told_in_large_figures_with_its_papers(result):
    screen = result.desk.screen_of("result")
    assert (screen.headline.number.text(), screen.headline.words.text()) == (
        "3 / 3",
        "đã bầu đủ số lượng",
    )
    assert "hơn 6 ÷ 2 (số làm căn cứ tính), tức từ 4 phiếu trở lên — Điều 30" in (
        screen.head.sentence.text()
    )
    papers = [
        w.accessibleName()
        for w in screen.headline.findChildren(object)
        if hasattr(w, "accessibleName")
    ]
    assert {"Thu về: 6", "Hợp lệ: 6", "Không hợp lệ: 0"} <= set(papers)


def test_that_the_tables_stand_in_their_own_orders_with_each_decision(result):
    high, ballot, elected = result.desk.screen_of("result").tables.tables
    assert column(ballot, 1) == list(NAMES[:4])
    assert column(ballot, 2) == ["6", "5", "4", "2"]
    assert column(ballot, 3) == ["100,00", "83,33", "66,67", "33,33"]
    assert column(high, 4) == [
        "6 > 6 ÷ 2 — Điều 30",
        "5 > 6 ÷ 2 — Điều 30",
        "4 > 6 ÷ 2 — Điều 30",
        "2 ≤ 6 ÷ 2 — Điều 30",
    ]
    assert column(high, 5) == ["trúng cử", "trúng cử", "trúng cử", "không quá bán"]
    assert column(elected, 1) == list(NAMES[:3])


def test_that_figures_stand_at_the_right(result):
    model = result.desk.screen_of("result").tables.tables[0].model()
    for number in (0, 2, 3):
        side = model.index(0, number).data(Qt.ItemDataRole.TextAlignmentRole)
        assert side & Qt.AlignmentFlag.AlignRight
        head = model.headerData(
            number, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        assert head & Qt.AlignmentFlag.AlignRight


def test_that_who_confirmed_and_the_code_of_the_file_are_there(result):
    words = side_words(result)
    assert "Đỗ Văn Trưởng và Chủ tịch" in words
    assert result.sheet().head.code in words


def test_that_a_complete_election_opens_its_minutes_and_no_further_round(result, qtbot):
    assert result.widget("nextRound").isHidden()
    minutes = result.widget("openMinutes")
    assert minutes.property("role") == "primary"
    minutes.setFocus()
    with qtbot.waitSignal(result.desk.place_wanted) as wanted:
        result.press(ENTER)
    assert wanted.args == [paper_place(round_id=result.rounds()[0].id)]


def test_that_ctrl_c_copies_the_table_for_a_spreadsheet(result):
    assert result.keyboard == "resultByVotes"
    result.press(COPY)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["TT", "Họ và tên", "Số phiếu", "Tỷ lệ %"]
    assert lines[1].split("\t")[:4] == ["1", NAMES[0], "6", "100,00"]
    assert len(lines) == 5
    assert "Đã chép 4 dòng" in result.desk.screen_of("result").said.text()


def test_that_only_the_selected_rows_are_copied_when_there_are_several(result):
    table = result.desk.screen_of("result").tables.shown
    result.press((Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier), COPY)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
    assert table.objectName() == "resultByVotes"


@pytest.mark.parametrize(("width", "visible", "tabs"), [(1178, 1, 3), (836, 1, 3), (2000, 2, 2)])
def test_that_both_orders_stand_side_by_side_where_there_is_room(
    qtbot, tmp_path, width, visible, tabs
):
    opened, bench = result_of(qtbot, tmp_path, a_declared_round, size=(width, 900))
    tables = bench.desk.screen_of("result").tables
    assert sum(not table.isHidden() for table in tables.tables) == visible
    assert sum(tables._tabs.isTabVisible(i) for i in range(3)) == tabs
    opened.__exit__(None, None, None)


@pytest.mark.parametrize("result", [tied_round], indirect=True)
def test_that_a_tie_leads_to_a_vote_among_the_tied(result):
    screen = result.desk.screen_of("result")
    assert screen.headline.number.text() == "1 / 3"
    assert screen.headline.words.text() == "3 người bằng phiếu, số lượng còn phải bầu là 2"
    assert "Bầu lại trong số những người bằng phiếu" in side_words(result)
    assert screen.next.text() == "Mở lần bầu lại những người bằng phiếu…"
    screen.next.setFocus()
    result.press(ENTER)
    assert result.desk.shown_screen is result.desk.screen_of("opening")
    result.open_anyway()
    assert result.rounds()[1].kind is RoundKind.TIE


@pytest.mark.parametrize("result", [short_round], indirect=True)
def test_that_too_few_elected_leave_the_choice_to_the_congress(result):
    screen = result.desk.screen_of("result")
    assert screen.headline.number.text() == "2 / 3"
    words = side_words(result)
    for step in ("bầu tiếp lần sau", "rút bớt số lượng bầu", "để khuyết"):
        assert step in words
    assert screen.next.text() == "Quyết định sau lần bầu…"


@pytest.mark.parametrize("result", [void_round], indirect=True)
def test_that_a_void_round_tells_no_votes_and_leads_to_the_vote_again(result):
    screen = result.desk.screen_of("result")
    assert screen.headline.number.text() == "7 > 6"
    assert screen.tables.is_void
    assert "Hủy toàn bộ phiếu và bầu lại" in screen.head.sentence.text()
    assert screen.copy.isHidden()
    assert result.keyboard == "nextRound"
    result.press(ENTER)
    assert result.desk.shown_screen is result.desk.screen_of("opening")


def test_that_an_earlier_round_leads_to_the_later_one(qtbot, tmp_path):
    opened, bench = result_of(qtbot, tmp_path, short_round)
    bench.press(ESC)
    bench.show("opening", bench.election().id)
    bench.open_anyway()
    bench.show("result", bench.rounds()[0].id)
    assert bench.desk.screen_of("result").next.text() == "Xem lần bầu 2"
    assert "các lần bầu: 2 / 3" in bench.desk.screen_of("result").head.state.text()
    bench.desk.screen_of("result").next.setFocus()
    bench.press(ENTER)
    assert bench.desk.shown_screen is bench.desk.screen_of("counting")
    opened.__exit__(None, None, None)


def test_that_tick_ballots_have_their_three_counts(qtbot, tmp_path):
    from congress_files import a_round, enter, granted

    from congress_desk.actions.elections.declaring import declare_result

    def ticked(file):
        found = a_round(file)
        enter(file, found, [1], [], [2])
        enter(file, found, [], [], [3], bundle=2)
        granted(
            declare_result(file, found.id, first="Đỗ A", second="Lê B", reason="thử", actor="TK")
        )

    with elections_desk(tmp_path, qtbot, an_election(names=3, seats=3), prepare=ticked) as bench:
        bench.show("result", bench.rounds()[0].id)
        table = bench.desk.screen_of("result").tables.tables[1]
        assert [column(table, number)[0] for number in (2, 3, 4)] == ["5", "1", "0"]


def test_that_escape_goes_back_to_the_election(result):
    result.press(ESC)
    assert result.desk.shown_screen is result.desk.screen_of("election")


def annulled_round(file):
    a_declared_round(file)
    granted(DECISION_ACTS["annul_round"](file))


@pytest.mark.parametrize("result", [annulled_round], indirect=True)
def test_that_nobody_stands_as_elected_in_a_result_that_was_annulled(result):
    tables = result.desk.screen_of("result").tables
    by_votes, _, elected = tables.tables
    assert column(elected, 1) == []
    model = by_votes.model()
    outcomes = column(by_votes, model.columnCount() - 1)
    assert outcomes[0] == "khi công bố: trúng cử"
    assert {row.sign.tone for row in by_votes.record_model.records} == {"muted"}

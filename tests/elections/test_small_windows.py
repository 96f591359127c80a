"""Election pages in a small window: one bar scrolls, and no state, outcome or name is cut."""

from __future__ import annotations

import nomination_acts as acts
import pytest
from bench import DOWN, OPERATOR
from congress_files import an_election
from counting_bench import count
from elections_after_round import hold
from elections_bench import elections_desk
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from congress_desk.domain.elections.election import Candidate
from congress_desk.ui.desks.elections.counting.line.notices import Answer, Notice, Topic

# What a window of 1024 x 700 leaves to a desk.
SMALL = (836, 600)


def many_names(file) -> None:
    for number in range(20):
        name = f"Công Tằng Tôn Nữ Thị Minh Khai {number}"
        acts.put(file, Candidate(name=name, born="1980"), acts.BY_DELEGATES)


@pytest.fixture
def nomination(tmp_path, qtbot):
    held = acts.committee_election()
    with elections_desk(tmp_path, qtbot, held, prepare=many_names, size=SMALL) as bench:
        bench.show(bench.desk.show_nomination, bench.election("BCH").id)
        bench.settle()
        yield bench


def fits(table) -> bool:
    return table.verticalScrollBar().maximum() == table.horizontalScrollBar().maximum() == 0


def test_that_the_names_before_the_ballot_scroll_with_their_page_alone(nomination):
    table = nomination.desk.nomination.table
    assert fits(table)
    titles = [column.title for column in table.record_model.columns]
    assert not table.isColumnHidden(titles.index("Trạng thái"))
    assert not table.isColumnHidden(titles.index("Họ và tên"))


def test_that_the_page_follows_the_row_the_keyboard_goes_to(nomination):
    table = nomination.desk.nomination.table
    table.setFocus()
    for _ in range(20):
        QTest.keyClick(table, DOWN)
    assert table.currentIndex().row() == 20
    page = nomination.desk.nomination.findChild(QScrollArea)
    row = table.viewport().mapTo(page.viewport(), table.visualRect(table.currentIndex()).center())
    assert 0 <= row.y() <= page.viewport().height()


def test_that_the_outcome_of_a_round_is_not_cut(tmp_path, qtbot):
    held = an_election("BCH", 4, 3)
    with elections_desk(
        tmp_path,
        qtbot,
        held,
        prepare=lambda file: hold(file, "BCH", [20, 18, 9, 10], 20),
        people=20,
        size=(600, 560),
    ) as bench:
        bench.show(bench.desk.show_result, bench.rounds()[0].id)
        bench.settle()
        table = bench.desk.result.tables.shown
        last = len(table.record_model.columns) - 1
        assert fits(table) and table.columnWidth(last) >= table.sizeHintForColumn(last)


@pytest.fixture
def narrow(tmp_path, qtbot):
    """The counting screen as a window of 1024 x 700 at 150 % leaves it, in unscaled pixels."""
    yield count(tmp_path, qtbot, size=(622, 400), returned=40)


def test_that_the_columns_of_a_narrow_count_are_read_whole(narrow):
    table = narrow.table
    for button in (table.bundles.add, table.bundles.change):
        assert button.width() >= button.sizeHint().width()
    areas = table.side.findChildren(QScrollArea)
    area = next(each for each in areas if each.isAncestorOf(table.side.accounting))
    assert area.widget().width() <= area.viewport().width()


def test_that_a_narrow_count_shows_the_name_of_who_types_whole(narrow):
    shown = narrow.table.operator.findChild(QPushButton, "operatorButton")
    assert shown.text() == OPERATOR
    assert shown.width() >= shown.sizeHint().width()
    assert shown.accessibleName() == f"Người nhập: {OPERATOR}"


def test_that_the_buttons_of_a_notice_stand_under_its_words_in_a_narrow_count(narrow, qtbot):
    words = "Phiếu ghi sau cùng: tệp 1, phiếu 4, gạch 1 · 9. Tờ phiếu này đã đặt xuống chưa?"
    answer = Answer("Đã đặt xuống", lambda: None)
    narrow.table.notices.put(Topic.RESUMED, Notice(text=words, answers=(answer,)))
    qtbot.wait(1)
    told = narrow.table.slot.findChild(QLabel, "noticeText")
    button = next(b for b in narrow.table.slot.findChildren(QPushButton) if b.isVisible())
    assert button.mapTo(narrow.table.slot, QPoint()).y() >= told.geometry().bottom()

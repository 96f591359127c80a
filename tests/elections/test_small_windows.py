"""Election pages in a small window: one bar scrolls, and no state, outcome or name is cut."""

from __future__ import annotations

import nomination_acts as acts
import pytest
from bench import DOWN
from congress_files import an_election
from elections_after_round import hold
from elections_bench import elections_desk
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from congress_desk.domain.elections.election import Candidate

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

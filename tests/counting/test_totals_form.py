"""A bundle from its tally sheet, by keys alone: sums as they run, and the count beside ballots."""

from __future__ import annotations

from typing import Any

import pytest
from counting_bench import Counted, count, has_keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from total_acts import totals_ready

from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.ui.desks.elections.totals.bundle_totals import SettleDialog
from congress_desk.ui.desks.elections.totals.totals_dialog import TotalsDialog
from congress_desk.ui.records.forms.form_dialog import FormDialog

ENTER, ESC = Qt.Key.Key_Enter, Qt.Key.Key_Escape


@pytest.fixture
def desk(qtbot: Any, tmp_path: Any) -> Counted:
    """The counting screen with 4 names for 3 seats, 8 ballots in bundles of 4."""
    return count(tmp_path, qtbot, listed=4, seats=3, returned=8, bundle_size=4)


def opened(desk: Counted, qtbot: Any) -> Any:
    """Run the command of the bundles and return the form it opens."""
    desk.table.bundles.commands.run("by_totals")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FormDialog))
    return QApplication.activeModalWidget()


def type_sheet(form: TotalsDialog, *numbers: str) -> None:
    """Type numbers one under the other, each with Enter."""
    for number in numbers:
        holder = form.focusWidget()
        QTest.keyClicks(holder, number)
        QTest.keyClick(holder, ENTER)


# Votes of four names; valid, seven reasons; ballots that keep 3, 2 and 1 names.
SHEET = ("3", "3", "2", "1", "3", "", "", "", "", "", "1", "", "3", "", "")


def test_that_a_sheet_is_entered_by_keys_and_counts_beside_typed_ballots(
    qtbot: Any, desk: Counted
) -> None:
    form = opened(desk, qtbot)
    assert isinstance(form, TotalsDialog)
    type_sheet(form, *SHEET)
    assert [row.text.split(";")[0] for row in form.sums[:3]] == [
        "Hợp lệ 3 + không hợp lệ 1 = 4 tờ",
        "Cộng các ô k: 3",
        "Cộng phiếu của các tên: 9",
    ]
    assert form.sums[3].text == "Không tên nào vượt số phiếu hợp lệ"
    QTest.keyClick(form.focusWidget(), ENTER)
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: desk.table.state.count.tally.entered == 4)
    assert desk.table.state.bundle == 2, "a bundle by its sheet takes no ballot"
    for _ in range(4):
        desk.ballot("4")
    desk.settle(qtbot)
    assert desk.numbers() == [7, 7, 6, 1]
    sheet = round_sheet(desk.file, desk.round_id)
    assert desk.table.state.count.agrees_with(sheet)
    assert sheet.kept_agrees


def test_that_a_sum_that_does_not_hold_is_said_and_nothing_is_recorded(
    qtbot: Any, desk: Counted
) -> None:
    form = opened(desk, qtbot)
    type_sheet(form, "3", "3", "3", "1", *SHEET[4:])
    QTest.keyClick(form.focusWidget(), ENTER)
    desk.settle(qtbot)
    assert "Cộng số phiếu của các tên được 10, cộng k × số phiếu được 9, lệch 1" in form.said.text()
    assert not round_sheet(desk.file, desk.round_id).tally.entered
    form.reject()
    assert form.isVisible(), "numbers typed are not lost by one Esc"
    form.reject()
    assert not form.isVisible()


def test_that_a_number_left_out_is_asked_for(qtbot: Any, desk: Counted) -> None:
    form = opened(desk, qtbot)
    type_sheet(form, "3", "", *SHEET[2:])
    QTest.keyClick(form.focusWidget(), ENTER)
    assert "Còn 1 số chưa ghi" in form.said.text()
    assert form.focusWidget().accessibleName().startswith("2. ")
    form.reject()
    form.reject()


def test_that_totals_are_set_aside_for_a_reason_and_the_bundle_is_typed(
    qtbot: Any, desk: Counted
) -> None:
    form = opened(desk, qtbot)
    type_sheet(form, *SHEET)
    QTest.keyClick(form.focusWidget(), ENTER)
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: desk.table.state.count.tally.entered == 4)
    qtbot.waitUntil(lambda: has_keyboard(desk.screen))
    desk.table.bundles.list.setFocus()
    desk.table.bundles.list.setCurrentIndex(desk.table.bundles.list.bundles.index(0))
    question = opened(desk, qtbot)
    QTest.keyClicks(question.reason, "nham tep")
    question.submit.click()
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: desk.table.state.count.tally.entered == 0)
    assert desk.table.state.count.room(1) == 4


def test_that_a_bundle_begun_ballot_by_ballot_says_so_before_a_sheet_is_typed(
    qtbot: Any, desk: Counted
) -> None:
    desk.ballot("4")
    desk.settle(qtbot)
    form = opened(desk, qtbot)
    assert "Tệp 1 đã nhập từng phiếu" in form.said.text()
    assert not form.submit.isEnabled()
    form.reject()


def test_that_totals_that_differ_are_asked_of_somebody_else_and_nothing_of_them_is_shown(
    qtbot: Any, tmp_path: Any
) -> None:
    desk = count(
        tmp_path,
        qtbot,
        operator="Vũ Ba",
        file_of=lambda where: (totals_ready(where, "resolve_totals"), 1),
    )
    desk.table.bundles.forms.open(1, 1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SettleDialog))
    form = QApplication.activeModalWidget()
    form.grid.take_keyboard()
    assert [field.text() for field in form.grid.fields.values()] == [""] * 4
    type_sheet(form, "2", "1", "1", "2")
    form.submit.click()
    desk.settle(qtbot)
    sheet = round_sheet(desk.file, 1)
    assert [c.votes for c in sheet.result.candidates] == [3, 3, 2, 1]
    assert desk.table.state.count.tally.entered == 3

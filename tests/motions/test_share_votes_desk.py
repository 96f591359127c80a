"""A company's motions at the desk, by keys: shares typed as totals, or holder by holder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench import CTRL, DOWN, ENTER, open_desk
from motion_acts import FREE, a_prepared_motion
from motions_bench import MotionsBench
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from share_acts import a_company, absent

from congress_desk.domain.motions import Cast, MotionOutcome
from congress_desk.ui.desks.motions.desk import MotionsDesk

SAVE = (Qt.Key.Key_S, CTRL)
CHARTER = replace(FREE, matter="Sửa đổi, bổ sung Điều lệ công ty", special=True)


@pytest.fixture
def bench(tmp_path, qtbot):
    """Six holders with 6,000 shares; number 4 is away, number 2 votes for them."""

    def make():
        file = a_company(tmp_path / "ct.congress")
        absent(file, 4)
        a_prepared_motion(file, CHARTER)
        return file

    with open_desk(MotionsBench, MotionsDesk, make, tmp_path, qtbot) as made:
        made.press(ENTER)
        yield made


def test_that_shares_are_typed_as_totals_and_held_against_those_present(bench):
    assert (bench.text("motionBase"), bench.text("motionNeeded")) == ("6.000", "3.900")
    bench.press("5000", ENTER, "1001")
    assert "nhiều hơn 6000 cổ phần dự họp" in bench.desk.panel.check.text
    assert not bench.desk.panel.primary.isEnabled()
    bench.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, "0")
    assert "còn 900 ghi là không biểu quyết" in bench.desk.panel.check.text
    assert bench.text("motionVerdict") == "Thông qua"
    assert "3.900" in bench.text("motionGround") and "Điều 148.1" in bench.text("motionGround")
    bench.desk.panel.primary.click()
    bench.settle()
    (voted,) = bench.motions()
    assert (voted.hands.in_favour, voted.hands.against, voted.silent) == (5_000, 100, 900)
    assert "phiếu biểu quyết dự họp" in bench.text("motionAloud")


def test_that_a_vote_is_entered_and_corrected_holder_by_holder(bench):
    bench.part("motionHolders").click()
    bench.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog.findChild(object, "holdersTable").model().rowCount() == 5
    bench.press(ENTER, ENTER)  # number 1: in favour, then against
    bench.press(DOWN, ENTER, ENTER, ENTER)  # number 2: no opinion
    dialog.findChild(object, "castRest").click()
    assert "Tán thành 2.500 · không tán thành 1.000 · không có ý kiến 2.500" in dialog.sums.text
    bench.press(SAVE)
    (voted,) = bench.motions()
    assert voted.outcome is MotionOutcome.NOT_CARRIED and voted.by_holder
    assert bench.outcomes() == ["không thông qua"]
    bench.run("edit")
    dialog = QApplication.activeModalWidget()
    bench.press(SAVE)
    assert "lý do" in dialog.said.text().lower()
    dialog.findChild(object, "holdersTable").setFocus()
    dialog.findChild(object, "holdersTable").select_row(1)
    dialog.findChild(object, "cast_in_favour").click()
    dialog.reason.setText("nghe nhầm")
    bench.press(SAVE)
    (voted,) = bench.motions()
    assert voted.outcome is MotionOutcome.CARRIED and voted.hands.in_favour == 5_000
    assert {v.person_id: v.cast for v in voted.share_votes}[2] is Cast.IN_FAVOUR
    assert bench.keyboard == "motionsTable"

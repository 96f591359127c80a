"""A vote by show of hands from the first motion to its result, by the keyboard alone."""

from __future__ import annotations

from bench import ALT, CTRL, DOWN, ENTER, ESC, TAB
from congress_files import a_congress, granted
from motion_acts import AGENDA, FREE, A, a_begun_motion, a_prepared_motion, a_voted_motion
from motions_bench import motions_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from window_bench import Window

from congress_desk.actions import motions
from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.statuses import set_status
from congress_desk.domain.motions import Hands, MotionState
from congress_desk.domain.people.person import Status
from congress_desk.queries.motions import motion_roll, motions_view
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.motions.dialogs import matching

F2, F5, F8 = Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F8
INSERT, DELETE = Qt.Key.Key_Insert, Qt.Key.Key_Delete


def absent(file, *ids):
    granted(set_status(file, ids, Status.ABSENT, reason="", actor=A))


def lost_and_waiting(file):
    a_voted_motion(file, Hands(in_favour=4, against=4))
    a_prepared_motion(file, FREE)


def test_that_an_empty_desk_adds_the_usual_motions_with_one_key(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot) as bench:
        assert bench.keyboard == "addFirstMotions"
        bench.press(ENTER)
        usual = bench.ask(motions_view).templates
        assert [m.matter for m in bench.motions()] == [draft.matter for draft in usual]
        assert set(bench.outcomes()) == {"chưa biểu quyết"}
        assert bench.keyboard == "motionsTable"
        assert not bench.part("usualMotion").isVisible()


def test_that_a_vote_goes_from_the_list_to_its_result_by_the_keyboard_alone(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        assert bench.text("motionBase") == "8"
        bench.press(ENTER)
        assert bench.keyboard == "motionFor"
        bench.press("6", ENTER, "1", ENTER, "1", ENTER)
        assert bench.keyboard == "motionPrimary"
        assert bench.text("motionVerdict") == "Thông qua"
        assert bench.motions()[0].state is MotionState.OPEN
        bench.press(ENTER)
        voted = bench.motions()[0]
        assert (voted.state, voted.hands) == (
            MotionState.VOTED,
            Hands(in_favour=6, against=1, other=1),
        )
        assert bench.outcomes() == ["thông qua"]
        assert bench.keyboard == "motionsTable"
        assert bench.text("motionAloud").endswith("đại hội đã thông qua nội dung này.")
        assert not bench.desk.unsaved


def test_that_plus_counts_all_who_are_left_as_in_favour(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        bench.press(ENTER, "+", ENTER)
        assert bench.motions()[0].hands == Hands(in_favour=8)


def test_that_plus_leaves_those_against_as_they_were_typed(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        bench.press(ENTER, ENTER, "2", "+")
        assert bench.text("motionFor") == "6"


def test_that_exactly_half_of_d_is_shown_as_not_carried(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_begun_motion) as bench:
        bench.press(ENTER, "4")
        assert bench.text("motionVerdict") == "Không thông qua"
        assert "cần ít nhất 5, quá 1/2 (" in bench.text("motionGround")
        bench.part("motionFor").clear()
        bench.press("5")
        assert bench.text("motionVerdict") == "Thông qua"


def test_that_too_many_hands_are_refused_while_they_are_typed(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_begun_motion) as bench:
        bench.press(ENTER, "8", ENTER, "1")
        assert "nhiều hơn 8 người có mặt" in bench.desk.panel.check.text
        assert not bench.part("motionPrimary").isEnabled()
        assert bench.text("motionVerdict") == ""
        bench.press(ENTER, ENTER, ENTER)
        assert bench.motions()[0].state is MotionState.OPEN


def test_that_fewer_hands_are_told_as_not_voting(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_begun_motion) as bench:
        bench.press(ENTER, "5")
        assert "còn 3 người ghi là không biểu quyết" in bench.desk.panel.check.text
        assert bench.part("motionPrimary").isEnabled()


def test_that_numbers_typed_stay_while_the_hall_fills_and_f5_takes_it_in(qtbot, tmp_path):
    def prepare(file):
        absent(file, 1)
        a_begun_motion(file)

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        bench.press(ENTER, "7")
        bench.session.act(check_in, 1, done=granted, actor="Cửa 1")
        bench.settle()
        assert bench.text("motionFor") == "7"
        assert bench.text("motionPresent") == "7"
        assert "Hiện có mặt 8 trên số làm căn cứ 8" in bench.desk.panel.moved.text
        bench.press(F5)
        assert bench.text("motionPresent") == "8"
        assert not bench.desk.panel.moved.isVisible()
        assert bench.text("motionFor") == "7"
        assert len(bench.ask(motion_roll, 1).present) == 8


def test_that_numbers_typed_for_one_motion_wait_while_another_is_looked_at(qtbot, tmp_path):
    def prepare(file):
        a_begun_motion(file)
        a_begun_motion(file, FREE)

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        bench.press(ENTER, "5", ESC, DOWN)
        assert bench.text("motionFor") == ""
        assert bench.desk.unsaved
        bench.press(Qt.Key.Key_Up)
        assert bench.text("motionFor") == "5"


def test_that_a_vote_begun_on_the_wrong_line_is_put_off(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        assert not bench.part("putOffMotion").isVisible()
        bench.press(ENTER, "3")
        bench.part("putOffMotion").setFocus()
        bench.press(ENTER)
        assert bench.outcomes() == ["chưa biểu quyết"]
        assert bench.keyboard == "motionsTable"
        assert not bench.desk.unsaved


def test_that_two_thirds_missing_is_warned_of_before_the_vote(qtbot, tmp_path):
    def prepare(file):
        absent(file, 1, 2, 3)
        a_prepared_motion(file)

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        assert "quy chế yêu cầu ít nhất 2/3" in bench.desk.panel.quorum.text
        assert bench.desk.panel.quorum.isVisible()
        bench.press(ENTER, "5")
        assert bench.desk.panel.quorum.isVisible()
        assert bench.text("motionVerdict") == "Thông qua"


def test_that_without_a_register_d_and_presence_are_typed(qtbot, tmp_path):
    def prepare(file):
        absent(file, *range(1, 9))
        a_prepared_motion(file)

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        bench.press(ENTER)
        assert bench.keyboard == "motionHandBase"
        bench.press("150", ENTER, "160", ENTER, ENTER)
        assert "phải từ 1 đến 150" in bench.desk.notice.title
        bench.part("motionHandPresent").setFocus()
        bench.part("motionHandPresent").clear()
        bench.press("147", ENTER, ENTER, "+", ENTER)
        voted = bench.motions()[0]
        assert (voted.base, voted.present, voted.hands.in_favour) == (150, 147, 147)


def test_that_a_vote_is_repeated_with_a_reason_and_the_earlier_one_kept(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, lost_and_waiting) as bench:
        bench.desk.commands.run("repeat")
        bench.settle()
        bench.press(ENTER)
        assert "lý do" in bench.dialog.said.text().casefold()
        bench.press("thảo luận thêm", ENTER)
        assert [m.repeats for m in bench.motions()] == [0, 0, 1]
        assert bench.desk.table.current.motion.id == 3
        bench.press(ENTER, "+", ENTER)
        assert bench.outcomes() == ["đã biểu quyết lại", "chưa biểu quyết", "thông qua"]
        lines = bench.desk.panel.past.findChildren(QPushButton)
        assert len(lines) == 1
        lines[0].click()
        bench.settle()
        assert bench.desk.table.current.motion.id == 1


def test_that_recorded_numbers_are_corrected_with_a_reason(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_voted_motion) as bench:
        bench.press(F2, "9")
        assert "nhiều hơn 8" in bench.dialog.said.text()
        bench.dialog.hands.in_favour.clear()
        bench.press("7", ENTER, "1", ENTER, ENTER)
        assert bench.keyboard == "correct_reason"
        bench.press(ENTER)
        assert bench.motions()[0].hands == Hands(in_favour=8)
        bench.press("đếm sót", ENTER)
        found = bench.motions()[0]
        assert (found.hands, found.change_reason) == (Hands(in_favour=7, against=1), "đếm sót")


def test_that_a_motion_is_added_worded_and_cancelled_by_keyboard(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        bench.press(INSERT)
        assert bench.dialog.matter.toPlainText() == "Bầu Đoàn chủ tịch"
        bench.dialog.choice.setCurrentIndex(bench.dialog.choice.count() - 1)
        assert bench.dialog.matter.toPlainText() == ""
        bench.press(TAB, ENTER)
        assert "Chưa ghi nội dung" in bench.dialog.said.text()
        bench.press("Gửi điện chào mừng", ENTER)
        assert [m.matter for m in bench.motions()] == [AGENDA.matter, "Gửi điện chào mừng"]
        assert bench.desk.table.current.motion.matter == "Gửi điện chào mừng"
        bench.press(F2)
        bench.press(" năm học mới", ENTER)
        assert "năm học mới" in bench.motions()[1].matter
        bench.press((Qt.Key.Key_Up, ALT))
        assert "năm học mới" in bench.motions()[0].matter
        bench.press(DELETE, "trùng", ENTER)
        assert bench.motions()[0].state is MotionState.OPEN
        bench.press(ENTER)
        assert bench.outcomes() == ["đã hủy", "chưa biểu quyết"]


def test_that_a_wording_of_ones_own_is_not_lost_by_choosing_another_kind(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        bench.press(INSERT)
        bench.dialog.matter.setPlainText("Lời riêng")
        bench.dialog.choice.setCurrentIndex(2)
        assert bench.dialog.matter.toPlainText() == "Lời riêng"
        bench.press(ESC)


def test_that_the_names_frozen_for_a_vote_are_shown_and_found_without_accents(qtbot, tmp_path):
    def prepare(file):
        absent(file, 3)
        a_voted_motion(file, Hands(in_favour=7))

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        bench.part("motionNames").click()
        bench.settle()
        assert len(bench.dialog.table.records) == 7
        bench.press("5 dai")
        assert [p.name for p in bench.dialog.table.records] == ["Đại biểu 5"]
        assert matching(bench.dialog.table.records, "bieu x") == ()
        bench.press(ESC)


def test_that_the_sentence_of_the_minutes_is_copied(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_voted_motion) as bench:
        bench.part("motionCopy").click()
        assert (
            QGuiApplication.clipboard()
            .text()
            .startswith("Thông qua chương trình đại hội: tán thành 8/8, đạt 100,00%")
        )


def test_that_a_refused_act_is_told_on_the_page(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, a_prepared_motion) as bench:
        bench.act(motions.cancel_motion, 1, reason="nơi khác", actor=A)
        bench.press(ENTER)
        assert "đã hủy" in bench.desk.notice.title


def test_that_the_desk_has_one_primary_button_and_names_for_a_screen_reader(qtbot, tmp_path):
    with motions_desk(tmp_path, qtbot, lost_and_waiting) as bench:
        for _ in range(2):
            buttons = [b for b in bench.desk.findChildren(QPushButton) if b.isVisible()]
            assert sum(b.property("role") == "primary" for b in buttons) <= 1
            assert all(b.text() for b in buttons)
            fields = [f for f in bench.desk.findChildren(QLineEdit) if f.isVisible()]
            holders = [f.accessibleName() or f.parentWidget().accessibleName() for f in fields]
            assert all(holders), [f.objectName() for f in fields]
            bench.press(DOWN, ENTER)


def test_that_sixty_motions_are_shown_at_once(qtbot, tmp_path):
    def prepare(file):
        granted(motions.add_motions(file, [AGENDA, FREE] * 30, actor=A))

    with motions_desk(tmp_path, qtbot, prepare) as bench:
        assert len(bench.outcomes()) == 60
        bench.press((Qt.Key.Key_End, CTRL))
        assert bench.desk.table.current.number == 60
        assert QApplication.focusWidget() is bench.desk.table


def test_that_the_window_asks_before_hands_that_were_typed_are_lost(qtbot, tmp_path):
    file = a_congress(tmp_path)
    a_begun_motion(file)
    file.close()
    window = Window(qtbot, file.path, ask=[None, True])
    desk = window.show_desk("motions")
    assert window.main.workspace.desk_key == "motions"
    desk.panel.take_keyboard()
    QTest.keyClicks(QApplication.focusWidget(), "5")
    window.main.close()
    window.settle()
    assert len(window.messages.asked) == 1
    assert desk.panel.hands == Hands(in_favour=5)
    window.close()


def test_that_a_motion_just_added_elsewhere_is_chosen_with_the_next_reading(qtbot, tmp_path):
    def two(file):
        a_voted_motion(file)
        a_voted_motion(file)

    with motions_desk(tmp_path, qtbot, two) as bench:
        added = bench.act(motions.add_motion, FREE, begin=False, actor=A)
        bench.desk.show_place(DeskPlace(desk="motions", record=granted(added).id))
        bench.desk.refresh()
        bench.settle()
        assert bench.desk.table.current.motion.id == added.id

"""Obstacles noted, answered, resolved, opened again and reported, by the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench import ALT, CTRL, DOWN, ENTER, ESC, TAB
from congress_files import granted
from obstacles_acts import (
    BALLOTS,
    SOUND,
    A,
    a_resolved_obstacle,
    an_answered_obstacle,
    an_obstacle,
)
from obstacles_bench import NOW, obstacles_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from congress_desk.actions import obstacles
from congress_desk.domain.obstacles import Gravity, ObstacleState
from congress_desk.queries.congress import agenda
from congress_desk.ui.desks.obstacles.words import typed_since

F2, SPACE = Qt.Key.Key_F2, Qt.Key.Key_Space
INSERT, DELETE = Qt.Key.Key_Insert, Qt.Key.Key_Delete
CTRL_S, CTRL_E = (Qt.Key.Key_S, CTRL), (Qt.Key.Key_E, CTRL)
POWER = replace(BALLOTS, what="Mất điện", since="2026-03-12T09:20", procedure=False)


def three(file) -> None:
    """One that blocks, one answered, one resolved."""
    an_obstacle(file, replace(BALLOTS, since="2026-03-12T09:20"))
    an_answered_obstacle(file, replace(SOUND, since="2026-03-12T08:00"))
    a_resolved_obstacle(file, replace(SOUND, what="Mất điện", since="2026-03-12T07:00"))


def test_that_an_empty_desk_notes_the_first_with_one_key_and_one_sentence(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot) as bench:
        assert bench.keyboard == "addFirstObstacle"
        bench.press(ENTER)
        assert bench.keyboard == "obstacle_what"
        bench.press("Mất điện hội trường", CTRL_S)
        noted = bench.obstacles()[0]
        assert (noted.what, noted.since) == ("Mất điện hội trường", "2026-03-12T10:00")
        assert (noted.gravity, noted.actor) == (Gravity.MEDIUM, bench.session.operator)
        assert bench.listed() == ["Mất điện hội trường"]
        assert bench.keyboard == "obstaclesTable"


def test_that_every_field_is_reached_by_tab_in_the_order_of_the_thought(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot) as bench:
        bench.press(INSERT, "Thiếu phiếu", TAB)
        assert bench.keyboard == "obstacle_item_id"
        bench.press(DOWN, TAB, "bàn 2", TAB)
        assert bench.keyboard == "obstacle_since"
        bench.part("obstacle_since").clear()
        bench.press("8:15", TAB, DOWN, DOWN, TAB, "Đỗ Văn Trưởng", TAB, "Quận ủy", TAB)
        assert bench.keyboard == "obstacle_procedure"
        bench.press(Qt.Key.Key_Space, CTRL_S)
        noted, first = bench.obstacles()[0], bench.ask(agenda)[0]
        assert (noted.item_id, noted.where_in) == (first.id, "bàn 2")
        assert (noted.since, noted.gravity) == ("2026-03-12T08:15", Gravity.BLOCKING)
        assert (noted.answerable, noted.asked) == ("Đỗ Văn Trưởng", "Quận ủy")
        assert noted.procedure


def test_that_a_name_is_completed_from_the_register_without_accents(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot) as bench:
        bench.press(INSERT, "Thiếu phiếu")
        field = bench.part("obstacle_asked")
        field.completer().setCompletionPrefix("dai bieu 3")
        assert field.completer().currentCompletion() == "Đại biểu 3"
        field.completer().setCompletionPrefix("van truong")
        assert field.completer().currentCompletion() == "Đỗ Văn Trưởng"
        bench.press(ESC)
        assert bench.obstacles() == ()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ("", "obstacle_what", "Chưa ghi vướng việc gì"),
        ("sáng nay", "obstacle_since", "không phải là giờ"),
        ("23:30", "obstacle_since", "còn ở phía trước"),
    ],
)
def test_that_a_refusal_goes_to_the_field_and_keeps_what_was_typed(
    qtbot, tmp_path, typed, field, said
):
    with obstacles_desk(tmp_path, qtbot) as bench:
        bench.press(INSERT, *(["Thiếu phiếu"] if typed else []))
        if typed:
            bench.part("obstacle_since").setText(typed)
        bench.press(CTRL_S)
        assert said in bench.part("formSaid").text()
        assert bench.keyboard == field
        assert bench.obstacles() == ()
        if typed:
            assert bench.part("obstacle_what").toPlainText() == "Thiếu phiếu"
        bench.press(ESC)


def test_that_the_list_begins_with_the_gravest_and_leaves_the_resolved_out(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, three) as bench:
        assert bench.listed() == [BALLOTS.what, SOUND.what]
        table = bench.desk.table.model()
        assert [table.index(0, c).data() for c in (0, 2, 3)] == [
            "ách tắc", "40 phút", "chờ trả lời"
        ]  # fmt: skip
        assert bench.desk.filter.tabText(0) == "Chưa giải quyết 2"
        for key, listed in (("2", [BALLOTS.what]), ("3", [SOUND.what]), ("4", ["Mất điện"])):
            bench.press((getattr(Qt.Key, f"Key_{key}"), ALT))
            assert bench.listed() == listed
        bench.press((Qt.Key.Key_5, ALT))
        assert len(bench.listed()) == 3


def test_that_an_answer_is_written_and_the_obstacle_stays_until_f8(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, three) as bench:
        bench.press(ENTER)
        assert bench.keyboard == "obstacle_answer"
        bench.press("Hủy, bầu lại", TAB, "Bầu lại lúc 10 giờ", CTRL_S)
        answered = bench.obstacles()[0]
        assert (answered.answer, answered.decision) == ("Hủy, bầu lại", "Bầu lại lúc 10 giờ")
        assert answered.state is ObstacleState.ANSWERED
        assert bench.desk.card.facts.text("answer") == "Hủy, bầu lại"
        assert bench.keyboard == "obstaclesTable"
        bench.press(SPACE)
        assert bench.listed() == [SOUND.what]
        assert [o.state for o in bench.obstacles()][1:] == [ObstacleState.RESOLVED] * 2


def test_that_one_dialog_can_answer_and_resolve(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, three) as bench:
        bench.press(ENTER, "Xong", TAB, TAB, Qt.Key.Key_Space, CTRL_S)
        found = next(o for o in bench.obstacles() if o.what == BALLOTS.what)
        assert (found.answer, found.state) == ("Xong", ObstacleState.RESOLVED)


def test_that_a_resolved_one_is_opened_again_with_a_reason(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, a_resolved_obstacle) as bench:
        assert bench.listed() == []
        bench.press((Qt.Key.Key_4, ALT))
        bench.part("reopenObstacle").setFocus()
        bench.press(ENTER, ENTER)
        assert "lý do" in bench.part("formSaid").text().casefold()
        bench.press("lại rè", ENTER)
        assert bench.obstacles()[0].reopen_reason == "lại rè"
        assert bench.desk.filter.currentIndex() == 0
        assert bench.listed() == [SOUND.what]
        assert bench.desk.card.facts.text("reopened") == "lại rè"


def test_that_a_change_keeps_the_time_and_the_answer(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, an_answered_obstacle) as bench:
        before = bench.obstacles()[0]
        bench.press(F2)
        assert bench.part("obstacle_what").toPlainText() == BALLOTS.what
        bench.part("obstacle_what").selectAll()
        bench.press("Thu thừa một phiếu", CTRL_S)
        after = bench.obstacles()[0]
        assert after == replace(before, what="Thu thừa một phiếu")


def test_that_one_noted_by_mistake_is_removed_with_a_reason(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, an_obstacle) as bench:
        bench.press(DELETE, "ghi nhầm", ENTER, ENTER)
        assert bench.obstacles() == ()
        assert bench.part("addFirstObstacle").isVisible()


def test_that_another_place_of_work_is_seen_at_once(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, an_obstacle) as bench:
        bench.session.act(obstacles.add_obstacle, POWER, done=granted, actor="Người khác")
        bench.settle()
        assert bench.listed() == [BALLOTS.what, "Mất điện"]


def test_that_one_key_writes_the_report_and_puts_the_text_on_the_clipboard(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot, three) as bench:
        bench.press(CTRL_E)
        dialog = QApplication.activeModalWidget()
        shown = dialog.text.toPlainText()
        assert "Có 2 vướng mắc chưa giải quyết: 1 ách tắc, 1 nhẹ." in shown
        assert QGuiApplication.clipboard().text() in shown.replace("\n\n", "\n")
        stem = f"bao-cao-vuong-mac-{NOW:%Y-%m-%d-%H%M}"
        names = sorted(path.name for path in tmp_path.glob("bao-cao*"))
        assert names == [f"{stem}.docx", f"{stem}.pdf", f"{stem}.txt"]
        text = (tmp_path / f"{stem}.txt").read_text("utf-8-sig")
        assert text.strip() == QGuiApplication.clipboard().text()
        bench.press(ESC)
        bench.press(CTRL_E)
        bench.press(ESC)
        assert len(list(tmp_path.glob("bao-cao*"))) == 6


def test_that_nothing_is_reported_while_there_is_nothing(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot) as bench:
        bench.press(CTRL_E)
        assert QApplication.activeModalWidget() is None
        assert list(tmp_path.glob("bao-cao*")) == []


def test_that_sixty_obstacles_are_shown_at_once_and_scrolled_by_keys(qtbot, tmp_path):
    def prepare(file):
        for key in range(60):
            gravity = list(Gravity)[key % 4]
            an_obstacle(file, replace(SOUND, what=f"Việc {key}", gravity=gravity))

    with obstacles_desk(tmp_path, qtbot, prepare) as bench:
        assert len(bench.listed()) == 60
        bench.press(Qt.Key.Key_End)
        bench.press(Qt.Key.Key_PageUp)
        gravities = [row.obstacle.gravity for row in bench.desk.table.records]
        assert gravities[:15] == [Gravity.BLOCKING] * 15


@pytest.mark.parametrize(
    ("typed", "since"),
    [
        ("9:05", "2026-03-12T09:05"),
        ("9h05", "2026-03-12T09:05"),
        ("9 giờ 05", "2026-03-12T09:05"),
        ("11/03/2026 22:10", "2026-03-11T22:10"),
        ("", ""),
        ("25:00", None),
        ("hôm qua", None),
    ],
)
def test_that_an_hour_alone_is_todays(typed, since):
    assert typed_since(typed, NOW) == since


def test_that_after_midnight_an_hour_still_to_come_is_of_the_evening_before():
    assert typed_since("23:50", NOW.replace(hour=0, minute=10)) == "2026-03-11T23:50"
    assert typed_since("23:50", NOW) == "2026-03-12T23:50"


def test_that_the_act_is_written_in_the_name_of_whoever_types(qtbot, tmp_path):
    with obstacles_desk(tmp_path, qtbot) as bench:
        bench.press(INSERT, "Thiếu phiếu", CTRL_S)
        assert bench.ask(lambda f: f.journal_lines()[-1].actor) == bench.session.operator != A


def test_that_a_narrow_list_leaves_the_agenda_item_to_the_card(qtbot, tmp_path):
    def prepare(file):
        for gravity in (Gravity.LOW, Gravity.HIGH):
            an_obstacle(file, replace(SOUND, gravity=gravity, item_id=agenda(file)[0].id))

    with obstacles_desk(tmp_path, qtbot, prepare) as bench:
        columns = bench.desk.table.model().columnCount
        bench.press(DOWN)
        chosen = bench.desk.table.current
        assert columns() == 4
        assert bench.desk.card.facts.text("place") == "Khai mạc – cánh trái"
        bench.desk.resize(1700, 900)
        bench.settle()
        assert columns() == 5
        assert bench.desk.table.model().index(1, 2).data() == "Khai mạc – cánh trái"
        assert bench.desk.table.current is chosen

"""The preparation desk by keyboard alone: template, tasks, texts, targets, load, report."""

from __future__ import annotations

from dataclasses import replace

from congress_files import granted
from people_bench import (
    ALT,
    BACKTAB,
    CTRL,
    CTRL_ENTER,
    CTRL_F,
    DELETE,
    DOWN,
    ENTER,
    ESC,
    INSERT,
    SHIFT,
    SPACE,
    TAB,
    UP,
)
from preparation_acts import ACTOR, BALLOTS, COMMENT, HALL, PLAN, POVERTY, REPORT, RULES
from preparation_bench import preparation_desk, taken_over
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from congress_desk.actions.preparation.indicators import add_indicator
from congress_desk.actions.preparation.tasks import add_task
from congress_desk.actions.preparation.texts import add_comment, add_text
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.preparation.text import CommentState, TextState
from congress_desk.ui.look import theme

TEXTS, TARGETS, LOAD = ((Qt.Key(Qt.Key.Key_1 + n), ALT) for n in (1, 2, 3))
ALT_UP, ALT_DOWN = (UP, ALT), (DOWN, ALT)
REPORT_KEY = (Qt.Key.Key_E, CTRL)


def some_tasks(file) -> None:
    """Three tasks: one late, one for nobody, one without a deadline; texts and targets."""
    for text in (REPORT, RULES):
        granted(add_text(file, text, actor=ACTOR))
    for task in (replace(PLAN, due="2020-05-04"), replace(HALL, due="2020-05-08"), BALLOTS):
        granted(add_task(file, task, actor=ACTOR))
    granted(add_comment(file, COMMENT, actor=ACTOR))
    for own in ("", "0,8", "0,4"):
        granted(add_indicator(file, replace(POVERTY, own_target=own, unit="%"), actor=ACTOR))


def test_that_the_empty_desk_takes_a_template_over_with_enter(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot) as hands:
        assert hands.keyboard == "templateList"
        assert not hands.desk.report.isVisible()
        assert "44 đầu việc" in hands.desk.first.choice.summary.text()
        hands.press(Qt.Key.Key_Home)
        assert "23 đầu việc" in hands.desk.first.choice.summary.text()
        hands.press(TAB, ENTER)
        assert len(hands.view.tasks) == 23
        assert len(hands.view.texts) == 8
        assert "23 đầu việc" in hands.notice
        assert hands.keyboard == "tasksTable"
        assert hands.desk.report.isVisible()


def test_that_a_task_can_be_added_on_the_empty_desk(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot) as hands:
        hands.tab_to("addFirstTask")
        hands.press(ENTER, "Mời khách", TAB, "Ngô An", TAB, "5/6", ENTER)
        added = hands.view.tasks[0]
        assert (added.title, added.answerable, added.due) == ("Mời khách", "Ngô An", "2020-06-05")
        assert hands.keyboard == "tasksTable"


def test_that_late_tasks_say_so_with_an_icon_and_words(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        assert hands.texts_of("standing") == ["quá hạn 2 ngày", "trong tuần", "chưa có hạn"]
        signs = [hands.tab.records._columns[4].sign(task) for task in hands.table.records]
        assert [sign.icon for sign in signs] == [
            "octagon-alert", "clock", "circle-question-mark",
        ]  # fmt: skip
        assert "1 quá hạn · 1 đến hạn trong tuần · 1 chưa có người" in hands.desk.figures.text()


def test_that_cells_are_typed_into_and_each_is_one_act(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.cell(1, "answerable")
        hands.press(ENTER, "Vũ Ê", ENTER)
        hands.cell(1, "due")
        hands.press(ENTER, "7/5", ENTER)
        assert hands.task("Chuẩn bị").answerable == "Vũ Ê"
        assert hands.task("Chuẩn bị").due == "2020-05-07"
        assert [line for line in hands.journal() if line.startswith("Sửa đầu việc")] == [
            "Sửa đầu việc: Chuẩn bị hội trường"
        ] * 2


def test_that_two_names_or_no_day_are_refused_where_they_were_typed(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.cell(1, "answerable")
        hands.press(ENTER, "An, Bình", ENTER)
        assert "mỗi việc chỉ ghi một người" in hands.notice
        assert hands.task("Chuẩn bị").answerable == ""
        hands.cell(1, "due")
        hands.press(ENTER, "31/2", ENTER)
        assert "Hạn: Gõ ngày như 05/06/2020" in hands.notice
        assert hands.task("Chuẩn bị").due == "2020-05-08"


def test_that_a_tick_closes_the_selected_tasks_and_opens_them_again(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press((DOWN, SHIFT), SPACE)
        states = [task.state for task in hands.view.tasks]
        assert states == [TaskState.DONE, TaskState.DONE, TaskState.OPEN]
        hands.press(SPACE)
        assert {task.state for task in hands.view.tasks} == {TaskState.OPEN}


def test_that_many_tasks_get_one_answerable_person(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press((Qt.Key.Key_A, CTRL))
        hands.run("bulk")
        hands.press(TAB, "Vũ Ê")
        hands.tab_to("submit")
        hands.press(ENTER)
        assert {task.answerable for task in hands.view.tasks} == {"Vũ Ê"}


def test_that_rows_are_moved_in_their_own_order_only(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(ALT_DOWN)
        assert [t.title for t in hands.view.tasks] == [HALL.title, PLAN.title, BALLOTS.title]
        hands.press(ALT_UP)
        assert hands.view.tasks[0].title == PLAN.title
        hands.press(Qt.Key.Key_Right, (UP, CTRL), ALT_DOWN)
        assert "sắp xếp theo TT trước" in hands.notice
        assert hands.view.tasks[0].title == PLAN.title


def test_that_typing_filters_without_accents_and_the_list_narrows(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(CTRL_F, "hoi truong")
        assert hands.shown_titles() == [HALL.title]
        hands.press(ESC)
        assert len(hands.shown_titles()) == 3
        hands.tab.list.setFocus()
        hands.press(DOWN, DOWN)
        assert hands.tab.list.currentText() == "Quá hạn"
        assert hands.shown_titles() == [PLAN.title]


def test_that_the_card_keeps_a_field_as_it_is_left_and_escape_takes_it_back(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(CTRL_ENTER)
        assert hands.keyboard == "tasksCard_title"
        hands.press(TAB)
        hands.retype("Vũ Ê")
        hands.press(TAB)
        assert hands.task("Ban hành").answerable == "Vũ Ê"
        hands.retype("1/6/2020")
        hands.press(ESC)
        assert hands.task("Ban hành").due == "2020-05-04"
        assert hands.keyboard == "tasksTable"


def test_that_a_note_on_the_card_is_kept(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(CTRL_ENTER)
        hands.tab_to("tasksCard_note")
        hands.press("Đã xin ý kiến", BACKTAB)
        assert hands.task("Ban hành").note == "Đã xin ý kiến"


def test_that_removing_asks_first(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks, ask=[False, True]) as hands:
        assert hands.keyboard == "tasksTable", hands.keyboard
        hands.press(DELETE)
        assert len(hands.view.tasks) == 3
        assert hands.keyboard == "tasksTable", hands.keyboard
        hands.press(DELETE)
        assert hands.window.messages.asked == ["Bỏ đầu việc này khỏi kế hoạch?"] * 2
        assert [task.title for task in hands.view.tasks] == [HALL.title, BALLOTS.title]


def test_that_a_template_adds_only_what_is_missing(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, taken_over) as hands:
        hands.run("template")
        hands.press(Qt.Key.Key_Home, TAB)
        hands.tab_to("submit")
        hands.press(ENTER)
        assert "không có gì để thêm" in hands.dialog.said.text()
        hands.press(ESC)
        assert len(hands.view.tasks) == 23


def test_that_texts_are_changed_and_comments_answered(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(TEXTS)
        assert hands.keyboard == "textsTable"
        hands.run("comment")
        hands.press("Chi bộ 3", TAB, "Còn dài", ENTER)
        hands.tab_to("submit")
        hands.press(ENTER)
        assert [c.gist for c in hands.view.comments] == ["Nêu rõ số hẻm", "Còn dài"]
        hands.desk.texts.comments.table.setFocus()
        hands.press(ENTER)
        hands.tab_to("new_taken")
        hands.press(DOWN)
        hands.tab_to("submit")
        hands.press(ENTER)
        assert hands.view.comments[0].taken is CommentState.TAKEN
        hands.press(ESC)
        assert hands.keyboard == "textsTable"
        hands.press(CTRL_ENTER)
        hands.tab_to("textsCard_state")
        hands.press(DOWN)
        assert hands.view.texts[0].state is TextState.DRAFTING


def test_that_a_text_with_comments_is_not_removed(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks, ask=[True]) as hands:
        hands.press(TEXTS, DELETE)
        assert "còn 1 ý kiến góp ý" in hands.notice
        assert len(hands.view.texts) == 2


def test_that_targets_say_what_stands_out_and_are_answered(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(TARGETS)
        assert hands.texts_of("flag") == ["Chưa có chỉ tiêu", "Chưa đạt mức giao", ""]
        hands.cell(0, "own_target")
        hands.press(ENTER, "0,3", ENTER)
        assert hands.view.indicators[0].own_target == "0,3"
        assert hands.texts_of("flag")[0] == ""
        hands.press(INSERT, "Thu ngân sách", TAB, "tỷ đồng", TAB, "12,5", ENTER)
        assert [x.name for x in hands.view.indicators].count("Thu ngân sách") == 1


def test_that_a_load_leads_to_the_tasks_of_the_person(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.press(LOAD)
        assert [load.name for load in hands.table.records] == ["", "Ngô An", "Lê Minh Châu"]
        hands.press(DOWN, ENTER)
        assert hands.shown_titles() == [PLAN.title]
        hands.press(LOAD, (Qt.Key.Key_Home, CTRL), ENTER)
        assert hands.shown_titles() == [HALL.title]
        assert hands.keyboard == "tasksTable"


def test_that_the_progress_report_is_written_in_one_act(qtbot, tmp_path):
    path = tmp_path / "bao-cao.pdf"
    with preparation_desk(tmp_path, qtbot, some_tasks, save_file=[path]) as hands:
        hands.press(REPORT_KEY)
        qtbot.waitUntil(hands.desk.idle, timeout=20_000)
        qtbot.waitUntil(lambda: "bao-cao.docx" in hands.notice, timeout=20_000)
        assert path.read_bytes().startswith(b"%PDF")
        assert path.with_suffix(".docx").read_bytes().startswith(b"PK")


def test_that_every_part_of_the_desk_has_a_name_and_tab_reaches_it(qtbot, tmp_path):
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        for name in ("tasksFilter", "tasksList", "tasksTable", "tasksCard_title", "tasks_add"):
            hands.tab_to(name)
        assert hands.desk.tasks.line.accessibleName()
        assert all(w.accessibleName() for w in hands.desk.tasks.card.widgets.values())
        hands.press(SPACE)


def test_that_a_small_window_folds_its_columns_when_the_type_is_made_larger(qtbot, tmp_path):
    """Qt falls over a part that is moved to another parent while it dresses all of them."""
    app = QApplication.instance()
    with preparation_desk(tmp_path, qtbot, some_tasks) as hands:
        hands.window.main.resize(1024, 640)
        hands.settle()
        assert not hands.tab.columns.tabs.isVisible()
        try:
            theme.apply(app, "light", 150)
            hands.settle()
            assert hands.tab.columns.tabs.isVisible()
        finally:
            theme.apply(app, "light", 100)
        hands.settle()
        assert not hands.tab.columns.tabs.isVisible()

"""Who sits in which organ and does what when, by the keyboard alone."""

from __future__ import annotations

import pytest
from bench import ALT, CTRL, DOWN, ENTER, ESC, TAB, UP
from duties_bench import MEMBERS, duties_desk, relieved, someone_left
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from window_bench import AnsweredMessages, Window

from congress_desk.domain.organs.duty import Organ
from congress_desk.ui.desks.duties.checks_tab import checked_words
from congress_desk.ui.desks.duties.matrix_model import LINES

F2, INSERT, DELETE = Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Delete
RIGHT, HOME, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Space
MATRIX_TAB, PERSON_TAB, CHECKS_TAB = (
    (key, ALT) for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
)
ORGANS_TAB = (Qt.Key.Key_1, ALT)
CTRL_A = (Qt.Key.Key_A, CTRL)


def dialog():
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def tab_to(bench, name):
    for _ in range(40):
        if bench.keyboard == name:
            return
        bench.press(TAB)
    raise AssertionError(f"Tab does not reach {name}")


def test_that_an_empty_desk_adds_its_first_member_from_the_register(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot, members=()) as bench:
        assert bench.keyboard == "addFirstMember"
        bench.press(ENTER)
        assert bench.keyboard == "member_person_id"
        bench.press("dung d3", ENTER)
        assert bench.keyboard == "member_name"
        assert dialog().name.text() == "Phạm Quốc Dũng D3"
        tab_to(bench, "member_title")
        bench.press("Trưởng đoàn", TAB, "Điều hành", ENTER)
        assert QApplication.activeModalWidget() is None
        (added,) = bench.view().duties
        assert (added.organ, added.name, added.person_id) == (
            Organ.PRESIDIUM, "Phạm Quốc Dũng D3", 3,
        )  # fmt: skip
        assert (added.title, added.duty) == ("Trưởng đoàn", "Điều hành")
        assert bench.names() == ["Phạm Quốc Dũng D3"]


def test_that_a_usual_title_is_offered_while_it_is_typed_without_accents(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot, members=()) as bench:
        bench.press(ENTER)
        tab_to(bench, "member_title")
        bench.press("to tr")
        completer = dialog().editors["title"].widget.completer()
        assert completer.currentCompletion() == "Tổ trưởng"


def test_that_a_new_organ_gets_its_name_with_its_first_member(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(INSERT)
        tab_to(bench, "member_name")
        bench.press("Đinh Văn Ba", TAB)
        assert bench.keyboard == "member_organ"
        assert not dialog().organ_name.isVisible()
        bench.press(Qt.Key.Key_End, TAB)
        assert bench.keyboard == "member_organ_name"
        tab_to(bench, "submit")
        bench.press(ENTER)
        assert "tên cho cơ quan" in dialog().said.text()
        bench.press("Tổ phục vụ", ENTER)
        added = bench.view().duties[-1]
        assert (added.organ, added.organ_name) == (Organ.FREE, "Tổ phục vụ")
        assert bench.names() == ["Đinh Văn Ba"]
        assert bench.desk.organs._rename.isVisible()


def test_that_enter_changes_a_member_and_escape_leaves_it(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(DOWN, ENTER)
        tab_to(bench, "member_duty")
        bench.press(CTRL_A, "Bầu cử", ENTER)
        assert bench.view().duties[1].duty == "Bầu cử"
        assert bench.desk.organs.members.current.duty.id == 2
        bench.press(F2)
        tab_to(bench, "member_duty")
        bench.press(CTRL_A, "Khác", ESC)
        assert bench.view().duties[1].duty == "Bầu cử"


def test_that_a_name_of_several_people_asks_which_of_them_it_is(qtbot, tmp_path):
    from dataclasses import replace

    def namesake(file):
        from congress_desk.actions.people.register import edit_person
        from congress_desk.queries.people import person

        edit_person(file, replace(person(file, 4), name="Trần Thị Bình D1"), actor="TK")

    with duties_desk(tmp_path, qtbot, namesake) as bench:
        assert [f.code for f in bench.view().findings] == [
            "duty_name_of_several", "duty_item_nobody",
        ]  # fmt: skip
        bench.press(ENTER)
        assert "2 người trùng tên" in dialog().warning.text()
        tab_to(bench, "member_person_id")
        bench.press(CTRL_A, "D004", ENTER)
        assert not dialog().warning.isVisible()
        tab_to(bench, "submit")
        bench.press(ENTER)
        assert bench.view().links[1] == 4


def test_that_whoever_leaves_stays_in_the_list_with_the_reason(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.run("leave")
        bench.press(ENTER)
        assert "Cần ghi lý do" in dialog().said.text()
        bench.press("ốm", ENTER)
        assert bench.view().duties[0].until_reason == "ốm"
        assert bench.names() == ["Lê Minh Châu D2", "Trần Thị Bình D1"]
        told = [row.duty.until_reason for row in bench.desk.organs.members.records]
        assert told == ["", "ốm"]
        bench.press(DOWN)
        assert "ốm" in bench.desk.organs._member_note.text()
        assert not bench.desk.organs._leave.isEnabled()


def test_that_a_member_added_by_mistake_is_removed_after_asking(qtbot, tmp_path):
    messages = AnsweredMessages(ask=[False, True])
    with duties_desk(tmp_path, qtbot, messages=messages) as bench:
        bench.press(DELETE)
        assert len(bench.view().duties) == 3
        bench.press(DELETE)
        assert bench.names() == ["Lê Minh Châu D2"]
        assert "do thêm nhầm" in bench.ask(journal)[-1].summary


def test_that_a_member_with_history_is_not_removed_and_the_desk_says_why(qtbot, tmp_path):
    messages = AnsweredMessages(ask=[True])
    with duties_desk(tmp_path, qtbot, relieved, messages=messages) as bench:
        bench.press(DELETE)
        assert len(bench.view().duties) == 3
        assert "Cho thôi nhiệm vụ" in bench.desk.notice.title


def test_that_alt_and_arrows_order_the_members_of_an_organ(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press((DOWN, ALT))
        assert bench.names() == ["Lê Minh Châu D2", "Trần Thị Bình D1"]
        assert bench.desk.organs.members.current.duty.id == 1
        bench.press((DOWN, ALT))
        assert bench.names() == ["Lê Minh Châu D2", "Trần Thị Bình D1"]
        bench.press((UP, ALT))
        assert bench.names() == ["Trần Thị Bình D1", "Lê Minh Châu D2"]


def test_that_what_is_typed_in_a_cell_is_given_changed_and_taken_back(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(MATRIX_TAB)
        assert bench.keyboard == "dutyMatrix"
        bench.press(RIGHT, ENTER)
        assert bench.keyboard == "cellEditor"
        bench.press("Điều hành phiên", ENTER)
        assert bench.cell(0, 1) == "Điều hành phiên"
        assert bench.keyboard == "dutyMatrix"
        bench.press(F2, CTRL_A, "Chủ trì", ENTER)
        assert bench.cell(0, 1) == "Chủ trì"
        bench.press(ENTER, CTRL_A, "Bỏ đi", ESC)
        assert bench.cell(0, 1) == "Chủ trì"
        bench.press(ENTER, CTRL_A, Qt.Key.Key_Backspace, ENTER)
        assert bench.cell(0, 1) == ""
        assert bench.view().facts.assignments == ()
        assert [line.act for line in bench.ask(journal)[-3:]] == [
            "giao việc", "sửa việc đã giao", "rút việc đã giao",
        ]  # fmt: skip


def test_that_an_item_of_the_session_is_given_by_its_form(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(MATRIX_TAB, RIGHT, DOWN, INSERT)
        assert dialog().item.count() == 2
        assert dialog().member.currentData() == 2
        bench.press(DOWN, TAB, TAB, "đọc", ENTER)
        assert bench.cell(1, 1) == "07:45 Báo cáo chính trị: đọc"
        assert bench.view().findings == ()


def test_that_a_stand_in_does_the_duty_and_the_relieved_one_is_struck(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(MATRIX_TAB, RIGHT, ENTER, "Chủ trì", ENTER)
        bench.run("relieve")
        assert bench.keyboard == "standIn"
        assert "Lê Minh Châu D2" in dialog().by.currentText()
        bench.press(TAB, "ốm", ENTER)
        model = bench.desk.matrix.model
        (line,) = model.index(0, 1).data(LINES)
        assert line.struck and line.remark == "→ Lê Minh Châu D2"
        assert bench.cell(1, 1) == "Chủ trì (thay Trần Thị Bình D1)"
        tab_to(bench, "endRelief")
        bench.press(ENTER)
        assert bench.cell(0, 1) == "Chủ trì"
        assert bench.cell(1, 1) == ""


def test_that_a_relief_may_wait_for_who_stands_in(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(MATRIX_TAB, RIGHT, ENTER, "Chủ trì", ENTER)
        bench.run("relieve")
        bench.press(Qt.Key.Key_End, TAB, "ốm", TAB, SPACE, ENTER)
        assert "ít nhất một việc" in dialog().said.text()
        bench.press(SPACE, ENTER)
        assert [f.code for f in bench.view().findings][0] == "duty_left_undone"


def test_that_a_duty_is_taken_back_after_asking(qtbot, tmp_path):
    messages = AnsweredMessages(ask=[True])
    with duties_desk(tmp_path, qtbot, relieved, messages=messages) as bench:
        bench.press(MATRIX_TAB, RIGHT, DELETE)
        assert "Trần Thị Bình D1" in messages.asked[0]
        assert bench.view().facts.assignments == ()


def test_that_who_left_stands_in_the_matrix_only_with_something_to_do(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot, someone_left) as bench:
        bench.press(MATRIX_TAB)
        assert bench.desk.matrix.model.rowCount() == 2

    def left_with_a_duty(file):
        relieved(file)
        someone_left(file)

    folder = tmp_path / "b"
    folder.mkdir()
    with duties_desk(folder, qtbot, left_with_a_duty) as bench:
        bench.press(MATRIX_TAB)
        assert bench.desk.matrix.model.title(1)[1] == "Đoàn chủ tịch · đã thôi"


def test_that_a_person_s_duties_are_read_in_the_order_of_the_programme(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot, relieved) as bench:
        bench.press(PERSON_TAB)
        assert bench.keyboard == "dutyPerson"
        bench.press(DOWN)
        tab = bench.desk.person
        assert tab.choice.currentText() == "Lê Minh Châu D2"
        model = tab.lines.model()
        rows = [
            [model.index(row, column).data() for column in (1, 2, 3)]
            for row in range(model.rowCount())
        ]
        assert rows == [
            ["07:30 – 08:15", "cả phiên", "Điều hành (thay Trần Thị Bình D1: ốm)"],
            ["07:30 – 07:45", "Khai mạc", "tham gia cùng cơ quan"],
        ]


@pytest.mark.parametrize(
    ("prepare", "code", "place"),
    [
        (lambda file: None, "duty_item_nobody", "assignedItem"),
        (relieved, "duty_item_nobody", "assignedItem"),
    ],
)
def test_that_enter_on_a_finding_goes_to_its_place(qtbot, tmp_path, prepare, code, place):
    with duties_desk(tmp_path, qtbot, prepare) as bench:
        assert bench.desk.tabs.tabText(3) == "Kiểm tra (1)"
        bench.press(CHECKS_TAB)
        assert bench.desk.checks.findings.current.code == code
        bench.press(ENTER)
        assert bench.keyboard == place


def test_that_a_finding_about_a_cell_goes_to_it(qtbot, tmp_path):
    def undone(file):
        relieved(file)
        someone_left(file)

    with duties_desk(tmp_path, qtbot, undone) as bench:
        bench.press(CHECKS_TAB, ENTER)
        assert bench.keyboard == "dutyMatrix"
        index = bench.desk.matrix.matrix.currentIndex()
        assert (index.row(), index.column()) == (0, 1)


def test_that_a_finding_about_a_member_or_an_organ_goes_to_it(qtbot, tmp_path):
    from dataclasses import replace

    second = replace(MEMBERS[1], organ=MEMBERS[2].organ)
    members = (MEMBERS[0], replace(MEMBERS[2], title="", duty=""), second)
    with duties_desk(tmp_path, qtbot, members=members) as bench:
        codes = [finding.code for finding in bench.view().findings]
        assert codes == ["duty_organ_no_head", "duty_member_idle", "duty_item_nobody"]
        for place in (0, 1):
            bench.press(CHECKS_TAB, *[UP] * 3, *[DOWN] * place, ENTER)
            assert bench.keyboard == "dutyMembersTable"
            assert bench.names() == ["Phạm Quốc Dũng D3", "Lê Minh Châu D2"]


def test_that_what_another_window_wrote_is_shown_at_once(qtbot, tmp_path):
    from congress_desk.actions.duties.assignments import assign

    with duties_desk(tmp_path, qtbot) as bench:
        bench.press(MATRIX_TAB)
        bench.session.act(
            assign, 3, what="Ghi", session="Trù bị",
            done=lambda _: None, actor="TK",
        )  # fmt: skip
        bench.settle()
        assert bench.cell(2, 0) == "Ghi"


def test_that_the_matrix_is_a_sound_model(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot, relieved) as bench:
        bench.press(MATRIX_TAB)
        model = bench.desk.matrix.model
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(model, mode)
        told = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert told.startswith("Trần Thị Bình D1, Chính thức 13/03: Điều hành")


def test_that_the_desk_stands_after_the_agenda(qtbot, tmp_path):
    from duties_bench import a_congress_with_duties

    file = a_congress_with_duties(tmp_path)
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("duties")
    assert desk.head.title.text() == "Phân công"
    window.close()


def test_that_nothing_to_look_at_says_only_what_was_checked(qtbot, tmp_path):
    with duties_desk(tmp_path, qtbot) as bench:
        said = checked_words(bench.view())
    assert said == (
        "Đã kiểm tra: 3 thành viên các cơ quan (không kể người kiểm phiếu), ai cũng có việc;"
        " 3 nội dung chương trình chưa tiến hành đều có người thực hiện;"
        " theo giờ trong chương trình không ai phải ở hai nơi cùng lúc;"
        " không người kiểm phiếu nào có tên trong danh sách mình kiểm."
        " Chưa lập nên chưa kiểm tra: Ban thẩm tra tư cách đại biểu, Ban kiểm phiếu."
    )


def test_that_a_small_window_at_large_type_cuts_no_member_s_name(tmp_path, qtbot):
    with duties_desk(tmp_path, qtbot, size=(582, 390)) as bench:
        members = bench.desk.organs.members
        assert members.columnWidth(0) >= members.sizeHintForColumn(0)
        told = bench.part("dutyMemberNote")
        assert told.text() == members.current.duty.duty, "what gives way is said under the table"

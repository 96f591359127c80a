"""The programme is made, changed and put in order by the keyboard alone; its clock follows."""

from __future__ import annotations

import pytest
from agenda_acts import NEW, PROGRAMME
from agenda_bench import agenda_desk
from bench import ALT, CTRL, DOWN, ENTER, TAB
from congress_files import granted
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from window_bench import AnsweredMessages, type_text

from congress_desk.actions.agenda import items as agenda
from congress_desk.domain.agenda.item import AgendaItem, ItemKind
from congress_desk.queries.agenda.items import agenda_templates
from congress_desk.ui.desks.agenda.rows import CONTENT, EXECUTOR, MINUTES, TIME

F2, INSERT, DELETE = Qt.Key.Key_F2, Qt.Key.Key_Insert, Qt.Key.Key_Delete
UP, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right


def times(bench):
    return [text for text in bench.cells(TIME) if text]


def type_in_cell(bench, column, text):
    """Type over the cell of the current item in a column."""
    table = bench.desk.programme.table
    table.select_row(table.currentIndex().row(), column)
    bench.press(F2)
    editor = table.findChild(QLineEdit, "cellEditor")
    editor.clear()
    type_text(editor, text)
    bench.press(ENTER)
    bench.settle()


def test_that_an_empty_desk_takes_a_programme_over_with_the_keyboard(qtbot, tmp_path):
    def clear(file):
        granted(agenda.remove_item(file, 1, actor="An"))

    with agenda_desk(tmp_path, qtbot, AgendaItem(content="Một"), prepare=clear) as bench:
        assert bench.keyboard == "takeFirstTemplate"
        bench.press(ENTER)
        dialog = bench.dialog
        assert dialog.choice.currentData().key == "dai-bieu-co-so"
        assert "Chào cờ" in dialog.preview.toPlainText()
        bench.press(ENTER)
        bench.settle()
        (template,) = (t for t in agenda_templates() if t.key == "dai-bieu-co-so")
        assert bench.contents() == [found.item.content for found in template.items]


def test_that_a_second_template_says_that_it_comes_after_what_is_there(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.run("template")
        assert "đã có 5 nội dung" in bench.dialog.said.text()


def test_that_sessions_stand_over_their_items_and_the_first_item_is_current(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        assert bench.keyboard == "agendaTable"
        shown = bench.cells(CONTENT)
        assert shown[0] == "Trù bị · thứ Năm, 12/03/2020"
        assert shown[3] == "Chính thức · thứ Sáu, 13/03/2020"
        assert bench.desk.programme.table.current.item.id == 1


def test_that_minutes_typed_into_a_cell_shift_the_clock(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(3)
        type_in_cell(bench, MINUTES, "25")
        assert times(bench)[2:] == ["07:30 – 07:55", "07:55 – 08:40", "08:40 – 08:50"]
        assert [i.minutes for i in bench.view().items] == [30, 20, 25, 45, 10]


@pytest.mark.parametrize(
    ("column", "typed", "field", "kept"),
    [
        (CONTENT, "Diễn văn khai mạc", "content", "Diễn văn khai mạc"),
        (EXECUTOR, "Đoàn chủ tịch", "executor", "Đoàn chủ tịch"),
        (TIME, "9h15", "time", "09:15"),
        (TIME, "", "time", ""),
        (MINUTES, "", "minutes", None),
    ],
)
def test_that_a_cell_keeps_what_is_typed(qtbot, tmp_path, column, typed, field, kept):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(5)
        type_in_cell(bench, column, typed)
        assert getattr(bench.view().items[4], field) == kept


@pytest.mark.parametrize(("column", "typed"), [(TIME, "sáng"), (MINUTES, "lâu"), (CONTENT, " ")])
def test_that_what_cannot_be_read_is_told_and_nothing_is_changed(qtbot, tmp_path, column, typed):
    with agenda_desk(tmp_path, qtbot) as bench:
        before = bench.view().items
        bench.go_to(5)
        type_in_cell(bench, column, typed)
        assert bench.desk.notice.isVisible()
        assert bench.view().items == before
        assert bench.desk.programme.table.current.item.content == "Bế mạc"


def test_that_alt_with_the_arrows_moves_an_item_and_the_day_begins_as_it_did(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(4)
        bench.press((UP, ALT))
        bench.settle()
        assert bench.contents()[2:4] == ["Bầu BCH", "Khai mạc"]
        assert times(bench)[2:4] == ["07:30 – 08:15", "08:15 – 08:30"]
        assert bench.desk.programme.table.current.item.id == 4
        bench.press((DOWN, ALT), (RIGHT, ALT))
        bench.settle()
        assert [i.parent_id for i in bench.view().items] == [0, 0, 0, 3, 0]
        bench.press((LEFT, ALT))
        bench.settle()
        assert [i.parent_id for i in bench.view().items] == [0] * 5


def test_that_a_move_that_cannot_be_is_told(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.press((UP, ALT))
        bench.settle()
        assert "Không chuyển tiếp" in bench.desk.notice.title + bench.desk.notice.text


def test_that_keys_need_not_wait_for_the_file(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(5)
        bench.press((UP, ALT), (UP, ALT))
        shown = [row.item.id for row in bench.desk.programme.table.records if row.item]
        assert shown == [1, 2, 5, 3, 4]
        bench.settle()
        assert [i.id for i in bench.view().items] == shown


def test_that_an_item_is_put_in_and_its_content_typed_at_once(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(3)
        bench.press(INSERT)
        bench.settle()
        editor = bench.desk.programme.table.findChild(QLineEdit, "cellEditor")
        type_text(editor, "Chúc mừng đại hội")
        bench.press(ENTER)
        bench.settle()
        assert bench.contents()[2:5] == ["Khai mạc", "Chúc mừng đại hội", "Bầu BCH"]


def test_that_an_item_is_doubled_without_its_time(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(3)
        bench.press((Qt.Key.Key_D, CTRL))
        bench.settle()
        assert bench.contents()[2:4] == ["Khai mạc", "Khai mạc"]
        assert times(bench)[2:4] == ["07:30 – 07:45", "07:45 – 08:00"]


def test_that_an_item_is_left_out_after_a_question_and_comes_back(qtbot, tmp_path):
    messages = AnsweredMessages(ask=[False, True])
    with agenda_desk(tmp_path, qtbot, messages=messages) as bench:
        bench.go_to(4)
        bench.press(DELETE)
        assert len(bench.contents()) == 5
        bench.press(DELETE)
        bench.settle()
        assert "Bầu BCH" not in bench.contents()
        bench.press((Qt.Key.Key_Z, CTRL))
        bench.settle()
        assert bench.contents()[3] == "Bầu BCH"


def test_that_an_item_with_records_is_left_out_and_its_records_are_kept(qtbot, tmp_path):
    def note(file):
        with file.act("finish_item", actor="An", content="") as act:
            act.update("agenda_item", 4, note="đã ghi")

    messages = AnsweredMessages(ask=[True])
    with agenda_desk(tmp_path, qtbot, prepare=note, messages=messages) as bench:
        bench.go_to(4)
        bench.press(DELETE)
        bench.settle()
        assert [i.id for i in bench.view().items] == [1, 2, 3, 5]
        assert not bench.desk.notice.isVisible()


def choose(field: QComboBox, row: int) -> None:
    """Choose a line of a list, as a key or a click does."""
    field.setCurrentIndex(row)
    field.activated.emit(row)


def test_that_the_card_changes_what_the_table_does_not_show(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.go_to(2)
        fields = bench.desk.programme.card.card.widgets
        fields["kind"].setFocus()
        choose(fields["kind"], list(ItemKind).index(ItemKind.BREAK))
        bench.settle()
        choose(fields["election_id"], 1)
        bench.settle()
        found = bench.view().items[1]
        assert (found.kind, found.election_id) == (ItemKind.BREAK, 1)
        fields["minutes"].setFocus()
        type_text(fields["minutes"], "35")
        bench.press(TAB)
        bench.settle()
        assert bench.view().items[1].minutes == 35


def test_that_the_card_says_what_it_cannot_read_and_keeps_what_was_typed(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        card = bench.desk.programme.card
        time = card.card.widgets["time"]
        time.setFocus()
        type_text(time, "trưa")
        bench.press(TAB)
        assert "07:30" in card.said.text()
        assert time.text() == "trưa"
        assert bench.view().items[0].time == "13:30"


def test_that_executors_are_completed_one_by_one(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        field = bench.desk.programme.card.card.widgets["executor"]
        field.setText("Đoàn chủ tịch, kiểm")
        field._on_chosen("Ban kiểm phiếu")
        assert field.text() == "Đoàn chủ tịch, Ban kiểm phiếu"


def test_that_a_warning_leads_to_its_item_by_the_keyboard(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        listed = bench.desk.programme.warnings.list
        assert listed.count() > 0
        last = listed.count() - 1
        listed.setFocus()
        listed.setCurrentRow(last)
        wanted = listed.item(last).data(Qt.ItemDataRole.UserRole)
        bench.press(ENTER)
        bench.settle()
        assert bench.desk.programme.table.current.item.id == wanted
        assert bench.keyboard == "agendaTable"


def test_that_a_dropped_item_goes_where_it_was_let_go(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        table = bench.desk.programme.table
        rows = [row.item.id if row.item else 0 for row in table.records]
        assert rows == [0, 1, 2, 0, 3, 4, 5]
        bench.go_to(5)
        target = table.visualRect(table.model().index(1, 1))
        bench.desk.programme.mover.drop(target.topLeft())
        bench.settle()
        assert [i.id for i in bench.view().items] == [5, 1, 2, 3, 4]
        assert bench.view().items[0].day == PROGRAMME[0].day


def test_that_another_windows_change_comes_in_at_once(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        bench.session.act(
            agenda.add_item, NEW, after=1, done=lambda _: None,
            actor="Máy hai",
        )  # fmt: skip
        bench.settle()
        assert NEW.content in bench.cells(CONTENT)


def test_that_the_table_is_a_sound_model(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        model = bench.desk.programme.table.model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        bench.press((DOWN, ALT))
        bench.settle()


def script_of(bench):
    bench.press((Qt.Key.Key_2, ALT))
    bench.settle()
    return bench.desk.script


def test_that_the_words_stand_beside_what_is_said_and_are_kept_on_leaving(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        script = script_of(bench)
        script.table.select_row(2, 1)
        script.field.setFocus()
        script.field.setPlainText("Có mặt {số có mặt}. {sai tên}")
        assert script.filled.toPlainText() == "Có mặt 8. {sai tên}"
        assert "sai tên" in script.said.text()
        assert bench.desk.unsaved
        bench.press(TAB)
        bench.settle()
        assert bench.view().items[2].script == "Có mặt {số có mặt}. {sai tên}"
        assert not bench.desk.unsaved


def test_that_words_are_kept_when_another_item_is_chosen(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        script = script_of(bench)
        script.field.setFocus()
        script.field.setPlainText("Lời thứ nhất")
        script.table.select_row(1, 1)
        bench.settle()
        assert [i.script for i in bench.view().items][:2] == ["Lời thứ nhất", ""]
        assert script.field.toPlainText() != "Lời thứ nhất"


def test_that_the_usual_words_come_back_and_are_not_kept_as_edited(qtbot, tmp_path):
    def edited(file):
        granted(agenda.set_script(file, 1, "Lời riêng", actor="An"))

    with agenda_desk(tmp_path, qtbot, prepare=edited) as bench:
        script = script_of(bench)
        assert script.field.toPlainText() == "Lời riêng"
        script.usual.click()
        bench.settle()
        assert bench.view().items[0].script == ""
        assert "{" in script.field.toPlainText()


def test_that_a_place_to_fill_is_put_in_where_the_words_are(qtbot, tmp_path):
    with agenda_desk(tmp_path, qtbot) as bench:
        script = script_of(bench)
        script.field.setPlainText("D là ")
        script.field.moveCursor(script.field.textCursor().MoveOperation.End)
        script._on_place(script.places.findData("số triệu tập"))
        assert script.field.toPlainText() == "D là {số triệu tập}"
        assert script.filled.toPlainText() == "D là 8"
        script.keep()
        bench.settle()


@pytest.mark.parametrize("size", [(1024, 620), (1366, 690)])
def test_that_a_warning_is_whole_and_takes_no_more_room_than_it_needs(qtbot, tmp_path, size):
    with agenda_desk(tmp_path, qtbot, size=size) as bench:
        sentences = bench.desk.programme.warnings.list
        assert sentences.count() > 0
        words = [sentences.item(row).text() for row in range(sentences.count())]
        sentences.item(0).setText("21 · " + "Bầu trước khi danh sách được thông qua; " * 3)
        sentences.fit()
        bench.settle()
        first = sentences.visualItemRect(sentences.item(0))
        width = first.width() - sentences.iconSize().width() - 16
        needed = sentences.fontMetrics().boundingRect(
            0, 0, width, 1000, Qt.TextFlag.TextWordWrap, sentences.item(0).text()
        )
        assert first.height() >= needed.height()
        whole = sum(sentences.sizeHintForRow(row) for row in range(len(words)))
        assert sentences.height() <= whole + 20

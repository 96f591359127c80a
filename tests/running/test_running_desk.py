"""The running desk, by keyboard alone and with a clock that the test sets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from agenda_acts import link_item
from bench import ALT, CTRL, DOWN, ENTER, ESC, TAB
from congress_files import an_election, granted
from motion_acts import FREE, a_prepared_motion
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget
from running_acts import PROGRAMME, A, a_programme, a_request, item_of
from running_bench import running_desk
from window_bench import Window, type_text

from congress_desk.actions.agenda import items as agenda_acts
from congress_desk.actions.elections import lists as elections
from congress_desk.actions.running import items as running
from congress_desk.actions.running import speeches
from congress_desk.domain.agenda.item import AgendaItem, ItemState
from congress_desk.domain.running.speech import SpeechState
from congress_desk.queries.elections.lists import elections as elections_of
from congress_desk.storage.opening import open_file
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.running.programme_table import ACTUAL, LENGTH, PLAN, STATE
from congress_desk.ui.shell.current_item import CurrentItem

F2, F3, F8 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 8))
SHIFT_F8 = (F8, Qt.KeyboardModifier.ShiftModifier)
INSERT, DELETE = Qt.Key.Key_Insert, Qt.Key.Key_Delete
UNDO = (Qt.Key.Key_Z, CTRL)


def states(bench) -> list[str]:
    return [item.state.value for item in bench.items()]


def test_that_the_morning_is_run_with_one_key(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        assert bench.text("currentItem") == "Khai mạc"
        assert bench.drift == "Chưa bắt đầu; dự kiến kết thúc 09:45"
        bench.at("08:00")
        bench.press(F8)
        bench.at("08:04:30")
        assert bench.text("itemClock") == "04:30"
        assert bench.text("itemLimit") == "còn 05:30"
        assert bench.drift == "Đúng giờ, dự kiến kết thúc 09:45"
        bench.at("08:22")
        assert bench.text("itemLimit") == "quá 12:00"
        assert bench.drift == "chậm 12 phút, dự kiến kết thúc 09:57"
        bench.press(F8)
        assert bench.text("currentItem") == "Báo cáo chính trị"
        assert bench.cells(ACTUAL)[:3] == ["08:00 – 08:22", "08:22 –", "≈ 08:47"]
        assert bench.cells(PLAN)[:3] == ["08:00", "08:10", "08:35"]
        assert bench.cells(LENGTH)[0] == "22 / 10"
        assert bench.cells(STATE)[0] == "quá 12 phút"
        assert bench.desk.track.current.item.content == "Báo cáo chính trị"


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        ("08:08:59", "còn 01:01"),
        ("08:09", "phút cuối: còn 01:00"),
        ("08:10:01", "quá 00:01"),
        ("09:30", "quá 1:20:00"),
    ],
)
def test_that_the_limit_is_told_in_words_and_without_a_sound(tmp_path, qtbot, hour, words):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:00")
        bench.press(F8)
        bench.at(hour)
        assert bench.text("itemLimit") == words


def test_that_finishing_begins_nothing_and_a_step_is_taken_back(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, SHIFT_F8)
        assert states(bench) == ["done", "planned", "planned", "planned"]
        assert bench.text("itemClock") == ""
        bench.press(UNDO)
        assert states(bench)[0] == "running"
        bench.press(UNDO)
        assert states(bench)[0] == "planned"
        bench.press(UNDO)
        assert bench.settle_notice().startswith("Không có bước điều hành nào")


def test_that_enter_begins_the_chosen_item(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, DOWN, DOWN, ENTER)
        assert states(bench) == ["done", "planned", "running", "planned"]
        assert bench.cells(STATE)[1] == "chưa đánh dấu"


def test_that_an_item_is_skipped_with_a_reason(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, DELETE)
        bench.press(ENTER)
        assert "lý do" in bench.dialog.said.text()
        type_text(QApplication.focusWidget(), "đã phát tài liệu")
        bench.press(ENTER)
        assert states(bench) == ["running", "skipped", "planned", "planned"]


def test_that_an_item_is_inserted_and_makes_the_congress_late(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:00")
        bench.press(F8, INSERT)
        type_text(QApplication.focusWidget(), "Tặng hoa")
        bench.press(TAB)
        type_text(QApplication.focusWidget(), "15")
        bench.press(ENTER)
        assert [item.content for item in bench.items()][1] == "Tặng hoa"
        assert bench.cells(PLAN)[:3] == ["08:00", "chèn thêm", "08:10"]
        assert bench.drift == "Đúng giờ, dự kiến kết thúc 10:00"
        bench.at("08:10")
        bench.press(F8)
        assert bench.drift == "chậm 15 phút, dự kiến kết thúc 10:00"


def test_that_actual_times_are_put_right(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:10")
        bench.press(F8, F2)
        type_text(QApplication.focusWidget(), "08:03")
        bench.press(ENTER)
        assert bench.item("Khai").started_at[11:16] == "08:03"
        assert bench.text("itemClock") == "07:00"


def test_that_notes_are_saved_while_they_are_typed(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, F3)
        assert bench.keyboard == "itemNote"
        bench.press("Có 3 ý kiến")
        qtbot.waitUntil(lambda: bench.item("Khai").note == "Có 3 ý kiến", timeout=3000)
        bench.press(ENTER, "Ý thứ nhất")
        bench.press(ESC)
        assert bench.item("Khai").note == "Có 3 ý kiến\nÝ thứ nhất"
        assert bench.keyboard == "trackTable"
        bench.press(DOWN)
        assert bench.desk.side.notes.toPlainText() == ""
        bench.press(Qt.Key.Key_Up)
        assert bench.desk.side.notes.toPlainText() == "Có 3 ý kiến\nÝ thứ nhất"


def test_that_typing_goes_on_at_its_place_while_the_file_changes(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, F3, "một hai")
        cursor = bench.desk.side.notes.textCursor()
        cursor.setPosition(3)
        bench.desk.side.notes.setTextCursor(cursor)
        bench.press(" rưỡi")
        bench.session.changed.emit(frozenset({"agenda", "notes"}))
        bench.settle()
        bench.press("!")
        assert bench.desk.side.notes.toPlainText() == "một rưỡi! hai"
        assert bench.keyboard == "itemNote"


def test_that_a_start_keeps_notes_typed_a_moment_before(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, F3, "nhanh", F8)
        assert bench.item("Khai").note == "nhanh"
        assert bench.desk.side.notes.toPlainText() == ""


def test_that_closing_sends_the_notes_to_the_file(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, F3, "cuối")
        assert bench.desk.unsaved is False
        assert bench.item("Khai").note == "cuối"


def test_that_another_window_shows_its_notes_here(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.session.act(
            running.note_item, bench.item("Khai").id, "từ máy kia", actor=A, done=granted
        )
        bench.settle()
        assert bench.desk.side.notes.toPlainText() == "từ máy kia"


def test_that_what_was_read_before_a_save_takes_nothing_from_the_notes(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F8, F3)
        bench.desk.refresh()
        bench.desk.side.notes.insertPlainText("vừa gõ")
        older = bench.desk.track.current.item
        bench.desk.side.notes.save()
        bench.desk.side.notes.show_item(older)
        assert bench.desk.side.notes.toPlainText() == "vừa gõ"
        bench.settle()
        assert bench.desk.side.notes.toPlainText() == "vừa gõ"
        assert bench.item("Khai").note == "vừa gõ"


def test_that_the_guide_follows_the_chosen_item(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        assert "chào cờ" in bench.desk.side.guide.toPlainText()
        bench.press(DOWN, DOWN)
        assert bench.desk.side.guide_title.whole == "Trình tự · Thảo luận"
        assert bench.desk.side.note_title.whole == "Ghi chép  F3"
        bench.press(F8)
        bench.press(DOWN)
        assert bench.desk.side.note_title.whole == "Ghi chép  F3 · Báo cáo chính trị"


def test_that_speakers_are_registered_called_timed_and_ended_by_keyboard(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:00")
        bench.press(F8, (Qt.Key.Key_2, ALT))
        assert bench.keyboard == "speechTable"
        for name in ("Đại biểu 2", "Đại biểu 3"):
            bench.press(INSERT)
            type_text(QApplication.focusWidget(), name)
            bench.press(ENTER)
            bench.settle()
        asked = bench.speeches()
        assert [(s.speaker, s.person_id, s.minutes) for s in asked] == [
            ("Đại biểu 2", 2, 10), ("Đại biểu 3", 3, 10),
        ]  # fmt: skip
        assert bench.desk.tabs.tabText(1) == "Phát biểu (2 đang chờ)"
        bench.press((Qt.Key.Key_Up, ALT))
        assert [s.speaker for s in bench.speeches()] == ["Đại biểu 3", "Đại biểu 2"]
        bench.press(ENTER)
        bench.at("08:08:30")
        assert bench.text("speakerLimit") == "còn 01:30"
        bench.at("08:09:20")
        assert bench.text("speakerLimit") == "phút cuối: còn 00:40"
        bench.at("08:11")
        assert bench.text("speakerClock") == "11:00"
        assert bench.text("speakerLimit") == "quá 01:00"
        bench.press(ENTER)
        assert bench.text("speakerClock") == ""
        assert bench.desk.speeches.table.current.speech.speaker == "Đại biểu 2"
        bench.press(DELETE)
        assert [s.state for s in bench.speeches()] == [SpeechState.DONE, SpeechState.WITHDRAWN]
        bench.run("put_back")
        assert bench.speeches()[1].state is SpeechState.REQUESTED


def test_that_a_refused_request_says_what_is_missing(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press((Qt.Key.Key_2, ALT), INSERT, ENTER)
        assert "họ tên" in bench.dialog.said.text()
        bench.press(ESC)
        assert bench.speeches() == ()


def test_that_each_delegation_is_counted_without_the_withdrawn(tmp_path, qtbot):
    def prepare(file):
        for speaker, delegation in (("An", "Đoàn 1"), ("Bình", "Đoàn 2"), ("Chi", "Đoàn 2")):
            a_request(file, speaker, delegation=delegation)
        gone = a_request(file, "Dung", delegation="Đoàn 1")
        granted(speeches.withdraw_speech(file, gone.id, actor=A))

    with running_desk(tmp_path, qtbot, prepare) as bench:
        assert bench.desk.speeches.counts.whole == "Đoàn 2: 2 · Đoàn 1: 1"
        numbers = [row.number for row in bench.desk.speeches.table.records]
        assert numbers == [1, 2, 3, 0]


def test_that_the_election_of_the_current_item_is_a_key_away(tmp_path, qtbot):
    def prepare(file):
        found = elections_of(file)[0]
        item = item_of(file, "Khai")
        link_item(file, item.id, election_id=found.id)

    wanted = []
    with running_desk(tmp_path, qtbot, prepare) as bench:
        bench.desk.place_wanted.connect(wanted.append)
        assert bench.text("openLinked").startswith("Mở cuộc bầu cử")
        bench.press((Qt.Key.Key_G, CTRL))
        assert wanted == [DeskPlace(desk="elections", record=bench.election().id)]


def test_that_an_empty_programme_says_where_it_is_made(tmp_path, qtbot):
    def bare(folder):
        file = a_programme(folder)
        for item in PROGRAMME:
            granted(agenda_acts.remove_item(file, item_of(file, item.content).id, actor=A))
        return file

    wanted = []
    with running_desk(tmp_path, qtbot, make=bare) as bench:
        bench.desk.place_wanted.connect(wanted.append)
        assert bench.keyboard == "openAgenda"
        bench.press(ENTER)
        assert wanted == [DeskPlace(desk="agenda")]


def test_that_a_second_draws_nothing_but_the_clocks(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:00")
        bench.press(F8)
        drawn = []
        bench.desk.track.model().dataChanged.connect(lambda *_: drawn.append(1))
        bench.at("08:03:01")
        bench.at("08:03:02")
        assert drawn == []
        bench.at("08:12:30")
        assert drawn == [1]


class LayoutsAsked(QObject):
    """Collects who is asked, anywhere in the program, to lay its parts out anew."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.LayoutRequest:
            self.asked.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_that_a_second_lays_nothing_out_anew(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("08:00")
        bench.press(F8)
        asked = bench.act(a_request, "Đại biểu 2", minutes=10)
        bench.act(speeches.call_speaker, asked.id, actor=A)
        bench.desk.refresh()
        line = CurrentItem(bench.session, clock=bench.clock)
        qtbot.addWidget(line)
        bench.settle()
        line.show()
        bench.at("08:01:57")
        line.tick()
        bench.settle()
        layouts = LayoutsAsked()
        QApplication.instance().installEventFilter(layouts)
        bench.at("08:01:58")
        line.tick()
        qtbot.wait(1)
        QApplication.instance().removeEventFilter(layouts)
        assert layouts.asked == []
        shown = (bench.text("itemClock"), bench.text("itemLimit"), bench.text("speakerClock"))
        assert (*shown, line.left.text()) == ("01:58", "còn 08:02", "01:58", "còn 08:02")


def test_that_the_clock_stands_still_while_the_desk_is_out_of_sight(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        assert bench.desk._ticks.isActive()
        bench.desk.hide()
        assert not bench.desk._ticks.isActive()
        bench.desk.show()
        assert bench.desk._ticks.isActive()


def test_that_the_clock_goes_on_past_midnight(tmp_path, qtbot):
    late = [replace(PROGRAMME[0], time="23:40", minutes=30), *PROGRAMME[1:]]
    with running_desk(tmp_path, qtbot, make=lambda folder: a_programme(folder, *late)) as bench:
        bench.at("23:40")
        bench.press(F8)
        bench.at("00:20", "2020-06-06")
        assert bench.text("itemClock") == "40:00"
        assert bench.drift == "chậm 10 phút, dự kiến kết thúc 01:55"
        bench.press(F8)
        assert bench.cells(ACTUAL)[:2] == ["23:40 – 00:20", "00:20 –"]


def test_that_parts_stand_under_their_whole_and_run_alone(tmp_path, qtbot):
    def prepare(file):
        whole = item_of(file, "Thảo").id
        item = AgendaItem(content="Ý kiến một", minutes=10)
        part = granted(agenda_acts.add_item(file, item, after=whole, actor=A))
        granted(agenda_acts.move_item(file, part.id, agenda_acts.Move.INDENT, actor=A))

    with running_desk(tmp_path, qtbot, prepare) as bench:
        bench.press(DOWN, DOWN, ENTER)
        assert "gồm nhiều phần" in bench.settle_notice()
        bench.press(DOWN, ENTER)
        assert bench.item("Thảo").state is ItemState.RUNNING
        assert bench.text("currentItem") == "Ý kiến một"


def test_that_an_unused_election_changes_nothing_here(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.act(elections.add_election, an_election("XX").code, "Bầu X", 1, actor=A)
        bench.session.changed.emit(frozenset({"elections"}))
        bench.settle()
        assert bench.text("currentItem") == "Khai mạc"
        assert bench.text("openLinked") == ""


@pytest.mark.parametrize("about", ["elections", "motions"])
def test_that_the_window_goes_to_what_the_item_is_about(tmp_path, qtbot, about):
    file = a_programme(tmp_path)
    item = item_of(file, "Khai")
    if about == "elections":
        record = elections_of(file)[0].id
        link_item(file, item.id, election_id=record)
    else:
        a_prepared_motion(file)
        record = a_prepared_motion(file, FREE).id
        link_item(file, item.id, motion_id=record)
    file.close()
    window = Window(qtbot, file.path)
    window.show_desk("running")
    QTest.keyClick(window.desk, Qt.Key.Key_G, CTRL)
    window.settle()
    assert window.main.workspace.desk_key == about
    if about == "elections":
        assert window.desk.shown_screen is window.desk.screen_of("election")
    else:
        assert window.desk.table.current.motion.id == record
    window.close()


def test_that_notes_typed_a_moment_before_the_window_closes_are_in_the_file(tmp_path, qtbot):
    file = a_programme(tmp_path)
    file.close()
    window = Window(qtbot, file.path)
    desk = window.show_desk("running")
    desk.side.notes.setFocus()
    desk.side.notes.insertPlainText("lời cuối")
    window.close()
    again = granted(open_file(file.path))
    assert item_of(again, "Khai").note == "lời cuối"
    again.close()


def test_that_a_note_too_long_stays_in_the_field_and_says_so(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.press(F3)
        bench.desk.side.notes.insertPlainText("x" * 20_001)
        bench.press(ESC)
        assert bench.text("noteSaved") == "chưa lưu"
        assert "20.001" in bench.settle_notice()
        assert len(bench.desk.side.notes.toPlainText()) == 20_001
        bench.press(F3)
        bench.desk.side.notes.setPlainText("ngắn")
        bench.press(ESC)
        assert bench.item("Khai").note == "ngắn"


def test_that_another_desk_can_ask_for_an_item(tmp_path, qtbot):
    with running_desk(tmp_path, qtbot) as bench:
        bench.desk.activate()
        bench.desk.show_place(DeskPlace(desk="running", record=bench.item("Bế").id))
        bench.settle()
        assert bench.desk.track.current.item.content == "Bế mạc"


def test_that_the_page_of_the_running_programme_scrolls_only_where_its_least_has_no_room(
    tmp_path, qtbot
):
    with running_desk(tmp_path, qtbot) as bench:
        bench.at("07:30")
        bench.press(F8)
        tabs = bench.desk.findChild(QTabWidget, "runningTabs")
        column = tabs.parentWidget()
        # Nothing of the height it would like: the tables scroll in what is left.
        assert column.heightForWidth(700) <= column.minimumSizeHint().height()

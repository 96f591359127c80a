"""The signed list ticked in and the lists of other doors, by keyboard, with a look before."""

from __future__ import annotations

import shutil

import pytest
from checkin_bench import Door, a_door_file
from congress_files import granted
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from congress_desk.actions.people.checkin import check_in, undo_passage
from congress_desk.domain.people.register import Direction
from congress_desk.exports.door_list import write_door_list
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.people import passages, register
from congress_desk.storage.opening import open_file

ENTER = Qt.Key.Key_Return


@pytest.fixture
def made(qtbot, tmp_path):
    doors = []

    def make(**answers) -> Door:
        file = a_door_file(tmp_path)
        file.close()
        shutil.copy(file.path, tmp_path / "cua-b.congress")
        doors.append(Door(qtbot, file.path, **answers))
        return doors[-1]

    yield make
    for door in doors:
        door.close()


def shown(dialog) -> dict[str, str]:
    return {name: row.text for name, row in dialog.rows.items() if row.isVisible()}


def typed(door: Door, qtbot, text: str):
    door.run("signed_list")
    dialog = QApplication.activeModalWidget()
    assert QApplication.focusWidget() is dialog.field
    QTest.keyClicks(dialog.field, text)
    qtbot.waitUntil(lambda: not dialog._rest.isActive())
    door.window.settle()
    return dialog


def test_that_a_signed_list_says_what_it_would_do_and_is_one_act(made, qtbot):
    door = made()
    door.scan("db001")
    before = len(door.ask(journal))
    dialog = typed(door, qtbot, "1-6, 11; 500")
    assert shown(dialog) == {
        "entered": "5 người sẽ được điểm danh: 2-5, 11",
        "already": "1 người đã vào từ trước: 1",
        "unknown": "1 số không của ai: 500",
        "forbidden": "1 người mà tình trạng không cho vào, phải đổi trước: 6",
    }
    assert len(door.ask(journal)) == before
    assert dialog.submit.text() == "Điểm danh 5 người"
    QTest.keyClick(dialog.field, ENTER)
    door.settle()
    assert len(door.ask(journal)) == before + 1
    assert sorted(p.person_id for p in door.ask(passages)) == [1, 2, 3, 4, 5, 11]
    assert door.desk.presence.number.text() == "5 / 8"
    assert "Đã điểm danh 5 người" in door.desk.notice.title
    assert QApplication.focusWidget() is door.desk.entry


@pytest.mark.parametrize(
    ("text", "said"),
    [("1-4, nam", "“nam” không phải số"), ("9-2", "ghi 2-9"), ("500", "không có ai mới")],
)
def test_that_a_list_that_checks_nobody_in_cannot_be_confirmed(made, qtbot, text, said):
    door = made()
    before = len(door.ask(journal))
    dialog = typed(door, qtbot, text)
    assert said in dialog.said.text()
    assert not dialog.submit.isEnabled()
    QTest.keyClick(dialog.field, ENTER)
    door.window.settle()
    assert len(door.ask(journal)) == before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    door.settle()
    assert QApplication.focusWidget() is door.desk.entry


def test_that_enter_faster_than_the_look_up_is_not_lost(made, qtbot):
    door = made()
    door.run("signed_list")
    dialog = QApplication.activeModalWidget()
    QTest.keyClicks(dialog.field, "1-2")
    QTest.keyClick(dialog.field, ENTER)
    door.settle()
    assert sorted(p.person_id for p in door.ask(passages)) == [1, 2]
    assert "Đã điểm danh 2 người" in door.desk.notice.title


def test_that_a_fast_enter_asks_for_a_look_where_a_number_is_nobodys(made, qtbot):
    door = made()
    door.run("signed_list")
    dialog = QApplication.activeModalWidget()
    QTest.keyClicks(dialog.field, "1-2, 500")
    QTest.keyClick(dialog.field, ENTER)
    door.window.settle()
    assert list(shown(dialog)) == ["entered", "unknown"]
    assert door.ask(passages) == ()
    QTest.keyClick(dialog.field, ENTER)
    door.settle()
    assert sorted(p.person_id for p in door.ask(passages)) == [1, 2]


def test_that_the_answer_tells_no_old_truth_after_a_bulk_check_in(made, qtbot):
    door = made()
    door.scan("db002")
    door.run("direction")
    door.scan("db002")
    assert door.desk.card.answer.person.id == 2
    assert door.desk.card.word.whole == "Đã ghi ra về"
    dialog = typed(door, qtbot, "2-3")
    QTest.keyClick(dialog.field, ENTER)
    door.settle()
    assert door.desk.card.answer.person is None


def a_list_of_door_b(tmp_path):
    """Let door B check two people in, one of them out again, one undone, and one of nobody here."""
    file = granted(open_file(tmp_path / "cua-b.congress"))
    granted(check_in(file, 2, door="Cửa B", actor="Bình"))
    granted(check_in(file, 3, door="Cửa B", actor="Bình"))
    granted(check_in(file, 3, direction=Direction.OUT, door="Cửa B", actor="Bình"))
    undone = granted(check_in(file, 4, door="Cửa B", actor="Bình"))
    granted(undo_passage(file, undone.id, actor="Bình"))
    people = {person.id: person for person in register(file)}
    target = tmp_path / "cua-b.csv"
    assert write_door_list(target, congress(file), passages(file), people) == 4
    file.close()
    stranger = "f" * 32 + ",LA-9,Người Lạ,in,2020-03-13T08:00:00+07:00,Cửa B,0\r\n"
    with target.open("a", encoding="utf-8", newline="") as stream:
        stream.write(stranger)
    return target


def press(door: Door, name: str) -> None:
    button = door.window.main.findChild(QPushButton, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    door.settle()


def test_that_the_list_of_another_door_comes_in_after_a_look_and_never_twice(made, tmp_path):
    source = tmp_path / "cua-b.csv"
    door = made(open_file=[source, source])
    a_list_of_door_b(tmp_path)
    door.scan("db001")
    before = len(door.ask(journal))
    press(door, "mergeDoor")
    dialog = QApplication.activeModalWidget()
    assert [row.text for row in dialog.rows] == [
        "3 lượt mới",
        "1 lượt không khớp ai trong danh sách, bỏ qua: LA-9 Người Lạ",
    ]
    assert len(door.ask(journal)) == before
    QTest.keyClick(dialog.submit, ENTER)
    door.settle()
    assert "Đã nhập 3 lượt mới từ cua-b.csv" in door.desk.notice.title
    assert (door.ask(presence).present, len(door.ask(passages))) == (2, 4)
    assert door.desk.presence.number.text() == "2 / 8"
    assert QApplication.focusWidget() is door.desk.entry
    press(door, "mergeDoor")
    dialog = QApplication.activeModalWidget()
    assert dialog.rows[0].text == "0 lượt mới"
    assert dialog.rows[1].text == "3 lượt đã có, không tính lại"
    assert not dialog.submit.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    door.settle()
    assert len(door.ask(passages)) == 4


def test_that_a_list_of_something_else_is_refused_with_a_sentence(made, tmp_path):
    wrong = tmp_path / "khac.csv"
    wrong.write_text("stt,ten\n1,An\n", "utf-8")
    door = made(open_file=[wrong])
    press(door, "mergeDoor")
    assert QApplication.activeModalWidget() is None
    assert "khac.csv" in door.desk.notice.title
    assert door.ask(passages) == ()


def test_that_the_list_of_this_door_is_written_where_asked(made, tmp_path):
    target = tmp_path / "xuat.csv"
    door = made(save_file=[target, tmp_path / "không có" / "x.csv"])
    door.desk.door.setText("Cửa A")
    door.desk.door.editingFinished.emit()
    door.scan("db001")
    press(door, "exportDoor")
    assert door.window.messages.asked[0].startswith("diem-danh-Cua-A-")
    assert target.read_text("utf-8-sig").splitlines()[1] == "uid,code,name,direction,at,door,undone"
    assert "Đã xuất 1 lượt vào ra" in door.desk.notice.title
    press(door, "exportDoor")
    assert "x.csv" in door.desk.notice.title

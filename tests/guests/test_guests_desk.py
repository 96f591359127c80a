"""Guests, letters and the rota on the delegates desk, by keyboard; not there until asked for."""

from __future__ import annotations

from datetime import date

import pytest
from congress_files import granted
from guest_acts import GUESTS
from people_bench import ALT, CTRL, DELETE, DOWN, ENTER, INSERT, SPACE, TAB, UP, Hands, people_desk
from people_files import ACTOR, a_register
from PySide6.QtCore import Qt

from congress_desk.actions.guests.rota import add_turn
from congress_desk.actions.people.register import add_person
from congress_desk.domain.guests.invitation import Standing
from congress_desk.domain.guests.rota import RotaKind, RotaTurn
from congress_desk.domain.people.person import PersonKind
from congress_desk.imports.setup.rota import turn_file
from congress_desk.queries.guests import guests_view
from congress_desk.ui.desk import DeskPlace

GUESTS_TAB, ROTA_TAB = (Qt.Key.Key_6, ALT), (Qt.Key.Key_7, ALT)
TODAY = date.today().isoformat()


def with_guests(file) -> None:
    for guest in GUESTS:
        granted(add_person(file, guest, actor=ACTOR))


def guests(hands: Hands):
    return hands.ask(guests_view).guests


def test_that_nothing_of_guests_is_there_until_it_is_asked_for(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot) as hands:
        tabs = hands.desk.tabs
        assert [tabs.isTabVisible(tab) for tab in range(7)] == [True] * 4 + [False] * 3
        hands.press(GUESTS_TAB)
        assert tabs.currentIndex() == 0
        hands.desk.show_part(5)
        hands.settle()
        assert tabs.currentIndex() == 5
        assert tabs.isTabVisible(6)
        assert hands.keyboard == "guestsTable"
        assert [each.name for each in guests(hands)] == ["Khách Mời"]
        tabs.setCurrentIndex(0)
        hands.settle()
        assert hands.desk.register.commands.why_not("guests") is None


def test_that_a_guest_is_added_written_to_and_answers_by_keyboard(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, prepare=with_guests) as hands:
        hands.press(GUESTS_TAB)
        hands.desk.guests.guests.table.setFocus()
        hands.press(INSERT, "Mai Thị Khách", TAB, "bà", TAB, "Chủ tịch Hội", ENTER)
        added = next(each for each in guests(hands) if each.name == "Mai Thị Khách")
        assert (added.salutation, added.position, added.kind) == (
            "bà", "Chủ tịch Hội", PersonKind.GUEST,
        )  # fmt: skip
        assert hands.keyboard == "guestsTable"
        hands.desk.guests.guests.buttons["sent"].setFocus()
        hands.press(SPACE)
        added = next(each for each in guests(hands) if each.id == added.id)
        assert (added.sent_on, added.standing) == (TODAY, Standing.SILENT)
        hands.desk.guests.guests.table.setFocus()
        hands.press(SPACE)
        added = next(each for each in guests(hands) if each.id == added.id)
        assert (added.sent_on, added.standing) == (TODAY, Standing.COMING)
        hands.run("sent")
        notice = hands.desk.notice
        assert "đã trả lời nên giấy đã đến nơi" in f"{notice.title} {notice.text}"
        hands.press(SPACE)
        hands.run("sent")
        assert next(e for e in guests(hands) if e.id == added.id).standing is Standing.NOT_SENT


def test_that_guests_are_moved_in_the_order_of_their_welcome(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, prepare=with_guests) as hands:
        hands.press(GUESTS_TAB)
        tab = hands.desk.guests.guests
        tab.go_to_when_shown(guests(hands)[3].id)
        hands.press((UP, ALT))
        assert [each.name for each in guests(hands)] == [
            "Khách Mời", "Lê Thị Sáu", "Hòa thượng Thích Thiện Tâm", "Trần Văn Bảy",
        ]  # fmt: skip
        assert tab.current.name == "Hòa thượng Thích Thiện Tâm"
        assert "4 khách mời" in tab.sums.text()


def test_that_a_letter_is_worded_and_a_wrong_place_to_fill_is_named(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, prepare=with_guests) as hands:
        hands.press(GUESTS_TAB)
        hands.run("letter")
        hands.dialog.text.setPlainText("Kính mời {quý khách}.")
        hands.dialog.submit.click()
        hands.settle()
        assert "{quý khách}" not in hands.dialog.said.text()
        assert "“quý khách”" in hands.dialog.said.text()
        hands.dialog.text.setPlainText("Kính mời {xưng hô} {họ và tên}.")
        hands.dialog.submit.click()
        hands.settle()
        assert "Kính mời {xưng hô} {họ và tên}." in hands.ask(guests_view).texts.values()


def a_rota_list(folder, *rows: str):
    path = folder / "lich.csv"
    lines = ("TT,Giờ,Đoàn,Nội dung,Số phút", *(rows or (
        "1,10:00–10:05,Chi bộ Lạ,,", "2,,Chi bộ Khu phố 2,Tặng hoa,3", "3,,Chi bộ Trường học,,",
    )))  # fmt: skip
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_that_a_rota_with_a_wrong_row_is_refused_whole_and_each_is_named(tmp_path):
    file = a_register(tmp_path)
    rows = ("1,25h,A,,", "2,,,,4", "3,,B,xem phim,", "4,,C,,900")
    refused = turn_file(file, a_rota_list(tmp_path, *rows))
    assert [(p.code, p.place.row, p.place.column) for p in refused.problems] == [
        ("import_cell_not_a_time", 2, "B – Thời gian"), ("import_cell_missing", 3, "C – Đoàn"),
        ("rota_kind_unknown", 4, "D – Nội dung"), ("turn_minutes_wrong", 5, "E – Số phút"),
    ]  # fmt: skip
    rows = ("1,9h,A,,3", ",,,TM. BAN TỔ CHỨC,", ",,,Lê Văn An,", ",Nơi nhận:,,NGƯỜI LẬP,")
    signed = granted(turn_file(file, a_rota_list(tmp_path, *rows)))
    assert [turn.who for turn in signed.turns] == ["A"]
    assert [note.code for note in signed.notes][:3] == ["import_row_beside"] * 3
    bare = tmp_path / "ten.csv"
    bare.write_text("Họ và tên\nLê An", "utf-8")
    assert turn_file(file, bare).problems[0].code == "rota_book_without_turns"
    file.close()


@pytest.mark.parametrize(
    ("title", "kinds", "told"),
    [
        ("LỊCH TẶNG HOA CHÚC MỪNG ĐẠI HỘI", ["flowers"] * 2, []),
        ("Lịch chụp ảnh lưu niệm", ["photograph"] * 2, []),
        ("LỊCH CHỤP ẢNH, TẶNG HOA", ["photograph"] * 2, ["rota_kind_assumed"]),
        ("DANH SÁCH CÁC ĐOÀN", ["photograph"] * 2, ["rota_kind_assumed"]),
    ],
)
def test_that_the_title_of_a_rota_says_what_its_turns_are_for(tmp_path, title, kinds, told):
    file = a_register(tmp_path)
    path = tmp_path / "lich.csv"
    path.write_text(f"{title}\nTT;Thời gian;Đơn vị\n1;8h00;A\n2;8h05;B", "utf-8")
    found = granted(turn_file(file, path))
    assert [turn.kind for turn in found.turns] == kinds
    assert [n.code for n in found.notes if n.code != "rota_list_stranger"] == told
    file.close()


def test_that_every_delegation_gets_a_turn_and_turns_are_moved_and_removed(qtbot, tmp_path):
    with people_desk(tmp_path, qtbot, prepare=with_guests, ask=[True]) as hands:
        hands.run("guests")
        hands.press(ROTA_TAB)
        hands.desk.guests.rota.table.setFocus()
        hands.run("fill")
        hands.press(DOWN, TAB, "9h30", TAB, (Qt.Key.Key_A, CTRL), "4", ENTER)
        turns = hands.ask(guests_view).turns
        assert [(t.who, t.kind, t.begins) for t in turns] == [
            ("Chi bộ Khu phố 2", RotaKind.FLOWERS, "09:30"),
            ("Chi bộ Khu phố 10", RotaKind.FLOWERS, "09:34"),
            ("Chi bộ Trường học", RotaKind.FLOWERS, "09:38"),
        ]
        hands.desk.guests.rota.go_to_when_shown(turns[2].id)
        hands.press((UP, ALT))
        assert [t.who for t in hands.ask(guests_view).turns][1] == "Chi bộ Trường học"
        hands.press(DELETE)
        assert len(hands.ask(guests_view).turns) == 2
        hands.window.messages.answers["open_file"] = [a_rota_list(tmp_path)] * 2
        hands.run("import")
        assert hands.dialog.table.model().rowCount() == 3
        assert "Chi bộ Lạ" in hands.dialog.notes.text()
        hands.press(ENTER)
        found = hands.ask(guests_view).turns
        assert [(t.who, t.kind.value, t.begins, t.minutes) for t in found][2:] == [
            ("Chi bộ Lạ", "photograph", "10:00", 5),
            ("Chi bộ Khu phố 2", "flowers", "09:38", 3),
            ("Chi bộ Trường học", "photograph", "10:05", 3),
        ]
        hands.run("import")
        hands.dialog.way.setCurrentIndex(1)
        hands.dialog.submit.click()
        hands.settle()
        assert len(hands.ask(guests_view).turns) == 3


def test_that_a_list_of_guests_comes_in_as_guests_with_a_bad_row_named(qtbot, tmp_path):
    path = tmp_path / "khach.csv"
    rows = (
        "TT,Họ và tên,Xưng hô,Chức vụ,Nhóm khách mời,Đi cùng,Phòng nghỉ",
        "1,Lý Thị Mới,bà,Chủ tịch Hội,Đoàn thể,2,P. 1",
        "2,Lý Văn Hai,ông,Giám đốc,Doanh nghiệp,nhiều,",
        "3,?,ông,Giám đốc,Doanh nghiệp,,",
    )
    path.write_text("\n".join(rows), "utf-8")
    with people_desk(tmp_path, qtbot) as hands:
        hands.run("guests")
        hands.run("import")
        wizard = hands.dialog
        wizard.read_file(path)
        for _ in range(3):
            qtbot.waitUntil(wizard.idle, timeout=20_000)
            assert wizard.frame.next.isEnabled()
            wizard.frame.next.click()
        qtbot.waitUntil(wizard.idle, timeout=20_000)
        hands.settle()
        assert {each.name for each in guests(hands)} == {"Khách Mời", "Lý Thị Mới", "Lý Văn Hai"}
        new = next(each for each in guests(hands) if each.name == "Lý Thị Mới")
        assert (new.salutation, new.rank, new.companions, new.room) == ("bà", "Đoàn thể", 2, "P. 1")
        assert wizard._compared.problems == 1
        wizard.close()


def test_that_another_desk_leads_to_a_guest_and_to_a_turn(qtbot, tmp_path):
    def prepared(file) -> None:
        with_guests(file)
        granted(add_turn(file, RotaTurn(who="Chi bộ Khu phố 2", time="09:30"), actor=ACTOR))

    with people_desk(tmp_path, qtbot, prepare=prepared) as hands:
        wanted = guests(hands)[2]
        hands.desk.show_place(DeskPlace(desk="people", part="guests", record=wanted.id))
        hands.settle()
        assert hands.desk.guests.guests.current.name == wanted.name
        hands.desk.show_place(DeskPlace(desk="people", part="rota", record=1))
        hands.settle()
        assert hands.desk.guests.rota.current.who == "Chi bộ Khu phố 2"
        assert hands.keyboard == "rotaTable"

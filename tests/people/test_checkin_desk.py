"""The check-in desk by keyboard: every answer of the door, in and out, undone, chosen."""

from __future__ import annotations

import io
import unicodedata

import pytest
from checkin_bench import Door, a_door_file
from congress_files import an_election, granted
from journal_lines import journal
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from congress_desk.actions.people.checkin import check_in
from congress_desk.actions.people.register import set_photo
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import problem
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import presence
from congress_desk.queries.people import passages, person, status_changes
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desks.checkin import door_controller
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sound

ENTER, TAB, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def door(qtbot, tmp_path):
    file = a_door_file(tmp_path)
    file.close()
    made = Door(qtbot, file.path, ask=[True, False])
    yield made
    made.close()


@pytest.fixture
def heard(door, monkeypatch):
    sounds: list[Sound] = []
    monkeypatch.setattr(door.desk.sounds, "play", sounds.append)
    return sounds


def test_that_the_line_has_the_keyboard_when_the_desk_is_shown(door):
    assert QApplication.focusWidget() is door.desk.entry
    assert door.desk.entry.accessibleName()
    assert door.word == "Sẵn sàng"


@pytest.mark.parametrize(
    "text", ["ĐB-001", "db001", "DB-001", "1", unicodedata.normalize("NFD", "ĐB-001"), "  db001 "]
)
def test_that_a_code_or_a_number_checks_in_and_says_who(door, heard, text):
    door.scan(text)
    assert (door.word, door.tone) == ("Đã điểm danh", "holds")
    assert "Nguyễn Văn An" in door.answer
    assert "Đoàn 1" in door.answer
    assert "Số 1 · mã ĐB-001" in door.answer
    assert door.desk.entry.text() == ""
    assert heard == [Sound.RECORDED]
    assert door.ask(person, 1).status is Status.PRESENT


def test_that_a_tab_of_the_scanner_is_an_enter_and_on_an_empty_line_goes_on(door):
    door.type("db002")
    door.key(TAB)
    assert "Trần Thị Ánh" in door.answer
    assert QApplication.focusWidget() is door.desk.entry
    door.key(TAB)
    assert QApplication.focusWidget() is not door.desk.entry


def test_that_a_second_enter_of_the_scanner_changes_nothing(door):
    door.scan("db002")
    door.key(ENTER)
    assert door.word == "Đã điểm danh"
    assert len(door.ask(passages)) == 1


def test_that_codes_faster_than_the_file_are_all_recorded_in_their_order(door):
    for code in ("db001", "db002", "db003", "k-1", "db001"):
        door.type(code)
        QTest.keyClick(door.desk.entry, ENTER)
    door.settle()
    assert [p.person_id for p in door.ask(passages)] == [1, 2, 3, 11]
    assert door.word == "Đã có mặt từ trước"


def test_that_a_second_scan_says_since_when_and_at_which_door(door, heard):
    door.desk.door.setText("Cửa B")
    door.desk.door.editingFinished.emit()
    door.scan("db001")
    hour = door.ask(passages)[0].at[11:16]
    door.scan("db001")
    assert (door.word, door.tone) == ("Đã có mặt từ trước", "look")
    assert f"Đã vào lúc {hour} · Cửa B" in door.answer
    assert heard == [Sound.RECORDED, Sound.REFUSED]
    assert len(door.ask(passages)) == 1


def test_that_a_code_of_nobody_is_said_loudly_and_changes_nothing(door, heard):
    before = len(door.ask(journal))
    for number, text in enumerate(("ĐB-999", "4711", "khong ai ca", "<b>x</b>", "🙂"), start=1):
        door.scan(text)
        assert (door.word, door.tone) == ("Không có trong danh sách", "look")
        assert text in door.answer
        assert heard == [Sound.REFUSED] * number
        assert len(door.ask(journal)) == before
        assert door.desk.entry.text() == ""


def test_that_somebody_who_bears_the_same_name_is_pointed_out(door):
    door.scan("db003")
    assert "Trùng tên với số 1 · Đoàn 1 · 1975" in door.answer
    door.scan("db002")
    assert "Trùng tên" not in door.answer


def test_that_a_guest_comes_in_without_a_vote_and_out_of_d(door):
    before = door.ask(presence)
    door.scan("K-1")
    assert "khách mời – không biểu quyết" in door.answer
    assert door.ask(presence) == before
    assert "Khách mời: 1 / 1, ngoài số được triệu tập" in door.desk.presence.others.text()


def test_that_an_alternate_in_a_seat_votes_and_one_without_does_not(door):
    door.scan("dk-1")
    assert "dự khuyết, đang thay đại biểu" in door.answer
    door.scan("dk-2")
    assert "dự khuyết – không biểu quyết" in door.answer
    assert door.ask(presence).present == 1


def test_that_a_delegate_whose_seat_is_taken_is_told_by_whom(door):
    door.scan("db008")
    assert (door.word, door.tone) == ("Không được vào", "look")
    assert "Bùi Hạnh (số 9)" in door.answer
    assert not door.desk.card.change.isVisible()
    assert door.ask(passages) == ()


def test_that_a_suspended_delegate_is_sent_to_the_credentials_committee(door):
    door.scan("db007")
    assert "bị đình chỉ" in door.answer and "Ban thẩm tra" in door.answer
    door.key(Qt.Key.Key_F7)
    assert QApplication.activeModalWidget() is None


def test_that_who_was_to_be_away_is_let_in_with_a_reason_after_seeing_what_d_becomes(door):
    door.scan("db006")
    assert door.word == "Chưa được vào"
    door.key(Qt.Key.Key_F7)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert dialog.base.text() == "Căn cứ tính: 6 → 7 · có mặt: 0 → 1"
    QTest.keyClick(dialog.reason, ENTER)
    door.settle()
    assert "hãy ghi lý do" in dialog.said.text()
    QTest.keyClicks(dialog.reason, "ve kip")
    QTest.keyClick(dialog.reason, ENTER)
    door.settle()
    assert (door.word, door.tone) == ("Đã điểm danh", "holds")
    assert QApplication.focusWidget() is door.desk.entry
    assert (door.ask(presence).base, door.ask(presence).present) == (7, 1)
    assert [c.reason for c in door.ask(status_changes, 6)] == ["ve kip"]
    assert door.desk.presence.number.text() == "1 / 8"


def test_that_several_people_of_a_name_are_chosen_by_arrows_and_enter(door):
    door.scan("an nguyen")
    assert door.desk.is_choosing
    assert "có 2 người" in door.desk.choices.caption.whole
    door.key(ENTER)
    assert door.ask(passages) == ()
    door.key(DOWN)
    door.key(DOWN)
    assert door.desk.choices.current.id == 3
    door.key(UP)
    door.key(DOWN)
    door.key(ENTER)
    assert [p.person_id for p in door.ask(passages)] == [3]
    assert not door.desk.is_choosing
    assert "Nguyễn Văn An" in door.answer


def test_that_one_person_of_a_name_needs_no_choice(door):
    door.scan("dung pham")
    assert "Phạm Quốc Dũng" in door.answer
    assert door.word == "Đã điểm danh"


def test_that_a_code_that_is_anothers_number_asks_who_is_meant(door):
    door.scan("5")
    assert [p.id for p in door.desk.choices.table.records] == [4, 5]
    assert door.desk.entry.selectedText() == "5"
    door.scan("db002")
    assert [p.person_id for p in door.ask(passages)] == [2]


def test_that_a_pause_in_typing_shows_who_can_be_meant_and_records_nothing(door, qtbot):
    door.type("ngu")
    qtbot.waitUntil(lambda: door.desk.is_choosing)
    assert len(door.desk.choices.table.records) == 2
    door.type("zzz")
    qtbot.waitUntil(lambda: not door.desk.is_choosing)
    door.key(Qt.Key.Key_Escape)
    assert door.desk.entry.text() == ""
    assert door.ask(passages) == ()


def test_that_a_click_on_one_of_several_chooses(door):
    door.scan("bui")
    table = door.desk.choices.table
    place = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    door.settle()
    assert "Bùi Khánh" in door.answer
    assert QApplication.focusWidget() is door.desk.entry


def test_that_f8_records_going_out_and_is_seen(door):
    door.scan("db001")
    before = door.ask(presence)
    door.key(Qt.Key.Key_F4)
    assert "ĐANG GHI RA VỀ" in door.desk.mode.words.whole
    assert door.desk.mode.property("tone") == "look"
    assert door.desk.entry.property("way") == "out"
    door.scan("db001")
    assert (door.word, door.tone) == ("Đã ghi ra về", "accent")
    after = door.ask(presence)
    assert (after.base, after.present) == (before.base, before.present - 1)
    door.scan("db001")
    assert door.word == "Không ở trong hội trường" and "Đã ra lúc" in door.answer
    door.scan("db002")
    assert "Chưa điểm danh vào lần nào" in door.answer
    door.key(Qt.Key.Key_Escape)
    assert door.desk.keeper.direction is Direction.IN
    door.scan("db001")
    assert door.word == "Đã điểm danh"
    assert [row[0] for row in door.rows()] == ["vào", "ra", "vào"]


def test_that_the_desk_records_coming_in_whenever_it_is_shown_again(door):
    door.key(Qt.Key.Key_F4)
    door.window.show_desk("congress")
    door.window.show_desk("checkin")
    assert door.desk.keeper.direction is Direction.IN


def test_that_ctrl_z_takes_back_the_last_passage_of_this_desk_one_after_the_other(door):
    door.scan("db001")
    door.scan("db002")
    door.key(Qt.Key.Key_Z, CTRL)
    assert door.word == "Đã bỏ lượt vào" and "Trần Thị Ánh" in door.answer
    door.key(Qt.Key.Key_Z, CTRL)
    assert "Nguyễn Văn An" in door.answer
    assert door.ask(presence).present == 0
    door.key(Qt.Key.Key_Z, CTRL)
    assert door.word == "Không có gì để bỏ"
    assert [row[0] for row in door.rows()] == ["đã bỏ", "đã bỏ"]
    door.scan("db001")
    assert door.word == "Đã điểm danh"


def test_that_ctrl_z_in_a_line_half_typed_belongs_to_the_line(door):
    door.scan("db001")
    door.type("xy")
    door.key(Qt.Key.Key_Z, CTRL)
    assert not any(p.undone for p in door.ask(passages))


def test_that_each_row_can_be_undone_after_a_question(door):
    door.scan("db001")
    door.scan("db002")
    door.desk.passages.setFocus()
    door.key(DOWN)
    door.key(Qt.Key.Key_Delete)
    assert door.window.messages.asked == ["Bỏ lượt vào ra này?"]
    assert [p.undone for p in door.ask(passages)] == [True, False]
    assert QApplication.focusWidget() is door.desk.entry
    door.desk.passages.setFocus()
    door.desk.passages.select_row(0)
    door.key(Qt.Key.Key_Delete)
    assert [p.undone for p in door.ask(passages)] == [True, False]


def test_that_an_older_passage_of_somebody_is_not_undone_before_the_newer(door):
    door.scan("db001")
    door.key(Qt.Key.Key_F4)
    door.scan("db001")
    door.desk.passages.setFocus()
    door.key(DOWN)
    door.key(Qt.Key.Key_Delete)
    assert door.word == "Chưa bỏ được"
    assert "mới hơn" in door.answer


def test_that_what_is_typed_over_a_table_goes_to_the_line(door):
    door.scan("db001")
    for widget in (door.desk.passages, door.desk.presence.table, door.desk.presence.names):
        widget.setFocus()
        QTest.keyClicks(widget, "d")
        assert QApplication.focusWidget() is door.desk.entry
    assert door.desk.entry.text() == "ddd"


def test_that_the_door_keeps_its_name(door):
    field = door.window.main.findChild(QLineEdit, "checkinDoor")
    field.setFocus()
    QTest.keyClicks(field, "Cua A")
    QTest.keyClick(field, ENTER)
    assert QApplication.focusWidget() is door.desk.entry
    assert door.window.settings.values.door == "Cua A"
    door.scan("db001")
    assert door.ask(passages)[0].door == "Cua A"
    assert door.rows()[0] == ("vào", "1. Nguyễn Văn An", "Cua A")


def test_that_the_figures_and_the_missing_follow_each_passage(door):
    panel = door.desk.presence
    assert panel.number.text() == "0 / 8"
    assert "Chưa đủ 2/3 số được triệu tập (8): có 0, cần 6, còn thiếu 6" in panel.quorum.text
    door.scan("db001")
    door.scan("db002")
    assert panel.number.text() == "2 / 8"
    assert panel.share.text() == "25,00%"
    told = [(d.name, d.present, d.of) for d in panel.table.records]
    assert told == [("Đoàn 2", 0, 3), ("", 0, 1)]
    assert panel.names.toPlainText().splitlines()[0] == "3. Nguyễn Văn An"
    panel.table.setFocus()
    door.key(DOWN)
    assert panel.names.toPlainText() == "9. Bùi Hạnh"
    top = door.window.main.findChild(object, "topLine")
    assert "<b>2</b> / 8" in top.presence.text()
    door.desk.entry.setFocus()
    for code in ("db003", "4", "db005", "dk-1"):
        door.scan(code)
    assert panel.table.isHidden() and "Không còn thiếu ai" in panel.caption.text()
    assert "Đủ 2/3" in panel.quorum.text
    assert top.quorum.text() == "đủ 2/3"


def test_that_a_change_made_elsewhere_is_seen_at_the_next_look(door):
    door.window.main.session.act(check_in, 3, actor="An", done=lambda _: None)
    door.settle()
    assert door.desk.presence.number.text() == "1 / 8"
    door.scan("db003")
    assert door.word == "Đã có mặt từ trước"


def test_that_an_empty_register_says_what_to_do_first(qtbot, tmp_path):
    setup = Setup(details=CongressDetails(name="Đại hội"), elections=(an_election(),))
    file = granted(new_congress(tmp_path / "rong.congress", setup, actor="An"))
    file.close()
    empty = Door(qtbot, file.path)
    assert empty.word == "Danh sách đại biểu còn trống"
    empty.scan("1")
    assert empty.word == "Không có trong danh sách"
    empty.close()


def test_that_the_photograph_of_the_person_is_shown(qtbot, tmp_path):
    stream = io.BytesIO()
    Image.new("RGB", (60, 80), (10, 60, 120)).save(stream, "JPEG")
    file = a_door_file(tmp_path)
    granted(set_photo(file, 1, stream.getvalue(), actor="An"))
    file.close()
    door = Door(qtbot, file.path)
    door.scan("db001")
    assert door.desk.card.photo.isVisible() and not door.desk.card.photo.pixmap().isNull()
    door.scan("db002")
    assert not door.desk.card.photo.isVisible()
    door.close()


def test_that_a_name_of_two_hundred_letters_stays_inside_the_card(qtbot, tmp_path):
    long = "Công Tằng Tôn Nữ " * 11
    file = a_door_file(
        tmp_path, Person(code="1", name=long.strip()), Person(code="2", name="W" * 90)
    )
    file.close()
    door = Door(qtbot, file.path)
    for code in ("1", "2"):
        height = door.desk.card.height()
        door.scan(code)
        assert door.desk.card.height() == height
        assert door.desk.card.name.width() <= door.desk.card.width()
        door.desk.card.grab()
    assert door.window.main.minimumSizeHint().width() <= 1366
    door.close()


def test_that_a_key_held_down_does_not_enter_again(door):
    door.type("db001")
    held = QKeyEvent(
        QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(door.desk.entry, held)
    door.settle()
    assert door.ask(passages) == ()


def test_that_the_models_of_the_desk_keep_qts_rules(door, qtmodeltester):
    door.scan("db001")
    door.scan("an")
    for table in (door.desk.passages, door.desk.choices.table, door.desk.presence.table):
        QAbstractItemModelTester(
            table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, table
        )
        qtmodeltester.check(table.model())


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_that_the_desk_fits_small_screens(door, size):
    least = door.window.main.minimumSizeHint()
    assert (least.width() <= size[0], least.height() <= size[1]) == (True, True)


def test_that_what_is_told_pushes_no_button_out_of_sight(door):
    door.window.main.resize(1366, 768)
    door.desk.notice.say("holds", "Đã điểm danh 4 người theo danh sách ký tên")
    door.settle()
    button = door.desk.findChild(QPushButton, "signedList")
    assert button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize("scale", [100, 125, 150])
def test_that_nothing_overlaps_when_everything_is_larger(qtbot, tmp_path, qapp, scale):
    file = a_door_file(tmp_path)
    file.close()
    SettingsStore().change(scale=scale)
    door = Door(qtbot, file.path)
    door.window.main.resize(1366, 768)
    door.scan("db006")
    desk = door.desk
    stacked = (desk.mode, desk.entry, desk.answer, desk.passages)
    bottoms = [widget.geometry().bottom() for widget in stacked]
    tops = [widget.geometry().top() for widget in stacked]
    assert all(bottom < top for bottom, top in pairwise_of(bottoms, tops))
    assert desk.card.todo.height() >= desk.card.todo.heightForWidth(desk.card.todo.width())
    door.close()
    theme.apply(qapp, "light", 100)


def pairwise_of(bottoms: list[int], tops: list[int]) -> list[tuple[int, int]]:
    """Return each bottom with the top of what stands below it."""
    return list(zip(bottoms, tops[1:], strict=False))


@pytest.mark.parametrize("act", ["check_in", "undo_passage"])
def test_that_an_act_the_file_did_not_take_is_said_in_red(door, heard, monkeypatch, act):
    door.scan("db001")

    def full(*_, **__):
        raise NotSaved(problem("disk_full"))

    monkeypatch.setattr(door_controller, act, full)
    if act == "check_in":
        door.scan("db002")
    else:
        door.desk.keeper.undo_last()
        door.settle()
    assert door.tone == "wrong"
    assert "Ổ đĩa đã đầy" in door.answer
    assert heard[-1] is Sound.REFUSED


def test_that_the_figure_of_those_present_is_never_cut(door):
    panel = door.desk.presence
    panel.number.setStyleSheet("font-size: 40px")
    panel.number.setText("118 / 120")
    panel.share.setStyleSheet("font-size: 17px")
    panel.share.setText("98,33%")
    panel.setFixedWidth(panel.number.sizeHint().width() + 20)
    door.settle()
    assert panel.number.width() >= panel.number.sizeHint().width()
    assert panel.share.y() > panel.number.y()

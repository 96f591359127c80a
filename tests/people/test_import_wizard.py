"""The import wizard: what each step shows, refuses and asks before anything is lost or written."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from congress_files import dump
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from wizard_bench import (
    CLEAN,
    DOWN,
    ENTER,
    ESC,
    MESSY,
    TITLES,
    WizardBench,
    a_bench,
    a_list,
)

from congress_desk.actions.people.checkin import check_in
from congress_desk.ui.background import report_unexpected_to
from congress_desk.ui.desks.people.importing import list_reading as reading
from congress_desk.ui.desks.people.importing import wizard

PREVIEW, DONE = wizard.PREVIEW, wizard.DONE


@pytest.fixture
def bench(qtbot, tmp_path):
    with a_bench(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def clean(tmp_path) -> Path:
    return a_list(tmp_path / "danh-sach.xlsx", CLEAN)


def sheet_words(bench: WizardBench) -> list[str]:
    sheets = bench.wizard.file_step.sheets
    return [sheets.item(i).text() for i in range(sheets.count())]


def test_that_it_begins_by_asking_for_the_file(bench):
    assert bench.focus.objectName() == "chooseList"
    assert not bench.wizard.frame.next.isVisible()
    assert bench.wizard.frame.bar.accessibleName() == "Bước 1 / 4: Tệp và trang tính"


def test_that_no_key_leads_out_of_the_steps(bench, clean):
    for key in (Qt.Key.Key_B, Qt.Key.Key_N):
        bench.press(key, modifier=Qt.KeyboardModifier.AltModifier)
        assert bench.wizard.step == wizard.FILE
    bench.read_to_preview(clean)
    bench.go_on()
    bench.press(Qt.Key.Key_B, modifier=Qt.KeyboardModifier.AltModifier)
    assert bench.wizard.step == DONE


def test_that_a_list_shows_its_sheets_its_first_rows_and_its_header(bench):
    bench.read(MESSY)
    step = bench.wizard.file_step
    assert sheet_words(bench) == ["DS DB (moi) · 93 dòng", "Sheet2 · 0 dòng"]
    assert step.header.value() == 4
    assert step.header_says.whole.startswith("đến dòng 5.")
    assert step.rows.current.number == 6
    assert bench.wizard.frame.next.isEnabled()


def test_that_an_empty_sheet_says_so_and_leads_nowhere(bench):
    bench.read(MESSY)
    bench.press(DOWN)
    assert bench.wizard.file_step.header_says.whole == "Trang tính này trống: hãy chọn trang khác."
    assert not bench.wizard.frame.next.isEnabled()
    bench.go_on()
    assert bench.wizard.step == wizard.FILE


def test_that_enter_on_a_row_makes_it_the_header(bench, tmp_path):
    titles = ("a", "b", "c")
    path = a_list(tmp_path / "la.xlsx", [TITLES[:3], CLEAN[0][:3], CLEAN[1][:3]], titles)
    bench.read(path)
    assert bench.wizard.file_step.header.value() == 2
    bench.tab_to("rawRows")
    bench.press(Qt.Key.Key_Home)
    bench.wizard.file_step.rows.select_row(0)
    bench.press(ENTER)
    assert bench.wizard.file_step.header.value() == 1
    bench.tab_to("headerRow")
    bench.press(Qt.Key.Key_Up)
    assert bench.wizard.file_step.header.value() == 2


def test_that_a_blank_row_is_no_header_and_the_number_typed_stays(bench):
    bench.read(MESSY)
    bench.tab_to("headerRow")
    bench.press(Qt.Key.Key_Down)
    step = bench.wizard.file_step
    assert step.header.value() == 3
    assert step.header_says.whole == "Dòng 3 trống: hãy chỉ dòng có ô “Họ và tên”."
    assert not bench.wizard.frame.next.isEnabled()
    bench.press(Qt.Key.Key_Up)
    assert bench.wizard.frame.next.isEnabled()


def test_that_a_list_without_known_titles_is_matched_by_hand(bench, tmp_path):
    people = [("Wendy", "Wendy Smith"), ("Zoe", "Zoe Brown")]
    bench.read(a_list(tmp_path / "la.xlsx", people, ("cột", "cột nữa")))
    assert "Không thấy dòng tiêu đề" in bench.wizard.file_step.header_says.whole
    assert not bench.wizard.frame.next.isEnabled()
    bench.tab_to("headerRow")
    bench.press(Qt.Key.Key_Up)
    bench.go_on()
    bench.choose("B", "Họ và tên")
    bench.go_on()
    assert bench.counts()["new"] == 2


def test_that_columns_show_samples_and_say_plainly_what_is_not_taken(bench, tmp_path):
    titles = (*TITLES, "Số tài khoản")
    bench.read(a_list(tmp_path / "ds.xlsx", [(*line, "0912") for line in CLEAN], titles))
    bench.go_on()
    combos = bench.wizard.columns_step.combos
    assert combos[2].currentText() == "Họ và tên"
    assert combos[7].currentText() == "– không lấy –"
    assert bench.focus is combos[7]
    assert combos[3].accessibleDescription() == "05/06/1975; 1980; 03/1979"
    assert bench.wizard.columns_step.summary.text() == "Lấy 6 cột, không lấy 1 cột."


def test_that_two_columns_to_one_field_are_refused_with_the_place(bench, clean):
    bench.read(clean)
    bench.go_on()
    bench.choose("F", "Họ và tên")
    bench.go_on()
    step = bench.wizard.columns_step
    assert bench.wizard.step == wizard.COLUMNS
    assert step.notice.title.startswith("Mục “Họ và tên” đang được lấy từ cả cột B và cột F.")
    assert bench.focus is step.combos[6]
    bench.choose("F", "Chức vụ")
    assert not step.notice.isVisible()
    bench.go_on()
    assert bench.wizard.step == PREVIEW


def test_that_births_of_men_and_of_women_are_two_fields(bench):
    bench.read_to_preview(MESSY)
    genders = {p.gender for p in bench.wizard._compared.changes.new}
    assert bench.wizard.step == PREVIEW
    assert genders == {"nam", "nữ"}


def test_that_a_list_without_names_is_refused(bench, clean):
    bench.read(clean)
    bench.go_on()
    bench.choose("B", "– không lấy –")
    bench.go_on()
    assert bench.wizard.step == wizard.COLUMNS
    assert "Chưa có cột nào được lấy vào mục “Họ và tên”" in bench.wizard.columns_step.notice.title


def test_that_the_choice_of_fields_is_remembered_and_said(bench, clean):
    bench.read(clean)
    bench.go_on()
    assert not bench.wizard.columns_step.notice.isVisible()
    bench.choose("F", "Ghi chú")
    bench.go_on()
    bench.go_on()
    assert bench.wizard.step == DONE
    bench.press(ENTER)
    bench.opened()
    bench.read(clean)
    bench.go_on()
    assert bench.wizard.columns_step.combos[6].currentText() == "Ghi chú"
    assert "được nhớ từ lần nhập trước" in bench.wizard.columns_step.notice.title


def test_that_nothing_is_written_before_the_button_of_the_preview(bench, clean):
    before = dump(bench.file)
    bench.read_to_preview(clean)
    assert bench.wizard.frame.next.text() == "Nhập 4 người"
    assert dump(bench.file) == before
    bench.go_on()
    assert dump(bench.file) != before
    assert bench.names()[-4:] == [line[1] for line in CLEAN]


def test_that_attendance_is_taken_until_somebody_was_checked_in(bench, clean):
    bench.read(clean)
    bench.go_on()
    assert bench.wizard.columns_step.attendance.isChecked()
    assert not bench.wizard.columns_step.attendance_says.isVisible()
    bench.wizard.accept()
    bench.session.act(check_in, bench.people()[8].id, done=lambda _: None, door="1", actor="A")
    bench.opened()
    bench.read(clean)
    bench.go_on()
    assert not bench.wizard.columns_step.attendance.isChecked()
    assert bench.wizard.columns_step.attendance_says.isVisible()


def test_that_escape_closes_at_once_when_nothing_can_be_lost(bench, clean):
    bench.read(clean)
    bench.press(ESC)
    assert not bench.is_open


def test_that_escape_asks_before_a_choice_of_fields_is_lost(bench, clean):
    bench.messages.answers["ask"] = [False, True]
    bench.read(clean)
    bench.go_on()
    bench.press(ESC)
    assert bench.is_open
    assert bench.messages.asked == ["Đóng mà không nhập?"]
    bench.press(ESC)
    assert not bench.is_open


def test_that_going_back_keeps_the_fields_that_were_chosen(bench, clean):
    bench.read(clean)
    bench.go_on()
    bench.choose("F", "Ghi chú")
    bench.go_on()
    bench.press(Qt.Key.Key_B, modifier=Qt.KeyboardModifier.AltModifier)
    assert bench.wizard.columns_step.combos[6].currentText() == "Ghi chú"
    bench.press(Qt.Key.Key_B, modifier=Qt.KeyboardModifier.AltModifier)
    assert bench.wizard.step == wizard.FILE
    bench.go_on()
    assert bench.wizard.columns_step.combos[6].currentText() == "Ghi chú"


def test_that_reading_can_be_stopped_and_another_file_read_at_once(bench, clean, monkeypatch):
    held, real = threading.Event(), reading.open_list
    monkeypatch.setattr(reading, "open_list", lambda path: (held.wait(10), real(path))[1])
    bench.wizard.read_file(MESSY)
    bench.qtbot.waitUntil(bench.wizard.frame.stop.isVisible)
    assert not bench.wizard.frame.pages.isEnabled()
    bench.wizard.reject()
    assert bench.is_open
    assert bench.wizard.frame.pages.isEnabled()
    monkeypatch.setattr(reading, "open_list", real)
    bench.read(clean)
    held.set()
    bench.settle()
    assert sheet_words(bench) == ["DS · 5 dòng"]


@pytest.mark.parametrize("step", ["open_list", "find_table", "compare_list"])
def test_that_a_list_that_fails_in_the_worker_is_told_and_not_waited_for(
    bench, clean, monkeypatch, step
):
    heard: list[BaseException] = []
    report_unexpected_to(heard.append)
    with monkeypatch.context() as broken:
        broken.setattr(reading, step, lambda *_, **__: [][1])
        bench.read(clean)
        if bench.wizard.frame.next.isVisible():
            bench.go_on()
            bench.go_on()
        assert {type(error) for error in heard} == {IndexError}
        assert not bench.wizard.frame.working
    bench.read_to_preview(clean)
    assert bench.wizard.step == PREVIEW


def test_that_a_file_can_be_dropped(bench, clean):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(clean))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(
        bench.wizard.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys
    )
    QApplication.sendEvent(bench.wizard, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(bench.wizard, drop)
    bench.settle()
    assert bench.wizard.file_step.file.whole == "danh-sach.xlsx"


def test_that_a_file_is_chosen_in_the_one_file_dialog(qtbot, tmp_path, clean):
    with a_bench(qtbot, tmp_path, open_file=[None, clean]) as bench:
        bench.press(ENTER)
        assert not bench.wizard.frame.next.isVisible()
        bench.press(ENTER)
        assert bench.wizard.file_step.file.whole == "danh-sach.xlsx"


HOSTILE = {
    "la-anh.xlsx": b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
    "rong.xlsx": b"",
    "cut.xlsx": MESSY.read_bytes()[:3000],
    "trang.csv": b"\x00\x01\x02\x03" * 50,
    "macro.xlsm": MESSY.read_bytes(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_file_that_is_no_list_is_refused_in_one_sentence(bench, clean, tmp_path, name):
    before = dump(bench.file)
    bench.read(clean)
    (tmp_path / name).write_bytes(HOSTILE[name])
    bench.read(tmp_path / name)
    assert bench.notice.startswith(name)
    assert "\n" not in bench.notice
    assert bench.wizard.file_step.file.whole == "danh-sach.xlsx"
    assert dump(bench.file) == before


def test_that_everything_that_takes_keys_says_what_it_is(bench):
    bench.read_to_preview(MESSY)
    nameless = [
        widget
        for widget in bench.wizard.findChildren(QWidget)
        if isinstance(widget, QComboBox) and not widget.accessibleName()
    ]
    assert nameless == []
    for name in ("sheetList", "headerRow", "rawRows", "previewRows", "rowDetails"):
        assert bench.wizard.findChild(QWidget, name).accessibleName(), name


@pytest.mark.parametrize("size", [(1000, 680), (860, 560)])
def test_that_no_word_of_a_step_is_cut(bench, size):
    bench.wizard.resize(*size)
    bench.read(MESSY)
    for _ in range(3):
        frame = bench.wizard.frame
        for label in (frame.heading, frame.sentence, bench.wizard.preview_step.sentence):
            assert isinstance(label, QLabel)
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())
        bench.go_on()


def test_that_a_wizard_closed_while_it_reads_leaves_nothing_behind(bench, clean, monkeypatch):
    held, real = threading.Event(), reading.open_list
    monkeypatch.setattr(reading, "open_list", lambda path: (held.wait(10), real(path))[1])
    bench.wizard.read_file(MESSY)
    bench.wizard.reject()
    bench.wizard.reject()
    bench.settle()
    assert not bench.is_open
    monkeypatch.setattr(reading, "open_list", real)
    bench.opened()
    bench.read(clean)
    held.set()
    bench.settle()
    assert sheet_words(bench) == ["DS · 5 dòng"]


def test_that_an_import_is_taken_back_on_the_last_step(bench, clean):
    before = bench.people()
    bench.read_to_preview(clean)
    bench.go_on()
    assert bench.wizard.step == DONE
    assert len(bench.people()) > len(before)
    bench.wizard.done_step.undo.click()
    bench.settle()
    assert bench.people() == before
    assert bench.wizard.step == PREVIEW


def test_that_a_list_without_titles_has_its_columns_named_by_hand(bench, tmp_path):
    first, second = [1, "Nguyễn Thử An", "5/6/1975", "Nam"], [2, "Trần Thị Mẫu", "1980", "Nữ"]
    bench.read(a_list(tmp_path / "trang.xlsx", [second], first))
    assert "Không có dòng tiêu đề" in bench.wizard.file_step.header_says.whole
    bench.go_on()
    assert bench.wizard.columns_step.combos[2].currentText() == "Họ và tên"
    bench.go_on()
    assert [p.name for p in bench.wizard._compared.changes.new] == [
        "Nguyễn Thử An", "Trần Thị Mẫu",
    ]  # fmt: skip


def test_that_what_is_said_of_the_whole_list_has_a_row_of_its_own(bench, tmp_path):
    path = a_list(tmp_path / "hai.xlsx", CLEAN)
    book = load_workbook(path)
    other = book.create_sheet("Chi bộ 4")
    for row in (["Họ và tên", "Năm sinh"], ["Phạm Tờ Hai", 2024]):
        other.append(row)
    book.save(path)
    bench.read_to_preview(path)
    first = bench.rows("all")[0]
    assert "Trang “Chi bộ 4” cũng có danh sách (1 người)" in first.summary


def test_that_a_file_that_lost_its_letters_is_refused_and_says_what_to_do(bench):
    cases = Path(__file__).parent.parent / "data" / "cases_people"
    bench.read(cases / "30-ansi-csv-lost-its-accents.csv")
    assert "đã mất chữ tiếng Việt" in bench.notice


def test_that_a_file_without_sheets_is_one_list(bench):
    cases = Path(__file__).parent.parent / "data" / "cases_people"
    bench.read(cases / "32-dates-offices-write.csv")
    assert bench.wizard.file_step.sheets.item(0).text() == "Cả tệp · 7 dòng"

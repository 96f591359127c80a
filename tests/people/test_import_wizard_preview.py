"""The preview of the import wizard: every line accounted for, and written in one act or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from wizard_bench import ALT, CLEAN, ENTER, MESSY, RIGHT, TITLES, a_bench, a_list, edited

from congress_desk.actions.people.register import edit_person
from congress_desk.errors import problem
from congress_desk.storage.congress_file import NotSaved
from congress_desk.ui.desks.people.importing import wizard
from congress_desk.ui.desks.people.importing.preview.preview_row import RowKind
from congress_desk.ui.look import theme
from congress_desk.ui.widgets.dialog_size import FRAME

PREVIEW, DONE = wizard.PREVIEW, wizard.DONE


@pytest.fixture
def bench(qtbot, tmp_path):
    with a_bench(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def clean(tmp_path) -> Path:
    return a_list(tmp_path / "danh-sach.xlsx", CLEAN)


def test_that_the_numbers_account_for_every_line_of_the_messy_list(bench):
    bench.read_to_preview(MESSY)
    counts = bench.counts()
    assert counts["all"] == 91
    assert counts["new"] + counts["problem"] == 88
    assert counts["skipped"] == 3
    assert counts["missing"] == 9
    assert bench.wizard.preview_step.tabs.current == "problem"
    (twice,) = bench.rows("problem")
    assert (twice.row, twice.name) == (95, "Ngô Quốc Uyên")
    assert "9" in twice.summary


def test_that_old_fonts_are_shown_before_and_after(bench):
    bench.read_to_preview(MESSY)
    rows = bench.rows("converted")
    first = rows[0]
    assert first.summary.startswith("Họ và tên: Ng« Quèc Uyªn → Ngô Quốc Uyên")
    assert "Ng« Quèc Uyªn\n→ Ngô Quốc Uyên" in bench.wizard.preview_step.details.text


def test_that_rows_left_out_say_why(bench):
    bench.read_to_preview(MESSY)
    rows = bench.rows("skipped")
    assert [row.place for row in rows] == ["36", "67", "96"]
    assert [row.summary.partition(":")[0] for row in rows] == [
        "dòng trống", "dòng trống", "dòng cộng"
    ]  # fmt: skip


def test_that_a_changed_row_shows_the_old_and_the_new_value(bench, clean):
    bench.read_to_preview(clean)
    bench.go_on()
    bench.press(ENTER)
    bench.opened()
    edited(clean, F2="Phó Bí thư", E3="Chi bộ 9")
    bench.read_to_preview(clean)
    assert {k: bench.counts()[k] for k in ("new", "changed", "same")} == {
        "new": 0, "changed": 2, "same": 2
    }  # fmt: skip
    changed = bench.rows("changed")
    assert [row.summary.partition(": ")[2] for row in changed] == [
        "Bí thư → Phó Bí thư",
        "Chi bộ 1 → Chi bộ 9",
    ]


def test_that_people_the_list_lacks_are_shown_and_kept(bench, clean):
    before = bench.names()
    bench.read_to_preview(clean)
    missing = bench.rows("missing")
    assert [row.name for row in missing] == before
    assert {row.kind for row in missing} == {RowKind.MISSING}
    bench.go_on()
    assert bench.names()[: len(before)] == before


def test_that_capitals_become_name_case_on_request(bench, tmp_path):
    path = a_list(tmp_path / "hoa.xlsx", [(1, "NGUYỄN VĂN AN", "1975")], TITLES[:3])
    bench.read(path)
    bench.go_on()
    bench.tab_to("nameCase")
    bench.press(Qt.Key.Key_Space)
    bench.go_on()
    (row,) = bench.rows("new")
    assert row.name == "Nguyễn Văn An"
    assert not row.converted


def test_that_a_file_put_right_meanwhile_is_read_again_with_the_same_fields(bench, clean):
    edited(clean, C3="hôm qua", G1="x")
    bench.read(clean)
    bench.go_on()
    bench.choose("F", "Ghi chú")
    bench.go_on()
    assert any("hôm qua" in row.summary for row in bench.rows("all"))
    edited(clean, C3="1980", B6="Vũ Thị Êm", C6="1991")
    bench.press(Qt.Key.Key_F5)
    assert bench.wizard.step == PREVIEW
    assert bench.counts()["new"] == 5
    assert not any("hôm qua" in row.summary for row in bench.rows("all"))
    assert [p.note for p in bench.wizard._compared.changes.new][:1] == ["Bí thư"]


def test_that_a_file_with_other_columns_goes_back_to_the_columns(bench, clean):
    bench.read_to_preview(clean)
    edited(clean, F1="Quê quán")
    bench.press(Qt.Key.Key_F5)
    assert bench.wizard.step == wizard.COLUMNS
    assert bench.wizard.columns_step.combos[6].currentText() == "Quê quán"


def test_that_a_file_that_is_gone_says_so_and_keeps_the_preview(bench, clean):
    bench.read_to_preview(clean)
    clean.unlink()
    bench.press(Qt.Key.Key_F5)
    assert bench.notice.startswith("danh-sach.xlsx")
    assert bench.wizard.step == PREVIEW


def test_that_arrow_keys_choose_which_rows_are_in_sight(bench, clean):
    bench.read_to_preview(clean)
    bench.tab_to("view_all")
    bench.press(RIGHT)
    assert bench.wizard.preview_step.tabs.current == "new"
    assert bench.focus.accessibleName() == "4 mới"
    assert "sẽ được thêm vào" in bench.wizard.preview_step.sentence.text()


def test_that_a_register_changed_meanwhile_refuses_the_whole_import(bench, clean):
    bench.read_to_preview(clean)
    bench.go_on()
    bench.press(ENTER)
    bench.opened()
    edited(clean, F2="Chủ tịch", B6="Vũ Thị Êm", C6="1991")
    bench.read_to_preview(clean)
    changed = bench.wizard._compared.changes.changed[0].before
    bench.session.act(
        edit_person, replace(changed, note="khác"), done=lambda _: None,
        actor="A",
    )  # fmt: skip
    before = len(bench.people())
    bench.go_on()
    assert bench.wizard.step == PREVIEW
    assert "Danh sách đã thay đổi từ khi xem trước" in bench.notice
    assert len(bench.people()) == before


def test_that_a_disk_that_takes_nothing_is_said_and_can_be_tried_again(bench, clean, monkeypatch):
    def unsaved(*args, **kwargs):
        raise NotSaved(problem("register_changed_meanwhile"))

    bench.read_to_preview(clean)
    with monkeypatch.context() as patched:
        patched.setattr(wizard, "import_register", unsaved)
        bench.go_on()
    assert bench.notice
    assert bench.wizard.frame.next.isEnabled()
    bench.go_on()
    assert bench.wizard.step == DONE


def test_that_a_list_is_taken_in_once_when_enter_is_pressed_twice(bench, clean):
    bench.read_to_preview(clean)
    bench.tab_to("goOn")
    for _ in range(2):
        QTest.keyClick(bench.wizard.frame.next, ENTER)
    bench.settle()
    assert bench.names().count("Nguyễn Văn An") == 1


def test_that_its_tables_are_sound_models(bench, qtmodeltester):
    bench.read_to_preview(MESSY)
    qtmodeltester.check(bench.wizard.preview_step.table.model())
    qtmodeltester.check(bench.wizard.file_step.rows.model())


def test_that_day_and_month_of_a_column_can_be_swapped_by_keyboard(bench, tmp_path):
    rows = ((1, "Lê Thử An", "06/15/1975", "Nam", "Chi bộ 1", ""),
            (2, "Lê Thử Bá", "02/01/1980", "Nam", "Chi bộ 1", ""))  # fmt: skip
    bench.read(a_list(tmp_path / "my.xlsx", rows))
    bench.go_on()
    assert "turnC" in [box.objectName() for box in bench.wizard.columns_step.turn.boxes.values()]
    bench.go_on()
    assert any("chỉ có thể là tháng trước" in row.summary for row in bench.rows("remarked"))
    bench.press(Qt.Key.Key_B, modifier=ALT)
    bench.tab_to("turnC")
    bench.press(Qt.Key.Key_Space)
    bench.go_on()
    bench.go_on()
    assert [p.born for p in bench.people()][-2:] == ["1975-06-15", "1980-02-01"]


def test_that_a_column_that_goes_to_no_date_offers_no_swap(bench, clean):
    bench.read(clean)
    bench.go_on()
    turn = bench.wizard.columns_step.turn
    assert turn.isVisible()
    bench.choose("C", "Ghi chú")
    assert not turn.isVisible()
    assert turn.columns == frozenset()


def test_that_in_a_narrow_window_the_rows_keep_their_width(bench, clean):
    bench.read_to_preview(clean)
    step = bench.wizard.preview_step
    for width, height in ((1280, 720), (900, 720), (900, 380)):
        step.setFixedSize(width, height)
        bench.qtbot.wait(1)
        beside = step.details.x() > step.table.x()
        assert beside == (width > 1000 or height < 500)


def test_that_an_import_is_taken_back_whole_at_the_last_step(bench, clean):
    before = bench.people()
    bench.read_to_preview(clean)
    bench.go_on()
    assert bench.wizard.step == DONE
    assert len(bench.people()) == len(before) + len(CLEAN)
    bench.tab_to("undoImport")
    bench.press(ENTER)
    assert bench.wizard.step == PREVIEW
    assert bench.people() == before
    assert bench.counts()["new"] == len(CLEAN)
    bench.go_on()
    assert len(bench.people()) == len(before) + len(CLEAN)


def test_that_a_list_beside_the_first_and_notes_of_the_whole_list_are_shown(bench, tmp_path):
    rows = [
        ["STT", "Họ và tên", None, "STT", "Họ và tên"],
        [1, "Lê Văn Một", None, 3, "Lê Văn Ba"],
        [2, "Lê Văn Hai", None, 4, "Lê Văn Hai"],
    ]
    bench.read_to_preview(a_list(tmp_path / "hai-bang.xlsx", rows[1:], titles=rows[0]))
    (beside,) = [row for row in bench.rows("all") if row.kind is RowKind.LIST]
    assert beside.place == ""
    assert "đã đọc tiếp 2 người" in beside.summary
    assert [(row.place, row.name) for row in bench.rows("new")] == [
        ("2", "Lê Văn Một"), ("3", "Lê Văn Hai"), ("2", "Lê Văn Ba")
    ]  # fmt: skip
    (twice,) = bench.rows("problem")
    assert (twice.place, twice.name) == ("3", "Lê Văn Hai")


def test_that_the_wizard_fits_a_small_screen_at_large_type(bench, qapp):
    before = theme.scale()
    theme.apply(qapp, "light", 150)
    try:
        bench.read_to_preview(MESSY)
        assert bench.wizard.minimumSizeHint().width() <= 1024 - FRAME
        bench.wizard.resize(1024 - FRAME, 700 - FRAME)
        bench.settle()
        tabs = bench.wizard.preview_step.tabs.tabs.values()
        assert len({tab.height() for tab in tabs}) == 1
        assert all(tab.width() >= tab.minimumSizeHint().width() for tab in tabs)
    finally:
        theme.apply(qapp, "light", before)

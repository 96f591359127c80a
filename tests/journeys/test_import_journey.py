"""Lists come into the register by keyboard alone: a clean one, a messy one, and one again."""

from __future__ import annotations

from pathlib import Path

import pytest
from congress_files import dump
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window
from wizard_bench import ALT, CLEAN, CTRL, ENTER, ESC, MESSY, WizardBench, a_bench, a_list, edited

from congress_desk.domain.people.person import Person
from congress_desk.ui.desks.people.importing import wizard


def begin(bench: WizardBench) -> None:
    """Choose the file and go on to its columns, by keyboard."""
    assert bench.focus.objectName() == "chooseList"
    bench.press(ENTER)
    assert bench.focus.objectName() == "sheetList"
    bench.press(ENTER)
    assert bench.wizard.step == wizard.COLUMNS


def take_in(bench: WizardBench) -> None:
    """Press the button of the preview, read what was done, and leave."""
    bench.tab_to("goOn")
    bench.press(ENTER)
    assert bench.wizard.step == wizard.DONE
    assert bench.focus.objectName() == "goOn"
    bench.press(ENTER)
    assert not bench.is_open


def listed(bench: WizardBench, *names: str) -> dict[str, Person]:
    people = {person.name: person for person in bench.people()}
    return {name: people[name] for name in names}


@pytest.fixture
def again(qtbot, tmp_path):
    """A bench whose file dialog gives one path as often as it is asked."""
    path = tmp_path / "danh-sach.xlsx"
    with a_bench(qtbot, tmp_path, open_file=[path] * 9) as bench:
        yield bench, path


def test_that_a_clean_list_is_in_the_register_after_a_few_keys(again):
    bench, path = again
    a_list(path, CLEAN)
    begin(bench)
    bench.press(ENTER)
    assert bench.wizard.step == wizard.PREVIEW
    assert {k: n for k, n in bench.counts().items() if n} == {"all": 4, "new": 4, "missing": 9}
    take_in(bench)
    people = listed(bench, "Nguyễn Văn An", "Lê Minh Châu")
    assert people["Nguyễn Văn An"].born == "1975-06-05"
    assert people["Nguyễn Văn An"].delegation == "Chi bộ 1"
    assert people["Lê Minh Châu"].born == "1979-03"
    assert people["Lê Minh Châu"].position == "Phó Bí thư"


def test_that_a_messy_list_comes_in_with_a_column_put_right(qtbot, tmp_path):
    with a_bench(qtbot, tmp_path, open_file=[MESSY, MESSY]) as bench:
        begin(bench)
        bench.choose("G", "Trình độ văn hóa")
        bench.tab_to("nameCase")
        bench.press(Qt.Key.Key_Space)
        bench.press(ENTER)
        counts = bench.counts()
        assert counts["new"] + counts["problem"] + counts["skipped"] == 96 - 5
        assert counts["skipped"] == 3
        assert counts["converted"] > 10
        take_in(bench)
        people = listed(bench, "Lê Kim Toàn", "Ngô Quốc Uyên", "Hoàng Gia Xuân")
        assert people["Lê Kim Toàn"].born == "1983-11-12"
        assert people["Lê Kim Toàn"].schooling == "Trung cấp"
        assert people["Ngô Quốc Uyên"].gender == "nam"
        assert people["Hoàng Gia Xuân"].gender == "nữ"
        assert len(bench.people()) == 9 + counts["new"]

        bench.opened()
        begin(bench)
        assert "được nhớ từ lần nhập trước" in bench.wizard.columns_step.notice.title
        assert bench.wizard.columns_step.combos[7].currentText() == "Trình độ văn hóa"
        bench.tab_to("nameCase")
        bench.press(Qt.Key.Key_Space)
        bench.press(ENTER)
        assert bench.counts()["new"] == bench.counts()["changed"] == 0
        assert bench.counts()["same"] == counts["new"]
        assert not bench.wizard.frame.next.isEnabled()


def test_that_a_list_edited_in_excel_brings_its_differences_alone(again):
    bench, path = again
    a_list(path, CLEAN)
    begin(bench)
    bench.press(ENTER)
    take_in(bench)
    before = bench.people()

    edited(path, F2="Chủ tịch", C3="15/08/1980", B5=None, A5=None, C5=None, D5=None, E5=None,
           A6=5, B6="Vũ Thị Êm", C6="1991", D6="Nữ", E6="Chi bộ 3")  # fmt: skip
    bench.opened()
    begin(bench)
    bench.press(ENTER)
    counts = bench.counts()
    assert (counts["new"], counts["changed"], counts["same"]) == (1, 2, 1)
    assert counts["missing"] == len(before) - 3
    assert bench.wizard.frame.next.text() == "Nhập 3 người"
    take_in(bench)
    after = bench.people()
    assert [person.name for person in after] == [*(p.name for p in before), "Vũ Thị Êm"]
    people = listed(bench, "Nguyễn Văn An", "Trần Thị Bình", "Phạm Quốc Dũng")
    assert people["Nguyễn Văn An"].position == "Chủ tịch"
    assert people["Trần Thị Bình"].born == "1980-08-15"
    unchanged = {p.name: p for p in before}
    assert people["Phạm Quốc Dũng"] == unchanged["Phạm Quốc Dũng"]


def test_that_a_hostile_file_says_one_sentence_and_changes_nothing(qtbot, tmp_path):
    hostile = tmp_path / "bom.xlsx"
    hostile.write_bytes(MESSY.read_bytes()[:5000] + b"\x00" * 200)
    clean = a_list(tmp_path / "danh-sach.xlsx", CLEAN)
    with a_bench(qtbot, tmp_path, open_file=[hostile, clean]) as bench:
        before = dump(bench.file)
        bench.press(ENTER)
        assert bench.notice.startswith("bom.xlsx")
        assert "\n" not in bench.notice
        assert dump(bench.file) == before
        begin(bench)
        bench.messages.answers["ask"] = [True]
        bench.press(ESC)
        assert not bench.is_open
        assert dump(bench.file) == before


def test_that_a_csv_of_an_old_computer_comes_in_by_the_same_steps(qtbot, tmp_path: Path):
    path = tmp_path / "ds.csv"
    lines = ["STT;Họ và tên;Ngày sinh", *(f"{n};{name};{born}" for n, name, born, *_ in CLEAN)]
    path.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    with a_bench(qtbot, tmp_path, open_file=[path]) as bench:
        begin(bench)
        bench.press(ENTER)
        take_in(bench)
        assert bench.names()[-4:] == [line[1] for line in CLEAN]


def test_that_the_delegates_desk_opens_the_wizard_and_shows_who_came_in(qtbot, tmp_path, phuong_19):
    path = tmp_path / "phuong-19.congress"
    window = Window(qtbot, open_file=[phuong_19, MESSY], save_file=[path])
    window.act("new_from_workbook")
    desk = window.show_desk("people")
    window.main.workspace.focus_page()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_I, CTRL)
    found = desk.findChild(wizard.ImportWizard, "importWizard")
    qtbot.waitUntil(found.isActiveWindow)
    for step in (wizard.FILE, wizard.COLUMNS, wizard.PREVIEW):
        if step == wizard.FILE:
            QTest.keyClick(found.focusWidget(), ENTER)
            qtbot.waitUntil(lambda: found.idle() and found.frame.next.isVisible())
        QTest.keyClick(found.focusWidget(), Qt.Key.Key_N, ALT)
        qtbot.waitUntil(lambda at=step: found.idle() and found.step == at + 1)
    QTest.keyClick(found.focusWidget(), ENTER)
    window.settle()
    assert sum(p.name == "Vũ Gia Ân" for p in desk._view.people) == 1
    window.close()

"""Papers of people on the papers desk: what may be chosen of each, and what comes of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from congress_files import a_congress, an_election, granted
from document_text import document_text
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_bench import Window, type_text

from congress_desk.actions.people.register import add_person
from congress_desk.domain.people.person import Person
from congress_desk.papers.people import COMPLAINTS_KEY
from congress_desk.queries.people import congress_setting
from congress_desk.reports.people.cards import CardSheets, Symbol
from congress_desk.ui.desk import paper_place

CHOICES = ("private", "order", "symbol", "numbers", "complaints", "format")


@pytest.fixture
def opened(qtbot, tmp_path):
    windows = []

    def make(**answers) -> Window:
        file = a_congress(tmp_path, an_election("BCH"))
        person = Person(code="N1", name="Vũ Ất", born="1961-02-03", note="Ghi riêng")
        granted(add_person(file, person, actor="TK"))
        file.close()
        windows.append(Window(qtbot, file.path, **answers))
        windows[-1].show_desk("papers")
        settle(windows[-1])
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def settle(window: Window) -> None:
    window.qtbot.waitUntil(window.desk.idle, timeout=20_000)


def choose(window: Window, kind: str):
    desk = window.desk
    desk.list.setCurrentRow([paper.kind for paper in desk._papers].index(kind))
    settle(window)
    return desk


def said(window: Window) -> str:
    return document_text(window.desk._draft.content)


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("candidates", {"format"}),
        ("credentials", {"complaints", "format"}),
        ("people-list", {"private", "order", "format"}),
        ("sign-in", {"format"}),
        ("cards", {"symbol", "numbers"}),
        ("people", {"private"}),
        ("results", set()),
        ("profiles", {"format"}),
    ],
)
def test_that_each_paper_shows_the_choices_it_has(opened, kind, shown):
    choices = choose(opened(), kind).choices
    visible = {name for name in CHOICES if getattr(choices, name).isVisible()}
    assert visible == shown


def test_that_dates_of_birth_come_along_only_when_ticked(opened, tmp_path):
    window = opened(save_file=[tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    desk = choose(window, "people")
    for name, ticked in (("a", False), ("b", True)):
        if ticked:
            QTest.keyClick(desk.choices.private, Qt.Key.Key_Space)
            settle(window)
        QTest.mouseClick(desk.save, Qt.MouseButton.LeftButton)
        settle(window)
        sheet = load_workbook(tmp_path / f"{name}.xlsx")["Đại biểu"]
        told = {cell.value for row in sheet.iter_rows() for cell in row}
        assert ("Ghi riêng" in told) is ticked
        assert ("Ngày sinh" in told) is ticked


def test_that_the_order_of_the_list_can_be_chosen(opened):
    window = opened()
    desk = choose(window, "people-list")
    assert "## " in said(window)
    desk.choices.order.setCurrentIndex(1)
    settle(window)
    assert "## Chưa xếp đoàn" not in said(window)


def test_that_a_document_is_saved_for_word_when_that_is_chosen(opened, tmp_path):
    window = opened(save_file=[tmp_path / "bao-cao", tmp_path / "c.pdf"])
    desk = choose(window, "credentials")
    desk.choices.format.setCurrentIndex(1)
    QTest.mouseClick(desk.save, Qt.MouseButton.LeftButton)
    settle(window)
    assert window.messages.asked[-1].endswith(".docx")
    assert zipfile.is_zipfile(tmp_path / "bao-cao.docx")
    desk.choices.format.setCurrentIndex(0)
    QTest.mouseClick(desk.save, Qt.MouseButton.LeftButton)
    settle(window)
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")


def test_that_what_is_written_of_complaints_is_kept_in_the_file_and_printed(opened):
    window = opened()
    desk = choose(window, "credentials")
    assert "Không có đơn thư" not in said(window)
    type_text(desk.choices.complaints, "Không có đơn thư.")
    QTest.keyClick(desk.choices.complaints, Qt.Key.Key_Return)
    settle(window)
    assert "Không có đơn thư." in said(window)
    kept = []
    window.main.session.ask(congress_setting, COMPLAINTS_KEY, done=kept.append)
    settle(window)
    assert kept == ["Không có đơn thư."]


def cards(window: Window) -> CardSheets:
    return window.desk._draft.content


def test_that_cards_are_made_for_the_numbers_typed_and_in_the_symbol_chosen(opened):
    window = opened()
    desk = choose(window, "cards")
    assert len(cards(window).cards) == 8
    type_text(desk.choices.numbers, "1-3, 7")
    QTest.keyClick(desk.choices.numbers, Qt.Key.Key_Return)
    settle(window)
    assert sorted(card.number for card in cards(window).cards) == ["Số 1", "Số 2", "Số 3", "Số 7"]
    desk.choices.symbol.setCurrentIndex(1)
    settle(window)
    assert cards(window).symbol is Symbol.CODE_128
    assert not desk.pages.sheet.pixmap().isNull()


def test_that_numbers_that_are_none_are_refused_in_the_page(opened):
    window = opened()
    desk = choose(window, "cards")
    type_text(desk.choices.numbers, "1-x")
    QTest.keyClick(desk.choices.numbers, Qt.Key.Key_Return)
    settle(window)
    assert desk.notice.property("tone") == "wrong"
    assert not desk.save.isEnabled()
    type_text(desk.choices.numbers, "2")
    QTest.keyClick(desk.choices.numbers, Qt.Key.Key_Return)
    settle(window)
    assert not desk.notice.isVisible()
    assert len(cards(window).cards) == 1


def test_that_numbers_of_nobody_are_said_and_no_empty_sheet_is_printed(opened):
    window = opened()
    desk = choose(window, "cards")
    type_text(desk.choices.numbers, "77")
    QTest.keyClick(desk.choices.numbers, Qt.Key.Key_Return)
    settle(window)
    assert "Không ai có" in desk.notice.title
    assert not desk.print.isEnabled()
    assert not desk.save.isEnabled()


def test_that_another_desk_can_ask_for_the_cards_of_some_people(opened):
    window = opened()
    choose(window, "results")
    window.desk.show_place(paper_place(people=(2, 3, 5)))
    settle(window)
    assert window.desk._chosen().kind == "cards"
    assert window.desk.choices.numbers.text() == "2-3, 5"
    assert len(cards(window).cards) == 3


def test_that_one_file_that_cannot_be_written_does_not_stop_the_others(opened, tmp_path):
    folder = tmp_path / "tat-ca"
    for name in ("the-dai-bieu.pdf", "danh-sach-dai-bieu.pdf"):
        (folder / name).mkdir(parents=True)
    window = opened(choose_folder=[folder])
    QTest.mouseClick(window.desk.export_all, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: window.desk.notice.property("tone") == "wrong", timeout=20_000)
    told = f"{window.desk.notice.title} {window.desk.notice.text}"
    assert "the-dai-bieu.pdf" in told
    assert "danh-sach-dai-bieu.pdf" in told
    assert Path(folder / "dai-bieu.xlsx").is_file()


def test_that_every_choice_has_a_name_for_a_screen_reader(opened):
    choices = opened().desk.choices
    for name in CHOICES:
        widget = getattr(choices, name)
        assert widget.accessibleName() or widget.text()
        assert widget.objectName()


def test_that_the_chosen_paper_stays_in_view_when_its_choices_take_room(opened):
    window = opened()
    window.main.resize(1366, 768)
    for kind in ("results", "people-list", "cards", "credentials"):
        desk = choose(window, kind)
        window.settle()
        row = desk.list.visualItemRect(desk.list.currentItem())
        assert desk.list.viewport().rect().contains(row.center())


def test_that_a_tick_out_of_sight_lets_nothing_private_out(opened, tmp_path):
    folder = tmp_path / "tat-ca"
    folder.mkdir()
    window = opened(choose_folder=[folder])
    desk = choose(window, "people")
    QTest.keyClick(desk.choices.private, Qt.Key.Key_Space)
    settle(window)
    choose(window, "cards")
    QTest.mouseClick(desk.export_all, Qt.MouseButton.LeftButton)
    window.qtbot.waitUntil(lambda: desk.notice.property("tone") == "holds", timeout=20_000)
    sheet = load_workbook(folder / "dai-bieu.xlsx")["Đại biểu"]
    assert "Ghi riêng" not in {cell.value for row in sheet.iter_rows() for cell in row}

"""Numbered copies of a text: one holder each, followed from being handed out to the minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from congress_files import code_of, granted
from document_text import document_text
from preparation_acts import ACTOR, a_text_in_copies
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import Window

from congress_desk.actions.people.register import remove_person
from congress_desk.actions.preparation.copies import (
    give_copy_up,
    hand_out_copies,
    hand_out_copy,
    hand_out_list,
    number_copies,
    take_back_copy,
)
from congress_desk.actions.preparation.texts import remove_text
from congress_desk.domain.people.person import Person
from congress_desk.domain.preparation.copies import typed_copy
from congress_desk.imports.setup.copies import copy_file
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.queries.overview import overview_facts
from congress_desk.queries.people import register
from congress_desk.ui.widgets.inputs.person_choice import PersonChoice


@pytest.fixture
def file(tmp_path):
    """Text 1 in eight copies, of which person 1 has the first."""
    made = a_text_in_copies(tmp_path)
    yield made
    made.close()


def paper(file, kind: str) -> str:
    found = next(p for p in available(file) if p.kind == kind)
    return document_text(make_paper(file, found).content).replace("**", "")


def test_that_a_copy_has_one_holder_and_a_person_one_copy(file):
    name = register(file)[0].name
    refused = hand_out_copy(file, 1, 1, 2, actor=ACTOR)
    assert code_of(refused) == "copy_is_out" and refused.first.params["name"] == name
    assert code_of(hand_out_copy(file, 1, 2, 1, actor=ACTOR)) == "copy_second"
    assert code_of(hand_out_copy(file, 1, 9, 2, actor=ACTOR)) == "copy_number_unknown"
    assert code_of(hand_out_copy(file, 1, None, 2, actor=ACTOR)) == "copy_number_unknown"
    assert code_of(hand_out_copy(file, 1, 2, 99, actor=ACTOR)) == "person_unknown"
    assert code_of(hand_out_copy(file, 2, 1, 2, actor=ACTOR)) == "copies_not_numbered"
    granted(take_back_copy(file, 1, 1, actor=ACTOR))
    again = granted(hand_out_copy(file, 1, 1, 2, actor=ACTOR))
    assert (again.holder(1).person_id, again.returned, again.never_handed) == (2, 0, 7)


def test_that_only_a_copy_that_is_out_comes_back(file):
    assert code_of(take_back_copy(file, 1, 5, actor=ACTOR)) == "copy_never_handed"
    granted(take_back_copy(file, 1, 1, actor=ACTOR))
    assert code_of(take_back_copy(file, 1, 1, actor=ACTOR)) == "copy_returned"
    assert code_of(give_copy_up(file, 1, 1, reason="mất", actor=ACTOR)) == "copy_returned"


def test_that_every_delegate_gets_the_number_of_the_card_where_it_is_free(file):
    granted(take_back_copy(file, 1, 1, actor=ACTOR))
    granted(hand_out_copy(file, 1, 2, 3, actor=ACTOR))
    all_out = granted(hand_out_copies(file, 1, actor=ACTOR))
    has = {copy.person_id: copy.number for copy in all_out.out}
    assert has == {1: 1, 2: 3, 3: 2, 4: 4, 5: 5, 6: 6}
    assert code_of(hand_out_copies(file, 1, actor=ACTOR)) == "copies_all_handed"
    assert code_of(number_copies(file, 1, 5, comes_back=True, actor=ACTOR)) == "copies_below_handed"
    granted(number_copies(file, 2, 3, comes_back=False, actor=ACTOR))
    assert code_of(hand_out_copies(file, 2, actor=ACTOR)) == "copies_too_few"


def test_that_signs_of_a_copy_and_of_another_holders_card_are_not_guessed(file):
    people = register(file)
    found = granted(hand_out_copy(file, 1, 7, 2, actor=ACTOR))
    numbered = [replace(people[1], code="1"), *people[2:]]
    refused = typed_copy(found, "1", numbered)
    assert code_of(refused) == "copy_or_card" and refused.first.params["number"] == 7
    assert [typed_copy(found, text, numbered) for text in ("01", "7", "x", "")] == [
        1,
        7,
        None,
        None,
    ]
    assert typed_copy(found, people[1].code.lower(), people) == 7
    bare = [replace(people[2], code="TG-3")]
    assert code_of(typed_copy(found, "TG-3", bare)) == "copy_holder_without"


def a_list(folder, *rows: str):
    path = folder / "phat.csv"
    path.write_text("\n".join(("Số bản,Mã,Họ và tên,Trả lúc", *rows)), "utf-8")
    return path


def test_that_copies_are_handed_out_by_a_list_whole_or_not_at_all(file, tmp_path):
    one, two, three = register(file)[:3]
    rows = (
        f"2,{one.code},,", f"1,,{two.name},", f"9,{three.code},,", "x,,,", "3,,Không Có,",
        f"4,{two.code},,", f"4,{three.code},,", f"5,{two.code},,",
    )  # fmt: skip
    refused = copy_file(file, 1, a_list(tmp_path, *rows))
    assert [(p.code, p.place.row) for p in refused.problems] == [
        ("copy_second", 2), ("copy_is_out", 3), ("copy_number_unknown", 4),
        ("copy_cell_not_a_number", 5), ("seat_person_unknown", 6), ("copy_row_twice", 8),
        ("copy_second", 9),
    ]  # fmt: skip
    good = (f"1,{one.code},,", f"5,{two.code},{two.name},", "6,,,", f"7,{three.code},,09:00")
    found = granted(copy_file(file, 1, a_list(tmp_path, *good)))
    assert (dict(found.listed.given), found.listed.known) == ({5: two.id}, 1)
    granted(hand_out_list(file, 1, found.listed.given, source="phat.csv", actor=ACTOR))
    granted(take_back_copy(file, 1, 5, actor=ACTOR))
    book = next(p for p in available(file) if p.kind == "copies-book")
    path = tmp_path / "so.xlsx"
    assert write_paper(make_paper(file, book), path) is None
    again = granted(copy_file(file, 1, path))
    assert (dict(again.listed.given), again.listed.known, again.notes) == ({}, 1, ())


def test_that_a_scanned_card_means_its_owner_and_not_whoever_the_signs_begin(qtbot):
    people = [
        Person(id=1, code="10", name="Lê An"), Person(id=2, code="1", name="Mai Yến"),
        Person(id=17, code="2", name="Vũ Ba"),
    ]  # fmt: skip
    choice = PersonChoice(people)
    qtbot.addWidget(choice)
    for typed, number in (("1", 2), ("10", 1), ("17", 17), ("2", 17), ("mai", 2), ("102", None)):
        choice.setEditText(typed)
        choice.lineEdit().editingFinished.emit()
        assert (choice.chosen.id if choice.chosen else None) == number, typed


def test_that_what_keeps_a_text_and_a_person_is_said(file):
    granted(number_copies(file, 2, 3, comes_back=False, actor=ACTOR))
    assert code_of(remove_text(file, 2, actor=ACTOR)) == "congress_text_has_copies"
    assert code_of(remove_person(file, 1, reason="nhầm", actor=ACTOR)) == "person_has_records"


def test_that_papers_and_overview_name_what_has_not_come_back(file):
    granted(hand_out_copies(file, 1, actor=ACTOR))
    found = overview_facts(file).copies[0]
    assert found.waited_for and not found.collected
    for number in (1, 2, 3, 4):
        granted(take_back_copy(file, 1, number, actor=ACTOR))
    granted(give_copy_up(file, 1, 6, reason="để quên ở nhà khách", actor=ACTOR))
    found = overview_facts(file).copies[0]
    assert [copy.number for copy in found.waited_for] == [5]
    said = paper(file, "copies-returned")
    people = {person.id: person.name for person in register(file)}
    assert "Số bản đã in: 8, đánh số từ 1 đến 8; đã phát: 6; chưa phát: 2." in said
    assert "Đã thu hồi: 4 bản; chưa thu hồi: 2 bản." in said
    assert people[5] in said and "để quên ở nhà khách" in said and people[1] not in said
    assert people[6] in paper(file, "copies")


def test_that_copies_are_handed_out_and_collected_by_keys_alone(qtbot, tmp_path):
    file = a_text_in_copies(tmp_path)
    file.close()
    window = Window(qtbot, file.path)
    texts = window.show_desk("preparation").texts
    window.desk.tabs.setCurrentWidget(texts)
    texts.table.select_row(0, 0)
    texts.commands.run("copies")
    window.settle()
    dialog = QApplication.activeModalWidget()
    codes = {person.id: person.code for person in dialog._view.people.values()}

    def press(text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        window.settle()

    press(codes[4])
    assert dialog.number.hasFocus() and dialog.number.text() == "4"
    press("")
    assert [copy.number for copy in dialog.copies.out] == [1, 4]
    press(codes[4])
    press("7")
    assert "đang giữ bản số 4" in dialog.said.text()
    dialog.way.setCurrentIndex(1)
    press(codes[4])
    press("1")
    press("1")
    assert "đã thu rồi" in dialog.said.text() and dialog.number.selectedText() == "1"
    assert dialog.copies.out == () and dialog.waited.isVisible()
    window.messages.answers["open_file"] = [a_list(tmp_path, f"3,{codes[4]},,")]
    QTest.mouseClick(dialog.list, Qt.MouseButton.LeftButton)
    window.settle()
    press("")
    assert [copy.number for copy in dialog.copies.out] == [3]

    def scan_at_once(*texts: str) -> None:
        for text in texts:
            QTest.keyClicks(dialog.number, text)
            QTest.keyClick(dialog.number, Qt.Key.Key_Return)
        window.settle()

    dialog.number.setFocus()
    dialog.number.selectAll()
    scan_at_once("5", "3")
    assert dialog.said.text().endswith("Chưa ghi vì đến giữa chừng: 3. Hãy quét lại.")
    scan_at_once("3", "", "5")
    assert dialog.copies.out == () and dialog.said.text().startswith("Bản số 5 chưa phát")
    dialog.reject()
    window.close()

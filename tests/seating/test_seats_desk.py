"""The hall on the desk of the delegates: not there before it is asked for, then by keys alone."""

from __future__ import annotations

import pytest
from people_files import a_register
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from seating_acts import a_seated_hall
from window_bench import AnsweredMessages, window_of_a_module

from congress_desk.ui.desks.people.desk import SEATS


@pytest.fixture(scope="module")
def window(request, tmp_path_factory):
    file = a_seated_hall(tmp_path_factory.mktemp("hall"))
    file.close()
    messages = AnsweredMessages()
    with window_of_a_module(request, tmp_path_factory, file.path, messages=messages) as shown:
        shown.show_desk("people")
        yield shown


@pytest.fixture
def tab(window):
    window.desk._show_part(SEATS)
    window.settle()
    return window.desk.seats


def at(tab, label: str):
    return next(seat for seat in tab.map.seating.plan.seats if seat.label == label)


def go(tab, label: str) -> None:
    tab.map.go_to(at(tab, label).id)
    tab.map.setFocus()


def press(window, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    window.settle()


def test_that_a_small_congress_sees_nothing_of_it_until_it_asks(qtbot, request, tmp_path_factory):
    file = a_register(tmp_path_factory.mktemp("small"))
    file.close()
    with window_of_a_module(request, tmp_path_factory, file.path) as shown:
        desk = shown.show_desk("people")
        assert not desk.tabs.isTabVisible(SEATS) and desk._seats is None
        desk._show_part(SEATS)
        assert desk.tabs.currentIndex() != SEATS
        desk.register.commands.run("seats")
        shown.settle()
        assert desk.tabs.currentIndex() == SEATS and desk.seats._first.hasFocus()
        desk.notice.say("wrong", "đã từ chối")
        press(shown, Qt.Key.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert "đủ cho 6 đại biểu" in dialog.said.text()
        dialog.blocks.setText("3 x")
        assert not dialog.map.isVisible() and "8 12 8" in dialog.said.text()
        dialog.blocks.setText("3 3")
        dialog.submit.click()
        shown.settle()
        assert [len(plan.seats) for plan in (desk.seats.map.seating.plan,)] == [6]
        assert not desk.notice.isVisible()


def test_that_two_swap_by_keys_and_undo_brings_them_back(window, tab):
    before = {label: at(tab, label).person_id for label in ("B1", "B2")}
    go(tab, "B1")
    press(window, Qt.Key.Key_F2)
    assert "đang đổi chỗ" in tab.panel.words.text()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    assert at(tab, "B2").person_id == before["B1"] and at(tab, "B1").person_id == before["B2"]
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {label: at(tab, label).person_id for label in before} == before
    press(window, Qt.Key.Key_F2)
    press(window, Qt.Key.Key_Escape)
    assert tab.map.marked is None


def test_that_somebody_is_dragged_to_another_seat(window, tab):
    start, end = at(tab, "B1"), at(tab, "C4")
    places = [tab.map._layout.place(seat.id).center().toPoint() for seat in (start, end)]
    QTest.mousePress(tab.map, Qt.MouseButton.LeftButton, pos=places[0])
    for step in (places[0] + QPoint(9, 9), places[1]):
        QTest.mouseMove(tab.map, step)
    QTest.mouseRelease(tab.map, Qt.MouseButton.LeftButton, pos=places[1])
    window.settle()
    assert at(tab, "C4").person_id == start.person_id and not at(tab, "B1").person_id
    tab.commands.run("undo")
    window.settle()
    assert at(tab, "B1").person_id == start.person_id


def test_that_seats_are_selected_and_kept_and_freed(window, tab):
    go(tab, "A1")
    press(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [seat.label for seat in tab.map.selected] == ["A1", "A2"]
    tab.commands.run("row")
    assert len(tab.map.selected) == 4 and "Đang chọn 4 ghế" in tab.panel.title.text()
    go(tab, "C1")
    assert tab.commands.why_not("free") == "" and tab.commands.why_not("seat")
    sitter = at(tab, "C1").person_id
    press(window, Qt.Key.Key_Delete)
    assert at(tab, "C1").person_id == 0
    tab.panel.lists.setCurrentIndex(0)
    assert [row.person.id for row in tab.panel.table.records] == [sitter]
    tab.panel.table.chosen.emit(tab.panel.table.records[0])
    window.settle()
    assert at(tab, "C1").person_id == sitter


def test_that_a_seat_or_a_person_is_found_and_the_card_says_the_seat_is_the_plans(window, tab):
    tab.panel.finder.setText("c 2")
    press_on = tab.panel.finder.returnPressed.emit
    press_on()
    assert tab.map.current.label == "C2" and tab.map.hasFocus()
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.panel.finder.selectedText() == "c 2"
    tab.panel.finder.setText("tran thi binh d1")
    press_on()
    assert tab.map.current.label == "B1"
    press(window, Qt.Key.Key_Return) if tab.map.hasFocus() else tab.commands.run("card")
    window.settle()
    card = QApplication.activeModalWidget()
    seat = card.editors["seat"].widget
    assert seat.text() == "ĐCT-2 / B1" and not seat.isEnabled()
    card.submit.click()
    window.settle()
    assert QApplication.activeModalWidget() is None

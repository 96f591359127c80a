"""A notice says what happened where it happened, and never takes the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from congress_desk.errors import Place, problem
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.notice import LINES_SHOWN, Notice


@pytest.fixture
def page(qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    page.field, page.notice = QLineEdit(), Notice()
    column.addWidget(page.field)
    column.addWidget(page.notice)
    qtbot.addWidget(page)
    page.show()
    return page


def test_that_it_is_hidden_until_something_is_said(page):
    assert not page.notice.isVisible()
    page.notice.say("holds", "Đã lưu.")
    assert page.notice.isVisible()
    assert page.notice.accessibleName() == "Đã lưu."


def test_that_the_keyboard_stays_where_it_was(page):
    page.field.setFocus()
    page.notice.say("wrong", "Hỏng")
    assert page.focusWidget() is page.field


def test_that_its_cross_closes_it(page):
    page.notice.say("look", "Cần xem")
    QTest.mouseClick(page.notice._words.close, Qt.MouseButton.LeftButton)
    assert not page.notice.isVisible()


def test_that_a_notice_that_must_stay_has_no_cross(page):
    page.notice.stay()
    page.notice.say("look", "Cần xem")
    assert not page.notice._words.close.isVisible()


def test_that_its_button_does_what_it_says_once_and_the_notice_goes(page):
    done = []
    page.notice.say("wrong", "Đang mở ở máy khác", button="Tiếp quản", act=lambda: done.append(1))
    QTest.mouseClick(page.notice._words.button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not page.notice.isVisible()


def test_that_one_problem_is_told_in_one_sentence_with_its_place(page):
    place = Place(file="a.xlsx", sheet="Bầu cử", row=3)
    page.notice.say_problems([problem("congress_name_missing", place)])
    assert page.notice.title == (
        "a.xlsx, trang “Bầu cử”, dòng 3: Đại hội chưa có tên; hãy ghi tên đại hội"
    )
    assert page.notice.text == ""


def test_that_many_problems_are_counted_listed_and_cut(page):
    found = [problem("congress_name_missing", Place(row=row)) for row in range(1, 31)]
    page.notice.say_problems(found)
    lines = page.notice.text.splitlines()
    assert page.notice.title == "Có 30 chỗ cần sửa"
    assert len(lines) == LINES_SHOWN + 1
    assert lines[-1] == f"… và {30 - LINES_SHOWN} dòng nữa"


def test_that_words_are_never_read_as_markup(page):
    page.notice.say("look", "<b>Đậm</b>", ["<img src=x>"])
    assert page.notice._words.title.textFormat() is Qt.TextFormat.PlainText
    assert page.notice._words.text.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("height", [460, 700])
def test_that_a_long_notice_scrolls_before_it_takes_the_page_from_its_buttons(qtbot, page, height):
    foot = QPushButton("Ghi")
    page.layout().insertWidget(1, QPlainTextEdit(), 1)
    page.layout().addWidget(foot)
    page.resize(620, height)
    page.notice.say("wrong", "Hỏng " * 40, ["Một dòng dài " * 12] * 20, button="Mở lại")
    qtbot.wait(10)
    assert page.height() == height
    assert page.rect().contains(foot.geometry())
    assert page.notice.height() <= height * 45 // 100
    assert page.notice.rect().contains(page.notice._words.button.geometry())


def test_that_a_notice_has_room_for_every_line_it_says(qtbot, page):
    page.layout().insertWidget(1, QPlainTextEdit(), 1)
    page.resize(420, 500)
    page.notice.say("look", "Có ba chỗ cần xem lại trước khi khai mạc", ["dòng " * 12] * 2)
    qtbot.wait(10)
    for label in (page.notice._words.title, page.notice._words.text):
        assert label.height() >= label.heightForWidth(label.width())
    page.notice.say("look", "Xong")
    qtbot.wait(10)
    assert page.notice.height() < 60


def test_that_an_elided_label_says_the_whole_on_hovering_whatever_its_font(qtbot):
    label = ElidedLabel("Đại hội đại biểu Đảng bộ phường An Bình lần thứ XII")
    qtbot.addWidget(label)
    label.resize(500, 20)
    label.show()
    assert label.text() == label.whole
    font = label.font()
    font.setPixelSize(32)
    label.setFont(font)
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole

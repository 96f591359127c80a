"""A form higher than the screen: its fields scroll, its buttons stay in sight."""

from __future__ import annotations

import pytest
from bench import TAB
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from congress_desk.ui.records.forms import form_dialog
from congress_desk.ui.records.forms.field_room import lacking_width
from congress_desk.ui.records.forms.form_dialog import FORM_WIDTH, WIDEST, FormDialog

SCREEN = QSize(700, 420)


@pytest.fixture
def form(qtbot, monkeypatch):
    def made(fields: int, told: str = "Một câu dài " * 20) -> FormDialog:
        monkeypatch.setattr(form_dialog, "screen_room", lambda _: SCREEN)
        dialog = FormDialog("Trích ngang", "Lưu", None)
        for number in range(fields):
            dialog.add_line(f"Dòng {number}", f"line{number}")
        if told:
            dialog.tell(told)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.wait(1)
        return dialog

    return made


@pytest.mark.parametrize("told", ["", "Một câu dài " * 20])
def test_that_a_form_is_no_higher_than_the_screen_and_keeps_its_buttons_in_sight(form, told):
    dialog = form(20, told)
    assert dialog.height() <= SCREEN.height()
    below = dialog.submit.mapTo(dialog, dialog.submit.rect().bottomRight())
    assert dialog.rect().contains(below)
    assert dialog.focusWidget().objectName() == "line0"
    area = dialog.findChild(QScrollArea)
    assert area.geometry().bottom() > dialog.submit.y() - 40, "no room stands empty"


def test_that_the_keyboard_brings_each_field_into_sight(form):
    dialog = form(20)
    for _ in range(19):
        QTest.keyClick(dialog.focusWidget(), TAB)
    last = dialog.focusWidget()
    assert last.objectName() == "line19" and not last.visibleRegion().isEmpty()
    QTest.keyClick(last, TAB)
    assert dialog.focusWidget() is dialog.submit


def test_that_the_field_that_is_wrong_is_brought_into_sight(form):
    dialog = form(20)
    last = dialog.findChild(object, "line19")
    dialog.refuse_words("Hãy ghi", last)
    assert not last.visibleRegion().isEmpty()


def test_that_a_form_with_room_does_not_scroll(form):
    dialog = form(3)
    assert dialog.form.parentWidget() is dialog
    assert dialog.height() < SCREEN.height()


LONG = "Phan Đức Cường · 17/09/1981 · Chi bộ Công an phường An Bình · AB-096"


@pytest.mark.parametrize("made", ["text", "hint", "choice"])
def test_that_a_form_opens_wide_enough_for_what_its_fields_say(qtbot, made):
    dialog = FormDialog("Trích ngang", "Lưu", None)
    if made == "choice":
        dialog.add_choice("Là đại biểu", "field", [(LONG, 1)])
    else:
        words = {"text": LONG} if made == "text" else {"hint": LONG}
        dialog.add_line("Là đại biểu", "field", **words)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() > FORM_WIDTH
    assert lacking_width(dialog) == 0


def test_that_a_form_is_no_wider_than_can_be_read_for_a_text_without_end(qtbot):
    dialog = FormDialog("Trích ngang", "Lưu", None)
    dialog.add_line("Ghi chú", "field", LONG * 9)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() == WIDEST


def test_that_a_form_without_anything_to_type_or_choose_opens(form):
    assert lacking_width(form(0)) == 0

"""A form higher than the screen: its fields scroll, its buttons stay in sight."""

from __future__ import annotations

import pytest
from bench import TAB
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from congress_desk.ui.records.forms import form_dialog
from congress_desk.ui.records.forms.form_dialog import FormDialog

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

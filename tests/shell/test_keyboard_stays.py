"""The keyboard stays on the page whose button is refused, or whose rows are taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.ui.commands import Commands
from congress_desk.ui.widgets.buttons import command_button, make_button
from congress_desk.ui.widgets.layout.pages import clear_layout, take_keyboard


@pytest.fixture
def page(qtbot):
    """A page beside another part of the window, which Qt would hand the keyboard to."""
    window, made, elsewhere = QWidget(), QWidget(), QLineEdit()
    row = QHBoxLayout(window)
    row.addWidget(elsewhere)
    row.addWidget(made)
    QVBoxLayout(made)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def holder(page: QWidget) -> QWidget | None:
    return page.window().focusWidget()


@pytest.mark.parametrize("refused", ["Being written…", None])
def test_that_a_button_refused_for_a_while_gets_the_keyboard_back(page, refused):
    said: list[str | None] = [""]
    commands = Commands("result", page, {"next": lambda: None}, why_not=lambda _: said[0])
    button = command_button(commands, "next")
    page.layout().addWidget(button)
    commands.refresh()
    button.setFocus()
    said[0] = refused
    commands.refresh()
    assert holder(page) is page
    said[0] = ""
    commands.refresh()
    assert holder(page) is button


def test_that_a_button_takes_the_keyboard_from_nobody_who_has_it_meanwhile(page):
    said = [""]
    commands = Commands("result", page, {"next": lambda: None}, why_not=lambda _: said[0])
    button, line = command_button(commands, "next"), QLineEdit()
    page.layout().addWidget(button)
    page.layout().addWidget(line)
    line.show()
    commands.refresh()
    button.setFocus()
    said[0] = "Being written…"
    commands.refresh()
    line.setFocus()
    said[0] = ""
    commands.refresh()
    assert holder(page) is line


def test_that_the_keyboard_stays_on_the_page_whose_rows_are_taken_away(page):
    rows = QVBoxLayout()
    page.layout().addLayout(rows)
    first = make_button("Chọn", lambda: None)
    inside = QWidget()
    QVBoxLayout(inside).addWidget(second := QPushButton("Mở"))
    for row, keyed in ((first, first), (inside, second)):
        rows.addWidget(row)
        row.show()
        keyed.setFocus()
        clear_layout(rows)
        assert holder(page) is page


def test_that_a_part_put_in_as_its_window_comes_to_the_front_gets_the_keyboard(page, qtbot):
    first, later, dialog = QPushButton("1"), QPushButton("2"), QDialog(page)
    for button in (first, QPushButton("3")):
        page.layout().addWidget(button)
    first.setFocus()
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)

    def answer() -> None:
        page.window().activateWindow()  # comes before the turn in which Qt shows what is laid out
        card = QFrame()
        QVBoxLayout(card).addWidget(later)
        page.layout().insertWidget(0, card)
        take_keyboard(page, later)

    QTimer.singleShot(0, answer)
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.wait(1)
    assert holder(page) is later and later.isVisible()

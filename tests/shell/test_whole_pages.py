"""A small screen at twice the type: pages scroll as a whole, parts stand under each other."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.page_stack import Page, PageStack, WholePages
from congress_desk.ui.widgets.layout.turning_row import TurningRow


class Lines(Page):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = QLineEdit(), QLineEdit()
        self.beside = (QLineEdit(), QLineEdit())
        column_in(self, self.first, TurningRow(*self.beside), None, self.last)


@pytest.fixture
def shown(qapp, qtbot):
    stack, page = PageStack(), Lines()
    stack.addWidget(page)
    stack.addWidget(QWidget())
    area = WholePages(stack)
    qtbot.addWidget(area)
    area.resize(600, 400)
    area.show()
    qtbot.waitExposed(area)
    return area, stack, page


def test_that_a_page_with_room_is_as_large_as_the_window(shown):
    area, stack, page = shown
    assert stack.size() == area.size()
    left, right = page.beside
    assert left.y() == right.y()


def test_that_a_low_page_scrolls_as_a_whole_to_what_has_the_keyboard(shown, qtbot):
    area, stack, page = shown
    area.resize(438, 281)
    bar = area.verticalScrollBar()
    assert (stack.height(), bar.maximum()) == (640, 640 - 281)
    left, right = page.beside
    qtbot.waitUntil(lambda: left.y() < right.y())
    page.last.setFocus()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    stack.setCurrentIndex(1)
    assert (stack.size(), bar.value()) == (area.size(), 0)

"""A command of a place: key, button, tip and menu are one thing, and a refusal says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QTabBar, QTableWidget, QVBoxLayout, QWidget

from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.notice import Notice


class Desk(QWidget):
    """The motions without their table: what was done, and why not."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.why: dict[str, str | None] = {}
        self.called: dict[str, str] = {}
        self.table, self.line = QTableWidget(3, 2), QLineEdit()
        names = ("add", "usual", "edit", "cancel", "up", "renew")
        self.commands = Commands(
            "motions",
            self,
            {name: lambda name=name: self.done.append(name) for name in names},
            why_not=lambda name: self.why.get(name, ""),
            words=lambda name: self.called.get(name, ""),
            where={"cancel": self.table},
        )
        column = QVBoxLayout(self)
        for part in (self.table, self.line):
            column.addWidget(part)


@pytest.fixture
def desk(qtbot):
    made = Desk()
    qtbot.addWidget(made)
    made.show()
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


def test_that_a_key_of_the_table_runs_its_command(desk):
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_F5):
        QTest.keyClick(desk.table, key)
    QTest.keyClick(desk.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.done == ["add", "edit", "cancel", "renew", "up"]


def test_that_a_key_of_a_part_is_for_that_part_alone(desk):
    desk.line.setText("12")
    desk.line.setFocus()
    QTest.keyClick(desk.line, Qt.Key.Key_Delete)
    assert desk.done == []


def test_that_a_button_says_words_and_key_and_runs_its_command(desk):
    button = command_button(desk.commands, "add", name="addMotion")
    assert button.text() == "Thêm nội dung…"
    assert button.toolTip() == "Thêm nội dung… (Insert)"
    button.click()
    assert desk.done == ["add"]


def test_that_the_tip_says_what_a_command_does_where_the_words_do_not(desk):
    tip = command_button(desk.commands, "usual").toolTip()
    assert tip.startswith("Các cơ quan, chương trình")


def test_that_a_refused_command_has_a_disabled_button_that_says_why(desk, qtbot):
    button = command_button(desk.commands, "edit")
    desk.why["edit"] = "Nội dung đã hủy"
    desk.commands.refresh()
    assert not button.isEnabled()
    assert button.toolTip().startswith("Sửa… (F2)\nNội dung đã hủy\nVì sao?")
    with qtbot.waitSignal(desk.commands.refused) as told:
        QTest.keyClick(desk.table, Qt.Key.Key_F2)
    assert told.args == ["Nội dung đã hủy"]
    assert desk.done == []


def test_that_a_reason_is_shown_as_long_as_it_holds(desk):
    notice = Notice(desk)
    notice.hear(desk)
    desk.why["edit"] = "nội dung đã hủy; hãy thêm nội dung khác"
    desk.commands.run("edit")
    assert notice.title == "Nội dung đã hủy; hãy thêm nội dung khác"
    desk.commands.refresh()
    assert not notice.isHidden()
    desk.why["edit"] = ""
    desk.commands.refresh()
    assert notice.isHidden()
    desk.why["edit"] = "Nội dung đã hủy"
    desk.commands.run("edit")
    notice.say("wrong", "Không ghi được vào tệp")
    desk.why["edit"] = ""
    desk.commands.refresh()
    assert not notice.isHidden()


def test_that_a_command_that_is_not_of_this_state_is_not_shown(desk):
    button = command_button(desk.commands, "edit")
    desk.why["edit"] = None
    desk.commands.refresh()
    assert button.isHidden()
    QTest.keyClick(desk.table, Qt.Key.Key_F2)
    assert desk.done == []


def test_that_a_button_is_called_as_its_command_is_just_now(desk):
    button = command_button(desk.commands, "edit")
    desk.called["edit"] = "Sửa kết quả…"
    desk.commands.refresh()
    assert button.text() == "Sửa kết quả…"


def test_that_a_bare_button_says_its_words_to_a_screen_reader(desk):
    button = command_button(desk.commands, "up", bare=True)
    assert (button.text(), button.accessibleName()) == ("", "Chuyển lên")
    assert button.toolTip() == "Chuyển lên (Alt+↑)"


def test_that_a_context_menu_has_the_commands_with_keys_and_reasons(desk):
    desk.why |= {"cancel": "Nội dung đã hủy", "usual": None}
    desk.commands.offer_in(desk.table, ("add", "usual", "", "cancel"))
    desk.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = desk.table.findChild(QMenu, "contextMenu")
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == ["Thêm nội dung…\tInsert", "Hủy…\tDelete"]
    assert [action.isEnabled() for action in menu.actions()] == [True, True, False]
    assert "Nội dung đã hủy" in menu.actions()[2].toolTip()
    menu.actions()[0].trigger()
    assert desk.done == ["add"]
    menu.close()


def test_that_alt_and_a_digit_go_to_a_part_and_the_tab_says_so(desk):
    bar = QTabBar()
    for words in ("Một", "Hai"):
        bar.addTab(words)
    desk.layout().addWidget(bar)
    add_part_keys(desk, bar, bar.setCurrentIndex)
    QTest.keyClick(desk.table, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert bar.currentIndex() == 1
    assert bar.tabToolTip(1) == "Alt+2"


def test_that_a_command_the_table_does_not_know_is_a_bug(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(KeyError, match="fly"):
        Commands("motions", widget, {"fly": lambda: None})

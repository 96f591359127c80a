"""Qt's own buttons and menus speak Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from every_page import doubled_letters
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from congress_desk.paths import resource
from congress_desk.ui.look.qt_texts import QtTexts
from congress_desk.ui.messages import Messages

BUTTONS = {
    QDialogButtonBox.StandardButton.Ok: "OK",
    QDialogButtonBox.StandardButton.Cancel: "Thôi",
    QDialogButtonBox.StandardButton.Save: "Lưu",
    QDialogButtonBox.StandardButton.Open: "Mở",
    QDialogButtonBox.StandardButton.Close: "Đóng",
    QDialogButtonBox.StandardButton.Discard: "Không giữ",
    QDialogButtonBox.StandardButton.Apply: "Áp dụng",
    QDialogButtonBox.StandardButton.Yes: "&Có",
    QDialogButtonBox.StandardButton.No: "&Không",
    QDialogButtonBox.StandardButton.Retry: "Thử lại",
    QDialogButtonBox.StandardButton.Ignore: "Bỏ qua",
    QDialogButtonBox.StandardButton.Abort: "Dừng",
    QDialogButtonBox.StandardButton.Help: "Trợ giúp",
    QDialogButtonBox.StandardButton.RestoreDefaults: "Về mặc định",
}


@pytest.fixture
def vietnamese_qt(qapp):
    texts = QtTexts("vi")
    qapp.installTranslator(texts)
    yield texts
    qapp.removeTranslator(texts)


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.name)
def test_that_a_standard_button_is_vietnamese(qtbot, vietnamese_qt, button):
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    assert box.button(button).text() == BUTTONS[button]


def test_that_the_details_button_of_a_message_is_vietnamese(qtbot, vietnamese_qt):
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setDetailedText("chi tiết")
    assert "Xem chi tiết…" in [button.text() for button in box.buttons()]


def test_that_the_menu_of_a_field_is_vietnamese(qtbot, vietnamese_qt):
    field = QLineEdit("chữ")
    qtbot.addWidget(field)
    words = [
        action.text().partition("\t")[0] for action in field.createStandardContextMenu().actions()
    ]
    assert [word for word in words if word] == [
        "&Hoàn tác", "&Làm lại", "&Cắt", "&Sao chép", "&Dán", "Xóa", "Chọn tất cả",
    ]  # fmt: skip


def test_that_a_mnemonic_makes_no_difference():
    texts = QtTexts("vi")
    assert texts.text("&Cancel") == "&Thôi"
    assert texts.text("S&ave") == "Lưu"


def test_that_a_text_that_is_not_ours_is_left_to_qt(vietnamese_qt):
    assert vietnamese_qt.text("Pica (P̸)") is None
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"


def test_that_no_translation_is_empty_and_the_places_for_values_stay():
    texts = json.loads(resource("i18n", "vi", "qt.json").read_text("utf-8"))["qt"]
    assert [source for source, text in texts.items() if not text.strip()] == []
    assert [s for s, text in texts.items() if s.count("%1") != text.count("%1")] == []
    assert [s for s, text in texts.items() if ("&" in s) != ("&" in text)] == []


def _nothing(*_: object) -> None:
    pass


OPENED = {
    "tell": lambda said, page: said.tell(page, "Đã lưu", "Đã lưu tệp", "chi tiết"),
    "ask": lambda said, page: said.ask(
        page, "Xóa?", "Không lấy lại được", "Xóa", _nothing, danger=True
    ),
    "open": lambda said, page: said.open_file(
        page, "Mở", "Tệp (*.xlsx)", _nothing, folder=Path("/")
    ),
    "save": lambda said, page: said.save_file(
        page, "Lưu", Path("/a.xlsx"), "Tệp (*.xlsx)", _nothing
    ),
    "folder": lambda said, page: said.choose_folder(page, "Chọn thư mục", _nothing),
}


@pytest.mark.parametrize("kind", OPENED)
def test_that_no_letter_chooses_two_things_in_a_dialog_of_qt(qtbot, vietnamese_qt, kind):
    page = QWidget()
    qtbot.addWidget(page)
    OPENED[kind](Messages(), page)
    dialog = page.findChild(QDialog)
    assert dialog.findChildren(QPushButton)
    assert doubled_letters(dialog) == []
    dialog.close()
    # The dialog's answer holds the page: it must be gone before the page may go.
    qtbot.waitUntil(lambda: page.findChild(QDialog) is None)

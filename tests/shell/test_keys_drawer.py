"""F1: the keys beside the page, those of the desk in use first; the card of keys on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from command_line import said_by_process
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from window_bench import Window

from congress_desk.example import make_example
from congress_desk.papers.keys import write_keys
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.help.keys_drawer import NAME, places_first

F1, ESC = Qt.Key.Key_F1, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot, tmp_path):
    card = tmp_path / "phim.pdf"
    made = Window(qtbot, make_example(tmp_path / "mau.congress"), save_file=[card])
    yield made
    made.close()


def drawer(window: Window):
    return window.main.findChild(object, NAME)


def said(window: Window) -> list[str]:
    labels = drawer(window).area.widget().findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") != "key"]


def test_that_f1_shows_the_keys_of_the_desk_in_use_first_and_closes_them(window):
    window.show_desk("motions")
    holder = QApplication.focusWidget()
    QTest.keyClick(holder, F1)
    assert said(window)[:3] == [
        "Biểu quyết",
        "Bắt đầu biểu quyết, nhập số giơ tay",
        "Thêm nội dung",
    ]
    assert QApplication.focusWidget() is drawer(window).area
    QTest.keyClick(QApplication.focusWidget(), F1)
    assert drawer(window) is None
    assert QApplication.focusWidget() is holder


def test_that_escape_closes_the_keys(window):
    QTest.keyClick(window.main, F1)
    QTest.keyClick(QApplication.focusWidget(), ESC)
    assert drawer(window) is None


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700), (1000, 600)])
def test_that_the_keys_fit_the_window_and_scroll_by_key(window, size):
    window.main.resize(*size)
    QTest.keyClick(window.main, F1)
    shown = drawer(window)
    assert window.main.rect().contains(shown.geometry())
    bar = shown.area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert shown.area.widget().minimumSizeHint().width() <= shown.area.viewport().width()


@pytest.mark.parametrize("key", [entry.key for entry in DESKS])
def test_that_the_places_of_a_desk_stand_before_the_others(window, key):
    window.show_desk(key)
    order = places_first(window.main)
    assert len(order) == len(set(order))
    from congress_desk.keys.table import PLACES

    assert PLACES[order[0]].desk == key


def test_that_the_card_of_keys_is_saved_from_the_window_as_one_sheet(window, tmp_path):
    window.act("print_keys")
    assert "phim.pdf" in window.notice
    text = text_of(tmp_path / "phim.pdf")
    assert len(text) == 1
    for words in ("PHÍM TẮT", "Ctrl+F hoặc /", "Phím cách", "F8", "Nhập phiếu"):
        assert words in text[0]


def test_that_the_card_is_exported_when_it_is_asked_for_by_name_alone(tmp_path, window):
    window.main.close()
    window.qtbot.waitUntil(lambda: not window.main.isVisible())
    path = tmp_path / "mau.congress"
    done = said_by_process("export", path, "--to", tmp_path / "giay", "--only", "keys")
    assert [Path(line).name for line in done.out.splitlines()] == ["phim-tat.pdf"]


def test_that_the_card_is_written_in_the_language_in_use(tmp_path):
    from congress_desk.i18n import use_language

    use_language("en")
    assert write_keys(tmp_path / "keys.pdf") is None
    assert "Ctrl+F or /" in text_of(tmp_path / "keys.pdf")[0]


def text_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()

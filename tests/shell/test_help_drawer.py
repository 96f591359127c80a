"""F1: help about the place in use beside the page, on the other tab its keys; both on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from command_line import said_by_process
from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from window_bench import Window

from congress_desk.errors import refuse
from congress_desk.keys.table import PLACES
from congress_desk.papers.keys import write_keys
from congress_desk.ui import help_wish
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.help.dialog_help import HelpWindow
from congress_desk.ui.shell.help.help_drawer import NAME, HelpDrawer
from congress_desk.ui.shell.help.keys_page import places_first
from congress_desk.ui.shell.help.topic import refused_at

F1, ESC = Qt.Key.Key_F1, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot, tmp_path):
    card = tmp_path / "phim.pdf"
    made = Window(qtbot, an_example(tmp_path / "mau.congress"), save_file=[card])
    yield made
    made.close()


def drawer(window: Window):
    return window.main.findChild(object, NAME)


def shown_place(window: Window) -> str:
    url = drawer(window).reader.browser.source()
    return "#".join(filter(None, (url.path(), url.fragment())))


def said(window: Window) -> list[str]:
    labels = drawer(window).keys.widget().findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") != "key"]


def test_that_f1_shows_the_help_of_the_desk_in_use_and_closes_it(window):
    window.show_desk("motions")
    holder = QApplication.focusWidget()
    QTest.keyClick(holder, F1)
    assert shown_place(window) == "motions"
    assert "Biểu quyết" in drawer(window).reader.browser.toPlainText()
    assert QApplication.focusWidget() is drawer(window).reader.browser
    QTest.keyClick(QApplication.focusWidget(), F1)
    assert drawer(window) is None
    assert QApplication.focusWidget() is holder


def test_that_the_other_tab_shows_the_keys_of_the_desk_in_use_first(window):
    window.show_desk("motions")
    window.act("show_keys")
    assert said(window)[:3] == [
        "Biểu quyết",
        "Bắt đầu biểu quyết, nhập số giơ tay",
        "Thêm nội dung",
    ]
    assert QApplication.focusWidget() is drawer(window).keys
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is drawer(window).reader.browser


def test_that_f1_on_a_button_goes_to_the_section_of_its_command(window):
    desk = window.show_desk("motions")
    button = next(b for b in desk.findChildren(QPushButton) if "thường lệ" in b.text())
    button.setFocus()
    QTest.keyClick(button, F1)
    assert shown_place(window) == "motions#motions-add"


def test_that_the_help_is_searched_without_accents_and_gone_back_in(window):
    QTest.keyClick(window.main, F1)
    reader = drawer(window).reader
    first = shown_place(window)
    reader.line.setText("qua ban")
    QTest.keyClick(reader.line, Qt.Key.Key_Return)
    assert "Quá bán" in reader.browser.toPlainText()
    assert QApplication.focusWidget() is reader.browser
    reader.browser.backward()
    assert shown_place(window) == first


def test_that_f1_in_a_dialog_opens_the_help_about_what_it_is_for(window):
    window.show_desk("motions")
    button = next(b for b in window.desk.findChildren(QPushButton) if "Thêm nội dung…" in b.text())
    button.click()
    window.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClick(QApplication.focusWidget(), F1)
    shown = dialog.findChild(HelpWindow)
    assert shown.reader.browser.source().fragment() == "motions-add"
    QTest.keyClick(shown.reader.browser, ESC)
    assert not shown.isVisible()
    dialog.reject()


def test_that_a_wish_for_help_is_answered_beside_where_it_was_made(window):
    help_wish.want_help("counting.set_aside", window.desk)
    assert shown_place(window) == "counting#counting-doubt"
    help_wish.want_help("counting.undo", window.desk)
    assert shown_place(window) == "counting#counting-correct"
    assert len(window.main.findChildren(HelpDrawer)) == 1


def test_that_f1_over_a_refused_button_says_why_it_is_refused(window, monkeypatch):
    desk = window.show_desk("projector")
    refused = [b for b in desk.findChildren(QPushButton) if b.isVisible() and not b.isEnabled()]
    assert refused and all("Vì sao?" in button.toolTip() for button in refused)
    assert refused_at(window.main, desk) is None
    monkeypatch.setattr(QApplication, "widgetAt", lambda _: refused[0])
    QTest.keyClick(QApplication.focusWidget(), F1)
    assert shown_place(window).startswith("projector#")
    assert drawer(window).reader.why.isVisible()


def test_that_why_beside_a_refusal_says_what_is_missing_who_lifts_it_and_the_article(window):
    window.show_desk("motions")
    notice = window.main.page.notice
    notice.say_problems(refuse("lot_not_decided", article="Điều 23").problems)
    why = next(b for b in notice.findChildren(QPushButton) if b.objectName() == "why")
    assert why.isVisible()
    why.click()
    told = drawer(window).reader.why.accessibleName()
    for words in ("Còn thiếu: Đại hội chưa quyết định rút thăm", "Làm tiếp: Hãy lập nội dung",
                  "Ai làm được: Đại hội biểu quyết", "Điều: Điều 23"):  # fmt: skip
        assert words in told
    assert shown_place(window) == "motions"
    notice.say("holds", "Xong")
    assert not why.isVisible()


def test_that_a_page_of_the_help_is_saved_to_be_printed(window, tmp_path):
    window.show_desk("overview")
    QTest.keyClick(window.main, F1)
    title = drawer(window).reader.browser.page_name
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert title == "overview"
    assert "Tổng quan" in text_of(tmp_path / "phim.pdf")[0]


def test_that_escape_closes_the_keys(window):
    QTest.keyClick(window.main, F1)
    QTest.keyClick(QApplication.focusWidget(), ESC)
    assert drawer(window) is None


def test_that_the_keys_fit_the_window_and_scroll_by_key(window):
    for size in ((1366, 768), (1024, 700), (1000, 600)):
        window.main.resize(*size)
        window.act("show_keys")
        shown = drawer(window)
        assert window.main.rect().contains(shown.geometry()), size
        bar = shown.keys.verticalScrollBar()
        assert bar.maximum() > 0
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
        assert bar.value() > 0
        assert shown.keys.widget().minimumSizeHint().width() <= shown.keys.viewport().width()
        QTest.keyClick(QApplication.focusWidget(), ESC)
        assert drawer(window) is None


def test_that_the_places_of_a_desk_stand_before_the_others(window):
    for entry in DESKS:
        window.show_desk(entry.key)
        order = places_first(window.main)
        assert len(order) == len(set(order))
        assert PLACES[order[0]].desk == entry.key


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

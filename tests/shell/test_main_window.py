"""The window by keyboard: desks, focus, size, language, closing; and the one handler of errors."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from example_copies import an_example
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QTabBar, QWidget
from window_bench import Window

from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal, problem
from congress_desk.new_congress import new_congress, new_from_workbook
from congress_desk.settings import SettingsStore
from congress_desk.storage.congress_file import NotSaved
from congress_desk.storage.opening import open_file
from congress_desk.ui.desks import DESKS
from congress_desk.ui.shell.unexpected_errors import UnexpectedErrors

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def congress(tmp_path, phuong_19) -> Path:
    path = tmp_path / "phuong-19.congress"
    made = new_from_workbook(path, phuong_19, actor="An")
    assert not isinstance(made, Refusal)
    made[0].close()
    return path


@pytest.fixture
def window(qtbot, congress):
    made = Window(qtbot, congress, save_file=[congress.with_name("ban-sao.congress")])
    yield made
    made.close()


def navigation(window: Window) -> QListWidget:
    return window.main.findChild(QListWidget, "navigation")


def words(window: Window) -> list[str]:
    return [navigation(window).item(row).text() for row in range(navigation(window).count())]


def test_that_what_a_killed_program_was_making_goes_when_a_congress_is_opened(
    qtbot, congress, tmp_path
):
    exports = tmp_path / "giấy tờ"
    exports.mkdir()
    for place in (tmp_path, exports):
        (place / ".desk-1.part").mkdir()
        (place / ".desk-1.part" / ".in-use").touch()
        (place / ".desk-1.part" / "copy").write_bytes(b"SQLite format 3")
        (place / ".desk-2.part").write_bytes(b"%PDF")
    SettingsStore().change(exports=str(exports))
    window = Window(qtbot, congress)
    assert list(tmp_path.rglob(".desk-*")) == []
    window.close()


def test_that_the_desks_stand_in_the_order_of_the_work(window):
    assert [entry.key for entry in DESKS] == [
        "overview", "congress", "preparation", "people", "checkin", "agenda", "running",
        "duties", "motions", "elections", "minutes", "papers", "obstacles", "projector", "journal",
    ]  # fmt: skip
    assert words(window)[:5] == ["Tổng quan", "Đại hội", "Chuẩn bị", "Đại biểu", "Điểm danh"]
    assert window.main.workspace.desk_key == "overview"
    assert navigation(window).accessibleName()


def test_that_ctrl_and_a_digit_goes_to_a_desk(window):
    for digit, title in ((5, "Điểm danh"), (9, "Biểu quyết"), (1, "Tổng quan"), (2, "Đại hội")):
        QTest.keyClick(window.main, Qt.Key(Qt.Key.Key_0 + digit), CTRL)
        window.settle()
        assert navigation(window).currentItem().text() == title


def test_that_ctrl_shift_and_a_digit_goes_to_the_tenth_desk_and_on(window):
    shift = Qt.KeyboardModifier.ShiftModifier
    for digit in range(1, len(DESKS) - 8):
        QTest.keyClick(window.main, Qt.Key(Qt.Key.Key_0 + digit), CTRL | shift)
        window.settle()
        assert window.main.workspace.desk_key == DESKS[8 + digit].key
        tip = navigation(window).currentItem().toolTip()
        assert f"(Ctrl+Shift+{digit})" in tip


def test_that_a_letter_typed_in_the_navigation_goes_to_a_desk_without_its_accents(window):
    navigation(window).setFocus()
    found = []
    for _ in range(3):
        QTest.keyClick(navigation(window), Qt.Key.Key_D)
        window.settle()
        found.append(window.main.workspace.desk_key)
        navigation(window).keyboardSearch("")  # the pause after which a letter begins a new word
        QTest.qWait(QApplication.keyboardInputInterval() + 50)
    assert found == ["congress", "people", "checkin"]


@pytest.mark.parametrize("height", [768, 600])
def test_that_the_desk_in_use_is_in_sight_in_the_navigation(window, height):
    window.main.resize(1366 if height == 768 else 1000, height)
    window.show_desk("obstacles")
    view = navigation(window)
    assert view.viewport().rect().contains(view.visualItemRect(view.currentItem()))
    if height == 768:
        assert view.verticalScrollBar().maximum() == 0


def test_that_f6_moves_between_the_desks_and_the_page(window):
    navigation(window).setFocus()
    QTest.keyClick(window.main, Qt.Key.Key_F6)
    assert window.desk.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window.main, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is navigation(window)


def test_that_arrow_keys_in_the_navigation_show_desks_and_keep_the_keyboard(window):
    navigation(window).setFocus()
    QTest.keyClick(navigation(window), Qt.Key.Key_End)
    window.settle()
    assert window.main.workspace.desk_key == DESKS[-1].key
    QTest.keyClick(navigation(window), Qt.Key.Key_Home)
    for entry in DESKS:
        window.settle()
        assert window.main.workspace.desk_key == entry.key
        assert QApplication.focusWidget() is navigation(window), entry.key
        QTest.keyClick(navigation(window), Qt.Key.Key_Down)


def test_that_the_top_line_says_which_congress_and_who_is_there(window):
    top = window.main.findChild(object, "topLine")
    assert top.name.toolTip() == "Đại hội đại biểu Đảng bộ Phường 19 lần thứ XII"
    assert top.state.text() == "Chuẩn bị"
    assert "Có mặt <b>" in top.presence.text()
    assert "/" in top.presence.text() and "," in top.presence.text()
    assert top.quorum.text() == "đủ 2/3"
    assert "Đủ 2/3 số được triệu tập (120): có 117, cần 80" in top.quorum.toolTip()


@pytest.mark.parametrize(
    ("away", "enough"), [(40, True), (41, False)], ids=["exactly two thirds", "one less"]
)
def test_that_the_top_line_compares_those_present_with_two_thirds_of_those_convened(
    qtbot, tmp_path, away, enough
):
    # Of 120 convened 10 are deducted from D: two thirds of D alone would be 74.
    statuses = [Status.SUSPENDED] * 10 + [Status.ABSENT] * (away - 10)
    statuses += [Status.PRESENT] * (120 - away)
    people = tuple(
        Person(code=f"{i}", name=f"Người {i}", status=status)
        for i, status in enumerate(statuses, start=1)
    )
    file = new_congress(
        tmp_path / "q.congress",
        Setup(details=CongressDetails(name="Đại hội"), people=people),
        actor="An",
    )
    file.close()
    window = Window(qtbot, file.path)
    top = window.main.findChild(object, "topLine")
    assert top.quorum.text() == ("đủ 2/3" if enough else "chưa đủ 2/3")
    assert top.quorum.property("tone") == ("holds" if enough else "look")
    window.close()


@pytest.mark.parametrize("name", ["presence", "quorum"])
def test_that_a_click_on_who_is_there_opens_the_check_in(window, name):
    top = window.main.findChild(object, "topLine")
    target = getattr(top, name)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.main.workspace.desk_key == "checkin"
    assert QApplication.focusWidget().objectName() == "checkinEntry"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_that_the_window_fits_small_screens(window, size):
    for key in ("congress", "papers"):
        window.show_desk(key)
        least = window.main.minimumSizeHint()
        assert (least.width() <= size[0], least.height() <= size[1]) == (True, True), key


def test_that_ctrl_plus_minus_and_zero_change_the_size_and_it_is_remembered(window):
    for key, scale in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Minus, 90)):
        QTest.keyClick(window.main, key, CTRL)
        assert window.settings.values.scale == scale
    QTest.keyClick(window.main, Qt.Key.Key_0, CTRL)
    assert window.settings.values.scale == 100


def test_that_the_language_changes_at_once_and_the_file_stays_open(window):
    window.show_desk("people").show_part(1)
    choose(window, "English")
    assert words(window)[:3] == ["Overview", "Congress", "Preparation"]
    assert window.main.workspace.desk_key == "people"
    assert window.desk.findChild(QTabBar).currentIndex() == 1
    assert window.main.session is not None
    assert window.settings.values.language == "en"
    window.show_desk("elections").show_at("election", 1)
    choose(window, "Tiếng Việt")
    assert words(window)[0] == "Tổng quan"
    assert window.desk.shown_screen is window.desk.screen_of("election")


def choose(window: Window, text: str) -> None:
    window.settle()  # other words wait until what was asked for is there
    window.line(text).trigger()
    QTest.qWait(50)
    window.settle()


def test_that_building_a_desk_shows_no_window_of_its_own(qtbot, window):
    shown = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Show and getattr(watched, "isWindow", bool)():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    choose(window, "English")
    for key in ("papers", "elections", "congress"):
        window.show_desk(key)
    QApplication.instance().removeEventFilter(watch)
    assert [w for w in shown if isinstance(w, QWidget)] == []


def test_that_a_ballot_begun_on_the_line_is_not_lost_by_a_language_or_another_file(qtbot, tmp_path):
    first, second = tmp_path / "mau.congress", tmp_path / "hai.congress"
    for path in (first, second):
        an_example(path)
    SettingsStore().change(operator="An")
    window = Window(qtbot, first, ask=[False, False, False, True])
    qtbot.waitUntil(lambda: line(window) is not None and line(window).hasFocus())
    QTest.keyClicks(line(window), "0312")
    choose(window, "English")
    assert words(window)[0] == "Tổng quan" and line(window).text() == "0312"
    window.main.open_path(second)
    window.settle()
    assert window.main.session.path == first and line(window).text() == "0312"
    window.main.close()
    assert line(window).text() == "0312"
    window.main.open_path(second)
    qtbot.waitUntil(lambda: window.main.session.path == second)
    window.settle()
    assert window.messages.asked == ["Rời đi khi còn phần chưa lưu?"] * 4
    window.close()


def line(window: Window) -> QLineEdit | None:
    return window.main.findChild(QLineEdit, "ballotEntry")


def test_that_the_colours_change_at_once(window):
    choose(window, "Tối")
    assert window.main.palette().window().color().lightness() < 60
    choose(window, "Sáng")
    assert window.main.palette().window().color().lightness() > 200


def test_that_a_copy_of_the_open_file_is_written_and_is_a_congress(window, congress):
    window.act("save_copy")
    copy = congress.with_name("ban-sao.congress")
    assert str(copy) in window.notice
    opened = open_file(copy)
    assert not isinstance(opened, Refusal)
    opened.close()


def test_that_the_open_file_can_be_verified(window):
    window.act("verify")
    assert "Tệp nguyên vẹn" in window.notice


def test_that_ctrl_w_closes_the_congress_and_shows_the_start_page(window, congress):
    QTest.keyClick(window.main, Qt.Key.Key_W, CTRL)
    window.settle()
    assert window.main.workspace is None
    reopened = open_file(congress)
    assert not isinstance(reopened, Refusal)
    reopened.close()


def test_that_closing_the_window_closes_the_file(qtbot, congress):
    window = Window(qtbot, congress)
    window.close()
    reopened = open_file(congress)
    assert not isinstance(reopened, Refusal)
    reopened.close()


def test_that_f11_fills_the_screen(window):
    QTest.keyClick(window.main, Qt.Key.Key_F11)
    assert window.main.isFullScreen()
    QTest.keyClick(window.main, Qt.Key.Key_F11)
    assert not window.main.isFullScreen()


def test_that_about_names_the_licences_of_what_is_carried(window):
    window.act("show_about")
    dialog = QApplication.activeModalWidget()
    text = dialog.findChild(object, "licences").toPlainText()
    dialog.close()
    assert "Noto Sans" in text and "Lucide" in text and "PySide6" in text


def test_that_an_unexpected_exception_is_logged_and_told_once(window, caplog):
    def fail(file) -> None:
        raise ZeroDivisionError("boom")

    for _ in range(3):
        window.main.session.ask(fail, done=print)
    window.settle()
    assert [title for title, _ in window.messages.told] == ["Có lỗi ngoài dự kiến"]
    assert "vẫn nguyên vẹn" in window.messages.told[0][1]
    noted = window.settings.log_file.read_text("utf-8")
    assert "ZeroDivisionError" in noted and "fail" in noted and "boom" not in noted
    caplog.clear()
    assert window.main.session is not None


def test_that_a_problem_known_by_name_is_told_in_its_own_words(window, caplog, tmp_path):
    errors = UnexpectedErrors(window.messages, tmp_path / "log")
    errors.report(NotSaved(problem("disk_full")))
    caplog.clear()
    assert window.messages.told[0][1].startswith("Ổ đĩa đã đầy")


@pytest.fixture(autouse=True)
def quiet_log():
    yield
    log = logging.getLogger("congress_desk")
    for handler in log.handlers[:]:
        handler.close()
        log.removeHandler(handler)


def test_that_the_journal_goes_to_another_disk_too_from_now_on_and_at_the_next_opening(
    qtbot, congress, tmp_path
):
    folder = tmp_path / "usb"
    folder.mkdir()
    window = Window(qtbot, congress, choose_folder=[folder])
    window.act("keep_journal")
    assert str(folder) in window.notice
    kept = folder / (congress.name + ".journal.jsonl")
    before = kept.read_bytes()
    window.session_act_state()
    assert len(kept.read_bytes()) > len(before)
    window.close()
    kept.unlink()
    window = Window(qtbot, congress)
    window.settle()
    assert kept.read_bytes().startswith(before)
    window.close()


def test_that_a_copy_that_fails_during_the_count_is_told_once(qtbot, congress):
    window = Window(qtbot, congress)
    congress.with_name(congress.stem + ".backups").write_text("a file where a folder should be")
    for _ in range(100):  # a copy is written beside the work; the next act tells of it
        window.session_act_state()
        if window.notice:
            break
    assert "Không sao được tệp" in window.notice
    window.main.workspace.notice.hide()
    window.session_act_state()
    assert window.notice == ""
    window.close()

"""From the start page to an open congress, and what is said when that is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from congress_files import granted
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from window_bench import Window, type_text

from congress_desk.actions.people.checkin import check_in
from congress_desk.errors import Refusal
from congress_desk.new_congress import new_from_workbook
from congress_desk.settings import SettingsStore, documents_folder
from congress_desk.storage.journal.second_journal import SUFFIX
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety.lock import lock_path
from congress_desk.ui.shell.files.backups_dialog import BackupsDialog
from congress_desk.ui.shell.files.dropped_files import drop_words
from congress_desk.ui.shell.files.new_congress_dialog import NewCongressDialog
from congress_desk.ui.widgets.drop_mark import one_file


@pytest.fixture
def congress(tmp_path, phuong_19) -> Path:
    path = tmp_path / "phuong-19.congress"
    made = new_from_workbook(path, phuong_19, actor="An")
    assert not isinstance(made, Refusal)
    made[0].close()
    return path


@pytest.fixture
def start(qtbot, request):
    """A window on the start page; mark with `answers` what its dialogs answer."""
    windows = []

    def make(path: Path | None = None, **answers) -> Window:
        windows.append(Window(qtbot, path, **answers))
        return windows[-1]

    yield make
    for window in windows:
        window.close()


def click(window: Window, name: str) -> None:
    button = next(b for b in window.main.page._choices if b.objectName() == name)
    QTest.keyClick(button, Qt.Key.Key_Space)
    window.settle()


def test_that_the_start_page_is_shown_without_a_file_and_offers_no_desks(start):
    window = start()
    assert window.main.objectName() == "mainWindow"
    assert window.main.workspace is None
    assert window.main.page.objectName() == "startPage"
    assert not window.line("close_file").isEnabled()


def test_that_a_congress_is_made_from_a_workbook_and_opened(start, tmp_path, phuong_19):
    target = tmp_path / "moi.congress"
    window = start(open_file=[phuong_19], save_file=[target])
    click(window, "new_from_workbook")
    assert window.main.workspace is not None
    assert window.main.session.path == target
    assert window.messages.asked == ["Dai-hoi-dai-bieu-Dang-bo-Phuong-19-lan-thu-XII.congress"]
    assert window.settings.values.recent == (str(target),)


def test_that_a_bad_workbook_is_refused_in_the_page_with_every_place(start, tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.title = "Đại hội"
    for row in (("Mục", "Giá trị"), ("Tên đại hội", "Đại hội"), ("Quy chế bầu cử", "khong-co")):
        sheet.append(row)
    elections = book.create_sheet("Bầu cử")
    for row in (("Mã", "Nội dung bầu", "Số lượng bầu"), ("BCH", "Bầu BCH", 0), ("X", "", 3)):
        elections.append(row)
    path = tmp_path / "sai.xlsx"
    book.save(path)
    window = start(open_file=[path])
    click(window, "new_from_workbook")
    assert window.main.workspace is None
    assert "sai.xlsx, trang “Bầu cử”, dòng 2" in window.notice
    assert len(window.notice.splitlines()) >= 3


def test_that_the_open_congress_is_rehearsed_though_its_file_is_in_use(start, congress, tmp_path):
    target = tmp_path / "dien-tap.congress"
    window = start(congress, open_file=[congress], save_file=[target])
    window.act("new_rehearsal")
    assert window.main.session.path == target
    assert window.notice == ""


def test_that_file_dialogs_begin_in_a_folder_that_is_there(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "Documents")
    assert documents_folder() == Path.home()
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == tmp_path / "Documents"


def test_that_choosing_nothing_changes_nothing(start):
    window = start(open_file=[None, None], save_file=[None])
    for name in ("new_from_workbook", "open_file", "open_example"):
        click(window, name)
    assert window.main.workspace is None
    assert window.notice == ""


def test_that_an_empty_congress_is_made_from_the_dialog(start, tmp_path):
    target = tmp_path / "trong.congress"
    window = start(save_file=[target])
    click(window, "new_empty")
    dialog = window.main.findChild(NewCongressDialog)
    type_text(dialog.details.widget("name"), "Đại hội chi bộ 5")
    dialog.rules.setCurrentIndex(dialog.rules.findText("Đoàn", Qt.MatchFlag.MatchContains))
    dialog.submit.click()
    window.settle()
    assert window.main.session.path == target
    assert window.show_desk("congress").details.form.widget("name").text() == "Đại hội chi bộ 5"


def test_that_the_dialog_shows_the_notice_of_the_rules_chosen(qtbot):
    dialog = NewCongressDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Quân ủy Trung ương" in dialog.notice.title
    for row in range(dialog.rules.count()):
        dialog.rules.setCurrentIndex(row)
        assert dialog.notice.isVisible() is bool(dialog.rules.currentData().notice)


def test_that_no_field_of_the_dialog_is_cut_off_by_a_long_notice(qtbot):
    dialog = NewCongressDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    for row in range(dialog.rules.count()):
        dialog.rules.setCurrentIndex(row)
        qtbot.wait(1)
        assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())
        assert dialog.rules.height() >= dialog.rules.minimumSizeHint().height()


def test_that_the_dialog_wants_a_name_before_it_goes_on(qtbot):
    dialog = NewCongressDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.chosen):
        dialog.submit.click()
    assert dialog.details.widget("name").property("wrong") is True


def test_that_a_file_is_opened_and_said_to_be_sound(start, congress):
    window = start(congress)
    assert window.main.workspace._check.text().startswith("Lúc mở: nguyên vẹn\n1 dòng nhật ký")
    assert window.notice == ""


def test_that_an_existing_file_is_never_written_over(start, congress, phuong_19):
    before = congress.read_bytes()
    window = start(open_file=[phuong_19], save_file=[congress])
    click(window, "new_from_workbook")
    assert "không ghi đè" in window.notice
    assert congress.read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.write_bytes(b"not ours"), "không phải tệp đại hội"),
        (lambda path: path.unlink(), "Không có tệp"),
        (lambda path: path.write_bytes(path.read_bytes()[:20000]), "bị hỏng"),
    ],
)
def test_that_a_file_that_cannot_be_opened_is_refused_in_the_page(start, congress, spoil, sentence):
    spoil(congress)
    window = start(congress)
    assert window.main.workspace is None
    assert sentence in window.notice
    assert window.messages.told == []


def test_that_a_damaged_file_offers_its_backup_copies(start, congress, qtbot):
    folder = congress.with_name("phuong-19.backups")
    folder.mkdir(exist_ok=True)
    kept = Path(shutil.copy(congress, folder / "phuong-19-20261129-080000-000001.congress"))
    congress.write_bytes(congress.read_bytes()[:20000])
    window = start(congress)
    QTest.mouseClick(window.main.page.notice._words.button, Qt.MouseButton.LeftButton)
    dialog = window.main.findChild(BackupsDialog)
    qtbot.waitUntil(lambda: kept in [each.path for each in dialog.table.records], timeout=20_000)
    dialog.findChild(QPushButton, "restoreBackup").click()
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    assert window.main.session.path.name == "phuong-19-ban-sao.congress"


def test_that_a_window_may_go_while_it_looks_for_copies(start, congress):
    congress.with_name("phuong-19.backups").mkdir(exist_ok=True)
    congress.write_bytes(congress.read_bytes()[:20000])
    window = start(congress)
    QTest.mouseClick(window.main.page.notice._words.button, Qt.MouseButton.LeftButton)
    window.close()


def test_that_a_file_noted_as_open_on_another_machine_can_be_taken_over(start, congress):
    lock_path(congress).write_text(
        '{"who": "Bình", "host": "máy-khác", "pid": 1, "since": "2026-01-01T08:00:00+07:00"}'
    )
    window = start(congress)
    assert "Bình mở trên máy máy-khác" in window.notice
    button = window.main.page.notice._words.button
    assert button.text() == "Tiếp quản tệp"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.main.session is not None


@pytest.fixture
def older(congress, tmp_path) -> tuple[Path, int]:
    """A copy of an hour ago in the place of a congress file, and the lines of its journal."""
    file = granted(open_file(congress))
    copy = granted(file.copy_to(tmp_path / "copy.congress"))
    for number in (1, 2, 3):
        granted(check_in(file, number, actor="Cửa"))
    lines = len(file.journal_lines())
    file.close()
    shutil.copy(copy, congress)
    return congress, lines


def test_that_the_window_asks_before_an_older_copy_goes_on_and_recovers_the_rest(start, older):
    path, lines = older
    before, text = path.read_bytes(), path.with_name(path.name + SUFFIX).read_bytes()
    window = start(path, ask=[True])
    assert window.messages.asked == ["Khôi phục 3 việc từ nhật ký?"]
    assert window.main.session.path == path.with_name("phuong-19-khoi-phuc.congress")
    assert window.main.opened.journal_lines == lines
    assert path.read_bytes() == before
    assert path.with_name(path.name + SUFFIX).read_bytes() == text


def test_that_an_older_copy_can_be_opened_when_that_is_wanted(start, older):
    path, lines = older
    window = start(path, ask=[False, True])
    assert window.messages.asked[1] == "Mở tệp cũ, thiếu những việc ấy?"
    assert window.main.session.path == path
    assert window.main.opened.journal_lines == lines - 3
    assert "nhật ký ấy được giữ lại" in window.notice


def test_that_an_older_copy_is_left_alone_when_neither_is_wanted(start, older):
    path, _ = older
    before = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    window = start(path, ask=[False, False])
    assert window.main.workspace is None
    assert sorted(each.name for each in path.parent.iterdir() if each.is_file()) == before


def test_that_a_file_that_is_refused_leaves_the_open_one_alone(start, congress, tmp_path):
    window = start(congress)
    other = tmp_path / "x.congress"
    other.write_bytes(b"x")
    window.main.open_path(other)
    window.settle()
    assert "không phải tệp đại hội" in window.notice
    assert window.main.session.path == congress


def test_that_another_file_takes_the_place_of_the_open_one_which_is_closed(
    start, congress, tmp_path, phuong_19
):
    other = tmp_path / "khac.congress"
    made = new_from_workbook(other, phuong_19, actor="An")
    made[0].close()
    window = start(congress)
    window.main.open_path(other)
    window.settle()
    assert window.main.session.path == other
    reopened = open_file(congress)
    assert not isinstance(reopened, Refusal)
    reopened.close()


def test_that_the_template_is_written_and_its_place_is_said(start, tmp_path):
    target = tmp_path / "mau.xlsx"
    window = start(save_file=[target])
    click(window, "get_template")
    page = window.main.page
    assert [each.objectName() for each in page._choices if each._primary] == ["new_from_workbook"]
    assert target.is_file()
    assert str(target) in window.notice
    assert page.notice._words.button.text() == "Mở thư mục"


def test_that_recent_files_open_by_enter_and_missing_ones_are_taken_off(start, congress, tmp_path):
    store = SettingsStore()
    store.change(recent=(str(congress), str(tmp_path / "mat.congress")))
    window = start()
    page = window.main.page
    assert page.recent.count() == 2
    assert "không còn ở chỗ cũ" in page.recent.item(1).text()
    page.recent.setCurrentRow(1)
    assert not page._open_recent.isVisible()
    QTest.keyClick(page.recent, Qt.Key.Key_Delete)
    assert window.settings.values.recent == (str(congress),)
    page.recent.setCurrentRow(0)
    QTest.keyClick(page.recent, Qt.Key.Key_Return)
    window.settle()
    assert window.main.session.path == congress


def test_that_enter_presses_the_button_that_has_the_keyboard(start, tmp_path):
    target = tmp_path / "mau.xlsx"
    window = start(save_file=[target])
    button = window.main.findChild(QPushButton, "get_template")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    window.qtbot.waitUntil(target.is_file)
    window.settle()
    assert str(target) in window.notice


def test_that_enter_presses_a_button_without_words_on_a_desk(start, congress):
    window = start(congress)
    desk = window.show_desk("elections")
    desk.show_at("nomination", 1)
    window.settle()
    back = next(
        each for each in desk.shown_screen.findChildren(QToolButton)
        if each.isVisible() and each.objectName() == "back"
    )  # fmt: skip
    back.setFocus()
    QTest.keyClick(back, Qt.Key.Key_Return)
    window.qtbot.waitUntil(lambda: not back.isVisible())


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        (["a.congress"], True),
        (["a.XLSX"], True),
        (["a.docx"], False),
        (["a.xlsx", "b.xlsx"], False),
    ],
)
def test_that_one_congress_file_or_workbook_can_be_dropped(tmp_path, names, taken):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    path = one_file(data)
    assert bool(path is not None and drop_words(path)) is taken


def test_that_a_file_over_the_window_is_answered_over_all_of_it(start, congress):
    window = start().main
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(congress))])
    send = QApplication.sendEvent
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copying = Qt.DropAction.CopyAction
    send(window, QDragEnterEvent(QPoint(9, 9), copying, data, buttons, keys))
    mark = window.findChild(object, "dropMark")
    assert mark.isVisible() and mark.size() == window.size()
    assert mark.words == "Thả ra để mở phuong-19.congress"
    send(window, QDragLeaveEvent())
    assert not mark.isVisible()
    data.setUrls([QUrl.fromLocalFile("/tmp/anh.png")])
    send(window, QDragEnterEvent(QPoint(9, 9), copying, data, buttons, keys))
    assert not mark.isVisible()


def test_that_the_steps_to_a_new_congress_come_first_and_in_their_order(start):
    page = start().main.page
    names = [button.objectName() for button in page._choices]
    assert names[:2] == ["get_template", "new_from_workbook"]
    assert [each.objectName() for each in page._choices if each._primary] == ["get_template"]
    titles = [button.accessibleName()[:2] for button in page._choices[:2]]
    assert titles == ["1.", "3."]
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(words.startswith("2. ") for words in said)

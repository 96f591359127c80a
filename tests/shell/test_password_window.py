"""The password and the locked screen, in the window."""

from __future__ import annotations

import os

import pytest
from congress_files import a_congress, granted
from operator_acts import an_operated_congress
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from window_bench import Window

from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.congress_password import change_password
from congress_desk.storage import unlocking
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.password import key, keyring
from congress_desk.ui.shell.files.password_dialogs import ChangeDialog, OpenDialog
from congress_desk.ui.shell.screen_lock.cover import Cover
from congress_desk.ui.shell.screen_lock.screen_lock import LOOKS_EVERY_MS

pytest.importorskip("sqlcipher3")
PASSWORD = "chim sẻ mái đình"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    monkeypatch.setattr(key, "cost", 2)
    monkeypatch.setattr(unlocking.time, "sleep", lambda _: None)
    keyring.forget()
    yield
    keyring.forget()


@pytest.fixture
def path(tmp_path):
    file = a_congress(tmp_path)
    file.close()
    return file.path


def fill(dialog, **texts):
    for name, text in texts.items():
        dialog.findChild(QLineEdit, name).setText(text)
    dialog.findChild(QPushButton, "submit").click()


def keep_picture(widget, name):
    folder = os.environ.get("KEEP_PICTURES")
    if folder:
        widget.grab().save(f"{folder}/{name}.png")


def test_that_a_password_is_set_asked_for_and_taken_away_in_the_window(qtbot, path):
    window = Window(qtbot, path)
    window.act("password")
    dialog = window.main.findChild(ChangeDialog)
    fill(dialog, passwordNew="short", passwordAgain="short")
    assert "ít nhất 8 ký tự" in dialog.said.text()
    fill(dialog, passwordNew=PASSWORD, passwordAgain="chim sẻ mái chùa")
    assert "khác nhau" in dialog.said.text()
    keep_picture(dialog, "set")
    fill(dialog, passwordNew=PASSWORD, passwordAgain=PASSWORD)
    qtbot.waitUntil(lambda: keyring.salt_of(path) is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    assert "đã có mật khẩu mới" in window.notice
    window.act("close_file")
    assert keyring.needs_password(path)
    window.main.open_path(path)
    qtbot.waitUntil(lambda: window.main.findChild(OpenDialog) is not None)
    dialog = window.main.findChild(OpenDialog)
    fill(dialog, password="something else")
    qtbot.waitUntil(lambda: "Sai mật khẩu" in dialog.said.text())
    keep_picture(dialog, "open")
    fill(dialog, password=PASSWORD)
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    window.act("password")
    dialog = window.main.findChild(ChangeDialog)
    dialog.none.setChecked(True)
    fill(dialog, passwordNow="wrong")
    qtbot.waitUntil(lambda: "Không đúng" in dialog.said.text())
    keep_picture(dialog, "change")
    fill(dialog, passwordNow=PASSWORD)
    qtbot.waitUntil(lambda: keyring.salt_of(path) is None, timeout=20_000)
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    window.close()
    assert check_closed_file(path, recount_problems) == []


def the_lock(qtbot):
    def found():
        active = QApplication.activeModalWidget()
        return active if active is not None and active.objectName() == "screenLock" else None

    qtbot.waitUntil(lambda: found() is not None)
    return found()


def test_that_a_locked_screen_covers_what_is_typed_and_gives_it_back(qtbot, path):
    granted(change_password(path, PASSWORD, recount_problems))
    window = Window(qtbot, path, ask=[True])
    window.show_desk("congress")
    field = next(each for each in window.desk.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "abc")
    typed = field.text()
    window.act("lock_screen")
    lock = the_lock(qtbot)
    keep_picture(window.main, "locked")
    keep_picture(lock, "lock")
    assert window.main.findChild(Cover).isVisible()
    QTest.keyClick(lock, Qt.Key.Key_Escape)
    lock.close()
    assert lock.isVisible()
    # A window that comes up meanwhile is covered too.
    late = QDialog()
    late.show()
    assert late.findChild(Cover) is not None
    late.close()
    fill(lock, password="wrong")
    qtbot.waitUntil(lambda: "Không đúng" in lock.said.text())
    fill(lock, password=PASSWORD)
    qtbot.waitUntil(lambda: not window.main.windows.lock.is_locked)
    qtbot.waitUntil(lambda: window.main.findChild(Cover) is None)
    assert field.text() == typed
    window.close()


def test_that_the_screen_locks_itself_when_nobody_types(qtbot, path):
    window = Window(qtbot, path)
    lock = window.main.windows.lock
    window.settings.change(lock_minutes=2)
    lock.follow_settings()
    looks = 2 * 60_000 // LOOKS_EVERY_MS
    for _ in range(looks - 1):
        lock.look()
    key_press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.main, key_press)
    lock.look()
    assert not lock.is_locked
    for _ in range(looks):
        lock.look()
    assert lock.is_locked
    dialog = the_lock(qtbot)
    dialog.findChild(QPushButton, "submit").click()
    assert not lock.is_locked
    window.settings.change(lock_minutes=0)
    lock.follow_settings()
    window.close()


def test_that_where_there_are_operators_a_pin_opens_the_screen(qtbot, tmp_path):
    file = an_operated_congress(tmp_path)
    file.close()
    window = Window(qtbot, file.path)
    lock = window.main.windows.lock
    window.act("lock_screen")
    dialog = the_lock(qtbot)
    words = window.main.findChild(Cover).findChildren(QLabel)
    lowest = max(each.mapToGlobal(each.rect().bottomLeft()).y() for each in words)
    assert lowest < dialog.frameGeometry().top()  # what opens the screen hides no word of it
    keep_picture(dialog, "pin")
    dialog.pin.setText("0000000")
    dialog.findChild(QPushButton, "submit").click()
    qtbot.waitUntil(lambda: bool(dialog.said.text()))
    assert lock.is_locked
    dialog.pin.setText("24680")
    dialog.findChild(QPushButton, "submit").click()
    qtbot.waitUntil(lambda: not lock.is_locked)
    assert window.main.session.signed_in
    window.close()

"""Copies in the window: what each contains, a stick for them, one opened again in two clicks."""

from __future__ import annotations

import shutil

import pytest
from congress_files import a_congress, a_declared_round
from PySide6.QtWidgets import QLabel, QPushButton
from window_bench import Window

from congress_desk.actions.congress import set_state
from congress_desk.domain.congress import CongressState
from congress_desk.papers import export_papers
from congress_desk.storage.safety.backup import backup_folder
from congress_desk.ui.shell.files.backups_dialog import BackupsDialog


@pytest.fixture
def path(tmp_path):
    file = a_congress(tmp_path)
    a_declared_round(file)
    file.close()
    return file.path


def the_dialog(qtbot, window):
    dialog = window.main.findChild(BackupsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.table.records), timeout=20_000)
    return dialog


def press(dialog, name):
    dialog.findChild(QPushButton, name).click()


def test_that_a_copy_is_opened_as_a_new_file_in_two_clicks(qtbot, path, tmp_path):
    window = Window(qtbot, path)
    before = path.read_bytes()
    window.act("backups")
    dialog = the_dialog(qtbot, window)
    newest = dialog.table.records[0]
    assert (newest.declared, newest.acts) == (("BCH 1",), 5)
    assert newest.path.name.endswith("-ket-qua.congress")
    dialog.table.selectRow(len(dialog.table.records) - 1)  # the first click: an older one
    press(dialog, "restoreBackup")  # the second
    new = path.with_name(f"{path.stem}-ban-sao.congress")
    qtbot.waitUntil(
        lambda: window.main.session is not None and window.main.session.path == new, timeout=20_000
    )
    window.settle()
    assert new.name in window.notice
    window.close()
    assert path.read_bytes() == before


def test_that_copies_go_to_a_stick_chosen_once_and_its_absence_is_said_quietly(
    qtbot, path, tmp_path
):
    stick = tmp_path / "USB"
    stick.mkdir()
    window = Window(qtbot, path, choose_folder=[stick])
    said = window.main.findChild(QLabel, "copied")
    window.act("backups")
    dialog = the_dialog(qtbot, window)
    press(dialog, "chooseBackupPlace")
    press(dialog, "copyNow")
    # Both copies are in the list as soon as they are made, not at the next look of the watch.
    qtbot.waitUntil(lambda: dialog.table.model().rowCount() == 2, timeout=20_000)
    dialog.close()
    window.close()
    shutil.rmtree(stick)
    window = Window(qtbot, path)
    said = window.main.findChild(QLabel, "copied")
    qtbot.waitUntil(lambda: "không có mặt" in said.text(), timeout=20_000)
    assert str(stick) in said.toolTip()
    stick.mkdir()
    watch = window.main.workspace.backup_watch
    watch.copy_now()
    qtbot.waitUntil(lambda: bool(list(stick.rglob("*.congress"))), timeout=20_000)
    watch.follow_settings()
    window.settle()
    assert said.text().startswith("Đã sao lưu")
    window.close()


def test_that_a_damaged_file_offers_its_copies_and_what_can_be_read(qtbot, path, tmp_path):
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 20 * 4096] = bytes(17 * 4096)
    path.write_bytes(content)
    window = Window(qtbot, choose_folder=[tmp_path])
    window.main.open_path(path)
    window.settle()
    button = next(
        each for each in window.main.page.notice.findChildren(QPushButton) if "sao" in each.text()
    )
    button.click()
    dialog = the_dialog(qtbot, window)
    press(dialog, "rescueFile")
    qtbot.waitUntil(lambda: "dh-cuu-du-lieu" in dialog.said.text(), timeout=60_000)
    assert (tmp_path / "dh-cuu-du-lieu" / "ballot.csv").is_file()
    press(dialog, "restoreBackup")
    qtbot.waitUntil(lambda: window.main.session is not None, timeout=20_000)
    window.settle()
    assert window.main.session.path.name == f"{path.stem}-ban-sao.congress"
    assert backup_folder(path).is_dir()
    window.close()


def test_that_a_file_that_cannot_be_written_opens_for_reading_at_every_desk(qtbot, path, tmp_path):
    path.chmod(0o444)
    before = {each: each.read_bytes() for each in path.parent.rglob("*") if each.is_file()}
    window = Window(qtbot, path)
    assert "chỉ để đọc" in window.notice
    said = window.main.findChild(QLabel, "copied")
    qtbot.waitUntil(lambda: said.text() == "Mở chỉ để đọc", timeout=20_000)
    for entry in window.main.workspace.entries:
        window.show_desk(entry.key)
    refused = []
    window.main.session.act(set_state, CongressState.IN_SESSION, actor="An", done=refused.append)
    window.settle()
    assert refused[0].first.code == "file_open_to_read"
    out = tmp_path / "giay-to"
    written = []
    window.main.session.ask(
        lambda file: export_papers(file, out, ("results",), written=written.append),
        done=lambda _: None,
    )
    window.settle()
    assert written
    window.close()
    after = {each: each.read_bytes() for each in before}
    assert after == before

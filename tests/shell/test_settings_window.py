"""One place for what this computer remembers: each choice holds at once, and at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from example_copies import an_example
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_bench import AnsweredMessages, type_text, window_of_a_module

from congress_desk.settings import SettingsStore
from congress_desk.ui.look import sounds, theme
from congress_desk.ui.records.tables.column_choice import remembered
from congress_desk.ui.shell.settings.settings_dialog import SettingsDialog


@pytest.fixture(scope="module")
def window(request, qapp, tmp_path_factory):
    path = an_example(tmp_path_factory.mktemp("settings") / "mau.congress")
    messages = AnsweredMessages(choose_folder=[path.parent])
    with window_of_a_module(request, tmp_path_factory, path, messages=messages) as made:
        yield made
    sounds.switch.turn(True)


@pytest.fixture
def again(window):
    """Return the settings as the next start would read them."""
    return lambda: SettingsStore(window.settings.folder).values


@pytest.fixture
def dialog(window) -> SettingsDialog:
    before = window.settings.values
    window.main.commands.run("settings")
    window.settle()
    found = QApplication.activeModalWidget()
    assert isinstance(found, SettingsDialog)
    yield found
    if shiboken6.isValid(found):
        found.close()
    window.settings.use(before)
    theme.apply(QApplication.instance(), "light", 100)


def pick(combo, value) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_that_looks_change_at_once_and_are_remembered(dialog, again):
    pick(dialog.colours, "contrast")
    pick(dialog.scale, 125)
    assert (theme.current().name, theme.scale()) == ("contrast", 125)
    assert (again().theme, again().scale) == ("contrast", 125)


def test_that_the_size_of_text_follows_the_keys_of_the_window(window, dialog):
    window.main.commands.run("larger")
    assert dialog.scale.currentData() == theme.scale() == 110


def test_that_the_name_at_the_keyboard_stands_beside_the_next_act(window, dialog, again):
    type_text(dialog.operator, "Lê Thị Hạnh")
    dialog.operator.editingFinished.emit()
    assert window.main.session.operator == "Lê Thị Hạnh" == again().operator


def test_that_sounds_are_off_for_every_desk_at_once(window, dialog, again):
    switch = window.show_desk("checkin").findChild(object, "checkinSound")
    assert switch.isChecked()
    dialog.sounds.setChecked(False)
    assert sounds.Sounds().muted and not switch.isChecked() and not again().sounds
    switch.setChecked(True)
    assert again().sounds


def test_that_papers_go_to_the_folder_chosen_or_to_that_of_the_congress(
    window, dialog, tmp_path, again
):
    session = window.main.session
    assert session.exports_folder == session.path.parent
    (tmp_path / "giay-to").mkdir()
    window.main.messages.answers["choose_folder"] = [tmp_path / "giay-to"]
    dialog.exports.choose.click()
    assert session.exports_folder == tmp_path / "giay-to" == Path(again().exports)
    (tmp_path / "giay-to").rmdir()
    assert session.exports_folder == session.path.parent, "a folder that is gone asks nobody"
    dialog.exports.clear.click()
    assert again().exports == ""


def test_that_the_second_journal_of_the_open_file_follows(window, dialog, tmp_path, again):
    other = tmp_path / "o-khac"
    other.mkdir()
    window.main.messages.answers["choose_folder"] = [other]
    dialog.journal.choose.click()
    window.settle()
    assert list(other.iterdir())
    assert again().journal_folder == str(other)
    dialog.journal.clear.click()
    window.settle()
    assert again().journal_folder == ""


def test_that_recent_files_can_be_forgotten_and_not_kept_at_all(window, dialog, again):
    assert again().recent
    dialog.forget.click()
    assert again().recent == () and not dialog.forget.isEnabled()
    dialog.recent.setChecked(False)
    kept = again().with_recent(Path("/a.congress"))
    assert kept.recent == ()


def test_that_columns_left_out_come_back(window, dialog, again):
    remembered.leave_out("registerTable", "Mã", left_out=True)
    dialog._show_buttons()
    dialog.columns.click()
    assert remembered.left_out("registerTable") == frozenset()
    assert again().hidden_columns == ()


def test_that_another_language_closes_the_settings_and_speaks(qtbot, window, dialog, again):
    pick(dialog.language, "en")
    qtbot.waitUntil(lambda: window.main.menuBar().actions()[1].text() == "&Edit")
    assert again().language == "en"
    window.main.use_language("vi")
    window.settle()


def test_that_the_settings_have_a_key_a_line_in_the_menu_and_in_the_palette(window):
    from congress_desk.ui.shell.palette.palette_sources import command_lines

    assert window.main.commands.keys("settings") == "Ctrl+,"
    assert window.line("settings").isEnabled()
    assert "Cài đặt…" in [line.words for line in command_lines(window.main)]


def test_that_a_setting_is_found_by_its_words_without_accents(dialog, window):
    def shown():
        return [
            each.objectName()
            for each in (dialog.colours, dialog.scale, dialog.language, dialog.lock, dialog.sounds)
            if each.isVisible()
        ]

    everything = shown()
    dialog.finder.setFocus()
    type_text(dialog.finder, "co chu")
    assert shown() == ["settingsScale"]
    type_text(dialog.finder, "tuong phan")
    assert shown() == ["settingsColours"], "its choices are searched too"
    type_text(dialog.finder, "am thanh")
    assert shown() == ["settingsSounds"]
    QTest.keyClick(dialog.finder, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter goes to what was found"
    assert dialog.sounds.hasFocus()
    QTest.keyClick(dialog.finder, Qt.Key.Key_Escape)
    assert shown() == everything

"""The palette: what to do, where to go, what is found; without accents, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_person
from congress_files import a_setup, an_election, granted
from counted_calls import calls_of
from example_copies import an_example
from journal_lines import journal
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from window_bench import Window

from congress_desk.new_congress import new_congress
from congress_desk.ui.shell.help.help_drawer import shown_drawer
from congress_desk.ui.shell.palette.palette_line import (
    Group,
    PaletteLine,
    answering,
    marks,
    plain_letters,
)

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up


class Bench:
    """A window on the example congress, driven by keys alone."""

    def __init__(self, qtbot, path) -> None:
        self.window = Window(qtbot, path)

    @property
    def palette(self):
        found = self.window.main.findChild(object, "commandPalette")
        return found if found is not None and found.isVisible() else None

    @property
    def lines(self) -> list[PaletteLine]:
        return [row for row in self.palette.list.lines.rows if isinstance(row, PaletteLine)]

    def words(self, group: Group | None = None) -> list[str]:
        return [line.words for line in self.lines if group in (None, line.group)]

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window.main, key, modifier)
        self.window.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def open(self, text: str = "") -> None:
        self.press(Qt.Key.Key_K, CTRL)
        self.type(text)


@pytest.fixture
def bench(qtbot, tmp_path):
    path = an_example(tmp_path / "mau.congress")
    made = Bench(qtbot, path)
    yield made
    made.window.close()


def test_that_ctrl_k_opens_and_closes_the_palette_and_the_keyboard_comes_back(bench):
    bench.window.show_desk("motions")
    holder = QApplication.focusWidget()
    bench.open("bau")
    assert bench.palette.line.text() == "bau"
    bench.press(Qt.Key.Key_K, CTRL)
    assert bench.palette is None
    assert QApplication.focusWidget() is holder
    bench.open()
    bench.press(ESC)
    assert bench.palette is None
    assert QApplication.focusWidget() is holder


def test_that_a_desk_is_found_without_accents_and_enter_goes_there(bench):
    bench.open("vuong mac")
    assert "Vướng mắc" in bench.words(Group.GO)
    while bench.palette.list.chosen.words != "Vướng mắc":
        bench.press(DOWN)
    assert bench.palette.list.chosen.caps == ("Ctrl", "Shift", "4")
    bench.press(ENTER)
    assert bench.window.main.workspace.desk_key == "obstacles"


def test_that_a_part_of_another_desk_is_reached_also_one_that_was_never_asked_for(bench):
    bench.open("cho ngoi")
    bench.press(ENTER)
    bench.window.qtbot.waitUntil(lambda: bench.window.desk.tabs.currentIndex() == 7)
    bench.window.settle()
    assert QApplication.focusWidget().objectName() == "drawFirst"
    bench.press(Qt.Key.Key_1, CTRL)
    bench.open("co cau")
    assert bench.palette.list.chosen.aside == "Đại biểu"
    bench.press(ENTER)
    assert bench.window.main.workspace.desk_key == "people"
    assert bench.window.desk.tabs.currentIndex() == 3


def test_that_a_person_is_found_by_name_and_shown(bench):
    bench.open("nguyen")
    people = [line for line in bench.lines if line.icon == "users" and line.group is Group.FOUND]
    assert people and all("nguyen" in line.plain for line in people)
    while bench.palette.list.chosen != people[0]:
        bench.press(DOWN)
    bench.press(ENTER)
    bench.window.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    card = QApplication.activeModalWidget()
    assert people[0].words in [field.text() for field in card.findChildren(QLineEdit)]
    card.close()


@pytest.mark.parametrize(
    ("typed", "desk"),
    [
        ("ban chap hanh dang bo", "elections"),
        ("thong qua chuong trinh", "motions"),
        ("may chieu ben phai", "obstacles"),
        ("danh sach dai bieu", "papers"),
    ],
)
def test_that_every_kind_of_record_is_found_by_its_words(bench, typed, desk):
    bench.open(typed)
    icons = {"elections": "vote", "motions": "hand", "obstacles": "octagon-alert"}
    wanted = icons.get(desk, "file-text")
    found = [line for line in bench.lines if line.group is Group.FOUND and line.icon == wanted]
    assert found, bench.words()
    while bench.palette.list.chosen != found[0]:
        bench.press(DOWN)
    bench.press(ENTER)
    assert bench.window.main.workspace.desk_key == desk


def test_that_a_command_of_the_window_is_done_with_enter(bench):
    bench.open("toan man hinh")
    bench.press(ENTER)
    assert bench.window.main.isFullScreen()


def test_that_what_is_refused_stays_listed_with_its_reason_and_enter_explains_it(qtbot):
    made = Bench(qtbot, None)
    made.open("ghi vuong mac")
    line = made.lines[0]
    assert (line.words, line.refused) == ("Ghi vướng mắc…", "Chưa mở đại hội nào")
    assert "Chưa mở đại hội nào" in made.palette.list.currentIndex().data()
    made.press(ENTER)
    made.window.settle()
    shown = shown_drawer(made.window.main)
    assert shown.reader.browser.source().fragment() == "window-obstacle"
    assert "Chưa mở đại hội nào" in shown.reader.why.accessibleName()
    made.window.close()


def test_that_nothing_called_so_is_said(bench):
    bench.open("xyzzy")
    assert bench.lines == []
    assert bench.palette._count.text() == "Không có gì mang tên này"
    bench.press(ENTER)
    bench.press(UP)
    assert bench.palette is not None


def test_that_keys_sent_to_the_palette_itself_are_typed_into_its_line(bench):
    bench.open()
    QTest.keyClicks(bench.palette, "bau cu")
    assert bench.palette.line.text() == "bau cu"
    QTest.keyClick(bench.palette, ENTER)
    bench.window.settle()
    assert bench.window.main.workspace.desk_key == "elections"


def test_that_what_is_typed_is_marked_in_the_words():
    line = PaletteLine(group=Group.DO, words="Thêm vào biên bản đại hội")
    assert marks(line, "bien ban") == ((9, 13), (14, 17))
    assert plain_letters("Đại hội ĐẢNG bộ") == "dai hoi dang bo"
    assert len(plain_letters("İstanbul ß")) == len("İstanbul ß")


def test_that_words_that_begin_so_come_first_and_each_group_stays_together():
    lines = [
        PaletteLine(group=Group.FOUND, words="Trần Văn Bình"),
        PaletteLine(group=Group.DO, words="In biên bản"),
        PaletteLine(group=Group.DO, words="Biên bản đại hội"),
    ]
    found = answering(lines, "bi")
    assert [line.words for line in found] == ["Biên bản đại hội", "In biên bản", "Trần Văn Bình"]
    assert [line.words for line in answering(lines, "")] == ["In biên bản", "Biên bản đại hội"]
    hall = [PaletteLine(group=Group.DO, words="Che màn chiếu"),
            PaletteLine(group=Group.GO, words="Màn chiếu")]  # fmt: skip
    assert [line.group for line in answering(hall, "man chieu")] == [Group.GO, Group.DO]


def test_that_1500_people_are_looked_through_between_two_keys(qtbot, tmp_path):
    path = tmp_path / "dong.congress"
    people = tuple(a_person(code=f"{n}", name=f"Nguyễn Thị {n}") for n in range(1, 1501))
    setup = replace(a_setup(an_election()), people=people)
    granted(new_congress(path, setup, actor="An")).close()
    bench = Bench(qtbot, path)
    bench.open("n")
    bench.window.settle()
    calls = calls_of(lambda: QTest.keyClicks(bench.palette, "guyen"))
    assert bench.words(Group.FOUND)
    # Whoever answers is looked at once a key; names are not taken apart again.
    assert calls / 5 < 4 * len(people)
    bench.press(ESC)
    bench.window.close()


def test_that_a_code_from_a_paper_finds_its_state_in_the_journal(bench):
    lines = []
    bench.window.main.session.ask(journal, done=lines.extend)
    bench.window.settle()
    code = lines[-2].code
    bench.open(code.replace("-", " ").lower())
    assert bench.words(Group.FOUND)[-1].endswith(code)
    bench.press(ENTER)
    workspace = bench.window.main.workspace
    assert workspace.desk_key == "journal"
    bench.window.qtbot.waitUntil(workspace.desk.idle, timeout=10_000)
    bench.window.settle()
    assert code in workspace.desk.code_notice.title

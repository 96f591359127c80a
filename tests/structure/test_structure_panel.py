"""The structure panel by keyboard, its chart, its dialogs and its models, on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from bench import OPERATOR, RefusingMessages, on_worker
from congress_files import a_setup, an_election, granted
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from congress_desk.actions.people.register import add_person
from congress_desk.domain.people.person import Person, PersonKind, Status
from congress_desk.new_congress import new_congress
from congress_desk.queries.people import congress_setting
from congress_desk.queries.structure import (
    DAY_KEY,
    TARGETS_KEY,
    PeopleSet,
    SetKind,
    structure_targets,
)
from congress_desk.settings import SettingsStore
from congress_desk.ui.background import Background
from congress_desk.ui.look import theme
from congress_desk.ui.parts.structure.names_dialog import NamesDialog, name_columns
from congress_desk.ui.parts.structure.panel import StructurePanel
from congress_desk.ui.parts.structure.rows import figure_columns
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.bar_chart import Bar, BarChart

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
UP, DOWN, HOME, END = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End
REGISTER = (
    Person(code="1", name="Ngô An", born="1995-02-03", gender="nữ", status=Status.PRESENT,
           delegation="Chi bộ 1", joined="2015", degree="ĐH", ethnic="Hoa"),
    Person(code="2", name="Lê Bình", born="1990", gender="nam", delegation="Chi bộ 2",
           joined="1999-01", degree="Cử nhân", ethnic="Kinh"),
    Person(code="3", name="Lê Bình", born="1950-05-05", gender="nam", delegation="Chi bộ 2",
           degree="Thạc sĩ"),
    Person(code="4", name="Vũ Dân", kind=PersonKind.GUEST, status=Status.PRESENT),
)  # fmt: skip


class Hands:
    """The panel in sight, the file behind it, and keys where the keyboard is."""

    def __init__(self, panel: StructurePanel, session: Session, qtbot: Any) -> None:
        self.panel, self.session, self.qtbot = panel, session, qtbot

    def settle(self) -> None:
        self.qtbot.wait(1)
        self.qtbot.waitUntil(self._settled, timeout=20_000)
        self.qtbot.wait(1)

    def _settled(self) -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        window = QApplication.activeModalWidget() or self.panel.window()
        if QApplication.activeWindow() is not window:
            window.activateWindow()
        holder = QApplication.focusWidget()
        return self.session.idle() and holder is not None and holder.window() is window

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            target = QApplication.focusWidget()
            assert target is not None
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            self.settle()

    def ask(self, query: Any, *args: Any) -> Any:
        got: list[Any] = []
        self.session.ask(query, *args, done=got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        return got[0]

    def go(self, widget: Any) -> None:
        widget.setFocus()
        self.settle()

    def row(self, words: str, section: str = "") -> list[str]:
        """Return the cells of the first row with these words, in this section when given."""
        model = self.panel.table.model()
        for i, record in enumerate(self.panel.table.records):
            if record.words == words and record.section == (section or record.section):
                return [model.index(i, c).data() for c in range(model.columnCount())]
        raise AssertionError(words)

    def at(self, words: str) -> None:
        """Make the row with these words current."""
        found = next(i for i, r in enumerate(self.panel.table.records) if r.words == words)
        self.panel.table.select_row(found)
        self.go(self.panel.table)

    @property
    def dialog(self) -> Any:
        return QApplication.activeModalWidget()


@pytest.fixture
def hands(qtbot, tmp_path) -> Iterator[Hands]:
    def make() -> Any:
        setup = a_setup(an_election())
        details = replace(setup.details, starts="2025-06-05T07:30")
        whole = replace(setup, people=REGISTER, details=details)
        return granted(new_congress(tmp_path / "dh.congress", whole, actor="Thư ký"))

    background = Background()
    session = Session(background, on_worker(background, make, qtbot), SettingsStore(tmp_path))
    session.operator = OPERATOR
    errors: list[Exception] = []
    session.failed.connect(errors.append)
    panel = StructurePanel(session, RefusingMessages())
    qtbot.addWidget(panel)
    panel.resize(1178, 678)
    panel.show()
    panel.activateWindow()
    found = Hands(panel, session, qtbot)
    panel.sets.setFocus()
    found.settle()
    yield found
    assert errors == []
    done: list[bool] = []
    session.close(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    background.stop()


def test_that_the_panel_shows_numbers_exact_shares_and_how_targets_stand(hands: Hands):
    assert hands.row("Số người")[2] == "3"
    assert hands.row("Nữ")[1:6] == ["Nữ", "1", "33,33", "≥ 15% (1)", "đạt"]
    assert hands.row("dưới 35")[1:] == ["dưới 35", "1", "33,33", "≥ 10% (1)", "đạt", "+1"]
    assert hands.row("dân tộc thiểu số")[6] == "1 chưa rõ"
    assert hands.row("cao nhất: Lê Bình (1950)")[2] == "75"
    assert hands.row("Đại học", "Chuyên môn")[2:4] == ["2", "66,67"]


def test_that_enter_on_a_figure_shows_the_names_and_who_is_not_certain(hands: Hands):
    hands.at("dưới 35")
    hands.press(ENTER)

    assert isinstance(hands.dialog, NamesDialog)
    assert hands.dialog.windowTitle() == "Tuổi trẻ: dưới 35"
    told = [(r.place, r.person.name, r.remark) for r in hands.dialog.table.records]
    assert told == [(1, "Ngô An", ""), (0, "Lê Bình", "chưa tính, có thể thuộc")]
    hands.press(ESC)
    assert hands.dialog is None


def test_that_a_click_on_a_figure_shows_the_names_and_same_names_are_told(hands: Hands):
    hands.at("Nam")
    rect = hands.panel.table.visualRect(hands.panel.table.currentIndex())
    QTest.mouseClick(hands.panel.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    hands.settle()

    model = hands.dialog.table.model()
    told = [model.columns[1].remark(record) for record in hands.dialog.table.records]
    assert told == ["trùng tên", "trùng tên"]
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Lê Bình trùng tên"
    hands.press(ESC)


def test_that_a_row_without_people_opens_nothing(hands: Hands):
    hands.at("bình quân")
    hands.press(ENTER)

    assert hands.dialog is None


def test_that_another_set_is_chosen_by_keyboard(hands: Hands):
    hands.go(hands.panel.sets)
    hands.press(DOWN, DOWN, DOWN)

    assert hands.panel.sets.currentText() == "Khách mời"
    assert hands.row("Số người")[2] == "1"


def test_that_a_list_shows_its_exact_surplus(hands: Hands):
    hands.go(hands.panel.sets)
    hands.press(END)

    assert hands.panel.sets.currentText() == "Danh sách bầu cử BCH – Bầu BCH"
    assert hands.row("Số dư so với số lượng bầu")[2:6] == ["1", "33,33", "1 người", "đạt"]


def test_that_a_set_without_people_says_what_to_do(hands: Hands):
    hands.go(hands.panel.sets)
    hands.press(DOWN, DOWN)

    assert hands.panel.sets.currentText() == "Đại biểu dự khuyết"
    assert not hands.panel.table.isVisible()
    assert not hands.panel.copy.isEnabled()


def test_that_a_day_typed_is_kept_in_the_file_and_an_empty_one_is_the_first_day(hands: Hands):
    hands.go(hands.panel.day)
    hands.panel.day.selectAll()
    hands.press("5.6.2030", ENTER)

    assert hands.ask(congress_setting, DAY_KEY) == "2030-06-05"
    assert hands.panel.day.text() == "05/06/2030"
    assert hands.row("dưới 35")[2] == "0"
    hands.panel.day.selectAll()
    hands.press(Qt.Key.Key_Delete, ENTER)
    assert hands.ask(congress_setting, DAY_KEY) == ""
    assert hands.panel.day.text() == "05/06/2025"


def test_that_half_a_date_is_refused_and_nothing_is_kept(hands: Hands):
    hands.go(hands.panel.day)
    hands.panel.day.selectAll()
    hands.press("06/2030", ENTER)

    assert "Ghi đủ ngày, tháng, năm" in hands.panel.notice.title
    assert hands.ask(congress_setting, DAY_KEY) == ""


def test_that_targets_are_changed_by_keyboard_and_judged_at_once(hands: Hands):
    hands.go(hands.panel.targets)
    hands.press(ENTER)
    dialog = hands.dialog
    assert dialog.bounds  # opened
    low = dialog.findChild(type(hands.panel.day), "womenAtLeast")
    low.setFocus()
    low.selectAll()
    hands.press("1/2", ENTER)

    assert hands.dialog is None
    assert hands.row("Nữ")[4:6] == ["≥ 50% (2)", "chưa đạt"]
    assert '"1/2"' in hands.ask(congress_setting, TARGETS_KEY)


@pytest.mark.parametrize("typed", ["abc", "150", "3/2"])
def test_that_a_share_that_cannot_be_is_refused_at_its_field(hands: Hands, typed: str):
    hands.go(hands.panel.targets)
    hands.press(ENTER)
    low = hands.dialog.findChild(type(hands.panel.day), "youngAtLeast")
    low.setFocus()
    low.selectAll()
    hands.press(typed, ENTER)

    assert "Tuổi trẻ: ít nhất" in hands.dialog.said.text()
    assert QApplication.focusWidget() is low
    hands.press(ESC)
    assert hands.ask(congress_setting, TARGETS_KEY) == ""


def test_that_the_targets_proposed_come_back_by_a_button(hands: Hands):
    proposed = hands.ask(structure_targets)
    for act in (lambda d: d.young.setCurrentIndex(1), lambda d: d.reset.click()):
        hands.go(hands.panel.targets)
        hands.press(ENTER)
        act(hands.dialog)
        hands.dialog.submit.setFocus()
        hands.press(ENTER)

    assert hands.ask(structure_targets) == proposed
    assert hands.ask(congress_setting, TARGETS_KEY) == ""


def test_that_the_figures_are_copied_for_a_workbook(hands: Hands):
    hands.go(hands.panel.copy)
    hands.press(ENTER)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Nhóm", "Số liệu", "Số lượng", "%"]
    assert len(lines) == len(hands.panel.table.records) + 1


def test_that_a_bar_is_chosen_by_keyboard_and_shows_its_names(hands: Hands):
    chart = hands.panel.charts.chart("delegation")
    hands.go(chart)
    hands.press(DOWN, ENTER)

    assert hands.dialog.windowTitle() == "Đoàn: Chi bộ 2"
    assert len(hands.dialog.table.records) == 2
    hands.press(ESC)


def test_that_what_changes_in_the_file_is_shown_without_asking(hands: Hands):
    hands.session.act(
        add_person, Person(code="9", name="Hồ Yến", gender="nữ"),
        done=lambda _: None, actor="TK",
    )  # fmt: skip
    hands.settle()

    assert hands.row("Nữ")[2] == "2"


def test_that_show_set_opens_at_a_list(hands: Hands):
    hands.panel.show_set(PeopleSet(kind=SetKind.LIST, election_id=1))
    hands.settle()

    assert hands.row("Số lượng bầu")[2] == "3"


BARS = tuple(Bar(label=f"Khoảng {i}", number=i * 3, words=f"{i * 3} · 10%", record=i)
             for i in range(4))  # fmt: skip


@pytest.fixture
def chart(qtbot) -> BarChart:
    made = BarChart("ages", "Độ tuổi")
    qtbot.addWidget(made)
    made.show_bars(BARS)
    made.resize(300, made.sizeHint().height())
    made.show()
    return made


def test_that_keys_move_along_the_bars_and_enter_or_a_click_chooses(chart: BarChart):
    chosen: list[int] = []
    chart.chosen.connect(chosen.append)
    for key in (UP, DOWN, DOWN, ENTER, END, Qt.Key.Key_Space, HOME, ENTER):
        QTest.keyClick(chart, key)
    assert chosen == [2, 3, 0]

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, theme.px(26) + 4))
    assert chosen == [2, 3, 0, 1]
    assert chart.current == BARS[1]


def test_that_a_bar_out_of_sight_is_brought_into_it_by_keys(hands: Hands):
    hands.panel.resize(1178, 420)
    chart = hands.panel.charts.chart("delegation")
    hands.go(chart)
    hands.press(END)

    visible = chart.visibleRegion().boundingRect()
    assert visible.contains(QPoint(10, chart.height() - 4))


def test_that_a_screen_reader_hears_the_current_bar_and_all_of_them(chart: BarChart):
    assert chart.accessibleName() == "Độ tuổi. Khoảng 0: 0 · 10%"
    QTest.keyClick(chart, DOWN)
    assert chart.accessibleName() == "Độ tuổi. Khoảng 1: 3 · 10%"
    assert chart.accessibleDescription().count(";") == 3


@pytest.mark.parametrize("bars", [(), BARS[:1]])
def test_that_a_chart_without_bars_or_with_an_empty_one_is_drawn(chart: BarChart, bars):
    chart.show_bars(bars)
    assert not chart.grab().isNull()
    QTest.keyClick(chart, ENTER)
    assert chart.current == (bars[0] if bars else None)


def test_that_the_models_keep_to_the_rules_of_qt(hands: Hands, qtmodeltester):
    figures = RecordTableModel(figure_columns())
    figures.show_records(hands.panel.table.records)
    qtmodeltester.check(figures)
    hands.at("Nam")
    hands.press(ENTER)
    names = RecordTableModel(name_columns(frozenset({"Lê Bình"})))
    names.show_records(hands.dialog.table.records)
    qtmodeltester.check(names)
    hands.press(ESC)

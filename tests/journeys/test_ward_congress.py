"""A ward congress by keyboard alone: workbook, a round typed, gate, papers, the same numbers."""

from __future__ import annotations

import json
import random
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from ledger import Ledger, a_line
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget
from window_bench import Window, type_text

from congress_desk.cli import main

ENTER, ESC, TAB, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Up
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LISTED, SEATS, CONVENED, BALLOTS = 18, 15, 119, 117


class Hands:
    """Presses keys where the keyboard is, and nowhere else."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._closed = False

    def close(self) -> None:
        """Close the window, once."""
        if not self._closed:
            self._closed = True
            self.window.close()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focus, key, modifier)
        self.window.settle()

    def tab_to(self, name: str) -> QWidget:
        for _ in range(60):
            if self.focus.objectName() == name:
                return self.focus
            self.press(TAB)
        raise AssertionError(
            f"no Tab leads to {name} from {self.focus.objectName()} on {self.window.desk}"
        )

    def write(self, name: str, text: str) -> None:
        field = self.tab_to(name)
        type_text(field.lineEdit() if isinstance(field, QComboBox) else field, text)
        self.window.settle()

    def line(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        QTest.keyClick(self.focus, ENTER)


@pytest.fixture
def desk(qtbot, tmp_path, phuong_19):
    path = tmp_path / "phuong-19.congress"
    window = Window(
        qtbot, open_file=[phuong_19], save_file=[path], choose_folder=[tmp_path / "giay-to"]
    )
    (tmp_path / "giay-to").mkdir()
    hands = Hands(window)
    yield hands
    hands.close()


def open_the_round(hands: Hands) -> None:
    hands.press(Qt.Key.Key_1, CTRL | SHIFT)
    hands.press(ENTER)
    hands.tab_to("changeFigures")
    hands.press(Qt.Key.Key_Space)
    by_hand = hands.tab_to("baseFromRegister")
    QTest.keyClick(by_hand, Qt.Key.Key_Down)
    hands.window.settle()
    assert isinstance(hands.focus, QRadioButton) and hands.focus.objectName() == "baseByHand"
    for name, number in (("openConvened", CONVENED), ("openPresent", BALLOTS),
                         ("openIssued", BALLOTS), ("openReturned", BALLOTS)):  # fmt: skip
        hands.write(name, str(number))
    hands.write("goingOnName", "Huỳnh Kim Hà")
    hands.press(ENTER)
    hands.write("goingOnReason", "Đại hội đã biểu quyết, chưa kịp ghi")
    hands.tab_to("openAnyway")
    hands.press(Qt.Key.Key_Space)


def type_ballots(hands: Hands, ledger: Ledger, wanted: int) -> None:
    """Type with mistakes, repeats, ranges, take-backs and corrections until `wanted` are in."""
    dice = random.Random(19)
    entry = hands.tab_to("ballotEntry")
    assert isinstance(entry, QLineEdit)
    while len(ledger.papers) < wanted:
        before = len(ledger.papers)
        turn, left = dice.random(), wanted - before
        if ledger.papers and turn < 0.05 and left >= 3 and len(ledger.papers) % 25 < 22:
            hands.line("+3")
            ledger.papers += [ledger.papers[-1]] * 3
        elif ledger.papers and turn < 0.09:
            hands.line("+")
            ledger.papers.append(ledger.papers[-1])
        elif ledger.papers and turn < 0.13:
            QTest.keyClicks(entry, "-")
            QTest.keyClick(entry, ENTER)
            ledger.papers.pop()
        elif ledger.papers and turn < 0.17:
            hands.window.settle()
            QTest.keyClick(entry, UP)
            text, meaning = a_line(dice, LISTED)
            type_text_over(entry, text)
            QTest.keyClick(entry, ENTER)
            hands.window.settle()
            if entry.text() or meaning == ledger.papers[-1]:
                QTest.keyClick(entry, ESC)
            ledger.papers[-1] = meaning
        else:
            text, meaning = a_line(dice, LISTED)
            if dice.random() < 0.2:
                QTest.keyClicks(entry, "x9-")
                entry.clear()
            hands.line(text)
            ledger.papers.append(meaning)
        full = len(ledger.papers) % 25 == 0 or len(ledger.papers) == BALLOTS
        if full and len(ledger.papers) > before:
            QTest.keyClicks(entry, ".")  # no sheet of the bundle is left in the hand
    hands.window.settle()


def type_text_over(entry: QLineEdit, text: str) -> None:
    entry.selectAll()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClicks(entry, text)


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())


def result_by_command(path: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    capsys.readouterr()
    assert main(["result", str(path), "BCH", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_that_a_round_typed_by_keyboard_gives_one_set_of_numbers_everywhere(desk, tmp_path, capsys):
    hands, window, ledger = desk, desk.window, Ledger(LISTED, SEATS)
    path, papers = tmp_path / "phuong-19.congress", tmp_path / "giay-to"
    hands.tab_to("new_from_workbook")
    hands.press(Qt.Key.Key_Space)
    assert path.exists()
    open_the_round(hands)
    type_ballots(hands, ledger, BALLOTS - 1)

    declare = window.main.findChild(QPushButton, "toGate")
    assert not declare.isEnabled()
    hands.tab_to("seeObstacles")
    hands.press(Qt.Key.Key_Space)
    gate = window.desk.screen_of("gate")
    assert window.desk.shown_screen is gate
    assert not gate.findChild(QPushButton, "declareButton").isEnabled()
    hands.press(ESC)
    type_ballots(hands, ledger, BALLOTS)
    hands.tab_to("toGate")
    hands.press(Qt.Key.Key_Space)
    hands.write("firstConfirmer", "Phan Kim Ngân")
    hands.write("secondConfirmer", "Phạm Anh Long")
    hands.tab_to("declareButton")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("sealButton")
    hands.press(Qt.Key.Key_Space)
    assert window.desk.shown_screen is window.desk.screen_of("result")

    hands.press(Qt.Key.Key_3, CTRL | SHIFT)
    hands.tab_to("exportAll")
    hands.press(Qt.Key.Key_Space)
    window.qtbot.waitUntil(lambda: (papers / "ket-qua-bau-cu.xlsx").exists(), timeout=30_000)
    window.settle()
    hands.close()

    told = result_by_command(path, capsys)
    votes = [candidate["votes"] for candidate in told["candidates"]]
    assert votes == ledger.votes()
    assert told["accounting"]["valid"] == ledger.valid()
    assert told["accounting"]["invalid_by_reason"] == dict(ledger.reasons())
    assert told["majority"] == {**told["majority"], "of": CONVENED, "needed": 60}
    assert told["election"]["state"] == "declared"
    assert main(["verify", str(path)]) == 0

    minutes = pdf_text(papers / "bien-ban-kiem-phieu-BCH-lan-1.pdf")
    assert unicodedata.is_normalized("NFC", minutes)
    for candidate in told["candidates"]:
        percent = candidate["percent"].replace(".", ",")
        assert f"{candidate['name']} {candidate['votes']} {percent}" in minutes
    book = load_workbook(papers / "ket-qua-bau-cu.xlsx", read_only=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    for candidate in told["candidates"]:
        assert any(candidate["name"] in row and candidate["votes"] in row for row in rows)

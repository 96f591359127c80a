"""Two people choose in the window that a round of few ballots is in the workbook."""

from __future__ import annotations

import pytest
from bench import ENTER
from congress_files import a_declared_round
from elections_bench import elections_desk
from PySide6.QtWidgets import QDialog, QLineEdit

from congress_desk.queries.elections.checks.secrecy import secrecy


@pytest.fixture
def bench(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_declared_round) as made:
        made.show("result", 1)
        yield made


def test_that_two_names_put_the_ballots_of_few_into_the_workbook(bench):
    screen = bench.desk.shown_screen
    assert screen.show_few.isEnabled() and not screen.show_few.isHidden()
    screen.commands.run("show_few")
    bench.settle()
    dialog = screen.findChild(QDialog)
    bench.press("Đỗ Văn Trưởng", ENTER)
    bench.settle()
    assert "hai người khác nhau" in dialog.said.text()
    dialog.findChild(QLineEdit, "secondName").setFocus()
    bench.press("Lê Thị Chủ", ENTER)
    bench.settle()
    assert bench.ask(secrecy).chosen == {1}
    assert screen.show_few.isHidden() and "ghi từng phiếu" in screen.said.text()

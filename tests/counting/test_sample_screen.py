"""The page of sample control: drawn, typed and settled by keys; what is recorded is never shown."""

from __future__ import annotations

import pytest
from bench import ENTER
from congress_files import a_counted_round, a_declared_round
from elections_bench import elections_desk
from PySide6.QtWidgets import QDialog, QLabel

from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.checks.sample import samples


@pytest.fixture
def bench(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_counted_round) as made:
        made.show("sample", 1)
        yield made


def dialog(bench):
    return next(d for d in bench.desk.shown_screen.findChildren(QDialog) if d.isVisible())


def drawn(bench):
    bench.desk.shown_screen.commands.run("draw")
    bench.settle()
    bench.press("3-5-1-6-2-2", ENTER)
    bench.settle()
    return bench.ask(samples, 1)[0]


def line_of(bench, sheet):
    cast = bench.ask(ballots, 1)
    paper = next(b.paper for b in cast if (b.bundle, b.sequence) == (sheet.bundle, sheet.place))
    ids = [c.id for c in bench.rounds()[0].candidates]
    return " ".join(str(ids.index(each) + 1) for each in sorted(paper.struck)) or "0"


def test_that_a_sample_is_drawn_and_every_sheet_typed_by_keys(bench):
    sample = drawn(bench)
    screen = bench.desk.shown_screen
    screen.commands.run("compare")
    bench.settle()
    for sheet in sample.sheets:
        bench.press(line_of(bench, sheet), ENTER)
        bench.settle()
    assert not bench.ask(samples, 1)[0].left
    assert screen.notice.property("tone") == "holds"
    assert "0 phiếu nhập sai" in screen.findChild(QLabel, "sampleRisk").text()


def test_that_a_sheet_that_differs_is_said_in_red_and_nothing_recorded_is_shown(bench):
    drawn(bench)
    screen = bench.desk.shown_screen
    screen.commands.run("compare")
    bench.settle()
    bench.press("1 2 3 4", ENTER)
    bench.settle()
    assert "LỆCH" in dialog(bench).said.text()
    dialog(bench).reject()
    bench.settle()
    assert "1 phiếu lệch" in screen.findChild(QLabel, "sampleRisk").text()


def test_that_what_stands_against_drawing_is_said(bench):
    drawn(bench)
    screen = bench.desk.shown_screen
    assert "Đối chiếu hết" in screen._why_not("draw")


def test_that_the_page_of_a_declared_round_says_why_there_is_no_sample(qtbot, tmp_path):
    with elections_desk(tmp_path, qtbot, prepare=a_declared_round) as bench:
        bench.show("sample", 1)
        screen = bench.desk.shown_screen
        assert "đã công bố" in screen.drawn.text() and "không bốc được nữa" in screen.drawn.text()
        assert [screen.commands.why_not(name) for name in ("draw", "compare")] == [None, None]

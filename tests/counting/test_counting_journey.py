"""150 ballots typed as fast as the machine can, against a count made here from the lines alone."""

from __future__ import annotations

import random

from counting_bench import Counted, count
from ledger import Ledger, a_line
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.queries.elections.rounds import round_sheet

LISTED, SEATS = 18, 15


def type_round(desk: Counted, qtbot, ledger: Ledger, ballots: int) -> None:
    dice = random.Random(150)
    while len(ledger.papers) < ballots:
        left = ballots - len(ledger.papers)
        room = desk.table.state.room
        turn = dice.random()
        if turn < 0.06 and ledger.papers and min(left, room) >= 3:
            desk.ballot("+3")
            ledger.papers += [ledger.papers[-1]] * 3
        elif turn < 0.1 and ledger.papers:
            desk.ballot("+")
            ledger.papers.append(ledger.papers[-1])
        elif turn < 0.14 and ledger.papers:
            QTest.keyClicks(desk.line, "--")
            ledger.papers.pop()
        elif turn < 0.18 and ledger.papers:
            correct_the_last(desk, qtbot, ledger, dice)
        else:
            text, meaning = a_line(dice, LISTED)
            if dice.random() < 0.2:
                QTest.keyClicks(desk.line, "x")
            desk.ballot(text)
            assert desk.text == "", desk.said
            ledger.papers.append(meaning)


def correct_the_last(desk: Counted, qtbot, ledger: Ledger, dice: random.Random) -> None:
    desk.settle(qtbot)
    QTest.keyClick(desk.line, Qt.Key.Key_Up)
    text, meaning = a_line(dice, LISTED)
    desk.line.setText(text)
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    ledger.papers[-1] = meaning


def test_that_150_ballots_typed_quickly_give_the_count_of_an_independent_ledger(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, listed=LISTED, seats=SEATS, returned=150, bundle_size=25)
    ledger = Ledger(LISTED, SEATS)
    type_round(desk, qtbot, ledger, 150)
    desk.settle(qtbot)
    tally = desk.table.state.count.tally
    assert desk.numbers() == ledger.votes()
    assert tally.valid == ledger.valid()
    assert {r.value: n for r, n in tally.invalid_by_reason.items() if n} == ledger.reasons()
    assert not desk.table.state.stopped
    assert [b.entered for b in desk.table.state.count.bundles()] == [25] * 6
    sheets: list[object] = []
    desk.session.ask(round_sheet, desk.round_id, done=sheets.append)
    qtbot.waitUntil(lambda: bool(sheets))
    assert [c.votes for c in sheets[0].result.candidates] == ledger.votes()

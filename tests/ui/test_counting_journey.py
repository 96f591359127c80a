"""150 ballots typed as fast as the machine can, against a count made here from the lines alone."""

from __future__ import annotations

import random
from collections import Counter

from counting_bench import Counted, close, count
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from congress_desk.queries.rounds import round_sheet

LISTED, SEATS = 18, 15
REASONS = ("not_issued", "outsider", "signed", "extra_writing")


class Ledger:
    """What a colleague would note down: the struck numbers, or the reason, of each paper."""

    def __init__(self) -> None:
        self.papers: list[frozenset[int] | str] = []

    def votes(self) -> list[int]:
        valid = [p for p in self.papers if self.is_valid(p)]
        return [sum(n not in p for p in valid) for n in range(1, LISTED + 1)]

    def valid(self) -> int:
        return sum(self.is_valid(p) for p in self.papers)

    def reasons(self) -> Counter[str]:
        told = Counter()
        for paper in self.papers:
            if isinstance(paper, str):
                told[paper] += 1
            elif LISTED - len(paper) > SEATS:
                told["overvote"] += 1
            elif len(paper) == LISTED:
                told["no_choice"] += 1
        return told

    @staticmethod
    def is_valid(paper: frozenset[int] | str) -> bool:
        return not isinstance(paper, str) and 1 <= LISTED - len(paper) <= SEATS


def a_line(dice: random.Random) -> tuple[str, frozenset[int] | str]:
    """Return a line as a typist would write it, and what it means."""
    turn = dice.random()
    if turn < 0.05:
        digit = dice.randint(1, 4)
        return f"*{digit}", REASONS[digit - 1]
    if turn < 0.1:
        return "", frozenset()
    if turn < 0.2:
        first = dice.randint(1, 14)
        return f"{first}-{first + 3}", frozenset(range(first, first + 4))
    numbers = dice.sample(range(1, LISTED + 1), dice.randint(2, 6))
    text = "".join(f"{n:02d}" for n in numbers)
    if turn < 0.4:
        text = dice.choice(" .,").join(str(n) for n in numbers)
    return text, frozenset(numbers)


def type_round(desk: Counted, qtbot, ledger: Ledger, ballots: int) -> None:
    dice = random.Random(150)
    while len(ledger.papers) < ballots:
        left = ballots - len(ledger.papers)
        room = desk.table.bench.room
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
            text, meaning = a_line(dice)
            if dice.random() < 0.2:
                QTest.keyClicks(desk.line, "x")
            desk.ballot(text)
            assert desk.text == "", desk.said
            ledger.papers.append(meaning)


def correct_the_last(desk: Counted, qtbot, ledger: Ledger, dice: random.Random) -> None:
    desk.settle(qtbot)
    QTest.keyClick(desk.line, Qt.Key.Key_Up)
    text, meaning = a_line(dice)
    desk.line.setText(text)
    QTest.keyClick(desk.line, Qt.Key.Key_Enter)
    ledger.papers[-1] = meaning


def test_that_150_ballots_typed_quickly_give_the_count_of_an_independent_ledger(qtbot, tmp_path):
    desk = count(tmp_path, qtbot, listed=LISTED, seats=SEATS, returned=150, bundle_size=25)
    ledger = Ledger()
    type_round(desk, qtbot, ledger, 150)
    desk.settle(qtbot)
    tally = desk.table.bench.count.tally
    assert desk.numbers() == ledger.votes()
    assert tally.valid == ledger.valid()
    assert {r.value: n for r, n in tally.invalid_by_reason.items() if n} == ledger.reasons()
    assert not desk.table.bench.stopped
    assert [b.entered for b in desk.table.bench.count.bundles()] == [25] * 6
    sheets: list[object] = []
    desk.session.ask(round_sheet, desk.round_id, done=sheets.append)
    qtbot.waitUntil(lambda: bool(sheets))
    assert [c.votes for c in sheets[0].result.candidates] == ledger.votes()
    close(desk, qtbot)

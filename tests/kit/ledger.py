"""A colleague's ledger beside the typist: what each paper said, counted in its own plain way."""

from __future__ import annotations

import random
from collections import Counter

REASONS = ("not_issued", "outsider", "signed", "extra_writing")

Meaning = frozenset[int] | str


class Ledger:
    """Struck numbers, or the board's reason, of each paper of a list with surplus."""

    def __init__(self, listed: int, seats: int) -> None:
        self.listed, self.seats = listed, seats
        self.papers: list[Meaning] = []

    def votes(self) -> list[int]:
        valid = [paper for paper in self.papers if self.is_valid(paper)]
        return [sum(n not in paper for paper in valid) for n in range(1, self.listed + 1)]

    def valid(self) -> int:
        return sum(map(self.is_valid, self.papers))

    def reasons(self) -> Counter[str]:
        told: Counter[str] = Counter()
        for paper in self.papers:
            if isinstance(paper, str):
                told[paper] += 1
            elif self.listed - len(paper) > self.seats:
                told["overvote"] += 1
            elif len(paper) == self.listed:
                told["no_choice"] += 1
        return told

    def is_valid(self, paper: Meaning) -> bool:
        return not isinstance(paper, str) and 1 <= self.listed - len(paper) <= self.seats


def a_line(dice: random.Random, listed: int) -> tuple[str, Meaning]:
    """Return a line as a typist would write it for a list of 10 to 99 names, and what it means."""
    turn = dice.random()
    if turn < 0.05:
        digit = dice.randint(1, len(REASONS))
        return f"*{digit}", REASONS[digit - 1]
    if turn < 0.1:
        return "0", frozenset()
    if turn < 0.2:
        first = dice.randint(1, listed - 4)
        return f"{first}-{first + 3}", frozenset(range(first, first + 4))
    numbers = dice.sample(range(1, listed + 1), dice.randint(2, 6))
    text = "".join(f"{n:02d}" for n in numbers)
    if turn < 0.4:
        text = dice.choice(" .,").join(str(n) for n in numbers)
    return text, frozenset(numbers)

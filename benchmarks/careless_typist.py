"""A typist with one wrong key in a hundred: what gets into the count, and what is refused.

Keys go through the rules of the entry line itself; the hands are scripted. Of the wrong keys 70 %
are a neighbour on the number pad, 15 % are left out, 15 % are doubled. The typist looks up only at
a sound, and then puts it right; at the end of a bundle sheets and ballots are counted against each
other, and a bundle that does not come out even is held against its papers.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measured import Measured
from congress_desk.domain.elections.ballots import MarkMode, Paper, mark_mode
from congress_desk.domain.elections.entry_line import (
    EntryContext,
    EntryKind,
    entry_text,
    read_entry,
    refused_key,
)
from congress_desk.errors import Refusal

BALLOTS, BUNDLE = 1500, 25
LISTS = ((17, 15), (31, 27), (63, 55), (15, 15), (1, 1))
WRONG_KEYS = 0.01
ENTER, ESC = "\n", "\x1b"
NEIGHBOURS = {
    "7": "84", "8": "795", "9": "86+", "4": "751", "5": "4682", "6": "593+", "1": "420",
    "2": "1350", "3": f"26.{ENTER}", "0": "12.", "*": "/-", "/": "*", "-": "*+", "+": f"96{ENTER}",
    ENTER: "3.+", " ": " ",
}  # fmt: skip


@dataclass
class Table:
    """The line and the bundle as the counting screen keeps them.

    Without `hard_stop` as before version 2: the next bundle begins by itself, and an empty line is
    the untouched ballot.
    """

    context: EntryContext
    hard_stop: bool = True
    bundle: int = BUNDLE
    line: str = ""
    refused: int = 0
    pressed: int = 0
    recorded: list[list[Paper]] = field(default_factory=lambda: [[]])
    look_again: bool = False

    @property
    def full(self) -> bool:
        return len(self.recorded[-1]) >= self.bundle

    def press(self, key: str) -> bool:
        """Press one key; False when it is refused with a sound."""
        self.pressed += 1
        if self.hard_stop and self.full:
            return self._refuse()
        if key == ESC:
            self.line = ""
            return True
        if key == ENTER:
            return self._enter()
        if isinstance(refused_key(self.line + key, self.context), Refusal):
            self.look_again = key.isdecimal()
            return self._refuse()
        self.line, self.look_again = self.line + key, False
        return True

    def _enter(self) -> bool:
        if not self.hard_stop and not self.line:
            return self._record(Paper())
        if self.hard_stop and self.look_again:
            self.look_again = False
            return self._refuse()
        entry = read_entry(self.line, self.context)
        if isinstance(entry, Refusal) or entry.kind is not EntryKind.PAPER:
            return self._refuse()
        return self._record(entry.paper)

    def _record(self, paper: Paper) -> bool:
        self.recorded[-1].append(paper)
        self.line = ""
        if not self.hard_stop and self.full:
            self.recorded.append([])
        return True

    def _refuse(self) -> bool:
        self.refused += 1
        return False


@dataclass(frozen=True)
class Outcome:
    """What a round came to: ballots no paper says, ballots too many or left out, sounds.

    `searched` are the bundles that did not come out even and were held against their papers.
    """

    wrong: int
    uneven: int
    searched: int
    refused: int


def typed_round(names: int, seats: int, seed: int, *, hard_stop: bool = True) -> Outcome:
    """Type a whole round and return what stands in the count when all bundles are done."""
    dice = random.Random(seed)
    context = EntryContext(names=names, mode=mark_mode(names, seats))
    papers = [a_paper(dice, names, seats, context.mode) for _ in range(BALLOTS)]
    table = Table(context, hard_stop)
    if not hard_stop:
        uneven = sum(abs(type_paper(table, paper, dice) - 1) for paper in papers)
        recorded = [paper for bundle in table.recorded for paper in bundle]
        wrong = different(papers, recorded[:BALLOTS])
        return Outcome(wrong, uneven, 0, table.refused)
    wrong = uneven = searched = 0
    for first in range(0, BALLOTS, BUNDLE):
        sheets = papers[first : first + BUNDLE]
        table.recorded.append([])
        left, slips = len(sheets), 0
        for paper in sheets:
            if table.full:
                break
            slips += abs(type_paper(table, paper, dice) - 1)
            left -= 1
        table.line = ""
        entered = table.recorded[-1]
        if left or len(entered) != len(sheets):
            searched += 1  # every ballot of this bundle is held against its paper
        else:
            wrong += different(sheets, entered)
            uneven += slips
    return Outcome(wrong, uneven, searched, table.refused)


def a_paper(dice: random.Random, names: int, seats: int, mode: MarkMode) -> Paper:
    """Return a paper as voters mark them: now and then an untouched one."""
    if dice.random() < (0.01 if mode is MarkMode.STRIKE else 0.8):
        return Paper()
    most = min(names - seats + 2, names)
    least = max(names - seats, 1)
    struck = dice.sample(range(1, names + 1), dice.randint(min(least, most), most))
    return Paper(struck=frozenset(struck))


def type_paper(
    table: Table, paper: Paper, dice: random.Random, wrong_keys: float = WRONG_KEYS
) -> int:
    """Type one paper with slips and return how many ballots it became.

    At a sound the typist looks, clears the line and types the paper again.
    """
    keys = entry_text(paper, table.context).replace(" ", "" if table.context.names > 9 else " ")
    if keys == "0" and not table.hard_stop:
        keys = ""
    before = sum(map(len, table.recorded))
    for key in [*keys, ENTER]:
        for pressed in slip(key, dice, wrong_keys):
            if table.press(pressed):
                continue
            if sum(map(len, table.recorded)) == before:
                table.press(ESC)
                for again in [*keys, ENTER]:
                    table.press(again)
            return sum(map(len, table.recorded)) - before  # else it was a key too many
    return sum(map(len, table.recorded)) - before


def slip(key: str, dice: random.Random, wrong_keys: float = WRONG_KEYS) -> str:
    """Return what is pressed for a key that is meant."""
    if dice.random() >= wrong_keys:
        return key
    turn = dice.random()
    if turn < 0.7:
        return dice.choice(NEIGHBOURS[key])
    return "" if turn < 0.85 else key * 2


def different(papers: list[Paper], recorded: list[Paper]) -> int:
    """Return how many recorded ballots are those of no paper."""
    return (Counter(recorded) - Counter(papers)).total()


def run(folder: Path, short: bool) -> list[Measured]:
    """Type a round of each list and say what it came to."""
    measured = []
    for names, seats in LISTS[: 1 if short else None]:
        seeds = range(1 if short else 5)
        before = [typed_round(names, seats, seed, hard_stop=False) for seed in seeds]
        now = [typed_round(names, seats, seed) for seed in seeds]
        print(f"  {names} names for {seats}, before: {_said(before)}")
        print(f"  {names} names for {seats}, now:    {_said(now)}")
        measured.append(
            Measured(
                what=f"ballots too many or left out that stay, {names} for {seats}",
                value=_mean(now, "uneven"),
                bound=1,
                unit="",
            )
        )
    return measured


def _said(told: Sequence[Outcome]) -> str:
    return (
        f"{_mean(told, 'wrong'):.1f} wrong ballots, {_mean(told, 'uneven'):.1f} too many or left"
        f" out, {_mean(told, 'searched'):.1f} of {BALLOTS // BUNDLE} bundles searched,"
        f" {_mean(told, 'refused'):.0f} keys refused"
    )


def _mean(told: Sequence[Outcome], what: str) -> float:
    found: list[int] = [getattr(outcome, what) for outcome in told]
    return sum(found) / len(found)

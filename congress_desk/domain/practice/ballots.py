"""Practice ballots with known answers: one set of one list is the same ballots for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper, Verdict
from congress_desk.domain.elections.entry_line import UNTOUCHED, EntryContext, entry_text
from congress_desk.domain.elections.tally import BallotRules
from congress_desk.domain.rules.rule_set import RuleSet

# Reasons that can be seen on a sheet of paper and are one digit.
REASONS = (
    BoardReason.SIGNED,
    BoardReason.OUTSIDER,
    BoardReason.EXTRA_WRITING,
    BoardReason.NOT_ISSUED,
)
# Shorter runs are typed sooner number by number.
_RUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeList:
    """The list that is practised on: names in ballot order, seats, how it is marked, the rules."""

    title: str
    names: tuple[str, ...]
    seats: int
    mode: MarkMode
    rules: RuleSet

    @property
    def context(self) -> EntryContext:
        """Return what a line is typed against before the first ballot."""
        return EntryContext(names=len(self.names), mode=self.mode)

    @property
    def ballot_rules(self) -> BallotRules:
        """Return what judges a ballot whose keys are positions."""
        positions = tuple(range(1, len(self.names) + 1))
        return BallotRules(candidates=positions, seats=self.seats, mode=self.mode, rules=self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeBallot:
    """A ballot as a voter marked it, by position, and how it is typed in the fewest keys."""

    number: int
    paper: Paper
    line: str
    verdict: Verdict


class _Dice:
    """Numbers that follow from a text: the domain has no chance of its own."""

    def __init__(self, seed: str) -> None:
        self._seed, self._turn = seed, count()

    def below(self, limit: int) -> int:
        """Return a number from 0 to `limit` - 1."""
        told = f"{self._seed}:{next(self._turn)}".encode()
        return int.from_bytes(hashlib.sha256(told).digest()[:8], "big") % limit

    def some(self, names: int, many: int) -> frozenset[int]:
        """Return so many positions."""
        left = list(range(1, names + 1))
        return frozenset(left.pop(self.below(len(left))) for _ in range(min(many, names)))

    def run(self, names: int, long: int) -> frozenset[int]:
        """Return so many positions in a row."""
        long = min(long, names)
        first = 1 + self.below(names - long + 1)
        return frozenset(range(first, first + long))


Kind = Callable[[PracticeList, _Dice], Paper]


def _usual(of: PracticeList, dice: _Dice) -> Paper:
    """Return a valid ballot as most are: as many struck as must be, or a few more."""
    if of.mode is MarkMode.TICK:
        return Paper(struck=dice.some(len(of.names), dice.below(min(3, len(of.names)))))
    surplus = len(of.names) - of.seats
    most = min(surplus + 3, len(of.names) - 1)
    return Paper(struck=dice.some(len(of.names), surplus + dice.below(most - surplus + 1)))


def _run(of: PracticeList, dice: _Dice) -> Paper:
    surplus = max(len(of.names) - of.seats, 0)
    long = max(surplus, min(_RUN + 1, len(of.names) - 1), 1)
    return Paper(struck=dice.run(len(of.names), long))


def _untouched(of: PracticeList, dice: _Dice) -> Paper:
    return Paper()


def _too_few_struck(of: PracticeList, dice: _Dice) -> Paper:
    """Return a ballot that keeps too many: the program finds it, nobody types it otherwise."""
    surplus = len(of.names) - of.seats
    return Paper(struck=dice.some(len(of.names), dice.below(max(surplus, 1))))


def _all_struck(of: PracticeList, dice: _Dice) -> Paper:
    return Paper(struck=frozenset(range(1, len(of.names) + 1)))


def _both(of: PracticeList, dice: _Dice) -> Paper:
    return Paper(both=dice.some(len(of.names), 1))


def _blank(of: PracticeList, dice: _Dice) -> Paper:
    return Paper(blank=dice.some(len(of.names), 1))


def _board(reason: BoardReason) -> Kind:
    return lambda of, dice: Paper(board_reason=reason)


_SIGNED, _OUTSIDER, _WRITING, _NOT_ISSUED = map(_board, REASONS)
# The order of a set: every kind early, so that a short set has them too.
_STRIKE: tuple[Kind, ...] = (
    _usual, _usual, _too_few_struck, _usual, _run, _SIGNED, _usual, _untouched, _usual, _all_struck,
    _usual, _OUTSIDER, _usual, _usual, _run, _usual, _WRITING, _usual, _NOT_ISSUED, _usual,
)  # fmt: skip
_TICK: tuple[Kind, ...] = (
    _untouched, _usual, _both, _usual, _blank, _SIGNED, _usual, _all_struck, _untouched, _usual,
    _OUTSIDER, _both, _usual, _untouched, _WRITING, _usual, _blank, _usual, _NOT_ISSUED, _usual,
)  # fmt: skip


def practice_ballots(
    of: PracticeList, *, ballots: int, set_number: int
) -> tuple[PracticeBallot, ...]:
    """Return so many ballots of a set, numbered from 1; the same list and set give the same.

    They have valid and invalid ones, the untouched one, too many kept, nobody kept, boxes crossed
    twice or not at all, and what the board declares invalid, each judged by the list's rules.
    """
    kinds = _TICK if of.mode is MarkMode.TICK else _STRIKE
    dice = _Dice(f"{len(of.names)}:{of.seats}:{of.mode.value}:{set_number}")
    made = (kinds[place % len(kinds)](of, dice) for place in range(ballots))
    return tuple(a_ballot(of, number, paper) for number, paper in enumerate(made, start=1))


def a_ballot(of: PracticeList, number: int, paper: Paper) -> PracticeBallot:
    """Return a practice ballot with its answer."""
    return PracticeBallot(
        number=number,
        paper=paper,
        line=shortest_line(paper, of.context),
        verdict=of.ballot_rules.judge(paper),
    )


def shortest_line(paper: Paper, context: EntryContext) -> str:
    """Return the line that records a ballot in few keys: runs as ranges, no needless separator."""
    if paper.board_reason is not None or paper.shares:
        return entry_text(paper, context)
    tokens = [
        token
        for prefix, positions in (("", paper.struck), ("/", paper.both), ("//", paper.blank))
        for token in _tokens(prefix, sorted(positions), context.width)
    ]
    line = ""
    for token in tokens:
        apart = line and (context.width == 1 or "-" in line.split(" ")[-1] or "-" in token)
        line += (" " if apart else "") + token
    return line or UNTOUCHED


def _tokens(prefix: str, positions: list[int], width: int) -> list[str]:
    found: list[str] = []
    while positions:
        long = 1
        while long < len(positions) and positions[long] == positions[0] + long:
            long += 1
        long = long if long >= _RUN else 1
        first, last = positions[0], positions[long - 1]
        found.append(f"{prefix}{first}-{last}" if long > 1 else f"{prefix}{first:0{width}}")
        del positions[:long]
    return found

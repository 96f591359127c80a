"""One paper ballot, and the order in which it is judged (244 Điều 17, 190 Điều 15)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.rules.rule_set import RuleSet, Validity, VotesBy


class MarkMode(StrEnum):
    """How a voter marks the paper: strike out names, tick a box a name, or give votes by shares."""

    STRIKE = "strike"
    TICK = "tick"
    CUMULATIVE = "cumulative"


class Mark(StrEnum):
    """What stands on a line that is not simply kept (strike) or agreed to (tick)."""

    STRUCK = "struck"  # tick mode: X under "không đồng ý"
    BOTH = "both"
    BLANK = "blank"


class BoardReason(StrEnum):
    """Why the counting board declares a ballot invalid."""

    NOT_ISSUED = "not_issued"
    OUTSIDER = "outsider"
    SIGNED = "signed"
    EXTRA_WRITING = "extra_writing"
    OTHER = "other"

    @property
    def digit(self) -> int:
        """Return the digit that is typed for it: its own for ever, whatever is added beside it."""
        return _REASON_DIGITS[self]


_REASON_DIGITS = {
    BoardReason.NOT_ISSUED: 1,
    BoardReason.OUTSIDER: 2,
    BoardReason.SIGNED: 3,
    BoardReason.EXTRA_WRITING: 4,
    BoardReason.OTHER: 5,
}


class InvalidReason(StrEnum):
    """Every reason a ballot can be invalid for: the board's, then what the rules find."""

    NOT_ISSUED = "not_issued"
    OUTSIDER = "outsider"
    SIGNED = "signed"
    EXTRA_WRITING = "extra_writing"
    OTHER = "other"
    OVERVOTE = "overvote"
    NO_CHOICE = "no_choice"
    UNCLEAR_CHOICE = "unclear_choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is on one ballot: candidate keys (ids or positions) by mark; everything else is kept.

    A ballot by shares says for how many it stands; `given` are the votes for each key, 1 or more.
    """

    struck: frozenset[int] = frozenset()
    both: frozenset[int] = frozenset()
    blank: frozenset[int] = frozenset()
    board_reason: BoardReason | None = None
    board_text: str = ""
    shares: int = 0
    given: frozenset[tuple[int, int]] = frozenset()

    @property
    def votes_given(self) -> int:
        """Return how many votes the paper gives in all."""
        return sum(votes for _, votes in self.given)

    def with_keys(self, key: Callable[[int], int]) -> Paper:
        """Return the same paper under other keys: positions for ids, or ids for positions."""
        return Paper(
            struck=frozenset(map(key, self.struck)),
            both=frozenset(map(key, self.both)),
            blank=frozenset(map(key, self.blank)),
            board_reason=self.board_reason,
            board_text=self.board_text,
            shares=self.shares,
            given=frozenset((key(one), votes) for one, votes in self.given),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Valid with `kept` votes, or invalid for `reason`; `article` is what the decision rests on."""

    reason: InvalidReason | None
    kept: int
    article: str

    @property
    def valid(self) -> bool:
        return self.reason is None


def shape_of(paper: Paper) -> tuple[BoardReason | None, int, int, int, int, int]:
    """Return all of a paper that its verdict rests on: papers of one shape are judged alike."""
    given = paper.votes_given if paper.shares else 0
    marks = len(paper.struck), len(paper.both), len(paper.blank)
    return paper.board_reason, *marks, paper.shares, given


def mark_mode(candidates: int, seats: int, votes: VotesBy = VotesBy.BALLOTS) -> MarkMode:
    """Return the mark mode: strike with surplus, tick without (244 Điều 17, 190 Điều 15).

    Where shares vote, votes are given to names (Luật Doanh nghiệp 2020, Điều 148.3).
    """
    if votes is VotesBy.SHARES:
        return MarkMode.CUMULATIVE
    return MarkMode.STRIKE if candidates > seats else MarkMode.TICK


def judge(paper: Paper, *, mode: MarkMode, candidates: int, seats: int, rules: RuleSet) -> Verdict:
    """Judge one ballot in the order of the rules: the board's decision, then the marks.

    `kept` is the number of names kept (strike) or agreed to (tick), of votes given (by shares), 0
    on an invalid ballot.
    """
    if paper.board_reason is not None:
        reason = InvalidReason(paper.board_reason.value)
        return Verdict(reason=reason, kept=0, article=rules.article("invalid"))
    if mode is MarkMode.CUMULATIVE:
        found, kept = _judge_shares(paper, seats)
        topic = "shares" if found is None else "invalid"
        return Verdict(reason=found, kept=kept, article=rules.article(topic))
    if mode is MarkMode.STRIKE:
        found, kept = _judge_strike(candidates - len(paper.struck), seats)
    else:
        found, kept = _judge_tick(paper, candidates, rules)
    topic = "ballot" if found is None else "invalid"
    return Verdict(reason=found, kept=kept, article=rules.article(topic))


def _judge_strike(kept: int, seats: int) -> tuple[InvalidReason | None, int]:
    if kept > seats:
        return InvalidReason.OVERVOTE, 0
    if kept == 0:
        return InvalidReason.NO_CHOICE, 0
    return None, kept


def _judge_shares(paper: Paper, seats: int) -> tuple[InvalidReason | None, int]:
    """Judge by the total: shares × seats; a paper may give less, and all of it to one name."""
    given = paper.votes_given
    if given > paper.shares * seats:
        return InvalidReason.OVERVOTE, 0
    return (None, given) if given else (InvalidReason.NO_CHOICE, 0)


def _judge_tick(paper: Paper, candidates: int, rules: RuleSet) -> tuple[InvalidReason | None, int]:
    agreed = candidates - len(paper.struck) - len(paper.both) - len(paper.blank)
    if candidates == 1:
        if paper.both or (paper.blank and rules.single_blank is Validity.INVALID):
            return InvalidReason.UNCLEAR_CHOICE, 0
    elif len(paper.struck) == candidates and rules.all_against is Validity.INVALID:
        return InvalidReason.NO_CHOICE, 0
    return None, agreed

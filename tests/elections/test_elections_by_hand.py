"""Twenty elections of every kind under every rule set, each worked out by hand from the rules.

Votes are names kept, in ballot order; beside each the sum that gives the votes needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pytest
from builders import a_candidate, a_paper, a_rule_set, a_tally, papers_with_votes

from congress_desk.domain.elections.ballots import (
    BoardReason,
    InvalidReason,
    MarkMode,
    mark_mode,
)
from congress_desk.domain.elections.result import NextStep, RoundOutcome, round_result
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.rules.rule_set import Compare, MajorityBase, TieRule

K, N, R = ElectionKind, NextStep, RoundOutcome


@dataclass(frozen=True)
class Case:
    """D, present, issued, returned; the votes; and what comes of it."""

    rules: str
    kind: ElectionKind
    seats: int
    people: tuple[int, int, int, int]
    votes: tuple[int, ...]
    needed: int
    outcome: RoundOutcome
    elected: tuple[int, ...]
    next: tuple[NextStep, ...] = ()
    tied: tuple[int, ...] = ()
    signed: int = 0
    round: RoundKind = RoundKind.FIRST
    number: int = 1
    changes: dict[str, Any] = field(default_factory=dict)
    born: tuple[str, ...] = ()


BY_HAND = {
    # 120 // 2 + 1 = 61
    "a standing committee of three, one name too many": Case(
        "dang-190-2024", K.STANDING, 3, (120, 118, 118, 118), (110, 61, 60, 90),
        61, R.COMPLETE, (1, 4, 2),
    ),
    # 119 // 2 + 1 = 60; two of three over half
    "a committee one short": Case(
        "dang-190-2024", K.COMMITTEE, 3, (119, 110, 110, 110), (100, 59, 58, 60),
        60, R.SHORT, (1, 4), (N.SECOND_ROUND, N.LOWER_NUMBER, N.LEAVE_OPEN),
    ),
    # 8 names for 5 delegates: no limit; 118 // 2 + 1 = 60
    "eight names for five delegates": Case(
        "dang-190-2024", K.DELEGATES, 5, (118, 118, 118, 118),
        (100, 90, 80, 70, 60, 59, 40, 30), 60, R.COMPLETE, (1, 2, 3, 4, 5),
    ),
    # delegates one short: the number is not lowered by vote
    "delegates one short": Case(
        "dang-244-2014", K.DELEGATES, 2, (50, 48, 48, 48), (40, 25, 20),
        26, R.SHORT, (1,), (N.SECOND_ROUND, N.CONGRESS_DECIDES_MORE),
    ),
    # 11 // 2 + 1 = 6; 5 of 11 is less than half
    "a secretary not elected": Case(
        "dang-190-2024", K.SECRETARY, 1, (11, 11, 11, 11), (5, 5),
        6, R.SHORT, (), (N.SECOND_ROUND, N.REPORT_SUPERIOR),
    ),
    # 10 // 2 + 1 = 6: exactly half is not enough
    "exactly half is not enough": Case(
        "phu-nu", K.SECRETARY, 1, (10, 10, 10, 10), (5, 4),
        6, R.SHORT, (), (N.SECOND_ROUND, N.REPORT_SUPERIOR),
    ),
    # three names for two deputies: nothing forbids it; 60 // 2 + 1 = 31
    "three names for two deputies": Case(
        "dang-190-2024", K.DEPUTY, 2, (60, 60, 60, 60), (31, 50, 30), 31, R.COMPLETE, (2, 1),
    ),
    "one deputy of two": Case(
        "nong-dan", K.DEPUTY, 2, (60, 58, 58, 58), (30, 50, 29),
        31, R.SHORT, (2,), (N.SECOND_ROUND, N.REPORT_SUPERIOR),
    ),
    # 445 // 2 + 1 = 223
    "an inspection committee": Case(
        "dang-190-2024", K.INSPECTION, 2, (445, 440, 440, 440), (223, 222, 400),
        223, R.COMPLETE, (3, 1),
    ),
    # returned, valid and invalid together: 18 // 2 + 1 = 10
    "youth: half of the papers returned": Case(
        "doan-tncs", K.COMMITTEE, 3, (20, 19, 19, 18), (10, 9, 14, 12, 3),
        10, R.COMPLETE, (3, 4, 1), signed=2,
    ),
    # the second round is the last one
    "youth: the second round is the last": Case(
        "doan-tncs", K.COMMITTEE, 1, (20, 20, 20, 20), (10, 8),
        11, R.SHORT, (), (N.NO_MORE_ROUNDS, N.LOWER_NUMBER, N.LEAVE_OPEN),
        round=RoundKind.AGAIN, number=2,
    ),
    # two at 15 for the last seat, 30 // 2 + 1 = 16 of D; over half are 16 and more only
    "level below half is no tie": Case(
        "ccb", K.COMMITTEE, 2, (30, 30, 30, 30), (20, 15, 15),
        16, R.SHORT, (1,), (N.SECOND_ROUND, N.LOWER_NUMBER, N.LEAVE_OPEN),
    ),
    # 30 // 2 + 1 = 16; 20 is in, 16 twice for the one seat left
    "a tie for the last seat": Case(
        "dang-190-2024", K.COMMITTEE, 2, (30, 30, 30, 30), (16, 20, 16),
        16, R.TIE, (2,), (N.REVOTE_TIED,), tied=(1, 3),
    ),
    # the vote among the tied: the higher wins, 9 of 30
    "among the tied the higher wins": Case(
        "dang-190-2024", K.COMMITTEE, 1, (30, 30, 30, 30), (9, 8),
        16, R.COMPLETE, (1,), round=RoundKind.TIE, number=2,
    ),
    "tied again: the congress decides": Case(
        "dang-190-2024", K.COMMITTEE, 1, (30, 30, 30, 30), (15, 15),
        16, R.TIE, (), (N.CONGRESS_DECIDES_TIE,), tied=(1, 2), round=RoundKind.TIE, number=2,
    ),
    # 6 votes each for the last seat: who was born in 1950 is the older
    "the older wins a tie": Case(
        "generic", K.OTHER, 2, (10, 10, 10, 10), (6, 6, 7), 6, R.COMPLETE, (3, 2),
        changes={"tie": TieRule.OLDER}, born=("1960", "1950", "1940"),
    ),
    # two thirds of 9 valid ballots, at least: 6
    "two thirds at least, of the valid ballots": Case(
        "generic", K.SECRETARY, 1, (12, 11, 11, 11), (6, 3), 6, R.COMPLETE, (1,), signed=2,
        changes={
            "base": MajorityBase.VALID, "more_than": Fraction(2, 3), "compare": Compare.AT_LEAST,
        },
    ),
    # more than two thirds of the same: 7
    "more than two thirds is one vote more": Case(
        "generic", K.SECRETARY, 1, (12, 11, 11, 11), (6, 3), 7, R.SHORT, (),
        (N.SECOND_ROUND, N.REPORT_SUPERIOR), signed=2,
        changes={"base": MajorityBase.VALID, "more_than": Fraction(2, 3)},
    ),
    # no majority asked: the highest two of 40
    "the highest win": Case(
        "generic", K.COMMITTEE, 2, (40, 40, 40, 40), (12, 15, 14), 21, R.COMPLETE, (2, 3),
        changes={"majority_required": False},
    ),
    # more returned than issued: nothing counts
    "more returned than issued": Case(
        "cong-doan", K.COMMITTEE, 2, (30, 30, 29, 30), (25, 20, 10), 16, R.VOID, (),
        (N.VOTE_AGAIN_VOID,),
    ),
    # Công đoàn: of the 28 returned, 28 // 2 + 1 = 15
    "trade union: half of the papers returned": Case(
        "cong-doan", K.DELEGATES, 2, (33, 30, 30, 28), (15, 14, 20), 15, R.COMPLETE, (3, 1),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_that_an_election_comes_out_as_by_hand(name):
    case = BY_HAND[name]
    rules = a_rule_set(case.rules, **case.changes)
    listed, (convened, present, issued, returned) = len(case.votes), case.people
    assert mark_mode(listed, case.seats) is MarkMode.STRIKE
    papers = papers_with_votes(case.votes, returned - case.signed)
    papers += [a_paper(board_reason=BoardReason.SIGNED)] * case.signed
    born = case.born or ("",) * listed
    result = round_result(
        candidates=tuple(a_candidate(i, born=b) for i, b in enumerate(born, start=1)),
        seats=case.seats,
        mode=MarkMode.STRIKE,
        kind=case.round,
        number=case.number,
        accounting=Accounting(convened=convened, present=present, issued=issued, returned=returned),
        tally=a_tally(papers, listed, case.seats, rules),
        rules=rules,
        election_kind=case.kind,
    )
    assert result.majority.needed == case.needed
    assert (result.outcome, result.elected, result.tied) == (case.outcome, case.elected, case.tied)
    assert result.next_steps == case.next
    assert result.invalid_by_reason.get(InvalidReason.SIGNED, 0) == case.signed
    if case.outcome is not R.VOID:
        assert [c.votes for c in result.candidates] == list(case.votes)


def test_that_there_are_twenty_of_every_kind_and_rule_set():
    assert len(BY_HAND) >= 20
    assert {case.kind for case in BY_HAND.values()} == set(K)
    assert len({case.rules for case in BY_HAND.values()}) == 8

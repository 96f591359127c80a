"""What a round comes to: who is elected, who is tied, and what the rules allow next."""

from __future__ import annotations

import pytest
from builders import a_candidate, a_paper, a_result, a_rule_set, an_accounting, papers_with_votes

from congress_desk.domain.elections.result import CandidateOutcome, NextStep, RoundOutcome
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.rules.rule_set import MajorityBase, TieRule

ELECTED, TIED = CandidateOutcome.ELECTED, CandidateOutcome.TIED
NOT_PLACED, NO_MAJORITY = CandidateOutcome.MAJORITY_NOT_PLACED, CandidateOutcome.NO_MAJORITY
UNDECIDED = CandidateOutcome.UNDECIDED


def outcomes(result):
    return [candidate.outcome for candidate in result.candidates]


@pytest.mark.parametrize(
    ("votes", "seats", "outcome", "of_candidates", "elected", "tied"),
    [
        ([10, 9, 5], 2, "complete", [ELECTED, ELECTED, NO_MAJORITY], [1, 2], []),
        ([5, 9, 10], 2, "complete", [NO_MAJORITY, ELECTED, ELECTED], [3, 2], []),
        ([8, 8, 5], 2, "complete", [ELECTED, ELECTED, NO_MAJORITY], [1, 2], []),
        ([9, 8, 7], 2, "complete", [ELECTED, ELECTED, NOT_PLACED], [1, 2], []),
        ([7, 9, 7], 2, "tie", [TIED, ELECTED, TIED], [2], [1, 3]),
        ([8, 8, 8], 2, "tie", [TIED, TIED, TIED], [], [1, 2, 3]),
        ([10, 7, 7, 7], 3, "tie", [ELECTED, TIED, TIED, TIED], [1], [2, 3, 4]),
        ([10, 9, 9, 7], 3, "complete", [ELECTED, ELECTED, ELECTED, NOT_PLACED], [1, 2, 3], []),
        ([8, 9, 9, 9], 3, "complete", [NOT_PLACED, ELECTED, ELECTED, ELECTED], [2, 3, 4], []),
        ([9, 6, 6], 2, "short", [ELECTED, NO_MAJORITY, NO_MAJORITY], [1], []),
        ([6, 6, 6], 2, "short", [NO_MAJORITY, NO_MAJORITY, NO_MAJORITY], [], []),
    ],
)  # of twelve ballots: seven votes are a majority, six are exactly half
def test_that_the_highest_over_half_fill_the_seats(
    votes, seats, outcome, of_candidates, elected, tied
):
    result = a_result(papers_with_votes(votes, ballots=12), listed=len(votes), seats=seats)
    assert [c.votes for c in result.candidates] == votes
    assert result.outcome == outcome
    assert outcomes(result) == of_candidates
    assert (list(result.elected), list(result.tied)) == (elected, tied)


@pytest.mark.parametrize(
    ("base", "of", "needed"),
    [
        (MajorityBase.CONVENED, 20, 11),
        (MajorityBase.PRESENT, 19, 10),
        (MajorityBase.ISSUED, 18, 10),
        (MajorityBase.RETURNED, 17, 9),
        (MajorityBase.VALID, 16, 9),
    ],
)
def test_that_the_majority_is_taken_of_the_base_of_the_rules(base, of, needed):
    papers = papers_with_votes([9, 7], ballots=16) + [a_paper()]
    accounting = Accounting(convened=20, present=19, issued=18, returned=17)
    result = a_result(papers, listed=2, seats=1, accounting=accounting, rules=a_rule_set(base=base))
    assert (result.majority.base, result.majority.of, result.majority.needed) == (base, of, needed)
    assert (result.outcome == "complete") is (needed <= 9)


def test_that_the_youth_unions_example_needs_ten_of_eighteen():
    papers = papers_with_votes([10, 9, 9, 10, 8], ballots=16) + [a_paper(), a_paper()]
    accounting = Accounting(convened=20, present=19, issued=19, returned=18)
    rules = a_rule_set("doan-tncs")
    result = a_result(papers, listed=5, seats=3, accounting=accounting, rules=rules)
    assert (result.valid, result.majority.of, result.majority.needed) == (16, 18, 10)
    assert (result.outcome, result.elected) == ("short", (1, 4))
    assert result.by_position(1).percent == "55.56"


@pytest.mark.parametrize("convened", [10, 11])
def test_that_five_votes_of_ten_or_eleven_elect_nobody(convened):
    accounting = an_accounting(convened, present=10, issued=10, returned=10)
    papers = papers_with_votes([5, 5], ballots=10)
    result = a_result(papers, listed=2, seats=1, accounting=accounting)
    assert result.outcome is RoundOutcome.SHORT
    assert outcomes(result) == [NO_MAJORITY, NO_MAJORITY]


def test_that_more_ballots_returned_than_issued_make_the_round_void():
    papers = papers_with_votes([21, 0], ballots=21)
    accounting = an_accounting(20, returned=21)
    result = a_result(papers, listed=2, seats=1, accounting=accounting)
    assert result.outcome is RoundOutcome.VOID
    assert outcomes(result) == [UNDECIDED, UNDECIDED]
    assert (result.elected, result.tied) == ((), ())
    assert result.next_steps == (NextStep.VOTE_AGAIN_VOID,)


@pytest.mark.parametrize(
    "accounting",
    [
        an_accounting(13),
        an_accounting(12, issued=13, returned=11),
        an_accounting(12, returned=None),
        an_accounting(12, issued=None),
        Accounting(convened=12),
    ],
)
def test_that_a_round_is_incomplete_until_every_returned_ballot_is_in(accounting):
    papers = papers_with_votes([12, 0], ballots=12)
    result = a_result(papers, listed=2, seats=1, accounting=accounting)
    assert result.outcome is RoundOutcome.INCOMPLETE
    assert outcomes(result) == [UNDECIDED, UNDECIDED]
    assert (result.elected, result.tied, result.next_steps) == ((), (), ())


def test_that_fewer_ballots_returned_than_issued_are_counted_on():
    papers = papers_with_votes([12, 0], ballots=12)
    result = a_result(papers, listed=2, seats=1, accounting=an_accounting(14, returned=12))
    assert result.outcome is RoundOutcome.COMPLETE


def born(*dates):
    return [a_candidate(position, born=date) for position, date in enumerate(dates, start=1)]


@pytest.mark.parametrize(
    ("dates", "elected", "tied"),
    [
        (("1980-05-02", "1975-01-01", "1990-01-01"), (1, 2), ()),
        (("1990", "1975", "1980-01-01"), (2, 3), ()),
        (("1980-05-02", "1980-05-02", "1980-05-02"), (), (1, 2, 3)),
        (("1975", "1980", "1980-05-02"), (), (1, 2, 3)),
        (("1980", "1980-03-01", "1980-05-02"), (), (1, 2, 3)),
        (("1975", "1980", ""), (), (1, 2, 3)),
    ],
)
def test_that_age_decides_a_tie_only_when_the_dates_tell(dates, elected, tied):
    papers = papers_with_votes([8, 8, 8], ballots=12)
    rules = a_rule_set(tie=TieRule.OLDER)
    result = a_result(papers, listed=born(*dates), seats=2, rules=rules)
    assert (result.elected, result.tied) == (elected, tied)
    assert result.outcome == ("tie" if tied else "complete")


def test_that_one_above_the_tie_is_elected_beside_the_older():
    papers = papers_with_votes([7, 10, 7], ballots=12)
    listed = born("1980", "1990", "1970")
    result = a_result(papers, listed=listed, seats=2, rules=a_rule_set(tie=TieRule.OLDER))
    assert result.elected == (2, 3)
    assert outcomes(result) == [NOT_PLACED, ELECTED, ELECTED]


def test_that_among_the_tied_the_higher_wins_without_a_majority():
    papers = papers_with_votes([5, 4], ballots=12 - 3) + [a_paper()] * 3
    result = a_result(papers, listed=2, seats=1, kind=RoundKind.TIE, number=2)
    assert not result.majority.required
    assert (result.outcome, result.elected) == ("complete", (1,))
    assert result.majority.article == a_rule_set().article("tie")


def test_that_a_rule_set_may_ask_for_a_majority_among_the_tied_too():
    papers = papers_with_votes([5, 4], ballots=9) + [a_paper()] * 3
    rules = a_rule_set(tie_revote_needs_majority=True)
    result = a_result(papers, listed=2, seats=1, kind=RoundKind.TIE, number=2, rules=rules)
    assert (result.majority.required, result.outcome) == (True, "short")


def test_that_nobody_without_a_vote_is_elected_among_the_tied():
    result = a_result([a_paper()] * 3, listed=2, seats=1, kind=RoundKind.TIE, number=2)
    assert (result.valid, result.outcome) == (0, "short")


TO_CONGRESS = (NextStep.LOWER_NUMBER, NextStep.LEAVE_OPEN)


@pytest.mark.parametrize(
    ("votes", "seats", "rule_set", "fields", "steps"),
    [
        ([7, 7, 7], 2, {}, {}, (NextStep.REVOTE_TIED,)),
        ([7, 7, 7], 2, {"tie": TieRule.OLDER}, {}, (NextStep.REVOTE_TIED,)),
        ([7, 7, 7], 2, {"tie": TieRule.MANUAL}, {}, (NextStep.CONGRESS_DECIDES_TIE,)),
        (
            [5, 5, 5], 2, {},
            {"kind": RoundKind.TIE, "number": 2},
            (NextStep.CONGRESS_DECIDES_TIE,),
        ),
        ([7, 3, 3], 2, {}, {}, (NextStep.SECOND_ROUND, *TO_CONGRESS)),
        ([7, 3, 3], 2, {}, {"number": 5}, (NextStep.SECOND_ROUND, *TO_CONGRESS)),
        ([7, 3, 3], 2, {"rounds_max": 2}, {"number": 1}, (NextStep.SECOND_ROUND, *TO_CONGRESS)),
        ([7, 3, 3], 2, {"rounds_max": 2}, {"number": 2}, (NextStep.NO_MORE_ROUNDS, *TO_CONGRESS)),
        ([5, 5], 1, {}, {}, (NextStep.SECOND_ROUND, *TO_CONGRESS)),
        ([8, 7, 3], 2, {}, {}, ()),
    ],
)  # fmt: skip
def test_that_the_next_steps_are_those_the_rules_allow(votes, seats, rule_set, fields, steps):
    papers = papers_with_votes(votes, ballots=12)
    rules = a_rule_set(**rule_set)
    result = a_result(papers, listed=len(votes), seats=seats, rules=rules, **fields)
    assert result.next_steps == steps


def test_that_the_youth_union_has_no_third_round():
    papers = papers_with_votes([7, 3, 3], ballots=12)
    rules = a_rule_set("doan-tncs")
    first, second = (a_result(papers, listed=3, seats=2, rules=rules, number=n) for n in (1, 2))
    assert first.next_steps[0] is NextStep.SECOND_ROUND
    assert second.next_steps[0] is NextStep.NO_MORE_ROUNDS


@pytest.mark.parametrize(
    ("rule_set", "article"), [("dang-190-2024", "Điều 30"), ("dang-244-2014", "Điều 32")]
)
def test_that_the_majority_cites_the_article_of_its_edition(rule_set, article):
    papers = papers_with_votes([7, 5], ballots=12)
    result = a_result(papers, listed=2, seats=1, rules=a_rule_set(rule_set))
    assert result.majority.article == article


def test_that_candidates_can_be_read_from_high_to_low_and_by_position():
    result = a_result(papers_with_votes([3, 9, 9, 7], ballots=12), listed=4, seats=3)
    assert [c.position for c in result.by_votes] == [2, 3, 4, 1]
    assert result.by_position(4).votes == 7


def test_that_in_a_tick_list_those_agreed_to_by_more_than_half_are_elected():
    papers = papers_with_votes([12, 7, 6], ballots=12)
    result = a_result(papers, listed=3, seats=3)
    assert (result.outcome, result.elected) == ("short", (1, 2))
    assert [c.against for c in result.candidates] == [0, 5, 6]


def test_that_uncounted_lines_are_neither_for_nor_against():
    papers = [a_paper(both=[1]), a_paper(blank=[1]), a_paper([1]), *[a_paper()] * 9]
    result = a_result(papers, listed=2, seats=2)
    first = result.by_position(1)
    assert (first.votes, first.against, first.uncounted) == (9, 1, 2)


def test_that_reasons_and_sizes_without_ballots_are_left_out():
    result = a_result([a_paper([1]), a_paper([1]), a_paper()], listed=2, seats=1)
    assert result.invalid_by_reason == {"overvote": 1}
    assert result.kept_sizes == {1: 2}
    assert result.entered == 3

"""The program's result against a count written apart from it, and against known elections."""

from __future__ import annotations

from fractions import Fraction

import independent_count
import pytest
from builders import (
    a_result,
    a_rule_set,
    a_tally,
    ballot_rules,
    candidates,
    case_names,
    load_case,
    paper_of_case,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper, mark_mode
from congress_desk.domain.elections.result import RoundResult, round_result
from congress_desk.domain.elections.round import Accounting, RoundKind
from congress_desk.domain.elections.tally import BallotRules, Tally, tally_ballots
from congress_desk.domain.rules.rule_set import MajorityBase, Validity
from congress_desk.domain.rules.threshold import Compare


def in_the_words_of_a_case(result: RoundResult) -> dict:
    return {
        "outcome": result.outcome,
        "needed": result.majority.needed,
        "of": result.majority.of,
        "valid": result.valid,
        "invalid": result.invalid,
        "invalid_by_reason": dict(result.invalid_by_reason),
        "votes": [c.votes for c in result.candidates],
        "against": [c.against for c in result.candidates],
        "uncounted": [c.uncounted for c in result.candidates],
        "percent": [c.percent for c in result.candidates],
        "candidate_outcome": [c.outcome for c in result.candidates],
        "elected": list(result.elected),
        "tied": list(result.tied),
    }


def result_of_case(case: dict) -> RoundResult:
    return a_result(
        [paper_of_case(ballot) for ballot in case["ballots"]],
        listed=len(case["candidates"]),
        seats=case["seats"],
        rules=a_rule_set(case["rules"]),
        accounting=Accounting(**case["accounting"]),
    )


@pytest.mark.parametrize("name", case_names())
def test_that_an_election_with_a_known_result_gives_it(name):
    case = load_case(name)
    assert in_the_words_of_a_case(result_of_case(case)) == case["expect"]


@pytest.mark.parametrize("name", case_names())
def test_that_the_independent_count_gives_the_known_result_too(name):
    case = load_case(name)
    rules = a_rule_set(case["rules"])
    chosen = independent_count.PLAIN | {"base": rules.base, "single_blank": rules.single_blank}
    counted = independent_count.count(
        case["ballots"], len(case["candidates"]), case["seats"], case["accounting"], chosen
    )
    assert counted == case["expect"]


def test_that_the_known_elections_are_all_here():
    assert len(case_names()) == 11


@st.composite
def ballots(draw, listed: int, seats: int) -> dict:
    """Draw a ballot that is usually valid: votes are to pile up until somebody has a majority."""
    positions = range(1, listed + 1)
    if listed > seats:
        size = draw(st.sampled_from([seats, seats, seats, max(seats - 1, 0), 0, listed]))
        kept = draw(st.permutations(positions))[:size]
        line = ["" if position in kept else "struck" for position in positions]
    else:
        marks = st.sampled_from(["", "", "", "struck", "both", "blank"])
        line = draw(st.lists(marks, min_size=listed, max_size=listed))
    invalid = draw(st.sampled_from([""] * 9 + [BoardReason.SIGNED, BoardReason.OTHER]))
    return {
        mark: [position for position, m in zip(positions, line, strict=True) if m == mark]
        for mark in ("struck", "both", "blank")
    } | {"invalid": str(invalid)}


@st.composite
def elections(draw) -> dict:
    seats = draw(st.integers(1, 4))
    listed = max(seats + draw(st.sampled_from([-1, 0, 1, 1, 2, 2, 3])), 1)
    usual = draw(st.integers(1, 6))
    height = st.sampled_from([usual, usual, usual, 1, 2])
    stacks = draw(st.lists(st.tuples(ballots(listed, seats), height), max_size=7))
    cast = [ballot for ballot, number in stacks for _ in range(number)]
    returned = draw(st.sampled_from([len(cast)] * 8 + [len(cast) + 1, max(len(cast) - 1, 0)]))
    issued = returned + draw(st.sampled_from([0] * 8 + [1, 3, -1]))
    present = max(issued, 0) + draw(st.sampled_from([0, 0, 0, 1]))
    return {
        "listed": listed,
        "seats": seats,
        "ballots": cast,
        "accounting": {
            "convened": present + draw(st.sampled_from([0, 0, 0, 1, 2])),
            "present": present,
            "issued": max(issued, 0),
            "returned": returned,
        },
        "base": draw(st.sampled_from([b for b in MajorityBase if b is not MajorityBase.SHARES])),
        "share": draw(st.sampled_from(["1/2", "1/2", "1/3", "1/5", "2/3"])),
        "single_blank": draw(st.sampled_from(Validity)),
        "all_against": draw(st.sampled_from(Validity)),
        "kind": draw(st.sampled_from([RoundKind.FIRST, RoundKind.AGAIN, RoundKind.TIE])),
        "tie_majority": draw(st.booleans()),
        "compare": draw(st.sampled_from(Compare)),
        "required": draw(st.sampled_from([True, True, True, False])),
    }


def rules_of(election: dict):
    return a_rule_set(
        base=election["base"],
        more_than=Fraction(election["share"]),
        single_blank=election["single_blank"],
        all_against=election["all_against"],
        tie_revote_needs_majority=election["tie_majority"],
        compare=election["compare"],
        majority_required=election["required"],
    )


def result_of(election: dict, tally: Tally) -> RoundResult:
    listed, seats = election["listed"], election["seats"]
    return round_result(
        candidates=candidates(listed),
        seats=seats,
        mode=mark_mode(listed, seats),
        kind=election["kind"],
        number=1,
        accounting=Accounting(**election["accounting"]),
        tally=tally,
        rules=rules_of(election),
    )


def tally_of(election: dict, papers: list[Paper]) -> Tally:
    return a_tally(papers, election["listed"], election["seats"], rules_of(election))


def papers_of(election: dict) -> list[Paper]:
    return [paper_of_case(ballot) for ballot in election["ballots"]]


@settings(max_examples=600)
@given(elections())
def test_that_no_election_differs_from_the_independent_count(election):
    expected = independent_count.count(
        election["ballots"],
        election["listed"],
        election["seats"],
        election["accounting"],
        {
            "base": election["base"],
            "share": election["share"],
            "single_blank": election["single_blank"],
            "all_against": election["all_against"],
            "majority_required": election["required"]
            and (election["kind"] != "tie" or election["tie_majority"]),
            "compare": election["compare"],
        },
    )
    result = result_of(election, tally_of(election, papers_of(election)))
    assert in_the_words_of_a_case(result) == expected


@given(elections(), st.randoms(use_true_random=False))
def test_that_the_order_of_entry_never_changes_a_result(election, random):
    papers = papers_of(election)
    shuffled = random.sample(papers, len(papers))
    assert result_of(election, tally_of(election, shuffled)) == result_of(
        election, tally_of(election, papers)
    )


@given(elections(), st.data())
def test_that_corrections_and_take_backs_leave_the_result_of_what_is_there(election, data):
    """Wrong ballots are entered between the right ones, then corrected or taken back."""
    papers = papers_of(election)
    rules = ballot_rules(election["listed"], election["seats"], rules_of(election))
    tally = Tally()
    for paper in papers:
        wrong = data.draw(st.none() | st.sampled_from(papers))
        if wrong is not None:
            tally.add(wrong, rules.judge(wrong))
        tally.add(paper, rules.judge(paper))
        if wrong is not None:
            tally.remove(wrong, rules.judge(wrong))
    assert result_of(election, tally) == result_of(election, tally_of(election, papers))


@given(elections())
def test_that_the_sums_of_a_result_hold(election):
    result = result_of(election, tally_of(election, papers_of(election)))
    kept = sum(size * number for size, number in result.kept_sizes.items())
    assert sum(c.votes for c in result.candidates) == kept
    assert sum(result.kept_sizes.values()) == result.valid
    assert result.entered == len(election["ballots"])
    for candidate in result.candidates:
        assert candidate.votes + candidate.against + candidate.uncounted == result.valid
    assert len(result.elected) <= election["seats"]
    assert [c.votes for c in result.by_votes] == sorted(
        (c.votes for c in result.candidates), reverse=True
    )


@st.composite
def share_papers(draw) -> dict:
    seats, listed = draw(st.integers(1, 4)), draw(st.integers(1, 6))
    papers = []
    for shares in draw(st.lists(st.sampled_from([1, 10, 10, 50, 100]), min_size=1, max_size=8)):
        left, given = shares * seats + draw(st.sampled_from([0] * 9 + [1])), {}
        for position in draw(st.permutations(range(1, listed + 1)))[: draw(st.integers(0, 3))]:
            votes = draw(st.sampled_from([left, left // 2, left // 3]))
            if votes:
                given[position], left = votes, left - votes
        papers.append((shares, given))
    return {"seats": seats, "listed": listed, "papers": papers}


@settings(max_examples=300)
@given(share_papers())
def test_that_no_vote_by_shares_differs_from_the_independent_count(held):
    rules = a_rule_set("cong-ty")
    listed, seats, cast = held["listed"], held["seats"], held["papers"]
    handed_out = sum(shares for shares, _ in cast)
    papers = [Paper(shares=shares, given=frozenset(given.items())) for shares, given in cast]
    by_shares = BallotRules(
        candidates=tuple(range(1, listed + 1)),
        seats=seats,
        mode=MarkMode.CUMULATIVE,
        rules=rules,
    )
    number = len(cast)
    result = round_result(
        candidates=candidates(listed),
        seats=seats,
        mode=MarkMode.CUMULATIVE,
        kind=RoundKind.FIRST,
        number=1,
        accounting=Accounting(convened=number, present=number, issued=number, returned=number),
        tally=tally_ballots(papers, by_shares),
        rules=rules,
        shares=handed_out,
    )
    assert {
        "votes": [c.votes for c in result.candidates],
        "valid": result.valid,
        "percent": [c.percent for c in result.candidates],
        "elected": list(result.elected),
        "tied": list(result.tied),
    } == independent_count.count_by_shares(cast, listed, seats, handed_out)

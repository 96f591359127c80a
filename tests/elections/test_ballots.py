"""A ballot is judged in the order of rules.md: the board's decision, then the marks."""

from __future__ import annotations

import pytest
from builders import a_paper, a_rule_set, a_tally, ballot_rules, keeping
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.ballots import (
    BoardReason,
    InvalidReason,
    MarkMode,
    judge,
    mark_mode,
)
from congress_desk.domain.elections.tally import Tally
from congress_desk.domain.rules.rule_set import Validity

RULES = a_rule_set()
BLANK_VALID = a_rule_set(single_blank=Validity.VALID)
ALL_AGAINST_INVALID = a_rule_set(all_against=Validity.INVALID)


def verdict(paper, candidates, seats, rules=RULES):
    mode = mark_mode(candidates, seats)
    return judge(paper, mode=mode, candidates=candidates, seats=seats, rules=rules)


@pytest.mark.parametrize(
    ("candidates", "seats", "mode"),
    [
        (17, 15, MarkMode.STRIKE),
        (2, 1, MarkMode.STRIKE),
        (15, 15, MarkMode.TICK),
        (1, 1, MarkMode.TICK),
        (3, 5, MarkMode.TICK),
    ],
)
def test_that_a_surplus_decides_how_the_paper_is_marked(candidates, seats, mode):
    assert mark_mode(candidates, seats) is mode


@pytest.mark.parametrize("kept", range(6))
def test_that_a_strike_ballot_keeps_one_to_as_many_names_as_seats(kept):
    judged = verdict(keeping(range(1, kept + 1), of=5), candidates=5, seats=3)
    if 1 <= kept <= 3:
        assert (judged.valid, judged.kept) == (True, kept)
    else:
        expected = InvalidReason.NO_CHOICE if kept == 0 else InvalidReason.OVERVOTE
        assert (judged.reason, judged.kept) == (expected, 0)


def test_that_an_untouched_ballot_of_a_surplus_list_is_an_overvote():
    assert verdict(a_paper(), candidates=17, seats=15).reason is InvalidReason.OVERVOTE


@pytest.mark.parametrize(
    ("paper", "reason", "kept"),
    [
        (a_paper(), None, 1),
        (a_paper([1]), None, 0),
        (a_paper(both=[1]), InvalidReason.UNCLEAR_CHOICE, 0),
        (a_paper(blank=[1]), InvalidReason.UNCLEAR_CHOICE, 0),
    ],
)
def test_that_on_a_list_of_one_exactly_one_box_is_ticked(paper, reason, kept):
    judged = verdict(paper, candidates=1, seats=1)
    assert (judged.reason, judged.kept) == (reason, kept)


def test_that_a_rule_set_may_take_a_blank_ballot_of_one_name_as_valid():
    judged = verdict(a_paper(blank=[1]), candidates=1, seats=1, rules=BLANK_VALID)
    assert (judged.reason, judged.kept) == (None, 0)
    both = verdict(a_paper(both=[1]), candidates=1, seats=1, rules=BLANK_VALID)
    assert both.reason is InvalidReason.UNCLEAR_CHOICE


@pytest.mark.parametrize(
    ("paper", "kept"),
    [
        (a_paper(), 4),
        (a_paper([2]), 3),
        (a_paper(both=[1], blank=[4]), 2),
        (a_paper(both=[1, 2, 3, 4]), 0),
        (a_paper(blank=[1, 2, 3, 4]), 0),
        (a_paper([1, 2, 3, 4]), 0),
        (a_paper([1, 2, 3], blank=[4]), 0),
    ],
)
def test_that_an_unclear_line_among_several_leaves_the_ballot_valid(paper, kept):
    judged = verdict(paper, candidates=4, seats=4)
    assert (judged.reason, judged.kept) == (None, kept)


def test_that_a_rule_set_may_take_a_ballot_against_all_as_invalid():
    against_all = verdict(a_paper([1, 2, 3]), candidates=3, seats=3, rules=ALL_AGAINST_INVALID)
    assert against_all.reason is InvalidReason.NO_CHOICE
    one_unclear = verdict(
        a_paper([1, 2], blank=[3]), candidates=3, seats=3, rules=ALL_AGAINST_INVALID
    )
    assert one_unclear.valid


def test_that_against_the_only_name_is_valid_whatever_the_setting_for_all():
    assert verdict(a_paper([1]), candidates=1, seats=1, rules=ALL_AGAINST_INVALID).valid


@pytest.mark.parametrize("reason", BoardReason)
@pytest.mark.parametrize(
    ("paper", "candidates", "seats"),
    [(a_paper([1]), 3, 2), (a_paper(), 3, 2), (a_paper(), 1, 1), (a_paper(both=[1]), 1, 1)],
)
def test_that_the_board_decides_before_the_marks(reason, paper, candidates, seats):
    decided = a_paper(paper.struck, both=paper.both, board_reason=reason)
    judged = verdict(decided, candidates, seats)
    assert (judged.reason, judged.kept) == (InvalidReason(reason.value), 0)


@pytest.mark.parametrize(
    ("rule_set", "article"),
    [("dang-190-2024", "Điều 15"), ("dang-244-2014", "Điều 17"), ("doan-tncs", "Điều lệ Đoàn")],
)
def test_that_a_verdict_cites_the_article_of_its_edition(rule_set, article):
    rules = a_rule_set(rule_set)
    for paper in (a_paper([1]), a_paper()):
        assert verdict(paper, candidates=2, seats=1, rules=rules).article.startswith(article)


def test_that_valid_and_invalid_ballots_may_rest_on_different_articles():
    rules = a_rule_set(articles={"ballot": "Điều 1", "invalid": "Điều 2"})
    papers = (a_paper([1]), a_paper(), a_paper(board_reason=BoardReason.SIGNED))
    cited = [verdict(paper, candidates=2, seats=1, rules=rules).article for paper in papers]
    assert cited == ["Điều 1", "Điều 2", "Điều 2"]


def test_that_marks_on_an_invalid_ballot_are_nobodys_votes():
    tally = a_tally([a_paper([1]), a_paper([1], board_reason=BoardReason.SIGNED)], 2, 1)
    assert (tally.valid, tally.invalid, tally.entered) == (1, 1, 2)
    assert (tally.votes(1), tally.votes(2), tally.struck[1]) == (0, 1, 1)


strike_papers = st.lists(st.builds(a_paper, st.sets(st.integers(1, 5))), max_size=30)


@given(strike_papers, st.randoms(use_true_random=False))
def test_that_the_order_of_ballots_never_changes_the_counts(papers, random):
    shuffled = random.sample(papers, len(papers))
    assert a_tally(shuffled, 5, 3).same_as(a_tally(papers, 5, 3))


@given(strike_papers, st.data())
def test_that_taking_ballots_out_leaves_the_counts_of_the_rest(papers, data):
    taken = data.draw(st.sets(st.integers(0, len(papers) - 1)) if papers else st.just(set()))
    rules = ballot_rules(5, 3)
    tally = a_tally(papers, 5, 3)
    for index in taken:
        tally.remove(papers[index], rules.judge(papers[index]))
    rest = [paper for index, paper in enumerate(papers) if index not in taken]
    assert tally.same_as(a_tally(rest, 5, 3))
    assert a_tally(rest, 5, 3).same_as(tally)


def test_that_different_counts_are_told_apart():
    one, other = a_tally([a_paper([1])], 2, 1), a_tally([a_paper([2])], 2, 1)
    assert not one.same_as(other)
    assert not one.same_as(Tally())

"""What the desk says: grounds, headlines, checks that hold, what comes next. No window needed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import a_candidate, a_result, a_rule_set, papers_with_votes
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.rules.rule_set import TieRule
from congress_desk.i18n import use_language
from congress_desk.ui.desks.elections.result.grounds import ground
from congress_desk.ui.desks.elections.result.words import outcome_words, percent_text


def grounds(result) -> list[str]:
    return [found.text if (found := ground(result, c)) else "" for c in result.candidates]


def inequality_holds(text: str) -> bool:
    """Work an inequality out from its text alone."""
    left, sign, right = text.split(" — ")[0].split(" ", 2)
    if "÷" in right:
        of, by = right.split(" ÷ ")
        bound = Fraction(int(of), int(by))
    elif "×" in right:
        share, of = right.split(" × ")
        bound = Fraction(share) * int(of)
    else:
        bound = Fraction(int(right))
    value = int(left)
    return {">": value > bound, "≤": value <= bound, "<": value < bound, "=": value == bound}[sign]


def test_that_a_decision_is_an_inequality_with_its_article():
    result = a_result(papers_with_votes([76, 75, 20], 150), listed=3, seats=2)
    assert grounds(result)[:2] == ["76 > 150 ÷ 2 — Điều 30", "75 ≤ 150 ÷ 2 — Điều 30"]


def test_that_another_share_than_half_is_written_as_its_fraction():
    rules = a_rule_set(more_than=Fraction(2, 3))
    result = a_result(papers_with_votes([101, 49], 150), listed=2, seats=1, rules=rules)
    assert grounds(result) == ["101 > 2/3 × 150 — Điều 30", "49 ≤ 2/3 × 150 — Điều 30"]


def test_that_among_the_tied_the_highest_wins_without_a_majority():
    result = a_result(
        papers_with_votes([40, 30], 70), listed=2, seats=1, kind=RoundKind.TIE,
    )  # fmt: skip
    assert [text.split(" — ")[0] for text in grounds(result)] == ["40 > 30", "30 < 40"]


def test_that_tied_again_is_an_equality():
    result = a_result(papers_with_votes([35, 35], 70), listed=2, seats=1, kind=RoundKind.TIE)
    assert [text.split(" — ")[0] for text in grounds(result)] == ["35 = 35", "35 = 35"]


def test_that_age_is_named_where_it_decided():
    people = (a_candidate(1, born="1970"), a_candidate(2, born="1960"), a_candidate(3, born="1950"))
    rules = a_rule_set(tie=TieRule.OLDER)
    result = a_result(papers_with_votes([8, 8, 2], 10), listed=people, seats=2, rules=rules)
    assert [outcome_words(result, c) for c in result.candidates][:2] == ["trúng cử", "trúng cử"]
    tied = a_result(
        papers_with_votes([5, 5], 10), listed=people[:2], seats=1, rules=rules, kind=RoundKind.TIE
    )
    assert [outcome_words(tied, c) for c in tied.candidates] == [
        "không trúng cử, ít tuổi hơn",
        "trúng cử, nhiều tuổi hơn",
    ]
    assert [text.split(" — ")[0] for text in grounds(tied)] == ["5 = 5", "5 = 5"]


@given(
    votes=st.lists(st.integers(0, 40), min_size=2, max_size=7),
    seats=st.integers(1, 5),
    kind=st.sampled_from(RoundKind),
    more_than=st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(3, 5)]),
)
def test_that_every_inequality_that_is_shown_is_true(votes, seats, kind, more_than):
    seats = min(seats, len(votes) - 1)
    ballots = max(40, -(-sum(votes) // seats))
    rules = a_rule_set(more_than=more_than)
    result = a_result(
        papers_with_votes(votes, ballots), listed=len(votes), seats=seats, kind=kind, rules=rules
    )
    texts = [text for text in grounds(result) if text]
    assert all(inequality_holds(text) for text in texts), texts


@pytest.mark.parametrize(
    ("language", "percent", "text"),
    [("vi", "93.33", "93,33"), ("en", "93.33", "93.33"), ("vi", "", "–")],
)
def test_that_a_percentage_is_written_as_the_language_does(language, percent, text):
    use_language(language)
    assert percent_text(percent) == text

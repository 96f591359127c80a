"""Majority in whole numbers, and percentages, against figures from real elections."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from builders import HALF
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.elections.majority import decimal_comma, percent
from congress_desk.domain.rules.threshold import Compare, Threshold

THRESHOLDS = {9: 5, 10: 6, 11: 6, 18: 10, 118: 60, 119: 60, 120: 61, 150: 76, 400: 201, 445: 223}

bases = st.integers(0, 10**30)
shares = st.fractions(Fraction(1, 100), Fraction(99, 100), max_denominator=100)


@pytest.mark.parametrize(("base", "needed"), THRESHOLDS.items())
def test_that_more_than_half_of_the_base_is_needed(base, needed):
    assert HALF.needed(base) == needed
    assert HALF.is_reached(needed, base)
    assert not HALF.is_reached(needed - 1, base)


@pytest.mark.parametrize(("votes", "base"), [(5, 10), (5, 11), (60, 120), (200, 400)])
def test_that_exactly_half_or_less_is_not_a_majority(votes, base):
    assert not HALF.is_reached(votes, base)


def test_that_a_share_which_rounds_to_fifty_per_cent_is_judged_in_whole_numbers():
    assert percent(50_000, 99_999) == percent(50_000, 100_001) == "50.00"
    assert HALF.is_reached(50_000, 99_999)
    assert not HALF.is_reached(50_000, 100_001)


@pytest.mark.parametrize(
    ("base", "share", "needed"),
    [
        (10, Fraction(3, 10), 4),
        (9, Fraction(2, 3), 7),
        (10, Fraction(2, 3), 7),
        (148, Fraction(3, 10), 45),
    ],
)
def test_that_another_share_than_half_is_also_to_be_exceeded(base, share, needed):
    assert Threshold(share, Compare.MORE).needed(base) == needed


@given(bases, shares)
def test_that_the_votes_needed_are_the_least_majority(base, share):
    needed = Threshold(share, Compare.MORE).needed(base)
    assert needed > base * share >= needed - 1
    least = Threshold(share, Compare.AT_LEAST).needed(base)
    assert least >= base * share
    # Nobody is elected without a vote, also where a share of nothing would ask for none.
    assert least == 1 or base * share > least - 1


@given(bases)
def test_that_half_is_twice_the_votes_above_the_base(base):
    assert HALF.needed(base) == base // 2 + 1


@pytest.mark.parametrize(
    ("part", "base", "expected"),
    [
        (6, 52, "11.54"),
        (11, 74, "14.86"),
        (28, 60, "46.67"),
        (32, 60, "53.33"),
        (57, 69, "82.61"),
        (437, 485, "90.10"),
        (374, 485, "77.11"),
        (323, 485, "66.60"),
        (34, 485, "7.01"),
        (4, 485, "0.82"),
        (140, 150, "93.33"),
        (0, 150, "0.00"),
        (150, 150, "100.00"),
        (21, 20, "105.00"),
        (1, 800, "0.13"),
        (3, 800, "0.38"),
        (10**30, 3 * 10**30, "33.33"),
    ],
)
def test_that_percentages_have_two_decimals_rounded_half_up(part, base, expected):
    assert percent(part, base) == expected


def test_that_nothing_is_a_percentage_of_an_empty_base():
    assert percent(0, 0) == ""


@given(part=st.integers(0, 10**12), base=st.integers(1, 10**12))
def test_that_percentages_agree_with_decimal_arithmetic(part, base):
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(part) * 100 / Decimal(base)
        assert percent(part, base) == str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def test_that_vietnamese_papers_write_a_comma():
    assert decimal_comma("93.33") == "93,33"

"""Passes held against each other: a sheet left out is one difference, and its place is told."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.elections.ballots import Paper
from congress_desk.domain.elections.passes.alignment import DOUBTFUL, align
from congress_desk.domain.elections.passes.comparison import StretchKind, compare_passes
from congress_desk.i18n import difference_text

SHEETS = st.lists(st.integers(0, 3), max_size=30)


def said(*passes) -> list[str]:
    return [difference_text(difference) for difference in compare_passes(passes).differences]


def a_bundle(choose: random.Random, sheets: int = 25, names: int = 63) -> list[Paper]:
    return [Paper(struck=frozenset(choose.sample(range(1, names + 1), 8))) for _ in range(sheets)]


def test_that_equal_passes_have_no_difference():
    assert said("abc", "abc") == []
    assert compare_passes(["abc", "abc", "abc"]).agrees


def test_that_a_sheet_left_out_is_one_difference_with_its_place():
    first = list(range(1, 26))
    assert said(first, first[:12] + first[13:]) == ["lượt 2 thiếu một phiếu sau phiếu 12"]
    assert said(first[:12] + first[13:], first) == ["lượt 1 thiếu một phiếu sau phiếu 12"]
    assert said(first, first[1:]) == ["lượt 2 thiếu một phiếu trước phiếu 1"]
    assert said(first, first[:-3]) == ["lượt 2 thiếu 3 phiếu sau phiếu 22"]


def test_that_a_ballot_entered_differently_is_told_by_its_place():
    assert said("abcde", "abxde") == ["phiếu 3 nhập khác nhau"]
    assert said("abcde", "abxye") == ["phiếu 3 đến 4 nhập khác nhau"]


def test_that_the_range_is_told_where_nobody_can_say_which_of_equal_sheets_is_missing():
    assert said("abxxxc", "abxxc") == ["lượt 2 thiếu một trong các phiếu 3 đến 5"]
    assert said("xxxx", "xx") == ["lượt 2 thiếu 2 trong các phiếu 1 đến 4"]
    assert said("abab", "ab") == ["lượt 2 thiếu 2 trong các phiếu 1 đến 4"]


def test_that_two_errors_near_one_another_are_both_told():
    assert said("abcdefg", "abdxfg") == [
        "lượt 2 thiếu một phiếu sau phiếu 2",
        "phiếu 5 nhập khác nhau",
    ]
    assert said("abcdefg", "abxefg") == ["phiếu 3 đến 4 nhập khác nhau, lượt 2 thiếu 1 phiếu ở đó"]


def test_that_the_same_papers_in_another_order_do_not_agree():
    assert said("abcd", "acbd") == ["phiếu 2 đến 3 nhập khác nhau"]
    assert not compare_passes(["abcd", "dcba"]).agrees


def test_that_one_pass_of_three_that_tells_otherwise_brings_the_place_back():
    assert said("abcd", "abcd", "abxd") == ["phiếu 3 nhập khác nhau"]
    assert said("abcd", "acd", "abcd") == ["lượt 2 thiếu một phiếu sau phiếu 1"]
    assert said("acd", "acd", "abcd") == ["lượt 1, 2 thiếu một phiếu sau phiếu 1"]


def test_that_a_sheet_put_aside_is_alike_in_every_pass_and_no_difference_where_it_is_gone():
    for second in (["a", DOUBTFUL, "b"], ["a", "b"]):
        compared = compare_passes([["a", DOUBTFUL, "b"], second])
        assert compared.agrees
        assert not compared.needs_count(3)
        assert [s.kind for s in compared.stretches][1] is StretchKind.BOARD
    typed = compare_passes([["a", DOUBTFUL, "b"], ["a", "x", "b"]])
    assert typed.agrees
    assert [s.lengths for s in typed.stretches] == [(1, 1), (1, 1), (1, 1)]


def test_that_sheets_are_counted_where_numbers_differ_from_each_other_or_the_cover():
    assert compare_passes(["abc", "ab"]).needs_count(3)
    assert compare_passes(["abc", "abc"]).needs_count(4)
    assert compare_passes(["xabc", "abcy"]).needs_count(4)
    assert not compare_passes(["abc", "abx"]).needs_count(3)
    assert not compare_passes(["abc", "abc"]).needs_count(None)


@pytest.mark.parametrize("names", [17, 63])
def test_that_every_one_of_1000_random_shifts_is_one_difference_in_its_place(names):
    choose = random.Random(names)
    for _ in range(1000):
        first = a_bundle(choose, names=names)
        place = choose.randrange(len(first))
        if choose.random() < 0.5:
            second, lacking = first[:place] + first[place + 1 :], 2
        else:
            second, lacking = first[: place + 1] + first[place:], 1
        (difference,) = compare_passes([first, second]).differences
        assert difference.lacking == (lacking,)
        assert difference.missing == 1
        up, down = difference.stretch.slack
        assert difference.stretch.before[0] - up <= place + (lacking == 1)
        assert place <= difference.stretch.before[0] + down


@settings(max_examples=300, deadline=None)
@given(first=SHEETS, second=SHEETS)
def test_that_columns_tell_every_sheet_of_every_pass_once_and_in_order(first, second):
    columns = align([first, second])
    for number, told in enumerate((first, second)):
        assert [c[number] for c in columns if c[number] is not None] == list(range(len(told)))
    compared = compare_passes([first, second])
    assert compared.agrees == (first == second)
    for number, told in enumerate((first, second)):
        assert sum(s.lengths[number] for s in compared.stretches) == len(told)


@settings(max_examples=200, deadline=None)
@given(first=SHEETS, second=SHEETS)
def test_that_no_way_has_fewer_differences(first, second):
    """The cheapest way by the plainest table there is."""
    columns = align([first, second])
    cost = sum(i is None or j is None or first[i] != second[j] for i, j in columns)
    row = list(range(len(second) + 1))
    for i, told in enumerate(first, start=1):
        above, row = row, [i]
        for j, other in enumerate(second, start=1):
            row.append(min(above[j - 1] + (told != other), above[j] + 1, row[j - 1] + 1))
    assert cost == row[-1]


@settings(max_examples=200, deadline=None)
@given(passes=st.lists(SHEETS, min_size=3, max_size=3))
def test_that_three_passes_are_the_same_only_where_all_three_tell_the_same(passes):
    compared = compare_passes(passes)
    assert compared.agrees == (passes[0] == passes[1] == passes[2])
    for stretch in compared.stretches:
        told = {
            tuple(each[before : before + length])
            for each, before, length in zip(passes, stretch.before, stretch.lengths, strict=True)
        }
        assert (len(told) == 1) == (stretch.kind is StretchKind.SAME) or stretch.slack != (0, 0)


def test_that_1500_ballots_of_63_names_are_compared_in_a_tenth_of_a_second():
    choose = random.Random(5)
    bundles = [a_bundle(choose, 50) for _ in range(30)]
    others = [list(bundle) for bundle in bundles]
    for bundle in others:
        bundle[0] = bundle[-1] = Paper()
        del bundle[choose.randrange(1, 49)]
    took = []
    for _ in range(3):
        start = time.process_time()
        for first, second in zip(bundles, others, strict=True):
            assert len(compare_passes([first, second]).differences) >= 2
        took.append(time.process_time() - start)
    assert min(took) < 0.1

"""Which sheets of a bundle are typed from the paper, and that the bundle is then the paper."""

from __future__ import annotations

from collections import Counter

import pytest
from congress_files import code_of, granted
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.domain.elections.passes.agreement import EnteredSheet, told_papers
from congress_desk.domain.elections.passes.alignment import DOUBTFUL
from congress_desk.domain.elections.passes.comparison import StretchKind, compare_passes
from congress_desk.domain.elections.passes.settling import Arrangement, arrange
from congress_desk.errors import Refusal


def typed(*passes, cover: int | None, counted: int | None = None) -> tuple[int, ...]:
    return granted(arrange(compare_passes(passes), cover, counted)).to_type


def as_settled(arrangement: Arrangement, first, paper) -> list:
    """Return the bundle as it counts: of the first pass where all agree, else of the paper."""
    return [
        first[part.before[0] + offset] if part.kind is StretchKind.SAME else paper[place - 1]
        for part in arrangement.parts
        for offset, place in enumerate(part.places)
    ]


def test_that_only_sheets_entered_differently_are_typed_while_the_numbers_agree():
    assert typed("abcde", "abxdy", cover=5) == (3, 5)


def test_that_a_sheet_that_one_pass_left_out_is_typed_and_one_taken_twice_is_not():
    assert typed("abcdef", "abcef", cover=6, counted=6) == (4,)
    assert typed("abcdef", "abcef", cover=6, counted=5) == ()


def test_that_all_of_equal_neighbours_are_typed_where_one_of_them_was_left_out():
    assert typed("abxxxc", "abxxc", cover=6, counted=6) == (3, 4, 5)
    assert typed("abxxxc", "abxxc", cover=6, counted=5) == ()


def test_that_everything_between_two_differences_is_typed_where_the_numbers_differ():
    assert typed("abcdefgh", "abcefgx", cover=8, counted=8) == (4, 5, 6, 7, 8)
    assert typed("abbcdfgh", "abcdefgh", cover=8, counted=8) == (2, 3, 4, 5)


@pytest.mark.parametrize(
    ("passes", "sheets", "told"),
    [
        (("abcde", "avwxe"), 5, "a bv cw dx e"),  # a run, no neighbour of it
        (("acdef", "abcdeg"), 6, "a b c d e fg"),  # shifted, and not where both have it shifted
        (("abbcd", "abcx"), 4, "a b c dx"),  # one taken twice
        (("abbcdef", "abcdeef"), 7, "a b bc cd de e f"),  # one of two may have been taken twice
        (("abbcdef", "abcdeef"), 6, "a b c d e f"),  # both were
    ],
)
def test_that_a_sheet_is_told_where_it_lies_and_not_beside(passes, sheets, told):
    entered = [[EnteredSheet(ballot_id=1, paper=paper) for paper in each] for each in passes]
    assert ["".join(sorted(each)) for each in told_papers(entered, sheets)] == told.split()


def test_that_a_number_that_no_pass_explains_is_refused():
    compared = compare_passes(["abcd", "abcd"])
    assert code_of(arrange(compared, 5, None)) == "hand_count_missing"
    assert code_of(arrange(compared, 5, 5)) == "hand_count_impossible"
    assert granted(arrange(compared, 5, 4)).to_type == ()


def test_that_the_sheet_put_aside_is_the_boards_and_shifts_no_other():
    arrangement = granted(
        arrange(compare_passes([["a", DOUBTFUL, "b", "c"], ["a", "b", "x"]]), 4, None)
    )
    of_board = [part.places for part in arrangement.parts if part.kind is StretchKind.BOARD]
    assert [list(places) for places in of_board] == [[2]]
    assert arrangement.to_type == (4,)


SLIPS = st.sampled_from(["right", "left out", "twice", "misread"])


def slipped(paper, slip: str, place: int, number: int) -> list:
    """Return a pass in which one sheet was entered wrongly."""
    wrong = {"right": [paper[place]], "left out": [], "twice": [paper[place]] * 2}
    return [*paper[:place], *wrong.get(slip, [f"slip {number}"]), *paper[place + 1 :]]


@settings(max_examples=400, deadline=None)
@given(
    paper=st.lists(st.integers(0, 3), min_size=2, max_size=20),
    slips=st.lists(st.tuples(SLIPS, st.integers(0, 19)), min_size=2, max_size=3),
)
def test_that_slips_on_different_sheets_are_all_found(paper, slips):
    """Of each pass one sheet, of no two passes the same: then the paper counts, or it is refused.

    Equal neighbours count as one sheet: who leaves out either of them leaves out the same.
    """
    passes = [
        slipped(paper, slip, place % len(paper), number)
        for number, (slip, place) in enumerate(slips)
    ]
    compared = compare_passes(passes)
    counted = len(paper) if compared.needs_count(len(paper)) else None
    arrangement = arrange(compared, len(paper), counted)
    places = [place % len(paper) for slip, place in slips if slip != "right"]
    alike = [paper[place] for place in places]
    if len(set(places)) < len(places) or len(set(alike)) < len(alike):
        return
    if not isinstance(arrangement, Refusal):
        assert Counter(as_settled(arrangement, passes[0], paper)) == Counter(paper)

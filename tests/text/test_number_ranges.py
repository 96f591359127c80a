"""Numbers off a signed list: read whole, or the part that is wrong is named."""

from __future__ import annotations

import pytest
from congress_files import code_of

from congress_desk.domain.text.number_ranges import LARGEST, MOST, number_ranges, ranges_text
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("43", (43,)),
        ("1-3, 43", (1, 2, 3, 43)),
        ("1 - 3;5", (1, 2, 3, 5)),
        ("1–3 7", (1, 2, 3, 7)),
        ("50 đến 52", (50, 51, 52)),
        ("8,7,8", (8, 7)),
        ("2-4, 3-5", (2, 3, 4, 5)),
        ("007", (7,)),
        (" 1,\n2\t3 , ", (1, 2, 3)),
        ("5-5", (5,)),
        (str(LARGEST), (LARGEST,)),
    ],
)
def test_that_numbers_and_ranges_are_read_each_once_in_their_order(text, numbers):
    assert number_ranges(text) == numbers


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("", "ranges_empty", ""),
        (" , ;", "ranges_empty", ""),
        ("1-4, năm", "ranges_not_numbers", "năm"),
        ("1.4", "ranges_not_numbers", "1.4"),
        ("1-2-3", "ranges_not_numbers", "1-2-3"),
        ("1-", "ranges_not_numbers", "1-"),
        ("-4", "ranges_not_numbers", "-4"),
        ("٣", "ranges_not_numbers", "٣"),
        ("0", "ranges_from_one", "0"),
        ("0-3", "ranges_from_one", "0-3"),
        ("7, 40-1", "ranges_backwards", "40-1"),
        ("100000", "ranges_too_large", "100000"),
        ("1-99999", "ranges_too_many", "1-99999"),
    ],
)
def test_that_a_wrong_part_is_named(text, code, part):
    refusal = number_ranges(text)
    assert code_of(refusal) == code
    assert part in problem_text(refusal.first)


def test_that_a_number_of_ten_thousand_digits_is_refused_at_once():
    refusal = number_ranges("9" * 10_000)
    assert isinstance(refusal, Refusal)
    assert len(problem_text(refusal.first)) < 200


def test_that_many_ranges_together_have_a_bound():
    assert len(number_ranges(f"1-{MOST}")) == MOST
    assert code_of(number_ranges(f"1-{MOST}, 30000")) == "ranges_too_many"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((), ""), ((3, 1, 2, 7), "1-3, 7"), ((5, 5), "5"), ((1, 2, 4, 5), "1-2, 4-5")],
)
def test_that_numbers_are_written_as_an_office_writes_them(numbers, text):
    assert ranges_text(numbers) == text

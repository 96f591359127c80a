"""Dates as offices write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.text.dates import is_older, partial_date, vietnamese_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5/6/1975", "1975-06-05"),
        ("05.06.1975", "1975-06-05"),
        ("5-6-1975", "1975-06-05"),
        ("5 6 1975", "1975-06-05"),
        ("29/02/2020", "2020-02-29"),
        ("03/1998", "1998-03"),
        ("3-1998", "1998-03"),
        ("1975", "1975"),
        ("1975-06-05", "1975-06-05"),
        ("1975-06", "1975-06"),
        ("1975-06-05 00:00:00", "1975-06-05"),
        (" 1975 ", "1975"),
        (1975, "1975"),
        (1975.0, "1975"),
        (27550, "1975-06-05"),
        (27550.0, "1975-06-05"),
        ("27550", "1975-06-05"),
        (date(1975, 6, 5), "1975-06-05"),
        (datetime(1975, 6, 5, 8, 30), "1975-06-05"),
    ],
)
def test_that_a_date_is_read_with_its_precision(value, expected):
    assert partial_date(value) == expected


NO_DATES = ("", "n/a", "31/02/1975", "5/13/1975", "13/1998", "1975-13", "5/6/75", "1700", "2500")
NO_DATE_VALUES = (7, 99999, 1975.5, None, True, [])


@pytest.mark.parametrize("value", NO_DATES + NO_DATE_VALUES)
def test_that_what_is_no_date_is_not_made_one(value):
    assert partial_date(value) is None


@pytest.mark.parametrize(
    ("partial", "written"),
    [("1975-06-05", "05/06/1975"), ("1998-03", "03/1998"), ("1975", "1975"), ("", "")],
)
def test_that_papers_write_the_day_first(partial, written):
    assert vietnamese_date(partial) == written


@given(st.dates(date(1880, 1, 1), date(2100, 12, 31)))
def test_that_a_written_date_reads_back(day):
    assert partial_date(vietnamese_date(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("born", "other", "older"),
    [
        ("1960-05-01", "1960-05-02", True),
        ("1960-05-02", "1960-05-01", False),
        ("1959", "1960-05-02", True),
        ("1960", "1960-05-02", None),
        ("1960-05", "1960-05-02", None),
        ("1960-04", "1960-05-02", True),
        ("1960", "1960", None),
        ("", "1960", None),
        ("1960", "", None),
    ],
)
def test_that_age_is_compared_only_as_far_as_both_dates_are_known(born, other, older):
    assert is_older(born, other) is older

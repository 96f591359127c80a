"""Whole years: birthdays, leap days, and what a month or a year alone leaves open."""

from __future__ import annotations

import pytest

from congress_desk.domain.people.ages import years_since


@pytest.mark.parametrize(
    ("born", "day", "least", "counted"),
    [
        ("1990-06-05", "2025-06-04", 34, 34),
        ("1990-06-05", "2025-06-05", 35, 35),
        ("1990-06-05", "2025-06-06", 35, 35),
        ("1992-02-29", "2027-02-28", 34, 34),
        ("1992-02-29", "2027-03-01", 35, 35),
        ("1992-02-29", "2024-02-29", 32, 32),
        ("1990-05", "2025-06-05", 35, 35),
        ("1990-07", "2025-06-05", 34, 34),
        ("1990-06", "2025-06-05", 34, 35),
        ("1990-06", "2025-06-30", 34, 35),
        ("1990-06", "2025-06-01", 34, 35),
        ("1990", "2025-06-05", 34, 35),
        ("1990", "2025-12-30", 34, 35),
        ("1990", "2025-12-31", 35, 35),
        ("1990", "2025-01-01", 34, 35),
        ("2025", "2025-06-05", 0, 0),
        ("2025-06-05", "2025-06-05", 0, 0),
    ],
)
def test_that_a_date_decides_the_years_as_far_as_its_precision_goes(
    born: str, day: str, least: int, counted: int
) -> None:
    years = years_since(born, day)

    assert years is not None
    assert (years.least, years.counted, years.certain) == (least, counted, least == counted)


@pytest.mark.parametrize(
    ("born", "day"),
    [("", "2025-06-05"), ("1990", ""), ("2026", "2025-06-05"), ("2025-06-06", "2025-06-05")],
)
def test_that_nothing_is_known_without_a_day_or_of_a_date_after_it(born: str, day: str) -> None:
    assert years_since(born, day) is None

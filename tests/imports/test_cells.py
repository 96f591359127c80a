"""One cell: texts, whole numbers, dates, times of day and lengths as offices write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from congress_desk.imports.workbook.cells import (
    clock,
    day_of,
    minutes,
    moment,
    partial_date_of,
    text_of,
    whole_number,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Nguye\u0302\u0303n\n Bình ", "Nguyễn Bình"),
        ("một_x000D_\nhai", "một hai"),
        (15, "15"),
        (15.0, "15"),
        (1.5, "1.5"),
        (datetime(2025, 5, 6), "06/05/2025"),
        (datetime(2025, 5, 6, 7, 30), "07:30 06/05/2025"),
        (date(2025, 5, 6), "06/05/2025"),
        (time(7, 5), "07:05"),
        (float("inf"), "inf"),
    ],
)
def test_that_a_cell_has_a_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (15, 15), (15.0, 15), ("15", 15), (" +3 ", 3), (-2, -2), ("-2", -2), (0, 0),
        (15.5, None), ("15,5", None), ("1e3", None), ("mười", None), ("１５", None), (True, None),
        (float("nan"), None), (float("inf"), None), (1e300, None), (10**30, None),
        ("9" * 5000, None), (date(2025, 5, 6), None),
    ],
)  # fmt: skip
def test_that_a_whole_number_is_told_from_all_else(value, number):
    assert whole_number(value) == number


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (datetime(1975, 6, 5), "1975-06-05"), ("5/6/1975", "1975-06-05"), ("06/1975", "1975-06"),
        (1975, "1975"), ("1975\u200b", "1975"), (27420.0, "1975-01-26"),
        ("Ngày 5 tháng 6 năm 1975", "1975-06-05"), ("31/02/1975", None), ("hôm qua", None),
        (True, None), (time(7, 30), None), (datetime(9999, 12, 31), None), (date(1700, 1, 1), None),
    ],
)  # fmt: skip
def test_that_a_date_keeps_its_precision(value, day):
    assert partial_date_of(value) == day


def test_that_a_day_is_a_whole_day():
    assert day_of("15/05/2025") == "2025-05-15"
    assert day_of("05/2025") is None


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (time(7, 30), "07:30"), (datetime(2025, 5, 6, 7, 30), "07:30"),
        (timedelta(hours=7, minutes=30), "07:30"), (0.3125, "07:30"), ("7h30", "07:30"),
        ("7H30", "07:30"), ("7g05", "07:05"), ("7 giờ 30 phút", "07:30"), ("7h", "07:00"),
        ("07:30", "07:30"), ("07:30:00", "07:30"), ("0h00", "00:00"), ("24h00", None),
        ("7h60", None), ("7", None), ("7h30 - 8h00", None), (7, None), (timedelta(days=2), None),
    ],
)  # fmt: skip
def test_that_a_time_of_day_is_read(value, at):
    assert clock(value) == at


@pytest.mark.parametrize(
    ("value", "length"),
    [
        (30, 30), (30.0, 30), ("30", 30), ("30'", 30), ("30 phút", 30), (time(0, 45), 45),
        (timedelta(minutes=90), 90), (0, 0), (-1, None), (30.5, None), (1441, None),
        ("nửa giờ", None), (True, None),
    ],
)  # fmt: skip
def test_that_a_length_is_whole_minutes(value, length):
    assert minutes(value) == length


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (datetime(2025, 5, 15, 13, 30), "2025-05-15T13:30"), (datetime(2025, 5, 15), "2025-05-15"),
        ("15/05/2025", "2025-05-15"), ("15/05/2025 13:30", "2025-05-15T13:30"),
        ("13h30 ngày 15/5/2025", "2025-05-15T13:30"),
        ("13 giờ 30, ngày 15 tháng 5 năm 2025", "2025-05-15T13:30"),
        ("2025-05-15T13:30", "2025-05-15T13:30"), ("05/2025", None), ("13h30", None),
        ("15/05/2025 sáng", None), ("32/05/2025", None), (45000.0, "2023-03-15"), (True, None),
        (datetime(9999, 12, 31, 7, 30), None),
    ],
)  # fmt: skip
def test_that_a_moment_is_a_day_with_or_without_a_time(value, at):
    assert moment(value) == at

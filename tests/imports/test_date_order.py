"""Columns whose days and months were changed over, or may have been: said, and turned if asked."""

from __future__ import annotations

from datetime import datetime

import pytest

from congress_desk.imports.register.lines import read_register_lines

from .books import people_of, said_of, save_list, table_of

NAMES = ("Lê Thử An", "Lê Thử Bá", "Lê Thử Cúc", "Lê Thử Dụ", "Lê Thử Em")
US = [datetime(1975, 5, 6), datetime(1980, 1, 2), datetime(1990, 3, 4)]
CASES = {
    "all days up to 12, texts after it": ([*US, "15/06/1975", "31/12/1980"], "dates_swapped"),
    "month first by the format": (US, "dates_shown_month_first"),
    "texts month first, some of both ways": (["06/15/1975", "02/01/1980"], "dates_in_two_orders"),
    "texts day first": (["15/06/1975", "02/01/1980"], None),
    "days after 12 too": ([*US, datetime(1975, 6, 15)], None),
    "texts of both ways": (["02/01/1980", "03/04/1990"], None),
}


def reading(tmp_path, values, turn=frozenset(), shown="mm/dd/yyyy"):
    rows = [["Họ và tên", "Ngày sinh"], *([n, v] for n, v in zip(NAMES, values, strict=False))]
    formats = {f"B{row}": shown for row in range(2, len(rows) + 1)}
    path = save_list(tmp_path / "ds.xlsx", rows, formats=formats)
    return read_register_lines(*table_of(path), turn=turn)


@pytest.mark.parametrize("case", CASES)
def test_that_a_column_in_the_wrong_order_is_said(tmp_path, case):
    values, code = CASES[case]
    found = [said for _, said in said_of(reading(tmp_path, values).notes)]
    assert [said for said in found if said.startswith("dates_")] == ([code] if code else [])


def test_that_days_with_the_year_first_are_not_of_the_united_states(tmp_path):
    assert reading(tmp_path, US, shown="yyyy-mm-dd").notes == ()


def test_that_what_can_be_read_both_ways_alone_is_turned(tmp_path):
    values = [US[0], "06/15/1975", "02/01/1980", "1970", datetime(1975, 6, 15)]
    found = reading(tmp_path, values, turn=frozenset({2}))
    assert [person.born for person in people_of(found)] == [
        "1975-06-05", "1975-06-15", "1980-02-01", "1970", "1975-06-15",
    ]  # fmt: skip
    assert (2, "dates_turned") in said_of(found.notes)

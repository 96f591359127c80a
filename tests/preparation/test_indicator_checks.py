"""What is said of a target beside the superior's."""

from __future__ import annotations

from fractions import Fraction

import pytest

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.indicator_checks import (
    IndicatorFlag,
    indicator_flags,
    number_in,
)

NO, UNIT, SHORT = IndicatorFlag


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7,5", Fraction(15, 2)),
        ("7.5", Fraction(15, 2)),
        ("12.500", Fraction(12500)),
        ("1.234.567", Fraction(1234567)),
        ("1,234,567", Fraction(1234567)),
        ("0,125", Fraction(1, 8)),
        ("1,150", Fraction(23, 20)),
        ("1.234,5", Fraction(2469, 2)),
        ("từ 7,5 đến 8", Fraction(15, 2)),
        ("trên 95%", Fraction(95)),
        ("100.", Fraction(100)),
        ("phấn đấu", None),
        ("", None),
    ],
)
def test_that_numbers_are_read_as_vietnamese_writes_them(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("superior", "superior_unit", "own", "unit", "expected"),
    [
        ("", "", "3", "điểm", ()),
        ("", "", "", "", ()),
        ("75", "đảng viên", "", "đảng viên", (NO,)),
        ("75", "đảng viên", "  ", "đảng viên", (NO,)),
        ("95", "chi bộ", "95", "%", (UNIT,)),
        ("95", "Phần trăm", "95", "%", ()),
        ("95%", "", "95", "%", ()),
        ("95%", "", "20", "chi bộ", (UNIT,)),
        ("15,2", "Tỷ  đồng", "15,5", "tỷ đồng", ()),
        ("15,2", "tỷ đồng", "15", "tỷ đồng", (SHORT,)),
        ("1.200", "", "1.150", "lượt người", (SHORT,)),
        ("1.200", "", "900", "lượt người", (SHORT,)),
        ("dưới 0,5", "%", "0,8", "%", (SHORT,)),
        ("dưới 0,5", "%", "0,4", "%", ()),
        ("giảm còn 1,2", "%", "1,5", "%", (SHORT,)),
        ("không quá 3", "vụ", "4", "vụ", (SHORT,)),
        ("≤ 3", "vụ", "2", "vụ", ()),
        ("5.000", "con", "4.000", "con", (SHORT,)),
        ("hoàn thành", "", "hoàn thành", "", ()),
    ],
)
def test_that_what_stands_out_in_a_target_is_said(superior, superior_unit, own, unit, expected):
    indicator = Indicator(
        name="Chỉ tiêu",
        unit=unit,
        superior_target=superior,
        superior_unit=superior_unit,
        own_target=own,
    )
    assert indicator_flags(indicator) == expected

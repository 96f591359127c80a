"""Levels of education: what offices write, brought to one value."""

from __future__ import annotations

import pytest

from congress_desk.domain.people.education import degree_level, schooling_level, theory_level


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("Đại học", "university"),
        ("ĐH", "university"),
        ("đh Luật", "university"),
        ("Cử nhân Kinh tế", "university"),
        ("Kỹ sư xây dựng", "university"),
        ("Bác sĩ", "university"),
        ("ĐẠI  HỌC SƯ PHẠM", "university"),
        ("Thạc sĩ", "master"),
        ("Ths. Quản lý giáo dục", "master"),
        ("Cử nhân Luật, Thạc sỹ Kinh tế", "master"),
        ("Cao học", "master"),
        ("TS", "doctor"),
        ("PGS.TS", "doctor"),
        ("Tiến sỹ Y khoa", "doctor"),
        ("Bác sĩ chuyên khoa II", "postgraduate"),
        ("Cao đẳng", "college"),
        ("CĐ sư phạm", "college"),
        ("Trung cấp", "intermediate"),
        ("TCCN", "intermediate"),
        ("Sơ cấp", "elementary"),
        ("Trung học phổ thông", "upper_secondary"),
        ("12/12", "upper_secondary"),
        ("Chưa qua đào tạo", "none"),
        ("Không", "none"),
        ("", ""),
        ("Nghệ nhân", ""),
    ],
)
def test_that_a_degree_has_one_level_however_it_is_written(written: str, level: str) -> None:
    assert degree_level(written) == level


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("Cử nhân", "bachelor"),
        ("Cử nhân chính trị", "bachelor"),
        ("Cao cấp", "advanced"),
        ("CC LLCT", "advanced"),
        ("Cao cấp, cử nhân", "bachelor"),
        ("Trung cấp", "intermediate"),
        ("TC", "intermediate"),
        ("Sơ cấp", "elementary"),
        ("Chưa qua", "none"),
        ("", ""),
        ("Đang học", ""),
    ],
)
def test_that_political_theory_has_one_level_however_it_is_written(
    written: str, level: str
) -> None:
    assert theory_level(written) == level


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("12/12", "upper_secondary"),
        ("10/10", "upper_secondary"),
        ("BTVH 12 / 12", "upper_secondary"),
        ("THPT", "upper_secondary"),
        ("11/12", "lower_secondary"),
        ("9/12", "lower_secondary"),
        ("7/10", "lower_secondary"),
        ("THCS", "lower_secondary"),
        ("5/12", "primary"),
        ("4/10", "primary"),
        ("3/12", ""),
        ("", ""),
    ],
)
def test_that_schooling_is_the_school_completed(written: str, level: str) -> None:
    assert schooling_level(written) == level

"""Whether two names are one: how one is addressed and where a tone stands is nothing."""

from __future__ import annotations

import pytest

from congress_desk.domain.text.same_name import bare_name, is_among, is_same_name


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lê Hòa", "Lê Hòa"),
        ("Đ/c Lê Hòa", "Lê Hòa"),
        ("đ/c. Lê Hòa", "Lê Hòa"),
        ("Đồng chí  Lê Hòa (Trưởng ban)", "Lê Hòa"),
        ("Ông Lê Hòa, Bí thư", "Lê Hòa"),
        ("Bà Lê Hòa - Chủ tọa", "Lê Hòa"),
        ("Lê Hòa.", "Lê Hòa"),
        ("Ông Ích", "Ông Ích"),
        ("Anh", "Anh"),
        ("Hoàng Hữu Trí (05/06/1979)", "Hoàng Hữu Trí"),
        ("H'Lan Niê-Kđăm", "H'Lan Niê-Kđăm"),
        ("", ""),
    ],
)
def test_that_a_name_is_bare_without_address_and_office(name, bare):
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("Lê Hòa", "Lê Hoà", True),
        ("Lê Hòa", "LÊ HÒA", True),
        ("Lê Hòa", "Đ/c Lê Hòa", True),
        ("Nguyễn Văn An", "Nguyen Van An", True),
        ("Nguyễn Văn An", "Nguyễn Văn An (Bí thư)", True),
        ("Ông Ích Khiêm", "Ông Ích Khiêm", True),
        ("Ông Ích Khiêm", "Ông Ông Ích Khiêm", True),
        ("Trần Ba", "Trần Bá", False),
        ("Lê Hoa", "Lê Hòa", False),
        ("Nguyễn Văn An", "Nguyễn Văn Ân", False),
        ("An Văn Nguyễn", "Nguyễn Văn An", False),
    ],
)
def test_that_accents_tell_people_apart_and_nothing_else_does(name, other, one):
    assert is_same_name(name, other) is is_same_name(other, name) is one
    assert is_among(name, ["Phan Bá Khải", other]) is one

"""Who is one person at the keyboards: however a name is spelled there."""

from __future__ import annotations

import pytest

from congress_desk.domain.elections.passes.entry_rights import Worker, check_typist


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lâm Viết Hòa", "lâm  viết Hoà", True),  # two keyboards put the tone in two places
        ("Trần Thúy", "Trần Thuý", True),
        ("NGUYỄN THỊ HUỆ", "Nguyễn Thị Huệ", True),
        ("Lê Hoàng", "Lê Hoáng", False),
        ("Đỗ Hậu", "Đỗ Hâu", False),
        ("Vũ Hoa", "Vũ Hòa", False),
    ],
)
def test_that_a_tone_in_another_place_makes_nobody_two_people(one, other, same):
    refusal = check_typist(Worker(name=one), [Worker(name=other)], 7)
    assert (refusal is not None) is same

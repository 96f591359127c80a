"""People of one name are told apart wherever they are printed; others carry only their name."""

from __future__ import annotations

import pytest
from builders import a_candidate

from congress_desk.domain.elections.lists.candidate_names import candidate_names

AN = "Nguyễn Văn An"


def names(*fields: dict[str, str]) -> list[str]:
    listed = [a_candidate(i, **({"name": AN} | each)) for i, each in enumerate(fields, start=1)]
    return list(candidate_names(listed).values())


def test_that_different_names_stand_alone():
    assert names({"born": "1970"}, {"name": "Nguyễn Văn Ân", "born": "1980"}) == [
        AN,
        "Nguyễn Văn Ân",
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            {"born": "1970-06-05"},
            {"born": "1980"},
            [f"{AN} (05/06/1970)", f"{AN} (1980)"],
        ),
        (
            {"born": "1970", "role": "Chi bộ 1"},
            {"born": "1970", "role": "Chi bộ 2"},
            [f"{AN} (Chi bộ 1)", f"{AN} (Chi bộ 2)"],
        ),
        (  # of a year and a day in it nobody can tell who is the older
            {"born": "1970", "role": "Chi bộ 1"},
            {"born": "1970-05-06", "role": "Chi bộ 1"},
            [f"{AN} (1970, Chi bộ 1)", f"{AN} (06/05/1970, Chi bộ 1)"],
        ),
        (
            {"born": "1970", "role": "Chi bộ 1"},
            {"born": ""},
            [f"{AN} (1970, Chi bộ 1, 1)", f"{AN} (2)"],
        ),
        ({}, {}, [f"{AN} (1)", f"{AN} (2)"]),
    ],
)
def test_that_namesakes_carry_what_tells_them_apart(first, second, expected):
    assert names(first, second) == expected
    assert len(set(names(first, second))) == 2


def test_that_case_and_the_place_of_a_tone_make_no_other_name():
    told = names(
        {"name": "Hoàng Thị Hòa", "born": "1970"}, {"name": "HOÀNG THỊ HOÀ", "born": "1975"}
    )
    assert told == ["Hoàng Thị Hòa (1970)", "HOÀNG THỊ HOÀ (1975)"]


def test_that_a_name_does_not_change_where_its_namesake_is_not_on_the_list():
    first, second = a_candidate(1, AN, born="1970"), a_candidate(2, AN, born="1975")
    assert candidate_names([first, second], [second])[2] == f"{AN} (1975)"
    assert candidate_names([second])[2] == AN

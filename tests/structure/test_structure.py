"""The structure of a set of people: published figures, edge days, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from builders import a_person

from congress_desk.domain.people.person import Person, PersonKind
from congress_desk.domain.structure.figures import Division, Figure
from congress_desk.domain.structure.structure import AGE_BANDS, Structure, structure

DAY = "2025-06-05"


def people(*fields: dict[str, Any]) -> tuple[Person, ...]:
    """Return people numbered 1, 2, 3, … with these fields."""
    return tuple(a_person(**({"id": i, "code": f"{i}"} | f)) for i, f in enumerate(fields, 1))


def of(field: str, *values: str, day: str = DAY) -> Structure:
    """Return the structure of people who differ in one field."""
    return structure(people(*({field: value} for value in values)), day)


def numbers(division: Division) -> dict[str, int]:
    return {part.key or part.written: part.figure.number for part in division.parts}


def ids(found: Iterable[Person]) -> list[int]:
    return [person.id for person in found]


def test_that_the_published_bands_of_a_city_congress_add_up_to_its_delegates() -> None:
    published = {"<30": 1, "30–40": 52, "41–50": 152, "51–60": 235, "61–70": 4, ">70": 1}
    ages = {"<30": 29, "30–40": 40, "41–50": 41, "51–60": 60, "61–70": 61, ">70": 71}
    born = [f"{2015 - ages[key]}-10-14" for key, n in published.items() for _ in range(n)]

    found = of("born", *born, day="2015-10-14")

    assert numbers(found.age.bands) == published
    assert found.number == found.age.bands.known == 445
    assert found.age.bands.unknown.number == 0
    assert [p.figure.percent for p in found.age.bands.parts] == [
        *("0.22", "11.69", "34.16", "52.81", "0.90", "0.22")
    ]
    assert found.age.average is not None
    total = 29 + 52 * 40 + 152 * 41 + 235 * 60 + 4 * 61 + 71
    assert (found.age.average.total, found.age.average.people) == (total, 445)
    assert found.age.average.text == "51.1"


@pytest.mark.parametrize("age", range(18, 101))
def test_that_every_age_lies_in_exactly_one_band(age: int) -> None:
    assert sum(band.holds(age) for band in AGE_BANDS) == 1


@pytest.mark.parametrize(
    ("born", "day", "under_35", "under_40"),
    [
        ("1990-06-05", "2025-06-05", False, True),
        ("1990-06-06", "2025-06-05", True, True),
        ("1985-06-05", "2025-06-05", False, False),
        ("1985-06-06", "2025-06-05", False, True),
        ("1992-02-29", "2027-02-28", True, True),
        ("1992-02-29", "2027-03-01", False, True),
        ("1990-07", "2025-06-05", True, True),
        ("1990-05", "2025-06-05", False, True),
    ],
)
def test_that_young_means_the_birthday_has_not_come_on_the_day(
    born: str, day: str, under_35: bool, under_40: bool
) -> None:
    found = of("born", born, day=day)

    assert (found.under_35.number, found.under_40.number) == (under_35, under_40)
    assert found.under(35).uncertain == found.under(40).uncertain == ()


def test_that_a_year_alone_counts_as_the_difference_of_years_and_names_who_is_not_certain() -> None:
    found = of("born", "1990", "1991", "1990-06", "1985", "1989")

    assert ids(found.under_35.people) == [2]
    assert ids(found.under_35.uncertain) == [1, 3]
    assert ids(found.under_40.people) == [1, 2, 3, 5]
    assert ids(found.under_40.uncertain) == [4]
    assert ids(found.age.open) == [1, 2, 3, 4, 5]
    assert (found.under_35.at_least, found.under_35.at_most) == (1, 3)


def test_that_a_band_names_those_whom_a_year_alone_may_put_into_the_band_below() -> None:
    bands = {p.key: p.figure for p in of("born", "1984", "1995", "1985").age.bands.parts}

    assert ids(bands["41–50"].people) == ids(bands["41–50"].perhaps_not) == [1]
    assert ids(bands["30–40"].perhaps) == [1]
    assert ids(bands["30–40"].perhaps_not) == [2]
    assert ids(bands["<30"].perhaps) == [2]


def test_that_missing_and_impossible_birth_dates_are_counted_apart() -> None:
    found = of("born", "", "2030", "1970")

    assert ids(found.age.bands.unknown.people) == [1, 2]
    assert ids(found.under_35.unknown) == [1, 2]
    assert found.age.average is not None
    assert found.age.average.text == "55.0"


def test_that_without_a_day_no_age_is_known() -> None:
    found = of("born", "1970", "1980", day="")

    assert found.age.bands.unknown.number == found.number == 2
    assert (found.age.most, found.age.least, found.age.average) == (None, None, None)


def test_that_oldest_and_youngest_are_all_of_whom_nobody_is_surely_beyond() -> None:
    found = of("born", "1946-12-13", "1946", "1950-01-01", "1998-03", "1998-03-31", "1997")

    assert found.age.most is not None and found.age.least is not None
    assert ids(found.age.most.people) == [2, 1]
    assert ids(found.age.least.people) == [5, 4]
    assert found.age.most.years == 79
    assert found.age.least.years == 27


def test_that_party_age_has_most_least_bands_and_average() -> None:
    found = of("joined", "1975-04-30", "2015-06-06", "2015-06-05", "2004", "").party_age

    assert numbers(found.bands) == {"<10": 1, "10–20": 1, "21–30": 1, "31–40": 0, ">40": 1}
    assert found.most is not None and found.least is not None and found.average is not None
    assert (ids(found.most.people), found.most.years) == ([1], 50)
    assert (ids(found.least.people), found.least.years) == ([2], 9)
    assert (found.average.total, found.average.people, found.average.text) == (90, 4, "22.5")
    assert ids(found.bands.unknown.people) == [5]


def test_that_gender_counts_women_men_and_those_not_said() -> None:
    found = of("gender", "nữ", "nam", "", "nữ")

    assert ids(found.women.people) == [1, 4]
    assert (found.women.percent, found.women.at_most) == ("50.00", 3)
    assert ids(found.men.people) == [2]
    assert ids(found.gender_unknown.people) == ids(found.women.unknown) == [3]


def test_that_minority_is_every_people_but_the_kinh_and_the_unsaid() -> None:
    found = of("ethnic", "Kinh", "kinh", "Kinh (Việt)", "Hoa", "", "-", "Khmer", "HOA")

    assert ids(found.minority.people) == [4, 7, 8]
    assert ids(found.minority.unknown) == [5, 6]
    assert numbers(found.ethnic) == {"kinh": 3, "Hoa": 2, "Khmer": 1}
    assert ids(found.ethnic.unknown.people) == [5, 6]


def test_that_no_religion_is_not_a_religion_and_nothing_said_is_not_known() -> None:
    found = of("religion", "Không", "không có", "Phật giáo", "", "Công giáo", "K")

    assert ids(found.religious.people) == [3, 5]
    assert ids(found.religious.unknown) == [4]
    assert numbers(found.religion) == {"none": 3, "Phật giáo": 1, "Công giáo": 1}


def test_that_education_is_counted_by_level_and_other_words_are_kept() -> None:
    found = of("degree", "ĐH", "Cử nhân", "Thạc sĩ", "Nghệ nhân", "", "Đại học").degree

    assert numbers(found) == {"master": 1, "university": 3, "Nghệ nhân": 1}
    assert found.number("university") == 3
    assert (found.known, found.unknown.number) == (5, 1)


def test_that_re_elected_first_time_and_unsaid_are_told_apart() -> None:
    found = of("incumbent", "re_elected", "first", "", "re_elected")

    assert ids(found.re_elected.people) == [1, 4]
    assert ids(found.first_time.people) == [2]
    assert ids(found.re_elected.unknown) == [3]


def test_that_delegations_keep_the_order_of_the_register_and_their_own_names() -> None:
    written = ("Chi bộ 1.2", "Chi bộ 12", "chi bộ 12", "", "Tổ Hòa", "Tổ Hoa", "Tổ Hoà")

    found = of("delegation", *written)

    assert numbers(found.delegations) == {"Chi bộ 1.2": 1, "Chi bộ 12": 2, "Tổ Hòa": 2, "Tổ Hoa": 1}
    assert ids(found.delegations.unknown.people) == [4]


def test_that_kinds_are_counted_in_their_order() -> None:
    kinds = (PersonKind.GUEST, PersonKind.OFFICIAL, PersonKind.EX_OFFICIO, PersonKind.OFFICIAL)

    found = structure(people(*({"kind": kind} for kind in kinds)), DAY)

    assert numbers(found.kinds) == {"official": 2, "ex_officio": 1, "guest": 1}


def test_that_nobody_has_a_structure_too() -> None:
    found = structure((), DAY)

    assert found.number == 0
    assert found.women == Figure(people=(), of=0)
    assert found.women.percent == ""
    assert found.age.most is None
    assert [part.figure.number for part in found.age.bands.parts] == [0] * 6


def test_that_the_parts_of_every_division_and_the_unknown_add_up_to_everybody() -> None:
    found = structure(
        people(
            {"born": "1990", "ethnic": "Hoa", "degree": "TS", "schooling": "12/12"},
            {"joined": "2001", "religion": "Không", "theory": "CC", "delegation": "A"},
            {"gender": "nữ", "titles": "NGƯT", "born": "1969-02-01"},
        ),
        DAY,
    )

    divisions = [
        *(found.age.bands, found.party_age.bands, found.ethnic, found.religion, found.schooling),
        *(found.degree, found.theory, found.titles, found.delegations, found.kinds),
    ]
    assert [d.known + d.unknown.number for d in divisions] == [3] * 10

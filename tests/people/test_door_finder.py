"""What comes over the line at the door means the right person, or asks who is meant."""

from __future__ import annotations

import unicodedata

import pytest
from builders import a_person

from congress_desk.domain.people.door_finder import DoorFinder, FoundBy

PEOPLE = (
    a_person(id=1, code="ĐB-001", name="Nguyễn Văn An"),
    a_person(id=2, code="ĐB-002", name="Trần Thị Ánh"),
    a_person(id=3, code="12", name="Lê Minh Châu"),
    a_person(id=4, code="DD04", name="Nguyễn Thị An"),
    a_person(id=5, code="AS05", name="Đỗ Đức Dũng"),
    a_person(id=12, code="K-012", name="Hoàng Đào"),
    a_person(id=13, code="015", name="An Bình Nguyễn"),
    a_person(id=14, code="A05", name="Vũ Thị Sáng"),
    a_person(id=15, code="X15", name="Phạm Quốc Xuân"),
    a_person(id=16, code="", name="Người Không Mã"),
)


def found(text: str) -> list[int]:
    return [person.id for person in DoorFinder(PEOPLE).find(text).people]


@pytest.mark.parametrize(
    "text",
    [
        "ĐB-001",
        "đb-001",
        unicodedata.normalize("NFD", "ĐB-001"),
        "  ĐB-001 ",
        "ĐB-001\t",
        "ĐB-001\r\n",
        "\u200bĐB-001\ufeff",
        "db-001",
        "DB001",
        "đb 001",
    ],
)
def test_that_a_code_is_known_in_every_form_a_scanner_gives_it(text):
    assert found(text) == [1]


def test_that_a_number_is_found_with_and_without_zeros():
    assert found("2") == found("02") == [2]
    assert DoorFinder(PEOPLE).find("2").by is FoundBy.NUMBER


def test_that_a_code_that_is_somebody_elses_number_offers_both_the_code_first():
    assert found("12") == [3, 12]


def test_that_a_code_without_its_zeros_and_a_number_are_both_offered():
    assert found("015") == [13, 15]
    assert found("15") == [13, 15]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("dao", [12]),
        ("đào hoàng", [12]),
        ("anh tran", [2]),
        ("NGUYỄN VĂN AN", [1]),
        (unicodedata.normalize("NFD", "nguyễn văn an"), [1]),
        ("nguyen an", [4, 1, 13]),
        ("do", [5]),
        ("minh ch", [3]),
        ("nguyen  thi", [4]),
    ],
)
def test_that_a_part_of_a_name_finds_in_any_order_of_words_sorted_by_given_name(text, people):
    assert found(text) == people


def test_that_a_name_is_found_through_telex_that_nobody_read():
    assert found("nguyeenx vawn an") == [1]
    assert found("ddoox ddwcs") == [5]
    assert found("sangs") == [14]


def test_that_a_code_is_found_through_telex_that_read_it():
    assert found("Đ04") == [4]


def test_that_a_garbled_code_never_means_one_of_two():
    assert found("Á05") == [14, 5]
    assert found("A05") == [14]
    assert found("AS05") == [5]


@pytest.mark.parametrize("text", ["", "   ", "\t", "999", "ĐB-999", "zzz", "-", "🙂", "9" * 500])
def test_that_what_belongs_to_nobody_finds_nobody(text):
    assert found(text) == []
    assert DoorFinder(PEOPLE).find(text).by is FoundBy.NOTHING


def test_that_nothing_is_found_in_an_empty_register():
    assert DoorFinder(()).find("1").people == ()

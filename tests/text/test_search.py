"""People are found as an office types: without accents, in any order, by code or number too."""

from __future__ import annotations

import pytest

from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder, search_words

PEOPLE = (
    Person(id=1, code="DB-001", name="Nguyễn Thị Đào", delegation="Chi bộ Khu phố 3"),
    Person(id=2, code="DB-002", name="Đỗ Văn An", delegation="Chi bộ Trường Tiểu học Hòa Bình"),
    Person(id=12, code="DB-012", name="Trần Hoài An", position="Phó Bí thư Đoàn phường"),
    Person(id=120, code="K120", name="LÊ VĂN ẨN", position="Bí thư chi bộ"),
)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", [1, 2, 12, 120]),
        ("   ", [1, 2, 12, 120]),
        ("dao", [1]),
        ("Đào", [1]),
        ("ĐÀO", [1]),
        ("dao nguyen", [1]),
        ("an", [2, 12, 120]),
        ("van an", [2, 120]),
        ("an v", [2, 120]),
        ("tran an pho bi thu", [12]),
        ("hoa binh", [2]),
        ("hoà bình", [2]),
        ("khu pho 3", [1]),
        ("12", [12, 120]),
        ("120", [120]),
        ("DB-012", [12]),
        ("db012", [12]),
        ("db 012", [12]),
        ("k120", [120]),
        ("guyen", []),
        ("dao an", []),
        ("zz", []),
    ],
)
def test_that_each_word_typed_begins_a_word_of_the_person(typed: str, numbers: list[int]) -> None:
    found = PersonFinder(PEOPLE).find(typed)

    assert [person.id for person in found] == numbers


def test_that_decomposed_text_finds_the_same_as_composed_text() -> None:
    finder = PersonFinder(PEOPLE)

    assert finder.find("Đa\u0300o") == finder.find("Đào") == (PEOPLE[0],)


def test_that_words_are_folded_and_parted_at_every_sign() -> None:
    assert search_words("  Đỗ Văn-An, P.19 ") == ["do", "van", "an", "p", "19"]


def test_that_a_person_without_a_number_is_not_found_by_zero() -> None:
    assert PersonFinder([Person(code="", name="Lê Ba")]).find("0") == ()

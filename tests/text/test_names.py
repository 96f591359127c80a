"""Names in Vietnamese alphabetical order, as they stand on a ballot."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.text.name_order import ballot_order_key, name_key, syllable_key

_TRICKY = """\
Ngô An, Nguyễn An, Nguyễn Văn An, Hồ Anh, Hồ Ành, Đỗ Ảnh, Hồ Ảnh, Hồ Ãnh, Đỗ Ánh, Hồ Ánh, Hồ Ạnh,
Đỗ Ăn, Đỗ Ẵn, Nguyễn Văn Ân, Nguyễn Văn Ấn, Lê Ái Ba, Lê Ba, Lê Thị Ba, Lê Văn Ba, Lê Chi, Lê Cúc,
Lý Dân, Trần Dung, Lý Dũng, Lý Dương, Lý Đan, Lý Đông, Lý Đồng, Trần Đức, Bùi En, Bùi Êm, Lê Hoa,
Lê Hòa, Lê Hỏa, Lê Hóa, Lê Khanh, Phạm Quí, Phạm Quý, Lê Thu, Vũ Thủy"""
IN_ORDER = _TRICKY.replace("\n", " ").split(", ")
SAME = [("Lê Hòa", "Lê Hoà"), ("Lê Hóa", "Lê Hoá"), ("Vũ Thủy", "Vũ Thuỷ"), ("LÊ HÒA", "Lê Hòa")]


@given(st.permutations(IN_ORDER))
def test_that_tricky_names_come_in_dictionary_order(shuffled):
    assert sorted(shuffled, key=name_key) == IN_ORDER


def test_that_every_tricky_name_has_a_place_of_its_own():
    assert len({name_key(name) for name in IN_ORDER}) == len(IN_ORDER)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_that_the_placement_of_a_tone_and_capitals_are_nothing(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize("name", IN_ORDER)
def test_that_decomposed_unicode_sorts_alike(name):
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


def test_that_letters_come_in_the_order_of_the_alphabet():
    keys = [syllable_key(letter) for letter in "aăâbcdđeêghiklmnoôơpqrstuưvxy"]
    assert keys == sorted(set(keys))


def test_that_tones_come_after_letters_none_huyen_hoi_nga_sac_nang():
    keys = [syllable_key(word) for word in ("ma", "mà", "mả", "mã", "má", "mạ", "man")]
    assert keys == sorted(set(keys))


def test_that_of_two_people_of_one_name_the_older_comes_first():
    people = [("Lê An", ""), ("Lê An", "1980-02-01"), ("Lê An", "1975"), ("Lê An", "1980-01-31")]
    ordered = sorted(people, key=lambda person: ballot_order_key(*person))
    assert [born for _, born in ordered] == ["1975", "1980-01-31", "1980-02-01", ""]


@given(st.text(max_size=30))
def test_that_any_text_has_a_place(text):
    assert name_key(text) == name_key(text)
    assert [name_key(text)] < [(*name_key(text), ((0,), 0))]

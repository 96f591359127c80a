"""Vietnamese numbers in words, as an office reads them aloud."""

from __future__ import annotations

import pytest

from congress_desk.domain.text.number_words import LARGEST, number_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (99, "chín mươi chín"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (147, "một trăm bốn mươi bảy"),
        (445, "bốn trăm bốn mươi lăm"),
        (500, "năm trăm"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (1010, "một nghìn không trăm mười"),
        (1587, "một nghìn năm trăm tám mươi bảy"),
        (2021, "hai nghìn không trăm hai mươi mốt"),
        (10_000, "mười nghìn"),
        (21_000, "hai mươi mốt nghìn"),
        (105_005, "một trăm linh năm nghìn không trăm linh năm"),
        (999_999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    ],
)
def test_that_a_number_reads_as_it_is_said(number, words):
    assert number_words(number) == words


def test_that_empty_tens_are_said_as_the_setting_wants():
    assert number_words(1105, zero="lẻ") == "một nghìn một trăm lẻ năm"


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_that_a_number_without_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        number_words(number)


def test_that_no_two_numbers_read_the_same():
    words = {number_words(number) for number in range(20_000)}
    assert len(words) == 20_000

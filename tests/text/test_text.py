"""Text at the door: one form, nothing invisible."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.text.clean_text import clean_text, fold, has_invisible


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("  Lê   Văn\tAn \n", "Lê Văn An"),
        ("Lê\u200b Văn\u202e An\ufeff", "Lê Văn An"),
        ("Lê\u00a0Văn An", "Lê Văn An"),
        ("Lê\x00Văn\x1bAn", "Lê Văn An"),
        ("Lê \ud800An", "Lê An"),
        ("", ""),
    ],
)
def test_that_text_is_nfc_on_one_line_without_anything_invisible(raw, clean):
    assert clean_text(raw) == clean


@pytest.mark.parametrize("codepoint", [0x200B, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF])
def test_that_what_is_taken_out_is_noticed(codepoint):
    assert has_invisible(f"Lê{chr(codepoint)}An")
    assert not has_invisible(clean_text(f"Lê{chr(codepoint)}An"))


@given(st.text())
def test_that_cleaning_twice_changes_nothing_more(text):
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert not has_invisible(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Họ và tên*", "hovaten"),
        ("HỌ VÀ TÊN", "hovaten"),
        (unicodedata.normalize("NFD", "Họ và tên"), "hovaten"),
        ("Điểm danh", "diemdanh"),
        ("Ngày sinh (dd/mm)", "ngaysinhddmm"),
    ],
)
def test_that_headers_match_without_case_accents_or_spaces(text, key):
    assert fold(text) == key

import pytest

from congress_desk.exports.file_names import (
    LONGEST,
    candidate_list_name,
    counting_minutes_name,
    file_name,
    safe_name,
    unused_name,
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bầu Ban Chấp hành Đảng bộ", "Bau-Ban-Chap-hanh-Dang-bo"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc/passwd", "etc-passwd"),
        (" . . ", ""),
        ("日本", ""),
        ("Thủy", "Thuy"),
    ],
)
def test_that_names_become_readable_ascii(text, wanted):
    assert safe_name(text) == wanted


@pytest.mark.parametrize("reserved", ["CON", "nul", "COM1", "lpt9", "", "???"])
def test_that_names_reserved_on_windows_and_empty_names_are_never_made(reserved):
    name = file_name(reserved, suffix=".pdf")
    assert name.casefold() != f"{reserved.casefold()}.pdf"
    assert len(name) > len(".pdf")


def test_that_the_minutes_are_named_as_an_office_looks_for_them():
    assert counting_minutes_name("BCH", 1) == "bien-ban-kiem-phieu-BCH-lan-1.pdf"
    assert counting_minutes_name("ĐB", 2) == "bien-ban-kiem-phieu-DB-lan-2.pdf"
    assert candidate_list_name("BCH") == "danh-sach-bau-cu-BCH.pdf"


def test_that_no_name_is_longer_than_any_system_takes_and_the_round_stays():
    name = counting_minutes_name("Đ" * 300, 12)
    assert len(name) <= LONGEST
    assert name.endswith("-lan-12.pdf")
    assert len(file_name("x" * 300, suffix=".xlsx")) == LONGEST


def test_that_a_taken_name_is_numbered_without_regard_to_case():
    taken = ["danh-sach-bau-cu-DB.pdf", "danh-sach-bau-cu-db-2.PDF"]
    assert unused_name("danh-sach-bau-cu-DB.pdf", taken) == "danh-sach-bau-cu-DB-3.pdf"
    assert unused_name("khac.pdf", taken) == "khac.pdf"
    long = "x" * (LONGEST - 4) + ".pdf"
    assert len(unused_name(long, [long])) == LONGEST

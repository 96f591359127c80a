from dataclasses import replace

from document_text import document_text

from congress_desk.domain.elections.election import Election
from congress_desk.reports.document.document import Table
from congress_desk.reports.elections.candidate_list import candidate_list

from . import sheets


def election(count: int, seats: int, **fields) -> Election:
    made = Election(
        id=1, code="BCH", title="Ban Chấp hành", seats=seats, frozen=True,
        candidates=sheets.candidates(count),
    )  # fmt: skip
    return replace(made, **fields)


def text_of(found: Election, congress=sheets.CONGRESS) -> str:
    return document_text(candidate_list(congress, found, sheets.HEAD))


def test_that_the_list_gives_number_seats_and_the_exact_surplus():
    assert "gồm **58** đồng chí, bầu **52** đồng chí; số dư **6**, bằng **11,54%**" in text_of(
        election(58, 52)
    )
    assert "không có số dư" in text_of(election(9, 9))
    assert "ít hơn số lượng bầu **9**" in text_of(election(8, 9))


def test_that_dates_of_birth_stand_under_men_or_women():
    people = sheets.candidates(3)
    table = next(
        b
        for b in candidate_list(sheets.CONGRESS, election(3, 2), sheets.HEAD).blocks
        if isinstance(b, Table)
    )
    assert [(row[2], row[3]) for row in table.rows] == [
        ("02/02/1961", ""),
        ("03/03/1962", ""),
        ("", "04/04/1963"),
    ]
    assert people[2].gender == "nữ"


def test_that_an_unknown_gender_is_not_guessed():
    people = (*sheets.candidates(2), replace(sheets.candidate(3), gender=""))
    text = text_of(election(3, 2, candidates=people))
    assert "TT | Họ và tên | Ngày sinh | Chức vụ | Ghi chú" in text
    assert "Nam" not in text.split("TT |")[1].splitlines()[0]


def test_that_a_list_not_frozen_is_a_draft():
    assert "[BẢN NHÁP – danh sách chưa chốt]" in text_of(election(3, 2, frozen=False))
    assert "BẢN NHÁP" not in text_of(election(3, 2))


def test_that_an_empty_list_says_so():
    assert "Chưa có đồng chí nào" in text_of(election(0, 2, candidates=()))


def test_that_the_day_is_printed_only_for_a_congress_of_one_day():
    assert "ngày …… tháng 3 năm 2020" in text_of(election(3, 2))
    one_day = replace(sheets.CONGRESS, details=replace(sheets.DETAILS, ends="2020-03-12T17:00"))
    assert "ngày 12 tháng 3 năm 2020" in text_of(election(3, 2), one_day)

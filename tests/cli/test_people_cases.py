"""Lists that offices really send, one test a file: what comes in, and what is said of the rest."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from command_line import Said, everything_in, said_by
from imports.books import save_sheets
from openpyxl import load_workbook

CASES = Path(__file__).parent.parent / "data" / "cases_people"
THREE = [
    ("Nguyễn Thử An", "1975-06-05", "nam", "Chi bộ 1"),
    ("Trần Thị Mẫu", "1980-12-31", "nữ", "Chi bộ 2"),
    ("Lê Văn Ví", "1991-02-28", "nam", "Chi bộ 3"),
]


@pytest.fixture
def congress(tmp_path, capsys):
    """A congress without anybody, closed."""
    sheets = {"Đại hội": [["Mục", "Giá trị"], ["Tên đại hội", "Đại hội thử"]]}
    book = save_sheets(tmp_path / "s.xlsx", sheets)
    assert said_by(capsys, "new", tmp_path / "dh.congress", "--from", book).code == 0
    return tmp_path / "dh.congress"


@pytest.fixture
def taken(congress, capsys):
    """Take a case in after a dry run that writes nothing; return what was said, and the people."""

    def take(case: str, *words: str) -> tuple[Said, list[dict[str, str]]]:
        before = everything_in(congress.parent)
        dry = said_by(capsys, "people", congress, "--from", CASES / case, *words, "--dry-run")
        assert everything_in(congress.parent) == before
        said = said_by(capsys, "people", congress, "--from", CASES / case, *words)
        assert (dry.code, said.code) == (0, 0), said.err
        assert dry.out.startswith(said.out)
        return said, said_by(capsys, "people", congress, "--json").json

    return take


def of(people: list[dict[str, str]], *keys: str) -> list[Any]:
    """Return these fields of all people."""
    told = [tuple(person[key] for key in keys) for person in people]
    return [each[0] for each in told] if len(keys) == 1 else told


def lines(said: Said, start: str) -> list[str]:
    """Return the lines of a report that begin so."""
    return [line for line in said.out.splitlines() if line.startswith(start)]


def test_that_marks_under_a_header_of_two_rows_say_the_title_of_their_column(taken):
    _, people = taken("01-marks-under-two-row-header.xlsx")
    assert of(people, "name", "born", "gender", "ethnic", "theory") == [
        ("Nguyễn Thử An", "1975-06-05", "nam", "Kinh", "Cao cấp"),
        ("Trần Thị Mẫu", "1980-12-31", "nữ", "Kinh", "Sơ cấp"),
        ("Lò Văn Ví", "1991-02-28", "nam", "Thái", "Trung cấp"),
    ]


def test_that_a_row_of_counts_under_nam_and_nu_is_a_total(taken):
    said, people = taken("02-total-row-with-counts-under-nam-nu.xlsx")
    assert of(people, "born", "gender") == [("1975", "nam"), ("1980", "nữ"), ("1991", "nam")]
    assert "Bỏ qua: 1" in said.out
    assert "dòng 6: dòng cộng" in said.out


@pytest.mark.parametrize(
    "case", ["03-name-in-three-columns.xlsx", "05-full-name-beside-its-parts.xlsx"]
)
def test_that_a_name_in_several_columns_is_one_name(taken, case):
    _, people = taken(case)
    assert of(people, "name") == ["Nguyễn Thử An", "Trần Thị Mẫu"]


def test_that_a_name_that_lost_its_letters_is_a_problem(taken):
    said, people = taken("06-names-with-question-marks.csv")
    assert people == []
    assert len(lines(said, "Chưa nhập: ")) == 2
    assert "CSV UTF-8" in said.out


def test_that_lines_that_sum_up_are_nobody(taken):
    said, people = taken("07-summary-lines-become-people.csv")
    assert of(people, "name") == ["Nguyễn Thử An", "Trần Thị Mẫu"]
    assert "Bỏ qua: 7" in said.out


@pytest.mark.parametrize(
    "case", ["09-day-month-year-in-three-columns.csv", "10-ngay-sinh-beside-nam-sinh.csv"]
)
def test_that_a_birth_in_several_columns_is_one_date(taken, case):
    said, people = taken(case)
    assert of(people, "born") == ["1975-06-05", "1980"]
    assert lines(said, "Lưu ý") == []


def test_that_swapped_days_and_months_are_noted_for_the_column(taken):
    said, people = taken("11-dates-swapped-by-us-excel.xlsx")
    assert len(people) == 5
    swapped, unlikely = lines(said, "Lưu ý")
    assert "cột “C – Ngày sinh”: Cột này có lẽ bị đảo ngày và tháng" in swapped
    assert "“Trần Thị Mẫu” có chữ đệm “Thị” mà ghi giới tính nam" in unlikely


def test_that_a_hidden_row_is_taken_and_said(taken):
    said, people = taken("12-hidden-row.xlsx")
    assert of(people, "name", "born", "gender", "delegation") == THREE
    assert "Có 1 dòng ẩn vẫn được nhập (dòng 3)" in said.out


def test_that_another_sheet_with_people_is_said(taken):
    said, people = taken("14-two-sheets-of-people.xlsx")
    assert of(people, "name", "born", "gender", "delegation") == THREE
    assert "Trang “Chi bộ 4” cũng có danh sách (2 người)" in said.out
    _, people = taken("14-two-sheets-of-people.xlsx", "--sheet", "Chi bộ 4")
    assert of(people, "name")[3:] == ["Phạm Tờ Hai", "Vũ Tờ Hai"]


@pytest.mark.parametrize(
    "case",
    [
        "15-strict-open-xml.xlsx",
        "16-empty-fill.xlsx",
        "17-short-colour.xlsx",
        "18-cell-style-without-name.xlsx",
        "20-SharedStrings-capital.xlsx",
        "26-html-table-named.xls",
    ],
)
def test_that_what_excel_opens_comes_in(taken, case):
    said, people = taken(case)
    assert of(people, "name", "born", "gender", "delegation") == THREE
    assert lines(said, "Lưu ý") == []


def test_that_headers_of_associations_are_known(taken):
    _, people = taken("24-headers-of-associations.csv")
    assert of(people, "delegation", "kind", "gender", "ethnic") == [
        ("Chi hội 1", "official", "nam", "Kinh"),
        ("Chi hội 2", "alternate", "nữ", "Tày"),
    ]
    _, people = taken("24b-name-header-not-known.csv")
    assert ("Nguyễn Thử An", "CB1") in of(people, "name", "delegation")


def test_that_two_people_in_one_cell_are_a_problem(taken):
    said, people = taken("27-two-people-in-one-cell.csv")
    assert people == []
    assert "tách mỗi người một dòng" in said.out


def test_that_codes_come_in_as_excel_shows_them(taken):
    _, people = taken("29-codes-by-number-format.xlsx")
    assert of(people, "code") == ["ĐB-007", "ĐB-008", "ĐB-009"]


def test_that_utf8_read_as_ansi_is_put_right_and_said(taken):
    said, people = taken("30b-mojibake.csv")
    assert of(people, "name", "born") == [
        ("Nguyễn Thử An", "1975-06-05"),
        ("Trần Thị Mẫu", "1980"),
    ]
    assert "UTF-8 đọc như ANSI" in said.out


def test_that_the_dates_offices_write_are_read(taken):
    _, people = taken("32-dates-offices-write.csv")
    assert of(people, "born") == [
        "1975-06-15", "1975", "1975-06-15", "1975-06-15", "1975-06-15", "1975-06-05",
    ]  # fmt: skip


REFUSED = {
    "30-ansi-csv-lost-its-accents.csv": "đã mất chữ tiếng Việt",
    "31-list-without-header.csv": '--columns "STT; Họ và tên; Ngày sinh; Giới tính; Đoàn"',
    "38-broken-xml-list.xlsx": "bị hỏng",
}


@pytest.mark.parametrize("case", REFUSED)
def test_that_what_cannot_be_read_is_refused_in_one_line_that_says_what_to_do(
    congress, capsys, case
):
    before = everything_in(congress.parent)
    said = said_by(capsys, "people", congress, "--from", CASES / case)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert REFUSED[case] in said.err
    assert everything_in(congress.parent) == before


def test_that_columns_can_be_named_by_hand(taken):
    named = "STT; Họ và tên; Ngày sinh; Giới tính; Đoàn"
    _, people = taken("31-list-without-header.csv", "--columns", named)
    assert of(people, "name", "born", "gender", "delegation") == [
        ("Nguyễn Thử An", "1975-06-05", "nam", "CB1"),
        ("Trần Thị Mẫu", "1980-12-31", "nữ", "CB1"),
    ]
    _, people = taken("31-list-without-header.csv", "--columns", "B=Họ và tên, C=Ngày sinh")
    assert len(people) == 2


@pytest.mark.parametrize(
    ("columns", "says"), [("STT; Lạ", "“Lạ”"), ("STT; -; Ngày sinh", "Chưa cột nào")]
)
def test_that_columns_named_wrongly_are_refused(congress, capsys, columns, says):
    case = CASES / "31-list-without-header.csv"
    said = said_by(capsys, "people", congress, "--from", case, "--columns", columns)
    assert said.code == 2
    assert says in said.err


def test_that_swapped_days_and_months_can_be_turned_back(taken):
    said, people = taken("11-dates-swapped-by-us-excel.xlsx", "--swap-dates", "c")
    assert of(people, "born") == of_case_11()
    assert "Đã đổi chỗ ngày và tháng" in said.out
    assert "có lẽ bị đảo" not in said.out


def of_case_11() -> list[str]:
    """Return the births of the case with day and month of its real dates changed over."""
    sheet = load_workbook(CASES / "11-dates-swapped-by-us-excel.xlsx").worksheets[0]
    told = []
    for (value,) in sheet.iter_rows(min_row=2, min_col=3, max_col=3, values_only=True):
        if isinstance(value, datetime):
            told.append(f"{value.year}-{value.day:02d}-{value.month:02d}")
        else:
            day, month, year = value.split("/")
            told.append(f"{year}-{month:>02}-{day:>02}")
    return told


def test_that_a_column_without_dates_cannot_be_turned(congress, capsys):
    case = CASES / "11-dates-swapped-by-us-excel.xlsx"
    said = said_by(capsys, "people", congress, "--from", case, "--swap-dates", "B")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "Cột B không phải cột ngày tháng" in said.err
    assert "C" in said.err

"""A set-up workbook with anything wrong is refused, and told where: file, sheet, row, column."""

from __future__ import annotations

import pytest

from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, use_language
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup

from .books import save_sheets, setup_from, sound_sheets


def cell(sheet, row, column, value):
    """Return a change that puts `value` into one cell; row and column from 1."""

    def change(sheets):
        cells = sheets[sheet][row - 1]
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = value

    return change


def line(sheet, *values):
    """Return a change that adds a row at the end of a sheet."""
    return lambda sheets: sheets[sheet].append(list(values))


def without_column(sheet, column):
    """Return a change that empties a column of a sheet, header and all."""

    def change(sheets):
        for row in sheets[sheet]:
            row[column - 1] = None

    return change


def headed(label, value):
    """Return a change that adds a column to the elections, with a value for the first of them."""

    def change(sheets):
        sheets["Bầu cử"][0].append(label)
        sheets["Bầu cử"][1].append(value)

    return change


def without(sheet):
    return lambda sheets: sheets.pop(sheet)


CANDIDATES = "Danh sách bầu cử"
CASES = {
    "no sheet of the congress": (without("Đại hội"), "sheet_missing", "", 0, ""),
    "candidates without elections": (without("Bầu cử"), "sheet_missing", "", 0, ""),
    "no name of the congress": (
        cell("Đại hội", 2, 2, None), "cell_missing", "Đại hội", 2, "B – Tên đại hội",
    ),
    "no item of the name": (
        cell("Đại hội", 2, 1, "Tên gọi gì đó"), "cell_missing", "Đại hội", 0, "Tên đại hội",
    ),
    "an item twice": (
        line("Đại hội", "Tên đại hội", "Khác"), "congress_item_twice", "Đại hội", 6, "A",
    ),
    "unknown kind of congress": (
        cell("Đại hội", 3, 2, "Toàn dân"), "congress_kind_unknown", "Đại hội", 3,
        "B – Loại đại hội",
    ),
    "unknown rule set": (
        cell("Đại hội", 5, 2, "dang-1999"), "rule_set_unknown", "Đại hội", 5, "B – Quy chế bầu cử",
    ),
    "start that is no date": (
        cell("Đại hội", 4, 2, "sáng thứ năm"), "cell_not_a_moment", "Đại hội", 4, "B – Bắt đầu",
    ),
    "end before start": (
        line("Đại hội", "Kết thúc", "14/05/2025"), "congress_ends_before_start", "Đại hội", 6,
        "B – Kết thúc",
    ),
    "people without a column of names": (
        cell("Đại biểu", 1, 3, "Người"), "column_missing", "Đại biểu", 1, "Họ và tên",
    ),
    "elections without a column of seats": (
        cell("Bầu cử", 1, 3, None), "column_missing", "Bầu cử", 1, "Số lượng bầu",
    ),
    "agenda without a column of content": (
        cell("Chương trình", 1, 5, "?"), "column_missing", "Chương trình", 1, "Nội dung",
    ),
    "duties without a column of organs": (
        cell("Phân công", 1, 1, None), "column_missing", "Phân công", 1, "Cơ quan",
    ),
    "candidates without a column of codes": (
        without_column(CANDIDATES, 1), "column_missing", CANDIDATES, 1, "Mã",
    ),
    "a sheet without headers": (
        lambda sheets: sheets.update({"Bầu cử": [["abc", "def"]]}), "sheet_without_header",
        "Bầu cử", 0, "",
    ),
    "person without a name": (
        cell("Đại biểu", 3, 3, None), "cell_missing", "Đại biểu", 3, "C – Họ và tên",
    ),
    "name of 201 letters": (
        cell("Đại biểu", 3, 3, "a" * 201), "cell_too_long", "Đại biểu", 3, "C – Họ và tên",
    ),
    "unreadable date of birth": (
        cell("Đại biểu", 2, 4, "31/02/1975"), "cell_not_a_date", "Đại biểu", 2, "D – Ngày sinh",
    ),
    "unknown gender": (
        cell("Đại biểu", 2, 5, "?"), "gender_unknown", "Đại biểu", 2, "E – Giới tính",
    ),
    "unknown kind of person": (
        cell("Đại biểu", 2, 6, "bán chính thức"), "person_kind_unknown", "Đại biểu", 2, "F – Loại",
    ),
    "unknown status": (
        cell("Đại biểu", 2, 7, "đang đến"), "status_unknown", "Đại biểu", 2, "G – Điểm danh",
    ),
    "absent throughout, nothing else said": (
        cell("Đại biểu", 2, 7, "vắng suốt"), "status_unknown", "Đại biểu", 2, "G – Điểm danh",
    ),
    "code of a person twice": (
        cell("Đại biểu", 3, 2, "a1"), "person_code_twice", "Đại biểu", 3, "B – Mã",
    ),
    "formula never calculated": (
        cell("Đại biểu", 3, 3, "=A1"), "cell_formula_without_value", "Đại biểu", 3,
        "C – Họ và tên",
    ),
    "formula error": (
        cell("Đại biểu", 3, 4, "#REF!"), "cell_error", "Đại biểu", 3, "D – Ngày sinh",
    ),
    "time that is none": (
        cell("Chương trình", 2, 3, "25h00"), "cell_not_a_time", "Chương trình", 2, "C – Giờ",
    ),
    "day that is a month": (
        cell("Chương trình", 2, 2, "05/2025"), "cell_not_a_day", "Chương trình", 2, "B – Ngày",
    ),
    "minutes below zero": (
        cell("Chương trình", 2, 4, -5), "cell_not_minutes", "Chương trình", 2,
        "D – Thời lượng (phút)",
    ),
    "agenda item without content": (
        cell("Chương trình", 2, 5, None), "cell_missing", "Chương trình", 2, "E – Nội dung",
    ),
    "unknown organ": (
        cell("Phân công", 2, 1, "Ban kiểm phíu"), "organ_unknown", "Phân công", 2, "A – Cơ quan",
    ),
    "duty without a name": (
        cell("Phân công", 2, 2, None), "cell_missing", "Phân công", 2, "B – Họ và tên",
    ),
    "seats 0": (cell("Bầu cử", 2, 3, 0), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu"),
    "seats below 0": (
        cell("Bầu cử", 2, 3, -1), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu",
    ),
    "seats a fraction": (
        cell("Bầu cử", 2, 3, 2.5), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu",
    ),
    "seats a text": (
        cell("Bầu cử", 2, 3, "mười lăm"), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu",
    ),
    "seats a yes": (
        cell("Bầu cử", 2, 3, True), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu",
    ),
    "seats beyond all reason": (
        cell("Bầu cử", 2, 3, 1e300), "seats_not_a_number", "Bầu cử", 2, "C – Số lượng bầu",
    ),
    "alternates in words": (
        headed("Số dự khuyết", "hai"), "alternates_not_a_number", "Bầu cử", 2, "D – Số dự khuyết",
    ),
    "among an election below": (
        headed("Bầu trong số", "BT"), "among_unknown", "Bầu cử", 2, "D – Bầu trong số",
    ),
    "among itself": (
        headed("Bầu trong số", "BCH"), "among_unknown", "Bầu cử", 2, "D – Bầu trong số",
    ),
    "no seats": (cell("Bầu cử", 2, 3, None), "cell_missing", "Bầu cử", 2, "C – Số lượng bầu"),
    "no title": (cell("Bầu cử", 2, 2, None), "cell_missing", "Bầu cử", 2, "B – Nội dung bầu"),
    "code of an election twice": (
        cell("Bầu cử", 3, 1, "bch"), "election_code_twice", "Bầu cử", 3, "A – Mã",
    ),
    "candidate of no election": (
        line(CANDIDATES, "HĐND", None, "Lý Thị Hoa"), "election_unknown", CANDIDATES, 7, "A – Mã",
    ),
    "candidate without a code": (
        line(CANDIDATES, None, None, "Lý Thị Hoa"), "cell_missing", CANDIDATES, 7, "A – Mã",
    ),
    "candidate without a name": (
        line(CANDIDATES, "BCH", None, None, "1970"), "cell_missing", CANDIDATES, 7,
        "C – Họ và tên",
    ),
    "candidate twice": (
        line(CANDIDATES, "BCH", None, "TRẦN Văn Dũng", "1970"), "candidate_twice", CANDIDATES, 7,
        "C – Họ và tên",
    ),
    "candidate twice, once without a date of birth": (
        line(CANDIDATES, "BCH", None, "Trần Văn Dũng"), "candidate_twice", CANDIDATES, 7,
        "C – Họ và tên",
    ),
    "candidate twice, year and day agree": (
        line(CANDIDATES, "BCH", None, "Trần Văn Dũng", "05/06/1970"), "candidate_twice",
        CANDIDATES, 7, "C – Họ và tên",
    ),
    "a list numbered in part": (
        cell(CANDIDATES, 2, 2, 1), "candidate_number_missing", CANDIDATES, 3, "B – STT",
    ),
    "number that is none": (
        cell(CANDIDATES, 6, 2, "a"), "candidate_number_not_whole", CANDIDATES, 6, "B – STT",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_that_what_is_wrong_is_refused_at_its_place(tmp_path, case):
    change, code, sheet, row, column = CASES[case]
    result = setup_from(tmp_path, change)
    assert isinstance(result, Refusal)
    first = result.first
    assert first.code == f"import_{code}"
    assert (first.place.file, first.place.sheet) == ("thu.xlsx", sheet)
    assert (first.place.row, first.place.column) == (row, column)
    for language in ("vi", "en"):
        use_language(language)
        assert problem_text(first).startswith("thu.xlsx")
        assert "\n" not in problem_text(first)


def test_that_a_number_on_two_candidates_is_refused(tmp_path):
    def change(sheets):
        for row, number in zip(sheets[CANDIDATES][1:5], (1, 2, 2, 3), strict=True):
            row[1] = number

    result = setup_from(tmp_path, change)
    assert isinstance(result, Refusal)
    assert problem_text(result.first) == (
        "thu.xlsx, trang “Danh sách bầu cử”, dòng 4, cột “B – STT”: "
        "STT 2 đã dùng ở dòng 3 của cùng cuộc bầu cử; hãy ghi số khác"
    )


def test_that_every_problem_is_told_from_top_to_bottom(tmp_path):
    def change(sheets):
        sheets["Bầu cử"][1][2] = 0
        sheets["Đại biểu"][2][1] = "A1"
        sheets["Đại biểu"][2][3] = "hôm qua"
        sheets["Đại biểu"][1][6] = "?"
        sheets[CANDIDATES].append(["X", None, "Lý Thị Hoa"])

    result = setup_from(tmp_path, change)
    assert isinstance(result, Refusal)
    assert [(p.place.sheet, p.place.row, p.place.column[0]) for p in result.problems] == [
        ("Đại biểu", 2, "G"),
        ("Đại biểu", 3, "D"),
        ("Đại biểu", 3, "B"),
        ("Bầu cử", 2, "C"),
        (CANDIDATES, 7, "A"),
    ]


def test_that_a_missing_column_is_told_in_one_sentence_and_nothing_of_its_consequences(tmp_path):
    result = setup_from(tmp_path, cell("Bầu cử", 1, 3, None))
    assert isinstance(result, Refusal)
    assert len(result.problems) == 1
    assert problem_text(result.first) == (
        "thu.xlsx, trang “Bầu cử”, dòng 1, cột “Số lượng bầu”: "
        "Thiếu cột bắt buộc này; thêm cột vào dòng tiêu đề"
    )


def test_that_an_unknown_election_is_told_with_the_codes_there_are(tmp_path):
    result = setup_from(tmp_path, line(CANDIDATES, "HĐND", None, "Lý Thị Hoa"))
    assert isinstance(result, Refusal)
    assert "“HĐND”; trang “Bầu cử” có: BCH; BT" in problem_text(result.first)


def test_that_text_from_the_workbook_is_shown_short_and_on_one_line(tmp_path):
    result = setup_from(tmp_path, cell("Đại biểu", 2, 7, "{status}\nđang " + "rất " * 200))
    assert isinstance(result, Refusal)
    sentence = problem_text(result.first)
    assert "{status} đang rất" in sentence
    assert "…”" in sentence
    assert len(sentence) < 600


def test_that_a_thousand_wrong_lines_end_in_a_bounded_refusal(tmp_path):
    def change(sheets):
        sheets["Đại biểu"] += [[n, f"B{n}", None, "?"] for n in range(1000)]

    result = setup_from(tmp_path, change)
    assert isinstance(result, Refusal)
    assert len(result.problems) == 500


def test_that_the_workbook_must_come_from_a_set_of_known_rules(tmp_path):
    path = save_sheets(tmp_path / "thu.xlsx", sound_sheets())
    assert isinstance(read_setup(path, ("dang-190-2024",)), Setup)
    assert isinstance(read_setup(path, ("dang-244-2014",)), Refusal)
    assert "dang-190-2024" in rule_set_ids()

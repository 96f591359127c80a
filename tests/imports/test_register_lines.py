"""The rows of a list: every one is a person, a row passed over with its reason, or a problem."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from congress_desk.domain.people.person import PersonKind, Status
from congress_desk.i18n import problem_text
from congress_desk.imports.register.reading import SkipReason

from .books import list_reading, people_of, said_of

HEADER = ["TT", "Họ và tên", "Ngày sinh", "Chi bộ", "Ghi chú"]
AN = [1, "Lê Văn An", "05/06/1975", "Khu phố 1", None]


def one(folder, cells, header=None, **looks):
    """Return the only person of a list with one row."""
    reading = list_reading(folder, [header or HEADER, cells], **looks)
    assert reading.problems == ()
    (person,) = people_of(reading)
    return person


DATES = {
    "5/6/1975": "1975-06-05",
    "5.6.1975": "1975-06-05",
    "05-06-1975": "1975-06-05",
    "ngày 5 tháng 6 năm 1975": "1975-06-05",
    "03/1998": "1998-03",
    "tháng 3/1998": "1998-03",
    "Tháng 3 năm 1998": "1998-03",
    "00/03/1998": "1998-03",
    "00/00/1975": "1975",
    "5/6/75": "1975-06-05",
    "1975.0": "1975",
    "sinh 1975": "1975",
    "1975": "1975",
    "năm 1975": "1975",
    "1975 (Ất Mão)": "1975",
    "1975-06-05": "1975-06-05",
    "27550": "1975-06-05",
    1975: "1975",
    27550: "1975-06-05",
    date(1975, 6, 5): "1975-06-05",
    datetime(1975, 6, 5, 7, 30): "1975-06-05",
}


@pytest.mark.parametrize("written", DATES)
def test_that_a_date_keeps_the_precision_it_is_written_in(tmp_path, written):
    assert one(tmp_path, [1, "Lê Văn An", written]).born == DATES[written]


@pytest.mark.parametrize(
    ("number_format", "born"),
    [("mmm-yy", "1975-06"), ("mm/yyyy", "1975-06"), ("yyyy", "1975"), ("dd/mm/yyyy", "1975-06-05")],
)
def test_that_a_date_cell_says_no_more_than_it_shows(tmp_path, number_format, born):
    cells = [1, "Lê Văn An", date(1975, 6, 5)]
    assert one(tmp_path, cells, formats={"C2": number_format}).born == born


@pytest.mark.parametrize("written", ["31/02/1975", "5/6", "hôm qua", "1/1/1066", 4, 12345678])
def test_that_an_impossible_date_drops_its_cell_alone(tmp_path, written):
    reading = list_reading(tmp_path, [HEADER, [1, "Lê Văn An", written, "Khu phố 1"]])
    (person,) = people_of(reading)
    assert (person.born, person.delegation) == ("", "Khu phố 1")
    (note,) = reading.notes
    assert (note.code, note.place.row, note.place.column) == (
        "register_date_unknown", 2, "C – Ngày sinh",
    )  # fmt: skip
    assert "born" in reading.lines[0].blank


def test_that_a_formula_without_a_value_and_an_error_drop_their_cells_alone(tmp_path):
    reading = list_reading(tmp_path, [HEADER, [1, "Lê Văn An", "=1+1", "#REF!", "x"]])
    (person,) = people_of(reading)
    assert (person.born, person.delegation, person.note) == ("", "", "x")
    assert said_of(reading.notes) == [(2, "cell_without_value"), (2, "cell_error")]


NAMES = {
    "  LÊ   VĂN  AN ": "LÊ VĂN AN",
    "Lê Văn An": "Lê Văn An",
    "Lê\u200b Văn An": "Lê Văn An",
    "Le\u0302 Va\u0306n An": "Lê Văn An",
    "Đ/c Lê Văn An": "Lê Văn An",
    "Đồng chí Lê Văn An": "Lê Văn An",
    "1. Lê Văn An": "Lê Văn An",
    "H'Wing Niê": "H'Wing Niê",
    "François Müller": "François Müller",
    "Lê Văn An (B)": "Lê Văn An (B)",
}


@pytest.mark.parametrize("written", NAMES)
def test_that_a_name_is_cleaned_and_keeps_its_letters(tmp_path, written):
    assert one(tmp_path, [1, written, 1975]).name == NAMES[written]


def test_that_capitals_become_name_case_only_on_request(tmp_path):
    rows = [HEADER, [1, "LÊ  VĂN AN", 1975], [2, "H'WING NIÊ", 1976], [3, "Trần Ba", 1977]]
    assert [p.name for p in people_of(list_reading(tmp_path, rows))] == [
        "LÊ VĂN AN", "H'WING NIÊ", "Trần Ba",
    ]  # fmt: skip
    reading = list_reading(tmp_path, rows, name_case=True)
    assert [p.name for p in people_of(reading)] == ["Lê Văn An", "H'Wing Niê", "Trần Ba"]
    assert [(c.before, c.after, c.how) for c in reading.before_after] == [
        ("LÊ VĂN AN", "Lê Văn An", "name_case"),
        ("H'WING NIÊ", "H'Wing Niê", "name_case"),
    ]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (None, "name_missing"),
        ("12345", "name_unusable"),
        ("-", "name_missing"),
        ("N" * 201, "name_too_long"),
        ("=1+1", "name_fault"),
    ],
)
def test_that_a_row_without_a_usable_name_is_a_problem(tmp_path, written, code):
    reading = list_reading(tmp_path, [HEADER, AN, [2, written, "1/1/1970", "Khu phố 2", "x"]])
    assert len(reading.lines) == 1
    assert said_of(reading.problems) == [(3, code)]
    assert problem_text(reading.problems[0]).startswith("ds.xlsx, trang “Danh sách”, dòng 3, cột")


def test_that_a_name_of_two_hundred_letters_comes_in(tmp_path):
    assert len(one(tmp_path, [1, "N" * 200, 1975]).name) == 200


def test_that_rows_that_are_nobody_are_passed_over_with_a_reason(tmp_path):
    rows = [
        HEADER,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        AN,
        [],
        [],
        [2],
        HEADER,
        [2, "Trần Thị Ba", 1980, "Khu phố 2"],
        [None, "Tổng cộng: 2 đại biểu"],
        [None, "Trong đó: nữ 1"],
        [],
        [None, None, None, "Phường 19, ngày 5 tháng 6 năm 2020"],
        [None, "NGƯỜI LẬP BIỂU", None, "T/M ĐẢNG ỦY"],
        [None, "Nguyễn Thị Thu", None, "Phạm Văn Tư"],
    ]
    reading = list_reading(tmp_path, rows)
    assert [p.name for p in people_of(reading)] == ["Lê Văn An", "Trần Thị Ba"]
    assert reading.problems == ()
    assert [(s.row, s.last_row, s.reason) for s in reading.skipped] == [
        (2, 2, SkipReason.NUMBERING),
        (4, 5, SkipReason.BLANK),
        (6, 6, SkipReason.NUMBERING),
        (7, 7, SkipReason.HEADER),
        (9, 9, SkipReason.TOTAL),
        (10, 10, SkipReason.TOTAL),
        (11, 11, SkipReason.BLANK),
        (12, 12, SkipReason.NOTE),
        (13, 13, SkipReason.NOTE),
        (14, 14, SkipReason.NOTE),
    ]
    assert reading.skipped[-1].text == "Nguyễn Thị Thu | Phạm Văn Tư"
    assert reading.skipped_rows == 11


def test_that_offices_of_people_without_numbers_are_no_signatures(tmp_path):
    rows = [["Họ và tên", "Chức vụ"], ["Lê An", "Bí thư"], ["Trần Ba", "Chủ tịch"], ["Ngô Cư"]]
    reading = list_reading(tmp_path, rows)
    assert [p.position for p in people_of(reading)] == ["Bí thư", "Chủ tịch", ""]
    assert reading.skipped == ()


def test_that_every_row_under_the_header_is_accounted_for_once(tmp_path):
    rows = [["tiêu đề"], HEADER, AN, [], ["x"], [None, None, 1970], [3, "Bùi An"], ["Cộng", 3]]
    reading = list_reading(tmp_path, rows)
    seen = [line.row for line in reading.lines] + [p.place.row for p in reading.problems]
    seen += [row for run in reading.skipped for row in range(run.row, run.last_row + 1)]
    assert sorted(seen) == [3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "name", ["Tống Công Minh", "Tổng Văn Cộng", "Đoàn Thị Lan", "Công Đơn", "Tổ Văn Nam", "Ban Mai"]
)
def test_that_a_person_with_a_name_like_a_heading_is_a_person(tmp_path, name):
    assert one(tmp_path, [1, name, 1980, "Khu phố 1"]).name == name
    assert one(tmp_path, [1, name]).name == name


def test_that_a_heading_gives_its_unit_or_kind_where_no_column_does(tmp_path):
    header = ["TT", "Họ và tên", "Năm sinh"]
    rows = [
        header,
        ["I", "Chi bộ Khu phố 1"],
        [1, "Lê An", 1970],
        ["II. CHI BỘ KHU PHỐ 2"],
        [1, "Trần Ba", 1971],
        ["B", "Đại biểu dự khuyết"],
        [1, "Ngô Cư", 1972],
    ]
    reading = list_reading(tmp_path, rows)
    assert [(p.name, p.delegation, p.kind) for p in people_of(reading)] == [
        ("Lê An", "Chi bộ Khu phố 1", PersonKind.OFFICIAL),
        ("Trần Ba", "CHI BỘ KHU PHỐ 2", PersonKind.OFFICIAL),
        ("Ngô Cư", "CHI BỘ KHU PHỐ 2", PersonKind.ALTERNATE),
    ]
    assert {s.reason for s in reading.skipped} == {SkipReason.SECTION}
    assert [code for _, code in sorted(said_of(reading.notes))] == [
        "section_delegation", "section_delegation", "section_kind",
    ]  # fmt: skip


HEADINGS = {
    "DANH SÁCH ĐẠI BIỂU DỰ KHUYẾT": (PersonKind.ALTERNATE, ""),
    "Đại biểu đương nhiên: 12 đồng chí": (PersonKind.EX_OFFICIO, ""),
    "Các đại biểu chỉ định": (PersonKind.APPOINTED, ""),
    "Khách mời": (PersonKind.GUEST, ""),
    "Danh sách đại biểu": (PersonKind.OFFICIAL, ""),
    "CHI BỘ QUÂN SỰ": (PersonKind.OFFICIAL, "CHI BỘ QUÂN SỰ"),
    "Hội Cựu chiến binh": (PersonKind.OFFICIAL, "Hội Cựu chiến binh"),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_that_a_heading_without_number_is_a_kind_a_unit_or_a_title(tmp_path, heading):
    rows = [["Họ và tên", "Năm sinh"], [heading], ["Lê An", 1970]]
    (person,) = people_of(list_reading(tmp_path, rows))
    assert (person.kind, person.delegation) == HEADINGS[heading]


def test_that_the_larger_heading_ends_the_smaller(tmp_path):
    rows = [
        ["TT", "Họ và tên"],
        ["A", "ĐẠI BIỂU ĐƯƠNG NHIÊN (01)"],
        ["I", "Chi bộ ấp 1"],
        ["01", "Lê An"],
        ["B", "ĐẠI BIỂU DỰ KHUYẾT"],
        ["02", "Trần Ba"],
    ]
    people = people_of(list_reading(tmp_path, rows))
    assert [(p.kind, p.delegation) for p in people] == [
        (PersonKind.EX_OFFICIO, "Chi bộ ấp 1"), (PersonKind.ALTERNATE, ""),
    ]  # fmt: skip


def test_that_a_heading_gives_nothing_where_a_column_says_it(tmp_path):
    reading = list_reading(tmp_path, [HEADER, ["I", "Chi bộ Khu phố 9"], AN])
    assert people_of(reading)[0].delegation == "Khu phố 1"
    assert said_of(reading.notes) == [(2, "headings_unused")]


def test_that_the_column_of_the_birth_tells_the_gender(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Năm sinh", None],
        [None, None, "Nam", "Nữ"],
        [1, "Lê An", 1970, None],
        [2, "Trần Ba", None, "8.3.1971"],
        [3, "Ngô Cư", "x", None],
        [4, "Ngô Du", 1970, 1971],
        [5, "Ngô Ê", None, "30/02/1971"],
    ]
    reading = list_reading(tmp_path, rows, merges=["C1:D1"])
    assert [(p.born, p.gender) for p in people_of(reading)] == [
        ("1970", "nam"), ("1971-03-08", "nữ"), ("", "nam"), ("1971", "nam"), ("", "nữ"),
    ]  # fmt: skip
    assert said_of(reading.notes) == [(6, "marks_differ"), (7, "mark_unknown")]


def test_that_where_women_alone_are_ticked_the_others_are_men(tmp_path):
    header = ["TT", "Họ và tên", "Năm sinh", "Nữ"]
    reading = list_reading(tmp_path, [header, [1, "Lê An", 1970], [2, "Trần Ba", 1971, "x"]])
    assert [p.gender for p in people_of(reading)] == ["nam", "nữ"]
    assert [(n.code, n.params["cells"]) for n in reading.notes] == [("register_men_unmarked", 1)]


def test_that_men_alone_beside_an_empty_column_of_women_are_told_of(tmp_path):
    header = ["TT", "Họ và tên", "Năm sinh", "Nữ"]
    reading = list_reading(tmp_path, [header, [1, "Lê An", 1970], [2, "Trần Ba", 1971]])
    assert [p.gender for p in people_of(reading)] == ["", ""]
    told = [(n.code, n.params["cells"], n.place.column) for n in reading.notes]
    assert told == [("register_gender_unmarked", 2, "D – Nữ")]


WORDS = {
    ("Giới tính", "Nữ"): ("gender", "nữ"),
    ("Giới tính", "NAM"): ("gender", "nam"),
    ("Loại", "ĐB đương nhiên"): ("kind", PersonKind.EX_OFFICIO),
    ("Loại", "ex_officio"): ("kind", PersonKind.EX_OFFICIO),
    ("Điểm danh", "có mặt"): ("status", Status.PRESENT),
    ("Điểm danh", "absent_throughout_no_alternate"): (
        "status", Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    ),
    ("Tái cử", "x"): ("incumbent", "re_elected"),
    ("Tái cử / lần đầu", "Lần đầu"): ("incumbent", "first"),
    ("Lần đầu", "x"): ("incumbent", "first"),
    ("Cấp ủy viên", "x"): ("committee", True),
    ("Cấp ủy viên", "không"): ("committee", False),
    ("Trưởng đoàn", "x"): ("delegation_role", "head"),
    ("Vai trò trong đoàn", "Phó trưởng đoàn"): ("delegation_role", "deputy"),
    ("Dự khuyết", "x"): ("kind", PersonKind.ALTERNATE),
    ("Ghế", 12): ("seat", "12"),
    ("Số người đi cùng", "2 người"): ("companions", 2),
    ("Thứ tự giới thiệu", 7): ("welcome", 7),
    ("Xe", "51A-123.45"): ("car", "51A-123.45"),
    ("Mã", "A-7"): ("code", "A-7"),
    ("Trình độ văn hóa", "12/12"): ("schooling", "12/12"),
    ("Quê quán", "Huế"): ("hometown", "Huế"),
    ("Ngày chính thức", "2/1991"): ("official_on", "1991-02"),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_that_a_cell_fills_its_field(tmp_path, case):
    title, written = case
    field, value = WORDS[case]
    person = one(tmp_path, [1, "Lê Văn An", written], header=["TT", "Họ và tên", title])
    assert getattr(person, field) == value


@pytest.mark.parametrize("title", ["Giới tính", "Loại", "Điểm danh", "Tái cử", "Dự khuyết"])
def test_that_an_unknown_word_drops_its_cell_alone(tmp_path, title):
    reading = list_reading(tmp_path, [["TT", "Họ và tên", title], [1, "Lê An", "lạ lùng"]])
    assert len(reading.lines) == 1
    (note,) = reading.notes
    assert note.code in ("register_word_unknown", "register_mark_unknown")
    assert "lạ lùng" in problem_text(note)


NOTES = {
    "ĐB đương nhiên": PersonKind.EX_OFFICIO,
    "dự khuyết": PersonKind.ALTERNATE,
    "Khách mời": PersonKind.GUEST,
    "Đại biểu chỉ định; tái cử": PersonKind.APPOINTED,
    "đã có đại biểu dự khuyết thay": PersonKind.OFFICIAL,
    "bạn của khách mời": PersonKind.OFFICIAL,
    "": PersonKind.OFFICIAL,
}


@pytest.mark.parametrize("note", NOTES)
def test_that_a_note_that_is_a_kind_gives_the_kind(tmp_path, note):
    reading = list_reading(tmp_path, [HEADER, [*AN[:4], note]])
    (line,) = reading.lines
    assert (line.person.kind, line.person.note) == (NOTES[note], note)
    told = NOTES[note] is not PersonKind.OFFICIAL
    assert said_of(reading.notes) == ([(2, "kind_from_note")] if told else [])
    assert ("kind" in line.given) is told


def test_that_a_note_gives_no_kind_beside_a_column_of_kinds(tmp_path):
    header = ["TT", "Họ và tên", "Loại", "Ghi chú"]
    reading = list_reading(tmp_path, [header, [1, "Lê An", "chỉ định", "khách mời"]])
    assert people_of(reading)[0].kind is PersonKind.APPOINTED


def test_that_an_absence_in_a_note_changes_no_attendance_and_is_told(tmp_path):
    reading = list_reading(tmp_path, [HEADER, [*AN[:4], "vắng có phép"]])
    (line,) = reading.lines
    assert line.person.status is Status.ABSENT
    assert "status" not in line.given
    assert said_of(reading.notes) == [(2, "absence_in_note")]


def test_that_columns_nobody_knows_are_told_when_they_hold_something(tmp_path):
    rows = [["Họ và tên", "Tài khoản", "Trống"], ["Lê An", "0903"], ["Lê Ba", "0904", None, "x"]]
    reading = list_reading(tmp_path, rows)
    assert [(n.place.column, n.params["cells"]) for n in reading.notes] == [
        ("B – Tài khoản", 2), ("D", 1),
    ]  # fmt: skip


def test_that_a_merged_cell_of_a_unit_stands_for_all_its_rows(tmp_path):
    rows = [HEADER, AN, [2, "Lê Ba", 1971], [3, "Lê Cư", 1972], [4, "Lê Du", 1973]]
    reading = list_reading(tmp_path, rows, merges=["D2:D4"])
    assert [p.delegation for p in people_of(reading)] == ["Khu phố 1"] * 3 + [""]


def test_that_a_birth_in_three_columns_is_one_date(tmp_path):
    rows = [
        ["Họ và tên", "Ngày sinh", None, None],
        [None, "Ngày", "Tháng", "Năm"],
        ["Lê An", 5, 6, 1975],
        ["Lê Ba", None, 6, 1975],
        ["Lê Cư", None, None, 1975],
    ]
    reading = list_reading(tmp_path, rows, merges=["B1:D1"])
    assert reading.problems == ()
    assert [p.born for p in people_of(reading)] == ["1975-06-05", "1975-06", "1975"]


def test_that_names_in_two_columns_are_joined_and_never_doubled(tmp_path):
    rows = [["Họ và tên đệm", "Tên"], ["Lê Văn", "An"], ["Trần Thị Ba", "Ba"], ["Ngô Cư", None]]
    assert [p.name for p in people_of(list_reading(tmp_path, rows))] == [
        "Lê Văn An", "Trần Thị Ba", "Ngô Cư",
    ]  # fmt: skip


def test_that_groups_are_not_taken_and_told_once(tmp_path):
    header = ["Họ và tên", "Tổ thảo luận"]
    reading = list_reading(tmp_path, [header, ["Lê An", "Tổ 1"], ["Lê Ba", "Tổ 2"]])
    assert [(n.code, n.params["cells"]) for n in reading.notes] == [("register_group_not_taken", 2)]
    assert people_of(reading)[0].group_id == 0


def test_that_a_cell_too_long_is_dropped_and_told(tmp_path):
    reading = list_reading(tmp_path, [HEADER, [1, "Lê An", 1970, "x" * 501]])
    assert people_of(reading)[0].delegation == ""
    assert said_of(reading.notes) == [(2, "cell_too_long")]


def test_that_blank_cells_are_given_by_nobody(tmp_path):
    reading = list_reading(tmp_path, [HEADER, [1, "Lê An", None, "  ", None]])
    (line,) = reading.lines
    assert line.given == {"name"}
    assert line.blank == {"born", "delegation", "note"}


TWO_ALIKE = [HEADER, AN, [2, "Lê Văn An", 1980, "Khu phố 2"]]


def test_that_two_people_of_one_name_are_two_lines(tmp_path):
    assert len(list_reading(tmp_path, TWO_ALIKE).lines) == 2


def test_that_each_list_on_a_sheet_is_read_by_its_own_header(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Năm sinh", "Đơn vị"],
        [1, "Lê Văn An", 1975, "Khu phố 1"],
        ["DANH SÁCH ĐẠI BIỂU DỰ KHUYẾT"],
        ["TT", "Đơn vị", "Họ và tên", "Năm sinh"],
        [1, "Khu phố 2", "Trần Thị Bé", 1981],
        ["DANH SÁCH KHÁCH MỜI"],
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị"],
        [1, "Vũ Ất", "Bí thư Quận ủy", "Quận ủy"],
    ]
    reading = list_reading(tmp_path, rows)
    told = [(p.name, p.born, p.delegation, p.position, p.kind) for p in people_of(reading)]
    assert told == [
        ("Lê Văn An", "1975", "Khu phố 1", "", PersonKind.OFFICIAL),
        ("Trần Thị Bé", "1981", "Khu phố 2", "", PersonKind.ALTERNATE),
        ("Vũ Ất", "", "Quận ủy", "Bí thư Quận ủy", PersonKind.GUEST),
    ]
    changed = [note.place.row for note in reading.notes if note.code == "register_columns_changed"]
    assert (changed, reading.problems) == ([4, 7], ())


def test_that_a_header_repeated_on_each_page_changes_no_column(tmp_path):
    rows = [HEADER, AN, HEADER, [2, "Trần Thị Bé", 1981, "Khu phố 2", None]]
    reading = list_reading(tmp_path, rows)
    assert [note.code for note in reading.notes] == []
    assert [p.delegation for p in people_of(reading)] == ["Khu phố 1", "Khu phố 2"]


def test_that_a_second_list_may_have_a_header_of_two_rows(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Đơn vị"],
        [1, "Lê Văn An", "Khu phố 1"],
        ["TT", "Đơn vị", "Họ và tên", "Năm sinh", None],
        [None, None, None, "Nam", "Nữ"],
        [1, "Khu phố 2", "Trần Thị Bé", None, 1981],
    ]
    reading = list_reading(tmp_path, rows, merges=["D3:E3"])
    told = [(p.name, p.born, p.gender, p.delegation) for p in people_of(reading)]
    assert told == [("Lê Văn An", "", "", "Khu phố 1"), ("Trần Thị Bé", "1981", "nữ", "Khu phố 2")]
    assert (reading.problems, reading.skipped_rows) == ((), 2)


MEN_AND_WOMEN = [["NAM"], HEADER[:3], [1, "Lê Văn An", "05/06/1975"], [2, "Võ Hải", "1980"]]


def test_that_titles_of_men_and_women_give_the_gender_below_them(tmp_path):
    below = [["NỮ"], HEADER[:3], [1, "Lê Mai Lan", "1984"], [2, "Võ Hà", "1985"]]
    reading = list_reading(tmp_path, [*MEN_AND_WOMEN, *below])
    assert [person.gender for person in people_of(reading)] == ["nam", "nam", "nữ", "nữ"]
    assert [note.code for note in reading.notes].count("register_section_gender") == 2


def test_that_titles_over_lists_beside_one_another_give_their_gender(tmp_path):
    rows = [["NAM", None, None, None, "NỮ"], [*HEADER[:3], None, *HEADER[:3]]]
    rows += [[1, "Lê Văn An", "1975", None, 1, "Lê Mai Lan", "1984"],
             [2, "Võ Hải", "1980", None, 2, "Võ Hà", "1985"]]  # fmt: skip
    reading = list_reading(tmp_path, rows)
    told = {person.name: person.gender for person in people_of(reading)}
    assert told == {"Lê Văn An": "nam", "Võ Hải": "nam", "Lê Mai Lan": "nữ", "Võ Hà": "nữ"}


def test_that_a_sum_of_men_and_women_gives_nobody_a_gender(tmp_path):
    sums = [[None, "Nam: 1"], [None, "Nữ: 0"], [2, "Võ Hải", "1980"]]
    reading = list_reading(tmp_path, [HEADER[:3], AN[:3], *sums])
    assert [person.gender for person in people_of(reading)] == ["", ""]


def test_that_a_first_row_beside_the_columns_in_use_heads_nobody(tmp_path):
    rows = [["TT", "Họ và tên", "Xyzt"], [None, None, "Ghi gì đó"], [1, "Lê Văn An"], [2, "Hà Ba"]]
    reading = list_reading(tmp_path, rows)
    assert [person.name for person in people_of(reading)] == ["Lê Văn An", "Hà Ba"]
    assert [skipped.row for skipped in reading.skipped] == [2]

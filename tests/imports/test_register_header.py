"""Where the table of a list begins and what its columns are, however the office headed them."""

from __future__ import annotations

import pytest

from congress_desk.domain.people.register_changes import compare_register
from congress_desk.domain.people.register_layout import COLUMNS, REGISTER
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal
from congress_desk.i18n import place_text, problem_text
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.titles import meaning

from .books import list_reading, people_of, save_list, table_of, unmatched

TITLES = {
    "Họ và tên đại biểu": "name",
    "Họ, chữ đệm và tên": "name",
    "HỌ VÀ TÊN": "name",
    "Họ và tên (viết in hoa)": "name",
    "Ngày, tháng, năm sinh": "born",
    "Năm sinh": "born",
    "Nam/Nữ": "gender",
    "Nữ": "born_female",
    "Quê quán (xã, huyện, tỉnh)": "hometown",
    "Nguyên quán": "hometown",
    "Dân tộc": "ethnic",
    "Chức vụ, đơn vị công tác hiện nay": "position",
    "Đơn vị": "delegation",
    "Chi bộ": "delegation",
    "Chi bộ sinh hoạt": "delegation",
    "Ngày vào Đảng": "joined",
    "Ngày kết nạp Đảng": "joined",
    "Ngày vào Đảng (chính thức)": "official_on",
    "Ngày chính thức": "official_on",
    "Ngày công nhận chính thức": "official_on",
    "Trình độ văn hóa": "schooling",
    "Trình độ CM": "degree",
    "Chuyên môn, nghiệp vụ": "degree",
    "Trình độ lý luận chính trị": "theory",
    "LLCT": "theory",
    "Ngoại ngữ": "language",
    "Danh hiệu": "titles",
    "Tái cử/lần đầu": "incumbent",
    "Cấp ủy viên": "committee",
    "Số ghế": "seat",
    "Tổ thảo luận": "group",
    "Loại đại biểu": "kind",
    "Điểm danh": "status",
    "Ghi chú": "note",
    "Mã ĐB": "code",
    "Số thẻ đảng viên": "",
    "Số điện thoại": "phone",
    "Phòng": "delegation",
    "Phòng nghỉ": "room",
    "Biển số xe": "car",
    "Suất ăn": "meals",
    "Trang phục": "dress",
    "Xưng hô": "salutation",
    "Nhóm khách": "rank",
    "Thứ tự": "number",
    "Thứ tự giới thiệu": "welcome",
    "Đi cùng": "companions",
    "Cán bộ phụ trách": "contact",
    "Tuổi": "",
    "Đ" * 200: "",
}


@pytest.mark.parametrize("title", TITLES)
def test_that_a_header_is_known_by_what_offices_write(title):
    assert meaning("", title)[0] == TITLES[title]


UNDER = {
    ("Năm sinh", "Nam"): "born_male",
    ("Ngày, tháng, năm sinh", "Nữ"): "born_female",
    ("Giới tính", "Nữ"): "born_female",
    ("Ngày sinh", "Tháng"): "born",
    ("Trình độ", "CM"): "degree",
    ("Trình độ", "LLCT"): "theory",
    ("Trình độ", "Văn hóa"): "schooling",
    ("Trình độ", "Chuyên môn"): "degree",
    ("Trình độ", "Ngoại ngữ"): "language",
    ("Trình độ", "Tin học"): "",
    ("Ngày vào Đảng", "Dự bị"): "joined",
    ("Ngày vào Đảng", "Chính thức"): "official_on",
    ("Đại biểu", "Đương nhiên"): "kind_ex_officio",
    ("Họ và tên", "Họ đệm"): "surname",
    ("Họ và tên", "Tên"): "given_name",
    ("Quê quán", "(xã, tỉnh)"): "hometown",
    ("Năm sinh", "Tuổi"): "",
    ("Thông tin", "Họ và tên"): "name",
}


@pytest.mark.parametrize("path", UNDER)
def test_that_a_header_below_another_means_what_both_say(path):
    assert meaning(*path)[0] == UNDER[path]


def test_that_every_label_and_synonym_leads_to_its_own_field():
    wrong = [
        (column.key, title)
        for column in REGISTER
        for title in (column.label, *column.titles)
        if meaning("", title)[0] != column.key
    ]
    assert wrong == []


def test_that_no_two_fields_share_a_label():
    labels = [fold(column.label) for column in REGISTER]
    assert len(labels) == len(set(labels)) == len(COLUMNS)


def test_that_the_header_is_found_under_merged_titles(tmp_path):
    rows = [
        ["ĐẢNG ỦY PHƯỜNG", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["DANH SÁCH HỌ VÀ TÊN ĐẠI BIỂU DỰ ĐẠI HỘI"],
        ["(Kèm theo Quyết định số 12, ngày 5 tháng 6 năm 2020)"],
        [],
        ["TT", "Họ và tên", "Năm sinh", "Chi bộ"],
        [1, "Lê Văn An", 1970, "Khu phố 1"],
    ]
    path = save_list(tmp_path / "a.xlsx", rows, merges=["A2:D2", "A3:D3"])
    _, table = table_of(path)
    assert (table.first_row, table.last_row) == (5, 5)
    assert table.mapping == {1: "number", 2: "name", 3: "born", 4: "delegation"}
    assert unmatched(table) == ()


TWO_ROWS = [
    ["TT", "Họ và tên", "Năm sinh", None, "Quê quán", "Ngày vào Đảng", None, "Trình độ"],
    [None, None, "Nam", "Nữ", None, "Dự bị", "Chính thức", "Văn hóa", "CM", "LLCT", "Tin học"],
    [1, "Lê Văn An", 1970, None, "Huế", "3/2/1990", "3/2/1991", "12/12", "Đại học", "Cao cấp"],
]
MERGED = ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:G1", "H1:K1"]


@pytest.mark.parametrize("merges", [MERGED, []], ids=["merged", "not merged"])
def test_that_two_header_rows_are_one_header(tmp_path, merges):
    _, table = table_of(save_list(tmp_path / "a.xlsx", TWO_ROWS, merges=merges))
    assert (table.first_row, table.last_row) == (1, 2)
    assert table.mapping == {
        1: "number", 2: "name", 3: "born_male", 4: "born_female", 5: "hometown", 6: "joined",
        7: "official_on", 8: "schooling", 9: "degree", 10: "theory",
    }  # fmt: skip
    assert unmatched(table) == (11,)
    assert table.titles[4] == "Năm sinh – Nữ"
    assert table.titles[11] == "Trình độ – Tin học"


def test_that_names_in_two_columns_are_surname_and_given_name(tmp_path):
    cases = {
        "merged": ([["TT", "Họ và tên", None, "Năm sinh"]], ["B1:C1"]),
        "own titles": ([["TT", "Họ và tên đệm", "Tên", "Năm sinh"]], []),
        "whole name and given name": ([["TT", "Họ và tên", "Tên", "Năm sinh"]], []),
    }
    for name, (header, merges) in cases.items():
        rows = [*header, [1, "Lê Văn", "An", 1970]]
        _, table = table_of(save_list(tmp_path / "a.xlsx", rows, merges=merges))
        assert (table.mapping[2], table.mapping[3]) == ("surname", "given_name"), name


def test_that_a_lone_column_of_given_names_is_one_of_names(tmp_path):
    _, table = table_of(save_list(tmp_path / "a.xlsx", [["TT", "Tên"], [1, "Lê An"]]))
    assert table.mapping == {1: "number", 2: "name"}


def test_that_of_two_columns_for_one_field_the_surer_is_taken_and_the_other_named(tmp_path):
    rows = [["Họ và tên", "Đơn vị công tác", "Chi bộ"], ["Lê An", "UBND", "Khu phố 1"]]
    _, table = table_of(save_list(tmp_path / "a.xlsx", rows))
    assert table.mapping == {1: "name", 3: "delegation"}
    assert unmatched(table) == (2,)


def test_that_a_header_in_an_old_font_is_read(tmp_path):
    rows = [["TT", "Hä vµ tªn", "N¨m sinh", "§¬n vÞ"], [1, "NguyÔn V¨n An", 1970, "Khu phè 1"]]
    _, table = table_of(save_list(tmp_path / "a.xlsx", rows))
    assert table.mapping == {1: "number", 2: "name", 3: "born", 4: "delegation"}


def test_that_a_list_without_a_header_of_names_is_refused(tmp_path):
    path = save_list(tmp_path / "a.xlsx", [[1, "Lê Văn An", 1970], [2, "Lê Văn Ba", 1971]])
    from congress_desk.imports.register.book import likeliest_sheet, read_register_file

    file = read_register_file(path)
    found = likeliest_sheet(file)
    assert isinstance(found, Refusal)
    said = problem_text(found.first)
    assert said.startswith("a.xlsx, trang “Danh sách”: Danh sách không có dòng tiêu đề")
    assert '--columns "STT; Họ và tên; Ngày sinh"' in said
    assert isinstance(find_register_table(file.sheets[0]), Refusal)


def test_that_a_mapping_can_be_corrected(tmp_path):
    _, table = table_of(save_list(tmp_path / "a.xlsx", [["Họ và tên", "Cột lạ"], ["Lê An", "x"]]))
    mapped = table.corrected({1: "name", 2: "position"})
    assert (mapped.mapping, unmatched(mapped)) == ({1: "name", 2: "position"}, ())
    assert unmatched(table.corrected({1: "name", 2: ""})) == (2,)


BESIDE = [
    ["STT", "Họ và tên", "Năm sinh", None, "STT", "Họ và tên", "Năm sinh"],
    [1, "Lê Một", 1970, None, 3, "Lê Ba", 1972],
    [2, "Lê Hai", 1971, None, 4, "Lê Bốn", 1973],
    [None, None, None, None, 5, "Lê Năm", "hôm qua"],
]


def test_that_a_list_beside_the_first_is_read_after_it_each_with_its_own_rows(tmp_path):
    reading = list_reading(tmp_path, BESIDE)
    assert [(p.name, p.born) for p in people_of(reading)] == [
        ("Lê Một", "1970"),
        ("Lê Hai", "1971"),
        ("Lê Ba", "1972"),
        ("Lê Bốn", "1973"),
        ("Lê Năm", ""),
    ]
    said = {note.code: place_text(note.place) for note in reading.notes}
    assert said["register_date_unknown"] == "ds.xlsx, trang “Danh sách”, dòng 4, cột “G – Năm sinh”"
    assert said["register_list_beside"] == "ds.xlsx, trang “Danh sách”, dòng 1, cột “F – Họ và tên”"
    assert not reading.skipped


def test_that_lists_beside_one_another_take_unit_and_kind_from_their_own_titles(tmp_path):
    rows = [
        ["CHI ĐOÀN 1", None, None, "KHÁCH MỜI"],
        ["TT", "Họ và tên", None, "TT", "Họ và tên", "Chức vụ"],
        [1, "Lê Một", None, 1, "Lê Ba", "Bí thư"],
        [2, "Lê Hai"],
    ]
    assert [
        (p.name, p.delegation, p.kind, p.position) for p in people_of(list_reading(tmp_path, rows))
    ] == [
        ("Lê Một", "CHI ĐOÀN 1", "official", ""),
        ("Lê Hai", "CHI ĐOÀN 1", "official", ""),
        ("Lê Ba", "", "guest", "Bí thư"),
    ]


def test_that_people_named_in_passing_beside_the_list_are_said_and_not_read(tmp_path):
    rows = [
        ["STT", "Họ và tên", "Năm sinh", "Họ và tên", "Chức vụ"],
        [1, "Lê Một", 1970, "Lê Giới Thiệu", "Bí thư"],
        [2, "Lê Hai", 1971, "Lê Giới Thiệu", "Bí thư"],
    ]
    reading = list_reading(tmp_path, rows)
    assert [(p.name, p.born) for p in people_of(reading)] == [
        ("Lê Một", "1970"),
        ("Lê Hai", "1971"),
    ]
    (beside,) = [note for note in reading.notes if note.code == "register_second_list"]
    assert (beside.params["cells"], beside.place.column[0]) == (2, "D")


def test_that_one_person_in_both_lists_is_told_with_the_row_of_the_sheet(tmp_path):
    twice = [BESIDE[0], [1, "Lê Một", 1970, None, 2, "Lê Một", 1970]]
    changes = compare_register((), list_reading(tmp_path, twice).lines, attendance=False)
    (told,) = changes.problems
    assert (told.code, told.params["first"]) == ("register_person_twice", 2)


def test_that_titles_under_cells_merged_over_three_rows_are_what_a_mark_says(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Trình độ", None, None, None],
        [None, None, "Chuyên môn", None, "Lý luận chính trị", None],
        [None, None, "ĐH", "ThS", "Trung cấp", "Cao cấp"],
        [1, "Lê Một", "x", None, None, "x"],
        [2, "Lê Hai", None, "x", "x", None],
    ]
    reading = list_reading(tmp_path, rows, merges=["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"])
    assert [(p.degree, p.theory) for p in people_of(reading)] == [
        ("ĐH", "Cao cấp"),
        ("ThS", "Trung cấp"),
    ]


def test_that_a_mark_below_the_offices_is_the_office(tmp_path):
    rows = [
        ["TT", "Họ và tên", "Chức vụ", None],
        [None, None, "Bí thư", "Phó Bí thư"],
        [1, "Lê Một", "x", None],
        [2, "Lê Hai", None, "x"],
    ]
    reading = list_reading(tmp_path, rows, merges=["A1:A2", "B1:B2", "C1:D1"])
    assert [p.position for p in people_of(reading)] == ["Bí thư", "Phó Bí thư"]


def test_that_english_headers_are_known(tmp_path):
    titles = ["No.", "Full name", "Date of birth", "Sex", "Ethnic group", "Unit", "Job title"]
    rows = [[*titles, "Joined on"], [1, "Lê Một", 1970, "Male", "Kinh", "CB1", "Secretary", "2001"]]
    (person,) = people_of(list_reading(tmp_path, rows))
    assert (person.ethnic, person.position, person.joined) == ("Kinh", "Secretary", "2001")

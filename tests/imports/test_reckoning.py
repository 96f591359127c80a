"""What a list says of itself is held against what was read of it: each disagreement is told."""

from __future__ import annotations

import pytest

from congress_desk.errors import Refusal
from congress_desk.imports.register.book import (
    RegisterFile,
    notes_of_other_sheets,
    read_register_file,
)
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.lines import read_register_lines

from .books import said_of, save_sheets, sheet_of

HEADER = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Đơn vị", "Chức vụ"]
AN = [1, "Nguyễn Văn An", 1970, "Nam", "Chi bộ 1", "Bí thư"]
BINH = [2, "Lê Thị Bình", 1980, "Nữ", "Chi bộ 1", "Phó Bí thư"]
CHAU = [3, "Trần Văn Châu", 1975, "Nam", "Chi bộ 2", "Kế toán"]
DUNG = [4, "Phạm Văn Dũng", 1982, "Nam", "Chi bộ 2", "Đảng viên"]
PEOPLE = [AN, BINH, CHAU, DUNG]


def notes(*rows):
    """Return the rows and codes of the notes on a list."""
    sheet = sheet_of([[*row] for row in rows], ())
    table = find_register_table(sheet)
    assert not isinstance(table, Refusal)
    return said_of(read_register_lines(sheet, table).notes)


def with_cell(person, place, value):
    return [*person[:place], value, *person[place + 1 :]]


ODD = {
    "a word beside a name": ([AN, with_cell(BINH, 1, "Lê Thị Bình xin rút")], (3, "name_odd")),
    "a place beside a birth": ([with_cell(AN, 2, "1970 tại Hà Nội")], (2, "cell_not_taken")),
    "a ditto below nothing": ([with_cell(AN, 4, "nt")], (2, "cell_not_taken")),
    "a number left out": ([AN, BINH, with_cell(CHAU, 0, 5)], (4, "numbers_left_out")),
    "a number again": ([AN, BINH, CHAU, with_cell(DUNG, 0, 3)], (5, "numbers_anew")),
    "a text between people": ([AN, BINH, [None, "BAN THƯỜNG VỤ"], CHAU], (4, "row_not_used")),
    "numbers for offices": ([with_cell(p, 5, p[0]) for p in PEOPLE], (3, "column_doubtful")),
    "schooling for a people": ([with_cell(p, 5, "12/12") for p in PEOPLE], (2, "column_doubtful")),
    "somebody without a number": (
        [AN, BINH, with_cell(CHAU, 0, None), with_cell(DUNG, 0, 3)],
        (4, "person_unnumbered"),
    ),
    "a sum of more": ([*PEOPLE, [None, "Tổng cộng: 05 đồng chí"]], (6, "sum_differs")),
    "a sum of women": ([*PEOPLE, ["Danh sách có 4 đồng chí (nữ: 2)"]], (6, "gender_sum_differs")),
    "a year with a digit too many": ([with_cell(AN, 2, 19745), BINH], (2, "cell_doubtful")),
    "a date for a unit": ([AN, with_cell(BINH, 4, "05/06/1980")], (3, "cell_doubtful")),
    "two cells exchanged": (
        [AN, BINH, CHAU, with_cell(with_cell(DUNG, 4, "Kế toán"), 5, "Chi bộ 2")],
        (5, "row_shifted"),
    ),
    "offices for units": (
        [with_cell(p, 4, p[5]) for p in PEOPLE[:3]],
        (2, "column_doubtful"),
    ),
    "a name of one word": ([AN, with_cell(BINH, 1, "Bình")], (3, "name_short")),
    "names turned round": (
        [with_cell(p, 1, " ".join(reversed(p[1].split()))) for p in PEOPLE],
        (2, "names_turned"),
    ),
    "nobody's unit": ([AN, BINH, CHAU, with_cell(DUNG, 4, None)], (5, "unit_missing")),
    "a unit that names its head": (
        [with_cell(AN, 4, "Chi bộ 1: đ/c Bình"), with_cell(BINH, 4, "Chi bộ 1: đ/c Bình")],
        (2, "unit_odd"),
    ),
    "a unit in two spellings": ([AN, with_cell(BINH, 4, "CHI BỘ 1")], (3, "units_alike")),
}


@pytest.mark.parametrize("case", ODD)
def test_that_what_does_not_agree_is_told_at_its_row(case):
    rows, told = ODD[case]
    assert notes(HEADER, *rows).count(told) == 1


def test_that_a_list_that_agrees_is_told_nothing():
    total = [None, "Tổng cộng: 04 đồng chí (nữ: 1; nam: 3)"]
    assert notes(["DANH SÁCH 04 ĐẠI BIỂU"], HEADER, *PEOPLE, total) == []


def test_that_sums_of_units_and_of_all_may_stand_in_one_list():
    unit = [*HEADER[:4], HEADER[5]]
    first, last = ([*p[:4], p[5]] for p in (AN, BINH)), ([*p[:4], p[5]] for p in (CHAU, DUNG))
    rows = [["I", "Chi bộ 1: 02 đồng chí"], *first, [None, "Cộng: 02"], ["II", "Chi bộ 2 (2 đ/c)"]]
    said = notes(unit, *rows, *last, [None, "Cộng: 02"], [None, "Tổng số: 04 đồng chí"])
    assert [code for _, code in said if code != "section_delegation"] == []


@pytest.mark.parametrize(
    ("units", "told"), [(4, ["section_delegation"] * 4), (6, ["sections_delegation"])]
)
def test_that_many_headings_of_units_are_one_note(units, told):
    names = ("An", "Bình", "Châu", "Dũng", "Em", "Giang")
    rows = [
        row
        for number, name in enumerate(names[:units], start=1)
        for row in ([None, f"Chi bộ {number}"], [number, f"Nguyễn Văn {name}", 1970])
    ]
    assert [code for _, code in notes(HEADER[:3], *rows)] == told


def test_that_headings_that_a_column_of_units_makes_useless_are_told():
    rows = [AN, BINH, ["TỔ GIÚP VIỆC"], CHAU, ["Chi bộ 9"], DUNG]
    assert notes(HEADER, *rows) == [(4, "headings_unused")]


def test_that_a_telephone_shown_rounded_is_told():
    rows = [[*AN, "8.4912E+10"], [*BINH, "0912345678"]]
    assert notes([*HEADER, "Điện thoại"], *rows) == [(2, "cell_doubtful")]


def test_that_people_without_a_unit_between_others_are_told_but_no_list_of_its_own():
    em = [5, "Ngô Thị Em", 1985, "Nữ", "Chi bộ 2", "Đảng viên"]
    between = [AN, with_cell(BINH, 4, None), CHAU, with_cell(DUNG, 4, None), em]
    assert notes(HEADER, *between) == [(3, "unit_missing")]
    first = [with_cell(person, 4, None) for person in (AN, BINH)]
    assert notes(HEADER, *first, CHAU, DUNG, em) == []


def test_that_a_unit_above_a_list_without_units_is_told():
    bare = [p[:4] for p in PEOPLE]
    assert notes(["Đơn vị: Chi bộ 3"], HEADER[:4], *bare) == [(1, "unit_above")]
    assert notes(["ĐOÀN ĐẠI BIỂU XÃ BA"], HEADER[:4], *bare) == [(1, "unit_above")]
    assert notes(["Danh sách đoàn đại biểu đi dự đại hội"], HEADER[:4], *bare) == []


def test_that_what_a_mark_behind_a_name_means_is_told():
    starred = [BINH[0], f"{BINH[1]} (*)", *BINH[2:]]
    said = notes(HEADER, AN, starred, ["(*): đại biểu dự khuyết"], ["(*) theo Đề án 02"])
    assert said == [(4, "footnote_not_used")]


def test_that_who_shows_how_to_fill_in_the_list_is_told():
    assert notes(HEADER, with_cell(AN, 1, "Nguyễn Văn A"), BINH, CHAU) == [(2, "name_odd")]


@pytest.mark.parametrize("note", ["Rút tên", "Bí thư; xin vắng", "đã chuyển công tác"])
def test_that_a_note_of_somebody_who_will_not_come_is_told(note):
    rows = [[*AN, note], [*BINH, "Chuyên viên"], [*CHAU, "Con thương binh mất sức"]]
    assert notes([*HEADER, "Ghi chú"], *rows) == [(2, "absence_in_note")]


def test_that_a_row_above_the_header_that_is_somebody_is_told():
    assert notes([1, "Nguyễn Văn An", 1970], HEADER, BINH)[0] == (1, "row_like_person")


def test_that_a_sheet_of_people_without_a_header_is_told_and_a_programme_is_not(tmp_path):
    sheets = {
        "1": [HEADER, *PEOPLE[:2]],
        "2": PEOPLE[2:],
        "Chương trình": [["Phiên", "Ngày", "Giờ", "Thời lượng (phút)", "Nội dung"], ["Trù bị"]],
    }
    file = read_register_file(save_sheets(tmp_path / "ds.xlsx", sheets))
    assert isinstance(file, RegisterFile)
    (note,) = notes_of_other_sheets(file, file.sheets[0])
    assert (note.code, note.params["count"]) == ("register_sheet_unheaded", 2)

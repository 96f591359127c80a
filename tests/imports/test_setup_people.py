"""Delegates and candidates of the set-up workbook are read and judged as every list of people."""

from __future__ import annotations

from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import PersonKind
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup

from .books import notes_of, save_sheets, setup_from, sound_sheets

LISTED = "Danh sách bầu cử"
PARTS = ["STT", "Họ", "Tên đệm", "Tên", "Sinh ngày", None, None, "Nam", "Nữ", "Chi bộ"]
UNDER = [None, None, None, None, "Ngày", "Tháng", "Năm", None, None, None]


def setup_of(tmp_path, **sheets) -> Setup:
    """Return the set-up of the sound sheets with some of them replaced."""
    rows = {**sound_sheets(), **sheets}
    setup = read_setup(save_sheets(tmp_path / "thu.xlsx", rows), rule_set_ids())
    assert isinstance(setup, Setup), problem_text(setup.first)
    return setup


def test_that_names_in_three_columns_dates_in_three_and_marks_are_people(tmp_path):
    people = [
        ["DANH SÁCH ĐẠI BIỂU"],
        PARTS,
        UNDER,
        [1, "Nguyễn", "Thử", "An", 5, 6, 1975, "x", None, "Chi bộ 1"],
        [2, "Trần", "Thị", "Mẫu", None, None, 1980, None, "x", "Chi bộ 2"],
        [None, "Tổng cộng", None, None, None, None, None, 1, 1, None],
    ]
    setup = setup_of(tmp_path, **{"Đại biểu": people})
    told = [(p.code, p.name, p.born, p.gender, p.delegation) for p in setup.people]
    assert told == [
        ("D004", "Nguyễn Thử An", "1975-06-05", "nam", "Chi bộ 1"),
        ("D005", "Trần Thị Mẫu", "1980", "nữ", "Chi bộ 2"),
    ]
    assert any("Tổng cộng" in note for note in notes_of(setup))


def test_that_candidates_in_three_columns_with_marks_stand(tmp_path):
    listed = [
        ["Mã", "STT", "Họ", "Tên đệm", "Tên", "Năm sinh", "Nam", "Nữ", "Chức vụ"],
        ["BCH", 1, "Trần", "Văn", "Dũng", 1970, "x", None, "Bí thư"],
        ["BCH", 2, "Phạm", "Thị", "An", 1982, None, "x", None],
        ["BT", 1, "Trần", "Văn", "Dũng", 1970, "x", None, "Bí thư"],
    ]
    bch, bt = setup_of(tmp_path, **{LISTED: listed}).elections
    assert [(c.name, c.born, c.gender, c.role) for c in bch.candidates] == [
        ("Trần Văn Dũng", "1970", "nam", "Bí thư"),
        ("Phạm Thị An", "1982", "nữ", ""),
    ]
    assert [c.name for c in bt.candidates] == ["Trần Văn Dũng"]


def test_that_lists_without_a_header_come_in_and_say_how_they_were_understood(tmp_path):
    people = [
        [1, "Nguyễn Thử An", "05/06/1975", "Nam"],
        [2, "Trần Thị Mẫu", "1980", "Nữ"],
    ]
    listed = [["BCH", "Nguyễn Thử An", "05/06/1975"], ["BCH", "Trần Thị Mẫu", "1980"]]
    setup = setup_of(tmp_path, **{"Đại biểu": people, LISTED: listed})
    assert [(p.name, p.born, p.gender) for p in setup.people] == [
        ("Nguyễn Thử An", "1975-06-05", "nam"),
        ("Trần Thị Mẫu", "1980", "nữ"),
    ]
    assert [c.name for c in setup.elections[0].candidates] == ["Nguyễn Thử An", "Trần Thị Mẫu"]
    assert "STT; Họ và tên; Ngày sinh; Giới tính" in notes_of(setup)[0]


def test_that_a_list_of_the_only_election_needs_no_code(tmp_path):
    sheets = {
        "Bầu cử": [["Mã", "Nội dung bầu", "Số lượng bầu"], ["BCH", "Chi ủy", 1]],
        LISTED: [["STT", "Họ và tên"], [1, "Nguyễn Thử An"], [2, "Trần Thị Mẫu"]],
    }
    setup = setup_of(tmp_path, **sheets)
    assert len(setup.elections[0].candidates) == 2
    assert any("cuộc bầu cử duy nhất" in note for note in notes_of(setup))


def test_that_a_code_written_once_stands_for_the_rows_below_it(tmp_path):
    listed = [
        ["Mã", "Họ và tên"],
        ["BCH", "Nguyễn Thử An"],
        [None, "Trần Thị Mẫu"],
        [None, "Lê Văn Ví"],
        ["BT", "Nguyễn Thử An"],
    ]
    setup = setup_of(tmp_path, **{LISTED: listed})
    assert [len(e.candidates) for e in setup.elections] == [3, 1]
    assert any("2 người để trống nhận mã ghi ở trên" in note for note in notes_of(setup))


def test_that_what_can_hardly_be_is_noted_on_its_row(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][1][3] = "1899"
        sheets["Đại biểu"][2][4] = "Nam"
        sheets[LISTED].append(["BCH", None, "Nguyễn Văn Bính", "2020"])

    said = notes_of(setup_from(tmp_path, change))
    assert [text.partition(": ")[0] for text in said] == [
        "thu.xlsx, trang “Đại biểu”, dòng 2, cột “C – Họ và tên”",
        "thu.xlsx, trang “Đại biểu”, dòng 3, cột “C – Họ và tên”",
        "thu.xlsx, trang “Danh sách bầu cử”, dòng 7, cột “C – Họ và tên”",
    ]
    assert "đã 126 tuổi" in said[0]
    assert "“Thị” mà ghi giới tính nam" in said[1]
    assert "mới 5 tuổi" in said[2]


def test_that_a_candidate_a_letter_from_a_delegate_of_the_same_birth_is_noted(tmp_path):
    def change(sheets):
        sheets[LISTED].append(["BCH", None, "Nguyễn Văn Bính", "05/06/1975"])

    (said,) = notes_of(setup_from(tmp_path, change))
    assert "“Nguyễn Văn Bính” chỉ khác “Nguyễn Văn Bình”" in said


def test_that_names_in_an_old_font_are_turned_into_unicode_and_said(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][2][2] = "Ng« Quèc Uyªn"
        sheets[LISTED][2][2] = "NguyÔn V¨n B×nh"

    setup = setup_from(tmp_path, change)
    assert setup.people[1].name == "Ngô Quốc Uyên"
    assert "Nguyễn Văn Bình" in [c.name for c in setup.elections[0].candidates]
    assert sum("phông chữ cũ" in note for note in notes_of(setup)) == 2


def test_that_a_heading_gives_its_kind_to_the_people_below(tmp_path):
    people = [
        ["STT", "Họ và tên", "Năm sinh"],
        ["I", "Đại biểu đương nhiên"],
        [1, "Nguyễn Thử An", 1975],
        ["II", "Đại biểu được bầu"],
        [2, "Trần Thị Mẫu", 1980],
    ]
    setup = setup_of(tmp_path, **{"Đại biểu": people})
    assert [p.kind for p in setup.people] == [PersonKind.EX_OFFICIO, PersonKind.OFFICIAL]


def test_that_a_row_with_an_election_and_no_name_is_refused(tmp_path):
    result = setup_from(tmp_path, lambda sheets: sheets[LISTED].append(["BCH", 6]))
    assert isinstance(result, Refusal)
    assert (result.first.code, result.first.place.row) == ("import_cell_missing", 7)


def test_that_members_of_organs_may_have_their_names_in_three_columns(tmp_path):
    duties = [
        ["Cơ quan", "Họ", "Tên đệm", "Tên", "Nhiệm vụ"],
        ["Ban kiểm phiếu", "Lê", "Thị", "Lan", "Đọc phiếu"],
    ]
    (duty,) = setup_of(tmp_path, **{"Phân công": duties}).duties
    assert (duty.name, duty.duty) == ("Lê Thị Lan", "Đọc phiếu")


def test_that_a_congress_may_have_organs_of_its_own_which_is_said_once(tmp_path):
    duties = [
        ["Cơ quan", "Họ và tên", "Nhiệm vụ"],
        ["Tiểu ban phục vụ", "Lê Thị Lan", "Nước uống"],
        [None, "Trần Văn Dũng", ""],
        ["Tiểu ban Phục vụ", "Ngô Bảo", ""],
        ["Tổ thư ký", "Đỗ Thị Hà", ""],
    ]
    setup = setup_of(tmp_path, **{"Phân công": duties})
    own = (Organ.FREE, "Tiểu ban phục vụ")
    assert [(d.organ, d.organ_name) for d in setup.duties] == [own] * 3 + [(Organ.SECRETARIAT, "")]
    assert sum("cơ quan riêng" in note for note in notes_of(setup)) == 1

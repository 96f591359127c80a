"""A filled set-up workbook comes in whole, however the office has laid it out."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, time

import pytest
from congress_files import granted
from openpyxl import Workbook

from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.domain.setup.words import STATUS_LABELS
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.people import register

from .books import notes_of, save_sheets, setup_from, sound_setup, sound_sheets


def test_that_the_workbook_of_phuong_19_comes_in_whole(phuong_19):
    setup = read_setup(phuong_19, rule_set_ids())
    assert isinstance(setup, Setup)
    assert setup.details == CongressDetails(
        name="Đại hội đại biểu Đảng bộ Phường 19 lần thứ XII",
        superior="Đảng bộ Quận Bình Thạnh",
        body="Đảng bộ Phường 19",
        ordinal="XII",
        term="2020 - 2025",
        kind=CongressKind.DELEGATES,
        place="Hội trường Ủy ban nhân dân Phường 19",
        starts="2020-03-12T13:30",
        ends="2020-03-13T17:00",
    )
    assert setup.rule_set_id == "dang-244-2014"
    assert (len(setup.people), len(setup.agenda), len(setup.duties)) == (120, 17, 12)
    lists = [(e.code, e.seats, len(e.candidates)) for e in setup.elections]
    assert lists == [("BCH", 15, 18), ("BT", 1, 1), ("DB", 9, 9)]
    assert setup.notes == ()
    eighth = setup.people[7]
    assert (eighth.code, eighth.name, eighth.born) == ("P19-008", "Lý Anh Uyên", "1972-05-15")
    assert eighth.status is Status.ABSENT_THROUGHOUT_NO_ALTERNATE
    assert setup.agenda[0] == AgendaItem(
        session="Trù bị",
        day="2020-03-12",
        time="13:30",
        minutes=30,
        content="Đón tiếp đại biểu, điểm danh",
        executor="Ban Tổ chức",
    )
    assert setup.duties[7] == Duty(
        organ=Organ.COUNTING_BOARD, name="Phan Kim Ngân", title="Trưởng ban", duty="Trưởng ban"
    )


def test_that_candidates_without_numbers_stand_by_given_name(tmp_path):
    bch, bt = sound_setup(tmp_path).elections
    names = ["Phạm Thị An", "Ngô Quốc Bảo", "Vũ Minh Châu", "Trần Văn Dũng"]
    assert [candidate.name for candidate in bch.candidates] == names
    assert [candidate.born for candidate in bch.candidates] == ["1982", "1985-03", "1990", "1970"]
    assert [candidate.gender for candidate in bch.candidates] == ["nữ", "nam", "nữ", "nam"]
    assert len(bt.candidates) == 1


def test_that_numbers_keep_the_order_given(tmp_path):
    def change(sheets):
        for row, number in zip(sheets["Danh sách bầu cử"][1:5], (2, 4, 1, "3"), strict=True):
            row[1] = number

    bch = sound_setup(tmp_path, change).elections[0]
    names = ["Vũ Minh Châu", "Trần Văn Dũng", "Ngô Quốc Bảo", "Phạm Thị An"]
    assert [candidate.name for candidate in bch.candidates] == names


def test_that_two_candidates_of_one_name_with_different_dates_of_birth_may_stand(tmp_path):
    def change(sheets):
        sheets["Danh sách bầu cử"].append(["BCH", None, "Phạm Thị An", "1981", "Nữ"])

    bch = sound_setup(tmp_path, change).elections[0]
    assert [(c.name, c.born) for c in bch.candidates[:2]] == [
        ("Phạm Thị An", "1981"),
        ("Phạm Thị An", "1982"),
    ]


def test_that_a_workbook_with_nothing_but_a_name_is_a_congress(tmp_path):
    path = save_sheets(tmp_path / "a.xlsx", {"Đại hội": [["Tên đại hội", "Đại hội Chi bộ 3"]]})
    setup = read_setup(path, rule_set_ids())
    assert setup == Setup(
        details=CongressDetails(name="Đại hội Chi bộ 3"), rule_set_id="dang-190-2024"
    )


def test_that_headers_match_without_case_accents_and_spaces_and_by_synonym(tmp_path):
    def change(sheets):
        sheets["DAI HOI"] = sheets.pop("Đại hội")
        sheets["Danh sách đại biểu"] = sheets.pop("Đại biểu")
        sheets["Danh sách đại biểu"][0] = [
            "TT", "Mã số", "HỌ VÀ TÊN *", "Năm sinh", "giới  tính", "Diện", "Tình trạng",
        ]  # fmt: skip
        sheets["Bầu cử"][0] = ["ma", "noi dung bau", "Số lượng"]

    setup = sound_setup(tmp_path, change)
    assert [person.name for person in setup.people] == ["Nguyễn Văn Bình", "Lê Thị Lan"]
    assert setup.people[1].kind is PersonKind.EX_OFFICIO
    assert [election.seats for election in setup.elections] == [3, 1]
    assert setup.notes == ()


def test_that_titles_above_the_header_and_empty_or_numbered_rows_are_passed_over(tmp_path):
    def change(sheets):
        people = sheets["Đại biểu"]
        people[:0] = [["ĐẢNG BỘ PHƯỜNG 19"], ["DANH SÁCH ĐẠI BIỂU"], []]
        people += [[], [3], [4], list(people[3])]

    setup = sound_setup(tmp_path, change)
    assert [person.code for person in setup.people] == ["A1", "A2"]
    assert setup.notes == ()


def test_that_a_column_of_the_label_wins_over_one_of_a_synonym(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][0] += ["Đơn vị", "Đoàn"]
        sheets["Đại biểu"][1] += ["Trường học", "Chi bộ Khu phố 1"]

    setup = sound_setup(tmp_path, change)
    assert setup.people[0].delegation == "Chi bộ Khu phố 1"
    assert notes_of(setup) == [
        "thu.xlsx, trang “Đại biểu”, dòng 1, cột “H – Đơn vị”: "
        "Không dùng cột này nên bỏ qua (1 ô có dữ liệu)"
    ]


def test_that_unknown_sheets_columns_and_items_are_noted(tmp_path):
    def change(sheets):
        sheets["Sheet7"] = [["nháp"]]
        sheets["Trống"] = []
        sheets["Đại hội"].append(["Khẩu hiệu", "Đoàn kết"])
        sheets["Bầu cử"][0].append("Tỷ lệ")
        sheets["Bầu cử"][1] += ["50 %", "ngoài bảng"]

    assert notes_of(sound_setup(tmp_path, change)) == [
        "thu.xlsx, trang “Sheet7”: Không dùng trang này nên bỏ qua",
        "thu.xlsx, trang “Đại hội”, dòng 6: Không dùng mục “Khẩu hiệu” nên bỏ qua (1 mục)",
        "thu.xlsx, trang “Bầu cử”, dòng 1, cột “D – Tỷ lệ”: Không dùng cột này nên bỏ qua",
        "thu.xlsx, trang “Bầu cử”, dòng 2, cột “E”: "
        "Cột không có tiêu đề nên bỏ qua (1 ô có dữ liệu)",
    ]


def merged_book(path):
    book = Workbook()
    book.active.title = "Đại hội"
    book.active.append(["Tên đại hội", "Đại hội Chi bộ 3"])
    duties = book.create_sheet("Phân công")
    duties.append(["PHÂN CÔNG NHIỆM VỤ"])
    duties.merge_cells("A1:D1")
    duties.append(["Cơ quan", "Họ và tên", None, "Nhiệm vụ"])
    duties.merge_cells("B2:C2")
    duties.append(["Ban kiểm phiếu", "Lê Thị", "Lan", "Đọc phiếu"])
    duties.append([None, "Trần Văn", "Dũng", None])
    duties.append(["Đoàn thư ký", "Ngô", "Bảo", None])
    duties.merge_cells("A3:A4")
    book.save(path)
    return path


def test_that_merged_cells_stand_for_the_rows_and_columns_they_cover(tmp_path):
    setup = read_setup(merged_book(tmp_path / "a.xlsx"), rule_set_ids())
    assert isinstance(setup, Setup)
    assert [(duty.organ, duty.name) for duty in setup.duties] == [
        (Organ.COUNTING_BOARD, "Lê Thị Lan"),
        (Organ.COUNTING_BOARD, "Trần Văn Dũng"),
        (Organ.SECRETARIAT, "Ngô Bảo"),
    ]


def test_that_a_header_of_two_rows_is_passed_over_whole(tmp_path):
    book = Workbook()
    for name, rows in sound_sheets().items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    listed = book["Danh sách bầu cử"]
    listed.insert_rows(2)
    listed.insert_cols(5)
    listed["D2"], listed["E2"], listed["E3"] = "Nam", "Nữ", listed["D3"].value
    listed["D3"] = None
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        listed.merge_cells(cells)
    book.save(tmp_path / "a.xlsx")
    setup = read_setup(tmp_path / "a.xlsx", rule_set_ids())
    assert isinstance(setup, Setup), setup
    assert setup.elections == sound_setup(tmp_path).elections


def test_that_values_may_be_dates_times_and_numbers_of_the_workbook(tmp_path):
    def change(sheets):
        sheets["Đại hội"][3][1] = datetime(2025, 5, 15, 13, 30)
        sheets["Đại hội"].append(["Kết thúc", date(2025, 5, 16)])
        sheets["Đại hội"].append(["Lần thứ", 12.0])
        sheets["Đại biểu"][1][3] = datetime(1975, 6, 5)
        sheets["Đại biểu"][2][3] = 1980
        sheets["Chương trình"][1][1:4] = [datetime(2025, 5, 15), time(7, 30), 30.0]
        sheets["Bầu cử"][1][2] = 3.0
        sheets["Bầu cử"][2][2] = "1"

    setup = sound_setup(tmp_path, change)
    details = setup.details
    assert (details.starts, details.ends, details.ordinal) == (
        "2025-05-15T13:30",
        "2025-05-16",
        "12",
    )
    assert [person.born for person in setup.people] == ["1975-06-05", "1980"]
    assert (setup.agenda[0].day, setup.agenda[0].time, setup.agenda[0].minutes) == (
        "2025-05-15",
        "07:30",
        30,
    )
    assert [election.seats for election in setup.elections] == [3, 1]


def test_that_decomposed_and_invisible_characters_are_taken_out_and_said(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][1][2] = "Nguye\u0302\u0303n  Va\u0306n\u200b Bình\u202e"
        sheets["Đại biểu"][2][2] = "Lê\u200b Thị Lan"

    setup = sound_setup(tmp_path, change)
    assert [person.name for person in setup.people] == ["Nguyễn Văn Bình", "Lê Thị Lan"]
    assert notes_of(setup) == [
        "thu.xlsx, trang “Đại biểu”, dòng 2, cột “C – Họ và tên”: "
        "Đã bỏ ký tự ẩn trong “Nguyễn Văn Bình” (2 ô)"
    ]


def test_that_people_without_a_code_get_one_of_their_row(tmp_path):
    def change(sheets):
        people = sheets["Đại biểu"]
        people[1][1] = None
        people[2][1] = "d002"
        people.append([3, None, "Hồ Thị Mai"])

    codes = [person.code for person in sound_setup(tmp_path, change).people]
    assert codes == ["D002-2", "d002", "D004"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (None, Status.ABSENT),
        ("x", Status.PRESENT),
        ("CÓ MẶT", Status.PRESENT),
        ("vắng", Status.ABSENT),
        ("Vắng mặt không lý do", None),
        ("vắng không lý do", Status.ABSENT),
        ("vang suot dai hoi co ly do chinh dang", Status.ABSENT_THROUGHOUT_EXCUSED),
        ("absent_throughout_no_alternate", Status.ABSENT_THROUGHOUT_NO_ALTERNATE),
        *STATUS_LABELS.items(),
        *((status.value, status) for status in Status),
    ],
)
def test_that_a_status_is_read_by_label_code_or_short_form(tmp_path, text, status):
    def change(sheets):
        sheets["Đại biểu"][1][6] = text

    if status is None:
        with pytest.raises(AssertionError):
            sound_setup(tmp_path, change)
        return
    setup = sound_setup(tmp_path, change)
    assert setup.people[0].status is status
    assert setup.notes == ()


def test_that_an_absence_for_a_reason_is_read_as_partial_and_pointed_out(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][1][6] = "Vắng có lý do"

    setup = sound_setup(tmp_path, change)
    assert setup.people[0].status is Status.ABSENT
    assert [note.code for note in setup.notes] == ["import_status_doubtful"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Đại biểu", CongressKind.DELEGATES),
        ("Đại hội đại biểu", CongressKind.DELEGATES),
        ("đảng viên", CongressKind.PARTY_MEMBERS),
        ("Hội viên", CongressKind.MEMBERS),
        ("Đoàn viên", CongressKind.MEMBERS),
        ("công đoàn viên", CongressKind.MEMBERS),
        (None, CongressKind.DELEGATES),
    ],
)
def test_that_the_kind_of_congress_is_read(tmp_path, text, kind):
    def change(sheets):
        sheets["Đại hội"][2][1] = text

    assert sound_setup(tmp_path, change).details.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (None, PersonKind.OFFICIAL),
        ("dự khuyết", PersonKind.ALTERNATE),
        ("Đương nhiên", PersonKind.EX_OFFICIO),
        ("đại biểu chỉ định", PersonKind.APPOINTED),
        ("khach moi", PersonKind.GUEST),
        ("Dự bị", PersonKind.PROBATIONARY),
        *((kind.value, kind) for kind in PersonKind),
    ],
)
def test_that_the_kind_of_a_person_is_read(tmp_path, text, kind):
    def change(sheets):
        sheets["Đại biểu"][1][5] = text

    assert sound_setup(tmp_path, change).people[0].kind is kind


def test_that_doubtful_matters_are_noted_and_come_in(tmp_path):
    def change(sheets):
        sheets["Đại biểu"].append([3, "A3", "Nguyễn Văn Bình", "05/06/1975"])
        sheets["Đại biểu"].append([4, "A4", "José Muñoz"])
        del sheets["Danh sách bầu cử"][5]

    setup = sound_setup(tmp_path, change)
    assert len(setup.people) == 4
    assert [note.code.removeprefix("import_") for note in setup.notes] == [
        "name_with_foreign_letters",
        "person_twice",
        "election_without_candidates",
    ]


def test_that_the_items_may_stand_below_a_title_and_beside_numbers_and_help(tmp_path):
    rows = [
        ["KHAI BÁO ĐẠI HỘI"],
        ["STT", "Mục", "Giá trị", "Cách ghi"],
        [1, "Tên đại hội", "Đại hội Chi bộ 3", "ghi đủ"],
        [2, "Địa điểm", None, "hội trường"],
    ]
    setup = read_setup(save_sheets(tmp_path / "a.xlsx", {"Đại hội": rows}), rule_set_ids())
    assert isinstance(setup, Setup)
    assert (setup.details.name, setup.details.place) == ("Đại hội Chi bộ 3", "")
    assert setup.notes == ()


def test_that_reading_changes_nothing_and_is_the_same_twice(tmp_path):
    path = save_sheets(tmp_path / "a.xlsx", sound_sheets())
    before = path.read_bytes()
    assert read_setup(path, rule_set_ids()) == read_setup(path, rule_set_ids())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]


KIND_COLUMN = {
    "ban chấp hành": ElectionKind.COMMITTEE,
    "BAN THUONG VU": ElectionKind.STANDING,
    "Phó Bí thư": ElectionKind.DEPUTY,
    "delegates": ElectionKind.DELEGATES,
    "khác": ElectionKind.OTHER,
}


@pytest.mark.parametrize("written", KIND_COLUMN)
def test_that_the_kind_of_an_election_is_read_as_it_is_written(tmp_path, written):
    def change(sheets):
        sheets["Bầu cử"][0].append("Loại")
        sheets["Bầu cử"][1].append(written)
        sheets["Bầu cử"][2].append("bí thư")

    result = setup_from(tmp_path, change)
    first, second = result.elections
    assert (first.kind, first.kind_said) == (KIND_COLUMN[written], True)
    assert second.kind is ElectionKind.SECRETARY
    assert result.notes == ()


def test_that_an_empty_kind_is_read_out_of_the_title_and_said(tmp_path):
    def change(sheets):
        sheets["Bầu cử"][0].append("Loại")
        sheets["Bầu cử"][1].append("đại biểu")

    result = setup_from(tmp_path, change)
    assert [e.kind_said for e in result.elections] == [True, False]
    (note,) = result.notes
    assert (note.code, note.params["kinds"]) == ("import_election_kind_meant", "BT – bí thư")


def test_that_a_kind_nobody_knows_is_refused(tmp_path):
    def change(sheets):
        sheets["Bầu cử"][0].append("Loại")
        sheets["Bầu cử"][1].append("hội thẩm")

    assert setup_from(tmp_path, change).first.code == "import_election_kind_unknown"


def test_that_alternates_and_whose_elected_may_stand_come_into_the_file(tmp_path):
    def change(sheets):
        sheets["Bầu cử"][0] += ["Số dự khuyết", "Bầu trong số"]
        sheets["Bầu cử"][1] += [2]
        sheets["Bầu cử"][2] += [None, "bch"]

    setup = setup_from(tmp_path, change)
    assert isinstance(setup, Setup)
    assert [(e.alternates, e.among_id) for e in setup.elections] == [(2, 0), (0, 1)]
    with closing(granted(new_congress(tmp_path / "dh.congress", setup, actor="TK"))) as file:
        kept = elections(file)
        assert [(e.alternates, e.among_id) for e in kept] == [(2, 0), (0, kept[0].id)]


def test_that_home_schooling_and_official_date_come_into_the_file(tmp_path):
    def change(sheets):
        sheets["Đại biểu"][0] += ["Quê quán", "Trình độ văn hóa", "Ngày chính thức"]
        row = sheets["Đại biểu"][1]
        row += [None] * (len(sheets["Đại biểu"][0]) - 3 - len(row)) + ["Huế", "12/12", "03/02/2010"]

    setup = setup_from(tmp_path, change)
    assert isinstance(setup, Setup)
    with closing(granted(new_congress(tmp_path / "dh.congress", setup, actor="TK"))) as file:
        first, second, *_ = register(file)
    assert (first.hometown, first.schooling, first.official_on) == ("Huế", "12/12", "2010-02-03")
    assert (second.hometown, second.schooling, second.official_on) == ("", "", "")


PROGRAMMES = {
    "Từ and Đến below a title, sessions as headings": [
        ["STT", "Thời gian", None, "Nội dung"],
        [None, "Từ", "Đến", None],
        ["I", "PHIÊN TRÙ BỊ (chiều ngày 14/5/2025)"],
        [1, "13h30", "14h00", "Thông qua chương trình"],
        ["II", "Sáng ngày 15 tháng 5 năm 2025:"],
        [2, "7h30'", "8h15'", "Khai mạc"],
    ],
    "from until in one cell, a day and then its session": [
        ["Thời gian", "Nội dung"],
        ["Ngày 14/5/2025"],
        [None, "PHIÊN TRÙ BỊ (chiều)"],
        ["từ 13h30 đến 14h00", "Thông qua chương trình"],
        ["Ngày 15/5/2025"],
        ["Sáng"],
        ["7h30 ÷ 8h15", "Khai mạc"],
    ],
    "begin and end in columns": [
        ["Phiên", "Ngày", "Giờ bắt đầu", "Giờ kết thúc", "Nội dung"],
        ["PHIÊN TRÙ BỊ (chiều)", "14/5/2025", time(13, 30), time(14, 0), "Thông qua chương trình"],
        ["Sáng", "15/5/2025", time(7, 30), time(8, 15), "Khai mạc"],
    ],
}


@pytest.mark.parametrize("case", PROGRAMMES)
def test_that_a_programme_is_read_with_its_sessions_and_its_ends(tmp_path, case):
    def write(sheets):
        sheets["Chương trình"] = PROGRAMMES[case]

    setup = sound_setup(tmp_path, write)
    assert [(i.session, i.day, i.time, i.minutes, i.content) for i in setup.agenda] == [
        ("PHIÊN TRÙ BỊ (chiều)", "2025-05-14", "13:30", 30, "Thông qua chương trình"),
        ("Sáng", "2025-05-15", "07:30", 45, "Khai mạc"),
    ]
    assert not any("Không dùng cột" in note for note in notes_of(setup))


def test_that_numbers_which_begin_anew_with_each_election_are_usual(tmp_path):
    def write(sheets):
        for row, number in zip(sheets["Danh sách bầu cử"][1:], (1, 2, 3, 4, 1), strict=True):
            row[1] = number

    assert notes_of(sound_setup(tmp_path, write)) == []

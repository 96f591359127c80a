"""`congress-desk people`: a list into the register and the register out, told line by line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import assert_refused, everything_in, said_by, said_by_process
from congress_files import a_congress, granted
from imports.books import save_list, save_sheets

from congress_desk.actions.congress_settings import set_congress_setting
from congress_desk.actions.people.checkin import check_in
from congress_desk.domain.people.person import PersonKind, Status
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.mapping import mapping_text, setting_key
from congress_desk.queries.people import register
from congress_desk.storage.opening import open_file

LIST = Path(__file__).parent.parent / "data" / "danh-sach-dai-bieu-cu.xlsx"
KEYS = [
    "code", "name", "born", "gender", "ethnic", "religion", "delegation", "position", "joined",
    "degree", "theory", "kind", "status", "note",
]  # fmt: skip
HEADER = ["STT", "Mã", "Họ và tên", "Ngày sinh", "Điểm danh", "Ghi chú"]


@pytest.fixture
def congress(tmp_path):
    """A congress with eight delegates present and a guest, closed."""
    a_congress(tmp_path / "dh.congress", people=8).close()
    return tmp_path / "dh.congress"


def people_in(path):
    file = granted(open_file(path))
    try:
        return {person.code: person for person in register(file)}
    finally:
        file.close()


def test_that_a_list_comes_in_and_every_row_is_told(congress, capsys):
    told = said_by(capsys, "people", congress, "--from", LIST)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[:6] == [
        "Mới: 87", "Thay đổi: 0", "Không đổi: 0", "Bỏ qua: 3", "Chưa nhập được: 1",
        "Có trong đại hội, không có trong danh sách (giữ nguyên): 9",
    ]  # fmt: skip
    assert lines[6].startswith(
        "Chưa nhập: danh-sach-dai-bieu-cu.xlsx, trang “DS DB (moi)”, dòng 95"
    )
    assert lines[9].endswith("dòng 96: dòng cộng “Tổng cộng”")
    assert sum(line.startswith("Lưu ý: ") and "dòng" in line for line in lines) == 38
    assert "“Hå Gia Tó” → “Hồ Gia Tú” (phông .Vn (TCVN3))" in told.out
    assert len(people_in(congress)) == 96


def test_that_importing_again_changes_nothing_and_writes_nothing(congress, capsys):
    said_by(capsys, "people", congress, "--from", LIST)
    before = everything_in(congress.parent)
    told = said_by(capsys, "people", congress, "--from", LIST)
    assert told.out.splitlines()[:3] == ["Mới: 0", "Thay đổi: 0", "Không đổi: 87"]
    assert everything_in(congress.parent) == before


def test_that_a_dry_run_tells_all_and_writes_nothing(congress, capsys):
    before = everything_in(congress.parent)
    told = said_by(capsys, "people", congress, "--from", LIST, "--dry-run")
    assert told.code == 0
    assert told.out.startswith("Mới: 87\n")
    assert told.out.endswith("Chạy thử: chưa ghi gì\n")
    assert everything_in(congress.parent) == before


def test_that_names_in_capitals_change_on_request(congress, capsys):
    said_by(capsys, "people", congress, "--from", LIST)
    told = said_by(capsys, "people", congress, "--from", LIST, "--name-case")
    assert told.out.splitlines()[1] == "Thay đổi: 14"
    assert "Đổi: Lê Kim Toàn (D017): Họ và tên" in told.out
    assert said_by(capsys, "verify", congress).code == 0


def test_that_the_register_is_printed_under_the_keys_of_the_contract(congress, tmp_path, capsys):
    row = [1, "A1", "Lê Thị An", "3/1970", "có mặt", "khách mời"]
    said_by(capsys, "people", congress, "--from", save_list(tmp_path / "a.xlsx", [HEADER, row]))
    people = said_by(capsys, "people", congress, "--json").json
    assert [list(person) for person in people] == [KEYS] * 10
    assert people[-1] == {
        **dict.fromkeys(KEYS, ""), "code": "A1", "name": "Lê Thị An", "born": "1970-03",
        "kind": "guest", "status": "present", "note": "khách mời",
    }  # fmt: skip


def test_that_an_edited_list_brings_only_its_differences(congress, tmp_path, capsys):
    rows = [HEADER, *([i, f"{i:03}", f"Đại biểu {i}", None, "có mặt", None] for i in range(1, 9))]
    same = save_list(tmp_path / "a.xlsx", rows)
    told = said_by(capsys, "people", congress, "--from", same)
    assert told.out.splitlines()[:3] == ["Mới: 0", "Thay đổi: 0", "Không đổi: 8"]
    rows[3][3], rows[4][2] = "5/6/1975", "Đại biểu Tư"
    told = said_by(capsys, "people", congress, "--from", save_list(tmp_path / "b.xlsx", rows))
    assert told.out.splitlines()[:3] == ["Mới: 0", "Thay đổi: 2", "Không đổi: 6"]
    assert people_in(congress)["003"].born == "1975-06-05"
    assert people_in(congress)["004"].name == "Đại biểu Tư"


def test_that_attendance_of_a_list_counts_only_before_the_doors_open(congress, tmp_path, capsys):
    absent = [HEADER, [1, "001", "Đại biểu 1", None, "vắng", None]]
    said_by(capsys, "people", congress, "--from", save_list(tmp_path / "a.xlsx", absent))
    assert people_in(congress)["001"].status is Status.ABSENT
    file = granted(open_file(congress))
    granted(check_in(file, 1, actor="Cửa"))
    file.close()
    told = said_by(capsys, "people", congress, "--from", tmp_path / "a.xlsx")
    assert told.out.splitlines()[:3] == ["Mới: 0", "Thay đổi: 0", "Không đổi: 1"]
    assert people_in(congress)["001"].status is Status.PRESENT


def test_that_a_remembered_mapping_is_used(congress, tmp_path, capsys):
    path = save_list(tmp_path / "a.xlsx", [["Họ và tên", "Mục lạ"], ["Lê An", "Bí thư"]])
    _, table = likeliest_sheet(read_register_file(path))
    file = granted(open_file(congress))
    text = mapping_text({1: "name", 2: "position"})
    granted(set_congress_setting(file, setting_key(table), text, actor="TK"))
    file.close()
    said_by(capsys, "people", congress, "--from", path)
    assert people_in(congress)["D001"].position == "Bí thư"


def test_that_a_named_sheet_is_read_and_otherwise_the_likeliest(congress, tmp_path, capsys):
    guests = [["Họ và tên", "Loại"], ["Phạm Khách", "khách mời"]]
    people = [["TT", "Họ và tên", "Năm sinh"], [1, "Lê An", 1970], [2, "Lê Ba", 1971]]
    path = save_sheets(tmp_path / "a.xlsx", {"Khách": guests, "Đại biểu": people})
    assert said_by(capsys, "people", congress, "--from", path).out.startswith("Mới: 2\n")
    told = said_by(capsys, "people", congress, "--from", path, "--sheet", "Khách")
    assert told.out.startswith("Mới: 1\n")
    kinds = [p.kind for p in people_in(congress).values() if p.name == "Phạm Khách"]
    assert kinds == [PersonKind.GUEST]


REFUSED = {
    "no list": (lambda f: ("people", f), "--from"),
    "a list and the register": (lambda f: ("people", f, "--from", LIST, "--json"), "--json"),
    "no such list": (lambda f: ("people", f, "--from", f.parent / "thieu.xlsx"), "thieu.xlsx"),
    "no such sheet": (
        lambda f: ("people", f, "--from", LIST, "--sheet", "Nhân dân"), "DS DB (moi); Sheet2",
    ),
    "an empty sheet": (lambda f: ("people", f, "--from", LIST, "--sheet", "Sheet2"), "Sheet2"),
    "no such congress": (lambda f: ("people", f.parent / "x.congress", "--json"), "x.congress"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_that_a_wrong_call_is_refused_and_changes_nothing(congress, capsys, case):
    words, names = REFUSED[case]
    assert_refused(capsys, congress.parent, *words(congress), names=names)


def test_that_the_call_needs_neither_qt_nor_a_screen(congress):
    copied = Path(shutil.copy(LIST, congress.parent / "a.xlsx"))
    told = said_by_process("--lang", "en", "people", congress, "--from", copied)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("New: 87\nChanged: 0\nThe same: 0\nSkipped: 3\nProblems: 1\n")

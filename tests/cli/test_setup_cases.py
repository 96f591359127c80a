"""Set-up workbooks that offices really send: what comes in, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Said, everything_in, said_by
from congress_files import granted
from imports.books import notes_of, save_sheets, sound_setup

from congress_desk.domain.organs.duty import Organ
from congress_desk.queries.congress import agenda
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.people import register
from congress_desk.storage.opening import open_file

CASES = Path(__file__).parent.parent / "data" / "cases_people"


@pytest.fixture
def made(tmp_path, capsys):
    """Make a congress of a case; return what was said, people, programme and elections."""

    def make(case: str) -> tuple[Said, tuple, tuple, tuple]:
        path = tmp_path / "dh.congress"
        said = said_by(capsys, "new", path, "--from", CASES / case)
        assert said.code == 0, said.err
        file = granted(open_file(path))
        try:
            return said, register(file), agenda(file), elections(file)
        finally:
            file.close()

    return make


def test_that_sums_and_signatures_are_neither_delegates_nor_candidates(made):
    said, people, _, (election,) = made("35-setup-total-rows-become-delegates-and-candidate.xlsx")
    assert (len(people), len(election.candidates)) == (5, 4)
    for text in (
        "Tổng cộng: 5 đại biểu",
        "Tổng | 5 người",
        "NGƯỜI LẬP BIỂU",
        "Tổng số: 4 đồng chí",
    ):
        assert text in said.err


def test_that_candidates_unlike_the_register_are_findings(made):
    said, *_ = made("21-candidate-gender-differs-from-register.xlsx")
    told = said.err.splitlines()
    assert len(told) == 5
    assert "chữ đệm “Thị” mà ghi giới tính nam" in told.pop(0)
    assert "Ngày sinh của “Nguyễn Thử A”" in told[0]
    assert "Giới tính của “Nguyễn Thử A”" in told[1]
    assert "Giới tính của “Nguyễn Thử B”" in told[2]
    assert "“Trần Thị Lạ” trong danh sách bầu cử không có trong danh sách đại biểu" in told[3]


def test_that_a_numbered_programme_loses_its_numbers_and_says_so(made):
    said, _, items, _ = made("23-programme-already-numbered.xlsx")
    assert [item.content for item in items] == [
        "Đón tiếp", "Bầu Đoàn chủ tịch", "Thông qua danh sách",
    ]  # fmt: skip
    assert "Đã bỏ số thứ tự ghi sẵn" in said.err


def test_that_two_candidates_of_one_name_say_nothing_where_births_agree(made):
    said, people, *_ = made("36-two-candidates-of-one-name.xlsx")
    assert (len(people), said.err) == (3, "")


def test_that_a_broken_workbook_is_refused_in_one_line_and_leaves_nothing(tmp_path, capsys):
    said = said_by(
        capsys, "new", tmp_path / "x.congress", "--from", CASES / "37-broken-xml-setup.xlsx"
    )
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "bị hỏng" in said.err
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("Đại biểu", [None, None, "Cộng: 2 người"]),
        ("Đại biểu", [None, None, "T/M BAN THƯỜNG VỤ", None, "Nguyễn Văn A"]),
        ("Đại biểu", ["Danh sách này có 2 đại biểu"]),
        ("Đại biểu", [None, None, "Chi bộ Khu phố 1"]),
        ("Danh sách bầu cử", ["BCH", None, "Danh sách gồm 5 đồng chí"]),
        ("Danh sách bầu cử", [None, None, "NGƯỜI LẬP BIỂU"]),
        ("Phân công", ["Ban kiểm phiếu", "Tổng số: 5 đồng chí"]),
        ("Chương trình", [None, None, None, 120, "Tổng cộng"]),
        ("Chương trình", [None, None, None, None, "Tổng thời gian: 120 phút"]),
        ("Chương trình", [None, None, None, None, "BÍ THƯ"]),
        ("Chương trình", [None, None, None, None, "(đã ký)"]),
        ("Chương trình", [None, None, None, None, "Nguyễn Văn Hùng"]),
    ],
)
def test_that_a_row_around_a_table_is_left_out_and_said(tmp_path, sheet, row):
    before = sound_setup(tmp_path)
    after = sound_setup(tmp_path, lambda sheets: sheets[sheet].append(row))
    assert (after.people, after.agenda, after.duties) == (
        before.people, before.agenda, before.duties,
    )  # fmt: skip
    assert after.elections == before.elections
    assert any("bỏ qua" in note for note in notes_of(after)[len(before.notes) :])


def test_that_a_programme_is_read_as_offices_write_it(tmp_path):
    """A heading of its own row, an hour from – to; an organ written once above its members."""

    def write(sheets):
        sheets["Chương trình"].append([None, None, None, None, "NGÀY 06/6 (BUỔI SÁNG)"])
        sheets["Chương trình"].append([None, None, "8g00 - 8g10", None, "Chào cờ"])
        sheets["Phân công"] += [["Đoàn thư ký", "Trần Thị Mẫu"], [None, "Lê Văn Thử"]]

    setup = sound_setup(tmp_path, write)
    last = setup.agenda[-1]
    assert (last.session, last.time, last.minutes, last.content) == (
        "NGÀY 06/6 (BUỔI SÁNG)", "08:00", 10, "Chào cờ",
    )  # fmt: skip
    assert [duty.organ for duty in setup.duties[-2:]] == [Organ.SECRETARIAT] * 2
    assert any("lấy “Đoàn thư ký” như dòng trên" in note for note in notes_of(setup))


def test_that_a_number_makes_somebody_of_an_odd_name_who_is_said(tmp_path):
    setup = sound_setup(
        tmp_path, lambda sheets: sheets["Đại biểu"].append([3, None, "Đại biểu 7", "1980"])
    )
    assert setup.people[-1].name == "Đại biểu 7"
    assert any("không giống họ tên" in note for note in notes_of(setup))


def test_that_a_surplus_above_the_rules_needs_the_reason_of_the_congress(tmp_path, capsys):
    sheets = {
        "Đại hội": [["Mục", "Giá trị"], ["Tên đại hội", "Đại hội thử"]],
        "Bầu cử": [["Mã", "Nội dung bầu", "Số lượng bầu"], ["BCH", "Bầu Ban Chấp hành", 15]],
        "Danh sách bầu cử": [["Mã", "Họ và tên"], *(["BCH", f"Nguyễn Thử {c}"] for c in LETTERS)],
    }
    path = tmp_path / "dh.congress"
    assert (
        said_by(capsys, "new", path, "--from", save_sheets(tmp_path / "s.xlsx", sheets)).code == 0
    )
    ballots = tmp_path / "p.csv"
    ballots.write_text("bundle,struck,both,blank,invalid\n1,1 2 3 4 5 6 7 8,,,\n", "utf-8")
    words = ("ballots", path, "BCH", ballots, "--convened", 1)
    refused = said_by(capsys, *words)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "--reason" in refused.err
    assert said_by(capsys, *words, "--reason", "Đại hội biểu quyết").code == 0


LETTERS = "ABCDEGHIKLMNOPQRSTUVXY"

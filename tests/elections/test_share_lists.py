"""The register of shares from a file: read, compared, written whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bench import WINDOW, open_desk
from command_line import said_by
from congress_files import code_of, granted
from elections_bench import ElectionsBench
from imports.books import save_sheets, setup_from
from PySide6.QtWidgets import QApplication
from share_acts import a_company
from window_bench import AnsweredMessages

from congress_desk.domain.elections.shares.share_changes import compare_shares
from congress_desk.domain.elections.shares.share_list import ShareRow, share_lines
from congress_desk.domain.people.person import Person
from congress_desk.errors import Place
from congress_desk.i18n import problem_text
from congress_desk.imports.setup.shares import read_share_book
from congress_desk.new_congress import new_congress
from congress_desk.queries.elections.shares import shares_view
from congress_desk.ui.desks.elections.desk import ElectionsDesk
from congress_desk.ui.desks.elections.shares.share_list_dialog import (
    ShareListDialog,
    share_list_view,
)

TITLES = ["STT", "Mã cổ đông", "Họ và tên cổ đông", "Số CCCD", "Số cổ phần sở hữu", "Ủy quyền cho"]
ROWS = [
    [1, "001", "Đại biểu 1", "0790", 1000, None],
    [2, "002", "Đại biểu 2", "0791", "2.000", None],
    [3, "003", "Đại biểu 3", "0792", 750.0, "002"],
    [None, "Tổng cộng", None, None, 3750, None],
]


def a_list(folder, rows=ROWS, sheet="DS cổ đông"):
    above = [["CÔNG TY CỔ PHẦN MAY BÌNH THẠNH"], ["DANH SÁCH CỔ ĐÔNG"], TITLES]
    sheets = {"Ghi chú": [["Lập ngày 01/4/2026"]], sheet: [*above, *rows]}
    return save_sheets(folder / "co-dong.xlsx", sheets)


def held(file):
    return {h.code: (h.shares, h.proxy_id) for h in shares_view(file).holdings}


def test_that_the_sheet_with_holders_is_found_and_its_sum_is_nobodys(tmp_path):
    book = read_share_book(a_list(tmp_path))
    assert [(r.code, r.name, r.shares, r.proxy) for r in book.rows] == [
        ("001", "Đại biểu 1", "1000", ""),
        ("002", "Đại biểu 2", "2.000", ""),
        ("003", "Đại biểu 3", "750", "002"),
    ]
    told = [problem_text(note) for note in book.notes]
    assert any("Số CCCD" in note for note in told)
    assert any("Tổng cộng" in note for note in told)


def test_that_a_file_says_what_it_would_change_before_it_is_written(tmp_path):
    file = a_company(tmp_path)
    view = share_list_view(file, a_list(tmp_path))
    assert [row.becomes for row in view.rows] == [
        "không đổi",
        "không đổi",
        "thay đổi: trước là 500",
    ]
    assert (view.new, view.changed, view.missing, view.wrong) == (0, 1, 3, 0)
    file.close()


WRONG = {
    "Số cổ phần phải là số nguyên": [1, "001", "Đại biểu 1", "", "nhiều", None],
    "Không có “Người lạ”": [1, "", "Người lạ", "", 10, None],
    "không phải của “Đại biểu 2”": [1, "001", "Đại biểu 2", "", 10, None],
    "đã có ở dòng trên": [1, "003", "Đại biểu 3", "", 10, None],
    "chính mình": [1, "001", "Đại biểu 1", "", 10, "001"],
    "Không có “Ông Ba”": [1, "001", "Đại biểu 1", "", 10, "Ông Ba"],
}


@pytest.mark.parametrize("words", WRONG)
def test_that_a_wrong_row_is_named_and_nothing_is_written(tmp_path, words):
    file = a_company(tmp_path)
    before = held(file)
    view = share_list_view(file, a_list(tmp_path, [ROWS[2], WRONG[words]]))
    assert (view.wrong, view.lines) == (1, ())
    assert (view.rows[0].row, words in view.rows[0].becomes) == (5, True), view.rows[0].becomes
    assert held(file) == before
    file.close()


def test_that_the_column_that_is_wrong_is_named():
    row = ShareRow(
        place=Place(row=2, column="C"),
        who=Place(row=2, column="B"),
        proxy_place=Place(row=2, column="D"),
        name="An",
        shares="5",
    )
    an = Person(id=1, code="001", name="An")
    for wrong, column in (
        ((replace(row, shares="nhiều"),), "C"),
        ((replace(row, name="Người lạ"),), "B"),
        ((row, row), "B"),
        ((replace(row, proxy="Ông Ba"),), "D"),
    ):
        assert share_lines(wrong, (an,), "").first.place.column == column
    (line,) = share_lines((replace(row, proxy="An"),), (an,), "")
    assert compare_shares((), (line,), {1: an}, "").first.place.column == "D"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Họ và tên", "Ngày sinh"], ["Đại biểu 1", "1970"]], "share_book_without_header"),
        ([["Họ và tên", "Số cổ phần"], ["Đại biểu 1", None]], "import_cell_missing"),
        ([["Mã", "Số cổ phần"], [None, 5]], "import_cell_missing"),
    ],
)
def test_that_a_file_without_holders_or_shares_is_refused(tmp_path, rows, code):
    path = save_sheets(tmp_path / "sai.xlsx", {"Trang 1": rows})
    refusal = read_share_book(path)
    assert code_of(refusal) == code
    assert "sai.xlsx" in problem_text(refusal.first)


def test_that_the_command_line_takes_a_list_of_shares_and_gives_it_back(tmp_path, capsys):
    a_company(tmp_path).close()
    congress, book = tmp_path / "dh.congress", a_list(tmp_path)
    dry = said_by(capsys, "shares", congress, "--from", book, "--dry-run")
    assert dry.out.splitlines()[:5] == [
        "Mới: 0",
        "Thay đổi: 1",
        "Không đổi: 2",
        "Có trong sổ cổ phần, không có trong danh sách (giữ nguyên): 3",
        "Tổng số cổ phần trong sổ: 6.250",
    ]
    told = said_by(capsys, "shares", congress, "--json")
    assert next(h for h in told.json if h["code"] == "003")["shares"] == 500
    assert said_by(capsys, "shares", congress, "--from", book).code == 0
    told = said_by(capsys, "shares", congress, "--json")
    third = next(h for h in told.json if h["code"] == "003")
    assert (third["shares"], third["proxy"]) == (750, "002")
    wrong = a_list(tmp_path, [[1, "001", "Đại biểu 1", "", "không", None]])
    refused = said_by(capsys, "shares", congress, "--from", wrong)
    assert refused.code == 2 and "dòng 4" in refused.err and "Điều 148.3" in refused.err
    assert json.loads(said_by(capsys, "shares", congress, "--json").out) == told.json


def with_shares(sheets, rules="cong-ty"):
    sheets["Đại hội"][-1] = ["Quy chế bầu cử", rules]
    name = sheets["Đại biểu"][1][2]
    sheets["Cổ phần"] = [["Họ và tên", "Số cổ phần"], [name, 1500]]


def test_that_a_set_up_workbook_may_bring_the_register_of_shares(tmp_path):
    setup = setup_from(tmp_path, with_shares)
    file = granted(new_congress(tmp_path / "dh.congress", setup, actor="A"))
    assert held(file) == {"A1": (1500, 0)}
    file.close()
    noted = setup_from(tmp_path, lambda sheets: with_shares(sheets, "dang-190-2024"))
    assert "import_shares_unused" in {note.code for note in noted.notes}
    refused = setup_from(
        tmp_path, lambda sheets: (with_shares(sheets), sheets["Cổ phần"].append(["Ai đó", 5]))
    )
    assert code_of(refused) == "share_list_unknown"
    assert "trang “Cổ phần”" in problem_text(refused.first)


def test_that_the_window_shows_a_file_and_writes_it_whole(qtbot, tmp_path):
    wrong = a_list(tmp_path, [ROWS[0], [2, "002", "Đại biểu 2", "", "hai nghìn", None]])
    messages = AnsweredMessages(open_file=[wrong])
    with open_desk(
        ElectionsBench, ElectionsDesk, lambda: a_company(tmp_path), tmp_path, qtbot,
        messages=messages, size=WINDOW,
    ) as bench:  # fmt: skip
        bench.run("shares")
        QApplication.activeModalWidget().from_file.click()
        bench.settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShareListDialog)
        assert "1 trong 2 dòng chưa nhập được" in dialog.sum.text
        assert not dialog.submit.isEnabled()
        a_list(tmp_path)
        dialog.again.click()
        bench.settle()
        assert dialog.submit.text() == "Ghi 3 cổ đông vào sổ"
        dialog.submit.click()
        bench.settle()
        assert bench.ask(held)["003"] == (750, 2)
        QApplication.activeModalWidget().reject()
        bench.settle()

"""Seats from a sheet: the hall as a list or a drawing, who sits where, and each wrong row named."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from command_line import said_by
from congress_files import code_of, granted
from imports.books import save_sheets
from people_files import a_register
from seating_acts import a_seated_hall, seat_called

from congress_desk.domain.seating.plan import KeptFor
from congress_desk.domain.seating.seat_list import hall_of_rows, listed_seats, read_label
from congress_desk.i18n import problem_text
from congress_desk.imports.setup.seats import read_seat_book
from congress_desk.queries.seating import seating

TITLES = ["STT", "Khu", "Hàng", "Ghế", "Dành cho", "Mã", "Họ và tên"]
HALL = [
    [1, "ĐCT", None, 1, "Đoàn Chủ tịch", "D001", None],
    [2, "Trái", "A", 1, "Khách mời", None, None],
    [3, "Trái", "A", 2, None, None, "Lê Minh Châu D2"],
    [4, "Trái", "B", 1, "không sử dụng", None, None],
    [5, "Phải", "A", 1, None, "D003", "Phạm Quốc Dũng D3"],
    [6, "Phải", "A", 2, None, None, None],
    [7, "Ban công", "K", 1, None, None, None],
]


@pytest.fixture
def file(tmp_path):
    made = a_seated_hall(tmp_path)
    yield made
    made.close()


def a_sheet(folder, rows, titles=TITLES, name="ghe.xlsx"):
    above = [["ĐẢNG BỘ PHƯỜNG 19"], ["SƠ ĐỒ CHỖ NGỒI"], titles]
    return save_sheets(folder / name, {"Ghi chú": [["x"]], "Hội trường": [*above, *rows]})


def hall_in(folder, file, rows):
    book = granted(read_seat_book(a_sheet(folder, rows)))
    return hall_of_rows(book.rows, seating(file, 1).people)


def test_that_names_of_seats_are_read_as_offices_write_them():
    read = {
        text: read_label(text) for text in ("C12", "c 05", "3-12", "A-3-12", "ĐCT-5", "x", "12")
    }
    assert read["C12"] == ("", "C", 12) and read["c 05"] == ("", "C", 5)
    assert read["3-12"] == ("", "3", 12) and read["A-3-12"] == ("A", "3", 12)
    assert read["ĐCT-5"] == ("ĐCT", "", 5) and read["x"] is None and read["12"] == ("", "", 12)


def test_that_a_hall_is_read_from_a_list_with_who_sits_there(file, tmp_path):
    seats = granted(hall_in(tmp_path, file, HALL))
    told = {s.label: (s.line, s.column, s.kept_for, s.person_id) for s in seats}
    assert told["ĐCT-1"] == (0, 0, KeptFor.PRESIDIUM, 1)
    assert told["Trái-A1"] == (2, 0, KeptFor.GUESTS, 0)
    assert told["Trái-A2"] == (2, 1, KeptFor.DELEGATES, 2)
    assert told["Trái-B1"] == (3, 0, KeptFor.NOBODY, 0)
    # Blocks with the same rows stand side by side, an aisle between; a balcony behind them.
    assert told["Phải-A1"] == (2, 3, KeptFor.DELEGATES, 3)
    assert told["Ban công-K1"][:2] == (5, 0)


def test_that_a_hall_is_read_from_a_drawing(file, tmp_path):
    drawn = [["SÂN KHẤU"], [None, "A1", "A2", None, "A3"], [], [None, "B1", "B2", None, "B3"]]
    path = save_sheets(tmp_path / "ve.xlsx", {"Vẽ": drawn})
    book = granted(read_seat_book(path))
    seats = granted(hall_of_rows(book.rows, ()))
    assert {s.label: (s.line, s.column) for s in seats} == {
        "A1": (0, 0), "A2": (0, 1), "A3": (0, 3), "B1": (2, 0), "B2": (2, 1), "B3": (2, 3),
    }  # fmt: skip


WRONG = {
    "Ghế Trái-A2 đã có ở dòng 6": [8, "Trái", "A", 2, None, None, None],
    "đã có ghế Trái-A2": [8, "Phải", "A", 3, None, "D002", None],
    "Không có “Người Lạ”": [8, "Phải", "A", 3, None, None, "Người Lạ"],
    "không có mã hoặc số thẻ “D999”": [8, "Phải", "A", 3, None, "D999", "Vũ Ê D5"],
    "không phải của “Vũ Ê D5”": [8, "Phải", "A", 3, None, "D004", "Vũ Ê D5"],
    "“x” không phải là số ghế": [8, "Phải", "A", "x", None, None, None],
    "Không hiểu “ông bà”": [8, "Phải", "A", 3, "ông bà", None, None],
    "ghi là không sử dụng": [8, "Phải", "A", 3, "không dùng", "D004", None],
}


@pytest.mark.parametrize("words", WRONG)
def test_that_a_wrong_row_of_a_hall_is_named_with_its_place(file, tmp_path, words):
    book = read_seat_book(a_sheet(tmp_path, [*HALL, WRONG[words]]))
    refused = (
        book if hasattr(book, "problems") else hall_of_rows(book.rows, seating(file, 1).people)
    )
    said = problem_text(refused.first)
    assert words in said and len(refused.problems) == 1
    assert "ghe.xlsx" in said and "Hội trường" in said and "dòng 11" in said, said


def test_that_a_list_seats_people_in_a_hall_there_is(file, tmp_path):
    before = {label: seat_called(file, label).person_id for label in ("B1", "B2", "C1")}
    rows = [["A1", "D001"], ["b 02", "D006"], ["C4", None]]
    book = granted(read_seat_book(a_sheet(tmp_path, rows, ["Chỗ ngồi", "Mã"])))
    found = seating(file, 1)
    listed = granted(listed_seats(found.plan, book.rows, found.people))
    assert (listed.seated, set(listed.moved), listed.displaced) == (2, {1, 6}, (before["B2"],))
    assert listed.changes[seat_called(file, "B1").id] == 0


WRONG_PLACES = {
    "không có khu “Giữa” (các khu: ĐCT)": ["Giữa", "B", 1, "D001"],
    "không có hàng “Z” (các hàng: A, B, C)": [None, "Z", 1, "D001"],
    "hàng này có ghế từ 1 đến 4": [None, "B", 9, "D001"],
    "không có ghế “Q7”": [None, None, "Q7", "D001"],
    "Ghế B1 đã có ở dòng 4": [None, None, "B1", "D002"],
    "đã có ghế B1 trong bảng": [None, "B", 2, "D003"],
}


@pytest.mark.parametrize("words", WRONG_PLACES)
def test_that_a_seat_the_plan_does_not_have_is_named_with_its_place(file, tmp_path, words):
    rows = [[None, None, "B1", "D003"], WRONG_PLACES[words]]
    book = granted(read_seat_book(a_sheet(tmp_path, rows, ["Khu", "Hàng", "Ghế", "Mã"])))
    found = seating(file, 1)
    said = problem_text(listed_seats(found.plan, book.rows, found.people).first)
    assert words in said and "dòng 5" in said and "ghe.xlsx" in said, said


def test_that_a_sheet_without_seats_and_two_of_one_name_are_refused(file, tmp_path):
    path = save_sheets(tmp_path / "khac.xlsx", {"Trang 1": [["Họ và tên"], ["Ngô An"]]})
    assert code_of(read_seat_book(path)) == "seat_book_without_seats"
    found = seating(file, 1)
    book = granted(read_seat_book(a_sheet(tmp_path, [[1, "Ngô An"]], ["Ghế", "Họ và tên"])))
    twins = tuple(replace(person, name="Ngô An") for person in found.people)
    assert code_of(hall_of_rows(book.rows, twins)) == "seat_person_several"


def test_that_the_command_line_takes_a_hall_and_a_list_and_gives_the_plan_back(tmp_path, capsys):
    a_register(tmp_path).close()
    congress, hall = tmp_path / "dh.congress", a_sheet(tmp_path, HALL)
    dry = said_by(capsys, "seats", congress, "--from", hall, "--plan", "Hội trường", "--dry-run")
    assert dry.out.splitlines()[0] == "Sơ đồ mới Hội trường: 7 ghế, 3 ghế đã có người"
    assert said_by(capsys, "seats", congress, "--json").code == 2
    said_by(capsys, "seats", congress, "--from", hall, "--plan", "Hội trường")
    rows = a_sheet(tmp_path, [["Phải-A2", "D001"]], ["Ghế", "Mã"], "ds.xlsx")
    seated = said_by(capsys, "seats", congress, "--from", rows)
    assert seated.out.splitlines() == ["Sơ đồ Hội trường: xếp 1 người, trong đó 0 người chuyển ghế"]
    told = json.loads(said_by(capsys, "seats", congress, "--json").out)
    assert {seat["seat"]: seat["code"] for seat in told}["Phải-A2"] == "D001"

"""Three more gatherings of office lists come in right, read from sheets that are in memory alone.

So they do when their layout is changed at random: columns and rows put in, titles said otherwise.
"""

from __future__ import annotations

import random
import unicodedata
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.pasted import read_pasted
from congress_desk.imports.register.reading import RegisterReading
from congress_desk.imports.setup.opinions import read_opinion_book
from congress_desk.imports.setup.shares import read_share_book

from .books import DOUBTED, doubts_of, people_of, reading_of, save_list, sheet_of
from .eighth_office_lists import EIGHTH
from .fifth_office_lists import FIFTH, cells_of
from .office_lists import OfficeList
from .seventh_office_lists import SEVENTH
from .sixth_office_lists import SIXTH

LISTS = {**FIFTH, **SIXTH, **SEVENTH, **EIGHTH}

Ranges = list[tuple[int, int, int, int]]
Grid = tuple[list[list[Any]], Ranges]


def reading(grid: Grid) -> RegisterReading:
    rows, ranges = grid
    letters = (f"{get_column_letter(a)}{b}:{get_column_letter(c)}{d}" for a, b, c, d in ranges)
    sheet = in_unicode(sheet_of(rows, letters))
    table = find_register_table(sheet)
    assert not isinstance(table, Refusal), problem_text(table.first)
    return read_register_lines(sheet, table)


def grid_of(office: OfficeList) -> Grid:
    width = max(map(len, office.rows))
    rows = [[*row, *[None] * (width - len(row))] for row in office.rows]
    return rows, [range_boundaries(merged) for merged in office.merges]


def check(office: OfficeList, grid: Grid) -> RegisterReading:
    found = reading(grid)
    assert len(found.problems) == office.problems, [problem_text(p) for p in found.problems]
    people = [tuple(str(getattr(p, key)) for key in office.keys) for p in people_of(found)]
    assert people == office.people
    return found


@pytest.mark.parametrize("name", LISTS)
def test_that_it_comes_in_right(name):
    assert doubts_of(check(LISTS[name], grid_of(LISTS[name]))) == DOUBTED.get(name, [])


def _a_column_left(grid: Grid, pick: random.Random) -> Grid:
    rows, ranges = grid
    return [[None, *row] for row in rows], [(a + 1, b, c + 1, d) for a, b, c, d in ranges]


def _titles_above(grid: Grid, pick: random.Random) -> Grid:
    rows, ranges = grid
    title = pick.choice(["DANH SÁCH ĐẠI BIỂU", "(Kèm theo Công văn số 12-CV/ĐU)", "Mẫu số 3"])
    above = [[title, *[None] * (len(rows[0]) - 1)]]
    return above + rows, [(a, b + 1, c, d + 1) for a, b, c, d in ranges]


def _a_foot(grid: Grid, pick: random.Random) -> Grid:
    rows, ranges = grid
    foot = pick.choice(["Tổng cộng: 99 đại biểu", "NGƯỜI LẬP BIỂU", "Danh sách có 05 đồng chí./."])
    return [*rows, [foot, *[None] * (len(rows[0]) - 1)]], ranges


def _said_otherwise(grid: Grid, pick: random.Random) -> Grid:
    words = {
        "STT": ["TT", "Số TT", "Stt"],
        "Họ và tên": ["HỌ VÀ TÊN", "Họ tên", "Họ và tên đại biểu", "Họ, tên"],
        "Giới tính": ["GIỚI TÍNH", "Giới", "Phái"],
        "Đơn vị": ["ĐƠN VỊ", "Đ.vị"],
        "Chức vụ": ["CHỨC VỤ", "Chức vụ hiện nay", "C/vụ"],
    }
    rows, ranges = grid
    changed = [
        [pick.choice(words[v]) if v in words and pick.random() < 0.5 else v for v in row]
        for row in rows
    ]
    return changed, ranges


def _in_two_marks(grid: Grid, pick: random.Random) -> Grid:
    rows, ranges = grid
    return [[_in_two(value) for value in row] for row in rows], ranges


def _in_two(value: Any) -> Any:
    """Return a text with its accents apart from the letters, and spaces that do not break."""
    if not isinstance(value, str):
        return value
    return unicodedata.normalize("NFD", value).replace(" ", "\u00a0")


def _numbers_as_texts(grid: Grid, pick: random.Random) -> Grid:
    rows, ranges = grid
    return [[str(v) if isinstance(v, int) else v for v in row] for row in rows], ranges


CHANGES: list[Callable[[Grid, random.Random], Grid]] = [
    _a_column_left, _titles_above, _a_foot, _said_otherwise, _in_two_marks, _numbers_as_texts,
]  # fmt: skip
# Lists whose right reading hangs on the very words or cells that a change takes away.
FIXED = {
    "ba tổ cạnh nhau, tiêu đề tên viết khác nhau",
    "tiêu đề vỡ hai dòng không gộp",
    "danh sách ba nhóm cạnh nhau theo tổ",
    "VNI, chữ cũng đọc được như TCVN3",
    "VNI, Đ/c trước tên và SĐT",
    "TCVN3, gạch ngang dài và chữ hoa có dấu",
}


@pytest.mark.parametrize("seed", range(2))
def test_that_it_comes_in_right_however_it_is_laid_out(seed):
    pick = random.Random(seed)
    for name in sorted(LISTS.keys() - FIXED):
        grid = grid_of(LISTS[name])
        changes = pick.sample(CHANGES, 2)
        for change in changes:
            grid = change(grid, pick)
        try:
            check(LISTS[name], grid)
        except AssertionError as wrong:
            raise AssertionError(f"{name}: {[c.__name__ for c in changes]}, {seed}") from wrong


TURNED = [
    [["Họ và tên", "Hà Văn Một", "Hà Thị Hai"], ["Năm sinh", 1970, 1980], ["Đơn vị", "A", "B"]],
    [["STT", 1, 2], ["Họ và tên", "Hà Một", "Hà Hai"], ["Năm sinh", 1970, 1980], ["Giới", "Nam"]],
    [["Họ và tên", "Hà Văn Một"], ["Năm sinh", 1970], ["Đơn vị", "A"], [], ["Họ và tên", "Hà"]],
]


@pytest.mark.parametrize("rows", TURNED)
def test_that_a_list_on_its_side_is_refused_by_name(tmp_path, rows):
    file = read_register_file(save_list(tmp_path / "a.xlsx", rows))
    found = likeliest_sheet(file)
    assert found.first.code == "register_transposed"
    assert found.first.place.sheet == "Danh sách"


def test_that_nobody_is_called_as_a_column_is(tmp_path):
    rows = [["Họ và tên", "Đơn vị"], ["Hà Văn Một", "A"], ["Ngày sinh", "B"], ["Giới tính", "C"]]
    found = reading_of(save_list(tmp_path / "a.xlsx", rows))
    assert [p.name for p in people_of(found)] == ["Hà Văn Một"]
    assert [p.code for p in found.problems] == ["register_name_unusable"] * 2


def test_that_forms_below_one_another_are_no_list(tmp_path):
    rows = [["Họ và tên: Hà Văn Một"], ["Năm sinh: 1970"], ["Họ và tên: Hà Thị Hai"]]
    found = likeliest_sheet(read_register_file(save_list(tmp_path / "a.xlsx", rows)))
    assert found.first.code == "register_without_header"


def test_that_a_header_without_people_is_told(tmp_path):
    found = reading_of(save_list(tmp_path / "a.xlsx", [["STT", "Họ và tên", "Năm sinh"]]))
    assert [note.code for note in found.notes] == ["register_nobody"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"mimetype": b"x", "content.xml": b"<a/>"}, "import_workbook_opendocument"),
        ({"ds.xlsx": b"PK"}, "import_workbook_zipped"),
    ],
)
def test_that_another_zip_is_called_what_it_is(tmp_path, parts, code):
    path = tmp_path / "ds.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert read_register_file(path).first.code == code


def test_that_a_list_within_a_table_that_lays_out_the_page_is_read(tmp_path):
    document = docx.Document()
    page = document.add_table(rows=2, cols=1)
    page.cell(0, 0).text = "DANH SÁCH KHÁCH MỜI"
    rows = cells_of("STT|Họ và tên|Năm sinh\n1|Hà Văn Một|1970\n2|Hà Thị Hai|1980")
    table = page.cell(1, 0).add_table(len(rows), 3)
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = str(value)
    document.save(str(tmp_path / "ds.docx"))
    people = people_of(reading_of(tmp_path / "ds.docx"))
    assert [(p.name, p.born, p.kind) for p in people] == [
        ("Hà Văn Một", "1970", "guest"),
        ("Hà Thị Hai", "1980", "guest"),
    ]


def test_that_codes_kept_from_excel_in_csv_are_codes(tmp_path):
    path = tmp_path / "ds.csv"
    lines = ["Mã;Họ và tên;Năm sinh", '="007";Hà Văn Một;1970', "'008;Hà Thị Hai;'80"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [(p.code, p.born) for p in people_of(reading_of(path))] == [
        ("007", "1970"), ("008", "1980"),
    ]  # fmt: skip


def test_that_numbered_names_from_a_message_are_pasted():
    found = read_pasted("1. Hà Văn Một - 1970 - Bí thư\n2. Đ/c Hà Thị Hai (1980)\n3. Lê Văn Ba")
    assert [(p.name, p.born, p.position) for p in people_of(found)] == [
        ("Hà Văn Một", "1970", "Bí thư"), ("Hà Thị Hai", "1980", ""), ("Lê Văn Ba", "", ""),
    ]  # fmt: skip


def test_that_a_register_of_shares_may_have_two_rows_of_titles_and_companies(tmp_path):
    rows = cells_of("""STT|Cổ đông||Số cổ phần||Ủy quyền cho
        |Mã|Họ tên|Sở hữu|Tỷ lệ|
        |CD001|Công ty TNHH Ba|1.000 CP|10%|
        |CD002|Hà Thị Hai|2.500,00|20%|CD001
        |Cộng||3.500||""")
    merges = ("B1:C1", "D1:E1", "A1:A2", "F1:F2")
    book = read_share_book(save_list(tmp_path / "cp.xlsx", rows, merges=merges))
    assert [(r.code, r.name, r.shares, r.proxy) for r in book.rows] == [
        ("CD001", "Công ty TNHH Ba", "1.000 CP", ""),
        ("CD002", "Hà Thị Hai", "2.500,00", "CD001"),
    ]
    plain = cells_of("""Mã CĐ|Nhà đầu tư|Số lượng CP nắm giữ
        CD002|Hà Thị Hai|2500""")
    book = read_share_book(save_list(tmp_path / "plain.xlsx", plain))
    assert [(r.code, r.name, r.shares) for r in book.rows] == [("CD002", "Hà Thị Hai", "2500")]


def test_that_opinions_below_two_rows_of_titles_say_again_what_stands_above(tmp_path):
    rows = cells_of("""STT|Nội dung||Người góp ý
        |Văn bản|Ý kiến góp ý|
        1|Báo cáo chính trị|Bổ sung số liệu|Hà Văn Một
        2|nt|Nhất trí|- nt -
        |THƯ KÝ TỔ||""")
    merges = ("B1:C1", "A1:A2", "D1:D2")
    book = read_opinion_book(save_list(tmp_path / "yk.xlsx", rows, merges=merges))
    assert [(r.part, r.gist, r.speaker) for r in book.rows] == [
        ("Báo cáo chính trị", "Bổ sung số liệu", "Hà Văn Một"),
        ("Báo cáo chính trị", "Nhất trí", "Hà Văn Một"),
    ]
    assert book.wrong == ()
    assert [note.code for note in book.notes] == ["import_row_beside"]

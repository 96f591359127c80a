"""A list of people in any file: read by its content, or refused soon, in one sentence."""

from __future__ import annotations

import struct
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from congress_desk.domain.people.register_changes import compare_register
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, use_language
from congress_desk.imports.register.book import RegisterFile, likeliest_sheet, read_register_file
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.languages import LANGUAGES

from .books import inline, save_list, save_sheets, zip_book

DATA = Path(__file__).parent.parent / "data"
XLS = DATA / "danh-sach-dai-bieu-cu.xls"
ROWS = [["Họ và tên", "Năm sinh"], ["Lê Văn An", 1970]]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = (
    '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def refused(path: Path) -> str:
    """Return the code of the refusal: one line in each language, soon and in little memory."""
    start = time.process_time()
    tracemalloc.start()
    result = read_register_file(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(result, Refusal), result
    assert time.process_time() - start < 5
    assert peak < 300_000_000
    for language in LANGUAGES:
        use_language(language)
        line = problem_text(result.first)
        assert line.startswith(path.name)
        assert "\n" not in line
    use_language("vi")
    return result.first.code


def sheets_of(path: Path) -> RegisterFile:
    """Return the file, which must be read."""
    result = read_register_file(path)
    assert isinstance(result, RegisterFile), problem_text(result.first)
    return result


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".XLSX", ".csv", ""])
def test_that_the_content_decides_and_not_the_suffix(tmp_path, suffix):
    new = save_list(tmp_path / "a.xlsx", ROWS)
    assert len(sheets_of(written(tmp_path / f"b{suffix}", new.read_bytes())).sheets) == 1
    old = written(tmp_path / f"c{suffix}", XLS.read_bytes())
    assert sheets_of(old).sheet_names == ("DS DB (moi)", "Sheet2")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "import_file_empty"),
        ("a.xlsx", b"Ho va ten\nLe An\n", "register_file_unknown"),
        ("a.xls", b"<html><p>Ten</p></html>", "register_web_page"),
        ("a.csv", b"<html></html>", "register_web_page"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:'
         b'spreadsheet"/>', "register_xml_workbook"),
        ("a.csv", b"%PDF-1.7", "register_pdf"),
        ("a.csv", b"a\x00b,c\n", "register_file_unknown"),
        ("a.pdf", b"%PDF-1.7", "register_pdf"),
        ("a.doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "register_word_old"),
        ("a.doc", b"{\\rtf1", "register_word_old"),
        ("a.xlsm", b"PK\x03\x04", "import_workbook_macros"),
        ("a.xlsx", b"PK\x03\x04 cut short", "import_workbook_damaged"),
        ("a.xls", OLE + bytes(600), "import_workbook_damaged"),
        ("a.xls", OLE, "import_workbook_damaged"),
        ("a.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
         "import_workbook_encrypted"),
    ],
)  # fmt: skip
def test_that_what_is_no_list_is_refused(tmp_path, name, content, code):
    assert refused(written(tmp_path / name, content)) == code


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert refused(tmp_path / "thiếu.xlsx") == "import_file_missing"
    (tmp_path / "a.xlsx").mkdir()
    assert refused(tmp_path / "a.xlsx") == "import_file_is_folder"


ROW = f'<row r="1">{inline("Họ và tên", "A1")}</row>'
FAR = f'<row r="1048576">{inline("x", "XFD1048576")}</row>'
HOSTILE = {
    "a cell at XFD1048576": (lambda: {"sheet": FAR}, "import_workbook_cell_too_far"),
    "macros": (
        lambda: {"sheet": ROW, "more": {"xl/vbaProject.bin": b"x"}}, "import_workbook_macros",
    ),
    "entities": (lambda: {"sheet": ROW, "head": BOMB}, "import_workbook_unsafe"),
    "a shared string of 300 MB": (
        lambda: {"sheet": ROW, "more": {"xl/sharedStrings.xml": b"<sst><t>" + bytes(3 * 10**8)}},
        "import_workbook_too_large",
    ),
    "a million empty rows": (
        lambda: {"sheet": "".join(f'<row r="{n}"/>' for n in range(1, 1_000_001))},
        "import_workbook_too_many_cells",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_that_a_hostile_workbook_is_refused_soon_and_in_little_memory(tmp_path, case):
    parts, code = HOSTILE[case]
    assert refused(zip_book(tmp_path / "a.xlsx", **parts())) == code


def test_that_an_empty_cell_far_out_costs_nothing(tmp_path):
    sheet = ROW + '<row r="2"><c r="A2" t="inlineStr"><is><t>Lê An</t></is></c></row>'
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    found = likeliest_sheet(sheets_of(zip_book(tmp_path / "a.xlsx", sheet=sheet + far)))
    assert not isinstance(found, Refusal)


def test_that_a_far_cell_in_xls_is_refused(tmp_path):
    content = bytearray(XLS.read_bytes())
    record = content.index(struct.pack("<HHHH", 0xFD, 10, 5, 1))
    content[record + 4 : record + 6] = struct.pack("<H", 65_000)
    assert refused(written(tmp_path / "a.xls", bytes(content))) == "import_workbook_cell_too_far"


def test_that_an_xls_with_a_password_is_refused(tmp_path):
    content = bytearray(XLS.read_bytes())
    record = content.index(struct.pack("<HHH", 0x42, 2, 1200))
    content[record : record + 2] = struct.pack("<H", 0x2F)
    assert refused(written(tmp_path / "a.xls", bytes(content))) == "import_workbook_encrypted"


def test_that_a_cut_or_changed_xls_never_ends_in_an_error_of_ours(tmp_path):
    whole = XLS.read_bytes()
    start = time.process_time()
    for length in range(1, len(whole), 1999):
        read_register_file(written(tmp_path / "cut.xls", whole[:length]))
    for place in range(0, len(whole), 397):
        changed = whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :]
        read_register_file(written(tmp_path / "changed.xls", changed))
    assert time.process_time() - start < 20


def test_that_the_sheet_most_like_a_register_is_chosen(tmp_path):
    path = save_sheets(
        tmp_path / "a.xlsx",
        {
            "Bìa": [["Danh sách đại biểu"], ["Họ và tên"]],
            "Danh mục": [["Tên", "Ghi chú"], ["a", "b"]],
            "Đại biểu": [["TT", "Họ và tên", "Năm sinh", "Chi bộ"], [1, "Lê An", 1970, "KP 1"]],
        },
    )
    sheet, table = likeliest_sheet(sheets_of(path))
    assert (sheet.name, table.mapping[2]) == ("Đại biểu", "name")


def test_that_a_hidden_sheet_is_taken_last(tmp_path):
    book = Workbook()
    book.active.title = "Ẩn"
    for row in ROWS * 9:
        book.active.append(row)
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Hiện")
    for row in ROWS:
        shown.append(row)
    book.active = 1
    book.save(tmp_path / "a.xlsx")
    sheet, _ = likeliest_sheet(sheets_of(tmp_path / "a.xlsx"))
    assert sheet.name == "Hiện"


def test_that_a_sheet_is_found_by_its_name_or_the_names_are_told(tmp_path):
    file = sheets_of(save_sheets(tmp_path / "a.xlsx", {"Đại biểu": ROWS, "Khách": ROWS}))
    assert file.sheet("Khách").name == "Khách"
    assert file.sheet("dai bieu").name == "Đại biểu"
    refusal = file.sheet("Nhân dân")
    assert isinstance(refusal, Refusal)
    assert problem_text(refusal.first).endswith("các trang có: Đại biểu; Khách")


def test_that_a_workbook_without_a_register_is_refused(tmp_path):
    path = save_sheets(tmp_path / "a.xlsx", {"A": [["x", 1]], "B": []})
    refusal = likeliest_sheet(sheets_of(path))
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == "register_without_header"


DATES = [f"{1 + n % 28:02d}/{1 + n // 28 % 12:02d}/{1900 + n // 336}" for n in range(19_000)]
TIRING = {
    "19,000 people of one name": lambda: [
        ["Họ và tên", "Ngày sinh"], *(["Lê Văn An", born] for born in DATES)
    ],
    "200 columns of headers": lambda: [[f"Họ và tên {n}" for n in range(200)]] * 45,
    "a thousand headings": lambda: [["Họ và tên"], *([f"Chi bộ {n}"] for n in range(1_000))],
}  # fmt: skip


@pytest.mark.parametrize("case", TIRING)
def test_that_a_tiring_list_takes_no_longer_than_its_rows(tmp_path, case):
    """Ten seconds of processor are thrice what a quiet machine takes; rows times rows are hours."""
    path = save_list(tmp_path / "a.xlsx", TIRING[case]())
    start = time.process_time()
    sheet, table = likeliest_sheet(sheets_of(path))
    reading = read_register_lines(sheet, table, file=path.name)
    changes = compare_register((), reading.lines, attendance=True)
    assert time.process_time() - start < 10
    assert len(changes.rows) == len(reading.lines)


@pytest.mark.parametrize(
    "cell", ["ngày " * 26_000, "tháng ngày " * 11_000, "¸ " * 64_000, "x" * 131_000, "1. " * 40_000]
)
def test_that_a_text_without_end_holds_nothing_up(tmp_path, cell):
    path = written(tmp_path / "a.csv", f"Họ và tên,Ghi chú\n{cell},x\nLê An,{cell}\n".encode())
    start = time.process_time()
    sheet, table = likeliest_sheet(sheets_of(path))
    reading = read_register_lines(sheet, table, file=path.name)
    assert time.process_time() - start < 5
    assert [line.person.note for line in reading.lines if line.row == 3] in ([""], [])


@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_that_what_excel_hides_strikes_and_formats_is_read_from_both_kinds(suffix):
    found = sheets_of(DATA / f"danh-sach-an-gach-ma.{suffix}")
    sheet = found.sheets[0]
    assert [row.cells[1] for row in sheet.rows[2:6]] == ["ĐB-007", "ĐB-008", "ĐB-009", "ĐB-010"]
    assert [row.number for row in sheet.rows if row.hidden] == [4]
    assert [(row.number, row.struck) for row in sheet.rows if row.struck] == [(5, {2})]
    assert sheet.hidden_columns == {5}
    assert all(row.month_first == {3} for row in sheet.rows[2:6])


def test_that_a_hidden_column_that_is_read_is_said():
    found = sheets_of(DATA / "danh-sach-an-gach-ma.xlsx")
    sheet, table = likeliest_sheet(found)
    hidden = replace(sheet, hidden_columns=frozenset({3, 9}))
    reading = read_register_lines(hidden, table, file="ds.xlsx")
    (note,) = [note for note in reading.notes if note.code == "register_column_hidden"]
    assert (note.place.column[0], note.params["cells"]) == ("C", 4)

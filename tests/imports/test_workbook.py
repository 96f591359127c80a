"""Opening a workbook from outside: sound ones come in whole, all others are refused in a line."""

from __future__ import annotations

import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.workbook.sheets import Fault, Merge
from congress_desk.imports.workbook.workbook import read_workbook

from .books import inline, save_sheets, zip_book

ROW = f'<row r="1">{inline("Mục", "A1")}</row>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORKSHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def refused(path: Path) -> str:
    """Return the code of the refusal, which must be one line that names the file."""
    result = read_workbook(path)
    assert isinstance(result, Refusal), result
    line = problem_text(result.first)
    assert line.startswith(path.name or str(path))
    assert "\n" not in line
    return result.first.code.removeprefix("import_")


def only_sheet(path: Path):
    sheets = read_workbook(path)
    assert not isinstance(sheets, Refusal), problem_text(sheets.first)
    return sheets[0]


def test_that_a_sheet_comes_in_as_the_rows_that_hold_something(tmp_path):
    path = save_sheets(
        tmp_path / "a.xlsx", {"Bầu cử": [["Mã", None, "Số"], [None], ["  "], ["BT", None, 1]]}
    )
    sheet = only_sheet(path)
    assert sheet.name == "Bầu cử"
    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (1, {1: "Mã", 3: "Số"}),
        (4, {1: "BT", 3: 1}),
    ]


def test_that_hidden_sheets_and_merged_cells_are_told(tmp_path):
    book = Workbook()
    book.active["A1"] = "x"
    book.active.merge_cells("A1:B3")
    hidden = book.create_sheet("Danh mục")
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    first, second = read_workbook(tmp_path / "a.xlsx")
    assert first.merges == (Merge(first_column=1, first_row=1, last_column=2, last_row=3),)
    assert (first.hidden, second.hidden) == (False, True)


def test_that_a_formula_is_read_as_the_value_it_last_showed(tmp_path):
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c>'
        '<c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
        '<c r="C1" t="str"><f>IF(A1,"","")</f><v></v></c>'
    )
    sheet = only_sheet(zip_book(tmp_path / "a.xlsx", sheet=f'<row r="1">{cells}</row>'))
    assert dict(sheet.rows[0].cells) == {1: 2, 2: "2x"}


def test_that_a_formula_never_calculated_and_an_error_are_faults(tmp_path):
    book = Workbook()
    book.active["A1"] = "=1+1"
    book.active["B1"] = "#REF!"
    book.save(tmp_path / "a.xlsx")
    assert dict(only_sheet(tmp_path / "a.xlsx").rows[0].cells) == {
        1: Fault.NO_VALUE,
        2: Fault.ERROR,
    }


def test_that_the_dimension_a_workbook_claims_is_not_believed(tmp_path):
    rows = "".join(f'<row r="{n}">{inline("x", f"A{n}")}</row>' for n in range(1, 6))
    head = '<?xml version="1.0"?>'
    path = zip_book(tmp_path / "a.xlsx", sheet=rows, head=head)
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<sheetData>", b'<dimension ref="A1"/><sheetData>')
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    assert content != path.read_bytes()
    assert len(only_sheet(path).rows) == 5


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"", "file_empty"),
        ("a.xlsx", b"Ma,So luong\nBCH,15\n", "workbook_not_zip"),
        ("a.xlsx", OLE, "workbook_old_format"),
        ("a.xls", OLE, "workbook_old_format"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "workbook_encrypted"),
        ("a.xlsx", b"PK\x03\x04 cut short", "workbook_damaged"),
        ("a.xlsm", b"PK\x03\x04", "workbook_wrong_suffix"),
        ("a.ods", b"PK\x03\x04", "workbook_wrong_suffix"),
        ("a.csv", b"Ma\n", "workbook_wrong_suffix"),
        ("a", b"Ma\n", "workbook_not_zip"),
    ],
)
def test_that_a_file_that_is_no_workbook_is_refused(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == code


def test_that_a_sound_workbook_under_another_suffix_is_refused(tmp_path):
    path = zip_book(tmp_path / "a.zip", sheet=ROW)
    assert refused(path) == "workbook_wrong_suffix"


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert refused(tmp_path / "không có.xlsx") == "file_missing"
    (tmp_path / "a.xlsx").mkdir()
    assert refused(tmp_path / "a.xlsx") == "file_is_folder"
    (tmp_path / "b.txt").write_text("x")
    assert refused(tmp_path / "b.txt" / "c.xlsx") == "file_missing"


@pytest.mark.skipif("os.name == 'nt'", reason="Windows files have no read bits")
def test_that_a_file_without_read_rights_is_refused_even_to_root(tmp_path):
    path = zip_book(tmp_path / "a.xlsx", sheet=ROW)
    path.chmod(0o200)
    assert refused(path) == "file_unreadable"


def test_that_every_cut_of_a_workbook_is_refused(tmp_path):
    whole = zip_book(tmp_path / "whole.xlsx", sheet=ROW).read_bytes()
    for length in range(1, len(whole), 97):
        path = tmp_path / "cut.xlsx"
        path.write_bytes(whole[:length])
        assert refused(path) in ("workbook_damaged", "workbook_not_zip")


def test_that_a_changed_byte_never_ends_in_an_error_of_ours(tmp_path):
    whole = zip_book(tmp_path / "whole.xlsx", sheet=ROW).read_bytes()
    path = tmp_path / "changed.xlsx"
    for position in range(0, len(whole), 23):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0x55]) + whole[position + 1 :])
        read_workbook(path)


def test_that_another_kind_of_zip_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    assert refused(tmp_path / "a.xlsx") == "workbook_not_workbook"


def test_that_macros_are_refused(tmp_path):
    path = zip_book(tmp_path / "a.xlsx", sheet=ROW, more={"xl/vbaProject.bin": b"x"})
    assert refused(path) == "workbook_macros"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({f"xl/media/{n}.png": b"x" for n in range(201)}, "workbook_too_large"),
        ({"xl/media/zeros.bin": bytes(6_000_000)}, "workbook_too_large"),
    ],
    ids=["many parts", "ratio"],
)
def test_that_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, parts, code):
    assert refused(zip_book(tmp_path / "a.xlsx", sheet=ROW, more=parts)) == code


def test_that_a_zip_of_more_than_fifty_megabytes_is_refused_by_its_directory(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    content = bytearray(path.read_bytes())
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 20 : directory + 28] = (51_000_000).to_bytes(4, "little") * 2
    path.write_bytes(content)
    assert refused(path) == "workbook_too_large"


BOMB = (
    '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
OUTSIDE = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE], ids=["bomb", "outside"])
def test_that_entities_are_refused(tmp_path, head):
    assert refused(zip_book(tmp_path / "a.xlsx", sheet=ROW, head=head)) == "workbook_unsafe"


def noise():
    return "".join(random.Random(1).choices("abcdefghijklmnop", k=1_100_000))


# Made where they are tried: together they take a second and 30 MB.
HOSTILE = {
    "million empty rows": (
        lambda: "".join(f'<row r="{n}"/>' for n in range(1, 1_000_001)),
        "workbook_too_many_cells",
    ),
    "cells never end": (
        lambda: f"<row>{''.join(f'<c><v>{n}</v></c>' for n in range(160_000))}</row>",
        "workbook_too_many_cells",
    ),
    "the same cell over and over": (
        lambda: f"<row>{'<c/>' * 200_000}</row>",
        "workbook_too_large",
    ),
    "huge attribute": (lambda: f'<row r="1" x="{noise()}"/>', "workbook_unsafe"),
    "huge text": (lambda: f'<row r="1">{inline(noise())}</row>', "workbook_unsafe"),
    "huge comment": (lambda: f"<!--{noise()}-->", "workbook_unsafe"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_that_a_hostile_sheet_is_refused_soon_and_in_little_memory(tmp_path, name):
    sheet, code = HOSTILE[name]
    path = zip_book(tmp_path / "a.xlsx", sheet=sheet())
    start = time.monotonic()
    tracemalloc.start()
    assert refused(path) == code
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.monotonic() - start < 5
    assert peak < 100_000_000


def test_that_merged_cells_without_end_are_refused(tmp_path):
    merges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 200_000))
    path = zip_book(tmp_path / "a.xlsx", sheet=ROW, after=f"<mergeCells>{merges}</mergeCells>")
    assert refused(path) == "workbook_too_many_cells"


def test_that_a_filled_cell_at_the_far_corner_is_refused_with_its_place(tmp_path):
    far = f'<row r="1048576">{inline("x", "XFD1048576")}</row>'
    path = zip_book(tmp_path / "a.xlsx", sheet=ROW + far)
    start = time.monotonic()
    result = read_workbook(path)
    assert time.monotonic() - start < 5
    assert isinstance(result, Refusal)
    place = result.first.place
    assert (place.file, place.sheet, place.row, place.column) == ("a.xlsx", "A", 1048576, "XFD")


def test_that_empty_cells_far_out_cost_nothing(tmp_path):
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    start = time.monotonic()
    assert len(only_sheet(zip_book(tmp_path / "a.xlsx", sheet=ROW + far)).rows) == 1
    assert time.monotonic() - start < 1


def test_that_one_large_sheet_listed_many_times_is_refused(tmp_path):
    rows = "".join(f'<row r="{n}">{"<c/>" * 20}</row>' for n in range(1, 2_001))
    sheets = [f'<sheet name="A{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 101)]
    path = zip_book(tmp_path / "a.xlsx", sheet=rows, sheets=sheets)
    assert refused(path) == "workbook_too_many_cells"


def test_that_a_folder_of_names_with_breaks_still_gives_one_line(tmp_path):
    assert refused_line(tmp_path / "dòng\nmới.xlsx").count("\n") == 0


def refused_line(path: Path) -> str:
    result = read_workbook(path)
    assert isinstance(result, Refusal)
    return problem_text(result.first)


def test_that_a_part_that_is_many_sheets_counts_as_often(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 15_000))
    for targets in ("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"):
        relations = "".join(
            f'<Relationship Id="rId{n}" Type="{WORKSHEET}" Target="{targets}"/>'
            for n in range(1, 30)
        )
        sheets = [f'<sheet name="A{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, 30)]
        path = zip_book(tmp_path / "a.xlsx", sheet=rows, sheets=sheets)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["xl/_rels/workbook.xml.rels"] = (
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'.encode()
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        assert refused(path) == "workbook_too_many_cells"
    sheets = [f'<sheet name="A{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 30)]
    again = zip_book(tmp_path / "b.xlsx", sheet=rows, sheets=sheets)
    assert refused(again) == "workbook_too_many_cells"


def test_that_several_large_sheets_of_their_own_are_read(tmp_path):
    rows = [[n, f"Lê Văn {n}", n * 7, f"x{n}"] for n in range(5_000)]
    path = save_sheets(tmp_path / "a.xlsx", {"A": rows, "B": rows[:2000], "C": [[1]], "D": [[2]]})
    sheets = read_workbook(path)
    assert [len(sheet.rows) for sheet in sheets] == [5_000, 2_000, 1, 1]

"""A set-up workbook with a fault: one line that names the place, and no congress made."""

from __future__ import annotations

import os

import pytest
from command_line import assert_refused, said_by
from imports.books import save_sheets, sound_sheets


def change(sheet, row, column, value):
    def changed(sheets):
        sheets[sheet][row][column] = value

    return changed


def without_sheet(name):
    return lambda sheets: sheets.pop(name)


def without_column(sheet, column):
    def changed(sheets):
        for row in sheets[sheet]:
            del row[column]

    return changed


def repeat_row(sheet, row):
    return lambda sheets: sheets[sheet].append(list(sheets[sheet][row]))


WORKBOOKS = {
    "no sheet for the congress": (without_sheet("Đại hội"), "Đại hội"),
    "no column for the code": (without_column("Bầu cử", 0), "Bầu cử"),
    "no column for the name": (without_column("Danh sách bầu cử", 2), "Danh sách bầu cử"),
    "an unknown election": (change("Danh sách bầu cử", 1, 0, "XYZ"), "XYZ"),
    "no seats": (change("Bầu cử", 1, 2, 0), "Bầu cử"),
    "seats in words": (change("Bầu cử", 1, 2, "ba"), "ba"),
    "seats beyond reason": (change("Bầu cử", 1, 2, 10**15), "Bầu cử"),
    "an election twice": (repeat_row("Bầu cử", 1), "BCH"),
    "a candidate twice": (repeat_row("Danh sách bầu cử", 1), "Trần Văn Dũng"),
    "a name too long": (change("Danh sách bầu cử", 1, 2, "N" * 300), "Danh sách bầu cử"),
    "a congress without a name": (change("Đại hội", 1, 1, None), "Đại hội"),
    "unknown rules": (change("Đại hội", 4, 1, "luat-rung"), "luat-rung"),
    "an unknown status": (change("Đại biểu", 1, 6, "đi chơi"), "đi chơi"),
}


@pytest.mark.parametrize("what", WORKBOOKS)
def test_that_a_workbook_with_a_fault_makes_no_congress(tmp_path, capsys, what):
    spoil, names = WORKBOOKS[what]
    sheets = sound_sheets()
    spoil(sheets)
    workbook = save_sheets(tmp_path / "set-up.xlsx", sheets)
    words = ("new", tmp_path / "a.congress", "--from", workbook)
    assert_refused(capsys, tmp_path, *words, names=names)
    assert "set-up.xlsx" in said_by(capsys, *words).err


NOT_WORKBOOKS = {
    "text": b"Ma,Ten\n1,2\n",
    "empty": b"",
    "old excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "half a zip": b"PK\x03\x04" + b"\0" * 100,
}


@pytest.mark.parametrize("what", NOT_WORKBOOKS)
def test_that_what_is_no_workbook_makes_no_congress(tmp_path, capsys, what):
    (tmp_path / "s.xlsx").write_bytes(NOT_WORKBOOKS[what])
    words = ("new", tmp_path / "a.congress", "--from", tmp_path / "s.xlsx")
    assert_refused(capsys, tmp_path, *words, names="s.xlsx")


def test_that_a_workbook_that_is_missing_or_a_folder_makes_no_congress(tmp_path, capsys):
    for workbook in (tmp_path / "no.xlsx", tmp_path):
        assert_refused(capsys, tmp_path, "new", tmp_path / "a.congress", "--from", workbook)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_that_a_workbook_without_rights_makes_no_congress(tmp_path, capsys):
    workbook = save_sheets(tmp_path / "s.xlsx", sound_sheets())
    workbook.chmod(0)
    told = said_by(capsys, "new", tmp_path / "a.congress", "--from", workbook)
    assert told.code == 2
    assert not (tmp_path / "a.congress").exists()


def test_that_new_overwrites_nothing_and_makes_no_folders(file, tmp_path, capsys):
    assert_refused(
        capsys, tmp_path, "new", file, "--from", tmp_path / "s.xlsx", names="dh.congress"
    )
    far = tmp_path / "no" / "a.congress"
    assert_refused(capsys, tmp_path, "new", far, "--from", tmp_path / "s.xlsx", names="no")

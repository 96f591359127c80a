"""A spoilt workbook never ends in an error of ours: it comes in, or is refused in one line.

CONGRESS_DESK_FUZZ=3000 tries so many of each instead of a few.
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from xlrd.formula import FormulaError

from congress_desk.domain.people.register_changes import compare_register
from congress_desk.errors import Place, Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.imports.workbook import xls
from congress_desk.paths import resource

from .damage import damaged, damaged_bytes

COUNT = int(os.environ.get("CONGRESS_DESK_FUZZ", "120"))
DATA = Path(__file__).parent.parent / "data"
OLD_LIST = DATA / "danh-sach-dai-bieu-cu.xlsx"
SLOWEST = 5


def read_list(path: Path) -> object:
    """Read a list as the command does; return the refusal, or what it changes."""
    file = read_register_file(path)
    if isinstance(file, Refusal):
        return file
    found = likeliest_sheet(file)
    if isinstance(found, Refusal):
        return found
    reading = read_register_lines(*found, file=path.name)
    for each in (*reading.problems, *reading.notes):
        assert problem_text(each)
    return compare_register((), reading.lines, attendance=True)


def read_congress(path: Path) -> object:
    """Read a set-up workbook as the command does."""
    return read_setup(path, rule_set_ids())


SOURCES = {
    "list": (OLD_LIST, read_list),
    "set-up": (resource("samples", "dai-hoi-phuong.xlsx"), read_congress),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_that_a_spoilt_workbook_comes_in_or_is_refused_in_one_line(tmp_path, kind):
    source, read = SOURCES[kind]
    spoilt = damaged(source.read_bytes(), seed=20261129, count=COUNT)
    check_all(spoilt, read, tmp_path / "hỏng.xlsx")


@pytest.mark.parametrize("name", ["danh-sach-dai-bieu-cu.xls", "danh-sach-an-gach-ma.xls"])
def test_that_a_spoilt_old_workbook_comes_in_or_is_refused_in_one_line(tmp_path, name):
    spoilt = damaged_bytes((DATA / name).read_bytes(), seed=20261129, count=2 * COUNT)
    check_all(spoilt, read_list, tmp_path / "hỏng.xls")


def test_that_an_old_workbook_whose_sectors_run_in_circles_is_refused(tmp_path):
    content = bytearray((DATA / "danh-sach-an-gach-ma.xls").read_bytes())
    entry = content.find("Workbook".encode("utf-16-le"))
    (table,) = struct.unpack_from("<I", content, 0x3C)
    struct.pack_into("<II", content, entry + 0x74, 0, 1_000)  # its stream: short, from sector 0
    struct.pack_into("<I", content, 512 + 512 * table, 0)  # and after sector 0 comes sector 0
    path = tmp_path / "vòng.xls"
    path.write_bytes(content)
    refused = read_list(path)
    assert isinstance(refused, Refusal)
    assert refused.first.code == "import_workbook_damaged"


def check_all(
    spoilt: Iterator[tuple[str, bytes]], read: Callable[[Path], object], path: Path
) -> None:
    """Read each copy; it comes in or is refused, soon and in one line."""
    for said, content in spoilt:
        path.write_bytes(content)
        start = time.process_time()
        result = read(path)
        assert time.process_time() - start < SLOWEST, said
        if isinstance(result, Refusal):
            line = problem_text(result.first)
            assert line.startswith(path.name), said
            assert "\n" not in line, said


def test_that_a_formula_nobody_knows_in_an_old_workbook_is_damage(monkeypatch):
    def not_known(**_):
        raise FormulaError("ERROR *** Unexpected token 0x00")

    monkeypatch.setattr(xls, "open_workbook", not_known)
    content = (DATA / "danh-sach-an-gach-ma.xls").read_bytes()
    refused = xls.read_xls(content, Place(file="cũ.xls"))
    assert isinstance(refused, Refusal)
    assert refused.first.code == "import_workbook_damaged"

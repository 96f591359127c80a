"""A spoilt workbook never ends in an error of ours: it comes in, or is refused in one line.

CONGRESS_DESK_FUZZ=3000 tries so many of each instead of a few.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from congress_desk.domain.people.register_changes import compare_register
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.imports.setup.workbook import read_setup
from congress_desk.paths import resource

from .damage import damaged

COUNT = int(os.environ.get("CONGRESS_DESK_FUZZ", "120"))
OLD_LIST = Path(__file__).parent.parent / "data" / "danh-sach-dai-bieu-cu.xlsx"
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
    for said, content in damaged(source.read_bytes(), seed=20261129, count=COUNT):
        path = tmp_path / "hỏng.xlsx"
        path.write_bytes(content)
        start = time.process_time()
        result = read(path)
        assert time.process_time() - start < SLOWEST, said
        if isinstance(result, Refusal):
            line = problem_text(result.first)
            assert line.startswith(path.name), said
            assert "\n" not in line, said

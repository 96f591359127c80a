"""The fifth gathering of office lists comes in right, read from sheets that are in memory alone."""

from __future__ import annotations

import pytest

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.lines import read_register_lines

from .books import people_of, sheet_of
from .fifth_office_lists import FIFTH


@pytest.mark.parametrize("name", FIFTH)
def test_that_it_comes_in_right(name):
    office = FIFTH[name]
    sheet = in_unicode(sheet_of(office.rows, office.merges))
    table = find_register_table(sheet)
    assert not isinstance(table, Refusal), problem_text(table.first)
    reading = read_register_lines(sheet, table)
    assert len(reading.problems) == office.problems, [problem_text(p) for p in reading.problems]
    people = [tuple(str(getattr(p, key)) for key in office.keys) for p in people_of(reading)]
    assert people == office.people

"""Lists of chi bộ, wards, provinces and associations come in right, in every format."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from congress_desk.i18n import problem_text

from .books import DOUBTED, doubts_of, people_of, reading_of, save_list
from .fourth_office_lists import FOURTH
from .more_office_lists import MORE
from .office_lists import LISTS as FIRST
from .third_office_lists import THIRD

LISTS = {**FIRST, **MORE, **THIRD, **FOURTH}


def told(name: str, path: Path) -> list[tuple[str, ...]]:
    """Return what comes in of a list, by the fields that the list is right in."""
    office, reading = LISTS[name], reading_of(path)
    assert doubts_of(reading) == DOUBTED.get(name, [])
    assert len(reading.problems) == office.problems, [problem_text(p) for p in reading.problems]
    return [tuple(str(getattr(p, key)) for key in office.keys) for p in people_of(reading)]


@pytest.mark.parametrize("name", LISTS)
def test_that_an_office_list_comes_in_right(tmp_path, name):
    office = LISTS[name]
    path = save_list(
        tmp_path / "ds.xlsx", office.rows, merges=office.merges, formats=office.formats or {}
    )
    assert told(name, path) == office.people


def as_text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)


FLAT = [name for name, office in LISTS.items() if not office.merges and not office.formats]


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16")]
)
@pytest.mark.parametrize("name", FLAT)
def test_that_a_csv_of_it_comes_in_the_same(tmp_path, name, delimiter, encoding):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    for row in LISTS[name].rows:
        writer.writerow([as_text(cell) for cell in row])
    path = tmp_path / "ds.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    assert told(name, path) == LISTS[name].people


def test_that_there_are_lists_enough():
    assert len(LISTS) >= 60

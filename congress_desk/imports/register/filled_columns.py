"""Columns of a list whose cells decide what a title means, or tell more than it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from congress_desk.domain.people.register_layout import BORN_MALE, NAME, NAMES
from congress_desk.domain.text.clean_text import fold
from congress_desk.imports.dates import date_text
from congress_desk.imports.register.cells import (
    READERS,
    gender_value,
    is_mark,
    is_nothing,
    is_unknown,
    kind_value,
)
from congress_desk.imports.register.sections import is_number
from congress_desk.imports.register.titles import ANSWER
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Fault, Row, Sheet

_MAY_BE_OTHER = ("cocau", "thanhphan", "doituong", "hinhthuc", "tinhtrang", "trangthai")
# Beside a column of names these tell the gender (Ông, Bà), or the kind of each person.
_BESIDE_NAMES = {
    "gender": frozenset({"ongba", "danhxung", "xungho"}),
    "kind": frozenset({"daibieu", "db", "dangvien", "hoivien", "doanvien", "thanhvien"}),
}
_NUMBERING = re.compile(r"\(?\d{1,3}\)?(?:\.0)?")
_DAY, _MONTH, _YEAR = ("ngay", "ng"), ("thang", "th", "thg"), ("nam",)
_PARTS_OF_DAY = frozenset({"ngay", "thang", "ngaythang"})
_READ = {"gender": gender_value, "kind": kind_value}
_LOOKED_AT = 200


def filled_as_meant(
    mapping: Mapping[int, str],
    found: Mapping[int, tuple[str, int, int]],
    paths: Mapping[int, tuple[str, str]],
    sheet: Sheet,
    last_row: int,
) -> dict[int, str]:
    """Leave out columns whose cells are not what their titles may mean.

    A column that answers what is asked above it is ticked, or says another answer in words; one of
    "Cơ cấu" may tell kinds of delegates, or that somebody is young.
    """
    kept: dict[int, str] = {}
    below = _rows_below(sheet, last_row)
    for column, key in mapping.items():
        title = fold(paths[column][1])
        cells = _cells_of(below, column)
        if found[column][2] == ANSWER and cells and not title.startswith("khac"):
            if not any(map(is_mark, cells)):
                continue
        elif key in READERS and cells and title.startswith(_MAY_BE_OTHER):
            known = sum(READERS[key](cell) is not None for cell in cells)
            if 2 * known < len(cells):
                continue
        elif key == "delegation" and title == "phong" and all(is_number(text_of(c)) for c in cells):
            # Rooms, not departments.
            key = "room"
            if key in mapping.values():
                continue
        elif key == "kind_official" and _are_days(cells):
            # Chính thức beside the day of admission is the day of full membership.
            key = "official_on"
            if key in mapping.values():
                continue
        kept[column] = key
    return kept


def addressed_names(mapping: Mapping[int, str], sheet: Sheet, last_row: int) -> dict[int, str]:
    """Take a column "surname" of nothing but Ông, Bà and Đ/c for what it is, the next for names."""
    columns = {key: column for column, key in mapping.items()}
    first = columns.get("surname", 0)
    below = _rows_below(sheet, last_row) if "given_name" in columns else []
    cells = _cells_of(below, first)
    if not cells or not all(gender_value(cell) or is_unknown(cell) for cell in cells):
        return {}
    rest = {"middle_name": "surname"} if "middle_name" in columns else {"given_name": NAME}
    own = "salutation" if "gender" in columns else "gender"
    return {first: own, **{columns[key]: meant for key, meant in rest.items()}}


def _are_days(cells: list[CellValue]) -> bool:
    """Say whether most cells are days or years."""
    return 2 * sum(date_text(cell) is not None for cell in cells) > len(cells)


def parts_of_birth(
    mapping: Mapping[int, str], paths: Mapping[int, tuple[str, str]]
) -> dict[int, str]:
    """Take "Ngày", "Tháng" or "Ngày tháng" left of a year of birth for parts of that birth."""
    found: dict[int, str] = {}
    for column, key in mapping.items():
        left = column - 1
        while key == "born" and fold(paths[column][1]).startswith("nam") and left in paths:
            if left in mapping or fold(paths[left][1]) not in _PARTS_OF_DAY:
                break
            found[left] = "born"
            left -= 1
    return found or ({} if "born" in mapping.values() else _day_month_year(mapping, paths))


def _day_month_year(
    mapping: Mapping[int, str], paths: Mapping[int, tuple[str, str]]
) -> dict[int, str]:
    """Take columns "Ngày", "Tháng", "Năm" side by side for the birth, where no other one is."""
    for column in sorted(paths):
        beside = (column, column + 1, column + 2)
        titles = [fold(paths[c][1]) if c in paths else "" for c in beside]
        parts = zip(titles, (_DAY, _MONTH, _YEAR), strict=True)
        untold = all(mapping.get(c, BORN_MALE) == BORN_MALE for c in beside)
        if untold and all(title in words for title, words in parts):
            return dict.fromkeys(beside, "born")
    return {}


def _may_be_person(row: Row) -> bool:
    """Say whether a row is neither of one cell nor the numbers of the columns: (1), (2), (3)."""
    return len(row.cells) > 1 and not all(
        _NUMBERING.fullmatch(text_of(v)) for v in row.cells.values()
    )


def _rows_below(sheet: Sheet, last_row: int) -> list[Row]:
    """Return the first rows below the header that may be of people."""
    below = (row for row in sheet.rows if row.number > last_row and _may_be_person(row))
    return list(islice(below, _LOOKED_AT))


def _cells_of(rows: Sequence[Row], column: int, beside: Sequence[int] = ()) -> list[CellValue]:
    """Return the cells of a column that say something; `beside` names, where columns are given."""
    cells = [
        row.cells[column]
        for row in rows
        if column in row.cells and (not beside or not row.cells.keys().isdisjoint(beside))
    ]
    return [cell for cell in cells if not isinstance(cell, Fault) and not is_nothing(cell)]


def read_off_cells(
    mapping: Mapping[int, str], paths: Mapping[int, tuple[str, str]], sheet: Sheet, last_row: int
) -> dict[int, str]:
    """Take columns that could head names, beside that of the names, for what their cells tell."""
    found: dict[int, str] = {}
    below = _rows_below(sheet, last_row)
    for key, titles in _BESIDE_NAMES.items():
        if key in mapping.values():
            continue
        named = [c for c, taken in mapping.items() if taken in NAMES]
        # Ông and Bà may stand left of the names in a column without a title.
        left = min(named, default=1) - 1
        untitled = {} if left in paths or left < 1 else {left: ("", "")}
        for column, (_, title) in {**paths, **untitled}.items():
            asked = (
                fold(title) in titles
                or (key == "gender" and not title)
                or (key == "kind" and "daibieu" in fold(title))
            )
            cells = _cells_of(below, column, named) if asked else []
            cells = [cell for cell in cells if fold(text_of(cell)) != fold(title)]
            if column not in mapping and cells and all(_READ[key](cell) for cell in cells):
                found[column] = key
                break
    return found

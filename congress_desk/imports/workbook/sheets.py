"""One sheet of an open workbook as the rows that hold something, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place

MAX_ROWS = 20_000
MAX_COLUMNS = 200


class Fault(StrEnum):
    """A cell that shows no value one could take; its value is the code of the problem."""

    NO_VALUE = "import_cell_formula_without_value"
    ERROR = "import_cell_error"


CellValue = str | int | float | bool | datetime | date | time | timedelta | Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merged range; rows and columns from 1, both ends inside."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of one row that hold something, by column number from 1.

    `fonts` names the fonts of the texts that stand in an old font, where the file tells it.
    """

    number: int
    cells: Mapping[int, CellValue]
    fonts: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What the look of a cell says of its value, by number of the style.

    `fonts` are the names of old fonts; `dates` how many characters of an ISO date a format shows.
    """

    fonts: Mapping[int, str] = field(default_factory=dict)
    dates: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedCell:
    """A text that stood in letters of an old font: what was typed, and in which letters."""

    before: str
    script: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: the rows that hold something, in order, and its merged ranges.

    `converted` tells, by row and column, of texts that now stand in Unicode and did not before.
    """

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...]
    converted: Mapping[tuple[int, int], ConvertedCell] = field(default_factory=dict)


class CellTooFar(Exception):  # noqa: N818 - a way out of the parser, told as a refusal
    """A filled cell lies beyond the rows and columns that are read."""

    def __init__(self, place: Place) -> None:
        self.place = place


class _Parser(WorkSheetParser):
    """openpyxl's reader of cells, which also says when a formula was never calculated."""

    def __init__(self, source: object, book: Any, sheet: Any) -> None:
        WorkSheetParser.__init__(
            self,
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = WorkSheetParser.parse_cell(self, element)
        if cell["value"] is None and cell["data_type"] != "str":
            cell["value"] = None if element.find(FORMULA_TAG) is None else Fault.NO_VALUE
        elif cell["data_type"] == "e":
            cell["value"] = Fault.ERROR
        return cell

    def rows(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        yield from WorkSheetParser.parse(self)

    def merges(self) -> Iterator[Merge]:
        for merged in self.merged_cells.mergeCell if self.merged_cells else ():
            left, top, right, bottom = range_boundaries(merged.ref)
            if left and top and right and bottom:
                yield Merge(first_column=left, first_row=top, last_column=right, last_row=bottom)


def read_sheet(book: Any, sheet: Any, file: str, looks: Looks | None = None) -> Sheet:
    """Read one sheet of a workbook opened read-only; CellTooFar when it reaches too far.

    Rows and cells that the sheet leaves out cost nothing, wherever its last cell may be. With
    `looks` a date is a text of what its format shows, and old fonts are named.
    """
    name = clean_text(sheet.title)[:100]
    with sheet._get_source() as source:
        parser = _Parser(source, book, sheet)
        rows = tuple(_filled_rows(parser, file, name, looks))
    hidden = sheet.sheet_state != "visible"
    return Sheet(name=name, hidden=hidden, rows=rows, merges=tuple(parser.merges()))


_LAST_LETTERS = 18_278


def column_letter(column: int) -> str:
    """Return the letters of a column number from 1: 28 -> "AB"; the number where letters end."""
    return str(get_column_letter(column) if column <= _LAST_LETTERS else column)


def _filled_rows(parser: _Parser, file: str, sheet: str, looks: Looks | None) -> Iterator[Row]:
    for number, cells in parser.rows():
        filled = {cell["column"]: cell["value"] for cell in cells if not _is_empty(cell["value"])}
        if not filled:
            continue
        if number > MAX_ROWS or max(filled) > MAX_COLUMNS:
            column = column_letter(max(filled))
            raise CellTooFar(Place(file=file, sheet=sheet, row=number, column=column))
        fonts = _look_at(cells, filled, looks) if looks else {}
        yield Row(number=number, cells=filled, fonts=fonts)


def _look_at(
    cells: list[dict[str, Any]], filled: dict[int, CellValue], looks: Looks
) -> dict[int, str]:
    """Return the old fonts of a row's texts; its dates become what their formats show of them."""
    fonts: dict[int, str] = {}
    for cell in cells:
        style, value = cell["style_id"], cell["value"]
        if style in looks.fonts and isinstance(value, str):
            fonts[cell["column"]] = looks.fonts[style]
        elif style in looks.dates and isinstance(value, date):
            filled[cell["column"]] = value.isoformat()[: looks.dates[style]]
    return fonts


def _is_empty(value: object) -> bool:
    if type(value) is str:
        return not value[:1].isalnum() and not clean_text(value)
    return value is None or (isinstance(value, str) and not clean_text(value))

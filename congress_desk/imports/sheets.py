"""One sheet of an open workbook as the rows that hold something, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from openpyxl.utils.cell import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from congress_desk.domain.text import clean_text
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
    """The cells of one row that hold something, by column number from 1."""

    number: int
    cells: Mapping[int, CellValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: the rows that hold something, in order, and its merged ranges."""

    name: str
    hidden: bool
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...]


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


def read_sheet(book: Any, sheet: Any, file: str) -> Sheet:
    """Read one sheet of a workbook opened read-only; CellTooFar when it reaches too far.

    Rows and cells that the sheet leaves out cost nothing, wherever its last cell may be.
    """
    name = clean_text(sheet.title)[:100]
    with sheet._get_source() as source:
        parser = _Parser(source, book, sheet)
        rows = tuple(_filled_rows(parser, file, name))
    hidden = sheet.sheet_state != "visible"
    return Sheet(name=name, hidden=hidden, rows=rows, merges=tuple(parser.merges()))


def column_letter(column: int) -> str:
    """Return the letters of a column number from 1: 28 -> "AB"."""
    return str(get_column_letter(column))


def _filled_rows(parser: _Parser, file: str, sheet: str) -> Iterator[Row]:
    for number, cells in parser.rows():
        filled = {cell["column"]: cell["value"] for cell in cells if not _is_empty(cell["value"])}
        if not filled:
            continue
        if number > MAX_ROWS or max(filled) > MAX_COLUMNS:
            column = column_letter(max(filled))
            raise CellTooFar(Place(file=file, sheet=sheet, row=number, column=column))
        yield Row(number=number, cells=filled)


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not clean_text(value))

"""One sheet as the rows that hold something, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from openpyxl.utils.cell import get_column_letter

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

    `fonts` names the fonts of the texts that stand in an old font, where the file tells it;
    `struck` are the columns whose text is struck through, `month_first` those of days shown in the
    order of the United States.
    """

    number: int
    cells: Mapping[int, CellValue]
    fonts: Mapping[int, str] = field(default_factory=dict)
    hidden: bool = False
    struck: frozenset[int] = frozenset()
    month_first: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What the look of a cell says of its value, by number of the style.

    `fonts` are the names of old fonts; `dates` how many characters of an ISO date a format shows,
    0 for all; `lengths` are formats of spans of time; `codes` formats that make a code of a number.
    """

    fonts: Mapping[int, str] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()
    dates: Mapping[int, int] = field(default_factory=dict)
    lengths: frozenset[int] = frozenset()
    month_first: frozenset[int] = frozenset()
    codes: Mapping[int, str] = field(default_factory=dict)


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
    hidden_columns: frozenset[int] = frozenset()


class CellTooFar(Exception):  # noqa: N818 - a way out of the parser, shown as a refusal
    """A filled cell lies beyond the rows and columns that are read."""

    def __init__(self, place: Place) -> None:
        self.place = place


_LAST_LETTERS = 18_278


def column_letter(column: int) -> str:
    """Return the letters of a column number from 1: 28 -> "AB"; the number where letters end."""
    return str(get_column_letter(column) if 1 <= column <= _LAST_LETTERS else column)

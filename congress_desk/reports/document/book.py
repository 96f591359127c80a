"""A workbook as plain data: sheets, columns, rows of values, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | date | datetime | None


class ColumnKind(StrEnum):
    """What a column holds: this decides alignment and width; the values bring their own format."""

    TEXT = "text"
    NUMBER = "number"
    CODE = "code"
    MARK = "mark"
    TIME = "time"


class Tone(StrEnum):
    """How a row stands out: as it is, as important, as a sum, or as a check that must be 0."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    TOTAL = "total"
    CHECK = "check"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookColumn:
    """A column; a `MARK` column is narrow and its title stands upright."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRow:
    """One row of values, as many as there are columns."""

    values: tuple[Value, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a title of their own, in the columns of the sheet."""

    rows: tuple[BookRow, ...]
    title: str = ""


class ChartKind(StrEnum):
    """How numbers are drawn: compared as bars, or as parts of a whole."""

    BAR = "bar"
    PIE = "pie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of the rows of one section: `names` and `values` are columns, all counted from 0."""

    kind: ChartKind
    title: str
    section: int
    names: int
    values: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One purpose on one sheet: title, notes, one header, sections below it.

    The header and the first `freeze_columns` stay in view and are repeated on every printed page.
    `filtered` puts a filter on the header for the rows of the first section that are no sums.
    Charts stand to the right of the table.
    """

    name: str
    title: str
    columns: tuple[BookColumn, ...]
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    freeze_columns: int = 0
    filtered: bool = True
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole workbook; `footer` is printed at the foot of every page."""

    title: str
    sheets: tuple[Sheet, ...]
    footer: str


def plain_rows(rows: Iterable[tuple[Value, ...]], tone: Tone = Tone.PLAIN) -> tuple[BookRow, ...]:
    """Return rows of values in one tone."""
    return tuple(BookRow(values=values, tone=tone) for values in rows)

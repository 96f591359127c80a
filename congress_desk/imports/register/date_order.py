"""Whether the dates of a column have day and month the wrong way round, and turning them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from congress_desk.domain.people.register_layout import BORN_FEMALE, BORN_MALE
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.imports.register.header import RegisterTable
from congress_desk.imports.workbook.cells import text_of
from congress_desk.imports.workbook.sheets import CellValue, Row, column_letter

DATES = frozenset({"born", "joined", "official_on", BORN_MALE, BORN_FEMALE})
_LAST_MONTH = 12
_FEWEST = 3
_MONTH_FIRST = re.compile(r"\bm{1,2}\s*[/.-]\s*d{1,2}\b|tháng\s*[/.-]\s*ngày", re.IGNORECASE)
_THREE_NUMBERS = re.compile(
    r"(\D*)(\d{1,2})(\s*[/.\-]\s*)(\d{1,2})(\s*[/.\-]\s*(?:\d{4}|\d{2})\b.*)"
)


@dataclass(slots=True, kw_only=True)
class DateOrder:
    """The dates of one column by what their numbers allow; `first` is its first ambiguous row.

    `days` are cells that a program made a day of, `month_first` how many of them it shows so.
    Texts come as those with day first only, month first only, and both ways.
    """

    days: list[date] = field(default_factory=list)
    month_first: int = 0
    only_day_first: int = 0
    only_month_first: int = 0
    both_ways: int = 0
    first: int = 0

    @property
    def ambiguous(self) -> int:
        """Return how many cells a turn would change."""
        return self.both_ways + sum(day.day <= _LAST_MONTH for day in self.days)

    @property
    def suspicion(self) -> str:
        """Return the code of what speaks for the wrong order, "" when nothing does.

        A program of the United States makes days of what it can read month first, all of them up
        to 12, and leaves the others as texts, all of them after 12; one of Vietnam does so with
        dates of the United States.
        """
        early = bool(self.days) and all(day.day <= _LAST_MONTH for day in self.days)
        one_way = bool(self.only_day_first) != bool(self.only_month_first)
        if early and one_way and not self.both_ways:
            return "register_dates_swapped"
        if early and self.month_first and len(self.days) >= _FEWEST:
            return "register_dates_shown_month_first"
        if self.only_month_first and not self.only_day_first and self.both_ways:
            return "register_dates_in_two_orders"
        return ""


def date_order(rows: Sequence[Row], column: int) -> DateOrder:
    """Return how the dates of a column are written."""
    order = DateOrder()
    for row in rows:
        _add(order, row, column)
    return order


def day_first(rows: Sequence[Row], table: RegisterTable) -> list[Row]:
    """Return the rows with the day first in texts below a title that asks for the month first."""
    columns = [
        c for c, key in table.mapping.items() if key in DATES and _asks_month_first(table, c)
    ]
    changed = []
    for row in rows:
        texts = {c: row.cells[c] for c in columns if isinstance(row.cells.get(c), str)}
        cells = {c: _exchanged(text) for c, text in texts.items()}
        changed.append(replace(row, cells={**row.cells, **cells}) if cells else row)
    return changed


def _asks_month_first(table: RegisterTable, column: int) -> bool:
    return _MONTH_FIRST.search(table.titles.get(column, "")) is not None


def columns_to_turn(letters: str, table: RegisterTable, place: Place) -> frozenset[int] | Refusal:
    """Return the columns that somebody names by their letters: "D", "D, F"; refused if no dates."""
    dates = {column_letter(c): c for c, key in table.mapping.items() if key in DATES}
    wanted = [each.strip().upper() for each in letters.split(",") if each.strip()]
    for letter in wanted:
        if letter not in dates:
            columns = ", ".join(dates) or "–"
            return refuse("register_swap_no_date", place, letter=letter[:20], columns=columns)
    return frozenset(dates[letter] for letter in wanted)


def turned(rows: Sequence[Row], columns: frozenset[int]) -> list[Row]:
    """Return the rows with day and month changed over in these columns, where both can be."""
    changed: list[Row] = []
    for row in rows:
        cells = {c: _turned(row.cells[c]) for c in columns if c in row.cells}
        changed.append(replace(row, cells={**row.cells, **cells}) if cells else row)
    return changed


def notes_of_dates(
    rows: Sequence[Row],
    table: RegisterTable,
    turn: frozenset[int],
    place_of: Callable[[int, int], Place],
) -> Iterator[Problem]:
    """Note each column that seems to have the wrong order, and each that was turned."""
    for column in (c for c, key in table.mapping.items() if key in DATES):
        order = date_order(rows, column)
        code = "register_dates_turned" if column in turn and order.ambiguous else order.suspicion
        if not code or (column in turn and not order.ambiguous):
            continue
        params: dict[str, str | int] = {
            "cells": order.ambiguous,
            "others": order.only_month_first,
            "letter": column_letter(column),
            "value": text_of(order.days[0]) if order.days else "",
        }
        yield Problem(code=code, params=params, place=place_of(order.first, column))


def _add(order: DateOrder, row: Row, column: int) -> None:
    value = row.cells.get(column)
    if isinstance(value, date):
        order.days.append(value)
        order.month_first += column in row.month_first
        ambiguous = value.day <= _LAST_MONTH
    elif isinstance(value, str) and (found := _THREE_NUMBERS.fullmatch(value.strip())):
        first, second = int(found[2]), int(found[4])
        ambiguous = max(first, second) <= _LAST_MONTH
        order.both_ways += ambiguous
        order.only_day_first += second <= _LAST_MONTH < first
        order.only_month_first += first <= _LAST_MONTH < second
    else:
        return
    if ambiguous and not order.first:
        order.first = row.number


def _turned(value: CellValue) -> CellValue:
    if isinstance(value, date):
        return (
            value.replace(day=value.month, month=value.day) if value.day <= _LAST_MONTH else value
        )
    found = _THREE_NUMBERS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or max(int(found[2]), int(found[4])) > _LAST_MONTH:
        return value
    return _exchanged(value)


def _exchanged(value: CellValue) -> CellValue:
    """Return a text with its first two numbers exchanged, where the first can be a month."""
    found = _THREE_NUMBERS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[2]) > _LAST_MONTH:
        return value
    return f"{found[1]}{found[4]}{found[3]}{found[2]}{found[5]}"

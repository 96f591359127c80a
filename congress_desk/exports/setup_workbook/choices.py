"""The drop-downs of the set-up workbook, and the hidden sheet that holds their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from congress_desk.domain.organs.organ_words import ORGAN_LABELS, SMALL_ORGAN_LABELS
from congress_desk.domain.setup.layout import (
    CANDIDATES,
    CONGRESS,
    DUTIES,
    ELECTIONS,
    PEOPLE,
    SILENT_SHEETS,
    SheetLayout,
)
from congress_desk.domain.setup.words import (
    CONGRESS_KIND_LABELS,
    ELECTION_KIND_LABELS,
    PERSON_KIND_LABELS,
    STATUS_LABELS,
)
from congress_desk.exports.setup_workbook.examples import rule_set_titles

_ELECTIONS_MOST = 51


def add_choices(book: Any, last_row: int) -> None:
    """Add every drop-down, down to `last_row`, with the words on a hidden sheet."""
    words = book.create_sheet(SILENT_SHEETS[0])
    words.sheet_state = "hidden"
    choices: tuple[tuple[SheetLayout, str, Iterable[str]], ...] = (
        (CONGRESS, "kind", CONGRESS_KIND_LABELS),
        (CONGRESS, "rules", rule_set_titles().values()),
        (PEOPLE, "gender", ("Nam", "Nữ")),
        (PEOPLE, "kind", PERSON_KIND_LABELS),
        (PEOPLE, "status", STATUS_LABELS),
        (DUTIES, "organ", (*ORGAN_LABELS, *SMALL_ORGAN_LABELS)),
        (CANDIDATES, "gender", ("Nam", "Nữ")),
        (ELECTIONS, "kind", ELECTION_KIND_LABELS),
    )
    for number, (layout, key, labels) in enumerate(choices, start=1):
        source = _write_words(words, number, f"{layout.name}: {key}", list(labels))
        rule = _add_list(book[layout.name], _cells(layout, key, last_row), source)
        if key == "organ":
            # An organ of one's own may have any name.
            rule.errorStyle = "warning"
            rule.error = "Không có trong danh sách; giữ tên này thì lập thành ban, tổ riêng."
    codes = f"'{ELECTIONS.name}'!$A$2:$A${_ELECTIONS_MOST}"
    _add_list(book[CANDIDATES.name], _cells(CANDIDATES, "code", last_row), codes)
    _add_list(book[ELECTIONS.name], _cells(ELECTIONS, "among", last_row), codes)
    _add_number(book[ELECTIONS.name], _cells(ELECTIONS, "seats", last_row), least=1)
    _add_number(book[ELECTIONS.name], _cells(ELECTIONS, "alternates", last_row), least=0)


def _write_words(words: Any, column: int, title: str, labels: list[str]) -> str:
    for row, text in enumerate((title, *labels), start=1):
        words.cell(row=row, column=column, value=text)
    letter = get_column_letter(column)
    return f"'{words.title}'!${letter}$2:${letter}${len(labels) + 1}"


def _cells(layout: SheetLayout, key: str, last_row: int) -> str:
    number = layout.columns.index(layout.column(key)) + 1
    if layout is CONGRESS:
        return f"B{number + 1}"
    letter = get_column_letter(number)
    return f"{letter}2:{letter}{last_row}"


def _add_list(sheet: Any, cells: str, source: str) -> DataValidation:
    rule = DataValidation(type="list", formula1=source, allow_blank=True)
    rule.errorTitle = "Chưa đúng"
    rule.error = "Chọn một giá trị trong danh sách."
    rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(cells)
    return rule


def _add_number(sheet: Any, cells: str, *, least: int) -> None:
    rule = DataValidation(
        type="whole", operator="between", formula1=str(least), formula2="500", allow_blank=True
    )
    rule.errorTitle = "Chưa đúng"
    rule.error = f"Ghi số nguyên từ {least} trở lên."
    rule.showErrorMessage = True
    sheet.add_data_validation(rule)
    rule.add(cells)

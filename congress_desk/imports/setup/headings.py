"""A sheet whose headings between the rows say what no column does, as one that has the column."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from congress_desk.domain.setup.layout import SheetLayout
from congress_desk.imports.register.sections import ROMAN, section_text
from congress_desk.imports.setup.headers import find_header
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import MAX_COLUMNS, Fault, Row, Sheet

_BELOW = re.compile(r"t/m\b|tm\.|kt\.|nơi nhận\b|người lập\b|tổng\b|cộng\b", re.IGNORECASE)


def with_headings(sheet: Sheet, layout: SheetLayout) -> Sheet:
    """Return the sheet with each such heading in a column of its own: the organ above its members.

    It goes into the first column without a header of its own whose `heads` it matches.
    """
    header = find_header(sheet, layout)
    missing = [c for c in layout.columns if c.heads and header and c.key not in header.columns]
    below = [row for row in sheet.rows if header and row.number > header.last_row]
    last = max((max(row.cells) for row in sheet.rows), default=0)
    if header is None or not missing or not below or last + len(missing) > MAX_COLUMNS:
        return sheet
    usual = median([len(row.cells) for row in below if len(row.cells) > 1] or [1])
    at = {column.key: last + place for place, column in enumerate(missing, start=1)}
    moved: dict[int, dict[int, str]] = {}
    used: set[str] = set()
    for row in below:
        text = _heading(row, usual)
        for column in missing if text else ():
            if found := re.match(column.heads, text, re.IGNORECASE):
                moved[row.number] = {at[column.key]: text[found.end() :].strip(" :") or text}
                used.add(column.key)
                break
    titles = {at[column.key]: column.label for column in missing if column.key in used}
    return replace(
        sheet,
        rows=tuple(
            replace(row, cells={**row.cells, **titles})
            if row.number == header.last_row
            else replace(row, cells=moved.get(row.number, row.cells))
            for row in sheet.rows
        ),
    )


def _heading(row: Row, usual: float) -> str:
    """Return the text of a row that has one, a Roman number beside it or cells missing."""
    said = [text_of(value) for value in row.cells.values() if not isinstance(value, Fault)]
    words = [text for text in said if not ROMAN.fullmatch(text) and whole_number(text) is None]
    headed = any(map(ROMAN.fullmatch, said)) or len(row.cells) < usual
    if any(map(_BELOW.match, words)):
        return ""
    return section_text(row) if len(words) == 1 and len(said) == len(row.cells) and headed else ""

"""A sheet with all its texts in Unicode, and a trace of those that were in letters of old fonts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from congress_desk.imports.legacy.text import BEYOND, LegacyText, most_by_far, script_by_spelling
from congress_desk.imports.workbook.font_scripts import Script, prints_capitals
from congress_desk.imports.workbook.sheets import CellValue, ConvertedCell, Row, Sheet


def in_unicode(sheet: Sheet) -> Sheet:
    """Return the sheet with texts of old fonts converted, each judged beside its column."""
    columns = _columns(sheet)
    if not columns:
        return sheet
    converted: dict[tuple[int, int], ConvertedCell] = {}
    rows = tuple(_converted_row(row, columns, converted) for row in sheet.rows)
    return replace(sheet, rows=rows, converted=converted)


def _columns(sheet: Sheet) -> Mapping[int, LegacyText]:
    """Return what judges each column in which a text could be in old letters."""
    cells: dict[int, list[tuple[str, str]]] = defaultdict(list)
    suspected: set[int] = set()
    for row in sheet.rows:
        for column, value in row.cells.items():
            if type(value) is str and not value.isascii():
                cells[column].append((value, row.fonts.get(column, "")))
                if not BEYOND.search(value):
                    suspected.add(column)
        suspected.update(column for column, font in row.fonts.items() if prints_capitals(font))
    around = _around(cells.values()) if suspected else None
    return {column: LegacyText(cells[column], around) for column in suspected}


def _around(columns: Iterable[list[tuple[str, str]]]) -> Script | None:
    """Return what a sheet is written in that has nothing in Unicode; None when it is mixed."""
    texts = (text for column in columns for text, _ in column)
    found = (script_by_spelling(text, alone=False) for text in texts)
    return most_by_far(Counter(script for script in found if script))


def _converted_row(
    row: Row, columns: Mapping[int, LegacyText], converted: dict[tuple[int, int], ConvertedCell]
) -> Row:
    changed: dict[int, CellValue] = {}
    for column, text in columns.items():
        value = row.cells.get(column)
        font = row.fonts.get(column, "")
        if type(value) is not str or (not font and (value.isascii() or BEYOND.search(value))):
            continue
        if not font and len(value) == 1:  # A box or a tick, not a word.
            continue
        found = text.convert(value, font)
        if found.text != value:
            changed[column] = found.text
            cell = ConvertedCell(before=value, script=found.script.value)
            converted[row.number, column] = cell
    return replace(row, cells={**row.cells, **changed}) if changed else row

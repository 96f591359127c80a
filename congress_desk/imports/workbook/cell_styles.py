"""What the styles of a workbook say of its cells: old fonts, and how much of a date is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

from congress_desk.imports.legacy.text import script_of_font
from congress_desk.imports.workbook.sheets import Looks

_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_MONTH, _YEAR = len("1975-06"), len("1975")


def looks_of(book: Any) -> Looks:
    """Return the looks of an openpyxl workbook's styles."""
    fonts = {style: name for style, name in _fonts(book) if script_of_font(name)}
    dates = {style: shown for style, shown in _dates(book) if shown}
    return Looks(fonts=fonts, dates=dates)


def shown_of_date(number_format: str) -> int:
    """Return how many characters of YYYY-MM-DD a format shows: 7 "mmm-yy", 4 "yyyy", 0 all."""
    letters = set(_NOT_SHOWN.sub("", number_format).casefold().partition(";")[0])
    if "y" not in letters or "d" in letters:
        return 0
    return _MONTH if "m" in letters else _YEAR


def _fonts(book: Any) -> Iterator[tuple[int, str]]:
    names = [str(font.name or "") for font in book._fonts]
    for style, cell in enumerate(book._cell_styles):
        if 0 <= cell.fontId < len(names):
            yield style, names[cell.fontId]


def _dates(book: Any) -> Iterator[tuple[int, int]]:
    own = book._number_formats
    for style, cell in enumerate(book._cell_styles):
        if style in book._date_formats:
            position = cell.numFmtId - BUILTIN_FORMATS_MAX_SIZE
            known = BUILTIN_FORMATS.get(cell.numFmtId) or ""
            yield style, shown_of_date(own[position] if 0 <= position < len(own) else known)

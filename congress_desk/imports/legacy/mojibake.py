"""UTF-8 that was read as ANSI and saved again ("NguyÃ¡Â»â€¦n"): told,
and read rightly once more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.imports.legacy.syllables import foreign_words, is_syllable
from congress_desk.imports.workbook.sheets import CellValue, Row, Sheet

# Every letter of Vietnamese beyond ASCII begins with one of these when its bytes are read as ANSI.
_TRACE = re.compile(
    "[ÃÄÅÆáÂ][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\ufffd\u0300-\u0323»º¡©ª­Ÿ°±¯]"
)
_LOST = "\ufffd"
# Bytes that ANSI has no letter for: one of them was there when a letter could not be kept.
_NO_LETTERS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_MOST_LOST = 2


def repaired_sheet(sheet: Sheet, is_known: Callable[[str], bool]) -> tuple[Sheet, int]:
    """Return the sheet with its texts as they were meant, and how many that were.

    Nothing is changed unless nearly all texts beyond ASCII are such. `is_known` tells a title from
    a word that only looks like one, where a letter is uncertain.
    """
    texts = [v for row in sheet.rows for v in row.cells.values() if _is_foreign(v)]
    traced = [text for text in texts if _TRACE.search(text)]
    if not traced or 5 * len(traced) < 4 * len(texts):
        return sheet, 0
    meant = {text: made for text in set(traced) if (made := repaired(text, is_known)) is not None}
    if 2 * len(meant) < len(set(traced)):
        return sheet, 0
    rows = tuple(_row(row, meant) for row in sheet.rows)
    changed = sum(
        before != after
        for a, b in zip(sheet.rows, rows, strict=True)
        for before, after in zip(a.cells.values(), b.cells.values(), strict=True)
    )
    return replace(sheet, rows=rows), changed


def repaired(text: str, is_known: Callable[[str], bool]) -> str | None:
    """Return what a text was before its bytes were taken for ANSI; None when it was no such text.

    A letter that could be several, and a word that makes sense in none, stay as they are lost.
    """
    for code_page in ("cp1252", "cp1258"):
        found = _decoded(_bytes_of(text, code_page))
        if found is not None and found != text:
            return clean_text(_with_lost_letters(text, code_page, is_known) or found)
    return None


def _with_lost_letters(text: str, code_page: str, is_known: Callable[[str], bool]) -> str | None:
    lost = text.count(_LOST)
    if not 0 < lost <= _MOST_LOST:
        return None
    made = [text]
    for _ in range(lost):
        made = [each.replace(_LOST, chr(0xE000 + byte), 1) for each in made for byte in _NO_LETTERS]
    tried = [found for each in made if (found := _decoded(_bytes_of(each, code_page))) is not None]
    sound = [each for each in tried if _LOST not in each]
    known = [each for each in sound if is_known(each)]
    spelled = [each for each in sound if all(map(is_syllable, foreign_words(each)))]
    return known[0] if known else spelled[0] if len(spelled) == 1 else None


def _bytes_of(text: str, code_page: str) -> bytes:
    made = bytearray()
    for char in text:
        number = ord(char)
        if 0xE000 <= number <= 0xE0FF:
            made.append(number - 0xE000)
            continue
        try:
            made += char.encode(code_page)
        except UnicodeEncodeError:
            made += bytes([number]) if number <= 0xFF else b"\xff"
    return bytes(made)


def _decoded(content: bytes) -> str | None:
    """Return the text of these bytes; None unless they are UTF-8 but for the letters lost."""
    text = content.decode("utf-8", "replace")
    return text if text.count(_LOST) <= 2 * content.count(b"\xff") and not text.isascii() else None


def _row(row: Row, meant: dict[str, str]) -> Row:
    cells: dict[int, CellValue] = {
        column: meant.get(value, value) if isinstance(value, str) else value
        for column, value in row.cells.items()
    }
    return replace(row, cells=cells)


def _is_foreign(value: CellValue) -> TypeGuard[str]:
    return type(value) is str and not value.isascii()

"""A list of people in CSV: its encoding and its delimiter found out, its lines as a sheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from statistics import median

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.legacy.syllables import foreign_words, valid_words
from congress_desk.imports.legacy.text import script_by_spelling
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellValue,
    Row,
    Sheet,
    column_letter,
)

MAX_CSV_BYTES = 10_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# How programs keep Excel from making a number of a code: ="007".
# What keeps a number a text in other programs: ="007", '007.
_AS_TEXT = re.compile(r"""^="([^"]*)"$|^'(?=[\d+][\d .-]{2,}$)""")
_DELIMITERS = ("\t", ";", ",", "|")
_HEAD = 400
_SAMPLE_LINES, _SAMPLE_TEXT = 40, 100_000


def read_people_csv(content: bytes, place: Place) -> Sheet | Refusal:
    """Return the lines of a CSV file in UTF-8, UTF-16 or Windows-1258 as one sheet without a name.

    The row numbers are those that a spreadsheet program would show.
    """
    if len(content) > MAX_CSV_BYTES:
        return refuse("import_file_too_large", place, limit=MAX_CSV_BYTES // 1_000_000)
    text = _decoded(content, place)
    if isinstance(text, Refusal):
        return text
    rows = _rows(text, _delimiter(text), place)
    return rows if isinstance(rows, Refusal) else Sheet(name="", hidden=False, rows=rows, merges=())


def _decoded(content: bytes, place: Place) -> str | Refusal:
    encoding = "utf-16" if content.startswith(_UTF_16) else _without_mark(content)
    if encoding == "utf-8-sig" and b"\x00" in content:
        return refuse("register_file_unknown", place)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig" and not _is_spoilt_utf8(content):
            return _from_code_page(content)
        line = content[: error.start].count(b"\n") + 1
        return refuse("register_text_unreadable", Place(file=place.file, line=line))


def _without_mark(content: bytes) -> str:
    """Return the encoding of a text that does not begin with its mark: a NUL beside each sign."""
    head = content[:_HEAD]
    for encoding, nuls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if nuls and 2 * nuls.count(0) > len(nuls):
            return encoding
    return "utf-8-sig"


def _is_spoilt_utf8(content: bytes) -> bool:
    """Say whether a text is UTF-8 but for a few bytes: no code page would make sense of it."""
    text = content.decode("utf-8", "replace")
    letters = sum(not char.isascii() for char in text)
    return text.count("\ufffd") * 5 < letters


def _from_code_page(content: bytes) -> str:
    """Return a text in Windows-1258, or the letters of an old font, whichever spells more words."""
    old = content.decode("latin-1")
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        return old
    sample = foreign_words(text[:_SAMPLE_TEXT])
    lines = [line for line in old[:_SAMPLE_TEXT].splitlines() if not line.isascii()]
    spelled = sum(script_by_spelling(line) is not None for line in lines)
    return old if 2 * spelled > len(lines) and 2 * valid_words(sample) < len(sample) else text


def _delimiter(text: str) -> str:
    """Return what separates the cells: the sign that gives most lines the most cells."""
    lines = [line for line in text[:_SAMPLE_TEXT].splitlines() if line.strip()][:_SAMPLE_LINES]

    def width(delimiter: str) -> tuple[float, int]:
        counts = [line.count(delimiter) for line in lines]
        return (median(counts), sum(counts)) if lines else (0, 0)

    return max(_DELIMITERS, key=width)


def _rows(text: str, delimiter: str, place: Place) -> tuple[Row, ...] | Refusal:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        for number, line in enumerate(reader, start=1):
            cells: dict[int, CellValue] = {
                column: _AS_TEXT.sub(r"\1", value)
                for column, value in enumerate(line, start=1)
                if clean_text(value)
            }
            if not cells:
                continue
            if number > MAX_ROWS or max(cells) > MAX_COLUMNS:
                return _too_far(number, max(cells), place)
            rows.append(Row(number=number, cells=cells))
    except csv.Error:
        return refuse("register_csv_broken", Place(file=place.file, line=reader.line_num))
    return tuple(rows)


def _too_far(row: int, column: int, place: Place) -> Refusal:
    return refuse(
        "import_workbook_cell_too_far",
        Place(file=place.file, row=row, column=column_letter(column)),
        rows=MAX_ROWS,
        columns=column_letter(MAX_COLUMNS),
    )

"""A workbook from outside: read safely, formulas as the values they last showed, or refused."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl.reader.excel import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import MAX_BYTES, file_place, read_bytes
from congress_desk.imports.workbook.archive import trouble_in_archive
from congress_desk.imports.workbook.cell_styles import looks_of
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellTooFar,
    Sheet,
    column_letter,
    read_sheet,
)

_OTHER_FORMATS = (".xlsm", ".xlsb", ".ods", ".csv", ".pdf", ".docx", ".congress")
# What openpyxl is known to raise on damaged or made-up parts; none of it is a fault of ours.
_DAMAGE = (
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OverflowError,
    EOFError,
    OSError,
)


def read_workbook(path: Path) -> tuple[Sheet, ...] | Refusal:
    """Return all sheets of an .xlsx, or why not, in one sentence that names the file.

    Nothing is parsed before the zip's directory and the sizes of its parts are within bounds.
    """
    place, suffix = file_place(path), clean_text(path.suffix.casefold())[:20]
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    if suffix in _OTHER_FORMATS:
        return refuse("import_workbook_wrong_suffix", place, suffix=suffix)
    if trouble := trouble_in_archive(content):
        return refuse(trouble, place, limit=MAX_BYTES // 1_000_000)
    if suffix != ".xlsx":
        return refuse("import_workbook_wrong_suffix", place, suffix=suffix or "–")
    return parse_workbook(content, place)


def parse_workbook(
    content: bytes, place: Place, *, looks: bool = False
) -> tuple[Sheet, ...] | Refusal:
    """Return the sheets of a zip that was looked at before, with `looks` the old fonts too."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read_sheets(content, place.file, looks)
    except CellTooFar as found:
        last = column_letter(MAX_COLUMNS)
        return refuse("import_workbook_cell_too_far", found.place, rows=MAX_ROWS, columns=last)
    except _DAMAGE:
        return refuse("import_workbook_damaged", place)


def _read_sheets(content: bytes, file: str, looks: bool) -> tuple[Sheet, ...]:
    stream = io.BytesIO(content)
    book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    cells = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
    seen = looks_of(book) if looks else None
    return tuple(read_sheet(book, sheet, file, seen) for sheet in cells)

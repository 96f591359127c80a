"""An old .xls workbook: its records are counted before anything is built from them."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any

from xlrd import open_workbook
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_TEXT,
    XLRDError,
)
from xlrd.compdoc import CompDoc, CompDocError
from xlrd.formula import FormulaError
from xlrd.xldate import XLDateError, xldate_as_datetime

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.workbook.archive import MAX_WORK
from congress_desk.imports.workbook.cell_styles import looks_of, number_as_shown
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellValue,
    Fault,
    Looks,
    Merge,
    Row,
    Sheet,
    column_letter,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_XLS_BYTES = 20_000_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STREAMS = ("Workbook", "Book")
_FILEPASS = 0x2F
# Records of one cell, and of a run of cells that ends with its last column.
_CELLS = frozenset({0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205,
                    0x206, 0x406, 0x27E, 0x7E})  # fmt: skip
_RUNS = frozenset({0xBD, 0xBE})
_BLANKS = frozenset({0x01, 0x201, 0xBE})
_MAX_RECORDS = 1_000_000
# What xlrd is known to raise on damaged or made-up files; none of it is a fault of ours.
_DAMAGE = (
    XLRDError,
    CompDocError,
    FormulaError,
    struct.error,
    AssertionError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    MemoryError,
)


def read_xls(content: bytes, place: Place) -> tuple[Sheet, ...] | Refusal:
    """Return the sheets of an OLE file, or why it cannot be read, in one sentence."""
    if _ENCRYPTED in content:
        return refuse("import_workbook_encrypted", place)
    if len(content) > MAX_XLS_BYTES:
        return refuse("import_file_too_large", place, limit=MAX_XLS_BYTES // 1_000_000)
    try:
        return _trouble(content, place) or _sheets(content)
    except _DAMAGE:
        return refuse("import_workbook_damaged", place)


def _trouble(content: bytes, place: Place) -> Refusal | None:
    stream = _stream(content)
    if stream is None:
        return refuse("import_workbook_not_workbook", place)
    cells = 0
    for number, (kind, data) in enumerate(_records(stream)):
        if kind == _FILEPASS:
            return refuse("import_workbook_encrypted", place)
        found = _cells_in(kind, data)
        cells += found
        if cells > MAX_WORK or number > _MAX_RECORDS:
            return refuse("import_workbook_too_many_cells", place)
        if found and (far := _too_far(kind, data, place)):
            return far
    return None


def _stream(content: bytes) -> bytes | None:
    document = CompDoc(content, logfile=io.StringIO())
    if _runs_in_circles(document):
        raise CompDocError
    for name in _STREAMS:
        stream: bytes | None = document.get_named_stream(name)
        if stream:
            return stream
    return None


def _runs_in_circles(document: CompDoc) -> bool:
    """Say whether a short stream comes back to where it was, which xlrd would follow for ever."""
    for node in document.dirlist:
        at, steps = node.first_SID, 0
        while node.name in _STREAMS and 0 <= at < len(document.SSAT):
            at, steps = document.SSAT[at], steps + 1
            if steps > len(document.SSAT):
                return True
    return False


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the first bytes of each record."""
    at, end = 0, len(stream)
    while at + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, at)
        head = stream[at + 4 : at + 8]
        if kind in _RUNS:
            head += stream[at + 2 + length : at + 4 + length]
        yield kind, head
        at += 4 + length


def _cells_in(kind: int, data: bytes) -> int:
    if kind in _CELLS:
        return 1
    if kind not in _RUNS or len(data) < 6:
        return 0
    first, last = data[2] + 256 * data[3], data[4] + 256 * data[5]
    return max(1, last - first + 1)


def _too_far(kind: int, data: bytes, place: Place) -> Refusal | None:
    """Refuse a filled cell beyond the rows and columns that are read; blank ones hold nothing."""
    if kind in _BLANKS or len(data) < 4:
        return None
    row, column = struct.unpack("<HH", data[:4])
    if kind in _RUNS:
        column = struct.unpack("<H", data[4:6])[0]
    if row < MAX_ROWS and column < MAX_COLUMNS:
        return None
    return refuse(
        "import_workbook_cell_too_far",
        Place(file=place.file, row=row + 1, column=column_letter(column + 1)),
        rows=MAX_ROWS,
        columns=column_letter(MAX_COLUMNS),
    )


def _sheets(content: bytes) -> tuple[Sheet, ...]:
    book = open_workbook(
        file_contents=content,
        logfile=io.StringIO(),
        formatting_info=True,
        ragged_rows=True,
    )
    reader = _Reader(book)
    return tuple(reader.read(sheet) for sheet in book.sheets())


class _Reader:
    """Turns the sheets of an xlrd workbook into ours."""

    def __init__(self, book: Any) -> None:
        self._datemode = book.datemode
        self._looks = _looks_of(book)
        self._runs_struck = frozenset(
            number for number, font in enumerate(book.font_list) if font.struck_out
        )

    def read(self, sheet: Any) -> Sheet:
        """Return the filled rows of one sheet."""
        return Sheet(
            name=clean_text(sheet.name)[:100],
            hidden=sheet.visibility != 0,
            rows=tuple(self._rows(sheet)),
            merges=tuple(
                Merge(first_row=top + 1, last_row=bottom, first_column=left + 1, last_column=right)
                for top, bottom, left, right in sheet.merged_cells
            ),
            hidden_columns=frozenset(
                column + 1 for column, width in sheet.colinfo_map.items() if width.hidden
            ),
        )

    def _rows(self, sheet: Any) -> Iterator[Row]:
        for number in range(sheet.nrows):
            row = self._row(sheet, number)
            if row.cells:
                yield row

    def _row(self, sheet: Any, number: int) -> Row:
        cells: dict[int, CellValue] = {}
        fonts: dict[int, str] = {}
        struck, month_first = set(), set()
        for column, cell in enumerate(sheet.row(number), start=1):
            value, style = self._value(cell), cell.xf_index
            if value is None or (isinstance(value, str) and not clean_text(value)):
                continue
            cells[column] = value
            if isinstance(value, str) and cell.ctype == XL_CELL_TEXT and style in self._looks.fonts:
                fonts[column] = self._looks.fonts[style]
            runs = sheet.rich_text_runlist_map.get((number, column - 1), ())
            if self._is_struck(style, runs):
                struck.add(column)
            if isinstance(value, datetime) and style in self._looks.month_first:
                month_first.add(column)
        height = sheet.rowinfo_map.get(number)
        return Row(
            number=number + 1,
            cells=cells,
            fonts=fonts,
            hidden=height is not None and bool(height.hidden),
            struck=frozenset(struck),
            month_first=frozenset(month_first),
        )

    def _is_struck(self, style: int, runs: Sequence[tuple[int, int]]) -> bool:
        """Say whether all of a cell is struck through: by its style, and by each of its runs."""
        fonts = [font for _, font in runs]
        whole = style in self._looks.struck or (bool(runs) and runs[0][0] == 0)
        return whole and all(font in self._runs_struck for font in fonts)

    def _value(self, cell: Any) -> CellValue | None:
        if cell.ctype in (XL_CELL_EMPTY, XL_CELL_BLANK):
            return None
        if cell.ctype == XL_CELL_ERROR:
            return Fault.ERROR
        if cell.ctype == XL_CELL_BOOLEAN:
            return bool(cell.value)
        if cell.ctype == XL_CELL_DATE:
            return self._date(cell)
        value: CellValue = cell.value
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
            code = self._looks.codes.get(cell.xf_index)
            return int(value) if code is None else number_as_shown(int(value), code)
        return value

    def _date(self, cell: Any) -> CellValue:
        try:
            moment: datetime = xldate_as_datetime(cell.value, self._datemode)
        except (XLDateError, ArithmeticError, ValueError):
            return Fault.ERROR
        if 0 <= cell.value < 1:
            return time(moment.hour, moment.minute, moment.second)
        shown = self._looks.dates.get(cell.xf_index, 0)
        return moment.isoformat()[:shown] if shown else moment


def _looks_of(book: Any) -> Looks:
    """Return what fonts and formats say of cells, by number of the style."""
    fonts = dict(enumerate(book.font_list))
    texts = {number: str(form.format_str or "") for number, form in book.format_map.items()}
    return looks_of(
        formats={n: texts.get(style.format_key, "") for n, style in enumerate(book.xf_list)},
        names={
            n: str(fonts[style.font_index].name)
            for n, style in enumerate(book.xf_list)
            if style.font_index in fonts
        },
        struck=frozenset(
            n
            for n, style in enumerate(book.xf_list)
            if style.font_index in fonts and fonts[style.font_index].struck_out
        ),
    )

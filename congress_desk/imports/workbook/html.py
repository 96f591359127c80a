"""A web page that was saved under the name of a workbook: its tables as sheets."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellValue,
    Merge,
    Row,
    Sheet,
    column_letter,
)

MAX_HTML_BYTES = 10_000_000
_BEGINS = re.compile(
    rb"^[\xef\xbb\xbf\s]*<(!doctype html|html|head|meta|body|table|style|div)", re.I
)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 2_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_STRUCK = frozenset({"s", "strike", "del"})
_MOST_SPANNED = 200


def is_html(content: bytes) -> bool:
    """Say whether a file is a web page, whatever its name says."""
    return _BEGINS.match(content[:_HEAD]) is not None


def read_html(content: bytes, place: Place) -> tuple[Sheet, ...] | Refusal:
    """Return the tables of a web page, a sheet each; refused when it has none."""
    if len(content) > MAX_HTML_BYTES:
        return refuse("import_file_too_large", place, limit=MAX_HTML_BYTES // 1_000_000)
    reader = _Reader()
    reader.feed(_text(content))
    reader.close()
    sheets = [sheet for sheet in reader.sheets if sheet.rows]
    if not sheets:
        return refuse("register_web_page", place)
    for sheet in sheets:
        last = max(max(row.cells) for row in sheet.rows)
        if sheet.rows[-1].number > MAX_ROWS or last > MAX_COLUMNS:
            return refuse(
                "import_workbook_cell_too_far",
                Place(file=place.file, row=sheet.rows[-1].number, column=column_letter(last)),
                rows=MAX_ROWS,
                columns=column_letter(MAX_COLUMNS),
            )
    return tuple(sheets)


def _text(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace")
    charset = _CHARSET.search(content[:_HEAD])
    name = charset[1].decode("ascii", "replace") if charset else "utf-8"
    try:
        return content.decode(name)
    except (LookupError, UnicodeDecodeError):
        return content.decode("utf-8", "replace")


class _Reader(HTMLParser):
    """Gathers rows and cells; a table within a cell belongs to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Sheet] = []
        self._depth = 0
        self._rows: list[Row] = []
        self._merges: list[Merge] = []
        self._taken: set[tuple[int, int]] = set()
        self._number = 0
        self._column = 0
        self._cells: dict[int, CellValue] = {}
        self._struck: set[int] = set()
        self._hidden = False
        self._said: list[str] | None = None
        self._strikes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._rows, self._merges, self._taken, self._number = [], [], set(), 0
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self._number, self._column, self._cells, self._struck = self._number + 1, 0, {}, set()
            self._hidden = "display:none" in attributes.get("style", "").replace(" ", "").casefold()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._begin_cell(attributes)
        elif tag in ("br", "p", "div") and self._said:
            self._said.append("\n")
        elif tag in _STRUCK and self._said is not None:
            self._strikes += 1
            self._struck.add(self._column)

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_row()
                sheet = Sheet(
                    name="", hidden=False, rows=tuple(self._rows), merges=tuple(self._merges)
                )
                self.sheets.append(sheet)
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._said is not None:
            self._said.append(data)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        while (self._number, self._column) in self._taken:
            self._column += 1
        across, down = _span(attributes.get("colspan", "")), _span(attributes.get("rowspan", ""))
        self._said = []
        if across == down == 1:
            return
        last_column, last_row = self._column + across - 1, self._number + down - 1
        self._merges.append(
            Merge(
                first_column=self._column,
                first_row=self._number,
                last_column=last_column,
                last_row=last_row,
            )
        )
        self._taken.update(
            (row, column)
            for row in range(self._number, last_row + 1)
            for column in range(self._column, last_column + 1)
        )

    def _end_cell(self) -> None:
        if self._said is None:
            return
        text = "".join(self._said).replace("\xa0", " ").strip()
        self._said = None
        if text:
            self._cells[self._column] = text

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells and self._number <= MAX_ROWS + 1:
            struck = frozenset(self._struck & self._cells.keys())
            self._rows.append(
                Row(number=self._number, cells=self._cells, hidden=self._hidden, struck=struck)
            )
        self._cells = {}


def _span(text: str) -> int:
    return min(max(int(text), 1), _MOST_SPANNED) if text.isdecimal() and len(text) < 6 else 1

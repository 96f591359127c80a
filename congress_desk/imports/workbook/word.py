"""A list kept in Word: its tables, one below the other, as one sheet with the lines above them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field, replace

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.workbook.archive import trouble_in_archive
from congress_desk.imports.workbook.cell_styles import is_on
from congress_desk.imports.workbook.font_scripts import script_of_font
from congress_desk.imports.workbook.package import Attributes, Package, parse
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellValue,
    Merge,
    Row,
    Sheet,
    column_letter,
)
from congress_desk.imports.workbook.workbook import DAMAGE

_FOLDER = "word/"
# A cell of Word takes four times the tags of one of Excel.
_MAX_WORK = 2_400_000
_DOCUMENT = "word/document.xml"
_LINES_ABOVE = 6
# What shows another text than it holds, or none: text boxes stand twice, moved text at both ends.
_PASSED_OVER = frozenset({"txbxContent", "moveFrom", "del", "Fallback", "instrText"})
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}
# Ticks and crossed boxes of the fonts Wingdings and Wingdings 2.
_TICKS = frozenset({"F0FB", "F0FC", "F0FD", "F0FE", "F04F", "F050", "F051", "F052", "F053", "F054"})


def is_word(content: bytes) -> bool:
    """Say whether a zip is a document of Word, whatever its name says."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return any(name.casefold().startswith(_FOLDER) for name in archive.namelist())
    except DAMAGE:
        return False


def read_word(content: bytes, place: Place, *, level: int = 1) -> tuple[Sheet, ...] | Refusal:
    """Return the tables of a .docx as one sheet, or why not; refused when it has no table.

    At `level` 2 they are those within the tables, whose own cells then are lines of text.

    Tables follow each other, each below the last lines of text above it: a list that is divided
    into a table a unit is one list, and its headings are those lines.
    """
    if trouble_in_archive(content, folder=_FOLDER, most=_MAX_WORK):
        return refuse("register_word_damaged", place)
    try:
        package = Package(content)
        path = next(package.of_kind("", "officeDocument"), _DOCUMENT)
        reader = _Reader(level)
        parse(package.read(path), start=reader.start, end=reader.end, text=reader.text)
    except DAMAGE:
        return refuse("register_word_damaged", place)
    if not reader.tables:
        return refuse("register_word_without_table", place)
    last = max(max(row.cells) for row in reader.rows) if reader.rows else 0
    if len(reader.rows) > MAX_ROWS or last > MAX_COLUMNS:
        return refuse(
            "import_workbook_cell_too_far",
            Place(file=place.file, row=len(reader.rows), column=column_letter(last)),
            rows=MAX_ROWS,
            columns=column_letter(MAX_COLUMNS),
        )
    rows, merges = tuple(reader.rows), tuple(reader.merges)
    return (Sheet(name="", hidden=False, rows=rows, merges=merges),)


@dataclass(slots=True)
class _Cell:
    """A cell being read; `below` says that it belongs to the cell above it."""

    column: int
    span: int = 1
    begins: bool = False
    below: bool = False
    said: list[str] = field(default_factory=list)
    filled: bool = False
    struck: bool = False
    font: str = ""


@dataclass(slots=True)
class _Run:
    """What holds of the letters that follow."""

    struck: bool = False
    hidden: bool = False
    font: str = ""


@dataclass(slots=True)
class _Reader:
    """Gathers the rows of all tables of a level; a table within a cell belongs to that cell."""

    level: int
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    tables: int = 0
    _number: int = 0
    _depth: int = 0
    _passed: int = 0
    _above: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _cell: _Cell | None = None
    _column: int = 0
    _cells: dict[int, CellValue] = field(default_factory=dict)
    _fonts: dict[int, str] = field(default_factory=dict)
    _struck: set[int] = field(default_factory=set)
    _open: dict[int, Merge] = field(default_factory=dict)
    _run: _Run = field(default_factory=_Run)
    _in_text: bool = False
    _of_row: bool = False
    _deleted: bool = False
    _hidden: bool = False
    _list: str = ""
    _counted: dict[str, int] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if name == "del" and self._of_row:
            self._deleted = True
        if name in _PASSED_OVER or self._passed:
            self._passed += 1
            return
        if name == "tbl":
            self._begin_table()
        elif name in ("tr", "tc") and self._depth == self.level:
            self._begin_row() if name == "tr" else self._begin_cell()
        elif name in ("gridBefore", "gridSpan", "vMerge", "hidden", "trPr"):
            self._take_shape(name, attributes)
        elif name == "p":
            self._list = ""
            self._say("\n" if self._cell and self._cell.said else "")
        elif name == "numId":
            self._list = attributes.get("val", "")
        elif name == "r":
            self._run = _Run()
        elif name in ("strike", "dstrike", "vanish", "rFonts"):
            self._take_look(name, attributes)
        elif name == "t":
            self._in_text = True
        elif name == "sym":
            self._say("✓" if attributes.get("char", "").upper() in _TICKS else "")
        else:
            self._say(_BREAKS.get(name, ""))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._passed:
            self._passed -= 1
        elif name == "t":
            self._in_text = False
        elif name == "trPr":
            self._of_row = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tc" and self._depth == self.level:
            self._end_cell()
        elif name == "tr" and self._depth == self.level:
            self._end_row()
        elif name == "tbl":
            self._depth -= 1
            if self._depth == self.level - 1:
                self._end_table()

    def text(self, said: str) -> None:
        """Take letters."""
        if self._in_text and not self._passed:
            self._say(said)

    def _say(self, said: str) -> None:
        if not said or self._run.hidden:
            return
        if self._cell is None:
            self._line.append(said)
            return
        self._cell.said.append(said)
        self._cell.filled = self._cell.filled or not said.isspace()
        self._cell.struck = self._cell.struck or self._run.struck
        self._cell.font = self._cell.font or self._run.font

    def _begin_table(self) -> None:
        self._depth += 1
        if self._depth != self.level:
            return
        self.tables += 1
        for line in self._above[-_LINES_ABOVE:]:
            self._number += 1
            self.rows.append(Row(number=self._number, cells={1: line}))
        self._above = []

    def _begin_row(self) -> None:
        self._number += 1
        self._column, self._cells, self._fonts, self._struck = 0, {}, {}, set()
        self._deleted, self._hidden = False, False

    def _begin_cell(self) -> None:
        self._cell = _Cell(self._column + 1)

    def _take_shape(self, name: str, attributes: Attributes) -> None:
        if self._depth != self.level:
            return
        if name == "trPr":
            self._of_row = True
        elif name == "hidden":
            self._hidden = self._of_row and is_on(attributes)
        elif name == "gridBefore":
            self._column += _count(attributes)
        elif self._cell is not None and name == "gridSpan":
            self._cell.span = max(_count(attributes), 1)
        elif self._cell is not None:
            self._cell.begins = attributes.get("val") == "restart"
            self._cell.below = not self._cell.begins

    def _take_look(self, name: str, attributes: Attributes) -> None:
        if name == "rFonts":
            font = attributes.get("ascii", "") or attributes.get("hAnsi", "")
            self._run.font = font if script_of_font(font) else ""
        elif name == "vanish":
            self._run.hidden = is_on(attributes)
        else:
            self._run.struck = self._run.struck or is_on(attributes)

    def _end_paragraph(self) -> None:
        """Let an empty paragraph of a numbered list say its number, as Word shows it."""
        if self._cell is None:
            line = clean_text("".join(self._line))
            self._above += [line] if line else []
            self._line = []
        elif self._list not in ("", "0") and not self._cell.filled:
            number = self._counted[self._list] = self._counted.get(self._list, 0) + 1
            self._say(str(number))
        self._run = _Run()

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        self._column = cell.column + cell.span - 1
        if cell.below:
            if cell.column in self._open:
                self._open[cell.column] = replace(self._open[cell.column], last_row=self._number)
            return
        self._end_merge(cell.column)
        self._open[cell.column] = Merge(
            first_column=cell.column,
            first_row=self._number,
            last_column=self._column,
            last_row=self._number,
        )
        text = "".join(cell.said).strip()
        if text:
            self._cells[cell.column] = text
            self._struck |= {cell.column} if cell.struck else set()
            self._fonts |= {cell.column: cell.font} if cell.font else {}

    def _end_merge(self, column: int) -> None:
        merge = self._open.pop(column, None)
        if merge and (merge.last_row > merge.first_row or merge.last_column > merge.first_column):
            self.merges.append(merge)

    def _end_row(self) -> None:
        if self._cells and not self._deleted:
            self.rows.append(
                Row(
                    number=self._number,
                    cells=self._cells,
                    fonts=self._fonts,
                    hidden=self._hidden,
                    struck=frozenset(self._struck),
                )
            )
        self._cells = {}

    def _end_table(self) -> None:
        for column in list(self._open):
            self._end_merge(column)


def _count(attributes: Attributes) -> int:
    said = attributes.get("val", "")
    return min(int(said), MAX_COLUMNS + 1) if said.isascii() and said.isdecimal() else 0

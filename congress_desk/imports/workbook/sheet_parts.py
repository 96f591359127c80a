"""The parts of a workbook that hold cells: shared texts, and sheets as the rows that say something.

Values alone are read; the reader never asks how a cell looks beyond what changes its value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from openpyxl.utils.datetime import (
    CALENDAR_MAC_1904,
    CALENDAR_WINDOWS_1900,
    from_excel,
    from_ISO8601,
)

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place
from congress_desk.imports.workbook.cell_styles import is_on, number_as_shown
from congress_desk.imports.workbook.package import Attributes, DamagedPart, parse
from congress_desk.imports.workbook.sheets import (
    MAX_COLUMNS,
    MAX_ROWS,
    CellTooFar,
    CellValue,
    Fault,
    Looks,
    Merge,
    Row,
    column_letter,
)

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_HIDDEN_HEIGHT = 0.0
_MOST_EXACT = 1e15


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedText:
    """A text that cells share; `struck` when all of it is struck through."""

    text: str
    struck: bool = False


def read_shared_texts(content: bytes) -> tuple[SharedText, ...]:
    """Return the shared texts in their order; how they are to be read aloud is left out."""
    found: list[SharedText] = []
    text = _Text()

    def begin(name: str, attributes: Attributes) -> None:
        if name == "si":
            text.clear()
        text.begin(name, attributes)

    def end(name: str) -> None:
        text.end(name)
        if name == "si":
            found.append(SharedText(text=text.joined, struck=text.struck))

    parse(content, start=begin, end=end, text=text.take)
    return tuple(found)


class _Text:
    """A text in one run or several, as it is read."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin another text."""
        self._pieces: list[str] = []
        self._marks: list[bool] = []
        self._open, self._spoken, self._struck, self._run = False, 0, False, False

    @property
    def joined(self) -> str:
        return "".join(self._pieces)

    @property
    def struck(self) -> bool:
        return bool(self._marks) and all(self._marks)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if name == "r":
            self._struck, self._run = False, True
        elif name == "strike":
            self._struck = is_on(attributes)
        elif name in ("rPh", "phoneticPr"):
            self._spoken += 1
        elif name == "t":
            self._open = not self._spoken

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name == "t":
            self._open = False
        elif name in ("rPh", "phoneticPr"):
            self._spoken -= 1
        elif name == "r":
            self._run = False

    def take(self, text: str) -> None:
        """Take a piece of text."""
        if self._open:
            self._pieces.append(text)
            if text.strip():
                self._marks.append(self._run and self._struck)


@dataclass(slots=True, kw_only=True)
class SheetReader:
    """Reads one sheet part; afterwards `rows`, `merges` and `hidden_columns` hold what it said.

    CellTooFar when a filled cell lies beyond the bounds; rows and cells that the sheet leaves out
    cost nothing.
    """

    place: Place
    shared: tuple[SharedText, ...]
    looks: Looks
    mac_dates: bool = False
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    _number: int = 0
    _column: int = 0
    _hidden: bool = False
    _cell: Mapping[str, str] = field(default_factory=dict)
    _value: list[str] = field(default_factory=list)
    _in_value: bool = False
    _formula: bool = False
    _inline: _Text | None = None
    _cells: dict[int, CellValue] = field(default_factory=dict)
    _fonts: dict[int, str] = field(default_factory=dict)
    _struck: set[int] = field(default_factory=set)
    _month_first: set[int] = field(default_factory=set)

    def read(self, content: bytes) -> None:
        """Read the part; DamagedPart when it is none."""
        parse(content, start=self._begin, end=self._end, text=self._take)

    def _begin(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._in_value = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif self._inline is not None:
            self._inline.begin(name, attributes)
        elif name == "is":
            self._inline = _Text()
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and is_on({"val": attributes.get("hidden", "0")}):
            last = min(int(attributes.get("max", "0")), MAX_COLUMNS)
            self.hidden_columns.update(range(int(attributes.get("min", "1")), last + 1))

    def _end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name == "v":
            self._in_value = False
        elif name == "row":
            self._end_row()
        elif self._inline is not None:
            self._inline.end(name)

    def _take(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)
        elif self._inline is not None:
            self._inline.take(text)

    def _begin_row(self, attributes: Attributes) -> None:
        self._number = int(attributes["r"]) if attributes.get("r") else self._number + 1
        self._column = 0
        flat = "ht" in attributes and float(attributes["ht"]) == _HIDDEN_HEIGHT
        self._hidden = flat or is_on({"val": attributes.get("hidden", "0")})
        self._cells, self._fonts, self._struck, self._month_first = {}, {}, set(), set()

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r", "")
        self._column = column_of(reference) if reference else self._column + 1
        self._cell, self._value, self._formula, self._inline = attributes, [], False, None

    def _end_cell(self) -> None:
        kind, style = self._cell.get("t", "n"), int(self._cell.get("s") or 0)
        value = self._read_value(kind, style)
        struck = style in self.looks.struck or self._is_struck(kind)
        self._inline = None
        if value is None or (isinstance(value, str) and _is_blank(value)):
            return
        self._cells[self._column] = value
        if isinstance(value, str) and style in self.looks.fonts and kind != "n":
            self._fonts[self._column] = self.looks.fonts[style]
        if struck:
            self._struck.add(self._column)
        if isinstance(value, date) and style in self.looks.month_first:
            self._month_first.add(self._column)

    def _end_row(self) -> None:
        if not self._cells:
            return
        if self._number > MAX_ROWS or max(self._cells) > MAX_COLUMNS:
            column = column_letter(max(self._cells))
            raise CellTooFar(
                Place(file=self.place.file, sheet=self.place.sheet, row=self._number, column=column)
            )
        self.rows.append(
            Row(
                number=self._number,
                cells=self._cells,
                fonts=self._fonts,
                hidden=self._hidden,
                struck=frozenset(self._struck),
                month_first=frozenset(self._month_first),
            )
        )

    def _read_value(self, kind: str, style: int) -> CellValue | None:
        text = "".join(self._value)
        if kind == "inlineStr":
            return self._inline.joined if self._inline is not None else None
        if not text:
            return Fault.NO_VALUE if self._formula and kind != "str" else None
        return _VALUES.get(kind, _number)(self, text, style)

    def _is_struck(self, kind: str) -> bool:
        if kind == "s":
            return self._shared_text().struck
        return self._inline is not None and self._inline.struck

    def _shared_text(self) -> SharedText:
        place = int("".join(self._value) or -1)
        if not 0 <= place < len(self.shared):
            raise DamagedPart("shared text")
        return self.shared[place]

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, bottom = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
        if top and bottom:
            self.merges.append(
                Merge(
                    first_column=column_of(first),
                    first_row=int(top[2]),
                    last_column=column_of(last or first),
                    last_row=int(bottom[2]),
                )
            )

    def as_shown(self, number: float, style: int) -> CellValue:
        """Return a number as the format of its cell shows it: a day, a code, or as it is."""
        if style in self.looks.dates:
            return self._day(number, style)
        if style in self.looks.codes and float(number).is_integer() and abs(number) < _MOST_EXACT:
            return number_as_shown(int(number), self.looks.codes[style])
        return number

    def _day(self, number: float, style: int) -> CellValue:
        epoch = CALENDAR_MAC_1904 if self.mac_dates else CALENDAR_WINDOWS_1900
        try:
            moment = from_excel(number, epoch, timedelta=style in self.looks.lengths)
        except (OverflowError, ValueError):
            return Fault.ERROR
        if isinstance(moment, datetime) and self.looks.dates[style]:
            return moment.isoformat()[: self.looks.dates[style]]
        return moment if moment is not None else Fault.ERROR


def _number(reader: SheetReader, text: str, style: int) -> CellValue:
    plain = not any(sign in text for sign in ".eE")
    return reader.as_shown(int(text) if plain else float(text), style)


def _shared(reader: SheetReader, _: str, __: int) -> CellValue:
    return reader._shared_text().text  # noqa: SLF001 - one reader in two halves


def _iso(_: SheetReader, text: str, __: int) -> CellValue:
    try:
        moment = from_ISO8601(text)
    except ValueError:
        return Fault.ERROR
    return moment if moment is not None else Fault.ERROR


_VALUES: Mapping[str, Callable[[SheetReader, str, int], CellValue]] = {
    "s": _shared,
    "str": lambda _, text, __: text,
    "b": lambda _, text, __: text.strip() not in ("0", "false"),
    "e": lambda *_: Fault.ERROR,
    "d": _iso,
}


def column_of(reference: str) -> int:
    """Return the number of a cell's column from 1: "AB7" -> 28; DamagedPart when it is no cell."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise DamagedPart(reference)
    return _number_of(found[1])


@lru_cache(maxsize=256)
def _number_of(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _is_blank(text: str) -> bool:
    return not text[:1].isalnum() and not clean_text(text)

"""The file of a list, the table on one of its sheets, and what was chosen for such a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.errors import Refusal
from congress_desk.imports.register.book import RegisterFile, likeliest_sheet, read_register_file
from congress_desk.imports.register.header import RegisterTable, find_register_table, table_at
from congress_desk.imports.register.mapping import mapping_of, mapping_text, setting_key
from congress_desk.imports.register.without_header import guessed_table
from congress_desk.imports.workbook.sheets import Sheet
from congress_desk.queries.people import congress_setting, passages
from congress_desk.storage.congress_file import CongressFile
from congress_desk.ui.desks.people.importing.columns.sheet_column import SheetColumn, sheet_columns

_DEEPEST = 3
# What no choice of columns puts right.
LETTERS_LOST = "register_text_lost"
ON_ITS_SIDE = "register_transposed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedList:
    """A file that could be read; `first` is the place of the sheet that looks like the list."""

    path: Path
    file: RegisterFile
    first: int

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return self.file.sheets

    def place_of(self, name: str) -> int | None:
        """Return the place of the sheet of this name, None when there is none."""
        return next((i for i, sheet in enumerate(self.sheets) if sheet.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the congress file knows of such a list.

    `chosen` are the fields that were chosen for its columns before, empty when it is a new one;
    `checked_in` says that attendance was taken at a door already.
    """

    chosen: Mapping[int, str]
    checked_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A sheet and its table, None where no header was found; `chosen` are the fields of columns.

    `asked` is the row in which the header was said to begin, 0 when it was looked for.
    """

    sheet: Sheet
    asked: int = 0
    table: RegisterTable | None = None
    columns: tuple[SheetColumn, ...] = ()
    chosen: Mapping[int, str]
    remembered: bool = False
    checked_in: bool = False

    @property
    def header(self) -> range:
        """Return the rows of the header; empty when there is none."""
        table = self.table
        return range(table.first_row, table.last_row + 1) if table else range(0)

    @property
    def guessed(self) -> Mapping[int, str]:
        """Return the fields that the titles tell."""
        return self.table.mapping if self.table else {}

    def has_columns_of(self, other: FoundTable | None) -> bool:
        """Say whether the columns are those of another table, so that its fields fit."""
        if other is None or self.table is None or other.table is None:
            return False
        return self.table.titles == other.table.titles

    def is_news(self, chosen: Mapping[int, str]) -> bool:
        """Say whether a choice of fields is another than what is known of such lists."""
        known = self.chosen if self.remembered else self.guessed
        taken = {column: key for column, key in chosen.items() if key}
        return taken != {column: key for column, key in known.items() if key}

    def with_memory(self, memory: Memory) -> FoundTable:
        """Return the table with the fields that were chosen before, where there are such."""
        known = {column.number for column in self.columns}
        chosen = {number: key for number, key in memory.chosen.items() if number in known}
        return replace(
            self,
            chosen=chosen or self.chosen,
            remembered=bool(chosen),
            checked_in=memory.checked_in,
        )


def open_list(path: Path) -> OpenedList | Refusal:
    """Read a list of people, and find the sheet that looks most like one."""
    file = read_register_file(path)
    if isinstance(file, Refusal):
        return file
    found = likeliest_sheet(file)
    if isinstance(found, Refusal) and found.first.code in (LETTERS_LOST, ON_ITS_SIDE):
        return found
    sheet = _largest(file) if isinstance(found, Refusal) else found[0]
    first = next((i for i, other in enumerate(file.sheets) if other is sheet), 0)
    return OpenedList(path=path, file=file, first=first)


def find_table(opened: OpenedList, place: int, header_row: int) -> FoundTable:
    """Return the table of a sheet: its header begins in `header_row`, or where it seems to be.

    Of a list without titles the columns are guessed by what stands in them.
    """
    sheet = opened.sheets[place]
    table = _table_from(sheet, header_row) if header_row else find_register_table(sheet)
    if isinstance(table, Refusal):
        table = guessed_table(sheet)
    if isinstance(table, Refusal) or table is None:
        return FoundTable(sheet=sheet, asked=header_row, chosen={})
    columns = sheet_columns(sheet, table)
    return FoundTable(
        sheet=sheet, asked=header_row, table=table, columns=columns, chosen=table.mapping
    )


def _table_from(sheet: Sheet, header_row: int) -> RegisterTable | None:
    """Return the table whose header begins in a row, as deep as tells most; None without a row."""
    rows = [row for row in sheet.rows if row.number >= header_row][:_DEEPEST]
    if not rows or rows[0].number != header_row:
        return None
    together = [row for place, row in enumerate(rows) if row.number == header_row + place]
    tables = [table_at(sheet, together[:depth]) for depth in range(1, len(together) + 1)]
    return max(tables, key=lambda table: table.score)


def _largest(file: RegisterFile) -> Sheet | None:
    return max(file.sheets, key=lambda sheet: (not sheet.hidden, len(sheet.rows)), default=None)


def setting_of(table: RegisterTable, chosen: Mapping[int, str]) -> tuple[str, str]:
    """Return key and value of the setting that remembers the choice for lists with such titles."""
    return setting_key(table), mapping_text(chosen)


def memory_of(file: CongressFile, *, table: RegisterTable) -> Memory:
    """Return what was chosen for a list with such titles before, and whether a door was open."""
    text = congress_setting(file, setting_key(table))
    kept = mapping_of(text) if text else {}
    return Memory(
        chosen={} if isinstance(kept, Refusal) else kept,
        checked_in=any(not passage.undone for passage in passages(file)),
    )
